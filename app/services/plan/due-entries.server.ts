import type { Database, Scope } from "../../../db/database";
import { countDue, dueEntries, planInState } from "../../../db/queries/plans";
import type { PlanOutcome } from "../../../db/schema/plans";
import { readEntry, type ReadEntry } from "./plan-record.server";

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
  return {
    ...counts,
    entries: entries.map(readEntry).map(({ supplierId, name, nextStep, outcome, dueOn }) => ({
      supplierId,
      name,
      nextStep,
      outcome,
      dueOn: dueOn!,
      isOverdue: dueOn! < today,
    })),
  };
}
