import { and, eq } from "drizzle-orm";
import { importOfGeneration } from "../../db/queries/imports";
import { findComparison } from "../../db/queries/models";
import { findGeneration } from "../../db/queries/register";
import { eachMove, MovesTally, type Move } from "../services/models/what-moved.server";
import { dayOf } from "../services/scoring/assessor.server";
import { engineOfList } from "../services/scoring/kept-data.server";
import type { JobContext } from "./job-context";
import { scopeOfJob } from "./job-scope";

/** Counts who moves between two models. Killed, it begins again; a comparison that was asked for anew is left alone. */
export async function compareModels(context: JobContext): Promise<void> {
  const { db, job } = context;
  const scope = scopeOfJob(job);
  const id = String(job.payload["comparisonId"]);
  const asked = await findComparison(db, scope, id);
  const generation = asked && (await findGeneration(db, scope, asked.generation));
  const source = asked && (await importOfGeneration(db, scope, asked.generation));
  if (!asked || !generation || !source) return;
  const asOf = dayOf(source.createdAt);
  const engineOf = (modelId: string) => engineOfList(db, asOf, { ...generation, modelId });
  const engines = [await engineOf(asked.fromModel), await engineOf(asked.toModel)] as const;
  const tally = new MovesTally();
  const named = { asOf, named: ({ from, to }: Move) => from.printed !== to.printed };
  let rows = 0;
  for await (const moves of eachMove(db, scope, asked.generation, engines, named)) {
    if (await context.cancelled()) return;
    for (const move of moves) tally.add(move);
    rows += moves.length;
    await context.progress({ phase: "comparing", done: rows, total: generation.suppliers, rows });
  }
  const { modelComparisons: c } = db.t;
  await db.commitPlain((q) => [
    q
      .update(c)
      .set({ summary: tally.summary(), finishedAt: new Date() })
      .where(and(eq(c.id, id), eq(c.workspaceNo, scope.workspaceNo))),
  ]);
}
