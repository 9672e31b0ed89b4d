import { ROLES } from "./codes";
import type { ColumnKit } from "./kit.sqlite";

/** People and the workspaces they work in. */
export function accountTables(k: ColumnKit) {
  const users = k.table(
    "users",
    {
      id: k.text("id").primaryKey(),
      email: k.text("email").notNull(),
      /** The address in the form two spellings share (`emailKey`). */
      emailKey: k.text("email_key").notNull(),
      name: k.text("name").notNull(),
      passwordHash: k.text("password_hash").notNull(),
      locale: k.text("locale").notNull(),
      /** Single keys are shortcuts; some people's devices press keys they do not mean. */
      shortcuts: k.bool("shortcuts").notNull().default(true),
      isDemo: k.bool("is_demo").notNull().default(false),
      createdAt: k.instant("created_at").notNull(),
      /** The account was closed: name, address and password are gone, the id stays in what was decided. */
      closedAt: k.instant("closed_at"),
    },
    (t) => [k.uniqueIndex("users_by_email").on(t.emailKey)],
  );

  const sessions = k.table(
    "sessions",
    {
      /** Hash of the token in the cookie; the token itself is never stored. */
      tokenHash: k.text("token_hash").primaryKey(),
      /** What the list of sessions names it by; opens nothing. */
      id: k.text("id").notNull(),
      userId: k
        .text("user_id")
        .notNull()
        .references(() => users.id),
      createdAt: k.instant("created_at").notNull(),
      expiresAt: k.instant("expires_at").notNull(),
      lastSeenAt: k.instant("last_seen_at").notNull(),
      /** Browser and system in a few words (`deviceOf`); "" where nothing was told. */
      device: k.text("device").notNull().default(""),
    },
    (t) => [k.index("sessions_by_user").on(t.userId), k.index("sessions_by_end").on(t.expiresAt)],
  );

  const workspaces = k.table(
    "workspaces",
    {
      no: k.countingKey("no"),
      id: k.text("id").notNull(),
      slug: k.text("slug").notNull(),
      name: k.text("name").notNull(),
      isDemo: k.bool("is_demo").notNull().default(false),
      /** The generation everyone sees; null before the first list is published. */
      publishedGeneration: k.int("published_generation"),
      createdAt: k.instant("created_at").notNull(),
      version: k.int("version").notNull().default(1),
      /** From then on the workspace is deleted with everything in it; null: it stays. */
      deleteAfter: k.instant("delete_after"),
      deleteAskedBy: k.text("delete_asked_by"),
    },
    (t) => [k.uniqueIndex("workspaces_by_id").on(t.id), k.uniqueIndex("workspaces_by_slug").on(t.slug)],
  );

  const memberships = k.table(
    "memberships",
    {
      workspaceNo: k
        .int("workspace_no")
        .notNull()
        .references(() => workspaces.no),
      userId: k
        .text("user_id")
        .notNull()
        .references(() => users.id),
      role: k.enumText("role", ROLES).notNull(),
      createdAt: k.instant("created_at").notNull(),
    },
    (t) => [k.primaryKey({ columns: [t.workspaceNo, t.userId] }), k.index("memberships_by_user").on(t.userId)],
  );

  /** What a member put away or arranged for themselves in a workspace; no decision about it. */
  const memberPreferences = k.table(
    "member_preferences",
    {
      workspaceNo: k
        .int("workspace_no")
        .notNull()
        .references(() => workspaces.no),
      userId: k
        .text("user_id")
        .notNull()
        .references(() => users.id),
      /** The guide of the first steps is put away. */
      guideHidden: k.bool("guide_hidden").notNull().default(false),
      updatedAt: k.instant("updated_at").notNull(),
    },
    (t) => [k.primaryKey({ columns: [t.workspaceNo, t.userId] })],
  );

  return { users, sessions, workspaces, memberships, memberPreferences };
}
