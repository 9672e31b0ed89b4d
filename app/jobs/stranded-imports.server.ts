import { and, eq, inArray, isNull } from "drizzle-orm";
import type { Database } from "../../db/database";
import { newJob } from "../services/jobs/new-job";

/**
 * Published and discarded imports whose original still stands as it was received (the job that seals it failed, or an
 * earlier version of the program had none) get one. @returns how many.
 */
export async function sealStrandedOriginals(db: Database, now: Date): Promise<number> {
  const { imports, jobs, originals } = db.t;
  const waiting = await db.q
    .select({ id: imports.id, workspaceNo: imports.workspaceNo })
    .from(imports)
    .leftJoin(originals, eq(originals.uploadId, imports.uploadId))
    .where(and(inArray(imports.state, ["published", "undone", "discarded"]), isNull(originals.uploadId)));
  const open = await db.q
    .select({ payload: jobs.payload })
    .from(jobs)
    .where(and(eq(jobs.kind, "import.seal"), inArray(jobs.state, ["queued", "running"])));
  const served = new Set(open.map((job) => (job.payload as { importId?: string }).importId));
  const stranded = waiting.filter(({ id }) => !served.has(id));
  for (const { id, workspaceNo } of stranded)
    await db.commitPlain((q) => [q.insert(jobs).values(newJob("import.seal", { importId: id }, workspaceNo, now))]);
  return stranded.length;
}

/**
 * Imports that wait for a job which is no longer in the queue (it failed while the process was being killed) get a new one.
 * @returns how many.
 */
export async function restartStrandedImports(db: Database, now: Date): Promise<number> {
  const { imports, jobs } = db.t;
  const waiting = await db.q
    .select({ id: imports.id, workspaceNo: imports.workspaceNo, state: imports.state })
    .from(imports)
    .where(inArray(imports.state, ["received", "inspecting", "building"]));
  if (waiting.length === 0) return 0;
  const open = await db.q
    .select({ payload: jobs.payload })
    .from(jobs)
    .where(and(inArray(jobs.state, ["queued", "running"])));
  const served = new Set(open.map((job) => (job.payload as { importId?: string }).importId));
  const stranded = waiting.filter((one) => !served.has(one.id));
  for (const one of stranded)
    await db.commitPlain((q) => [
      q
        .insert(jobs)
        .values(
          newJob(
            one.state === "building" ? "import.build" : "import.inspect",
            { importId: one.id },
            one.workspaceNo,
            now,
          ),
        ),
    ]);
  return stranded.length;
}
