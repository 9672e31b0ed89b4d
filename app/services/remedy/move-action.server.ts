import { and, eq } from "drizzle-orm";
import { event } from "../../../db/audit-events";
import type { Database, Scope } from "../../../db/database";
import { newId } from "../../../db/ids";
import type { ActionState } from "../../../db/schema/remedy";
import { Problem } from "../../lib/problem";
import { dayOf } from "../scoring/assessor.server";
import { actionAt } from "./action-record.server";
import { checkPast, Day, fit, orChanged, words } from "./shared.server";

/** Where an action may go from where it stands; `verified` has a decision of its own. */
export const NEXT_STATES = {
  planned: ["under-way", "done", "not-achieved"],
  "under-way": ["done", "not-achieved"],
  done: ["under-way", "not-achieved"],
  verified: ["under-way"],
  "not-achieved": ["under-way"],
} as const satisfies Readonly<Record<ActionState, readonly ActionState[]>>;

/** All of them. */
export const MOVES = ["under-way", "done", "not-achieved"] as const satisfies readonly ActionState[];

export interface ActionMove {
  readonly id: string;
  /** The one the page showed. */
  readonly version: number;
  readonly to: ActionState;
  /** The day it became so. */
  readonly on: string;
  readonly text: string;
}

/** Going back and failing need their reason. */
const needsReason = (from: ActionState, to: ActionState): boolean =>
  to === "not-achieved" || (to === "under-way" && from !== "planned");

/**
 * Moves an action: under way, done by the supplier, not achieved, or open again.
 * @throws Problem `action.not-found` (404), `remedy.changed` (409), `action.state` (409) for a way that is not there,
 *   `action.reason` (422), `remedy.day-ahead` (422).
 */
export async function moveAction(db: Database, scope: Scope, move: ActionMove, now: Date): Promise<void> {
  const { id, version, to } = move;
  const [on, text] = [fit(Day, move.on), fit(words(2000), move.text)];
  const action = await actionAt(db, scope, id, version);
  const ways: readonly ActionState[] = NEXT_STATES[action.state];
  if (!ways.includes(to))
    throw new Problem("action.state", "The action cannot go there from where it stands. Load the page again.", {}, 409);
  if (text === "" && needsReason(action.state, to))
    throw new Problem("action.reason", "Say why: others will ask what failed, or why it was opened again.", {}, 422);
  checkPast(on, dayOf(now));
  const { correctiveActions: a, actionSteps } = db.t;
  const told = { actionId: id, supplierId: action.supplierId, from: action.state, to, on, text };
  await db
    .commit(scope, event("action.moved", told), (q) => [
      {
        write: q
          .update(a)
          .set({
            state: to,
            stateBy: scope.userId,
            stateAt: now,
            doneOn: to === "done" ? on : to === "under-way" ? null : action.doneOn,
            ...(action.state === "verified" && NOT_VERIFIED),
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
        result: to,
        text,
        recordedBy: scope.userId,
        recordedAt: now,
      }),
    ])
    .catch(orChanged);
}

const NOT_VERIFIED = { verifiedBy: null, verifiedAt: null, verifiedHow: null, selfVerified: false };
