import type { Table } from "drizzle-orm";
import type { Database } from "./database";
import {
  lineDigest,
  listLines,
  listTable,
  sealedLines,
  type ListLine,
  type SealedLine,
  type SealedListTable,
  type SealedTable,
} from "./generation-seals";
import { bulkKey } from "./keys";
import { isAsSealed, readFound, selectRow } from "./sealed-rows";
import { GONE, readRow, REWRITTEN_TABLES, rowKey } from "./seals";
import type { ReadChain, Suspect, TrailFault } from "./verify-trail";

/** One table of a sealed list. */
interface ListTable {
  readonly generation: number;
  readonly name: SealedListTable;
  /** The event that sealed it, and the last event before it was read for that. */
  readonly seq: number;
  readonly asOf: number;
  /** What that event says of the table; null when it says nothing. */
  readonly sealed: SealedTable | null;
}

/** A generator read one value at a time, in chunks or not. */
async function* flat<T>(chunks: AsyncGenerator<T[]>, onChunk: (length: number) => Promise<void>): AsyncGenerator<T> {
  for await (const chunk of chunks) {
    await onChunk(chunk.length);
    yield* chunk;
  }
}

/**
 * Compares the lines of one table of a list with their kept digests, and those with their sum in the chain. A line that an event rewrote
 * later is compared with that event's seal. @returns what looks wrong.
 */
export async function verifyList(
  db: Database,
  list: ListTable,
  read: ReadChain,
  count: (table: string, more: number) => Promise<void>,
): Promise<Suspect[]> {
  const { generation, name, sealed, seq } = list;
  const table = listTable(db, name);
  const suspects: Suspect[] = [];
  let sum = "";
  let kept = 0;
  const lines = flat(listLines(db, generation, name), (length) => count(name, length));
  const seals = sealedLines(db, generation, name, (sha256) => (sum = sha256));
  let [line, seal] = [await lines.next(), await seals.next()];
  while (!line.done || !seal.done) {
    const n = Math.min(line.done ? Infinity : line.value.n, seal.done ? Infinity : seal.value.n);
    const found: ListLine | null = !line.done && line.value.n === n ? line.value : null;
    const expected: SealedLine | null = !seal.done && seal.value.n === n ? seal.value : null;
    if (!found || !expected || isRewritten(list, n, read) || !lineDigest(table, found.row).equals(expected.digest))
      suspects.push(lineSuspect(db, list, table, n, expected && Buffer.from(expected.digest), read));
    if (found) line = await lines.next();
    if (expected) {
      kept += 1;
      seal = await seals.next();
    }
  }
  if (sealed === null || sum !== sealed.sha256 || kept !== sealed.lines) {
    const kind = kept === 0 && (sealed?.lines ?? 0) > 0 ? "list-gone" : "list-seal";
    const fault: TrailFault = { kind, table: name, generation, seq };
    suspects.push(() => Promise.resolve(read.replaced.has(generation) ? null : fault));
  }
  return suspects;
}

const keyOf = ({ name, generation }: ListTable, n: number): string =>
  rowKey(name, name === "suppliers" ? { no: n } : { key: bulkKey(generation, n) });

/** Did an event after the list's seal write the line? Then what it was before is wrong, too. */
const isRewritten = (list: ListTable, n: number, { fold }: ReadChain): boolean =>
  REWRITTEN_TABLES.includes(list.name) &&
  fold.tellsOf(list.name) &&
  (fold.get(list.name, keyOf(list, n))?.seq ?? 0) > list.asOf;

/** Looks at one line again. */
function lineSuspect(
  { q, engine }: Pick<Database, "q" | "engine">,
  list: ListTable,
  table: Table,
  n: number,
  digest: Buffer | null,
  read: ReadChain,
): Suspect {
  const { generation, name, seq, asOf } = list;
  const key = keyOf(list, n);
  return async () => {
    if (read.replaced.has(generation)) return null;
    const own = REWRITTEN_TABLES.includes(name) ? read.fold.get(name, key) : null;
    const later = own && own.seq > asOf ? own : null;
    // A line that nobody sealed is named itself; whose it says it is may be anybody.
    if (name === "suppliers" && digest === null && !later) return null;
    const fault = (kind: "changed" | "removed" | "added"): TrailFault => ({
      kind,
      table: name,
      key,
      seq: later?.seq ?? seq,
    });
    const isExpected = later ? later.digest !== GONE : digest !== null;
    const [stored] = await selectRow(q, table, key);
    if (!stored) return isExpected ? fault("removed") : null;
    if (!isExpected) return fault("added");
    if (later?.salt === null) return { kind: "seal-erased", table: name, key, seq: later.seq };
    if (later)
      return isAsSealed(name, readFound(table, stored, engine), later.salt!, later.digest) ? null : fault("changed");
    const row = readRow(table, stored, false);
    return row && digest && lineDigest(table, row).equals(digest) ? null : fault("changed");
  };
}
