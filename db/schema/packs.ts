import { ACCESS_CLASSES } from "./findings";
import type { ColumnKit } from "./kit.sqlite";

/** Evidence packs that were made: docs/decisions/0031. */
export function packTables(k: ColumnKit) {
  const evidencePacks = k.table(
    "evidence_packs",
    {
      id: k.text("id").primaryKey(),
      workspaceNo: k.int("workspace_no").notNull(),
      /** The list it is about, as it was that day. */
      generation: k.int("generation").notNull(),
      fileName: k.text("file_name").notNull(),
      suppliers: k.int("suppliers").notNull(),
      modelId: k.text("model_id").notNull(),
      dataDate: k.text("data_date").notNull(),
      /** What stands above this class is not in it; `withheld` counts it by kind. */
      upTo: k.enumText("up_to", ACCESS_CLASSES).notNull(),
      withheld: k.json("withheld").notNull(),
      /** Number of the last event in it. */
      headSeq: k.int("head_seq").notNull(),
      /** Of the file, hex. */
      sha256: k.text("sha256").notNull(),
      bytes: k.int("bytes").notNull(),
      /** SHA-256 of the public key that signed it, hex. */
      fingerprint: k.text("fingerprint").notNull(),
      /** What the verifier found wrong with it right after it was made, and lines of the list that are not as they were sealed; 0: it is intact. */
      faults: k.int("faults").notNull(),
      /** A `ListLines`: the lines of the list against their seal in the trail. Null of packs from before they were compared. */
      lines: k.json("lines"),
      /** The report whose list it holds; null: the list that was shown. */
      reportId: k.text("report_id"),
      /** Of its time stamp: the authority's time, what the authority calls itself, SHA-256 of its certificate in hex; null: none. */
      stampedAt: k.instant("stamped_at"),
      stampedBy: k.text("stamped_by"),
      stampFingerprint: k.text("stamp_fingerprint"),
      /** Relative to the data folder. */
      storedPath: k.text("stored_path").notNull(),
      askedBy: k.text("asked_by").notNull(),
      madeAt: k.instant("made_at").notNull(),
    },
    (t) => [k.index("evidence_packs_by_workspace").on(t.workspaceNo, t.madeAt)],
  );
  return { evidencePacks };
}
