import { newId } from "../../db/ids";
import { verifyTrail } from "../../db/verify-trail";
import type { JobContext } from "./job-context";
import { scopeOfJob } from "./job-scope";

/** Of the faults so many are kept; the command names more. */
const KEPT = 50;

/** Somebody asked whether the trail is as the program left it: the answer is kept for the page. */
export async function verifyTrailJob({ db, job, progress }: JobContext): Promise<void> {
  const { workspaceNo } = scopeOfJob(job);
  const check = await verifyTrail(db, workspaceNo, (rows) =>
    progress({ phase: "comparing", done: rows, total: 0, rows }),
  );
  const now = new Date();
  await db.commitPlain((q) => [
    q.insert(db.t.trailChecks).values({
      id: newId(now),
      workspaceNo,
      askedBy: typeof job.payload["userId"] === "string" ? job.payload["userId"] : null,
      finishedAt: now,
      result: { ...check, faults: check.faults.slice(0, KEPT) },
    }),
  ]);
}
