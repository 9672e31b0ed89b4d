import { and, eq } from "drizzle-orm";
import type { Database } from "../../db/database";
import { sealGeneration } from "../../db/generation-seals";
import { eventsAfter } from "../../db/queries/audit";
import { findGeneration } from "../../db/queries/register";
import { newJob } from "../services/jobs/new-job";
import type { JobContext } from "./job-context";
import { scopeOfJob } from "./job-scope";

const EVENTS = 10_000;

/** Lists of a workspace that are sealed already. */
async function sealedLists(db: Database, scope: Parameters<typeof eventsAfter>[1]): Promise<ReadonlySet<number>> {
  const sealed = await eventsAfter(db, scope, "register.sealed", 0, EVENTS);
  return new Set(
    sealed.map(({ contents }) => (contents === null ? 0 : (JSON.parse(contents) as { generation: number }).generation)),
  );
}

/** After a list is published: its lines are sealed in the chain. Does nothing when they are, or the list is gone. */
export async function sealRegister({ db, job, progress }: JobContext): Promise<void> {
  const generation = Number(job.payload["generation"]);
  const scope = scopeOfJob(job);
  const made = await findGeneration(db, scope, generation);
  if (!made || !["published", "superseded", "past"].includes(made.state)) return;
  if ((await sealedLists(db, scope)).has(generation)) return;
  await sealGeneration(db, scope, generation, (lines) =>
    progress({ phase: "indexing", done: lines, total: 0, rows: lines }),
  );
}

/** Lists that are shown and have no seal yet (their job was lost, or an earlier version of the program had none) get a job. */
export async function sealStrandedRegisters(db: Database, now: Date): Promise<number> {
  const { workspaces, jobs } = db.t;
  const shown = await db.q
    .select({ workspaceNo: workspaces.no, generation: workspaces.publishedGeneration })
    .from(workspaces);
  let queued = 0;
  for (const { workspaceNo, generation } of shown) {
    if (generation === null) continue;
    const scope = { workspaceNo, workspaceId: "", workspaceSlug: "", userId: null, role: "system" } as const;
    if ((await sealedLists(db, scope)).has(generation)) continue;
    const waiting = await db.q
      .select({ payload: jobs.payload })
      .from(jobs)
      .where(and(eq(jobs.kind, "register.seal"), eq(jobs.state, "queued")));
    if (waiting.some(({ payload }) => (payload as { generation?: number } | null)?.generation === generation)) continue;
    await db.commitPlain((q) => [q.insert(jobs).values(newJob("register.seal", { generation }, workspaceNo, now))]);
    queued += 1;
  }
  return queued;
}
