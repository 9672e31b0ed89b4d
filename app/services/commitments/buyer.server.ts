import { z } from "zod";
import type { Database, Scope } from "../../../db/database";
import { findBuyerProfile } from "../../../db/queries/categories";
import { BODIES, BUYS, SIZES, type Buyer } from "../../commitments/select";
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
});
export type BuyerProfile = z.infer<typeof BuyerProfile>;

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
export function buyerOf({ country, body, size, buys, sellsTo }: BuyerProfile): Buyer | null {
  const standing = standingOf(country);
  return standing && { country: standing, body, size, buys, sellsTo: sellsTo.flatMap((one) => standingOf(one) ?? []) };
}
