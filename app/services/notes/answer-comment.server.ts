import { event } from "../../../db/audit-events";
import type { Database, Scope } from "../../../db/database";
import { newId } from "../../../db/ids";
import { notesOfRecord } from "../../../db/queries/trail";
import { can } from "../../lib/permissions";
import { Problem } from "../../lib/problem";
import { reportRecord } from "../reports/report-record.server";
import { wordsOfNote } from "./add-note.server";

/**
 * Says what was done about a comment on a section, which settles it: whoever writes reports, in any state of the report, and not the person
 * who commented.
 * @throws Problem `report.not-found`, `note.record-not-found` (404; a role that may not), `note.not-open` (409), `note.answer-own`,
 *   `note.answer-empty`, `note.too-long` (422).
 */
export async function answerComment(
  db: Database,
  scope: Scope,
  reportId: string,
  given: { readonly comment: string; readonly text: string },
  now: Date,
): Promise<{ readonly noteId: string }> {
  await reportRecord(db, scope, reportId);
  if (!can(scope.role, "report:write"))
    throw new Problem("note.record-not-found", "There is no such record in this workspace.", {}, 404);
  const standing = (await notesOfRecord(db, scope, { kind: "report", id: reportId })).filter(
    ({ section, takenBackAt }) => section !== null && takenBackAt === null,
  );
  const comment = standing.find(({ id, kind }) => id === given.comment && kind === "comment");
  if (!comment || standing.some(({ answers }) => answers === comment.id))
    throw new Problem(
      "note.not-open",
      "This comment is not open any more: it was answered or taken back. Load the page again.",
      {},
      409,
    );
  if (comment.byUserId === scope.userId)
    throw new Problem(
      "note.answer-own",
      "This comment is your own. Take it back, or let another member answer it.",
      {},
      422,
    );
  const text = wordsOfNote(given.text);
  if (text === "")
    throw new Problem("note.answer-empty", "Write what was done about the comment, or why nothing is.", {}, 422);
  const noteId = newId(now);
  const of = {
    recordKind: "report",
    recordId: reportId,
    section: comment.section!,
    answers: comment.id,
    text,
  } as const;
  await db.commit(scope, event("record.comment-answered", { noteId, ...of }), (q) => [
    q.insert(db.t.recordNotes).values({
      id: noteId,
      workspaceNo: scope.workspaceNo,
      ...of,
      kind: "answer",
      byUserId: scope.userId,
      at: now,
    }),
  ]);
  return { noteId };
}
