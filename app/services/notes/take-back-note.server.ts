import { and, eq, isNull } from "drizzle-orm";
import { event } from "../../../db/audit-events";
import type { Database, Scope } from "../../../db/database";
import { isStaleWrite } from "../../../db/errors";
import { findNote } from "../../../db/queries/trail";
import { Problem } from "../../lib/problem";

/** Takes back a remark or a signature of one's own; it stays to be read, marked. @throws Problem `note.not-found` (404). */
export async function takeBackNote(db: Database, scope: Scope, noteId: string, now: Date): Promise<void> {
  const missing = () => new Problem("note.not-found", "There is no such comment or sign-off of yours.", {}, 404);
  const found = await findNote(db, scope, noteId);
  if (!found || found.byUserId !== scope.userId || found.takenBackAt !== null) throw missing();
  const { recordNotes: n } = db.t;
  const { recordKind, recordId } = found;
  await db
    .commit(scope, event("record.note-taken-back", { noteId, recordKind, recordId }), (q) => [
      {
        write: q
          .update(n)
          .set({ takenBackAt: now })
          .where(and(eq(n.workspaceNo, scope.workspaceNo), eq(n.id, noteId), isNull(n.takenBackAt))),
        rows: 1,
      },
    ])
    .catch((error: unknown) => {
      throw isStaleWrite(error) ? missing() : error;
    });
}
