import { eq } from "drizzle-orm";
import { event } from "../../../db/audit-events";
import type { Database, Scope } from "../../../db/database";
import { asPlanConflict, requireDraft, touchPlan } from "./plan-record.server";

/** Throws the draft away; the accepted plan stays. @throws Problem when there is none, or someone changed it a moment ago. */
export async function discardPlan(db: Database, scope: Scope): Promise<void> {
  const draft = await requireDraft(db, scope);
  const { plans, planEntries } = db.t;
  await db
    .commit(scope, event("plan.discarded", { planId: draft.id }), (q) => [
      touchPlan(db, q, draft),
      q.delete(planEntries).where(eq(planEntries.planId, draft.id)),
      { write: q.delete(plans).where(eq(plans.id, draft.id)), rows: 1 },
    ])
    .catch(asPlanConflict);
}
