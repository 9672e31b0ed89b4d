import { event } from "../../../db/audit-events";
import type { Database, Scope } from "../../../db/database";
import { newId } from "../../../db/ids";
import { Problem } from "../../lib/problem";
import { NOTE_LENGTH } from "../../reports/settings";
import { makeReport } from "./make-report.server";
import { contentHash, moveReport, orChanged, reportRecord, requireState } from "./report-record.server";

/** A note to the record, trimmed. @throws Problem `report.note` (422) when it is longer than it is kept. */
export function noteText(given: string): string {
  const note = given.trim();
  if (note.length > NOTE_LENGTH)
    throw new Problem("report.note", `A note has at most ${NOTE_LENGTH} characters.`, { limit: NOTE_LENGTH }, 422);
  return note;
}

/**
 * Sends a draft to review: its contents are made once more and frozen, and its author signs them.
 * @throws Problem `report.not-found` (404), `report.state`, `report.changed` (409), `report.note` (422).
 */
export async function submitReport(
  db: Database,
  scope: Scope,
  id: string,
  given: { readonly title: string; readonly note: string },
  now: Date,
): Promise<void> {
  const record = await reportRecord(db, scope, id);
  requireState(record.row, "draft");
  const [note, title] = [noteText(given.note), noteText(given.title)];
  const content = await makeReport(db, scope, record, now);
  const contentSha256 = contentHash(content);
  const { workspaceNo, userId } = scope;
  const { reportSteps, reportSignatures } = db.t;
  await db
    .commit(scope, event("report.submitted", { reportId: id, contentSha256, note }), (q) => [
      moveReport(db, q, scope, record.row, { state: "review", content, contentSha256 }),
      q
        .insert(reportSteps)
        .values({ id: newId(now), workspaceNo, reportId: id, step: "submitted", note, by: userId, at: now }),
      q.insert(reportSignatures).values({
        id: newId(now),
        workspaceNo,
        reportId: id,
        role: "author",
        title,
        contentSha256,
        by: userId,
        at: now,
      }),
    ])
    .catch(orChanged);
}
