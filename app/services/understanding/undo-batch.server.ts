import { and, eq, isNull } from "drizzle-orm";
import { event } from "../../../db/audit-events";
import type { Database, Scope } from "../../../db/database";
import { unlessStale } from "../../../db/errors";
import { decisionsOfBatch } from "../../../db/queries/understanding";
import { Problem } from "../../lib/problem";
import { commitAndReapply } from "./decide.server";

/**
 * Takes back the decisions that were made at once, those of them that are still in force, in one commit.
 * @throws Problem `understanding.not-found` (404), or `understanding.undone` (409) when all were taken back already.
 */
export async function undoBatch(db: Database, scope: Scope, batch: string, now: Date): Promise<void> {
  const seen = await decisionsOfBatch(db, scope, batch);
  if (seen.length === 0)
    throw new Problem("understanding.not-found", "The list that is shown now has nothing of that kind.", {}, 404);
  const open = seen.filter(({ undoneAt }) => undoneAt === null);
  const undone = () => new Problem("understanding.undone", "This decision was taken back already.", {}, 409);
  if (open.length === 0) throw undone();
  const { understandingDecisions: d } = db.t;
  const contents = { batch, decisionIds: open.map(({ id }) => id) };
  await commitAndReapply(db, scope, now, event("understanding.undone-many", contents), (q) => [
    {
      write: q
        .update(d)
        .set({ undoneAt: now, undoneBy: scope.userId })
        .where(and(eq(d.workspaceNo, scope.workspaceNo), eq(d.batch, batch), isNull(d.undoneAt))),
      rows: open.length,
    },
  ]).catch((error: unknown) => {
    unlessStale(error);
    throw undone();
  });
}
