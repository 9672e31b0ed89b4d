import { readdir, rm } from "node:fs/promises";
import path from "node:path";
import type { Database } from "../../../db/database";
import { dueWorkspaces, importsOfWorkspace } from "../../../db/queries/workspaces";
import { deleteWorkspaceRows } from "../../../db/whole-workspace";
import { log } from "../../lib/log.server";
import { DELETION_DAYS } from "./delete-workspace.server";

const DAY_MS = 24 * 60 * 60 * 1000;

/**
 * Files of a workspace: in each folder of the data folder those below its id or its number; and what its workbooks were
 * written out to, by import.
 */
async function deleteFiles(
  dataDir: string,
  workspace: { readonly no: number; readonly id: string },
  importIds: readonly string[],
): Promise<void> {
  const folders = await readdir(dataDir, { withFileTypes: true });
  for (const folder of folders.filter((entry) => entry.isDirectory()))
    for (const name of [workspace.id, String(workspace.no)])
      await rm(path.join(dataDir, folder.name, name), { recursive: true, force: true });
  for (const importId of importIds) await rm(path.join(dataDir, "tables", importId), { recursive: true, force: true });
}

/**
 * Deletes the workspaces whose time of waiting is over, files first, with every row; the head of each chain is kept and goes
 * into the log. Safe to be killed and run again. @returns how many.
 */
export async function sweepWorkspaces(db: Database, dataDir: string, now: Date): Promise<number> {
  const due = await dueWorkspaces(db, now);
  for (const { no, id, deleteAfter } of due) {
    await deleteFiles(dataDir, { no, id }, await importsOfWorkspace(db, no));
    const askedAt = new Date(deleteAfter.getTime() - DELETION_DAYS * DAY_MS);
    const { events, headHash } = await deleteWorkspaceRows(db, { no, id, askedAt }, now);
    log.info({ workspace: id, events, headHash }, "workspace deleted");
  }
  return due.length;
}
