import { event } from "../../../db/audit-events";
import type { Database, Scope } from "../../../db/database";
import { newId } from "../../../db/ids";
import type { StepKind, StepResult } from "../../../db/schema/remedy";
import { Problem } from "../../lib/problem";
import { dayOf } from "../scoring/assessor.server";
import { actionOf } from "./action-record.server";
import { checkPast, Day, fit, words } from "./shared.server";

/** What each kind of note can come to; none: nothing but its words. */
export const RESULTS_OF = {
  escalation: [],
  note: [],
  "re-check": ["held", "not-held", "not-possible"],
  "reprisal-3": ["none-told", "signs", "not-possible"],
  "reprisal-12": ["none-told", "signs", "not-possible"],
} as const satisfies Readonly<Record<Exclude<StepKind, "state">, readonly StepResult[]>>;
export type NotedKind = keyof typeof RESULTS_OF;

export interface NewStep {
  readonly id: string;
  readonly kind: NotedKind;
  /** The day it happened. */
  readonly on: string;
  readonly result: string | null;
  readonly text: string;
}

/**
 * Notes something under an action: an escalation, what a re-check found, whether workers suffered for it. It moves nothing.
 * @throws Problem `action.not-found` (404), `action.step` (422) without words or with a result of another kind,
 *   `remedy.day-ahead` (422).
 */
export async function noteStep(db: Database, scope: Scope, step: NewStep, now: Date): Promise<void> {
  const action = await actionOf(db, scope, step.id);
  const [on, text] = [fit(Day, step.on), fit(words(2000), step.text)];
  const results: readonly string[] = RESULTS_OF[step.kind];
  const result = results.length === 0 ? null : step.result;
  if (text === "" || (results.length > 0 && (result === null || !results.includes(result))))
    throw new Problem("action.step", "Say what was done and what it came to.", {}, 422);
  checkPast(on, dayOf(now));
  const told = { actionId: action.id, supplierId: action.supplierId, kind: step.kind, on, result, text };
  const { actionSteps } = db.t;
  await db.commit(scope, event("action.noted", told), (q) => [
    q.insert(actionSteps).values({
      id: newId(now),
      workspaceNo: scope.workspaceNo,
      actionId: action.id,
      kind: step.kind,
      on,
      result,
      text,
      recordedBy: scope.userId,
      recordedAt: now,
    }),
  ]);
}
