import { and, eq, isNull } from "drizzle-orm";
import { event } from "../../../db/audit-events";
import type { Database, Scope } from "../../../db/database";
import { isStaleWrite } from "../../../db/errors";
import { findEvidence } from "../../../db/queries/evidence";
import { findProtectedEvidence } from "../../../db/queries/protected-evidence";
import { can } from "../../lib/permissions";
import { Problem } from "../../lib/problem";
import { neededText } from "../findings/finding-texts";
import { hashOfRows } from "../findings/record-finding.server";
import { documentNotFound } from "./add-evidence.server";

/**
 * Takes a document back that should not be evidence: it stays, marked with the reason, and backs nothing any more. A protected
 * one is asked for only when the reader may read it, and its event holds a hash and nothing else.
 * @throws Problem `evidence.not-found` (404), `evidence.taken-back` (409), `finding.text` or `finding.person` (422).
 */
export async function takeBackEvidence(
  db: Database,
  scope: Scope,
  evidenceId: string,
  given: string,
  now: Date,
): Promise<void> {
  const isOpen = (await findEvidence(db, scope, evidenceId)) !== null;
  const isHeld = !isOpen && can(scope.role, "protected:read") && (await findProtectedEvidence(db, scope, evidenceId));
  if (!(isOpen ? can(scope.role, "evidence:write") : isHeld)) throw documentNotFound();
  const reason = neededText(given);
  const { evidence, protectedEvidence } = db.t;
  const table = isOpen ? evidence : protectedEvidence;
  const what = isOpen
    ? event("evidence.taken-back", { evidenceId, reason })
    : event("protected-finding.changed", { sha256: hashOfRows({ takenBack: evidenceId, reason }) });
  await db
    .commit(scope, what, (q) => [
      {
        write: q
          .update(table)
          .set({ undoneBy: scope.userId, undoneAt: now, undoneReason: reason })
          .where(and(eq(table.id, evidenceId), eq(table.workspaceNo, scope.workspaceNo), isNull(table.undoneAt))),
        rows: 1,
      },
    ])
    .catch((error: unknown) => {
      throw isStaleWrite(error)
        ? new Problem("evidence.taken-back", "This document was taken back already.", {}, 409)
        : error;
    });
}
