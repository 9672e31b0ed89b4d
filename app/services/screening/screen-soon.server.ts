import { and, eq } from "drizzle-orm";
import type { AnyScope, Database, Queries, Step } from "../../../db/database";
import { openScreeningJob } from "../../../db/queries/screening";
import { newJob } from "../jobs/new-job";

/**
 * The writes that have the workspace's suppliers compared with its lists, behind everything that waits now: one such job waits at
 * a time. One that was taken meanwhile is not moved; what it did not see is seen by the next.
 */
export async function screenSoon(db: Database, scope: AnyScope, now: Date): Promise<(q: Queries) => readonly Step[]> {
  const { jobs } = db.t;
  const open = await openScreeningJob(db, scope);
  const behind = new Date(now.getTime() + 2);
  if (open?.state === "queued")
    return (q) => [
      q
        .update(jobs)
        .set({ createdAt: behind })
        .where(and(eq(jobs.id, open.id), eq(jobs.state, "queued"))),
    ];
  return (q) => [q.insert(jobs).values(newJob("lists.screen", {}, scope.workspaceNo, behind))];
}
