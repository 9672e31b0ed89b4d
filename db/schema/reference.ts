import type { ColumnKit } from "./kit.sqlite";

/** Which reference tables this installation holds, from where, under which licence. */
export function referenceTables(k: ColumnKit) {
  const referenceDatasets = k.table("reference_datasets", {
    id: k.text("id").primaryKey(),
    title: k.text("title").notNull(),
    publisher: k.text("publisher").notNull(),
    licence: k.text("licence").notNull(),
    url: k.text("url"),
    sha256: k.text("sha256").notNull(),
    rows: k.int("rows").notNull(),
    /** `YYYY-MM-DD`. */
    retrievedOn: k.text("retrieved_on").notNull(),
    loadedAt: k.instant("loaded_at").notNull(),
  });
  /** What the risk engine read, kept for good: an assessment names its hash and can be made again from it. */
  const riskData = k.table("risk_data", {
    /** SHA-256 of `content`. */
    hash: k.text("hash").primaryKey(),
    /** Day of the newest table in it, `YYYY-MM-DD`. */
    dataDate: k.text("data_date").notNull(),
    content: k.text("content").notNull(),
    recordedAt: k.instant("recorded_at").notNull(),
  });
  return { referenceDatasets, riskData };
}
