import { eq } from "drizzle-orm";
import { event } from "../../../db/audit-events";
import type { AnyScope, Database, Scope } from "../../../db/database";
import { requestCancel } from "../../../db/queries/jobs";
import { Problem } from "../../lib/problem";
import { newJob } from "../jobs/new-job";
import { changeImport, findImport } from "./import-record.server";
import { openJobs } from "./import-view.server";
import { asConflict } from "./publish-import.server";

/**
 * Puts an import away. What it says and the kept copy of its file stay; its unpublished generation is swept, its original
 * is encrypted.
 */
export async function discardImport(db: Database, scope: AnyScope, importId: string, now: Date): Promise<void> {
  const seen = await findImport(db, scope, importId);
  if (seen.state === "published" || seen.state === "undone" || seen.state === "discarded")
    throw new Problem("import.not-open", "This import is finished and cannot be put away.", {}, 409);
  for (const job of await openJobs(db, scope, importId)) await requestCancel(db, scope, job.id, now);
  const { generations, jobs } = db.t;
  await db
    .commit(scope, event("import.discarded", { importId, generation: seen.generation }), (q) => [
      changeImport(db, q, seen, { state: "discarded" }, now),
      q.insert(jobs).values(newJob("import.seal", { importId }, scope.workspaceNo, now)),
      ...(seen.generation === null
        ? []
        : [
            q.update(generations).set({ state: "discarded" }).where(eq(generations.no, seen.generation)),
            q.insert(jobs).values(newJob("generation.sweep", {}, scope.workspaceNo, now)),
          ]),
    ])
    .catch(asConflict);
}

/**
 * Stops the job an import waits for. A build goes back to its columns with nothing published; a file that was still being
 * opened is put away. A job that runs stops at its next heartbeat.
 */
export async function cancelImport(db: Database, scope: Scope, importId: string, now: Date): Promise<void> {
  const seen = await findImport(db, scope, importId);
  const open = await openJobs(db, scope, importId);
  if (seen.state === "received" || seen.state === "inspecting") return discardImport(db, scope, importId, now);
  for (const job of open) await requestCancel(db, scope, job.id, now);
  // A job that had not begun does not come to say so itself.
  if (seen.state === "building" && open.every((job) => job.state === "queued"))
    await db.commitPlain((q) => [changeImport(db, q, seen, { state: "mapping" }, now)]).catch(asConflict);
}
