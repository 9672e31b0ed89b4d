import type { Database } from "../../db/database";
import type { Config } from "../lib/config.server";

/** What a running job is told, and how it reports. */
export interface JobContext {
  readonly db: Database;
  readonly config: Config;
  readonly job: {
    readonly id: string;
    readonly workspaceNo: number | null;
    readonly payload: Readonly<Record<string, string | number>>;
  };
  /** Written at most twice a second; also the heartbeat. */
  progress(tick: JobTick): Promise<void>;
  /** Someone asked to stop the job. Looked up at most twice a second. */
  cancelled(): Promise<boolean>;
}

/** How far a job is, as it says itself. */
export interface JobTick {
  readonly phase:
    "reading" | "importing" | "comparing" | "counting" | "indexing" | "sweeping" | "screening" | "packing";
  /** Of `total`, in the job's own unit (bytes of the file, or rows). */
  readonly done: number;
  /** 0 when not known. */
  readonly total: number;
  readonly rows: number;
}

/** How far a job is, as the progress bar shows it. */
export interface JobProgress extends JobTick {
  /** Unit of `done` and `total`. */
  readonly unit: "bytes" | "rows";
  readonly rowsPerSecond: number | null;
  readonly secondsLeft: number | null;
}

export type JobHandler = (context: JobContext) => Promise<void>;
