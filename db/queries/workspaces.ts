/** A workspace's name, and its end. */
import { and, eq, isNotNull, isNull, lte } from "drizzle-orm";
import { event } from "../audit-events";
import type { Database, Scope } from "../database";

/** @throws StaleWriteError when it is no longer as seen. */
export async function setWorkspaceName(
  db: Database,
  scope: Scope,
  seen: { readonly name: string; readonly version: number },
  name: string,
): Promise<void> {
  const { workspaces } = db.t;
  await db.commit(scope, event("workspace.renamed", { name, previousName: seen.name }), (q) => [
    {
      write: q
        .update(workspaces)
        .set({ name, version: seen.version + 1 })
        .where(and(eq(workspaces.no, scope.workspaceNo), eq(workspaces.version, seen.version))),
      rows: 1,
    },
  ]);
}

/** @throws StaleWriteError when it is asked for already. */
export async function askDeletion(db: Database, scope: Scope, deleteAfter: Date): Promise<void> {
  const { workspaces } = db.t;
  const asked = event("workspace.deletion-asked", { deleteAfter: deleteAfter.toISOString() });
  await db.commit(scope, asked, (q) => [
    {
      write: q
        .update(workspaces)
        .set({ deleteAfter, deleteAskedBy: scope.userId })
        .where(and(eq(workspaces.no, scope.workspaceNo), isNull(workspaces.deleteAfter))),
      rows: 1,
    },
  ]);
}

/** @throws StaleWriteError when it was taken back already. */
export async function takeDeletionBack(db: Database, scope: Scope, deleteAfter: Date): Promise<void> {
  const { workspaces } = db.t;
  const back = event("workspace.deletion-taken-back", { deleteAfter: deleteAfter.toISOString() });
  await db.commit(scope, back, (q) => [
    {
      write: q
        .update(workspaces)
        .set({ deleteAfter: null, deleteAskedBy: null })
        .where(and(eq(workspaces.no, scope.workspaceNo), isNotNull(workspaces.deleteAfter))),
      rows: 1,
    },
  ]);
}

/** Workspaces whose time of waiting is over. */
export async function dueWorkspaces(
  db: Database,
  now: Date,
): Promise<{ readonly no: number; readonly id: string; readonly deleteAfter: Date }[]> {
  const { no, id, deleteAfter } = db.t.workspaces;
  const rows = await db.q.select({ no, id, deleteAfter }).from(db.t.workspaces).where(lte(deleteAfter, now));
  return rows.flatMap((row) => (row.deleteAfter === null ? [] : [{ ...row, deleteAfter: row.deleteAfter }]));
}

/** Ids of all imports of a workspace, by its number: for the program itself. */
export async function importsOfWorkspace(db: Database, workspaceNo: number): Promise<string[]> {
  const { imports } = db.t;
  const rows = await db.q.select({ id: imports.id }).from(imports).where(eq(imports.workspaceNo, workspaceNo));
  return rows.map(({ id }) => id);
}
