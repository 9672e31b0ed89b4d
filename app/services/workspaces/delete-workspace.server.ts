import type { Database, Scope } from "../../../db/database";
import { isStaleWrite } from "../../../db/errors";
import { findWorkspace } from "../../../db/queries/accounts";
import { askDeletion as ask, takeDeletionBack as takeBack } from "../../../db/queries/workspaces";
import { Problem } from "../../lib/problem";
import { changedMeanwhile } from "./rename-workspace.server";

/** Days in which any owner can take a deletion back. */
export const DELETION_DAYS = 7;
const DAY_MS = 24 * 60 * 60 * 1000;

/** When a deletion that is asked for now takes place. */
export const deletionAfter = (now: Date): Date => new Date(now.getTime() + DELETION_DAYS * DAY_MS);

const orChanged = (error: unknown): never => {
  throw isStaleWrite(error) ? changedMeanwhile() : error;
};

/**
 * Asks for the deletion of a workspace with everything in it. The caller has asked for the owner's password; here they type
 * the workspace's name. @throws Problem `workspace.name` (422), `workspace.changed` (409).
 */
export async function askDeletion(db: Database, scope: Scope, typedName: string, now: Date): Promise<Date> {
  const seen = await findWorkspace(db, scope);
  if (!seen || seen.deleteAfter !== null) throw changedMeanwhile();
  if (typedName.normalize("NFKC").trim() !== seen.name.normalize("NFKC").trim())
    throw new Problem("workspace.name", "This is not the name of the workspace. Type it as it stands above.", {}, 422);
  const deleteAfter = deletionAfter(now);
  await ask(db, scope, deleteAfter).catch(orChanged);
  return deleteAfter;
}

/** Takes a deletion back, while there is time. @throws Problem `workspace.changed` (409). */
export async function takeDeletionBack(db: Database, scope: Scope, now: Date): Promise<void> {
  const seen = await findWorkspace(db, scope);
  if (!seen?.deleteAfter || seen.deleteAfter <= now) throw changedMeanwhile();
  await takeBack(db, scope, seen.deleteAfter).catch(orChanged);
}
