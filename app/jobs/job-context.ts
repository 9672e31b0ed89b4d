import type { Database } from "../../db/database";
import type { Config } from "../lib/config.server";

/** What a running job is told, and how it reports. */
export interface JobContext {
  readonly db: Database;
  readonly config: Config;
  readonly job: { readonly id: string; readonly workspaceNo: number | null; readonly payload: Readonly<Record<string, string | number>> };
  /** Written at most twice a second; also the heartbeat. */
  progress(progress: JobProgress): Promise<void>;
  /** Someone asked to stop the job. Looked up at most twice a second. */
  cancelled(): Promise<boolean>;
}

/** How far a job is; shown by the progress bar. */
export interface JobProgress {
  readonly phase: "reading" | "importing" | "comparing" | "counting" | "indexing" | "sweeping";
  /** Of `total`, in the job's own unit (bytes of the file, or rows). */
  readonly done: number;
  /** 0 when not known. */
  readonly total: number;
  readonly rows: number;
}

export type JobHandler = (context: JobContext) => Promise<void>;
