import { event } from "../../../db/audit-events";
import type { Database, Scope } from "../../../db/database";
import { isStaleWrite } from "../../../db/errors";
import { publishedGeneration } from "../../../db/queries/generations";
import { importOfGeneration } from "../../../db/queries/imports";
import { MODELS } from "../../../risk-models";
import { Problem } from "../../lib/problem";
import { changeImport, findImport } from "../imports/import-record.server";
import { asConflict } from "../imports/publish-import.server";
import { dayOf } from "../scoring/assessor.server";
import { reapplySoon } from "../understanding/reapply-soon.server";

/** A job taken between reading and writing is asked for again this often. */
const TRIES = 5;

/**
 * Has the list that is shown scored anew with another released model; the way back is the same change with the earlier model.
 * The job builds the list again and shows it when it is whole. One commit with its event.
 * @throws Problem `model.no-list` (404), `model.unknown` (422) for a model that is not released or not in force yet,
 *   `model.same` (409) when the list has it already.
 */
export async function changeModel(db: Database, scope: Scope, modelId: string, now: Date): Promise<void> {
  const model = MODELS.find(({ id }) => id === modelId);
  if (!model || model.effectiveFrom > dayOf(now))
    throw new Problem("model.unknown", `There is no risk model ${modelId} in force.`, { model: modelId }, 422);
  for (let left = TRIES; ; left -= 1)
    try {
      await changeOnce(db, scope, modelId, now);
      return;
    } catch (error) {
      if (!isStaleWrite(error)) throw error;
      if (left <= 1) asConflict(error);
    }
}

async function changeOnce(db: Database, scope: Scope, modelId: string, now: Date): Promise<void> {
  const current = await publishedGeneration(db, scope);
  const source = current === null ? null : await importOfGeneration(db, scope, current);
  if (current === null || !source)
    throw new Problem("model.no-list", "There is no published list yet. Upload one first.", {}, 404);
  const seen = await findImport(db, scope, source.id);
  const from = modelOf(seen.settings.model, seen.summary?.model.id);
  if (from === modelId)
    throw new Problem("model.same", `This list is scored with ${modelId} already.`, { model: modelId }, 409);
  const changed = event("model.changed", { importId: seen.id, generation: current, from, to: modelId });
  const reapply = await reapplySoon(db, scope, now);
  await db.commit(scope, changed, (q) => [
    changeImport(db, q, seen, { settings: { ...seen.settings, model: modelId } }, now),
    ...reapply(q),
  ]);
}

/** The model a list is to have: the one that was chosen, else the one it was scored with. */
const modelOf = (chosen: string | null, scored: string | undefined): string => chosen ?? scored ?? "";
