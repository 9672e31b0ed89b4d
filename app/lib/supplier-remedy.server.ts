import type { Database } from "../../db/database";
import { supplierRemedy } from "../services/remedy/supplier-remedy.server";
import { dayOf } from "../services/scoring/assessor.server";
import { can } from "./permissions";
import type { WorkspaceScope } from "./scope.server";

const SHOWN = 4;

/** The follow-up of one supplier as its page shows it; null for who may not know of it. */
export async function supplierRemedyView(db: Database, scope: WorkspaceScope, supplierNo: number) {
  const found = await supplierRemedy(db, scope, supplierNo, dayOf(new Date()));
  if (!found) return null;
  const { actions, openGroups, totals, inForce, proposed } = found;
  const brief = (one: typeof inForce) =>
    one && {
      decision: one.decision,
      decidedOn: one.decidedOn,
      nextReviewOn: one.nextReviewOn,
      selfConfirmed: one.selfConfirmed,
    };
  const open = actions.filter(({ action }) => action.state !== "verified");
  return {
    actions: open.slice(0, SHOWN).map(({ action: { id, title, state }, nextOn, overdueDays, move }) => ({ id, title, state, nextOn, overdueDays, move })), // prettier-ignore
    open: open.length,
    overdue: open.filter(({ overdueDays }) => overdueDays > 0).length,
    openGroups,
    totals,
    inForce: brief(inForce),
    proposed: brief(proposed),
    canWrite: can(scope.role, "action:write"),
    canRepay: can(scope.role, "repayment:write"),
  };
}
export type SupplierRemedyView = NonNullable<Awaited<ReturnType<typeof supplierRemedyView>>>;
