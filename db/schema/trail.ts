import type { ColumnKit } from "./kit.sqlite";

/** What makes the chain stand: seals of lists, and when it was last looked through. */
export function trailTables(k: ColumnKit) {
  /**
   * Digests of the lines of a published list, a thousand lines a row; the event `register.sealed` holds the digest over them,
   * so that a line that was changed can be named. Go with their generation.
   */
  const generationSeals = k.table(
    "generation_seals",
    {
      generation: k.int("generation").notNull(),
      tableName: k.text("table_name").notNull(),
      /** 0, 1, 2 … within the table. */
      slice: k.int("slice").notNull(),
      /** Of each line 4 bytes of its number, big-endian, and 12 bytes of its digest. */
      digests: k.bytes("digests").notNull(),
    },
    (t) => [k.primaryKey({ columns: [t.generation, t.tableName, t.slice] })],
  );

  /** Each time a workspace's trail was looked through from its first event to the rows of today. */
  const trailChecks = k.table(
    "trail_checks",
    {
      id: k.text("id").primaryKey(),
      workspaceNo: k.int("workspace_no").notNull(),
      /** Null: the program itself. */
      askedBy: k.text("asked_by"),
      finishedAt: k.instant("finished_at").notNull(),
      /** A `TrailCheck`. */
      result: k.json("result").notNull(),
    },
    (t) => [k.index("trail_checks_by_workspace").on(t.workspaceNo, t.finishedAt)],
  );

  return { generationSeals, trailChecks };
}
