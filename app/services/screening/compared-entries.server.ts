import type { AnyScope, Database } from "../../../db/database";
import { editionsOf } from "../../../db/queries/screening";
import { shippedEditions } from "../../lib/shipped-lists.server";
import { compareEditions } from "../../screening/edition-changes";
import { isCompared } from "../../screening/party";
import type { ListEntry } from "../../screening/types";
import { entriesOf, type ListInForce } from "./lists-in-force.server";
import type { ComparedEntry } from "./stored-candidate";

export interface ComparedEntries {
  /** Those that names are compared with. */
  readonly entries: readonly (ComparedEntry & { readonly isNewlyListed: boolean })[];
  /** `list entry` of all that stand on a list in force. */
  readonly standing: ReadonlySet<string>;
}

export const entryKey = (listId: string, entryId: string): string => `${listId} ${entryId}`;

/** The entries of the editions in force, with which of them came with the newest edition of their list. */
export async function comparedEntries(
  db: Database,
  scope: AnyScope,
  lists: readonly ListInForce[],
): Promise<ComparedEntries> {
  const entries: (ComparedEntry & { isNewlyListed: boolean })[] = [];
  const standing = new Set<string>();
  for (const { listId, editionId, title, publisher, url, date, readOn } of lists) {
    const found = await entriesOf(db, scope, { listId, editionId });
    const before = await entriesBefore(db, scope, { listId, editionId });
    const listed = new Set(
      before && compareEditions({ entries: before }, { entries: found }).listed.map(({ id }) => id),
    );
    const list = { listId, editionId, title, publisher, url, date, readOn };
    for (const entry of found) {
      if (entry.delistedOn === null) standing.add(entryKey(listId, entry.id));
      if (!isCompared(entry)) continue;
      entries.push({ entry, list, isNewlyListed: listed.has(entry.id) });
    }
  }
  return { entries, standing };
}

/** The entries of the edition that was in force before; null when there was none. */
export async function entriesBefore(
  db: Database,
  scope: AnyScope,
  { listId, editionId }: Pick<ListInForce, "listId" | "editionId">,
): Promise<readonly ListEntry[] | null> {
  if (editionId === null) return null;
  const stored = (await editionsOf(db, scope)).filter((one) => one.listId === listId && one.withdrawnAt === null);
  const before = stored[stored.findIndex(({ id }) => id === editionId) + 1];
  if (before) return entriesOf(db, scope, { listId, editionId: before.id });
  const isShipped = shippedEditions().some((edition) => edition.listId === listId);
  return isShipped ? entriesOf(db, scope, { listId, editionId: null }) : null;
}
