/** Tables of publishers: the header found under titles, cells by header, rows counted. */
import type { IsoDate } from "../../risk-models/types";
import { readDate, type DateOrder } from "../imports/dates";
import { Problem } from "../lib/problem";
import { tidy } from "./names";

/** A publisher's file as it was opened. `records` hold every row, blank ones and titles among them, and are read once. */
export type ListFile =
  | { readonly kind: "table"; readonly fileName: string; readonly records: Iterable<readonly string[]> }
  | { readonly kind: "html" | "xml" | "json"; readonly fileName: string; readonly text: string };

export interface ReadOptions {
  /** The publisher's day, where a person says it; it goes before a day in the file. */
  readonly date?: IsoDate | null;
  /** The day the file was taken from the publisher. */
  readonly readOn: IsoDate;
  /** ISO 3166-1 alpha-2 of a country's name or code; null when it is none. */
  country(text: string): string | null;
}

export interface Row {
  /** The cell without blanks at its ends and line breaks inside; "" for a column the file does not have. */
  text(header: string): string;
}

export interface ListTable {
  /** Texts of the records above the header. */
  readonly titles: readonly string[];
  has(header: string): boolean;
  /** Rows that hold anything; a last line that only counts the rows is no row. */
  readonly rows: Iterable<Row>;
  /** Number the file itself states for its rows, known when all rows were read; null where it states none. */
  stated(): number | null;
}

/** Records in which the header is looked for. */
const SEARCHED = 60;
const LONGEST_COUNT_LINE = 200;

const headerKey = (text: string): string => tidy(text).normalize("NFKD").replace(/\p{M}/gu, "").toLowerCase();

/**
 * Finds the header that has all of `required`, on one record or on two (a cell over two others, as spreadsheets merge them).
 * @throws Problem `list.format` naming what is missing.
 */
export function findTable(list: string, file: ListFile, required: readonly string[]): ListTable {
  if (file.kind !== "table") throw wrongKind(list, file, "CSV, XLSX");
  const records = file.records[Symbol.iterator]();
  const head: (readonly string[])[] = [];
  let columns: Map<string, number> | null = null;
  let best: readonly string[] = [];
  while (columns === null && head.length < SEARCHED) {
    const next = records.next();
    if (next.done) break;
    const above = head.at(-1);
    head.push(next.value);
    for (const cells of above ? [next.value, underMerged(above, next.value)] : [next.value]) {
      const found = columnsOf(cells);
      const have = required.filter((header) => found.has(headerKey(header)));
      if (have.length > best.length) best = have;
      if (have.length === required.length) {
        columns = found;
        break;
      }
    }
  }
  if (columns === null) throw missingColumns(list, required, best);
  return new FoundTable(columns, head, records);
}

const columnsOf = (cells: readonly string[]): Map<string, number> => {
  const found = new Map<string, number>();
  cells.forEach((cell, at) => {
    const key = headerKey(cell);
    if (key !== "" && !found.has(key)) found.set(key, at);
  });
  return found;
};

/** Two header records as one: a cell of the second stands in its column, or, where the second is shorter, under the wide cell of the first. */
function underMerged(above: readonly string[], below: readonly string[]): readonly string[] {
  const filled = below.flatMap((cell, at) => (tidy(cell) === "" ? [] : [at]));
  const wide = above.findIndex((cell, at) => tidy(cell) !== "" && tidy(above[at + 1] ?? "x") === "");
  const isShifted = filled.length > 0 && filled.every((at, n) => at === n) && wide > 0;
  const cells = [...above];
  filled.forEach((at, n) => (cells[isShifted ? wide + n : at] = below[at]!));
  return cells;
}

class FoundTable implements ListTable {
  readonly titles: readonly string[];
  readonly rows: Iterable<Row>;
  #stated: number | null = null;

  constructor(
    readonly columns: ReadonlyMap<string, number>,
    head: readonly (readonly string[])[],
    records: Iterator<readonly string[]>,
  ) {
    this.titles = head.slice(0, -1).map((cells) => tidy(cells.join(" ")));
    this.rows = { [Symbol.iterator]: () => this.#read(records) };
  }

  has(header: string): boolean {
    return this.columns.has(headerKey(header));
  }

  stated(): number | null {
    return this.#stated;
  }

  *#read(records: Iterator<readonly string[]>): Generator<Row> {
    for (let next = records.next(); !next.done; next = records.next()) {
      const cells = next.value;
      if (cells.every((cell) => tidy(cell) === "")) continue;
      const stated = statedIn(cells);
      if (stated !== null) this.#stated = stated;
      else yield { text: (header) => tidy(cells[this.columns.get(headerKey(header)) ?? -1] ?? "") };
    }
  }
}

/** "Total: 25", "25 records", "Total de empregadores | 25": a line that says how many rows there are. */
export function statedIn(cells: readonly string[]): number | null {
  const filled = cells.map(tidy).filter((cell) => cell !== "");
  const line = filled.join(" ");
  if (filled.length > 2 || line.length > LONGEST_COUNT_LINE) return null;
  const found =
    /^(?:grand )?total(?: (?:number )?(?:of|de) [\p{L} ]+| [\p{L}]+)?\s*:?\s*([\d.,]+)(?: [\p{L}]+)?$/iu.exec(line) ??
    /^([\d.,]+) (?:records?|entries|entities|rows|registros|empregadores|записей)\.?$/iu.exec(line);
  return found ? Number(found[1]!.replace(/[.,](?=\d{3})/g, "").replace(/[.,]$/, "")) : null;
}

/** The day in a cell, or null. */
export const dayIn = (cell: string, order: DateOrder): IsoDate | null => readDate(cell, order) || null;

/** Codes and names of countries in a cell, unreadable ones left out. */
export const countriesIn = (texts: readonly string[], { country }: Pick<ReadOptions, "country">): string[] =>
  texts.map((text) => (text === "" ? null : country(text))).filter((code): code is string => code !== null);

export const wrongKind = (list: string, file: ListFile, expected: string): Problem =>
  new Problem(
    "list.file-kind",
    `${file.fileName}: ${list} is read from ${expected}, and this file is ${file.kind === "table" ? "CSV/XLSX" : file.kind.toUpperCase()}. Take the publisher's file again. The edition in force stays.`,
    { file: file.fileName, list, expected, found: file.kind === "table" ? "CSV/XLSX" : file.kind.toUpperCase() },
    422,
  );

export const missingColumns = (list: string, required: readonly string[], found: readonly string[]): Problem => {
  const missing = required.filter((header) => !found.includes(header)).join(", ");
  return new Problem(
    "list.format",
    `The file does not look like ${list} any more: these columns are missing: ${missing}. Check that it is the publisher's file. The edition in force stays.`,
    { list, missing },
    422,
  );
};
