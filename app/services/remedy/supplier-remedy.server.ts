import type { Database, Scope } from "../../../db/database";
import { numbersOf } from "../../../db/queries/merges";
import type { SignedSupplierDecision } from "../../../db/queries/remedy";
import { can } from "../../lib/permissions";
import { actionLines, decisionLines, repaymentLines, type ActionLine } from "./follow-up-view.server";
import { shownTotals, type AmountsShown } from "./ledgers.server";

/** What is followed up at one supplier and those merged into it. */
export interface SupplierRemedy {
  readonly actions: readonly ActionLine[];
  /** Groups that are not confirmed as repaid. */
  readonly openGroups: number;
  readonly totals: readonly AmountsShown[];
  readonly inForce: SignedSupplierDecision | null;
  readonly proposed: SignedSupplierDecision | null;
}

/** Null: the reader may not know of the follow-up. */
export async function supplierRemedy(
  db: Database,
  scope: Scope,
  supplierNo: number,
  today: string,
): Promise<SupplierRemedy | null> {
  if (!can(scope.role, "action:read")) return null;
  const nos = await numbersOf(db, scope, supplierNo);
  const [actions, groups, decisions] = await Promise.all([
    actionLines(db, scope, today, nos),
    can(scope.role, "repayment:read") ? repaymentLines(db, scope, today, nos) : [],
    decisionLines(db, scope, nos),
  ]);
  return {
    actions,
    openGroups: groups.filter(({ state }) => state !== "confirmed").length,
    totals: shownTotals(groups, today),
    inForce: decisions.find(({ state }) => state === "in-force") ?? null,
    proposed: decisions.find(({ state }) => state === "proposed") ?? null,
  };
}
