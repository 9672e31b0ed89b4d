import { queuedJob } from "../../../db/queries/jobs";

/** What the job process can be asked to do. */
export const JOB_KINDS = [
  "import.inspect",
  "import.build",
  "import.pages",
  "import.reapply",
  "model.compare",
  "lists.screen",
  "import.seal",
  "register.seal",
  "trail.verify",
  "pack.make",
  "trail.heads",
  "originals.expire",
  "generation.sweep",
  "accounts.sweep",
  "demo.load",
] as const;
/** What somebody sits before: it goes before a long comparison that runs. */
export const AWAITED_JOBS = [
  "import.inspect",
  "import.build",
  "import.pages",
  "import.reapply",
  "model.compare",
] as const satisfies readonly JobKind[];

export type JobKind = (typeof JOB_KINDS)[number];

/** A row of `jobs`, queued. `payload` is plain JSON. */
export const newJob = (
  kind: JobKind,
  payload: Readonly<Record<string, string | number>>,
  workspaceNo: number | null,
  now: Date,
) => queuedJob(workspaceNo, kind, payload, now);
