import { and, eq } from "drizzle-orm";
import { event } from "../../../db/audit-events";
import type { Database, Scope } from "../../../db/database";
import { newId } from "../../../db/ids";
import type { StoredAction } from "../../../db/queries/remedy";
import { isAloneWith } from "../accounts/alone.server";
import { Problem } from "../../lib/problem";
import { dayOf } from "../scoring/assessor.server";
import { actionAt } from "./action-record.server";
import { fit, orChanged, words } from "./shared.server";

/** Did this person own the action, or say that it is done? Then somebody else has to look. */
export const isFirstPerson = (
  { ownerId, stateBy }: Pick<StoredAction, "ownerId" | "stateBy">,
  userId: string,
): boolean => ownerId === userId || stateBy === userId;

/**
 * Says that an action was done as the supplier says: by a second person, or by the same where there is nobody else, which is kept
 * and printed.
 * @param how what was looked at, and by which method.
 * @throws Problem `action.not-found` (404), `remedy.changed` (409), `action.not-done` (409), `action.second-person` (403),
 *   `action.how` (422).
 */
export async function verifyAction(
  db: Database,
  scope: Scope,
  { id, version, how: given }: { readonly id: string; readonly version: number; readonly how: string },
  now: Date,
): Promise<void> {
  const action = await actionAt(db, scope, id, version);
  if (action.state !== "done")
    throw new Problem("action.not-done", "Only what the supplier says is done can be verified.", {}, 409);
  const selfVerified = isFirstPerson(action, scope.userId);
  if (selfVerified && !(await isAloneWith(db, scope, "action:verify")))
    throw new Problem(
      "action.second-person",
      "You own this action, or said that it is done. Another member has to verify it.",
      {},
      403,
    );
  const how = fit(words(1000), given);
  if (how === "") throw new Problem("action.how", "Say what was looked at and how.", {}, 422);
  const on = dayOf(now);
  const { correctiveActions: a, actionSteps } = db.t;
  const told = { actionId: id, supplierId: action.supplierId, on, how, selfVerified };
  await db
    .commit(scope, event("action.verified", told), (q) => [
      {
        write: q
          .update(a)
          .set({
            state: "verified",
            stateBy: scope.userId,
            stateAt: now,
            verifiedBy: scope.userId,
            verifiedAt: now,
            verifiedHow: how,
            selfVerified,
            version: version + 1,
          })
          .where(and(eq(a.id, id), eq(a.workspaceNo, scope.workspaceNo), eq(a.version, version))),
        rows: 1,
      },
      q.insert(actionSteps).values({
        id: newId(now),
        workspaceNo: scope.workspaceNo,
        actionId: id,
        kind: "state",
        on,
        result: "verified",
        text: how,
        recordedBy: scope.userId,
        recordedAt: now,
      }),
    ])
    .catch(orChanged);
}
