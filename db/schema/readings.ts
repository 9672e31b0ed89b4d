import type { ColumnKit } from "./kit.sqlite";

/** Who a protected reading came from. */
export const PROTECTED_SOURCES = ["workers", "union", "ngo", "hotline"] as const;
export type ProtectedSource = (typeof PROTECTED_SOURCES)[number];

/** What suppliers answered about recruitment, as people recorded it: docs/decisions/0013. */
export function readingTables(k: ColumnKit) {
  /**
   * One known value of one answer. A row is never changed but to mark it undone or released; of those in force about the same
   * answer the one with the later valid day counts, then the one recorded later.
   */
  const readings = k.table(
    "readings",
    {
      id: k.text("id").primaryKey(),
      workspaceNo: k.int("workspace_no").notNull(),
      supplierNo: k.int("supplier_no").notNull(),
      /** The same for all that were saved at once. */
      batch: k.text("batch").notNull(),
      /** A key of the engine's recruitment or workforce facts, or `inputs:` and the good of a material. */
      what: k.text("what").notNull(),
      /** As the engine takes it; null: not known any more. */
      value: k.json("value"),
      /** How it is backed, a word of the engine's `PROOF_LEVELS`. */
      proof: k.text("proof").notNull(),
      /** Money as it was told: amount, currency, and the rate with its day and source. Null for anything else. */
      told: k.json("told"),
      /** The day from which it is true, `YYYY-MM-DD`. */
      validFrom: k.text("valid_from").notNull(),
      /** Who said it, in which document. */
      source: k.text("source").notNull(),
      /** Null: it may be shown to everyone who may read the supplier. */
      protectedSource: k.enumText("protected_source", PROTECTED_SOURCES),
      /** When it was released for others by a decision of `protected_releases`. */
      releasedAt: k.instant("released_at"),
      recordedBy: k.text("recorded_by").notNull(),
      recordedAt: k.instant("recorded_at").notNull(),
      undoneAt: k.instant("undone_at"),
      undoneBy: k.text("undone_by"),
    },
    (t) => [
      k.index("readings_by_supplier").on(t.workspaceNo, t.supplierNo),
      k.index("readings_by_batch").on(t.workspaceNo, t.batch),
    ],
  );

  /** A named person's decision that protected readings may be shown, after a written assessment of the risk to workers. */
  const protectedReleases = k.table(
    "protected_releases",
    {
      id: k.text("id").primaryKey(),
      workspaceNo: k.int("workspace_no").notNull(),
      supplierNo: k.int("supplier_no").notNull(),
      batch: k.text("batch").notNull(),
      /** Workers of the group the readings are about: never a single person. */
      groupSize: k.int("group_size").notNull(),
      /** Who assessed the risk to workers, on which day, and what they wrote. */
      assessedBy: k.text("assessed_by").notNull(),
      assessedOn: k.text("assessed_on").notNull(),
      assessment: k.text("assessment").notNull(),
      releasedBy: k.text("released_by").notNull(),
      releasedAt: k.instant("released_at").notNull(),
    },
    (t) => [k.uniqueIndex("protected_releases_by_batch").on(t.workspaceNo, t.batch)],
  );

  /** Suppliers of a generation whose line holds recorded readings, with what the list itself had told. */
  const toldSuppliers = k.table("told_suppliers", {
    /** `bulkKey(generation, supplierNo)`. */
    key: k.int("key").primaryKey(),
    /** As `readingsText` writes it; null: the list told nothing. */
    listReadings: k.text("list_readings"),
  });

  return { readings, protectedReleases, toldSuppliers };
}
