/** What the isolation test asks of plans: with the scope of one workspace and the ids of another. */
import type { Database, Scope } from "../../db/database";
import { planOrder, spendAt } from "../../db/queries/plan-order";
import * as plans from "../../db/queries/plans";
import * as audit from "../../db/queries/audit";
import { moveSuppliers } from "../../app/services/plan/move-suppliers.server";
import { dueSteps } from "../../app/services/plan/due-entries.server";
import { undoMoves } from "../../app/services/plan/undo-moves.server";
import { acceptPlan } from "../../app/services/plan/accept-plan.server";
import { discardPlan } from "../../app/services/plan/discard-plan.server";
import { draftPlan, spendBounds } from "../../app/services/plan/draft-plan.server";
import { moveEntry } from "../../app/services/plan/move-entry.server";
import { requireDraft, requirePlan } from "../../app/services/plan/plan-record.server";
import * as pages from "../../app/services/plan/plan-view.server";
import { planOn } from "../../app/services/plan/plan-then.server";
import { recordOutcome } from "../../app/services/plan/record-outcome.server";
import { A_DAY, type ASupplier } from "../builders";

interface PlanPlace {
  readonly supplier: ASupplier;
  readonly generation: number;
  /** The accepted plan; the draft that follows it has the same supplier in it. */
  readonly planId: string;
}
type Asked = Readonly<Record<string, (scope: Scope, of: PlanPlace) => Promise<unknown>>>;

/** A replaced, an accepted and a draft plan, in this order. */
export async function threePlans(db: Database, scope: Scope) {
  const { planId: oldPlanId } = await draftPlan(db, scope, 1, A_DAY);
  await acceptPlan(db, scope, "", A_DAY);
  const { planId } = await draftPlan(db, scope, 2, A_DAY);
  await acceptPlan(db, scope, "", A_DAY, "2026-04-01");
  const { planId: draftId } = await draftPlan(db, scope, 3, A_DAY);
  return { oldPlanId, planId, draftId };
}

export const planReads = (db: () => Database): Asked => ({
  "db/queries/plan-order.ts planOrder": (scope, of) => planOrder(db(), scope, of.generation),
  "db/queries/plan-order.ts spendAt": (scope, of) => spendAt(db(), scope, of.generation, [0]),
  "db/queries/plans.ts planInState": (scope) => plans.planInState(db(), scope, "draft"),
  "db/queries/plans.ts findPlan": (scope, of) => plans.findPlan(db(), scope, of.planId),
  "db/queries/plans.ts replacedPlans": (scope) => plans.replacedPlans(db(), scope),
  "db/queries/plans.ts planEntries": (scope, of) => plans.planEntries(db(), scope, of.planId, ["chosen"]),
  "db/queries/plans.ts findPlanEntry": (scope, of) => plans.findPlanEntry(db(), scope, of.planId, of.supplier.no),
  "db/queries/plans.ts countEntries": async (scope, of) => {
    const counted = await plans.countEntries(db(), scope, of.planId);
    return counted.map((one) => ({ ...one, planId: of.planId }));
  },
  "db/queries/plans.ts followedUp": (scope, of) => plans.followedUp(db(), scope, of.planId),
  "db/queries/plans.ts lastChosen": (scope, of) => plans.lastChosen(db(), scope, of.planId),
  "db/queries/plans.ts entriesOf": (scope, of) => plans.entriesOf(db(), scope, of.planId, [of.supplier.no]),
  "db/queries/plans.ts lastPosition": async (scope, of) =>
    (await plans.lastPosition(db(), scope, of.planId)) > 0 && { planId: of.planId },
  "db/queries/plans.ts dueEntries": (scope, of) => plans.dueEntries(db(), scope, of.planId, 9),
  "db/queries/plans.ts countDue": async (scope, of) =>
    (await plans.countDue(db(), scope, of.planId, "2026-03-02")).total > 0 && { planId: of.planId },
  "db/queries/plans.ts plansOfSupplier": (scope, of) => plans.plansOfSupplier(db(), scope, of.supplier.no),
  "app/services/plan/due-entries.server.ts dueSteps": (scope) => dueSteps(db(), scope, "2026-03-02"),
  "app/services/plan/plan-record.server.ts requirePlan": (scope, of) => requirePlan(db(), scope, of.planId),
  "app/services/plan/plan-record.server.ts requireDraft": (scope) => requireDraft(db(), scope),
  "app/services/plan/plan-view.server.ts planRecord": (scope, of) => pages.planRecord(db(), scope, of.planId),
  "app/services/plan/plan-view.server.ts planPage": (scope) => pages.planPage(db(), scope),
  "app/services/plan/plan-view.server.ts planPageThen": (scope) => pages.planPageThen(db(), scope, "2100-01-01"),
  "app/services/plan/plan-then.server.ts planOn": (scope) => planOn(db(), scope, "2100-01-01"),
  "app/services/plan/plan-view.server.ts planCard": (scope) => pages.planCard(db(), scope),
  "app/services/plan/plan-view.server.ts findForPlan": (scope, of) =>
    pages.findForPlan(db(), scope, of.generation, "Mill"),
  "app/services/plan/draft-plan.server.ts spendBounds": async (scope, of) => ({
    bounds: await spendBounds(db(), scope, of.generation),
  }),
});

export const planChanges = (db: () => Database): Asked => ({
  "app/services/plan/draft-plan.server.ts draftPlan": (scope) => draftPlan(db(), scope, 1, A_DAY),
  "app/services/plan/move-entry.server.ts moveEntry": (scope, of) =>
    moveEntry(db(), scope, { supplierId: of.supplier.id, to: "out", reason: "a reason" }, A_DAY),
  "app/services/plan/move-suppliers.server.ts moveSuppliers": (scope, of) =>
    moveSuppliers(db(), scope, { ids: [of.supplier.id] }, { to: "out", reason: "a reason" }, A_DAY),
  "app/services/plan/undo-moves.server.ts undoMoves": async (scope, of) => {
    const move = { to: "out", reason: "a reason" } as const;
    // The move to undo is made by its own people, and then asked for with the other scope.
    const { seq } = await moveSuppliers(db(), scope, { ids: [of.supplier.id] }, move, A_DAY);
    const before = (await audit.auditTrail(db(), scope, { limit: 1 }))[0]!.seq;
    await undoMoves(db(), scope, seq);
    return { seq: before };
  },
  "app/services/plan/accept-plan.server.ts acceptPlan": (scope) => acceptPlan(db(), scope, "", A_DAY),
  "app/services/plan/discard-plan.server.ts discardPlan": (scope) => discardPlan(db(), scope),
  "app/services/plan/record-outcome.server.ts recordOutcome": (scope, of) =>
    recordOutcome(db(), scope, { supplierId: of.supplier.id, outcome: "asked", on: "2026-03-01", note: "" }, A_DAY),
});
