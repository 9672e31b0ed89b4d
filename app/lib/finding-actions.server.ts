/** What is done about a finding, and about which findings an action can be. */
import type { Database } from "../../db/database";
import { findingsAbout } from "../../db/queries/findings";
import { numbersOf } from "../../db/queries/merges";
import { correctiveActions } from "../../db/queries/remedy";
import { can } from "./permissions";
import type { WorkspaceScope } from "./scope.server";

/** The actions that hang on an open finding, the oldest first, and what the reader may do next; null for who may not know of them. */
export async function actionsOfFinding(
  db: Database,
  scope: WorkspaceScope,
  finding: { id: string; supplierNo: number },
) {
  if (!can(scope.role, "action:read")) return null;
  const all = await correctiveActions(db, scope, await numbersOf(db, scope, finding.supplierNo));
  return {
    actions: all
      .filter(({ findingId }) => findingId === finding.id)
      .map(({ id, title, state, dueOn }) => ({ id, title, state, dueOn })),
    canWrite: can(scope.role, "action:write"),
    canRepay: can(scope.role, "repayment:write"),
  };
}
export type FindingActions = NonNullable<Awaited<ReturnType<typeof actionsOfFinding>>>;

/** Open findings of a supplier that were not taken back, the newest first: what a new action can be about. */
export async function findingsToActOn(db: Database, scope: WorkspaceScope, supplierNo: number) {
  if (!can(scope.role, "finding:read")) return [];
  const found = await findingsAbout(db, scope, supplierNo);
  return found
    .filter(({ undoneAt }) => undoneAt === null)
    .map(({ id, summary, foundOn, severity }) => ({ id, summary, foundOn, severity }));
}
