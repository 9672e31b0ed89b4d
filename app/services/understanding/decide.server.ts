import { event, type AuditEvent } from "../../../db/audit-events";
import type { Build, Database, Scope } from "../../../db/database";
import { isRowStale } from "../../../db/errors";
import { newId } from "../../../db/ids";
import { publishedGeneration } from "../../../db/queries/generations";
import { subjectLabel } from "../../../db/queries/understanding";
import { Decision, fitsScope, type DecisionScope } from "../../groups/decision";
import { Problem } from "../../lib/problem";
import { reapplySoon } from "./reapply-soon.server";

export interface NewDecision {
  readonly scope: DecisionScope;
  readonly key: string;
  readonly decision: Decision;
}

const TRIES = 5;

/**
 * Remembers what a person says about a group, payee or text of the published list, and has the list built again with it. A
 * later decision about the same thing stands before the earlier one; undone, the earlier one is in force again.
 * @returns the decision's id. @throws Problem `understanding.not-found` (404) when the list has nothing of that key,
 *   `understanding.unfit` (422) when the decision says what cannot be said of it.
 */
export async function decideUnderstanding(db: Database, scope: Scope, made: NewDecision, now: Date): Promise<string> {
  const said = Decision.safeParse(made.decision);
  if (!said.success || !fitsScope(made.scope, said.data))
    throw new Problem(
      "understanding.unfit",
      "This cannot be decided about it. Choose what it is, or why it is no purchase.",
      {},
      422,
    );
  const generation = await publishedGeneration(db, scope);
  const label = generation === null ? null : await subjectLabel(db, scope, generation, made.scope, made.key);
  if (label === null)
    throw new Problem("understanding.not-found", "The list that is shown now has nothing of that kind.", {}, 404);
  const { understandingDecisions } = db.t;
  const id = newId(now);
  const { key, decision } = { ...made, decision: said.data };
  const decided = event("understanding.decided", { decisionId: id, scope: made.scope, key, decision });
  await commitAndReapply(db, scope, now, decided, (q) => [
    q.insert(understandingDecisions).values({
      id,
      workspaceNo: scope.workspaceNo,
      scope: made.scope,
      key,
      label,
      decision,
      decidedBy: scope.userId,
      decidedAt: now,
    }),
  ]);
  return id;
}

/** One commit of a decision with the job that puts it into the list; made again when that job was just taken, but not when it was overtaken. */
export async function commitAndReapply(
  db: Database,
  scope: Scope,
  now: Date,
  decided: AuditEvent,
  build: Build,
): Promise<void> {
  for (let attempt = 1; ; attempt++) {
    const again = await reapplySoon(db, scope, now);
    try {
      await db.commit(scope, decided, (q) => [...build(q), ...again(q)]);
      return;
    } catch (error) {
      if (!isRowStale(error) || attempt === TRIES) throw error;
    }
  }
}
