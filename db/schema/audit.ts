import type { ColumnKit } from "./kit.sqlite";

/**
 * The chain of what was decided in a workspace. An event holds only the salted digest of its contents; salt and
 * contents stand apart, so that erasing them, where the law asks for it, leaves the chain valid.
 */
export function auditTables(k: ColumnKit) {
  const auditEvents = k.table(
    "audit_events",
    {
      workspaceNo: k.int("workspace_no").notNull(),
      /** 1, 2, 3 … without a gap. */
      seq: k.int("seq").notNull(),
      at: k.instant("at").notNull(),
      /** Null: the program itself (a job). */
      actorUserId: k.text("actor_user_id"),
      name: k.text("name").notNull(),
      /** SHA-256 of salt and canonical contents, hex. */
      digest: k.text("digest").notNull(),
      /** SHA-256 of the lines in `audit_seals`, hex; "" when no sealed row was written. */
      seals: k.text("seals").notNull(),
      /** The hash before it; 64 zeros for the first. */
      previousHash: k.text("previous_hash").notNull(),
      hash: k.text("hash").notNull(),
    },
    (t) => [
      k.primaryKey({ columns: [t.workspaceNo, t.seq] }),
      k.index("audit_events_by_name").on(t.workspaceNo, t.name, t.seq),
    ],
  );

  const auditContents = k.table(
    "audit_contents",
    {
      workspaceNo: k.int("workspace_no").notNull(),
      seq: k.int("seq").notNull(),
      salt: k.text("salt").notNull(),
      /** Canonical JSON, kept as text so that the digest can be computed again from exactly these bytes. */
      contents: k.text("contents").notNull(),
    },
    (t) => [k.primaryKey({ columns: [t.workspaceNo, t.seq] })],
  );

  /** The rows an event's writes left: docs/decisions/0028. */
  const auditSeals = k.table(
    "audit_seals",
    {
      workspaceNo: k.int("workspace_no").notNull(),
      seq: k.int("seq").notNull(),
      /** Of the rows' digests; null once it was erased: then nobody can tell any more what the rows held. */
      salt: k.text("salt"),
      /** One a row: table, key, digest, parted by tabs. */
      lines: k.text("lines").notNull(),
    },
    (t) => [k.primaryKey({ columns: [t.workspaceNo, t.seq] })],
  );

  return { auditEvents, auditContents, auditSeals };
}
