/**
 * Seals of a published list: a short digest of each line, kept a thousand a row beside it, and over all of them one digest
 * that stands in the chain (`register.sealed`). Written by the job process after publish: docs/decisions/0028.
 */
import { createHash } from "node:crypto";
import { and, asc, between, desc, eq, getTableColumns, gt, inArray } from "drizzle-orm";
import type { Table } from "drizzle-orm";
import type { AnyScope, Database } from "./database";
import { event } from "./audit-events";
import { bulkRange } from "./keys";
import { isOneOf } from "./sql";

/** What is sealed of a list: its lines, the records behind them, what was set aside, and who its suppliers are. */
export const SEALED_LIST_TABLES = ["register_rows", "source_rows", "row_issues", "suppliers"] as const;
export type SealedListTable = (typeof SEALED_LIST_TABLES)[number];

const NUMBER = 2 ** 32;
const ENTRY = 16;
const DIGEST = 12;
const LINES_PER_SLICE = 1000;
const CHUNK = 5000;
const SLICES_AT_ONCE = 20;

/** What the chain holds of one table of a sealed list. */
export interface SealedTable {
  readonly lines: number;
  /** SHA-256 over the slices in their order, hex. */
  readonly sha256: string;
}

/** One line of a list: its number in the generation, and its values in the order of the columns. */
export interface ListLine {
  readonly n: number;
  readonly row: Readonly<Record<string, unknown>>;
}

/** Changes of a supplier that the program makes by itself when a generation goes. */
const LEFT_OUT: readonly string[] = ["bornGeneration"];

/** The first bytes of the SHA-256 of a line's values. */
export function lineDigest(table: Table, row: Readonly<Record<string, unknown>>): Buffer {
  const values = Object.keys(getTableColumns(table))
    .filter((name) => !LEFT_OUT.includes(name))
    .map((name) => {
      const value = row[name] ?? null;
      return value instanceof Uint8Array ? Buffer.from(value).toString("latin1") : value;
    });
  return createHash("sha256").update(JSON.stringify(values), "utf8").digest().subarray(0, DIGEST);
}

/** The lines of one table of a generation in the order of their numbers, some thousands at a time. */
export async function* listLines(
  db: Pick<Database, "q" | "t" | "engine">,
  generation: number,
  name: SealedListTable,
): AsyncGenerator<ListLine[]> {
  const { registerRows, sourceRows, rowIssues, suppliers } = db.t;
  const [first, last] = bulkRange(generation);
  if (name === "suppliers") {
    for (let after = first - 1; ;) {
      const lines = await db.q
        .select({ key: registerRows.key, no: registerRows.supplierNo })
        .from(registerRows)
        .where(and(gt(registerRows.key, after), between(registerRows.key, first, last)))
        .orderBy(asc(registerRows.key))
        .limit(CHUNK);
      const numbers = lines.map(({ no }) => no);
      const rows = await db.q
        .select()
        .from(suppliers)
        .where(isOneOf(db.engine, suppliers.no, numbers))
        .orderBy(asc(suppliers.no));
      if (rows.length > 0) yield rows.map((row) => ({ n: row.no, row }));
      if (lines.length < CHUNK) return;
      after = lines.at(-1)!.key;
    }
  }
  const table = { register_rows: registerRows, source_rows: sourceRows, row_issues: rowIssues }[name];
  for (let after = first - 1; ;) {
    const rows = await db.q
      .select()
      .from(table as typeof sourceRows)
      .where(and(gt(table.key, after), between(table.key, first, last)))
      .orderBy(asc(table.key))
      .limit(CHUNK);
    if (rows.length > 0) yield rows.map((row) => ({ n: row.key % NUMBER, row }));
    if (rows.length < CHUNK) return;
    after = rows.at(-1)!.key;
  }
}

/** The list's table among a database's own. */
export const listTable = ({ t }: Pick<Database, "t">, name: SealedListTable): Table =>
  ({ register_rows: t.registerRows, source_rows: t.sourceRows, row_issues: t.rowIssues, suppliers: t.suppliers })[name];

async function sealTable(
  db: Database,
  generation: number,
  name: SealedListTable,
  onLines: (lines: number) => Promise<void>,
): Promise<SealedTable> {
  const { generationSeals } = db.t;
  const table = listTable(db, name);
  const root = createHash("sha256");
  let waiting: { generation: number; tableName: string; slice: number; digests: Buffer }[] = [];
  let [entries, lines, slice] = [[] as Buffer[], 0, 0];
  const write = async () => {
    if (waiting.length > 0) await db.commitPlain((q) => [q.insert(generationSeals).values(waiting)]);
    waiting = [];
  };
  const cut = async () => {
    if (entries.length === 0) return;
    const digests = Buffer.concat(entries);
    root.update(createHash("sha256").update(digests).digest());
    waiting.push({ generation, tableName: name, slice, digests });
    slice += 1;
    entries = [];
    if (waiting.length >= SLICES_AT_ONCE) await write();
  };
  for await (const chunk of listLines(db, generation, name)) {
    for (const { n, row } of chunk) {
      const entry = Buffer.allocUnsafe(ENTRY);
      entry.writeUInt32BE(n, 0);
      lineDigest(table, row).copy(entry, 4);
      entries.push(entry);
      lines += 1;
      if (entries.length === LINES_PER_SLICE) await cut();
    }
    await onLines(chunk.length);
  }
  await cut();
  await write();
  return { lines, sha256: root.digest("hex") };
}

/** A seal of a list that was read back: a line's number and digest. */
export interface SealedLine {
  readonly n: number;
  readonly digest: Buffer;
}

/** Reads back the kept digests of one table; `finish` says what they add up to. */
export async function* sealedLines(
  db: Pick<Database, "q" | "t">,
  generation: number,
  name: SealedListTable,
  finish: (sha256: string) => void,
): AsyncGenerator<SealedLine> {
  const { generationSeals: s } = db.t;
  const root = createHash("sha256");
  for (let after = -1; ;) {
    const slices = await db.q
      .select({ slice: s.slice, digests: s.digests })
      .from(s)
      .where(and(eq(s.generation, generation), eq(s.tableName, name), gt(s.slice, after)))
      .orderBy(asc(s.slice))
      .limit(SLICES_AT_ONCE);
    for (const { slice, digests } of slices) {
      after = slice;
      root.update(createHash("sha256").update(digests).digest());
      for (let at = 0; at + ENTRY <= digests.length; at += ENTRY)
        yield { n: digests.readUInt32BE(at), digest: digests.subarray(at + 4, at + ENTRY) };
    }
    if (slices.length < SLICES_AT_ONCE) break;
  }
  finish(root.digest("hex"));
}

/** Number of the newest event of a workspace, 0 when there is none. */
export async function headSeq(db: Pick<Database, "q" | "t">, workspaceNo: number): Promise<number> {
  const { auditEvents: e } = db.t;
  const [last] = await db.q
    .select({ seq: e.seq })
    .from(e)
    .where(eq(e.workspaceNo, workspaceNo))
    .orderBy(desc(e.seq))
    .limit(1);
  return last?.seq ?? 0;
}

/** What a list is and what it counts. */
async function listOf({ q, t }: Pick<Database, "q" | "t">, generation: number) {
  const { generations: g, summaryCounts: c } = t;
  const [made] = await q.select().from(g).where(eq(g.no, generation));
  const rows = await q
    .select({ kind: c.kind, key: c.key, count: c.count })
    .from(c)
    .where(and(eq(c.generation, generation), inArray(c.kind, ["level", "band"])));
  const counts: Record<string, Record<string, number>> = { level: {}, band: {} };
  for (const { kind, key, count } of rows) counts[kind]![key] = count;
  return {
    importId: made?.importId ?? null,
    modelId: made?.modelId ?? "",
    dataDate: made?.dataDate ?? "",
    suppliers: made?.suppliers ?? 0,
    counts,
  };
}

/** Seals a published list; `onLines` is told how many lines were read so far. What a commit rewrites from now on is sealed line by line by its own event. */
export async function sealGeneration(
  db: Database,
  scope: AnyScope,
  generation: number,
  onLines: (lines: number) => Promise<void> = async () => {},
): Promise<void> {
  let done = 0;
  const count = (lines: number) => onLines((done += lines));
  const { generationSeals } = db.t;
  const asOf = await headSeq(db, scope.workspaceNo);
  // What an attempt that was cut off has left.
  await db.commitPlain((q) => [q.delete(generationSeals).where(eq(generationSeals.generation, generation))]);
  const tables: Record<string, SealedTable> = {};
  for (const name of SEALED_LIST_TABLES) tables[name] = await sealTable(db, generation, name, count);
  const list = await listOf(db, generation);
  await db.commit(scope, event("register.sealed", { generation, asOf, tables, list }), () => []);
}
