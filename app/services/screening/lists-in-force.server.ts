import { createHash } from "node:crypto";
import { gunzipSync, gzipSync } from "node:zlib";
import { canonicalJson } from "../../../db/canonical-json";
import type { AnyScope, Database } from "../../../db/database";
import { editionContent, editionsOf, type StoredEdition } from "../../../db/queries/screening";
import { shippedEditions } from "../../lib/shipped-lists.server";
import type { Edition, ListEntry, ListHead } from "../../screening/types";

/** An edition of a list that a workspace's suppliers are compared with. */
export interface ListInForce extends ListHead {
  /** Null: it came with this version of the program. */
  readonly editionId: string | null;
  readonly date: string;
  readonly readOn: string;
  /** All entries, those among them that names are not compared with. */
  readonly entries: number;
  readonly leftOut: Readonly<Record<string, number>>;
  readonly loadedAt: Date | null;
}

/** Entries as an edition keeps them. */
export const packEntries = (entries: readonly ListEntry[]): Buffer => gzipSync(JSON.stringify(entries));
const unpackEntries = (content: Uint8Array): readonly ListEntry[] =>
  JSON.parse(gunzipSync(content).toString("utf8")) as ListEntry[];

export const ofShipped = ({ entries, ...head }: Edition): ListInForce => ({
  ...head,
  editionId: null,
  entries: entries.length,
  loadedAt: null,
});

const ofStored = ({
  id,
  listId,
  title,
  publisher,
  url,
  licence,
  date,
  readOn,
  ...rest
}: StoredEdition): ListInForce => ({
  listId,
  title,
  publisher,
  url,
  licence,
  editionId: id,
  date,
  readOn,
  entries: rest.entries,
  leftOut: rest.leftOut as Readonly<Record<string, number>>,
  loadedAt: rest.loadedAt,
});

/**
 * Of each list the edition that was read at its publisher last: one that the workspace loaded, or the one this version brings.
 * In the order of the lists' ids.
 */
export async function listsInForce(db: Database, scope: AnyScope): Promise<ListInForce[]> {
  const stored = (await editionsOf(db, scope)).filter(({ withdrawnAt }) => withdrawnAt === null);
  return readLast(shippedEditions().map(ofShipped), stored);
}

/** Of each list the edition that was read last, in the order of the lists' ids. Pure. @param stored the newest first. */
export function readLast(shipped: readonly ListInForce[], stored: readonly StoredEdition[]): ListInForce[] {
  const found = new Map(shipped.map((edition) => [edition.listId, edition]));
  // The newest was loaded last: it stands before an older one of the same day.
  for (const edition of stored.toReversed()) {
    const before = found.get(edition.listId);
    if (!before || edition.readOn >= before.readOn) found.set(edition.listId, ofStored(edition));
  }
  return [...found.values()].sort((a, b) => (a.listId < b.listId ? -1 : 1));
}

/** The entries of an edition. @throws Error when it is not kept. */
export async function entriesOf(
  db: Database,
  scope: AnyScope,
  { listId, editionId }: Pick<ListInForce, "listId" | "editionId">,
): Promise<readonly ListEntry[]> {
  if (editionId === null) {
    const shipped = shippedEditions().find((edition) => edition.listId === listId);
    if (!shipped) throw new Error(`This version brings no list ${listId}`);
    return shipped.entries;
  }
  const content = await editionContent(db, scope, editionId);
  if (!content) throw new Error(`The edition ${editionId} is not kept`);
  return unpackEntries(content);
}

/** What tells two sets of editions apart. */
export const listsHash = (lists: readonly ListInForce[]): string =>
  createHash("sha256")
    .update(
      canonicalJson({
        lists: lists.map(({ listId, editionId, date, readOn, entries }) => ({
          listId,
          editionId,
          date,
          readOn,
          entries,
        })),
      }),
    )
    .digest("hex");
