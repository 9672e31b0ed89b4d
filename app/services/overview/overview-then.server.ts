/** What the overview says beside the list, as of a past day: the plan in force then, and what was due. */
import type { Database, Scope } from "../../../db/database";
import type { IsoDate } from "../../../risk-models/types";
import { endOfDay } from "../../lib/as-known-on";
import { can } from "../../lib/permissions";
import { dueStepsOf, type DueSteps } from "../plan/due-entries.server";
import { isFollowedUp } from "../plan/plan-record.server";
import { planOn } from "../plan/plan-then.server";
import { cardOf, type PlanCardView } from "../plan/plan-view.server";
import { actionLinesThen, decisionLinesThen, repaymentLinesThen } from "../remedy/follow-up-then.server";
import { matchCountsThen } from "../screening/matches-then.server";
import { shownAt } from "../trail/list-then.server";
import type { WaitingMatches } from "../screening/waiting-matches.server";
import { daysOf, dueSoon, type FollowUpDue } from "../remedy/follow-up-view.server";

export interface OverviewThen {
  /** Null: the reader may not know of plans, or none had been accepted, or nothing tells which any more. */
  readonly plan: PlanCardView | null;
  /** A plan had been accepted, and what the record said of it was erased. */
  readonly planErased: boolean;
  readonly steps: DueSteps | null;
  readonly followUp: FollowUpDue | null;
  /** Null: the reader may not see them. Suppliers that may be one are not told by day, so none of them is counted. */
  readonly matches: WaitingMatches | null;
  /** How much of it stood on that day and cannot be told exactly. */
  readonly untold: number;
}

const NONE = { lines: [], untold: 0 };

type Counts = Awaited<ReturnType<typeof matchCountsThen>>;

/** Of the matches, those that waited: nothing waits while no list is shown, and where nothing tells whether one was, none of them is told. */
function waitingThen(matches: Counts, shown: Awaited<ReturnType<typeof shownAt>>): Counts {
  if (shown === null) return { counts: {}, untold: 0 };
  if (shown !== "erased") return matches;
  const { open = 0, proposed = 0 } = matches.counts;
  return { counts: {}, untold: matches.untold + open + proposed };
}

/** As known at the end of a day (UTC), with that day for today; which uploads and which suppliers entered twice waited is not kept by day. */
export async function overviewThen(db: Database, scope: Scope, day: IsoDate): Promise<OverviewThen> {
  const acts = can(scope.role, "action:read");
  const [plan, actions, repayments, decisions, pairs, shown] = await Promise.all([
    can(scope.role, "plan:read") ? planOn(db, scope, day) : null,
    acts ? actionLinesThen(db, scope, day) : NONE,
    can(scope.role, "repayment:read") ? repaymentLinesThen(db, scope, day) : NONE,
    acts ? decisionLinesThen(db, scope, day) : NONE,
    can(scope.role, "match:read") ? matchCountsThen(db, scope, day) : null,
    shownAt(db, scope, endOfDay(day)),
  ]);
  const on = plan === "erased" ? null : plan;
  const matches = pairs && waitingThen(pairs, shown);
  const lines = { actions: actions.lines, repayments: repayments.lines, decisions: decisions.lines };
  return {
    planErased: plan === "erased",
    plan: on && cardOf(on.plan, on.entries.filter(isFollowedUp), on.isOfOlderList),
    steps: on && dueStepsOf(on.entries, day),
    followUp: acts ? dueSoon(daysOf(lines, day), day) : null,
    matches: matches && { open: matches.counts.open ?? 0, proposed: matches.counts.proposed ?? 0, duplicates: 0 },
    untold: (matches?.untold ?? 0) + (on?.untold ?? 0) + actions.untold + repayments.untold + decisions.untold,
  };
}
