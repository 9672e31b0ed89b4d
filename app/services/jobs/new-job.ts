import { newId } from "../../../db/ids";

/** What the job process can be asked to do. */
export const JOB_KINDS = ["import.inspect", "import.build", "import.pages", "generation.sweep", "demo.load"] as const;
export type JobKind = (typeof JOB_KINDS)[number];

/** A row of `jobs`, queued. `payload` is plain JSON. */
export function newJob(
  kind: JobKind,
  payload: Readonly<Record<string, string | number>>,
  workspaceNo: number | null,
  now: Date,
) {
  return { id: newId(now), workspaceNo, kind, payload, state: "queued" as const, createdAt: now };
}
