import { event } from "../../../db/audit-events";
import type { Database, Scope } from "../../../db/database";
import { newId } from "../../../db/ids";
import { publishedGeneration } from "../../../db/queries/generations";
import { runningJobs } from "../../../db/queries/trail-jobs";
import type { AccessClass } from "../../../db/schema/findings";
import { Problem } from "../../lib/problem";
import { newJob } from "../jobs/new-job";

/**
 * Asks the job process for an evidence pack; who asked for which is an event of the chain.
 * @param stamp whether it is to have a time stamp; only where a service is configured
 * @throws Problem `register.none` (404) before the first list is published, `pack.running` (409) while one is made.
 * @returns the id it will have.
 */
export async function askPack(
  db: Database,
  scope: Scope,
  upTo: AccessClass,
  now: Date,
  stamp = false,
): Promise<string> {
  if ((await publishedGeneration(db, scope)) === null)
    throw new Problem("register.none", "There is no published list yet. Upload one first.", {}, 404);
  if ((await runningJobs(db, scope, "pack.make")) > 0)
    throw new Problem("pack.running", "A pack is being made. Wait until it is ready.", {}, 409);
  const packId = newId(now);
  const job = newJob("pack.make", { packId, upTo, stamp: Number(stamp), userId: scope.userId }, scope.workspaceNo, now);
  await db.commit(scope, event("pack.asked", { packId, upTo, stamp }), (q) => [q.insert(db.t.jobs).values(job)]);
  return packId;
}
