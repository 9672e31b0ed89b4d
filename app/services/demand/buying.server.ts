import type { Database, Scope } from "../../../db/database";
import { buyingEntries, type SignedBuyingEntry } from "../../../db/queries/demand";
import { buyingOf, type Buying, type BuyingEntry } from "../../demand/entries";
import { isBy } from "../../lib/as-known-on";

/** Entries were parsed when they were written. */
const readEntry = ({ id, kind, contractId, contents, enteredBy, enteredAt, who }: SignedBuyingEntry): BuyingEntry =>
  ({ id, kind, contractId, contents, enteredBy, enteredAt, who }) as BuyingEntry;

/**
 * What was told of own ways of buying: every entry, the oldest first, and what of it counts.
 * @param until what was told later is left out, so that an entry taken back later counts; null: all.
 */
export async function buyingRecord(
  db: Database,
  scope: Scope,
  until: Date | null = null,
): Promise<{ readonly entries: readonly BuyingEntry[]; readonly buying: Buying }> {
  const all = await buyingEntries(db, scope);
  const entries = all.filter(({ enteredAt }) => isBy(enteredAt, until)).map(readEntry);
  return { entries, buying: buyingOf(entries) };
}
