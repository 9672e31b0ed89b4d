/**
 * Seals of rows: what every commit wrote, row by row, as digests that the event covers (docs/decisions/0028). A row that is
 * no longer what its last seal says was changed by somebody who went round the program.
 */
import { createHash } from "node:crypto";
import { getTableColumns, getTableName, is, Table } from "drizzle-orm";
import type { Column } from "drizzle-orm";
import { getTableConfig } from "drizzle-orm/sqlite-core";
import { BULK_TABLES } from "./bulk/bulk";
import { canonicalJson } from "./canonical-json";
import type { Ran, Step, Write } from "./database";
import { StaleWriteError } from "./errors";
import { PLAIN_TABLES, writtenTable } from "./plain-tables";
import { sqliteTables } from "./schema/sqlite";

/** Tables of the chain itself: their rows are checked by recomputing it. */
export const CHAIN_TABLES: readonly string[] = ["audit_events", "audit_contents", "audit_seals"];

/** Filled by generations, sealed as a whole (`generation-seals.ts`); lines that a commit rewrites are sealed one by one as well. */
export const REWRITTEN_TABLES: readonly string[] = ["register_rows", "suppliers"];

const GENERATION_TABLES: readonly string[] = BULK_TABLES.map((name) => getTableName(sqliteTables[name]));

/** Tables whose rows say which workspace they belong to. */
const OF_A_WORKSPACE: ReadonlySet<string> = new Set(
  Object.values(sqliteTables)
    .filter((table) => table === sqliteTables.workspaces || "workspaceNo" in table)
    .map((table) => getTableName(table)),
);

/** Facts of workspaces: every row of these tables has a seal. */
export const isFactTable = (name: string): boolean =>
  OF_A_WORKSPACE.has(name) &&
  !PLAIN_TABLES.includes(name) &&
  !GENERATION_TABLES.includes(name) &&
  !CHAIN_TABLES.includes(name);

const isSealedTable = (name: string): boolean => isFactTable(name) || REWRITTEN_TABLES.includes(name);

type Row = Readonly<Record<string, unknown>>;

/** Columns of each table's primary key, by the names that rows have them under. */
const KEYS: ReadonlyMap<string, readonly string[]> = new Map(
  Object.values(sqliteTables).map((table) => {
    const { name, columns, primaryKeys } = getTableConfig(table);
    const key = (primaryKeys[0]?.columns ?? columns.filter(({ primary }) => primary)).map((column) => column.name);
    const named = new Map(Object.entries(getTableColumns(table)).map(([property, column]) => [column.name, property]));
    return [name, key.map((column) => named.get(column)!)];
  }),
);

/** @throws when the table has no primary key. */
export function keyColumns(table: string): readonly string[] {
  const key = KEYS.get(table);
  if (!key || key.length === 0) throw new Error(`${table} has no key, so its rows cannot be named`);
  return key;
}

/** A row's key: canonical JSON of its key's values in their order. */
export const rowKey = (table: string, row: Row): string => canonicalJson(keyColumns(table).map((name) => row[name]));

const cell = (value: unknown): unknown =>
  value instanceof Date
    ? value.toISOString()
    : value instanceof Uint8Array
      ? Buffer.from(value).toString("base64")
      : value;

/**
 * A row as it reads back, in one spelling on every engine. Blank columns are left out, so that a column added later, blank in
 * old rows, does not break their seals.
 */
export const canonicalRow = (table: Table, row: Row): string =>
  canonicalJson(
    Object.fromEntries(
      Object.keys(getTableColumns(table)).flatMap((name) => {
        const value = row[name];
        return value === null || value === undefined ? [] : [[name, cell(value)]];
      }),
    ),
  );

/** SHA-256 of salt, table and canonical row, base64url without padding: 43 characters. */
export const rowDigest = (salt: string, table: string, canonical: string): string =>
  createHash("sha256").update(`${salt}${table}\n${canonical}`, "utf8").digest("base64url");

/** In place of the digest of a row that is gone. */
export const GONE = "-";

/** Which workspace a row belongs to; null when its table does not say. */
const workspaceOf = (table: string, row: Row): number | null => {
  const no = table === "workspaces" ? row.no : row.workspaceNo;
  return typeof no === "number" ? no : null;
};

/** The rows that the writes of one commit left or took away. */
export class TouchedRows {
  readonly #rows = new Map<string, { readonly table: string; readonly canonical: string | null }>();

  /** @param gone the rows were deleted. */
  add(table: Table, rows: readonly Row[], gone: boolean): void {
    const name = getTableName(table);
    for (const row of rows)
      this.#rows.set(`${name}\t${rowKey(name, row)}`, {
        table: name,
        canonical: gone ? null : canonicalRow(table, row),
      });
  }

  /** One line a row, in the order of tables and keys, whatever the order of the writes: `table⇥key⇥digest`. */
  lines(salt: string): string {
    return [...this.#rows]
      .map(([key, { table, canonical }]) => `${key}\t${canonical === null ? GONE : rowDigest(salt, table, canonical)}`)
      .sort()
      .join("\n");
  }
}

/** Digest of an event's seals, hex; "" when it touched no sealed row. */
export const sealsDigest = (lines: string): string =>
  lines === "" ? "" : createHash("sha256").update(lines, "utf8").digest("hex");

interface Returning {
  readonly config: { readonly table: Table; readonly returning?: unknown };
  returning(): Write;
}

/**
 * Inside a script: one built write; the rows of sealed tables that it wrote come back from the engine and are noted.
 * @throws StaleWriteError, and an Error when a row of another workspace was written.
 */
export function* runSealed(
  step: Step,
  touched: TouchedRows,
  scope: { readonly workspaceNo: number },
): Generator<Write, Ran, Ran> {
  const write = "write" in step ? step.write : step;
  const name = writtenTable(write);
  let ran: Ran;
  if (name === null || !isSealedTable(name)) ran = yield write;
  else {
    const query = write as unknown as Returning;
    if (query.config.returning) throw new Error(`A write to ${name} in a commit gives back whole rows or none`);
    const gone = !("set" in query.config || "values" in query.config);
    ran = yield query.returning();
    for (const row of ran.rows) {
      const owner = workspaceOf(name, row);
      if (owner !== null && owner !== scope.workspaceNo)
        throw new Error(`A commit in workspace ${scope.workspaceNo} reached a row of ${name} of workspace ${owner}`);
    }
    touched.add(query.config.table, ran.rows, gone);
  }
  if ("write" in step && ran.changes !== step.rows) throw new StaleWriteError(step.rows, ran.changes, step.isSince);
  return ran;
}

/** The column's value as the program reads it. @throws when nothing the program writes reads so. */
function readCell(column: Column, stored: unknown, exact: boolean): unknown {
  if (stored === null) return null;
  const value: unknown = column.mapFromDriverValue(stored);
  // What was written by hand may read the same and be spelled otherwise.
  if (exact && !(stored instanceof Uint8Array) && column.mapToDriverValue(value) !== stored)
    throw new TypeError(`${column.name} is not as the program writes it`);
  return value;
}

/** A row as it lies in the database, read with `sql` for each column; null when something in it cannot have been written by the program. */
export function readRow(table: Table, stored: Row, exact: boolean): Row | null {
  try {
    return Object.fromEntries(
      Object.entries(getTableColumns(table)).map(([name, column]) => [name, readCell(column, stored[name], exact)]),
    );
  } catch {
    return null;
  }
}

/** A name of a table among a database's own. */
export const tableNamed = (tables: Readonly<Record<string, unknown>>, name: string): Table | null => {
  for (const table of Object.values(tables)) if (is(table, Table) && getTableName(table) === name) return table;
  return null;
};
