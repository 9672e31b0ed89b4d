import type { ColumnKit } from "./kit.sqlite";

/** How far a report has come. Its contents are frozen from `review` on; what is published never changes. */
export const REPORT_STATES = ["draft", "review", "approved", "published"] as const;
export type ReportState = (typeof REPORT_STATES)[number];

/** What happened to a report, each once or more, never changed afterwards. */
export const REPORT_STEPS = ["started", "submitted", "returned", "approved", "published"] as const;
export type ReportStep = (typeof REPORT_STEPS)[number];

/** Reports, what people wrote in them, and who stands by them. */
export function reportTables(k: ColumnKit) {
  const reports = k.table(
    "reports",
    {
      id: k.text("id").primaryKey(),
      workspaceNo: k.int("workspace_no").notNull(),
      /** A word of REPORT_TYPES. */
      type: k.text("type").notNull(),
      variant: k.text("variant").notNull(),
      /** 1, 2, 3 …: a correction is the next version, with the id of the one before, and a reason. */
      version: k.int("version").notNull().default(1),
      replaces: k.text("replaces"),
      reason: k.text("reason"),
      /** A `ReportSettings`. */
      settings: k.json("settings").notNull(),
      state: k.enumText("state", REPORT_STATES).notNull().default("draft"),
      /** A `Report`, frozen when it was sent to review; null while it is a draft. */
      content: k.json("content"),
      contentSha256: k.text("content_sha256"),
      /** Of its type in the workspace, from publication on. A correction keeps the number. */
      fileNo: k.int("file_no"),
      publishedAt: k.instant("published_at"),
      startedBy: k.text("started_by").notNull(),
      startedAt: k.instant("started_at").notNull(),
      /** Counts changes of this row: of two at once the later is refused. */
      seen: k.int("seen").notNull().default(1),
    },
    (t) => [
      k.index("reports_by_workspace").on(t.workspaceNo, t.startedAt),
      k.uniqueIndex("reports_by_number").on(t.workspaceNo, t.type, t.fileNo, t.version),
      k.uniqueIndex("reports_by_replaced").on(t.workspaceNo, t.replaces),
    ],
  );

  /** What a person wrote for a point of a report. A row is only ever marked replaced. */
  const reportStatements = k.table(
    "report_statements",
    {
      id: k.text("id").primaryKey(),
      workspaceNo: k.int("workspace_no").notNull(),
      reportId: k.text("report_id").notNull(),
      point: k.text("point").notNull(),
      /** Empty: nothing is said of the point any more. */
      text: k.text("text").notNull(),
      /** What it rests on: a list of `Reference`. */
      evidence: k.json("evidence").notNull(),
      statedBy: k.text("stated_by").notNull(),
      statedAt: k.instant("stated_at").notNull(),
      replacedAt: k.instant("replaced_at"),
    },
    (t) => [k.index("report_statements_by_report").on(t.workspaceNo, t.reportId)],
  );

  const reportSteps = k.table(
    "report_steps",
    {
      id: k.text("id").primaryKey(),
      workspaceNo: k.int("workspace_no").notNull(),
      reportId: k.text("report_id").notNull(),
      step: k.enumText("step", REPORT_STEPS).notNull(),
      note: k.text("note").notNull(),
      /** Of one that was given back: its contents as they had been frozen until then. Null with every other step. */
      content: k.json("content"),
      by: k.text("by_user_id").notNull(),
      at: k.instant("at").notNull(),
    },
    (t) => [k.index("report_steps_by_report").on(t.workspaceNo, t.reportId)],
  );

  /** Who stands by the frozen contents of a report, by their hash. */
  const reportSignatures = k.table(
    "report_signatures",
    {
      id: k.text("id").primaryKey(),
      workspaceNo: k.int("workspace_no").notNull(),
      reportId: k.text("report_id").notNull(),
      /** A word of SIGN_ROLES. */
      role: k.text("role").notNull(),
      /** As they were called when they signed: what was signed keeps it, whatever they are called later. */
      name: k.text("name").notNull(),
      /** What they are in their organisation, in their own words. */
      title: k.text("title").notNull(),
      contentSha256: k.text("content_sha256").notNull(),
      /** There was nobody else who could do it. */
      alone: k.bool("alone").notNull().default(false),
      by: k.text("by_user_id").notNull(),
      at: k.instant("at").notNull(),
    },
    (t) => [k.index("report_signatures_by_report").on(t.workspaceNo, t.reportId)],
  );

  return { reports, reportStatements, reportSteps, reportSignatures };
}
