import type { Database, Scope } from "../../../db/database";
import { buyingEntries, type SignedBuyingEntry } from "../../../db/queries/demand";
import { buyingOf, type Buying, type BuyingEntry } from "../../demand/entries";

/** Entries were parsed when they were written. */
const readEntry = ({ id, kind, contractId, contents, enteredBy, enteredAt, who }: SignedBuyingEntry): BuyingEntry =>
  ({ id, kind, contractId, contents, enteredBy, enteredAt, who }) as BuyingEntry;

/** What was told of own ways of buying: every entry, the oldest first, and what of it counts. */
export async function buyingRecord(
  db: Database,
  scope: Scope,
): Promise<{ readonly entries: readonly BuyingEntry[]; readonly buying: Buying }> {
  const entries = (await buyingEntries(db, scope)).map(readEntry);
  return { entries, buying: buyingOf(entries) };
}
