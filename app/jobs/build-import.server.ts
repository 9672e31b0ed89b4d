import { markGenerationReady, publishedGeneration } from "../../db/queries/generations";
import { createGeneration } from "../../db/queries/imports";
import { buildGeneration, CancelledError, type BuildCounts } from "../services/imports/build-generation.server";
import { compareGenerations } from "../services/imports/compare-generations.server";
import {
  changeImport,
  findImport,
  storedProblem,
  type StoredSummary,
  type StoredTotals,
} from "../services/imports/import-record.server";
import { differenceWriter } from "../services/imports/list-differences.server";
import { rowSetupOf } from "../services/imports/read-list.server";
import { assessorFor, dayOf } from "../services/scoring/assessor.server";
import { isStaleWrite, unlessStale } from "../../db/errors";
import { isProblem } from "../lib/problem";
import type { JobContext } from "./job-context";
import { scopeOfJob } from "./job-scope";
import type { CurrencyTotals } from "../imports/control-totals";

/**
 * Reads, checks, resolves and scores a whole list into an unpublished generation and counts its preview. Started again
 * after a crash it begins anew: what the broken run wrote belongs to a generation nobody shows, and is swept away.
 */
export async function buildImport(context: JobContext): Promise<void> {
  const { db, job } = context;
  const scope = scopeOfJob(job);
  const seen = await findImport(db, scope, String(job.payload["importId"]));
  if (!seen.inspection) throw new Error(`Import ${seen.id} was not inspected`);
  const { file, proposal } = seen.inspection;
  const { engine } = assessorFor(dayOf(seen.createdAt));
  const generation = await createGeneration(
    db,
    scope,
    { importId: seen.id, modelId: engine.model, dataDate: engine.dataDate },
    new Date(),
  );
  await db.commitPlain((q) => [
    changeImport(db, q, seen, { state: "building", generation, problem: null, summary: null }, new Date()),
  ]);
  const building = { ...seen, version: seen.version + 1 };
  try {
    const { counts, tally } = await buildGeneration(db, {
      workspaceNo: scope.workspaceNo,
      generation,
      rows: rowSetupOf({ inspected: file, proposal }, seen.settings, dayOf(seen.createdAt)),
      engine,
      onProgress: ({ bytes, rows }) => context.progress({ phase: "importing", done: bytes, total: file.bytes, rows }),
      cancelled: () => context.cancelled(),
    });
    await context.progress({
      phase: "comparing",
      done: counts.rows.read,
      total: counts.rows.read,
      rows: counts.rows.read,
    });
    const current = await publishedGeneration(db, scope);
    const { difference, proposals, named } = await compareGenerations(db, current, generation);
    const renames = db.bulk.writer("renameProposals", ["generation", "newSupplierNo", "oldSupplierNo", "reason"]);
    for (const one of proposals) renames.add([generation, one.newSupplierNo, one.oldSupplierNo, one.reason]);
    const totals = db.bulk.writer("controlTotals", [
      "generation",
      "currency",
      "fileTotal",
      "counted",
      "creditNotes",
      "setAside",
      "rejected",
    ]);
    for (const t of counts.totals.map(storedTotals))
      totals.add([generation, t.currency, t.file, t.counted, t.creditNotes, t.setAside, t.rejected]);
    await db.bulk.flush([renames, totals, differenceWriter(db, generation, named)]);
    const counted = await db.summary.count(generation, tally);
    await markGenerationReady(db, scope, generation, counts.suppliers);
    const summary = storedSummary(
      counts,
      counted,
      { difference, comparedWith: current },
      { id: engine.model, dataDate: engine.dataDate },
    );
    await db.commitPlain((q) => [changeImport(db, q, building, { state: "preview", summary }, new Date())]);
  } catch (error) {
    const stopped = error instanceof CancelledError;
    const change = stopped
      ? ({ state: "mapping" } as const)
      : ({ state: "failed", problem: storedProblem(error) } as const);
    await db
      .commitPlain((q) => [changeImport(db, q, building, { ...change, generation: null }, new Date())])
      .catch(unlessStale);
    if (!stopped && !isStaleWrite(error) && !isProblem(error)) throw error;
  }
}

/** Totals of one currency as kept: exact decimal text. */
export function storedTotals(total: CurrencyTotals): StoredTotals {
  return {
    currency: total.currency,
    file: String(total.file.net),
    counted: String(total.counted.net),
    creditNotes: String(total.counted.credits),
    setAside: String(total.setAside.net),
    rejected: String(total.rejected.net),
  };
}

function storedSummary(
  counts: BuildCounts,
  counted: readonly { kind: string; key: string; count: number }[],
  compared: Pick<StoredSummary, "difference" | "comparedWith">,
  model: StoredSummary["model"],
): StoredSummary {
  const of = (kind: string) => Object.fromEntries(counted.filter((c) => c.kind === kind).map((c) => [c.key, c.count]));
  return {
    ...counts,
    totals: counts.totals.map(storedTotals),
    levels: of("level"),
    bands: of("band"),
    ...compared,
    model,
  };
}
