import { Problem } from "../lib/problem";
import type { FileLimits } from "./types";

/**
 * What is accepted unless an installation says otherwise. A million supplier rows are about 200 MB; 5,000,000 records of
 * such a list still fit in 1 GiB. 32,767 characters are the most a cell of a spreadsheet can hold. Sheets compress about
 * ten to one, so 4 GiB unzipped leaves room for any honest workbook of 1 GiB or less and stops a zip bomb.
 */
export const DEFAULT_LIMITS: FileLimits = {
  maxBytes: 1024 ** 3,
  maxRecords: 5_000_000,
  maxColumns: 1_000,
  maxCellLength: 32_767,
  maxUnzippedBytes: 4 * 1024 ** 3,
};

export const withDefaults = (limits: Partial<FileLimits> | undefined): FileLimits => ({ ...DEFAULT_LIMITS, ...limits });

const count = (n: number) => n.toLocaleString("en-US");

/** Bytes in words: "1 GiB", "200 MiB", "12,345 bytes". */
export function bytesInWords(bytes: number): string {
  for (const [unit, size] of [
    ["GiB", 1024 ** 3],
    ["MiB", 1024 ** 2],
  ] as const) {
    if (bytes >= size) return `${(Math.floor((bytes / size) * 10) / 10).toLocaleString("en-US")} ${unit}`;
  }
  return `${count(bytes)} bytes`;
}

/** `found` is the size in bytes; null when it was not counted to the end. */
export const tooManyBytes = (limit: number, found: number) =>
  new Problem(
    "file.too-many-bytes",
    `The file has ${bytesInWords(found)} (${count(found)} bytes), and at most ${bytesInWords(limit)} are read. Split it into several files.`,
    { limit, found },
    413,
  );

/** `unit` says what `line` counts: lines of a text file or rows of a sheet. */
export const tooManyRecords = (limit: number, line: number, unit: "line" | "row") =>
  new Problem(
    "file.too-many-records",
    `The table has more than ${count(limit)} records: the limit is passed at ${unit} ${count(line)}. Split it into several files.`,
    { limit, line },
    413,
  );

export const tooManyColumns = (limit: number, found: number, line: number, unit: "line" | "row") =>
  new Problem(
    "file.too-many-columns",
    `The record at ${unit} ${count(line)} has ${count(found)} columns or more, and at most ${count(limit)} are read. Remove the columns that are not needed, or check the delimiter.`,
    { limit, found, line },
    413,
  );

/** `column` is 1-based. */
export const cellTooLong = (limit: number, found: number, line: number, column: number, unit: "line" | "row") =>
  new Problem(
    "file.cell-too-long",
    `The cell at ${unit} ${count(line)}, column ${count(column)}, has ${count(found)} characters or more, and at most ${count(limit)} are read. Shorten it, or check that every quotation mark there has its partner.`,
    { limit, found, line, column },
    413,
  );

export const tooMuchUnzipped = (limit: number, found: number, part: string) =>
  new Problem(
    "file.too-much-unzipped",
    `The workbook unpacks to ${bytesInWords(found)} or more (at "${part}"), and at most ${bytesInWords(limit)} are read. Save the sheet that is needed in a file of its own, or as CSV.`,
    { limit, found, part },
    413,
  );
