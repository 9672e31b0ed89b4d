import { event } from "../../../db/audit-events";
import type { Database, Scope } from "../../../db/database";
import { newId } from "../../../db/ids";
import { numbersOf } from "../../../db/queries/merges";
import type { StoredAction } from "../../../db/queries/remedy";
import { actionNotFound, actionOf } from "./action-record.server";
import { countedFacts, shownFacts, type GroupFacts } from "./group-record.server";
import { supplierOf } from "./shared.server";

/** An action and its group are of one supplier. @throws Problem `action.not-found` (404). */
async function mustBeOf(db: Database, scope: Scope, supplierNo: number, action: StoredAction): Promise<void> {
  if (!(await numbersOf(db, scope, supplierNo)).includes(action.supplierNo)) throw actionNotFound();
}

/**
 * Records a group of workers whom a supplier owes money, with what they are owed.
 * @returns its id. @throws Problem as `supplierOf`, `actionOf` and `countedFacts`.
 */
export async function recordGroup(
  db: Database,
  scope: Scope,
  { supplierId, actionId, facts: given }: { supplierId: string; actionId: string | null; facts: GroupFacts },
  now: Date,
): Promise<string> {
  const supplier = await supplierOf(db, scope, supplierId);
  if (actionId !== null) await mustBeOf(db, scope, supplier.supplierNo, await actionOf(db, scope, actionId));
  const facts = await countedFacts(db, scope, given);
  const id = newId(now);
  const { repaymentGroups } = db.t;
  const told = { groupId: id, supplierId: supplier.supplierId, group: { ...shownFacts(facts), actionId } };
  await db.commit(scope, event("repayment.recorded", told), (q) => [
    q.insert(repaymentGroups).values({
      id,
      workspaceNo: scope.workspaceNo,
      ...supplier,
      actionId,
      ...facts,
      recordedBy: scope.userId,
      recordedAt: now,
    }),
  ]);
  return id;
}
