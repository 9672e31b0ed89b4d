/** Rows of sealed tables as they lie in the database, read without believing that the program wrote them. */
import { and, asc, eq, getTableColumns, getTableName, gt, or, sql } from "drizzle-orm";
import type { Column, SQL, Table } from "drizzle-orm";
import type { SQLiteTable } from "drizzle-orm/sqlite-core";
import type { Engine, Queries } from "./database";
import { canonicalRow, keyColumns, readRow, rowDigest, rowKey } from "./seals";

/** One row: its key as seals name it, and its canonical text; null when the program cannot have written it so. */
export interface FoundRow {
  readonly key: string;
  readonly canonical: string | null;
}

type Stored = Readonly<Record<string, unknown>>;

const columnsOf = (table: Table): Readonly<Record<string, Column>> => getTableColumns(table);

/** Each column without the builder's decoding. */
const rawFields = (table: Table): Record<string, SQL.Aliased> =>
  Object.fromEntries(Object.entries(columnsOf(table)).map(([name, column]) => [name, sql`${column}`.as(name)]));

/** Whole numbers come as text from an engine whose driver does not trust itself with them. */
const keyOf = (table: Table, stored: Stored): string => {
  const name = getTableName(table);
  const values = keyColumns(name).map(
    (part) => [part, columnsOf(table)[part]!.mapFromDriverValue(stored[part])] as const,
  );
  return rowKey(name, Object.fromEntries(values));
};

function found(table: Table, stored: Stored, engine: Engine): FoundRow {
  const row = readRow(table, stored, engine === "sqlite");
  return { key: keyOf(table, stored), canonical: row && canonicalRow(table, row) };
}

/** The values of a key; none when it is no key, as in a seal that was changed by hand: then no row has it. */
function keyValues(key: string): readonly unknown[] {
  try {
    const values: unknown = JSON.parse(key);
    return Array.isArray(values) ? values : [];
  } catch {
    return [];
  }
}

/** The row of this key; built, not yet run. */
export const selectRow = (q: Queries, table: Table, key: string) => {
  const values = keyValues(key);
  const columns = columnsOf(table);
  return q
    .select(rawFields(table))
    .from(table as SQLiteTable)
    .where(and(...keyColumns(getTableName(table)).map((name, index) => eq(columns[name]!, values[index] ?? null))));
};

export const readFound = found;

const CHUNK = 2000;

/** All rows of the table in one workspace, in the order of their keys, some thousands at a time; no transaction stays open. */
export async function* scanRows(
  { q, engine }: { readonly q: Queries; readonly engine: Engine },
  table: Table,
  workspaceNo: number,
): AsyncGenerator<FoundRow[]> {
  const columns = columnsOf(table);
  const key = keyColumns(getTableName(table)).map((name) => columns[name]!);
  const owner = (getTableName(table) === "workspaces" ? columns.no : columns.workspaceNo)!;
  for (let after: readonly unknown[] | null = null; ;) {
    const seen: readonly unknown[] | null = after;
    const behind =
      seen &&
      or(
        ...key.map((column, at) =>
          and(...key.slice(0, at).map((one, index) => eq(one, seen[index])), gt(column, seen[at])),
        ),
      );
    const rows: Stored[] = await q
      .select(rawFields(table))
      .from(table as SQLiteTable)
      .where(and(eq(owner, workspaceNo), behind ?? undefined))
      .orderBy(...key.map((column) => asc(column)))
      .limit(CHUNK);
    const chunk = rows.map((row) => found(table, row, engine));
    if (chunk.length > 0) yield chunk;
    if (chunk.length < CHUNK) return;
    after = JSON.parse(chunk.at(-1)!.key) as unknown[];
  }
}

/** Does the row say what its seal says? */
export const isAsSealed = (table: string, row: FoundRow, salt: string, digest: string): boolean =>
  row.canonical !== null && rowDigest(salt, table, row.canonical) === digest;
