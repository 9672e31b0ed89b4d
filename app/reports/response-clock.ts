/** The clock of a request by the days that were entered. Nothing is counted without a stated calendar. Pure. */
import { addMonths } from "../remedy/days";
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

/** Days that can be entered: of the request, and of what follows it. */
export const CLOCK_DAYS = ["requestedOn", "receivedOn", "dueOn", "answeredOn", "openedOn", "furtherOn", "furtherDueOn", "decidedOn", "reviewOn"] as const; // prettier-ignore
type ClockDay = (typeof CLOCK_DAYS)[number];

interface LawPeriod {
  readonly step: string;
  readonly begins: (facts: Facts) => string | undefined;
  readonly unit: "working" | "months";
  /** The least and the most of it. */
  readonly length: readonly [number, number];
  /** `secondary`: by a secondary account; `memory`: nobody has opened the text for it yet. */
  readonly told: "secondary" | "memory";
  /** What the authority wrote, which goes before any count. */
  readonly set?: ClockDay;
}

const OBEYING_PERISHABLE = 10;
/** As the written template has the periods of Regulation (EU) 2024/3015. */
const periodsOf = (facts: Facts): readonly LawPeriod[] => {
  const from = (id: ClockDay) => (entered: Facts) => entered[id];
  const obey = facts["perishable"] === "yes" ? OBEYING_PERISHABLE : USUAL_WORKING_DAYS;
  return [
    { step: "answer", begins: ({ receivedOn, requestedOn }) => receivedOn ?? requestedOn, unit: "working", length: [USUAL_WORKING_DAYS, USUAL_WORKING_DAYS], told: "secondary", set: "dueOn" }, // prettier-ignore
    { step: "closing", begins: from("answeredOn"), unit: "working", length: [30, 30], told: "memory" },
    { step: "notice", begins: from("openedOn"), unit: "working", length: [3, 3], told: "memory" },
    { step: "further", begins: from("furtherOn"), unit: "working", length: [30, 60], told: "secondary", set: "furtherDueOn" }, // prettier-ignore
    { step: "decision", begins: from("openedOn"), unit: "months", length: [9, 9], told: "memory" },
    { step: "obey", begins: from("decidedOn"), unit: "working", length: [obey, obey], told: "memory" },
    { step: "review", begins: from("reviewOn"), unit: "working", length: [30, 30], told: "memory" },
  ];
};

/** Each period: from which day, how long, until when by the stated calendar, what the authority wrote, and how we know it. */
export function periodRows(facts: Facts): Cell[][] {
  const calendar = calendarOf(facts);
  return periodsOf(facts).map(({ step, begins, unit, length: [least, most], told, set }): Cell[] => {
    const from = begins(facts);
    const end = (length: number): string | null => {
      if (from === undefined) return null;
      if (unit === "months") return addMonths(from, length);
      return calendar && afterWorkingDays(from, length, calendar);
    };
    const [first, last] = [end(least), end(most)];
    return [
      code("period-step", step),
      known(from, day),
      code("period-length", `${unit}/${least === most ? least : `${least}-${most}`}`),
      first === null || last === null ? null : first === last ? day(first) : code("day-span", `${first}/${last}`),
      known(set && facts[set], day),
      code("told-by", told),
    ];
  });
}
