import { eq, inArray } from "drizzle-orm";
import { event } from "../../../db/audit-events";
import type { AnyScope, Database } from "../../../db/database";
import { nothingSince } from "../../../db/nothing-since";
import { listImports } from "../../../db/queries/imports";
import { changeImport, findImport, type ImportRecord, type StoredSummary } from "../imports/import-record.server";
import { movePointer, publishGeneration } from "../imports/publish-import.server";
import { screenSoon } from "../screening/screen-soon.server";
import { newJob } from "../jobs/new-job";
import { pastOf } from "./past-lists.server";

/** A published list that was built again. */
export interface Reapplied {
  /** As it was when the build began; `record.generation` is shown until now. */
  readonly record: ImportRecord & { readonly generation: number };
  readonly generation: number;
  readonly summary: StoredSummary;
  /** The chain's last event when the list was as the workspace knew it: one that came after it refuses the commit. */
  readonly asOfEvent: number;
}

/** Previews that may wait at the same time. */
const PREVIEWS = 20;

/**
 * Shows the list as it was built again, in one commit. The generation before belongs to the same file and is swept, unless a day
 * ended with it: then it stays as the list of that day. @throws StaleWriteError when anything was decided in the workspace since
 * `asOfEvent`, or the list was undone or replaced meanwhile.
 */
export async function applyUnderstanding(
  db: Database,
  scope: AnyScope,
  { record, generation, summary, asOfEvent }: Reapplied,
  now: Date,
): Promise<void> {
  const { generations, jobs, listDifferences, renameProposals } = db.t;
  const before = record.generation;
  const previews: ImportRecord[] = [];
  for (const { id, state } of await listImports(db, scope, { limit: PREVIEWS }))
    if (state === "preview") previews.push(await findImport(db, scope, id));
  const applied = event("understanding.applied", {
    importId: record.id,
    generation,
    previousGeneration: before,
    decisionIds: summary.decisions ?? [],
  });
  const screen = await screenSoon(db, scope, now);
  const { state, leaving } = await pastOf(db, scope, before, now);
  await db.commit(scope, applied, (q) => [
    changeImport(db, q, record, { generation, summary }, now),
    movePointer(db, q, scope, before, generation),
    publishGeneration(db, q, scope, generation),
    nothingSince(db, q, scope, asOfEvent),
    q.update(generations).set({ state }).where(eq(generations.no, before)),
    ...(leaving.length === 0
      ? []
      : [q.update(generations).set({ state: "discarded" }).where(inArray(generations.no, leaving))]),
    q.update(renameProposals).set({ generation }).where(eq(renameProposals.generation, before)),
    q.update(listDifferences).set({ generation }).where(eq(listDifferences.generation, before)),
    // The suppliers are the same: what a waiting preview says is new, changed or gone still holds.
    ...previews.flatMap((preview) =>
      preview.summary?.comparedWith === before
        ? [changeImport(db, q, preview, { summary: { ...preview.summary, comparedWith: generation } }, now)]
        : [],
    ),
    q.insert(jobs).values(newJob("generation.sweep", {}, scope.workspaceNo, now)),
    q.insert(jobs).values(newJob("register.seal", { generation }, scope.workspaceNo, new Date(now.getTime() + 2))),
    ...screen(q),
  ]);
}
