import { sealOriginal } from "../services/originals/seal-original.server";
import type { JobContext } from "./job-context";
import { scopeOfJob } from "./job-scope";

/** After a list is published or put away: its plain original goes. See `sealOriginal`. */
export async function sealImport({ db, config, job }: JobContext): Promise<void> {
  await sealOriginal(db, scopeOfJob(job), String(job.payload["importId"]), config, new Date());
}
