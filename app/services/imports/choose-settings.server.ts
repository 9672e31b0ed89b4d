import { and, eq, inArray } from "drizzle-orm";
import { event } from "../../../db/audit-events";
import type { Database, Scope } from "../../../db/database";
import { Problem } from "../../lib/problem";
import { newJob } from "../jobs/new-job";
import { changeImport, findImport, type ImportRecord } from "./import-record.server";
import { asConflict } from "./publish-import.server";
import { proposalFor } from "./read-list.server";
import type { ImportSettings } from "./settings";

/** States in which a person may still say how the file is to be read. */
const OPEN = new Set(["mapping", "preview", "failed"]);

/** Sheet, encoding, delimiter: the file has to be opened anew. */
const reopens = (before: ImportSettings, after: ImportSettings) =>
  before.sheet !== after.sheet || before.encoding !== after.encoding || before.delimiter !== after.delimiter;

async function openImport(db: Database, scope: Scope, importId: string): Promise<ImportRecord> {
  const seen = await findImport(db, scope, importId);
  if (!OPEN.has(seen.state)) throw new Problem("import.not-open", "This import is not waiting for choices.", {}, 409);
  return seen;
}

/**
 * Keeps how the file is to be read and does what follows: opens it anew when sheet, encoding or delimiter changed, shows
 * the mapping again when the header moved, else builds the preview.
 */
export async function chooseSettings(db: Database, scope: Scope, importId: string, settings: ImportSettings, now: Date): Promise<void> {
  const seen = await openImport(db, scope, importId);
  const changed = event("import.settings-changed", { importId, settings });
  const { jobs } = db.t;
  if (!seen.inspection || reopens(seen.settings, settings)) {
    await db
      .commit(scope, changed, (q) => [
        changeImport(db, q, seen, { state: "received", settings: { ...settings, mapping: null }, inspection: null, problem: null }, now),
        q.insert(jobs).values(newJob("import.inspect", { importId }, scope.workspaceNo, now)),
      ])
      .catch(asConflict);
    return;
  }
  const moved = seen.settings.header !== settings.header;
  const chosen = moved ? { ...settings, mapping: null } : settings;
  const proposal = proposalFor(seen.inspection.file, chosen);
  if (!moved && proposal.mapping.name === undefined)
    throw new Problem("mapping.no-name", "No column is chosen as the supplier's name. Choose one.", {}, 422);
  await db
    .commit(scope, changed, (q) => [
      changeImport(
        db,
        q,
        seen,
        { state: moved ? "mapping" : "building", settings: chosen, inspection: { file: seen.inspection!.file, proposal }, problem: null },
        now,
      ),
      ...(moved ? [] : [q.insert(jobs).values(newJob("import.build", { importId }, scope.workspaceNo, now))]),
    ])
    .catch(asConflict);
}

/** Puts an import away. Its file and what it says stay; its unpublished generation is swept. */
export async function discardImport(db: Database, scope: Scope, importId: string, now: Date): Promise<void> {
  const seen = await findImport(db, scope, importId);
  if (seen.state === "published" || seen.state === "undone" || seen.state === "discarded")
    throw new Problem("import.not-open", "This import is finished and cannot be put away.", {}, 409);
  await requestCancel(db, scope, importId);
  const { generations } = db.t;
  await db
    .commit(scope, event("import.discarded", { importId, generation: seen.generation }), (q) => [
      changeImport(db, q, seen, { state: "discarded" }, now),
      ...(seen.generation === null ? [] : [q.update(generations).set({ state: "discarded" }).where(eq(generations.no, seen.generation))]),
    ])
    .catch(asConflict);
}

/** Asks the running job of an import to stop; the import goes back to its mapping, and nothing of it is published. */
export async function cancelImport(db: Database, scope: Scope, importId: string): Promise<void> {
  await findImport(db, scope, importId);
  await requestCancel(db, scope, importId);
}

async function requestCancel(db: Database, scope: Scope, importId: string): Promise<void> {
  const { jobs } = db.t;
  const open = await db.q
    .select({ id: jobs.id, payload: jobs.payload })
    .from(jobs)
    .where(and(eq(jobs.workspaceNo, scope.workspaceNo), inArray(jobs.state, ["queued", "running"])));
  const mine = open.filter((job) => (job.payload as { importId?: string }).importId === importId).map((job) => job.id);
  if (mine.length > 0) await db.commitPlain((q) => [q.update(jobs).set({ cancelRequested: true }).where(inArray(jobs.id, mine))]);
}
