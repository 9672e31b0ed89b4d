import { and, eq, isNull } from "drizzle-orm";
import { event } from "../../../db/audit-events";
import type { Database, Scope } from "../../../db/database";
import { isStaleWrite } from "../../../db/errors";
import { findEvidence } from "../../../db/queries/evidence";
import { Problem } from "../../lib/problem";
import { neededText } from "../findings/finding-texts";

/**
 * Takes a document back that should not be evidence: it stays, marked with the reason, and backs nothing any more.
 * @throws Problem `evidence.not-found` (404), `evidence.taken-back` (409), `finding.text` or `finding.person` (422).
 */
export async function takeBackEvidence(
  db: Database,
  scope: Scope,
  evidenceId: string,
  given: string,
  now: Date,
): Promise<void> {
  if (!(await findEvidence(db, scope, evidenceId)))
    throw new Problem("evidence.not-found", "There is no such document in this workspace.", {}, 404);
  const reason = neededText(given);
  const { evidence: e } = db.t;
  await db
    .commit(scope, event("evidence.taken-back", { evidenceId, reason }), (q) => [
      {
        write: q
          .update(e)
          .set({ undoneBy: scope.userId, undoneAt: now, undoneReason: reason })
          .where(and(eq(e.id, evidenceId), eq(e.workspaceNo, scope.workspaceNo), isNull(e.undoneAt))),
        rows: 1,
      },
    ])
    .catch((error: unknown) => {
      throw isStaleWrite(error)
        ? new Problem("evidence.taken-back", "This document was taken back already.", {}, 409)
        : error;
    });
}
