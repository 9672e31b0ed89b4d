import { publishedGeneration } from "../../db/queries/generations";
import { createGeneration } from "../../db/queries/imports";
import { CancelledError } from "../services/imports/build-generation.server";
import { countList, listInWork, writeList } from "../services/imports/build-list.server";
import { compareGenerations } from "../services/imports/compare-generations.server";
import { changeImport, findImport, storedProblem } from "../services/imports/import-record.server";
import { differenceWriter } from "../services/imports/list-differences.server";
import { understandingInForce } from "../services/understanding/understanding-in-force.server";
import { isStaleWrite, unlessStale } from "../../db/errors";
import { isProblem } from "../lib/problem";
import type { JobContext } from "./job-context";
import { scopeOfJob } from "./job-scope";

/**
 * Reads, checks, resolves and scores a whole list into an unpublished generation and counts its preview. Started again
 * after a crash it begins anew: what the broken run wrote belongs to a generation nobody shows, and is swept away.
 */
export async function buildImport(context: JobContext): Promise<void> {
  const { db, job } = context;
  const scope = scopeOfJob(job);
  const seen = await findImport(db, scope, String(job.payload["importId"]));
  const list = listInWork(seen, await understandingInForce(db, scope, seen));
  const { engine, dataHash, dataDate } = list.assessor;
  const total = list.record.inspection.file.bytes;
  const generation = await createGeneration(
    db,
    scope,
    { importId: seen.id, modelId: engine.model, dataDate, dataHash },
    new Date(),
  );
  await db.commitPlain((q) => [
    changeImport(db, q, seen, { state: "building", generation, problem: null, summary: null }, new Date()),
  ]);
  const building = { ...seen, version: seen.version + 1 };
  try {
    const built = await writeList(db, generation, list, {
      onProgress: ({ bytes, rows }) => context.progress({ phase: "importing", done: bytes, total, rows }),
      cancelled: () => context.cancelled(),
    });
    const { read } = built.counts.rows;
    await context.progress({ phase: "comparing", done: read, total: read, rows: read });
    const current = await publishedGeneration(db, scope);
    const { difference, proposals, named } = await compareGenerations(db, current, generation);
    const renames = db.bulk.writer("renameProposals", ["generation", "newSupplierNo", "oldSupplierNo", "reason"]);
    for (const one of proposals) renames.add([generation, one.newSupplierNo, one.oldSupplierNo, one.reason]);
    await db.bulk.flush([renames, differenceWriter(db, generation, named)]);
    const summary = await countList(db, scope, generation, list, built, { difference, comparedWith: current });
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
