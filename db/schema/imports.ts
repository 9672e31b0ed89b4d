import { GENERATION_STATES, IMPORT_STATES, JOB_STATES } from "./codes";
import type { ColumnKit } from "./kit.sqlite";

/** Uploaded files, what becomes of them, and the jobs that work on them. */
export function importTables(k: ColumnKit) {
  const uploads = k.table(
    "uploads",
    {
      id: k.text("id").primaryKey(),
      workspaceNo: k.int("workspace_no").notNull(),
      fileName: k.text("file_name").notNull(),
      /** Of the whole file, hex. */
      sha256: k.text("sha256").notNull(),
      bytes: k.int("bytes").notNull(),
      /** Relative to the data folder. */
      storedPath: k.text("stored_path").notNull(),
      byUserId: k.text("by_user_id"),
      createdAt: k.instant("created_at").notNull(),
    },
    (t) => [k.index("uploads_by_workspace").on(t.workspaceNo, t.createdAt)],
  );

  const imports = k.table(
    "imports",
    {
      id: k.text("id").primaryKey(),
      workspaceNo: k.int("workspace_no").notNull(),
      uploadId: k
        .text("upload_id")
        .notNull()
        .references(() => uploads.id),
      state: k.enumText("state", IMPORT_STATES).notNull(),
      /** What the user chose: sheet, encoding, delimiter, header, mapping, defaults. */
      settings: k.json("settings"),
      /** What the file turned out to be. */
      inspection: k.json("inspection"),
      generation: k.int("generation"),
      /** What the pointer showed before this import was published; *Undo* moves it back there. */
      previousGeneration: k.int("previous_generation"),
      summary: k.json("summary"),
      /** `{ code, values }` of a Problem, when the state is `failed`. */
      problem: k.json("problem"),
      createdAt: k.instant("created_at").notNull(),
      updatedAt: k.instant("updated_at").notNull(),
      publishedAt: k.instant("published_at"),
      version: k.int("version").notNull().default(1),
    },
    (t) => [
      k.index("imports_by_workspace").on(t.workspaceNo, t.createdAt),
      k.index("imports_by_generation").on(t.generation),
    ],
  );

  const generations = k.table(
    "generations",
    {
      no: k.countingKey("no"),
      workspaceNo: k.int("workspace_no").notNull(),
      importId: k.text("import_id"),
      state: k.enumText("state", GENERATION_STATES).notNull(),
      /** Risk model that scored it. */
      modelId: k.text("model_id").notNull(),
      /** Day of the reference data, `YYYY-MM-DD`. */
      dataDate: k.text("data_date").notNull(),
      /** SHA-256 of the reference data, see `risk_data`. */
      dataHash: k.text("data_hash").notNull(),
      suppliers: k.int("suppliers").notNull().default(0),
      /** Records read of the file: a ledger has many a supplier, and each is kept. */
      records: k.int("records").notNull().default(0),
      /** True once `register_pages` holds it. */
      pagesReady: k.bool("pages_ready").notNull().default(false),
      /** True once the search index holds it. */
      searchReady: k.bool("search_ready").notNull().default(false),
      createdAt: k.instant("created_at").notNull(),
    },
    (t) => [k.index("generations_by_workspace").on(t.workspaceNo), k.index("generations_by_state").on(t.state)],
  );

  const jobs = k.table(
    "jobs",
    {
      id: k.text("id").primaryKey(),
      /** Null: work of the installation, not of a workspace. */
      workspaceNo: k.int("workspace_no"),
      kind: k.text("kind").notNull(),
      payload: k.json("payload").notNull(),
      state: k.enumText("state", JOB_STATES).notNull(),
      progress: k.json("progress"),
      cancelRequested: k.bool("cancel_requested").notNull().default(false),
      /** The job process that holds it. */
      claimedBy: k.text("claimed_by"),
      attempts: k.int("attempts").notNull().default(0),
      problem: k.json("problem"),
      createdAt: k.instant("created_at").notNull(),
      startedAt: k.instant("started_at"),
      heartbeatAt: k.instant("heartbeat_at"),
      finishedAt: k.instant("finished_at"),
    },
    (t) => [
      k.index("jobs_by_state").on(t.state, t.createdAt),
      k.index("jobs_by_workspace").on(t.workspaceNo, t.createdAt),
    ],
  );

  return { uploads, imports, generations, jobs };
}
