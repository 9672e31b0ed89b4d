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
import { pairCountsThen } from "../screening/duplicates-then.server";
import { matchCountsThen } from "../screening/matches-then.server";
import { waitingReportsThen, type WaitingReports } from "../reports/waiting-reports.server";
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
  /** Null: the reader may not see them. */
  readonly matches: WaitingMatches | null;
  /** Null: the reader does nothing of it. */
  readonly reports: WaitingReports | null;
  /** How much of it stood on that day and cannot be told exactly. */
  readonly untold: number;
}

const NONE = { lines: [], untold: 0 };

interface Counts {
  readonly counts: { readonly open?: number; readonly proposed?: number };
  readonly untold: number;
}

/** Of pairs, those that waited: nothing waits while no list is shown, and where nothing tells whether one was, none of them is told. */
function waitingThen(
  { counts: { open = 0, proposed = 0 }, untold }: Counts,
  shown: Awaited<ReturnType<typeof shownAt>>,
) {
  if (shown === null) return { open: 0, proposed: 0, untold: 0 };
  if (shown !== "erased") return { open, proposed, untold };
  return { open: 0, proposed: 0, untold: untold + open + proposed };
}

/** As known at the end of a day (UTC), with that day for today; which uploads waited is not kept by day. */
export async function overviewThen(db: Database, scope: Scope, day: IsoDate): Promise<OverviewThen> {
  const acts = can(scope.role, "action:read");
  const [plan, actions, repayments, decisions, pairs, twice, shown, waiting] = await Promise.all([
    can(scope.role, "plan:read") ? planOn(db, scope, day) : null,
    acts ? actionLinesThen(db, scope, day) : NONE,
    can(scope.role, "repayment:read") ? repaymentLinesThen(db, scope, day) : NONE,
    acts ? decisionLinesThen(db, scope, day) : NONE,
    can(scope.role, "match:read") ? matchCountsThen(db, scope, day) : null,
    can(scope.role, "match:read") ? pairCountsThen(db, scope, day) : null,
    shownAt(db, scope, endOfDay(day)),
    waitingReportsThen(db, scope, day),
  ]);
  const on = plan === "erased" ? null : plan;
  const matches = pairs && waitingThen(pairs, shown);
  const duplicates = twice && waitingThen(twice, shown);
  const rest = (duplicates?.untold ?? 0) + actions.untold + repayments.untold + decisions.untold + waiting.untold;
  const lines = { actions: actions.lines, repayments: repayments.lines, decisions: decisions.lines };
  return {
    planErased: plan === "erased",
    plan: on && cardOf(on.plan, on.entries.filter(isFollowedUp), on.isOfOlderList),
    steps: on && dueStepsOf(on.entries, day),
    followUp: acts ? dueSoon(daysOf(lines, day), day) : null,
    reports: waiting.reports,
    matches: matches && { open: matches.open, proposed: matches.proposed, duplicates: duplicates?.open ?? 0 },
    untold: (matches?.untold ?? 0) + (on?.untold ?? 0) + rest,
  };
}
