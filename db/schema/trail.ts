import type { ColumnKit } from "./kit.sqlite";

export const NOTE_KINDS = ["comment", "sign-off", "answer"] as const;
export type NoteKind = (typeof NOTE_KINDS)[number];

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

  /**
   * What a person remarked about a record or about one section of a report, what was answered, or that they signed it off. A row is
   * only ever marked taken back.
   */
  const recordNotes = k.table(
    "record_notes",
    {
      id: k.text("id").primaryKey(),
      workspaceNo: k.int("workspace_no").notNull(),
      /** One of `RECORD_KINDS`. */
      recordKind: k.text("record_kind").notNull(),
      /** Public id of the record. */
      recordId: k.text("record_id").notNull(),
      /** A section of a report by its id; null: about the record as a whole. */
      section: k.text("section"),
      /** Of the frozen contents that a comment on a section was made on. */
      contentSha256: k.text("content_sha256"),
      /** Of an answer: id of the comment. */
      answers: k.text("answers"),
      kind: k.enumText("kind", NOTE_KINDS).notNull(),
      /** May be empty under a sign-off. */
      text: k.text("text").notNull(),
      byUserId: k.text("by_user_id").notNull(),
      at: k.instant("at").notNull(),
      takenBackAt: k.instant("taken_back_at"),
    },
    (t) => [
      k.index("record_notes_by_record").on(t.workspaceNo, t.recordKind, t.recordId, t.at),
      k.index("record_notes_by_time").on(t.workspaceNo, t.at),
    ],
  );

  return { generationSeals, trailChecks, recordNotes };
}
