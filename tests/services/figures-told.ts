/** What a point of a report tells, flat, so that it can be held against what a page or the rows of the database tell. */
import { expect } from "vitest";
import type { Cell, Point, Report } from "../../app/reports/model";
import type { FiguresPlace } from "./figures-place";

/** A number as it is, a share as "1/3", an amount as "EUR 120000", a day, the code of a word, or a text. */
export type Plain = number | string | null;
/** A row by the ids of its columns; those left out hold words alone. */
export type Row = Readonly<Record<string, Plain>>;

/** Null: nothing is told of the point. */
export interface Told {
  readonly values?: readonly Plain[] | null;
  readonly tables?: Readonly<Record<string, readonly Row[]>>;
  readonly bars?: Readonly<Record<string, Readonly<Record<string, number>>>>;
  readonly heat?: Readonly<Record<string, Readonly<Record<string, number>>>>;
}

/** A computed point, and where its numbers are shown besides. */
export interface Compared {
  /** The page, in words; `rows`: no page shows it, so that it is counted anew from the rows of the database. */
  readonly page: string;
  readonly told: (at: FiguresPlace, report: Report) => Promise<Told | null> | Told | null;
}

export function plain(cell: Cell): Plain {
  if (cell === null) return null;
  switch (cell.is) {
    case "count":
      return cell.count;
    case "number":
      return cell.number;
    case "share":
      return `${cell.part}/${cell.whole}`;
    case "money":
      return `${cell.currency} ${cell.amount}`;
    case "day":
      return cell.day;
    case "days":
      return `${cell.days} d`;
    case "code":
      return cell.code;
    case "codes":
      return cell.codes.join("|");
    case "name":
      return cell.names.en;
    case "text":
      return cell.text;
  }
}

const NUMERIC = ["count", "number", "share", "money", "days"];
const isNumber = (cell: Cell | undefined): boolean => cell !== null && cell !== undefined && NUMERIC.includes(cell.is);

/** Every number of the point is told by what it is compared with, and nothing else is. */
export function expectTold(point: Point, told: Told | null): void {
  if (told === null) {
    expect([point.id, point.values, point.tables, point.bars, point.heat]).toEqual([point.id, null, [], [], []]);
    return;
  }
  const { values = [], tables = {}, bars = {}, heat = {} } = told;
  expect({ [point.id]: point.values?.map(plain) ?? null }).toEqual({ [point.id]: values });
  expect([point.id, point.tables.map(({ id }) => id).sort()]).toEqual([point.id, Object.keys(tables).sort()]);
  for (const { id, columns, rows, all } of point.tables) {
    const expected = tables[id]!;
    expect([id, rows.length, all]).toEqual([id, expected.length, expected.length]);
    const found = rows.map((row) => Object.fromEntries(columns.map((column, at) => [column.id, plain(row[at]!)])));
    const named = Object.keys(expected[0] ?? {});
    const unnamed = columns.filter((column, at) => rows.some((row) => isNumber(row[at])) && !named.includes(column.id));
    expect([id, unnamed.map((column) => column.id)]).toEqual([id, []]);
    expect({ [id]: found.map((row) => Object.fromEntries(named.map((name) => [name, row[name] ?? null]))) }).toEqual({ [id]: expected }); // prettier-ignore
  }
  expect(Object.fromEntries(point.bars.map(({ id, bars: of }) => [id, Object.fromEntries(of.map(({ label, count }) => [String(plain(label)), count]))]))).toEqual(bars); // prettier-ignore
  expect(Object.fromEntries(point.heat.map((of) => [of.id, pairsOf(of)]))).toEqual(heat);
}

/** By "country/sector", those of which there are none left out. */
const pairsOf = ({ across, down, cells }: Point["heat"][number]): Record<string, number> =>
  Object.fromEntries(
    cells.flatMap((row, y) =>
      row.flatMap((cell, x) => (cell === null ? [] : [[`${plain(across[x]!)}/${plain(down[y]!)}`, cell]])),
    ),
  );

/** How many there are of each word. */
export const tally = <T>(all: readonly T[], wordOf: (one: T) => string): Record<string, number> => {
  const found: Record<string, number> = {};
  for (const one of all) found[wordOf(one)] = (found[wordOf(one)] ?? 0) + 1;
  return found;
};

/** As values: word, number, word, number, in the order of the words; those of which there are none left out. */
export const asValues = (words: readonly string[], counts: Readonly<Record<string, number | undefined>>): Plain[] =>
  words.flatMap((word) => (counts[word] ? [word, counts[word]] : []));

/** Of every word a number. */
export const asBars = (
  words: readonly string[],
  counts: Readonly<Record<string, number | undefined>>,
): Record<string, number> =>
  // prettier-ignore
  Object.fromEntries(words.map((word) => [word, counts[word] ?? 0]));

export const euros = (amount: bigint | string | null, currency = "EUR"): Plain => (amount === null ? null : `${currency} ${amount}`); // prettier-ignore

/** The middle, or null. */
export function middle(days: readonly number[]): number | null {
  const sorted = days.toSorted((a, b) => a - b);
  const half = sorted.length / 2;
  if (sorted.length === 0) return null;
  return sorted.length % 2 === 1 ? sorted[Math.floor(half)]! : (sorted[half - 1]! + sorted[half]!) / 2;
}
