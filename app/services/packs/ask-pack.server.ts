import { event } from "../../../db/audit-events";
import type { Database, Scope } from "../../../db/database";
import { newId } from "../../../db/ids";
import { publishedGeneration } from "../../../db/queries/generations";
import { kindOfReport } from "../../../db/queries/reports";
import { runningJobs } from "../../../db/queries/trail-jobs";
import type { AccessClass } from "../../../db/schema/findings";
import { Problem } from "../../lib/problem";
import { newJob } from "../jobs/new-job";
import { readsReports } from "../reports/subject.server";
import { listOfReport, noReport } from "./report-list.server";

/**
 * Asks the job process for an evidence pack; who asked for which is an event of the chain.
 * @param how `stamp`: it is to have a time stamp, only where a service is configured; `reportId`: of the list that this published
 *   report rests on, left out of the one that is shown.
 * @throws Problem as `listOfReport`, `register.none` (404) before the first list is published, `pack.running` (409) while one is made.
 * @returns the id it will have.
 */
export async function askPack(
  db: Database,
  scope: Scope,
  upTo: AccessClass,
  now: Date,
  { stamp = false, reportId = null }: { readonly stamp?: boolean; readonly reportId?: string | null } = {},
): Promise<string> {
  if ((await publishedGeneration(db, scope)) === null)
    throw new Problem("register.none", "There is no published list yet. Upload one first.", {}, 404);
  if ((await runningJobs(db, scope, "pack.make")) > 0)
    throw new Problem("pack.running", "A pack is being made. Wait until it is ready.", {}, 409);
  if (reportId !== null) await requireList(db, scope, reportId, upTo);
  const packId = newId(now);
  const about = reportId === null ? {} : { reportId };
  const payload = { packId, upTo, stamp: Number(stamp), userId: scope.userId, ...about };
  const job = newJob("pack.make", payload, scope.workspaceNo, now);
  await db.commit(scope, event("pack.asked", { packId, upTo, stamp, ...about }), (q) => [
    q.insert(db.t.jobs).values(job),
  ]);
  return packId;
}

/** The report is one that whoever asks may read, and its list is kept. @throws Problem as `listOfReport`. */
async function requireList(db: Database, scope: Scope, reportId: string, upTo: AccessClass): Promise<void> {
  const kind = await kindOfReport(db, scope, reportId);
  if (kind !== null && !readsReports(scope.role, kind.type, kind.variant)) throw noReport();
  await listOfReport(db, scope, reportId, upTo);
}
