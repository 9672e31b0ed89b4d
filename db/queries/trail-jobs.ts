/** What jobs have done last: those about the trail, and of any kind. */
import { and, desc, eq, inArray, isNull } from "drizzle-orm";
import type { AnyScope, Database } from "../database";
import type { Job } from "./jobs";

/** The last jobs of the installation that noted heads outside, the newest first. */
export async function headsJobs(db: Database, limit: number): Promise<Job[]> {
  const { jobs } = db.t;
  return db.q
    .select()
    .from(jobs)
    .where(
      and(
        isNull(jobs.workspaceNo),
        eq(jobs.kind, "trail.heads"),
        inArray(jobs.state, ["queued", "running", "done", "failed"]),
      ),
    )
    .orderBy(desc(jobs.createdAt), desc(jobs.id))
    .limit(limit);
}

/** How many jobs of a kind the workspace has at work or waiting. */
export async function runningJobs(db: Database, scope: AnyScope, kind: string): Promise<number> {
  const { jobs } = db.t;
  const rows = await db.q
    .select({ id: jobs.id })
    .from(jobs)
    .where(
      and(eq(jobs.workspaceNo, scope.workspaceNo), eq(jobs.kind, kind), inArray(jobs.state, ["queued", "running"])),
    );
  return rows.length;
}

/** The last job of a kind that the workspace asked for, however it ended; null when there never was one. */
export async function lastJob(db: Database, scope: AnyScope, kind: string): Promise<Job | null> {
  const { jobs } = db.t;
  const [job] = await db.q
    .select()
    .from(jobs)
    .where(and(eq(jobs.workspaceNo, scope.workspaceNo), eq(jobs.kind, kind)))
    .orderBy(desc(jobs.createdAt), desc(jobs.id))
    .limit(1);
  return job ?? null;
}
