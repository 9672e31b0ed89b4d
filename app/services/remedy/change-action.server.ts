import { and, eq } from "drizzle-orm";
import { event } from "../../../db/audit-events";
import type { Database, Scope } from "../../../db/database";
import { Problem } from "../../lib/problem";
import { actionAt, actionFacts, type ActionFacts } from "./action-record.server";
import { orChanged } from "./shared.server";

/**
 * Puts what is said of an action anew; what stood there before stays in the chain. Of one that is said to be done the owner stays:
 * whoever owned it while the work was done does not verify it.
 * @param version the one the page showed.
 * @throws Problem `action.not-found` (404), `remedy.changed` (409), `action.is-verified` or `action.owner-waits` (409), and as `actionFacts`.
 */
export async function changeAction(
  db: Database,
  scope: Scope,
  { id, version, facts: given }: { readonly id: string; readonly version: number; readonly facts: ActionFacts },
): Promise<void> {
  const action = await actionAt(db, scope, id, version);
  if (action.state === "verified")
    throw new Problem("action.is-verified", "This action is verified. Open it again before you change it.", {}, 409);
  const facts = await actionFacts(db, scope, given);
  if (action.state === "done" && facts.ownerId !== action.ownerId)
    throw new Problem(
      "action.owner-waits",
      "This action waits for a second person, so its owner stays. Open it again first, or let another member verify it.",
      {},
      409,
    );
  const { correctiveActions: a } = db.t;
  await db
    .commit(scope, event("action.changed", { actionId: id, supplierId: action.supplierId, action: facts }), (q) => [
      {
        write: q
          .update(a)
          .set({ ...facts, version: version + 1 })
          .where(and(eq(a.id, id), eq(a.workspaceNo, scope.workspaceNo), eq(a.version, version))),
        rows: 1,
      },
    ])
    .catch(orChanged);
}
