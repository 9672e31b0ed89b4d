import type { ColumnKit } from "./kit.sqlite";

/** Ways of looking at the supplier table that someone gave a name. */
export function viewTables(k: ColumnKit) {
  const savedViews = k.table(
    "saved_views",
    {
      id: k.text("id").primaryKey(),
      workspaceNo: k.int("workspace_no").notNull(),
      /** Who saved it; a view that is not shared is theirs alone. */
      byUserId: k.text("by_user_id").notNull(),
      name: k.text("name").notNull(),
      shared: k.bool("shared").notNull().default(false),
      /** What the table opens with: for its owner, or where it is shared for everyone without a choice of their own. */
      isDefault: k.bool("is_default").notNull().default(false),
      /** The address's query: words, filters, order, columns; never a place in the list. */
      query: k.text("query").notNull(),
      createdAt: k.instant("created_at").notNull(),
      updatedAt: k.instant("updated_at").notNull(),
    },
    (t) => [k.uniqueIndex("saved_views_by_name").on(t.workspaceNo, t.byUserId, t.name)],
  );

  return { savedViews };
}
