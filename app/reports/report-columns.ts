/**
 * The table of a report as typed columns: an amount has its currency beside it, a share its two numbers and its per cent, a range
 * its ends, a day is a day. What is not known stays blank. Pure.
 */
import type { Cell, Value } from "./model";
import { standingText } from "./report-words";
import type { Wording } from "./wording";

export type RowCell = string | number | null;

/** How the numbers of a column are shown; `day`: texts of the form `2026-03-04` are days. */
export type ColumnFormat = "general" | "percent" | "day";

/** Ten-thousandths that a number still holds exactly, with 15 digits. */
const MOST_EXACT = 10n ** 15n;

/** An amount as a number; as exact text where a number would lose a digit. */
export function amountOf(amount: string): number | string {
  const whole = BigInt(amount);
  return whole < MOST_EXACT && whole > -MOST_EXACT ? Number(decimalOf(amount)) : decimalOf(amount);
}

/** A decimal of whole ten-thousandths: exact where the number is not. */
function decimalOf(amount: string): string {
  const whole = BigInt(amount);
  const digits = (whole < 0n ? -whole : whole).toString().padStart(5, "0");
  const fraction = digits.slice(-4).replace(/0+$/u, "").padEnd(2, "0");
  return `${whole < 0n ? "-" : ""}${digits.slice(0, -4)}.${fraction}`;
}

/** What of a value has a column of its own. */
type Part =
  "words" | "number" | "amount" | "currency" | "part" | "whole" | "share" | "percent" | "low" | "high" | "day";

const PARTS: readonly Part[] = ["words", "number", "amount", "currency", "part", "whole", "share", "percent", "low", "high", "day"]; // prettier-ignore

const PART_KEY = {
  words: "reports.columnPart.words",
  number: "reports.columnPart.number",
  amount: "reports.columnPart.amount",
  currency: "reports.columnPart.currency",
  part: "reports.columnPart.part",
  whole: "reports.columnPart.whole",
  share: "reports.columnPart.share",
  percent: "reports.columnPart.share",
  low: "reports.columnPart.low",
  high: "reports.columnPart.high",
  day: "reports.columnPart.day",
} as const satisfies Readonly<Record<Part, string>>;

const FORMATS: Readonly<Partial<Record<Part, ColumnFormat>>> = { share: "percent", percent: "percent", day: "day" };

/** The ends of `43.2/70.9`; null: it is none. */
function endsOf(code: string): readonly [number, number] | null {
  const [low = Number.NaN, high = Number.NaN] = code.split("/").map(Number);
  return Number.isFinite(low) && Number.isFinite(high) ? [low, high] : null;
}

/** A value by its parts. */
function partsOf(value: Value, wording: Wording): Readonly<Partial<Record<Part, RowCell>>> {
  switch (value.is) {
    case "count":
      return { number: value.count };
    case "number":
      return { number: value.number };
    case "days":
      return { number: value.days };
    case "money":
      return { amount: amountOf(value.amount), currency: value.currency };
    case "share":
      return { part: value.part, whole: value.whole, share: value.whole === 0 ? null : value.part / value.whole };
    case "day":
      return { day: value.day };
    case "code": {
      const ends = value.of === "range" ? endsOf(value.code) : null;
      if (ends) return { low: ends[0], high: ends[1] };
      return value.of === "percent" ? { percent: Number(value.code) } : { words: standingText(value, wording) };
    }
    default:
      return { words: standingText(value, wording) };
  }
}

export interface TypedColumn {
  readonly head: string;
  readonly format: ColumnFormat;
  readonly cells: readonly RowCell[];
}

/** One column of the report as one or more: where its cells are of several kinds, each kind has its own. */
export function typedColumns(head: string, cells: readonly Cell[], wording: Wording): TypedColumn[] {
  const found = cells.map((cell) => (cell === null ? {} : partsOf(cell, wording)));
  const there = PARTS.filter((part) => found.some((one) => part in one));
  const parts: readonly Part[] = there.length === 0 ? ["words"] : there;
  return parts.map((part) => ({
    head: parts.length === 1 ? head : wording.t(PART_KEY[part], { head }),
    format: FORMATS[part] ?? "general",
    cells: found.map((one) => one[part] ?? null),
  }));
}
