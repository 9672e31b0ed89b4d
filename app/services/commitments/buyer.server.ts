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

/** Null: nobody stated it yet. */
export async function buyerProfile(db: Database, scope: Scope): Promise<(BuyerProfile & { statedAt: Date }) | null> {
  const found = await findBuyerProfile(db, scope);
  return found && { ...BuyerProfile.parse(found), statedAt: found.statedAt };
}

/** The profile as the selection takes it; null where the table of countries does not have the country. */
export function buyerOf({ country, body, size, buys, sellsTo }: BuyerProfile): Buyer | null {
  const standing = standingOf(country);
  return standing && { country: standing, body, size, buys, sellsTo: sellsTo.flatMap((one) => standingOf(one) ?? []) };
}
