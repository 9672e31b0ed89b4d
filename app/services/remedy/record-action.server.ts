import { event } from "../../../db/audit-events";
import type { Database, Scope } from "../../../db/database";
import { newId } from "../../../db/ids";
import { actionFacts, type ActionFacts } from "./action-record.server";
import { findingFor } from "./finding-for.server";
import { supplierOf } from "./shared.server";

/**
 * Records a corrective action of a supplier.
 * @returns its id. @throws Problem as `supplierOf`, `findingFor` and `actionFacts`.
 */
export async function recordAction(
  db: Database,
  scope: Scope,
  { supplierId, findingId, facts: given }: { supplierId: string; findingId: string | null; facts: ActionFacts },
  now: Date,
): Promise<string> {
  const supplier = await supplierOf(db, scope, supplierId);
  if (findingId !== null) await findingFor(db, scope, supplier.supplierNo, findingId);
  const facts = await actionFacts(db, scope, given);
  const id = newId(now);
  const { correctiveActions } = db.t;
  const told = { actionId: id, supplierId: supplier.supplierId, findingId, action: facts };
  await db.commit(scope, event("action.recorded", told), (q) => [
    q.insert(correctiveActions).values({
      id,
      workspaceNo: scope.workspaceNo,
      ...supplier,
      findingId,
      ...facts,
      stateBy: scope.userId,
      stateAt: now,
      recordedBy: scope.userId,
      recordedAt: now,
    }),
  ]);
  return id;
}
