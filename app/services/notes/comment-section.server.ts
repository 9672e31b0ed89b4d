import { event } from "../../../db/audit-events";
import type { Database, Scope } from "../../../db/database";
import { newId } from "../../../db/ids";
import { can } from "../../lib/permissions";
import { Problem } from "../../lib/problem";
import {
  intactContent,
  moveReport,
  orChanged,
  reportRecord,
  requireSeen,
  requireState,
} from "../reports/report-record.server";
import { requireComment, wordsOfNote } from "./add-note.server";

export interface NewComment {
  /** Id of the section. */
  readonly section: string;
  readonly text: string;
  /** The hash the page showed: what is commented is what was read. */
  readonly contentSha256: string;
}

/**
 * Puts a comment beside a section of a report's frozen contents, which stay as they are.
 * @throws Problem `report.not-found`, `note.record-not-found` (404; a role that may not), `report.state`, `report.changed`, `report.not-intact` (409),
 *   `note.no-section`, `note.empty`, `note.too-long` (422).
 */
export async function commentSection(
  db: Database,
  scope: Scope,
  reportId: string,
  given: NewComment,
  now: Date,
): Promise<{ readonly noteId: string }> {
  const record = await reportRecord(db, scope, reportId);
  if (!can(scope.role, "report:comment"))
    throw new Problem("note.record-not-found", "There is no such record in this workspace.", {}, 404);
  requireState(record.row, "review", "approved", "published");
  const { contentSha256 } = record.row;
  requireSeen(record.row, given.contentSha256);
  const { sections } = intactContent(record);
  const { section } = given;
  if (!sections.some(({ id }) => id === section))
    throw new Problem(
      "note.no-section",
      "This report has no such section. Load the page again and comment on one that stands there.",
      {},
      422,
    );
  const text = wordsOfNote(given.text);
  requireComment(text);
  const noteId = newId(now);
  const of = { recordKind: "report", recordId: reportId, section, contentSha256: contentSha256!, text } as const;
  await db
    .commit(scope, event("record.section-commented", { noteId, ...of }), (q) => [
      // Whoever approves in this moment looks at it first.
      ...(record.row.state === "review" ? [moveReport(db, q, scope, record.row, {})] : []),
      q.insert(db.t.recordNotes).values({
        id: noteId,
        workspaceNo: scope.workspaceNo,
        ...of,
        kind: "comment",
        byUserId: scope.userId,
        at: now,
      }),
    ])
    .catch(orChanged);
  return { noteId };
}
