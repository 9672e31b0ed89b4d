/** Days of the calendar as `YYYY-MM-DD`, without clocks and time zones. Pure. */
import type { IsoDate } from "../../risk-models/types";

const DAY_MS = 86_400_000;
const at = (day: IsoDate): number => Date.parse(`${day}T00:00:00Z`);
const dayAt = (ms: number): IsoDate => new Date(ms).toISOString().slice(0, 10);

export const addDays = (day: IsoDate, days: number): IsoDate => dayAt(at(day) + days * DAY_MS);

/** Whole days from one day to the other; negative when `to` is the earlier. */
export const daysFrom = (from: IsoDate, to: IsoDate): number => Math.round((at(to) - at(from)) / DAY_MS);

/** The same day so many months later; the last of the month where it has no such day. */
export function addMonths(day: IsoDate, months: number): IsoDate {
  const [year, month, date] = day.split("-").map(Number) as [number, number, number];
  const index = year * 12 + month - 1 + months;
  const last = new Date(Date.UTC(Math.floor(index / 12), (index % 12) + 1, 0)).getUTCDate();
  return dayAt(Date.UTC(Math.floor(index / 12), index % 12, Math.min(date, last)));
}

/** Days a repayment is proposed to take: a proposal of this product, not of a law. */
export const REPAYMENT_DAYS = 90;
export const proposedDeadline = (today: IsoDate): IsoDate => addDays(today, REPAYMENT_DAYS);

/** How many days something is overdue: 0 on the day it is due, and while it has none. */
export const overdueDays = (dueOn: IsoDate | null, today: IsoDate): number =>
  dueOn === null ? 0 : Math.max(0, daysFrom(dueOn, today));
