import { and, eq, inArray, isNull } from "drizzle-orm";
import { event } from "../../../db/audit-events";
import type { AnyScope, Database, Queries, Scope, Step } from "../../../db/database";
import { isStaleWrite } from "../../../db/errors";
import { ledgerLines } from "../../imports/ledger-difference";
import { Problem } from "../../lib/problem";
import { screenSoon } from "../screening/screen-soon.server";
import { newJob } from "../jobs/new-job";
import { reapplyIfOutdated } from "../understanding/reapply-soon.server";
import { changeImport, findImport } from "./import-record.server";
import { publishedGeneration } from "../../../db/queries/generations";
import { importOfGeneration } from "../../../db/queries/imports";

/** The write that moves a workspace's pointer, refused when it is no longer where it was seen. */
export function movePointer(db: Database, q: Queries, scope: AnyScope, from: number | null, to: number | null): Step {
  const { workspaces } = db.t;
  return {
    write: q
      .update(workspaces)
      .set({ publishedGeneration: to })
      .where(
        and(
          eq(workspaces.no, scope.workspaceNo),
          from === null ? isNull(workspaces.publishedGeneration) : eq(workspaces.publishedGeneration, from),
        ),
      ),
    rows: 1,
  };
}

/** The write that makes an unpublished generation a published one, refused when it was put away meanwhile. */
export function publishGeneration({ t: { generations } }: Database, q: Queries, scope: AnyScope, no: number): Step {
  return {
    write: q
      .update(generations)
      .set({ state: "published" })
      .where(
        and(
          eq(generations.no, no),
          eq(generations.workspaceNo, scope.workspaceNo),
          inArray(generations.state, ["building", "ready"]),
        ),
      ),
    rows: 1,
  };
}

/** Turns a lost race into a sentence. */
export function asConflict(error: unknown): never {
  if (!isStaleWrite(error)) throw error;
  throw new Problem(
    "import.conflict",
    "Someone else changed this list a moment ago. Load the page again to see it as it is now.",
    {},
    409,
  );
}

/** Makes a previewed list the one everyone sees: one commit that moves the pointer. */
export async function confirmImport(db: Database, scope: Scope, importId: string, now: Date): Promise<void> {
  const seen = await findImport(db, scope, importId);
  if (seen.state !== "preview" || seen.generation === null || !seen.summary)
    throw new Problem("import.not-previewed", "This import cannot be confirmed: it is not waiting for it.", {}, 409);
  const { generation } = seen;
  const summary = { ...seen.summary, ledger: ledgerLines(seen.summary.totals, seen.settings.ledgerTotals) };
  const current = await publishedGeneration(db, scope);
  if (current !== summary.comparedWith)
    throw new Problem(
      "import.outdated",
      "Another list was published since this preview was made, so its differences are out of date. Make the preview again.",
      {},
      409,
    );
  const published = event("import.published", {
    importId,
    generation,
    previousGeneration: current,
    modelId: summary.model.id,
    dataDate: summary.model.dataDate,
    suppliers: summary.suppliers,
    sha256: seen.upload.sha256,
    summary: { rows: summary.rows, totals: summary.totals, ledger: summary.ledger },
  });
  const { generations, jobs } = db.t;
  const reapply = await reapplyIfOutdated(db, scope, summary, now);
  const screen = await screenSoon(db, scope, now);
  await db
    .commit(scope, published, (q) => [
      changeImport(db, q, seen, { state: "published", previousGeneration: current, publishedAt: now, summary }, now),
      movePointer(db, q, scope, current, generation),
      publishGeneration(db, q, scope, generation),
      ...(current === null
        ? []
        : [q.update(generations).set({ state: "superseded" }).where(eq(generations.no, current))]),
      q.insert(jobs).values(newJob("import.pages", { importId, generation }, scope.workspaceNo, now)),
      ...reapply(q),
      // Behind the pages, which people wait for.
      q.insert(jobs).values(newJob("import.seal", { importId }, scope.workspaceNo, new Date(now.getTime() + 1))),
      q.insert(jobs).values(newJob("register.seal", { generation }, scope.workspaceNo, new Date(now.getTime() + 2))),
      ...screen(q),
    ])
    .catch(asConflict);
}

/** Takes a published list back: the pointer returns to the list before it. */
export async function undoImport(db: Database, scope: Scope, importId: string, now: Date): Promise<void> {
  const seen = await findImport(db, scope, importId);
  const current = await publishedGeneration(db, scope);
  if (seen.state !== "published" || seen.generation === null || seen.generation !== current)
    throw new Problem("import.not-latest", "Only the list that is shown now can be taken back.", {}, 409);
  const { generation, previousGeneration } = seen;
  const { generations } = db.t;
  const restored = previousGeneration === null ? null : await importOfGeneration(db, scope, previousGeneration);
  const built = restored && (await findImport(db, scope, restored.id)).summary;
  const reapply = restored ? await reapplyIfOutdated(db, scope, built, now) : () => [];
  const screen = restored ? await screenSoon(db, scope, now) : () => [];
  const undone = event("import.undone", { importId, generation, restoredGeneration: previousGeneration });
  await db
    .commit(scope, undone, (q) => [
      changeImport(db, q, seen, { state: "undone" }, now),
      movePointer(db, q, scope, generation, previousGeneration),
      q.update(generations).set({ state: "superseded" }).where(eq(generations.no, generation)),
      ...(previousGeneration === null
        ? []
        : [q.update(generations).set({ state: "published" }).where(eq(generations.no, previousGeneration))]),
      ...reapply(q),
      ...screen(q),
    ])
    .catch(asConflict);
}
