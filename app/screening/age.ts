import type { IsoDate } from "../../risk-models/types";

/** An edition read at its publisher longer ago gives "out of date", never "no match" (the method, section on floors). */
export const MOST_DAYS = 90;

const ISO_DAY = /^(\d{4})-(\d{2})-(\d{2})$/u;
const MONTH_LENGTHS = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];

const isLeap = (year: number): boolean => year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0);

/** Days since the first day of year 0 of the Gregorian calendar; null for what is no day of it. Without a clock. */
function dayNumber(text: IsoDate): number | null {
  const [year, month, day] = ISO_DAY.exec(text)?.slice(1).map(Number) ?? [];
  if (year === undefined || month === undefined || day === undefined) return null;
  const lengths = MONTH_LENGTHS.map((length, at) => (at === 1 && isLeap(year) ? 29 : length));
  if (day < 1 || day > (lengths[month - 1] ?? 0)) return null;
  const leapDays = Math.ceil(year / 4) - Math.ceil(year / 100) + Math.ceil(year / 400);
  return 365 * year + leapDays + lengths.slice(0, month - 1).reduce((sum, length) => sum + length, 0) + day;
}

/** Whole days from one day to another; null when one of them is no day of the calendar. */
export function daysBetween(from: IsoDate, to: IsoDate): number | null {
  const [a, b] = [dayNumber(from), dayNumber(to)];
  return a === null || b === null ? null : b - a;
}

/** Was an edition read at its publisher too long ago to say that somebody is not on it? */
export function isOutOfDate({ readOn }: { readonly readOn: IsoDate }, today: IsoDate): boolean {
  const age = daysBetween(readOn, today);
  return age === null || age > MOST_DAYS;
}

/** Is it a day of the calendar, `YYYY-MM-DD`? The 31st of February is none. */
export const isDay = (text: string): boolean => daysBetween(text, text) === 0;
