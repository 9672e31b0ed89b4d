import { and, eq } from "drizzle-orm";
import type { z } from "zod";
import { event } from "../../../db/audit-events";
import type { Database, Scope } from "../../../db/database";
import { isStaleWrite, isUniqueViolation } from "../../../db/errors";
import { findBuyerProfile } from "../../../db/queries/categories";
import { Problem } from "../../lib/problem";
import { BuyerProfile, LEAST_KEEP_YEARS, MOST_KEEP_YEARS } from "./buyer.server";
import { standingOf } from "./standing.server";
import { tableEdition } from "./table-edition.server";

/**
 * States who buys. What was stated before stays in the chain.
 * @throws Problem `buyer.country` for a country the table does not have; `buyer.keep-years` for years that are none or too few (422); `buyer.conflict` (409) when someone stated it meanwhile.
 */
export async function stateBuyer(
  db: Database,
  scope: Scope,
  given: z.input<typeof BuyerProfile>,
  now: Date,
): Promise<void> {
  const profile = BuyerProfile.parse({ ...given, sellsTo: [...new Set(given.sellsTo)].sort() });
  const unknown = [profile.country, ...profile.sellsTo].find((country) => standingOf(country) === null);
  if (unknown !== undefined)
    throw new Problem(
      "buyer.country",
      `${unknown} is not in the table of countries. Choose one from the list.`,
      { country: unknown },
      422,
    );
  const { keepYears } = profile;
  if (keepYears !== null && (keepYears < LEAST_KEEP_YEARS || keepYears > MOST_KEEP_YEARS))
    throw new Problem(
      "buyer.keep-years",
      `Write whole years from ${LEAST_KEEP_YEARS} to ${MOST_KEEP_YEARS}, or leave it empty. Reports are never kept shorter than their templates ask.`,
      { least: LEAST_KEEP_YEARS, most: MOST_KEEP_YEARS },
      422,
    );
  const seen = await findBuyerProfile(db, scope);
  const { buyerProfiles: table } = db.t;
  const values = { ...profile, statedBy: scope.userId, statedAt: now };
  const previous = seen && BuyerProfile.parse(seen);
  await db
    .commit(scope, event("buyer.stated", { profile, previous, catalogue: { ...tableEdition() } }), (q) => [
      seen === null
        ? q.insert(table).values({ ...values, workspaceNo: scope.workspaceNo })
        : {
            write: q
              .update(table)
              .set({ ...values, version: seen.version + 1 })
              .where(and(eq(table.workspaceNo, scope.workspaceNo), eq(table.version, seen.version))),
            rows: 1,
          },
    ])
    .catch((error: unknown) => {
      if (!isStaleWrite(error) && !isUniqueViolation(error)) throw error;
      throw new Problem("buyer.conflict", "Someone else changed this a moment ago. Load the page again.", {}, 409);
    });
}
