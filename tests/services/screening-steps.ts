/** Runs the jobs that a decision or a list has asked for, here and now, as the job process would. */
import { eq, ne } from "drizzle-orm";
import type { Database, Scope, SystemScope } from "../../db/database";
import { publishedGeneration } from "../../db/queries/generations";
import { candidateQueue, openScreeningJob } from "../../db/queries/screening";
import type { MatchState } from "../../db/schema/screening";
import { openReapply } from "../../db/queries/understanding";
import { reapplyImport } from "../../app/jobs/reapply-import.server";
import { screenSuppliers } from "../../app/jobs/screen-suppliers.server";
import { readConfig } from "../../app/lib/config.server";
import { readCandidate, type Candidate } from "../../app/services/screening/stored-candidate";
import { linesByName } from "./import-steps";
import type { RegisterLine } from "../../db/queries/register";

/** The program at work in the workspace of a member. */
export const systemScope = (scope: Scope): SystemScope => ({ ...scope, userId: null, role: "system" });

const contextOf = (db: Database, scope: Scope, dataDir: string, id: string) => ({
  db,
  config: readConfig({ CANDOUR_DATA: dataDir }),
  job: { id, workspaceNo: scope.workspaceNo, payload: {} },
  progress: async () => undefined,
  cancelled: async () => false,
});

async function take(db: Database, id: string, state: "running" | "done"): Promise<void> {
  const { jobs } = db.t;
  await db.commitPlain((q) => [q.update(jobs).set({ state }).where(eq(jobs.id, id))]);
}

/** Builds the list again when somebody asked for it, and compares its suppliers when somebody asked for that. */
export async function runJobs(db: Database, scope: Scope, dataDir: string): Promise<void> {
  for (let job = await openReapply(db, scope); job; job = await openReapply(db, scope)) {
    await take(db, job.id, "running");
    await reapplyImport(contextOf(db, scope, dataDir, job.id));
    await take(db, job.id, "done");
  }
  const job = await openScreeningJob(db, scope);
  if (!job) return;
  const { jobs } = db.t;
  // What else waits is nobody's business here; the comparison would make way for it.
  await db.commitPlain((q) => [q.update(jobs).set({ state: "done" }).where(ne(jobs.id, job.id))]);
  await take(db, job.id, "running");
  await screenSuppliers(contextOf(db, scope, dataDir, job.id));
  await take(db, job.id, "done");
}

/** The pairs in a state, the highest rank first. */
export const pairsIn = async (db: Database, scope: Scope, state: MatchState): Promise<Candidate[]> =>
  (await candidateQueue(db, scope, state, { limit: 1000 })).map(readCandidate);

/** The lines of the list that is shown, by name. */
export const shownLines = async (db: Database, scope: Scope): Promise<Map<string, RegisterLine>> =>
  linesByName(db, scope, (await publishedGeneration(db, scope))!);
