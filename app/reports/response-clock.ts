/** The clock of a request by the days that were entered. Nothing is counted without a stated calendar. Pure. */
import { linesOf, type Facts } from "./facts";
import { code, count, day, known, text, type Cell } from "./model";
import { afterWorkingDays, workingDaysBetween, type RestDays, type WorkingCalendar } from "./working-days";

/** What the Regulation generally gives for the answer, as a secondary account tells it (EU-FLR-15); the authority's own day goes before it. */
export const USUAL_WORKING_DAYS = 30;

/** Whose calendar it is, and which days are days of rest in it; null while that is not stated. */
export function calendarOf(facts: Facts): (WorkingCalendar & { readonly whose: string }) | null {
  const [whose, rest] = [facts["calendarOf"] ?? "", facts["restDays"]];
  if (whose === "" || rest === undefined) return null;
  return { whose, rest: rest as RestDays, holidays: new Set(linesOf(facts["holidays"])) };
}

/** Rows of the clock: what, and what is told of it. @param today the day on which it is looked at. */
export function clockRows(facts: Facts, today: string): Cell[][] {
  const { requestedOn, receivedOn, dueOn } = facts;
  const calendar = calendarOf(facts);
  const from = receivedOn ?? requestedOn;
  const counted = <T>(count: (begin: string, by: WorkingCalendar) => T): T | null =>
    from === undefined || calendar === null ? null : count(from, calendar);
  const rows: readonly (readonly [string, Cell])[] = [
    ["requestedOn", known(requestedOn, day)],
    ["receivedOn", known(receivedOn, day)],
    ["dueOn", known(dueOn, day)],
    ["calendarOf", known(calendar?.whose, text)],
    ["restDays", known(calendar?.rest, (rest) => code("rest-days", rest))],
    ["holidays", calendar && count(calendar.holidays.size)],
    ["given", dueOn === undefined ? null : counted((begin, by) => count(workingDaysBetween(begin, dueOn, by)))],
    ["usualEnd", counted((begin, by) => day(afterWorkingDays(begin, USUAL_WORKING_DAYS, by)))],
    ["left", dueOn === undefined || calendar === null ? null : count(workingDaysBetween(today, dueOn, calendar))],
    ["today", day(today)],
  ];
  return rows.map(([what, told]) => [code("response-fact", what), told]);
}
