/** Working days by a stated calendar. Which days an authority rests is entered, never guessed. Pure. */
import { addDays, daysFrom } from "../remedy/days";
import { isDay } from "../screening/age";

/** Days of the week on which nothing is done: 0 is Sunday. */
export const REST_DAYS = {
  "sat-sun": [6, 0],
  "fri-sat": [5, 6],
  sun: [0],
} as const satisfies Readonly<Record<string, readonly number[]>>;
export type RestDays = keyof typeof REST_DAYS;
export const REST_DAY_WORDS = Object.keys(REST_DAYS) as readonly RestDays[];

export interface WorkingCalendar {
  readonly rest: RestDays;
  /** Further days on which the authority does not work, `YYYY-MM-DD`. */
  readonly holidays: ReadonlySet<string>;
}

/** Further than this nobody counts: some ten years. */
export const MOST_WORKING_DAYS = 2600;

/** A Sunday. */
const A_SUNDAY = "2023-01-01";
/** 0 is Sunday. */
const weekdayOf = (day: string): number => ((daysFrom(A_SUNDAY, day) % 7) + 7) % 7;

/** @throws RangeError for what is no day of the calendar. */
function required(day: string): string {
  if (!isDay(day)) throw new RangeError(`${day} is no day`);
  return day;
}

export const isWorkingDay = (day: string, { rest, holidays }: WorkingCalendar): boolean =>
  !(REST_DAYS[rest] as readonly number[]).includes(weekdayOf(required(day))) && !holidays.has(day);

/**
 * The last day of a period of `days` working days that begins on the day after `from`, as periods of the Union's law are counted.
 * @throws RangeError for a count that is none, or a calendar that never works.
 */
export function afterWorkingDays(from: string, days: number, calendar: WorkingCalendar): string {
  if (!Number.isInteger(days) || days < 0 || days > MOST_WORKING_DAYS) throw new RangeError(`${days} working days`);
  let [day, left] = [required(from), days];
  for (let walked = 0; left > 0; walked++) {
    if (walked > MOST_WORKING_DAYS * 8) throw new RangeError("The calendar has no working days");
    day = addDays(day, 1);
    if (isWorkingDay(day, calendar)) left--;
  }
  return day;
}

/** Working days after `from` up to and with `to`; 0 where `to` is not later. @throws RangeError as `isWorkingDay`. */
export function workingDaysBetween(from: string, to: string, calendar: WorkingCalendar): number {
  let found = 0;
  for (let day = required(from); day < required(to);) {
    day = addDays(day, 1);
    if (isWorkingDay(day, calendar)) found++;
  }
  return found;
}
