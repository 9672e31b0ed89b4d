/** The middle of times that something took, as a report of a class may tell it. Pure. */
import type { AccessClass } from "../../../../db/schema/findings";
import { median } from "../../../demand/median";
import { isLeftOut } from "../../../lib/disclosure";
import { daysFrom } from "../../../remedy/days";
import { SMALLEST } from "../../../remedy/small-groups";
import { code, days, type ReportClass } from "../../../reports/model";
import type { Filled } from "../../../reports/template";
import { dayOf } from "../../scoring/assessor.server";

/** Whole days of the calendar from one instant to a later one; 0 where it is no later. */
export const daysBetween = (from: Date, to: Date): number => Math.max(0, daysFrom(dayOf(from), dayOf(to)));

/** The middle of days; untold where there are none. */
export function medianDays(all: readonly number[]): Filled {
  const middle = median(all);
  return { values: middle === null ? null : [days(middle)] };
}

/**
 * The middle of waits that hang on findings. Where readers of the class may not know of every one of them, it is told of five and
 * more alone: of one finding it would be its own wait.
 */
export function medianWait(
  waits: readonly { readonly days: number; readonly accessClass: AccessClass }[],
  reportClass: ReportClass,
): Filled {
  const isOpen = waits.every((one) => !isLeftOut(one, reportClass));
  if (!isOpen && waits.length < SMALLEST) return { values: [code("withheld", "few")] };
  return medianDays(waits.map((one) => one.days));
}
