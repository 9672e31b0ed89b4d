import type { Database, Scope } from "../../../db/database";
import { isStaleWrite } from "../../../db/errors";
import { findWorkspace } from "../../../db/queries/accounts";
import { setWorkspaceName } from "../../../db/queries/workspaces";
import { Problem } from "../../lib/problem";

export const changedMeanwhile = () =>
  new Problem(
    "workspace.changed",
    "Somebody changed the workspace at this moment. Load the page and look again.",
    {},
    409,
  );

/** Gives the workspace another name; its address stays. @throws Problem `workspace.changed` (409). */
export async function renameWorkspace(db: Database, scope: Scope, name: string): Promise<void> {
  const seen = await findWorkspace(db, scope);
  if (!seen) throw changedMeanwhile();
  if (seen.name === name) return;
  await setWorkspaceName(db, scope, seen, name).catch((error: unknown) => {
    throw isStaleWrite(error) ? changedMeanwhile() : error;
  });
}
