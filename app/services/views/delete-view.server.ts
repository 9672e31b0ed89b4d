import { and, eq } from "drizzle-orm";
import { event } from "../../../db/audit-events";
import type { Database, Scope } from "../../../db/database";
import { findView } from "../../../db/queries/views";
import { Problem } from "../../lib/problem";
import { mayShareViews } from "./save-view.server";

/**
 * Takes a saved view away: one's own, or a shared one where one may share views.
 * @returns the event, to undo it. @throws Problem `view.not-found` (404) when there is no such view that this person may take away.
 */
export async function deleteView(db: Database, scope: Scope, viewId: string): Promise<{ readonly seq: number }> {
  const view = await findView(db, scope, viewId);
  if (!view || (view.byUserId !== scope.userId && !mayShareViews(scope)))
    throw new Problem("view.not-found", "There is no such view any more.", {}, 404);
  const { savedViews } = db.t;
  const { name, byUserId, createdAt, query, shared, isDefault } = view;
  const before = { byUserId, createdAt: createdAt.toISOString(), query, shared, isDefault };
  return db.commit(scope, event("view.deleted", { viewId, name, before }), (q) => [
    {
      write: q.delete(savedViews).where(and(eq(savedViews.workspaceNo, scope.workspaceNo), eq(savedViews.id, viewId))),
      rows: 1,
    },
  ]);
}
