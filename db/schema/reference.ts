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
  return { referenceDatasets };
}
