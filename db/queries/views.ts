/** Saved views of the supplier table: a person's own, and those shared in the workspace. */
import { and, asc, eq, or, sql } from "drizzle-orm";
import type { Database, Scope } from "../database";
import { runPrepared } from "../prepared";
import type { Tables } from "../schema/tables";

export type SavedView = Tables["savedViews"]["$inferSelect"];
/** A view and who saved it. */
export type ListedView = SavedView & { readonly byName: string };

/** The views this person may use, by name: their own and the shared ones. */
export async function listViews(db: Database, scope: Scope): Promise<ListedView[]> {
  const { savedViews, users } = db.t;
  const rows = await runPrepared(
    db,
    "list_views",
    () =>
      db.q
        .select({ view: savedViews, byName: users.name })
        .from(savedViews)
        .innerJoin(users, eq(users.id, savedViews.byUserId))
        .where(
          and(
            eq(savedViews.workspaceNo, sql.placeholder("workspaceNo")),
            or(eq(savedViews.byUserId, sql.placeholder("userId")), eq(savedViews.shared, true)),
          ),
        )
        .orderBy(asc(savedViews.name), asc(savedViews.id)),
    { workspaceNo: scope.workspaceNo, userId: scope.userId },
  );
  return rows.map(({ view, byName }) => ({ ...view, byName }));
}

/** A view of this workspace that is this person's own or shared; null when there is none such. */
export async function findView(db: Database, scope: Scope, viewId: string): Promise<SavedView | null> {
  const { savedViews } = db.t;
  const [found] = await db.q
    .select()
    .from(savedViews)
    .where(
      and(
        eq(savedViews.workspaceNo, scope.workspaceNo),
        eq(savedViews.id, viewId),
        or(eq(savedViews.byUserId, scope.userId), eq(savedViews.shared, true)),
      ),
    );
  return found ?? null;
}

/** The view a person's table opens with: their own choice, else the workspace's; null when nobody chose one. */
export const openingView = <View extends Pick<SavedView, "byUserId" | "shared" | "isDefault">>(
  views: readonly View[],
  userId: string,
): View | null =>
  views.find((view) => view.isDefault && !view.shared && view.byUserId === userId) ??
  views.find((view) => view.isDefault && view.shared) ??
  null;
