import { event } from "../../../db/audit-events";
import type { Database, Scope } from "../../../db/database";
import { isUniqueViolation } from "../../../db/errors";
import { newId } from "../../../db/ids";
import { statementsOf } from "../../../db/queries/reports";
import { Problem } from "../../lib/problem";
import { reportRecord, requireState } from "./report-record.server";
import { noteText } from "./submit-report.server";

/**
 * Starts the next version of a published report, with its settings and what people wrote in it; the published one stays.
 * @returns the id of the draft. @throws Problem `report.not-found` (404), `report.state`, `report.corrected` (409), `report.why-corrected`, `report.note` (422).
 */
export async function correctReport(db: Database, scope: Scope, id: string, given: string, now: Date): Promise<string> {
  const { row, settings } = await reportRecord(db, scope, id);
  requireState(row, "published");
  const reason = noteText(given);
  if (reason === "")
    throw new Problem("report.why-corrected", "Write in a sentence why it is corrected; auditors read it.", {}, 422);
  const statements = await statementsOf(db, scope, id);
  const { reports, reportStatements, reportSteps } = db.t;
  const { workspaceNo, userId } = scope;
  const reportId = newId(now);
  const { type, variant, version } = row;
  const started = { type, variant, version: version + 1, replaces: id, reason };
  try {
    await db.commit(scope, event("report.started", { reportId, ...started, settings }), (q) => [
      q.insert(reports).values({ id: reportId, workspaceNo, ...started, settings, startedBy: userId, startedAt: now }),
      q
        .insert(reportSteps)
        .values({ id: newId(now), workspaceNo, reportId, step: "started", note: reason, by: userId, at: now }),
      ...statements
        .filter(({ text }) => text !== "")
        .map((one) => q.insert(reportStatements).values({ ...one, id: newId(now), reportId })),
    ]);
  } catch (error) {
    if (!isUniqueViolation(error)) throw error;
    throw new Problem(
      "report.corrected",
      "Somebody started a correction of this report already. Open it from the list of reports.",
      {},
      409,
    );
  }
  return reportId;
}
