/** The queue of jobs: one table, claimed by compare and set. */
import { and, asc, desc, eq, inArray } from "drizzle-orm";
import type { AnyScope, Database } from "../database";
import { newId } from "../ids";
import type { Tables } from "../schema/tables";

export type Job = Tables["jobs"]["$inferSelect"];
export type NewJob = Tables["jobs"]["$inferInsert"];

/** A queued job, to be inserted in the commit of the decision that asks for it. */
export const queuedJob = (
  workspaceNo: number | null,
  kind: string,
  payload: unknown,
  now: Date,
): NewJob & { id: string } => ({
  id: newId(now),
  workspaceNo,
  kind,
  payload,
  state: "queued",
  createdAt: now,
});

export async function findJob(db: Database, scope: AnyScope, id: string): Promise<Job | null> {
  const { jobs } = db.t;
  const [job] = await db.q
    .select()
    .from(jobs)
    .where(and(eq(jobs.workspaceNo, scope.workspaceNo), eq(jobs.id, id)));
  return job ?? null;
}

/** Jobs of the workspace, newest first. */
export async function listJobs(db: Database, scope: AnyScope, limit = 50): Promise<Job[]> {
  const { jobs } = db.t;
  return db.q
    .select()
    .from(jobs)
    .where(eq(jobs.workspaceNo, scope.workspaceNo))
    .orderBy(desc(jobs.createdAt), desc(jobs.id))
    .limit(limit);
}

/** Takes the oldest queued job of these kinds for a worker; null when there is none. Two workers never get the same one. */
export async function claimJob(db: Database, worker: string, kinds: readonly string[], now: Date): Promise<Job | null> {
  const { jobs } = db.t;
  const [waiting] = await db.q
    .select({ id: jobs.id })
    .from(jobs)
    .where(and(eq(jobs.state, "queued"), inArray(jobs.kind, [...kinds])))
    .orderBy(asc(jobs.createdAt))
    .limit(1);
  if (!waiting) return null;
  return db.transact(function* (q) {
    const before = yield q
      .select({ attempts: jobs.attempts })
      .from(jobs)
      .where(and(eq(jobs.id, waiting.id), eq(jobs.state, "queued")));
    if (before.rows.length === 0) return null;
    const claimed = yield q
      .update(jobs)
      .set({
        state: "running",
        claimedBy: worker,
        attempts: Number(before.rows[0]!.attempts) + 1,
        startedAt: now,
        heartbeatAt: now,
        progress: null,
      })
      .where(and(eq(jobs.id, waiting.id), eq(jobs.state, "queued")))
      .returning();
    return (claimed.rows[0] as Job | undefined) ?? null;
  });
}

/** Does a job of these kinds wait, in any workspace? */
export async function isSomebodyWaiting(db: Database, kinds: readonly string[]): Promise<boolean> {
  const { jobs } = db.t;
  const [waiting] = await db.q
    .select({ id: jobs.id })
    .from(jobs)
    .where(and(eq(jobs.state, "queued"), inArray(jobs.kind, [...kinds])))
    .limit(1);
  return waiting !== undefined;
}

const heldBy = ({ t: { jobs } }: Database, id: string, worker: string) =>
  and(eq(jobs.id, id), eq(jobs.claimedBy, worker), eq(jobs.state, "running"));

/** Says the job is alive and how far it is. Answers whether to stop: cancelled, or no longer this worker's. */
export async function heartbeat(
  db: Database,
  id: string,
  worker: string,
  progress: unknown,
  now: Date,
): Promise<{ stop: "cancelled" | "lost" | null }> {
  const { jobs } = db.t;
  return db.transact<{ stop: "cancelled" | "lost" | null }>(function* (q) {
    const held = yield q
      .update(jobs)
      .set({ heartbeatAt: now, progress })
      .where(heldBy(db, id, worker))
      .returning({ cancelRequested: jobs.cancelRequested });
    const [job] = held.rows;
    return { stop: job === undefined ? "lost" : job.cancelRequested ? "cancelled" : null };
  });
}

/** Ends a job that this worker holds. @throws StaleWriteError when it is no longer this worker's. */
export async function endJob(
  db: Database,
  id: string,
  worker: string,
  end: { readonly state: "done" | "cancelled" } | { readonly state: "failed"; readonly problem: unknown },
  now: Date,
): Promise<void> {
  const { jobs } = db.t;
  await db.commitPlain((q) => [
    {
      write: q
        .update(jobs)
        .set({ ...end, finishedAt: now })
        .where(heldBy(db, id, worker)),
      rows: 1,
    },
  ]);
}

/** Asks a job of this workspace to stop: one that waits is cancelled at once, one that runs at its next heartbeat. */
export async function requestCancel(db: Database, scope: AnyScope, id: string, now: Date): Promise<boolean> {
  const { jobs } = db.t;
  const ours = and(eq(jobs.workspaceNo, scope.workspaceNo), eq(jobs.id, id));
  return db.transact(function* (q) {
    const waiting = yield q
      .update(jobs)
      .set({ state: "cancelled", cancelRequested: true, finishedAt: now })
      .where(and(ours, eq(jobs.state, "queued")));
    if (waiting.changes > 0) return true;
    const running = yield q
      .update(jobs)
      .set({ cancelRequested: true })
      .where(and(ours, eq(jobs.state, "running")));
    return running.changes > 0;
  });
}

/**
 * Puts jobs that another worker left running (its process was killed) back into the queue; those tried `maxAttempts`
 * times fail instead. Called by the one job process when it starts, under the folder's lock.
 */
export async function requeueOrphans(
  db: Database,
  worker: string,
  now: Date,
  maxAttempts = 1000,
): Promise<{ requeued: number; failed: number }> {
  const { jobs } = db.t;
  const running = await db.q
    .select({ id: jobs.id, claimedBy: jobs.claimedBy, attempts: jobs.attempts, cancelRequested: jobs.cancelRequested })
    .from(jobs)
    .where(eq(jobs.state, "running"));
  let requeued = 0;
  let failed = 0;
  for (const job of running) {
    if (job.claimedBy === worker) continue;
    const spent = job.attempts >= maxAttempts;
    await db.commitPlain((q) => [
      q
        .update(jobs)
        .set(
          job.cancelRequested
            ? { state: "cancelled", claimedBy: null, finishedAt: now }
            : spent
              ? {
                  state: "failed",
                  claimedBy: null,
                  finishedAt: now,
                  problem: { code: "job-stopped-too-often", values: { attempts: job.attempts } },
                }
              : { state: "queued", claimedBy: null },
        )
        .where(and(eq(jobs.id, job.id), eq(jobs.state, "running"))),
    ]);
    if (spent && !job.cancelRequested) failed++;
    else requeued++;
  }
  return { requeued, failed };
}
