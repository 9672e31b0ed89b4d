import { z } from "zod";
import type { Database, Scope } from "../../../db/database";
import { findBuyerProfile } from "../../../db/queries/categories";
import { BODIES, BUYS, SIZES, type Buyer } from "../../commitments/select";
import { TEMPLATES } from "../../reports/templates";
import { standingOf } from "./standing.server";

/** Who buys, as an owner or officer states it. Null: not stated. */
export const BuyerProfile = z.object({
  country: z.string().regex(/^[A-Z]{2}$/u),
  body: z.enum(BODIES).nullable(),
  size: z.enum(SIZES).nullable(),
  buys: z.enum(BUYS).nullable(),
  /** ISIC section. */
  sector: z
    .string()
    .regex(/^[A-U]$/u)
    .nullable(),
  sellsTo: z.array(z.string().regex(/^[A-Z]{2}$/u)).max(60),
  /** Years reports are kept; null: as long as their templates ask. Not in what was stated before it was asked. */
  keepYears: z.int().nullable().default(null),
});
export type BuyerProfile = z.infer<typeof BuyerProfile>;

/** The longest time a template asks for; a workspace may keep its reports longer, never shorter. */
export const LEAST_KEEP_YEARS = Math.max(...TEMPLATES.map(({ keepYears }) => keepYears));
export const MOST_KEEP_YEARS = 99;

/** With who stated it, and when. */
export type StatedBuyer = BuyerProfile & {
  readonly statedBy: string;
  readonly statedByName: string;
  readonly statedAt: Date;
};

/** Null: nobody stated it yet. */
export async function buyerProfile(db: Database, scope: Scope): Promise<StatedBuyer | null> {
  const found = await findBuyerProfile(db, scope);
  if (!found) return null;
  const { statedBy, statedByName, statedAt } = found;
  return { ...BuyerProfile.parse(found), statedBy, statedByName, statedAt };
}

/** The profile as the selection takes it; null where the table of countries does not have the country. */
export function buyerOf({ country, body, size, buys, sector, sellsTo }: BuyerProfile): Buyer | null {
  const standing = standingOf(country);
  return (
    standing && {
      country: standing,
      body,
      size,
      buys,
      sector,
      sellsTo: sellsTo.flatMap((one) => standingOf(one) ?? []),
    }
  );
}
