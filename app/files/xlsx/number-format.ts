/**
 * How the number in a cell is shown, as far as it changes what the number means: shares, dates, times, leading zeros.
 * ECMA-376 part 1, 18.8.30 (built-in formats) and 18.8.31 (format codes). Pure.
 */

export const GENERAL = 0;
export const PERCENT = 1;
export const DATE = 2;
export const TIME = 3;
export const DATE_TIME = 4;
/** Hours, minutes or seconds that go on beyond a day: `[h]:mm`. */
export const ELAPSED = 5;
/** `LEADING_ZEROS + n`: an integer of at least n digits (`00000` for postal codes and numbers of suppliers). */
export const LEADING_ZEROS = 100;

export type NumberKind = number;

/** Kind of a built-in format; null for ids that a workbook defines itself. 27–36 and 50–58 are dates in East Asian locales. */
export function builtInKind(id: number): NumberKind | null {
  if (id === 9 || id === 10) return PERCENT;
  if (id >= 14 && id <= 17) return DATE;
  if ((id >= 18 && id <= 21) || id === 45 || id === 47) return TIME;
  if (id === 22) return DATE_TIME;
  if (id === 46) return ELAPSED;
  if ((id >= 27 && id <= 36) || (id >= 50 && id <= 58)) return DATE;
  return id < 164 ? GENERAL : null;
}

/** Kind of a format code such as `dd.mm.yyyy`, `0.0%`, `00000`. Only the first section counts. */
export function kindOfCode(code: string): NumberKind {
  let bare = "";
  let elapsed = false;
  for (let i = 0; i < code.length; i++) {
    const c = code[i]!;
    if (c === ";") break;
    if (c === "\\" || c === "_" || c === "*") i++;
    else if (c === '"') {
      const end = code.indexOf('"', i + 1);
      i = end === -1 ? code.length : end;
    } else if (c === "[") {
      const end = code.indexOf("]", i);
      if (/^\[(?:h+|m+|s+)\]?$/i.test(code.slice(i, end === -1 ? undefined : end + 1))) elapsed = true;
      i = end === -1 ? code.length : end;
    } else bare += c;
  }
  bare = bare.toLowerCase().replace(/general|am\/pm|a\/p/g, "");
  if (bare.includes("%")) return PERCENT;
  if (elapsed) return ELAPSED;
  const time = /[hs]/.test(bare);
  const date = /[yd]/.test(bare) || (bare.includes("m") && !time);
  if (date) return time ? DATE_TIME : DATE;
  if (time) return TIME;
  return /^0{2,}$/.test(bare) ? LEADING_ZEROS + bare.length : GENERAL;
}

/** A number without exponent, in its shortest form. */
export function plainNumber(n: number): string {
  const text = String(n);
  const e = text.indexOf("e");
  if (e === -1) return text;
  const negative = text.startsWith("-");
  const [whole = "", fraction = ""] = text.slice(negative ? 1 : 0, e).split(".");
  const digits = whole + fraction;
  const point = whole.length + Number(text.slice(e + 1));
  const plain =
    point <= 0
      ? `0.${"0".repeat(-point)}${digits}`
      : digits.length <= point
        ? digits.padEnd(point, "0")
        : `${digits.slice(0, point)}.${digits.slice(point)}`;
  return negative ? `-${plain}` : plain;
}

/** A spreadsheet computes with 15 digits: 0.30000000000000004 is 0.3. Whole numbers keep all theirs: they may be identifiers. */
const tidy = (n: number) => (Number.isInteger(n) ? n : Number(n.toPrecision(15)));

const two = (n: number) => (n < 10 ? `0${n}` : String(n));

const SECONDS_A_DAY = 86_400;
/** 9999-12-31, the last date a spreadsheet knows. */
const LAST_SERIAL = 2_958_465;

/** `YYYY-MM-DD` of a serial day number of the 1900 system, whose day 60 (29 February 1900) never was. */
function isoDate(serial: number): string {
  const date = new Date(Date.UTC(1899, 11, serial < 60 ? 31 : 30) + serial * SECONDS_A_DAY * 1000);
  return date.toISOString().slice(0, 10);
}

const clock = (seconds: number) =>
  `${two(Math.floor(seconds / 3600))}:${two(Math.floor(seconds / 60) % 60)}:${two(seconds % 60)}`;

function dateOrTime(n: number, kind: NumberKind, date1904: boolean): string | null {
  if (kind === ELAPSED) {
    const seconds = Math.round(Math.abs(n) * SECONDS_A_DAY);
    return (n < 0 ? "-" : "") + clock(seconds);
  }
  if (n < 0) return null;
  const timeAlone = n < 1 && kind !== DATE;
  if (timeAlone && (kind === TIME || !date1904))
    return clock(Math.min(SECONDS_A_DAY - 1, Math.round(n * SECONDS_A_DAY)));
  const serial = date1904 ? n + 1462 : n;
  if (serial < 1 || serial >= LAST_SERIAL + 1) return null;
  if (kind === DATE) return isoDate(Math.floor(serial));
  // Whole seconds; the last half second of a day belongs to the next one.
  const seconds = Math.round(serial * SECONDS_A_DAY);
  const day = Math.floor(seconds / SECONDS_A_DAY);
  return `${isoDate(day)}T${clock(seconds - day * SECONDS_A_DAY)}`;
}

/** Already in its shortest form: at most 15 digits, no exponent, no needless zero or point. */
function isShortest(raw: string): boolean {
  const length = raw.length;
  const start = raw.charCodeAt(0) === 45 ? 1 : 0;
  if (length === start || length > 15) return false;
  let point = -1;
  for (let i = start; i < length; i++) {
    const code = raw.charCodeAt(i);
    if (code === 46 && point === -1 && i > start) point = i;
    else if (code < 48 || code > 57) return false;
  }
  if (point === length - 1 || (point !== -1 && raw.charCodeAt(length - 1) === 48)) return false;
  const whole = (point === -1 ? length : point) - start;
  return raw.charCodeAt(start) !== 48 || (whole === 1 && (point !== -1 || start === 0));
}

/**
 * The text of a number cell.
 *
 * @param raw the number as the file has it; anything else is given back as it is
 * @returns percent formats `14%`, dates `YYYY-MM-DD`, dates with time `YYYY-MM-DDTHH:MM:SS`, times of day and elapsed times
 *   `HH:MM:SS`, else the number in its shortest form without exponent
 */
export function shownNumber(raw: string, kind: NumberKind, date1904: boolean): string {
  if (kind === GENERAL && isShortest(raw)) return raw;
  const n = Number(raw);
  if (raw.trim() === "" || !Number.isFinite(n)) return raw;
  if (kind === GENERAL) return plainNumber(tidy(n));
  if (kind === PERCENT) return `${plainNumber(Number((n * 100).toPrecision(15)))}%`;
  if (kind > LEADING_ZEROS) {
    const digits = plainNumber(Math.abs(tidy(n)));
    return Number.isInteger(n) ? (n < 0 ? "-" : "") + digits.padStart(kind - LEADING_ZEROS, "0") : plainNumber(tidy(n));
  }
  return dateOrTime(n, kind, date1904) ?? plainNumber(tidy(n));
}
