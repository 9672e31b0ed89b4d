import type { Database } from "../../db/database";
import { headsJobs } from "../../db/queries/trail-jobs";
import type { Config } from "../lib/config.server";
import { newJob } from "../services/jobs/new-job";
import { noteHeads } from "../services/trail/note-heads.server";
import { dayOf } from "../services/scoring/assessor.server";
import type { JobContext } from "./job-context";

const AGAIN_MS = 15 * 60 * 1000;

/** Notes the heads of all chains outside. */
export async function noteHeadsJob({ db, config }: JobContext): Promise<void> {
  await noteHeads(db, config.heads, new Date());
}

/** Is it time? Once a day, after midnight UTC; a quarter of an hour after a try that failed. */
export async function headsAreDue(db: Database, { heads }: Pick<Config, "heads">, now: Date): Promise<boolean> {
  if (heads.file === null && heads.url === null) return false;
  const [last] = await headsJobs(db, 1);
  if (!last) return true;
  if (last.state === "queued" || last.state === "running") return false;
  const ended = last.finishedAt ?? last.createdAt;
  if (last.state === "failed") return now.getTime() - ended.getTime() >= AGAIN_MS;
  return dayOf(ended) < dayOf(now);
}

/** Asks for it when it is time. */
export async function noteHeadsWhenDue(db: Database, config: Pick<Config, "heads">, now: Date): Promise<void> {
  if (await headsAreDue(db, config, now))
    await db.commitPlain((q) => [q.insert(db.t.jobs).values(newJob("trail.heads", {}, null, now))]);
}
