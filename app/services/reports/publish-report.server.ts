import { event } from "../../../db/audit-events";
import type { Database, Scope } from "../../../db/database";
import { isUniqueViolation } from "../../../db/errors";
import { newId } from "../../../db/ids";
import { findReport, highestReportNo, signaturesOf } from "../../../db/queries/reports";
import { Problem } from "../../lib/problem";
import { unsignedRoles } from "../../reports/signers";
import { requireKeptAsFrozen } from "./kept-file.server";
import { intactContent, moveReport, orChanged, reportRecord, requireSeen, requireState } from "./report-record.server";
import { signaturesUnder } from "./report-view.server";

const TRIES = 5;

export interface Publication {
  /** The hash the page showed: what is published is what was read. */
  readonly contentSha256: string;
  /** Whoever publishes has seen which signatures that the template asks for are missing. */
  readonly knowsUnsigned: boolean;
}

/**
 * Publishes an approved report: it gets the next number of its type, a correction that of the version before, and never changes again.
 * @param dataDir where files that are kept with it are looked at.
 * @returns its number. @throws Problem `report.not-found` (404), `report.state`, `report.changed`, `report.not-intact` (409),
 *   `report.file-gone`, `report.file-changed` (410), `report.unsigned` (422).
 */
export async function publishReport(
  db: Database,
  scope: Scope,
  id: string,
  given: Publication,
  now: Date,
  dataDir: string | null = null,
): Promise<number> {
  for (let tried = 1; ; tried++)
    try {
      return await publishOnce(db, scope, id, given, now, dataDir);
    } catch (error) {
      // Another report of the type took the number.
      if (!isUniqueViolation(error) || tried === TRIES) throw error;
    }
}

async function publishOnce(
  db: Database,
  scope: Scope,
  id: string,
  given: Publication,
  now: Date,
  dataDir: string | null,
): Promise<number> {
  const record = await reportRecord(db, scope, id);
  const { row } = record;
  requireState(row, "approved");
  requireSeen(row, given.contentSha256);
  const content = intactContent(record);
  if (dataDir !== null) await requireKeptAsFrozen(scope, id, content, dataDir);
  const signatures = signaturesUnder(row.contentSha256, await signaturesOf(db, scope, id));
  const unsigned = unsignedRoles({ report: content, signatures }, record.template);
  if (unsigned.length > 0 && !given.knowsUnsigned)
    throw new Problem(
      "report.unsigned",
      "Signatures that the template asks for are missing. Have it signed first, or say that you publish it without them: the report names them as missing.",
      { count: unsigned.length },
      422,
    );
  const before = row.replaces === null ? null : await findReport(db, scope, row.replaces);
  const fileNo = before?.fileNo ?? (await highestReportNo(db, scope, row.type)) + 1;
  const { type, version } = row;
  const { workspaceNo, userId: by } = scope;
  const published = event("report.published", {
    reportId: id,
    type,
    fileNo,
    version,
    contentSha256: row.contentSha256!,
    publishedAt: now.toISOString(),
    unsigned,
  });
  await db
    .commit(scope, published, (q) => [
      moveReport(db, q, scope, row, { state: "published", fileNo, publishedAt: now }),
      q
        .insert(db.t.reportSteps)
        .values({ id: newId(now), workspaceNo, reportId: id, step: "published", note: "", by, at: now }),
    ])
    .catch(orChanged);
  return fileNo;
}
