import { and, eq } from "drizzle-orm";
import type { Queries, Scope, Step, Database } from "../../../db/database";
import { publishedGeneration } from "../../../db/queries/generations";
import { decisionsInForce, openReapply } from "../../../db/queries/understanding";
import type { StoredSummary } from "../imports/import-record.server";
import { newJob } from "../jobs/new-job";
import { readingsMark } from "../readings/apply-readings.server";

/**
 * The writes that have the published list built again with the decisions in force: one job waits at a time in a workspace. A
 * commit that holds them is refused (StaleWriteError) when the waiting job was taken meanwhile: ask again and commit again.
 */
export async function reapplySoon(db: Database, scope: Scope, now: Date): Promise<(q: Queries) => readonly Step[]> {
  if ((await publishedGeneration(db, scope)) === null) return () => [];
  const open = await openReapply(db, scope);
  const { jobs } = db.t;
  if (open?.state !== "queued")
    return (q) => [q.insert(jobs).values(newJob("import.reapply", {}, scope.workspaceNo, now))];
  return (q) => [
    {
      // It goes behind what was queued since, so that decisions in a row are built once.
      write: q
        .update(jobs)
        .set({ createdAt: now })
        .where(and(eq(jobs.id, open.id), eq(jobs.state, "queued"))),
      rows: 1,
    },
  ];
}

/** The writes for a list that is shown again or anew: nothing when it was built with all decisions and answers in force. */
export async function reapplyIfOutdated(
  db: Database,
  scope: Scope,
  built: Pick<StoredSummary, "decisions" | "readings"> | null,
  now: Date,
): Promise<(q: Queries) => readonly Step[]> {
  const inForce = (await decisionsInForce(db, scope)).map(({ id }) => id);
  const builtWith = built?.decisions ?? [];
  const hasDecisions = inForce.every((id) => builtWith.includes(id)) && builtWith.every((id) => inForce.includes(id));
  if (hasDecisions && (built?.readings ?? "") === (await readingsMark(db, scope))) return () => [];
  const { jobs } = db.t;
  return (q) => [q.insert(jobs).values(newJob("import.reapply", {}, scope.workspaceNo, now))];
}
