/**
 * Numbers as people write them. Amounts become whole ten-thousandths by exact decimal arithmetic, never through a float.
 * A number that cannot be read is null, never zero.
 */
import type { RepairCode } from "./codes";
import type { NumberFormat, ShareScale, TenThousandths } from "./types";
import { currencyCode } from "./currencies";

/** Characters of a cell that can hold a number; a longer one is a text, and not looked at. */
const LONGEST = 200;

/** Reused result: what was noticed while reading the last number. */
export const NumberNote = { repair: null as RepairCode | null, currency: "" };

/**
 * An amount in ten-thousandths: `1,234.56`, `157 380.00`, `1.234,56`, `1'234.56`, `(12.00)`, `12.00-`, `1 234,56 kr`, `€12`,
 * `1.2E+05`, `12,-`. Null when it cannot be read or kept exactly. `NumberNote` holds the repair and the currency of the cell.
 */
export function readAmount(cell: string, decimal: NumberFormat["decimal"]): TenThousandths | null {
  NumberNote.repair = null;
  NumberNote.currency = "";
  if (cell.length > LONGEST) return unreadable();
  const plain = plainAmount(cell);
  return Number.isNaN(plain) ? readWrittenAmount(cell, decimal) : plain;
}

/** Digits with at most one point and four decimals, small enough to stay exact; NaN for everything else. */
function plainAmount(cell: string): number {
  const length = cell.length;
  let i = 0;
  const negative = cell.charCodeAt(0) === 45;
  if (negative) i = 1;
  if (length - i > 15 || length === i) return Number.NaN;
  let value = 0;
  let decimals = -1;
  for (; i < length; i++) {
    const digit = cell.charCodeAt(i) - 48;
    if (digit >= 0 && digit <= 9) {
      value = value * 10 + digit;
      if (decimals >= 0) decimals++;
    } else if (digit === -2 && decimals < 0 && i > 0) decimals = 0;
    else return Number.NaN;
  }
  // 1.234 may be a thousand in a list with decimal commas: three decimals go the long way, as do five and more.
  if (decimals === 3 || decimals > 4 || decimals === 0) return Number.NaN;
  value *= decimals <= 0 ? 10_000 : decimals === 1 ? 1000 : decimals === 2 ? 100 : 1;
  if (value > Number.MAX_SAFE_INTEGER) return Number.NaN;
  return negative && value !== 0 ? -value : value;
}

const GAP = /[\s'’`´]/;
const GAPS = /[\s\u00a0\u202f\u2009'’`´]/g;
const UNCODED_SIGNS = new Set(["", "kr", "kr.", "$", "¥", "nok.", "sek.", "c/u"]);

function readWrittenAmount(cell: string, decimal: NumberFormat["decimal"]): TenThousandths | null {
  let text = cell.trim().replace(/[−–]/g, "-");
  let negative = false;
  let format: RepairCode | null = null;
  if (/^\(.*\)$/.test(text)) {
    text = text.slice(1, -1).trim();
    negative = true;
    format = "amount.negative-form";
  }
  // "12,-" and "12.--" are whole amounts.
  text = text.replace(/[.,]\s?-{1,2}$/, "");
  const parts =
    /^([^\d.,+-]*)\s*([+-]?)\s*([^\d.,+-]*)\s*([.,]?\d[\d.,\s\u00a0\u202f\u2009'’`´]*(?:[eE][+-]?\d{1,2})?)\s*(-?)\s*([^\d]*)$/.exec(
      text,
    );
  if (parts === null) return unreadable();
  const [, before = "", sign = "", inner = "", digits = "", minusAfter = "", after = ""] = parts;
  if (sign === "-" || minusAfter === "-") negative = !negative;
  if (minusAfter === "-") format = "amount.negative-form";
  for (const mark of [before, inner, after]) {
    const word = mark.trim();
    if (/^(?:cr|cr\.)$/i.test(word) && mark === after) {
      negative = true;
      format = "amount.negative-form";
      continue;
    }
    const code = readMark(word);
    if (code === null) return unreadable();
    if (code !== "") NumberNote.currency = code;
    if (word !== "") format ??= "amount.format";
  }
  const exact = exactDigits(digits, decimal);
  if (exact === null) return unreadable();
  const value = Number(exact.value);
  if (BigInt(value) !== exact.value || !Number.isFinite(value)) {
    NumberNote.repair = "amount.too-large";
    return null;
  }
  NumberNote.repair = exact.rounded ? "amount.rounded" : (format ?? (exact.foreign ? "amount.format" : null));
  return negative && value !== 0 ? -value : value;
}

function unreadable(): null {
  NumberNote.repair = "amount.unreadable";
  return null;
}

/** Currency of what stands around a number; "" for a sign that names no currency, null for any other word. */
function readMark(word: string): string | null {
  if (UNCODED_SIGNS.has(word.toLowerCase())) return "";
  const code = currencyCode(word) || currencyCode(word.replace(/[.\s]+$/, ""));
  if (code !== "") return code;
  // "CAD $", "$ USD": each part must be a sign or a code.
  const words = word.split(/[\s/]+/);
  if (words.length === 1) return null;
  let found = "";
  for (const one of words) {
    const read = readMark(one);
    if (read === null) return null;
    found ||= read;
  }
  return found;
}

interface ExactDigits {
  readonly value: bigint;
  readonly rounded: boolean;
  /** Written another way than the list's own number format. */
  readonly foreign: boolean;
}

/**
 * A total as a person types it, exact at any size: ten-thousandths, or null when it cannot be read or has more than four
 * decimals. A currency is not part of it.
 */
export function readTotal(text: string, decimal: NumberFormat["decimal"]): bigint | null {
  if (text.length > LONGEST) return null;
  const parts = /^(\()?\s*([-−–])?\s*(\d[\d.,\s'’`´]*)(\))?$/.exec(text.trim());
  if (parts === null || (parts[1] === undefined) !== (parts[4] === undefined)) return null;
  const exact = exactDigits(parts[3]!, decimal);
  if (exact === null || exact.rounded) return null;
  return (parts[1] !== undefined) !== (parts[2] !== undefined) ? -exact.value : exact.value;
}

/** Digits, separators and perhaps an exponent → ten-thousandths, exactly. */
function exactDigits(written: string, decimal: NumberFormat["decimal"]): ExactDigits | null {
  const [mantissa = "", exponentText] = written.trim().split(/[eE]/);
  const gaps = /['’`´]/.test(mantissa);
  // Spaces and apostrophes group thousands, as in 157 380.00; other groups (22 33 44 55) are no amount.
  if (GAP.test(mantissa.trim()) && !/^\d{1,3}(?:[\s'’`´]\d{2,3})*[\s'’`´]\d{3}(?:[.,]\d*)?$/.test(mantissa.trim()))
    return null;
  const compact = mantissa.replace(GAPS, "").replace(/[.,]$/, "");
  const lastDot = compact.lastIndexOf(".");
  const lastComma = compact.lastIndexOf(",");
  let mark = "";
  if (lastDot >= 0 && lastComma >= 0) mark = lastDot > lastComma ? "." : ",";
  else if (lastDot >= 0 || lastComma >= 0) {
    const only = lastDot >= 0 ? "." : ",";
    const at = Math.max(lastDot, lastComma);
    const many = compact.indexOf(only) !== at;
    const behind = compact.length - at - 1;
    const whole = compact.slice(0, at);
    if (many) mark = "";
    else if (only === decimal || behind !== 3 || whole === "" || whole === "0") mark = only;
  }
  const at = mark === "" ? compact.length : compact.lastIndexOf(mark);
  const wholePart = compact.slice(0, at);
  const fraction = compact.slice(at + 1);
  // Thousands marks stand before three digits (and, in lakhs, before two).
  if (
    !/^\d*$|^\d{1,3}(?:[.,]\d{2,3})*[.,]\d{3}$/.test(wholePart) ||
    (mark !== "" && wholePart.includes(mark)) ||
    !/^\d*$/.test(fraction)
  )
    return null;
  const digits = wholePart.replace(/[.,]/g, "") + fraction;
  if (digits === "") return null;
  const exponent = exponentText === undefined ? 0 : Number(exponentText);
  if (digits.length + Math.abs(exponent) > 60) return null;
  const scale = fraction.length - exponent;
  const foreign =
    gaps ||
    exponentText !== undefined ||
    (mark !== "" && mark !== decimal) ||
    (mark === "" && decimal === "." && compact.includes(".")) ||
    (mark === "" && decimal === "," && compact.includes(","));
  if (scale <= 4) return { value: BigInt(digits) * 10n ** BigInt(4 - scale), rounded: false, foreign };
  const divisor = 10n ** BigInt(scale - 4);
  const all = BigInt(digits);
  const value = (all + divisor / 2n) / divisor;
  // Float dust of a spreadsheet (0.30000000000000004) is not worth a word.
  const rest = all - value * divisor;
  const dust = (rest < 0n ? -rest : rest) * 10_000n < divisor;
  return { value, rounded: !dust, foreign };
}

const APPROXIMATE =
  /^(?:ca\.?|c\.|circa|approx\.?|approximately|about|around|over|more than|up to|at least|min\.?|max\.?|env\.?|environ|etwa|rund|über|около|более|до|свыше|ок\.|约|大约|超过|ca|om lag|cirka|omtrent|aprox\.?|alrededor de|mais de|más de|[~≈><≥≤+])+\s*/i;

/** A whole number of things (workers): `1,200`, `250.0`, `ca. 250`, `250+`, `250 workers`, `250-300`. Null when it cannot be read. */
export function readCount(cell: string): number | null {
  NumberNote.repair = null;
  if (cell.length > LONGEST) return noNumber();
  let plain = 0;
  let i = 0;
  for (; i < cell.length && i < 9; i++) {
    const digit = cell.charCodeAt(i) - 48;
    if (digit < 0 || digit > 9) break;
    plain = plain * 10 + digit;
  }
  if (i === cell.length && i > 0) return plain;
  const text = cell.trim().replace(APPROXIMATE, "");
  const range =
    /^(\d[\d.,\s\u00a0']*?)(?:\s*(?:-|–|—|~|至|\.\.)\s*|\s+(?:to|bis|à|a|до)\s+)(\d[\d.,\s\u00a0']*)\s*\D*$/i.exec(
      text,
    );
  if (range !== null) {
    const low = wholeNumber(range[1]!);
    const high = wholeNumber(range[2]!);
    if (low === null || high === null || low > high) return noNumber();
    NumberNote.repair = "number.range";
    return Math.floor((low + high) / 2);
  }
  const single = /^(\d[\d.,\s\u00a0'’]*)\s*(\D*)$/.exec(text);
  if (single === null) return noNumber();
  const value = wholeNumber(single[1]!);
  if (value === null) return noNumber();
  if (text !== cell.trim() || single[2]!.trim() !== "") NumberNote.repair = "number.approximate";
  return value;
}

/** In a count a separator before three digits groups thousands; `.0` and `,00` are an empty fraction. */
function wholeNumber(written: string): number | null {
  const compact = written
    .replace(GAPS, "")
    .replace(/[.,]$/, "")
    .replace(/[.,]0{1,2}$/, "");
  if (!/^\d+$|^\d{1,3}(?:[.,]\d{3})+$/.test(compact)) return null;
  const value = Number(compact.replace(/[.,]/g, ""));
  return value <= 10_000_000 ? value : null;
}

function noNumber(): null {
  NumberNote.repair = "number.unreadable";
  return null;
}

/**
 * A share as a fraction 0 to 1; for the scale `count` the number itself (to be divided by the number of workers). `14%` is
 * always a percentage; a value over 1 in a column of fractions is read as a percentage and reported.
 */
export function readShare(cell: string, scale: ShareScale): number | null {
  NumberNote.repair = null;
  if (cell.length > LONGEST) return noNumber();
  const text = cell.trim();
  const percent = /^([^%]*)[%٪％]$/.exec(text);
  // A separator in a share is a decimal mark.
  const number = (percent ? percent[1]! : text).replace(GAPS, "").replace(",", ".");
  // Spreadsheets keep 1 % as 9.9999999999999995E-3.
  if (!/^\d*\.?\d+(?:e[-+]?\d{1,2})?$|^\d+\.$/i.test(number)) return noNumber();
  const value = Number(number);
  if (scale === "count" && percent === null) return value;
  if (percent !== null) {
    if (scale !== "percent") NumberNote.repair = "share.format";
    return inside(value / 100);
  }
  if (scale === "percent") return inside(value / 100);
  if (text.includes(",")) NumberNote.repair = "share.format";
  if (value > 1 && value <= 100) {
    NumberNote.repair = "share.format";
    return value / 100;
  }
  return inside(value);
}

function inside(value: number): number | null {
  if (value >= 0 && value <= 1) return value;
  NumberNote.repair = "share.out-of-range";
  return null;
}
