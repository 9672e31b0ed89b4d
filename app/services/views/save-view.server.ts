import { and, eq, ne } from "drizzle-orm";
import { event } from "../../../db/audit-events";
import type { Database, Scope } from "../../../db/database";
import { newId } from "../../../db/ids";
import { can } from "../../lib/permissions";
import { Problem } from "../../lib/problem";

export interface ViewToSave {
  /** 1 to 80 characters. */
  readonly name: string;
  /** The query of the table's address, without a place in the list. */
  readonly query: string;
  /** Everyone in the workspace sees it. */
  readonly shared: boolean;
  /** The table opens with it: for its owner, or where it is shared for everyone who chose none of their own. */
  readonly isDefault: boolean;
}

/** May this person give the workspace a view, or take a shared one of someone else away? */
export const mayShareViews = (scope: Scope): boolean => can(scope.role, "supplier:write");

/**
 * Keeps a way of looking at the table under a name; a view of the same name by the same person is replaced. One view at
 * most opens the table for a person, and one for the workspace: the one chosen last.
 * @returns the event, to undo it, and whether a view was replaced.
 * @throws Problem `view.not-shared` (403) when this person may not give the workspace a view.
 */
export async function saveView(
  db: Database,
  scope: Scope,
  { name, query, shared, isDefault }: ViewToSave,
  now: Date,
): Promise<{ readonly viewId: string; readonly seq: number; readonly replaced: boolean }> {
  if (shared && !mayShareViews(scope))
    throw new Problem("view.not-shared", "You may keep views for yourself, but not for everyone.", {}, 403);
  const { savedViews } = db.t;
  const own = and(eq(savedViews.workspaceNo, scope.workspaceNo), eq(savedViews.byUserId, scope.userId));
  const [before] = await db.q
    .select({
      id: savedViews.id,
      query: savedViews.query,
      shared: savedViews.shared,
      isDefault: savedViews.isDefault,
    })
    .from(savedViews)
    .where(and(own, eq(savedViews.name, name)));
  const viewId = before?.id ?? newId(now);
  const rivals = shared
    ? and(eq(savedViews.workspaceNo, scope.workspaceNo), eq(savedViews.shared, true))
    : and(own, eq(savedViews.shared, false));
  const displaces = and(rivals, eq(savedViews.isDefault, true), ne(savedViews.id, viewId));
  const displaced = isDefault ? await db.q.select({ id: savedViews.id }).from(savedViews).where(displaces) : [];
  const contents = {
    viewId,
    name,
    shared,
    isDefault,
    query,
    before: before ? { query: before.query, shared: before.shared, isDefault: before.isDefault } : null,
    displaced: displaced.map(({ id }) => id),
  };
  const { seq } = await db.commit(scope, event("view.saved", contents), (q) => [
    ...(isDefault ? [q.update(savedViews).set({ isDefault: false }).where(displaces)] : []),
    q
      .insert(savedViews)
      .values({
        id: viewId,
        workspaceNo: scope.workspaceNo,
        byUserId: scope.userId,
        name,
        shared,
        isDefault,
        query,
        createdAt: now,
        updatedAt: now,
      })
      .onConflictDoUpdate({ target: savedViews.id, set: { shared, isDefault, query, updatedAt: now } }),
  ]);
  return { viewId, seq, replaced: before !== undefined };
}
