import type { Database, Scope } from "../../../db/database";
import { openReapply } from "../../../db/queries/understanding";
import { newJob } from "../jobs/new-job";

/** Asks once more for the list to be built with the decisions in force, after a run that failed. Does nothing while one waits or runs. */
export async function applyAgain(db: Database, scope: Scope, now: Date): Promise<void> {
  if (await openReapply(db, scope)) return;
  await db.commitPlain((q) => [q.insert(db.t.jobs).values(newJob("import.reapply", {}, scope.workspaceNo, now))]);
}
