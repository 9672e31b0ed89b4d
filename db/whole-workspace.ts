/**
 * Everything a workspace holds, found by walking the schema: so that a table that comes later is exported and deleted
 * without anybody having to think of it. A test puts a row into every table and looks.
 */
import { and, asc, between, desc, eq, getTableColumns, getTableName, gt, inArray } from "drizzle-orm";
import { PgTable, getTableConfig as postgresConfig } from "drizzle-orm/pg-core";
import { getTableConfig as sqliteConfig, type SQLiteColumn as Column, type SQLiteTable } from "drizzle-orm/sqlite-core";
import type { Database } from "./database";
import { bulkRange, pageRange } from "./keys";
import { pause } from "./retry";
import { registerRow } from "./register-row";

/** Of either engine: what the query builder takes is typed after SQLite's. */
type AnyTable = SQLiteTable;

const SLICE = 2000;

/** Columns of a primary key, by their names in the program. */
function keyOf(table: AnyTable): Column[] {
  const columns = Object.values(getTableColumns(table)) as Column[];
  const single = columns.find(({ primary }) => primary);
  if (single) return [single];
  const of = table as unknown;
  const config = of instanceof PgTable ? postgresConfig(of) : sqliteConfig(of as SQLiteTable);
  const names = config.primaryKeys[0]?.columns.map(({ name }) => name) ?? [];
  return columns.filter(({ name }) => names.includes(name));
}

type Named = Readonly<Record<string, Column>>;
const columnsOf = (table: AnyTable): Named => getTableColumns(table) as Named;

/** Tables whose rows say to which workspace they belong, in the order in which they were defined: what is referred to comes first. */
export const ownedTables = (db: Database): readonly AnyTable[] =>
  Object.values(db.t).filter((table) => "workspaceNo" in columnsOf(table));

/** Which generations' rows a table holds that does not say whose they are: by the column that tells, and what of it is theirs. */
function ofGenerations(
  table: AnyTable,
): { readonly column: Column; range(no: number): readonly [number, number] } | null {
  const columns = columnsOf(table);
  // A register line says both; its key is the way to it.
  if (columns["reasons"] && columns["details"]) return { column: columns["key"]!, range: bulkRange };
  if ("workspaceNo" in columns) return null;
  const { generation, slot, key, supplierKey } = columns;
  if (generation) return { column: generation, range: (no) => [no, no] };
  if (slot) return { column: slot, range: (no) => pageRange(no) };
  const bulk = key ?? supplierKey;
  // `summary_counts.key` is no number; it has its generation.
  return bulk && bulk.dataType === "number" ? { column: bulk, range: bulkRange } : null;
}

/** Tables whose rows belong to a generation, which belongs to a workspace. */
export const generationTables = (db: Database): readonly AnyTable[] =>
  Object.values(db.t).filter((table) => ofGenerations(table) !== null);

async function generationsOf(db: Database, workspaceNo: number): Promise<number[]> {
  const { generations } = db.t;
  const rows = await db.q
    .select({ no: generations.no })
    .from(generations)
    .where(eq(generations.workspaceNo, workspaceNo))
    .orderBy(asc(generations.no));
  return rows.map(({ no }) => no);
}

/** Deletes what a table holds of a generation, in slices where its key allows. */
async function deleteRange(db: Database, table: AnyTable, generation: number): Promise<void> {
  const { column, range } = ofGenerations(table)!;
  const theirs = between(column, ...range(generation));
  const isKey = keyOf(table).length === 1;
  for (;;) {
    const changes = await db.transact(function* (q) {
      const some = q.select({ key: column }).from(table).where(theirs).orderBy(asc(column)).limit(SLICE);
      return (yield q.delete(table).where(isKey ? inArray(column, some) : theirs)).changes;
    });
    if (!isKey || changes < SLICE) return;
    await pause(12);
  }
}

/** Deletes a workspace's rows of one table, in slices where its key allows. */
async function deleteOwned(db: Database, table: AnyTable, workspaceNo: number): Promise<void> {
  const { workspaceNo: whose } = columnsOf(table);
  const mine = eq(whose!, workspaceNo);
  const [key, ...more] = keyOf(table);
  for (;;) {
    // Looked at without the write lock: a table without an index on its workspace may be long.
    const some = await db.q
      .select({ key: key! })
      .from(table)
      .where(mine)
      .limit(more.length > 0 ? 1 : SLICE);
    if (some.length === 0) return;
    await db.transact(function* (q) {
      yield q.delete(table).where(
        more.length > 0
          ? mine
          : and(
              mine,
              inArray(
                key!,
                some.map(({ key: one }) => one),
              ),
            ),
      );
    });
    await pause(12);
  }
}

/** What is kept of a workspace's chain. */
export interface ChainHead {
  readonly events: number;
  readonly headHash: string;
}

/**
 * Deletes a workspace with every row of every table: first its members, so that nobody enters any more, the chain last,
 * together with the line that keeps its head. Safe to be killed and run again. Called by the job process, which does
 * nothing else meanwhile.
 */
export async function deleteWorkspaceRows(
  db: Database,
  workspace: { readonly no: number; readonly id: string; readonly askedAt: Date },
  now: Date,
): Promise<ChainHead> {
  const { memberships, auditEvents, auditContents, workspaces, endedWorkspaces } = db.t;
  await deleteOwned(db, memberships, workspace.no);
  for (const no of await generationsOf(db, workspace.no)) {
    await db.search.drop(no);
    for (const table of generationTables(db)) await deleteRange(db, table, no);
  }
  const last: ReadonlySet<AnyTable> = new Set([auditEvents, auditContents, db.t.generations]);
  for (const table of [...ownedTables(db)].reverse()) if (!last.has(table)) await deleteOwned(db, table, workspace.no);
  // While they stand, another run finds what is left of them.
  await deleteOwned(db, db.t.generations, workspace.no);
  return db.transact(function* (q) {
    const head = yield q
      .select({ seq: auditEvents.seq, hash: auditEvents.hash })
      .from(auditEvents)
      .where(eq(auditEvents.workspaceNo, workspace.no))
      .orderBy(desc(auditEvents.seq))
      .limit(1);
    const kept = { events: Number(head.rows[0]?.["seq"] ?? 0), headHash: String(head.rows[0]?.["hash"] ?? "") };
    yield q.delete(auditContents).where(eq(auditContents.workspaceNo, workspace.no));
    yield q.delete(auditEvents).where(eq(auditEvents.workspaceNo, workspace.no));
    yield q
      .insert(endedWorkspaces)
      .values({ workspaceId: workspace.id, ...kept, askedAt: workspace.askedAt, endedAt: now });
    yield q.delete(workspaces).where(eq(workspaces.no, workspace.no));
    return kept;
  });
}

type Row = Readonly<Record<string, unknown>>;

/** Rows of a table that belong to the workspace, a few thousand at a time. */
export async function* rowsOfWorkspace(
  db: Database,
  table: AnyTable,
  workspaceNo: number,
): AsyncGenerator<readonly Row[]> {
  const of = ofGenerations(table);
  if (!of) return yield* byKey(db, table, eq(columnsOf(table)["workspaceNo"]!, workspaceNo));
  for (const no of await generationsOf(db, workspaceNo))
    for await (const rows of byKey(db, table, between(of.column, ...of.range(no))))
      yield table === db.t.registerRows ? rows.map((row) => ({ ...registerRow(row as never) })) : rows;
}

/** Pages by the key. A key of several columns beside the workspace is read at once, and so is one of none: then it is one row. */
async function* byKey(db: Database, table: AnyTable, mine: ReturnType<typeof eq>): AsyncGenerator<readonly Row[]> {
  const [key, ...more] = keyOf(table).filter((column) => column !== columnsOf(table)["workspaceNo"]);
  if (!key || more.length > 0) {
    const ordered = [key, ...more].flatMap((column) => (column ? [asc(column)] : []));
    const rows = (await db.q
      .select()
      .from(table)
      .where(mine)
      .orderBy(...ordered)) as Row[];
    if (rows.length > 0) yield rows;
    return;
  }
  const name = Object.entries(columnsOf(table)).find(([, column]) => column === key)![0];
  for (let after: unknown; ;) {
    const rows = (await db.q
      .select()
      .from(table)
      .where(after === undefined ? mine : and(mine, gt(key, after)))
      .orderBy(asc(key))
      .limit(SLICE)) as Row[];
    if (rows.length > 0) yield rows;
    if (rows.length < SLICE) return;
    after = rows.at(-1)![name];
  }
}

/** The name of a table in the database. */
export const nameOf = (table: AnyTable): string => getTableName(table);
