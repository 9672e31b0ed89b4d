import type { Database, Scope } from "../../../db/database";
import { runningJobs } from "../../../db/queries/trail-jobs";
import { newJob } from "../jobs/new-job";

/** Asks the job process to look the workspace's trail through, unless it does so already. */
export async function askVerification(db: Database, scope: Scope, now: Date): Promise<void> {
  if ((await runningJobs(db, scope, "trail.verify")) > 0) return;
  const job = newJob("trail.verify", { userId: scope.userId }, scope.workspaceNo, now);
  await db.commitPlain((q) => [q.insert(db.t.jobs).values(job)]);
}
