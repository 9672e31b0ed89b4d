import { eq } from "drizzle-orm";
import { isStaleWrite } from "../../db/errors";
import type { AnyScope, Database } from "../../db/database";
import { buildPages, buildSearch } from "../../db/pages";
import { lastSeq } from "../../db/queries/audit";
import { publishedGeneration } from "../../db/queries/generations";
import { importOfGeneration } from "../../db/queries/imports";
import { findGeneration } from "../../db/queries/register";
import { createReappliedGeneration, openReapply } from "../../db/queries/understanding";
import type { Engine, IsoDate } from "../../risk-models/types";
import { ledgerLines } from "../imports/ledger-difference";
import { CancelledError } from "../services/imports/build-generation.server";
import { countList, listInWork, writeList } from "../services/imports/build-list.server";
import { findImport } from "../services/imports/import-record.server";
import { repeatedRecords } from "../services/imports/repeated-records.server";
import { newJob } from "../services/jobs/new-job";
import { countOverview } from "../services/overview/count-overview.server";
import { readingsMark } from "../services/readings/apply-readings.server";
import { bringUpToDate } from "../services/readings/bring-up-to-date.server";
import type { Recorded } from "../services/readings/recorded";
import { dayOf } from "../services/scoring/assessor.server";
import { keptData } from "../services/scoring/kept-data.server";
import { applyUnderstanding, type Reapplied } from "../services/understanding/apply-understanding.server";
import { understandingInForce } from "../services/understanding/understanding-in-force.server";
import type { JobContext } from "./job-context";
import { scopeOfJob } from "./job-scope";

const sameIds = (a: readonly string[], b: readonly string[]) =>
  a.length === b.length && a.every((id) => b.includes(id));

/** How often showing a list is tried anew because something was decided in that very moment. */
const TRIES = 20;

/**
 * Shows the list as it was built again, with what was recorded or taken back while it was being built in it.
 * @param recorded what was put in when it was built. @throws StaleWriteError as `applyUnderstanding` does.
 */
async function showUpToDate(
  db: Database,
  scope: AnyScope,
  reapplied: Omit<Reapplied, "asOfEvent">,
  judged: { readonly engine: Engine; readonly day: IsoDate },
  recorded: Recorded,
): Promise<void> {
  let known = recorded;
  for (let tried = 1; ; tried++) {
    const asOfEvent = await lastSeq(db, scope);
    known = await bringUpToDate(db, scope, { generation: reapplied.generation, ...judged }, known);
    try {
      return await applyUnderstanding(db, scope, { ...reapplied, asOfEvent }, new Date());
    } catch (error) {
      const wasOvertaken = isStaleWrite(error) && (await lastSeq(db, scope)) !== asOfEvent;
      if (!wasOvertaken || tried === TRIES) throw error;
    }
  }
}

/**
 * Builds the published list again from its kept file with the decisions in force, with its pages and search, and shows it then
 * in one commit. Ends quietly when there is nothing to do, or when the list was undone or replaced meanwhile.
 */
export async function reapplyImport(context: JobContext): Promise<void> {
  const { db, job } = context;
  const scope = scopeOfJob(job);
  const current = await publishedGeneration(db, scope);
  const source = current === null ? null : await importOfGeneration(db, scope, current);
  if (current === null || !source) return;
  const record = await findImport(db, scope, source.id);
  const { summary: before } = record;
  if (record.state !== "published" || record.generation !== current || !record.inspection || !before) return;
  const made = await findGeneration(db, scope, current);
  if (!made) return;
  // The list keeps its reference data until a person chooses others: an update of the program moves no score.
  const data = await keptData(db, record.settings.data ?? made.dataHash);
  const list = listInWork(record, await understandingInForce(db, scope, record, data), data);
  const ids = list.understanding.decisions.map(({ id }) => id);
  const { engine } = list.assessor;
  const isBuilt =
    sameIds(before.decisions ?? [], ids) && before.model.id === engine.model && made.dataHash === data.hash;
  if (isBuilt && (before.readings ?? "") === (await readingsMark(db, scope))) return;
  const scored = { importId: record.id, modelId: engine.model, dataDate: data.date, dataHash: data.hash };
  const generation = await createReappliedGeneration(db, scope, scored, new Date());
  const total = list.record.inspection.file.bytes;
  let readings: string | null = null;
  try {
    const built = await writeList(db, generation, list, {
      repeated: await repeatedRecords(db, current),
      onProgress: ({ bytes, rows }) => context.progress({ phase: "importing", done: bytes, total, rows }),
      cancelled: () => context.cancelled(),
    });
    readings = built.applied.mark;
    const { difference, comparedWith, ledger } = before;
    const counted = await countList(db, scope, generation, list, built, { difference, comparedWith });
    const summary = ledger
      ? { ...counted, ledger: ledgerLines(counted.totals, record.settings.ledgerTotals) }
      : counted;
    await context.progress({ phase: "indexing", done: 0, total: 0, rows: built.counts.rows.read });
    await countOverview(db, generation, engine);
    await buildPages(db, generation);
    await buildSearch(db, generation);
    const reapplied = { record: { ...record, generation: current }, generation, summary };
    await showUpToDate(db, scope, reapplied, { engine, day: dayOf(record.createdAt) }, built.applied.recorded);
  } catch (error) {
    const { generations } = db.t;
    await db.commitPlain((q) => [
      q.update(generations).set({ state: "discarded" }).where(eq(generations.no, generation)),
      q.insert(db.t.jobs).values(newJob("generation.sweep", {}, scope.workspaceNo, new Date())),
    ]);
    if (!(error instanceof CancelledError) && !isStaleWrite(error)) throw error;
  }
  // What was decided while the list was being built, in the moment in which this job was no longer waiting.
  const latest = await findImport(db, scope, record.id);
  const now = (await understandingInForce(db, scope, latest)).decisions.map(({ id }) => id);
  const isOutdated =
    !sameIds(ids, now) ||
    latest.settings.model !== record.settings.model ||
    latest.settings.data !== record.settings.data ||
    (readings !== null && readings !== (await readingsMark(db, scope)));
  if (isOutdated && (await openReapply(db, scope))?.state !== "queued")
    await db.commitPlain((q) => [
      q.insert(db.t.jobs).values(newJob("import.reapply", {}, scope.workspaceNo, new Date())),
    ]);
}
