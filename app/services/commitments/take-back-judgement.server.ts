import { and, eq, isNull } from "drizzle-orm";
import { event } from "../../../db/audit-events";
import type { Database, Scope } from "../../../db/database";
import { isStaleWrite } from "../../../db/errors";
import { noJudgement, requireJudgement } from "./judgement-record.server";
import { judgedMeanwhile, judgementReason } from "./judge-commitment.server";

/**
 * A judgement that should not have been made: it stays in the history with the reason, and none stands in its place.
 * @throws Problem `commitment.no-judgement` (404), for one of another row too, `commitment.reason` (422), `commitment.changed` (409).
 */
export async function takeBackJudgement(
  db: Database,
  scope: Scope,
  { judgementId, commitmentId }: { readonly judgementId: string; readonly commitmentId: string },
  given: string,
  now: Date,
): Promise<void> {
  const found = await requireJudgement(db, scope, judgementId);
  if (found.commitmentId !== commitmentId) throw noJudgement();
  const reason = judgementReason(given);
  const { commitmentJudgements: table } = db.t;
  const { workspaceNo, userId } = scope;
  await db
    .commit(scope, event("commitment.taken-back", { judgementId, commitmentId, reason }), (q) => [
      {
        write: q
          .update(table)
          .set({ takenBackBy: userId, takenBackAt: now, takenBackReason: reason })
          .where(
            and(
              eq(table.id, judgementId),
              eq(table.workspaceNo, workspaceNo),
              isNull(table.replacedAt),
              isNull(table.takenBackAt),
            ),
          ),
        rows: 1,
      },
    ])
    .catch((error: unknown) => {
      throw isStaleWrite(error) ? judgedMeanwhile() : error;
    });
}
