/** What the overview says beside the list, as of a past day: the plan in force then, and what was due. */
import type { Database, Scope } from "../../../db/database";
import type { IsoDate } from "../../../risk-models/types";
import { can } from "../../lib/permissions";
import { dueStepsOf, type DueSteps } from "../plan/due-entries.server";
import { isFollowedUp } from "../plan/plan-record.server";
import { planOn } from "../plan/plan-then.server";
import { cardOf, type PlanCardView } from "../plan/plan-view.server";
import { actionLinesThen, decisionLinesThen, repaymentLinesThen } from "../remedy/follow-up-then.server";
import { daysOf, dueSoon, type FollowUpDue } from "../remedy/follow-up-view.server";

export interface OverviewThen {
  /** Null: the reader may not know of plans, or none had been accepted. */
  readonly plan: PlanCardView | null;
  readonly steps: DueSteps | null;
  readonly followUp: FollowUpDue | null;
  /** How much of it stood on that day and cannot be told exactly. */
  readonly untold: number;
}

const NONE = { lines: [], untold: 0 };

/** As known at the end of a day (UTC), with that day for today; what waited for decisions about matches and uploads is not kept by day. */
export async function overviewThen(db: Database, scope: Scope, day: IsoDate): Promise<OverviewThen> {
  const acts = can(scope.role, "action:read");
  const [on, actions, repayments, decisions] = await Promise.all([
    can(scope.role, "plan:read") ? planOn(db, scope, day) : null,
    acts ? actionLinesThen(db, scope, day) : NONE,
    can(scope.role, "repayment:read") ? repaymentLinesThen(db, scope, day) : NONE,
    acts ? decisionLinesThen(db, scope, day) : NONE,
  ]);
  const lines = { actions: actions.lines, repayments: repayments.lines, decisions: decisions.lines };
  return {
    plan: on && cardOf(on.plan, on.entries.filter(isFollowedUp), on.isOfOlderList),
    steps: on && dueStepsOf(on.entries, day),
    followUp: acts ? dueSoon(daysOf(lines, day), day) : null,
    untold: (on?.untold ?? 0) + actions.untold + repayments.untold + decisions.untold,
  };
}
