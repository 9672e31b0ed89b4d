/** What the isolation test of the queries asks of actions, the repayment ledger and decisions about suppliers. */
import type { Database, Scope } from "../../db/database";
import * as remedy from "../../db/queries/remedy";
import { NOW } from "./databases";

/** One row of each table. */
export async function someRemedy(
  db: Database,
  scope: Scope,
  made: { readonly ids: readonly string[]; readonly nos: readonly number[] },
): Promise<void> {
  const { correctiveActions, actionSteps, repaymentGroups, repaymentEntries, supplierDecisions } = db.t;
  const { workspaceNo, userId } = scope;
  const supplier = { workspaceNo, supplierNo: made.nos[0]!, supplierId: made.ids[0]!, supplierName: "Mill" };
  const recorded = { recordedBy: userId, recordedAt: NOW };
  const none = {
    rootCause: "",
    practices: [],
    practicesNote: "",
    supplierOwner: "",
    indicator: "",
    baseline: "",
    target: "",
    consultation: "",
    evidence: "",
  };
  const told = { actionId: "action-1", supplierId: supplier.supplierId, findingId: null, action: {} };
  await db.commit(scope, { name: "action.recorded", contents: told }, (q) => [
    q.insert(correctiveActions).values({
      id: "action-1",
      ...supplier,
      ...none,
      severity: "severe",
      title: "Pay back",
      involvement: "linked",
      ownerId: userId,
      dueOn: "2026-05-01",
      costBorneBy: "supplier",
      stateBy: userId,
      stateAt: NOW,
      ...recorded,
    }),
    q.insert(actionSteps).values({
      id: "step-1",
      workspaceNo,
      actionId: "action-1",
      kind: "note",
      on: "2026-03-01",
      text: "Written to",
      ...recorded,
    }),
    q.insert(repaymentGroups).values({
      id: "group-1",
      ...supplier,
      label: "Packers",
      origin: "NP",
      destination: "BD",
      recruiter: "",
      workers: 12,
      left: 0,
      currency: "EUR",
      corridorSource: "",
      interestSource: "",
      borneBy: "supplier",
      dueOn: "2026-05-01",
      note: "",
      ...recorded,
    }),
    q.insert(repaymentEntries).values({
      id: "entry-1",
      workspaceNo,
      groupId: "group-1",
      kind: "payment",
      on: "2026-03-01",
      amount: "10000",
      way: "bank",
      proof: "",
      ...recorded,
    }),
    q.insert(supplierDecisions).values({
      id: "supplier-decision-1",
      ...supplier,
      decision: "buy",
      state: "in-force",
      reason: "Repaid",
      conditions: "",
      harm: "",
      tried: "",
      wagesDue: "",
      notice: "",
      banLaw: "",
      banArticle: "",
      repaymentsDue: [],
      ownerId: userId,
      decidedOn: "2026-03-01",
      nextReviewOn: "2027-03-01",
      proposedBy: userId,
      proposedAt: NOW,
    }),
  ]);
}

export function questionsOnRemedy(db: () => Database) {
  return {
    correctiveActions: (scope) => remedy.correctiveActions(db(), scope),
    findAction: (scope) => remedy.findAction(db(), scope, "action-1"),
    actionSteps: (scope) => remedy.actionSteps(db(), scope, ["action-1"]),
    repaymentGroups: (scope) => remedy.repaymentGroups(db(), scope),
    findRepaymentGroup: (scope) => remedy.findRepaymentGroup(db(), scope, "group-1"),
    repaymentEntries: (scope) => remedy.repaymentEntries(db(), scope, ["group-1"]),
    supplierDecisions: (scope) => remedy.supplierDecisions(db(), scope),
    findSupplierDecision: (scope) => remedy.findSupplierDecision(db(), scope, "supplier-decision-1"),
  } satisfies Record<string, (scope: Scope) => Promise<unknown>>;
}
