import { and, eq, isNull } from "drizzle-orm";
import { event } from "../../../db/audit-events";
import type { Database, Scope } from "../../../db/database";
import { supplierNoOf } from "../../../db/ids";
import { findPlanEntry, planInState } from "../../../db/queries/plans";
import type { PlanOutcome } from "../../../db/schema/plans";
import { Problem } from "../../lib/problem";
import { asPlanConflict, ENDED, isFollowedUp } from "./plan-record.server";

export interface OutcomeChange {
  readonly supplierId: string;
  readonly outcome: PlanOutcome;
  /** The day it became so, `YYYY-MM-DD`, not after `now`. */
  readonly on: string;
  readonly note: string;
  /** The day by which the next step is to be taken; null: none. Nothing is due after the last step. */
  readonly dueOn?: string | null;
}

const NOTE_LENGTH = 1000;

/**
 * Says what became of a supplier of the accepted plan. What was said before stays in the audit trail.
 * @throws Problem when there is no accepted plan, the supplier is not followed up in it, or the day lies ahead.
 */
export async function recordOutcome(db: Database, scope: Scope, change: OutcomeChange, now: Date): Promise<void> {
  const plan = await planInState(db, scope, "accepted");
  const supplierNo = supplierNoOf(change.supplierId);
  const entry = plan && supplierNo !== null ? await findPlanEntry(db, scope, plan.id, supplierNo) : null;
  if (!plan || !entry || !isFollowedUp(entry))
    throw new Problem("plan.supplier", "There is no such supplier in the list of this plan.", {}, 404);
  if (change.on > now.toISOString().slice(0, 10))
    throw new Problem("plan.day-ahead", "The day lies ahead. Say what has happened, not what will.", {}, 422);
  const note = change.note.trim().slice(0, NOTE_LENGTH) || null;
  const { planEntries } = db.t;
  const { outcome, on, supplierId } = change;
  const dueOn = ENDED.has(outcome) ? null : (change.dueOn ?? null);
  const seen = entry.outcomeAt;
  await db
    .commit(scope, event("plan.entry-updated", { planId: plan.id, supplierId, outcome, on, note, dueOn }), (q) => [
      {
        write: q
          .update(planEntries)
          .set({ outcome, outcomeOn: on, outcomeNote: note, outcomeBy: scope.userId, outcomeAt: now, dueOn })
          .where(
            and(
              eq(planEntries.planId, plan.id),
              eq(planEntries.supplierNo, entry.supplierNo),
              eq(planEntries.workspaceNo, scope.workspaceNo),
              seen === null ? isNull(planEntries.outcomeAt) : eq(planEntries.outcomeAt, seen),
            ),
          ),
        rows: 1,
      },
    ])
    .catch(asPlanConflict);
}
