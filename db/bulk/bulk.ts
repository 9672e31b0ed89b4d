import type { Build } from "../database";
import type { Detail } from "../schema/register-details";
import type { Tables } from "../schema/tables";

/** Tables a generation fills; each is written by a writer of its own. */
export const BULK_TABLES = [
  "suppliers",
  "registerRows",
  "sourceRows",
  "sourceLists",
  "rowIssues",
  "controlTotals",
  "summaryCounts",
  "renameProposals",
  "listDifferences",
  "registerPages",
  "generationGroups",
  "generationPayees",
  "generationUnresolved",
  "decidedSuppliers",
  "toldSuppliers",
] as const;
export type BulkTable = (typeof BULK_TABLES)[number];

/** A cell as stored: no Dates, no booleans, no objects. `undefined` is not allowed: blank is null. */
export type Cell = string | number | null | Uint8Array;

type StoredColumn<T extends BulkTable> = Extract<keyof Tables[T]["_"]["columns"], string>;
/** What a table can be written and read by; of a register line its details have names of their own, or come packed. */
export type BulkColumn<T extends BulkTable> = T extends "registerRows" ? StoredColumn<T> | Detail : StoredColumn<T>;

/** What a table is read by: values of its own, nothing packed. */
export type ReadColumn<T extends BulkTable> = T extends "registerRows" ? RegisterColumn : StoredColumn<T>;
export type ReadCell = string | number | null;

/** A row by the names of its columns; the order of the columns is `writer.columns`. */
export type BulkRow<T extends BulkTable> = Record<ReadColumn<T>, ReadCell>;

/**
 * Writes many rows into one table. Nothing is visible, and no lock is held, until `flush`; a flush is one transaction.
 *
 *     const rows = db.bulk.writer("registerRows", REGISTER_COLUMNS);
 *     if (rows.add(values)) await rows.flush();
 */
export interface BulkWriter {
  /**
   * Copies the values (in the order of the columns the writer was made with); true when it is time to flush. Packed details
   * are not copied: their bytes must stay as they are until the flush.
   */
  add(values: readonly Cell[]): boolean;
  readonly pending: number;
  /** Rows written since the writer was made. */
  readonly written: number;
}

export interface WriterOptions {
  /** Rows per transaction, 10,000 to 50,000; the default holds the write lock some 50 ms. */
  readonly batchRows?: number;
  /**
   * Rows may come in any order of their keys. Written straight into place, a million wide rows in chance order take twelve
   * times as long as in order; with this they wait in a temporary table, and `settle` puts them in order.
   */
  readonly anyOrder?: boolean;
  /** Columns that have one value in all rows; they are not among the columns that are added. */
  readonly same?: Readonly<Record<string, number>>;
}

/** A column of a register line, its details one by one. */
export type RegisterColumn = Exclude<StoredColumn<"registerRows">, "details"> | Detail;
/** A column that a list can be ordered by. */
type OrderColumn = Exclude<RegisterColumn, Detail>;

export interface OrderBy {
  readonly column: OrderColumn;
  readonly descending: boolean;
  /** For a column of codes: groups of them in the order wanted, instead of the codes' own; any other code comes last. */
  readonly ranks?: readonly (readonly number[])[];
}

export interface Bulk {
  /** A writer for the named columns of a table; every column without a default must be named. */
  writer<T extends BulkTable>(table: T, columns: readonly BulkColumn<T>[], options?: WriterOptions): BulkWriter;
  /**
   * Writes what the writers hold in ONE transaction, with plain writes before and after it (what a second run must
   * replace; a job's cursor); then lets others have the write lock for a moment. Waits, with awaited pauses, while the
   * database is busy. When it throws, the writers still hold their rows.
   */
  flush(writers: readonly BulkWriter[], also?: { readonly before?: Build; readonly after?: Build }): Promise<void>;
  /**
   * Brings the rows of a writer made with `anyOrder` into place; until then they may not be there for any reader. Does
   * nothing when they came in the order of their keys. Call it after the last flush.
   */
  settle(writer: BulkWriter): Promise<void>;
  /** The highest supplier number given so far, 0 when none. */
  lastSupplierNo(): Promise<number>;
  /**
   * Writes one order of a generation into `register_pages`, in slices: line by line `pageSlot(generation, sort, 0 …)`.
   * Rows that are null in a column of the order come last. `"traits"`: by the packed number they are filtered by.
   */
  writeOrder(generation: number, sort: number, order: readonly OrderBy[] | "traits"): Promise<void>;
  /** `[supplierKey, key]` of the source rows that count for a supplier, in that order, some thousands at a time. */
  sourcesBySupplier(
    range: readonly [first: number, last: number],
  ): AsyncGenerator<(readonly [supplierKey: number, key: number])[]>;
  /**
   * Reads rows in the order of the key range, `chunk` at a time (default 5,000), as arrays in the order of the columns.
   * For streams over a whole generation: no transaction stays open between two chunks.
   */
  scan<T extends "registerRows" | "sourceRows" | "rowIssues">(
    table: T,
    columns: readonly ReadColumn<T>[],
    range: readonly [first: number, last: number],
    chunk?: number,
  ): AsyncGenerator<ReadCell[][]>;
}
