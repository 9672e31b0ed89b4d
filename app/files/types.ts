/** What a file on disk turned out to be, and how its records are read. */
import type { SeenRecords } from "../imports/seen-records";

export const ENCODINGS = ["utf-8", "utf-16le", "utf-16be", "windows-1252", "windows-1251", "latin1"] as const;
export type Encoding = (typeof ENCODINGS)[number];

/** Limits on what is accepted; over one of them the file is refused with a sentence that names the limit. */
export interface FileLimits {
  readonly maxBytes: number;
  readonly maxRecords: number;
  readonly maxColumns: number;
  /** Characters in one cell. */
  readonly maxCellLength: number;
  /** Bytes of one unzipped part of a workbook, and of all parts together. */
  readonly maxUnzippedBytes: number;
}

/** Delimited text on disk: a CSV/TSV as uploaded, or the records of a workbook's sheet written out as UTF-8 CSV. */
export interface TableText {
  readonly path: string;
  readonly encoding: Encoding;
  /** One character. */
  readonly delimiter: string;
  /** Bytes before the first character of the table (byte order mark, also one encoded twice). */
  readonly skipBytes: number;
  /**
   * `line`: record numbers shown to people are physical lines of the file. `row`: the table was written from a sheet, one
   * record a sheet row, so the record's index + 1 is the row number.
   */
  readonly numbering: "line" | "row";
}

export interface SheetInfo {
  readonly name: string;
  readonly hidden: boolean;
  /** Rows and columns that hold something. */
  readonly rows: number;
  readonly columns: number;
}

export interface InspectedFile {
  readonly fileName: string;
  readonly sha256: string;
  readonly bytes: number;
  readonly format: "csv" | "xlsx";
  readonly table: TableText;
  /** The sheet that was taken; null for delimited text. */
  readonly sheet: string | null;
  readonly sheets: readonly SheetInfo[];
  /** The first records as read (at most 400), titles and header among them; short records are not padded. */
  readonly sample: readonly (readonly string[])[];
  /** Records whose characters look odd in the chosen encoding (at most 20), so that a person can judge it. */
  readonly oddRecords: readonly { readonly line: number; readonly text: string }[];
}

/** Many records at once; arrays are parallel. Reused between batches: copy what must outlive the next batch. */
export interface RecordBatch {
  readonly cells: string[][];
  /** Index of the batch's first record in the table, 0-based, blank records counted. */
  readonly firstRecord: number;
  /** Line (or sheet row) where each record starts, 1-based. */
  readonly lines: Uint32Array | number[];
  /** Bytes from the start of the file. */
  readonly offsets: Float64Array | number[];
  readonly lengths: Uint32Array | number[];
  /** What was seen of the cells while they were cut; null where nothing was (UTF-16). */
  readonly seen: SeenRecords | null;
  /** Where the next record starts, in bytes from the start of the file. */
  readonly bytesRead: number;
  /** Line (or sheet row) where the next record starts. */
  readonly nextLine: number;
}
