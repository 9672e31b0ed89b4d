import { mkdir } from "node:fs/promises";
import path from "node:path";
import type { SystemScope } from "../../db/database";
import type { Config } from "../lib/config.server";
import type { JobContext } from "./job-context";

/** The scope a job works in: its workspace, with no person behind it. */
export function scopeOfJob(job: JobContext["job"]): SystemScope {
  if (job.workspaceNo === null) throw new Error(`Job ${job.id} belongs to no workspace`);
  return { workspaceNo: job.workspaceNo, workspaceId: "", workspaceSlug: "", userId: null, role: "system" };
}

/** Folder for what a workbook is written out to; it stays as long as the import may be looked at. */
export async function workDirOf(config: Config, importId: string): Promise<string> {
  const folder = path.join(config.dataDir, "tables", importId);
  await mkdir(folder, { recursive: true });
  return folder;
}
