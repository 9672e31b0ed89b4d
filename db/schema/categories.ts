import type { ColumnKit } from "./kit.sqlite";

/** What a buyer decides before any supplier exists, and who the buyer is. */
export function categoryTables(k: ColumnKit) {
  /** Filed assessments of categories: dated, numbered, never changed. A correction is a further version that names the one before. */
  const categoryAssessments = k.table(
    "category_assessments",
    {
      id: k.text("id").primaryKey(),
      workspaceNo: k.int("workspace_no").notNull(),
      /** 1, 2, 3 … in the workspace; the versions of one record share it. */
      number: k.int("number").notNull(),
      /** 1, 2, 3 … of the number. */
      version: k.int("version").notNull(),
      /** Id of the version this one corrects; null for the first. */
      replaces: k.text("replaces"),
      /** Why it was corrected; null for the first. */
      reason: k.text("reason"),
      title: k.text("title").notNull(),
      /** What was stated, what came out, and what goes into the tender. */
      input: k.json("input").notNull(),
      result: k.json("result").notNull(),
      chosen: k.json("chosen").notNull(),
      modelId: k.text("model_id").notNull(),
      dataDate: k.text("data_date").notNull(),
      /** SHA-256 of the reference data it was computed with. */
      dataHash: k.text("data_hash").notNull(),
      filedBy: k.text("filed_by").notNull(),
      filedAt: k.instant("filed_at").notNull(),
      /** SHA-256 over all of the above, as the audit event has it. */
      recordSha256: k.text("record_sha256").notNull(),
    },
    (t) => [k.uniqueIndex("category_assessments_by_number").on(t.workspaceNo, t.number, t.version)],
  );

  /** Who buys, as an owner stated it: it selects rows of the commitments table that may apply. */
  const buyerProfiles = k.table("buyer_profiles", {
    workspaceNo: k.int("workspace_no").primaryKey(),
    country: k.text("country").notNull(),
    body: k.text("body"),
    size: k.text("size"),
    buys: k.text("buys"),
    /** ISIC section. */
    sector: k.text("sector"),
    /** Countries it sells to, ISO 3166-1 alpha-2. */
    sellsTo: k.json("sells_to").notNull(),
    /** Years reports are kept where that is longer than their templates ask; null: as the templates ask. */
    keepYears: k.int("keep_years"),
    statedBy: k.text("stated_by").notNull(),
    statedAt: k.instant("stated_at").notNull(),
    version: k.int("version").notNull().default(1),
  });

  return { categoryAssessments, buyerProfiles };
}
