import { event } from "../../../db/audit-events";
import type { Database, Scope } from "../../../db/database";
import { newId } from "../../../db/ids";
import { Problem } from "../../lib/problem";
import { moveReport, orChanged, reportRecord, requireSeen, requireState } from "./report-record.server";
import { noteText } from "./submit-report.server";

/**
 * Gives a report back to its author: it is a draft again, with what was written in it. What was frozen is kept with the step, so that
 * what was signed stays to be seen under its own hash.
 * @param given `contentSha256`: the hash the page showed.
 * @throws Problem `report.not-found` (404), `report.state`, `report.changed` (409), `report.why-returned`, `report.note` (422).
 */
export async function returnReport(
  db: Database,
  scope: Scope,
  id: string,
  given: { readonly note: string; readonly contentSha256: string },
  now: Date,
): Promise<void> {
  const { row } = await reportRecord(db, scope, id);
  requireState(row, "review", "approved");
  requireSeen(row, given.contentSha256);
  const note = noteText(given.note);
  if (note === "")
    throw new Problem("report.why-returned", "Write in a sentence what has to change; the author reads it.", {}, 422);
  const { workspaceNo, userId: by } = scope;
  const returned = event("report.returned", { reportId: id, contentSha256: row.contentSha256!, note });
  await db
    .commit(scope, returned, (q) => [
      moveReport(db, q, scope, row, { state: "draft", content: null, contentSha256: null }),
      q.insert(db.t.reportSteps).values({
        id: newId(now),
        workspaceNo,
        reportId: id,
        step: "returned",
        note,
        content: row.content,
        by,
        at: now,
      }),
    ])
    .catch(orChanged);
}
