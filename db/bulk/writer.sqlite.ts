/** Writes many rows into one table of SQLite with prepared statements of several rows each. */
import type BetterSqlite from "better-sqlite3";
import { getTableColumns, getTableName } from "drizzle-orm";
import { sqliteTables } from "../schema/sqlite";
import type { BulkTable, BulkWriter, Cell, WriterOptions } from "./bulk";
import { columnsOf, type Columns } from "./details";

/** Values of one transaction: 10,000 of the widest rows. */
const VALUES_PER_BATCH = 510_000;
const batchOf = (columns: number): number => Math.max(10_000, Math.min(50_000, Math.floor(VALUES_PER_BATCH / columns)));
/** Values one statement binds at most: eight rows of the widest table (measured, docs/decisions/0002). */
const VALUES_PER_STATEMENT = 408;
/** Rows of a batch that may come before their predecessor and still be written straight into place. */
const STRAY_SHARE = 0.02;
const SETTLE_SLICE = 10_000;

/** SQL name of a table's column, quoted. */
export function columnName(table: BulkTable, column: string): string {
  const found = getTableColumns(sqliteTables[table])[column as never] as { name: string } | undefined;
  if (!found) throw new Error(`${table} has no column ${column}`);
  return `"${found.name}"`;
}

interface Target {
  readonly many: BetterSqlite.Statement;
  readonly one: BetterSqlite.Statement;
}

let stagings = 0;

export class SqliteWriter implements BulkWriter {
  pending = 0;
  written = 0;
  readonly #buffer: Cell[] = [];
  readonly #rowsPerStatement: number;
  readonly #batchRows: number;
  readonly #keyAt: number;
  readonly #pack: Columns["pack"];
  /** Columns with one value in all rows: they stand in the statement itself. */
  readonly #same: readonly (readonly [column: string, value: number])[];
  readonly #given: number;
  /** Columns of the table that are bound, in order. */
  readonly columns: readonly string[];
  #target: Target;
  /** Name of the temporary table that takes the rows while they come in any order. */
  #staging: string | null = null;
  #lastKey = -Infinity;
  #strays = 0;

  constructor(
    readonly client: BetterSqlite.Database,
    readonly table: BulkTable,
    columns: readonly string[],
    { batchRows = batchOf(columns.length), anyOrder = false, same = {} }: WriterOptions,
  ) {
    const stored = columnsOf(table, columns);
    this.columns = stored.stored;
    this.#pack = stored.pack;
    this.#same = Object.entries(same);
    this.#given = columns.length;
    this.#batchRows = batchRows;
    this.#keyAt = anyOrder ? this.columns.indexOf("key") : -1;
    if (anyOrder && this.#keyAt < 0)
      throw new Error(`${table} is written in any order by its key, which is not among the columns`);
    this.#rowsPerStatement = Math.max(1, Math.min(64, Math.floor(VALUES_PER_STATEMENT / this.columns.length)));
    this.#target = this.#into(`"${getTableName(sqliteTables[table])}"`);
  }

  get #names(): string {
    const all = [...this.columns, ...this.#same.map(([column]) => column)];
    return all.map((column) => columnName(this.table, column)).join(", ");
  }

  #into(table: string): Target {
    const insert = `INSERT INTO ${table} (${this.#names}) VALUES `;
    const row = `(${[...this.columns.map(() => "?"), ...this.#same.map(([, value]) => String(value))].join(", ")})`;
    return {
      many: this.client.prepare(insert + Array.from({ length: this.#rowsPerStatement }, () => row).join(", ")),
      one: this.client.prepare(insert + row),
    };
  }

  add(values: readonly Cell[]): boolean {
    if (values.length !== this.#given)
      throw new RangeError(`A row of ${values.length} values was added to a writer of ${this.#given} columns`);
    const stored = this.#pack(values);
    const width = stored.length;
    const buffer = this.#buffer;
    let at = this.pending * width;
    for (let i = 0; i < width; i++) buffer[at++] = stored[i]!;
    if (this.#keyAt >= 0) {
      const key = stored[this.#keyAt] as number;
      if (key < this.#lastKey) this.#strays++;
      this.#lastKey = key;
    }
    return ++this.pending >= this.#batchRows;
  }

  /** Before a transaction: from the first batch whose keys come in no order, rows go to the temporary table. */
  prepare(): void {
    if (this.#staging !== null || this.#strays <= this.pending * STRAY_SHARE) {
      this.#strays = 0;
      return;
    }
    const staging = `temp.staged_${++stagings}`;
    this.client.exec(`CREATE TEMP TABLE staged_${stagings} (${this.#names})`);
    this.#target = this.#into(staging);
    this.#staging = staging;
  }

  /** Inside the transaction; the buffer stays until `wrote`, so that a busy database can be tried again. */
  insert(): void {
    const { many, one } = this.#target;
    const width = this.columns.length;
    const end = this.pending * width;
    const step = this.#rowsPerStatement * width;
    let at = 0;
    for (; at + step <= end; at += step) many.run(...this.#buffer.slice(at, at + step));
    for (; at < end; at += width) one.run(...this.#buffer.slice(at, at + width));
  }

  wrote(): void {
    this.written += this.pending;
    this.pending = 0;
  }

  /** What is left to do to bring staged rows into place, in the order of their keys: each a short write of its own. */
  *slicesInOrder(): Generator<() => void> {
    const staging = this.#staging;
    if (staging === null) return;
    const { client } = this;
    const table = `"${getTableName(sqliteTables[this.table])}"`;
    client.exec(`CREATE INDEX ${staging}_by_key ON ${staging.slice("temp.".length)} ("key")`);
    const upTo = client
      .prepare(
        `SELECT max("key") FROM (SELECT "key" FROM ${staging} WHERE "key" > ? ORDER BY "key" LIMIT ${SETTLE_SLICE})`,
      )
      .pluck();
    const move = client.prepare(
      `INSERT INTO ${table} (${this.#names}) SELECT ${this.#names} FROM ${staging} WHERE "key" > ? AND "key" <= ? ORDER BY "key"`,
    );
    for (let after = -1; ;) {
      const last = upTo.get(after) as number | null;
      if (last === null) break;
      yield () => move.run(after, last);
      after = last;
    }
    this.#target = this.#into(table);
    this.#staging = null;
    this.#lastKey = -Infinity;
    client.exec(`DROP TABLE ${staging}`);
  }
}
