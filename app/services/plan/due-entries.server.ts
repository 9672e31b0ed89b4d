import type { Database, Scope } from "../../../db/database";
import { countDue, dueEntries, planInState, type PlanEntry } from "../../../db/queries/plans";
import type { PlanOutcome } from "../../../db/schema/plans";
import { ENDED, readEntry, type ReadEntry } from "./plan-record.server";

/** A next step of the plan in force with its day. */
export interface DueEntry extends Pick<ReadEntry, "supplierId" | "name" | "nextStep"> {
  readonly outcome: PlanOutcome;
  /** `YYYY-MM-DD`. */
  readonly dueOn: string;
  readonly isOverdue: boolean;
}

export interface DueSteps {
  readonly entries: readonly DueEntry[];
  /** All that have a day. */
  readonly total: number;
  readonly overdue: number;
}

const SHOWN = 6;

/** What is to be done by which day in the plan in force, the soonest first; none when there is no such plan. */
export async function dueSteps(db: Database, scope: Scope, today: string): Promise<DueSteps> {
  const plan = await planInState(db, scope, "accepted");
  if (!plan) return { entries: [], total: 0, overdue: 0 };
  const [entries, counts] = await Promise.all([
    dueEntries(db, scope, plan.id, SHOWN),
    countDue(db, scope, plan.id, today),
  ]);
  return { ...counts, entries: shownSteps(entries, today) };
}

/** The same from the entries of a plan as a past day had them, with that day for today. */
export function dueStepsOf(entries: readonly PlanEntry[], today: string): DueSteps {
  const due = entries
    .filter(({ dueOn, outcome }) => dueOn !== null && !ENDED.has(outcome))
    .sort((a, b) => (a.dueOn! < b.dueOn! ? -1 : a.dueOn! > b.dueOn! ? 1 : a.position - b.position));
  return {
    entries: shownSteps(due.slice(0, SHOWN), today),
    total: due.length,
    overdue: due.filter(({ dueOn }) => dueOn! < today).length,
  };
}

const shownSteps = (entries: readonly PlanEntry[], today: string): DueEntry[] =>
  entries.map(readEntry).map(({ supplierId, name, nextStep, outcome, dueOn }) => ({
    supplierId,
    name,
    nextStep,
    outcome,
    dueOn: dueOn!,
    isOverdue: dueOn! < today,
  }));
