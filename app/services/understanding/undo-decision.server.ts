import { and, eq, isNull } from "drizzle-orm";
import { event } from "../../../db/audit-events";
import type { Database, Scope } from "../../../db/database";
import { unlessStale } from "../../../db/errors";
import { findDecision } from "../../../db/queries/understanding";
import { Problem } from "../../lib/problem";
import { commitAndReapply } from "./decide.server";

/**
 * Takes a decision back: its row is marked, and the list is built again without it.
 * @throws Problem `understanding.not-found` (404), or `understanding.undone` (409) when it was taken back already.
 */
export async function undoDecision(db: Database, scope: Scope, decisionId: string, now: Date): Promise<void> {
  const seen = await findDecision(db, scope, decisionId);
  if (!seen)
    throw new Problem("understanding.not-found", "The list that is shown now has nothing of that kind.", {}, 404);
  if (seen.undoneAt !== null) throw undone();
  const { understandingDecisions: d } = db.t;
  const contents = { decisionId, scope: seen.scope, key: seen.key };
  await commitAndReapply(db, scope, now, event("understanding.undone", contents), (q) => [
    {
      write: q
        .update(d)
        .set({ undoneAt: now, undoneBy: scope.userId })
        .where(and(eq(d.id, decisionId), eq(d.workspaceNo, scope.workspaceNo), isNull(d.undoneAt))),
      rows: 1,
    },
  ]).catch((error: unknown) => {
    unlessStale(error);
    throw undone();
  });
}

const undone = () => new Problem("understanding.undone", "This decision was taken back already.", {}, 409);
