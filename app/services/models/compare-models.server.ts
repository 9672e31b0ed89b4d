import { and, eq } from "drizzle-orm";
import type { Database, Scope } from "../../../db/database";
import { newId } from "../../../db/ids";
import { publishedGeneration } from "../../../db/queries/generations";
import { modelById } from "../../../risk-models";
import { Problem } from "../../lib/problem";
import { newJob } from "../jobs/new-job";

/**
 * Asks who would move if the list that is shown were scored with another released model: a job counts it, nothing changes.
 * An earlier answer for the same two models makes way.
 * @returns the comparison's id. @throws Problem `model.no-list` (404), `model.unknown` (422), `model.same` (409).
 */
export async function askWhatMoves(
  db: Database,
  scope: Scope,
  { from, to }: { readonly from: string; readonly to: string },
  now: Date,
): Promise<string> {
  for (const id of [from, to])
    if (!modelById(id))
      throw new Problem("model.unknown", `There is no risk model ${id} in force.`, { model: id }, 422);
  if (from === to) throw new Problem("model.same", `This list is scored with ${to} already.`, { model: to }, 409);
  const generation = await publishedGeneration(db, scope);
  if (generation === null)
    throw new Problem("model.no-list", "There is no published list yet. Upload one first.", {}, 404);
  const { modelComparisons: c, jobs } = db.t;
  const id = newId(now);
  const { workspaceNo, userId } = scope;
  await db.commitPlain((q) => [
    q.delete(c).where(and(eq(c.workspaceNo, workspaceNo), eq(c.fromModel, from), eq(c.toModel, to))),
    q.insert(c).values({ id, workspaceNo, fromModel: from, toModel: to, generation, askedBy: userId, askedAt: now }),
    q.insert(jobs).values(newJob("model.compare", { comparisonId: id }, workspaceNo, now)),
  ]);
  return id;
}
