import { event } from "../../../db/audit-events";
import type { Database, Scope } from "../../../db/database";
import { derivedModelsOf } from "../../../db/queries/models";
import { MODELS } from "../../../risk-models";
import { Problem } from "../../lib/problem";
import { changeImport, findImport } from "../imports/import-record.server";
import { asConflict } from "../imports/publish-import.server";
import { shownList } from "../imports/shown-list.server";
import { dayOf } from "../scoring/assessor.server";
import { isUsableOn } from "./derived-models.server";
import { commitAndReapply } from "../understanding/decide.server";

/**
 * Has the list that is shown scored anew with another released model, or with weights two people of the workspace agreed to; the way back is the same change with the earlier model.
 * The job builds the list again and shows it when it is whole. One commit with its event.
 * @throws Problem `model.no-list` (404), `model.unknown` (422) for a model that is not released, not agreed to or not in force yet,
 *   `model.same` (409) when the list has it already.
 */
export async function changeModel(db: Database, scope: Scope, modelId: string, now: Date): Promise<void> {
  const day = dayOf(now);
  const isReleased = MODELS.some(({ id, effectiveFrom }) => id === modelId && effectiveFrom <= day);
  if (!isReleased && !(await derivedModelsOf(db, scope)).some((one) => one.modelId === modelId && isUsableOn(one, day)))
    throw new Problem("model.unknown", `There is no risk model ${modelId} in force.`, { model: modelId }, 422);
  const shown = await shownList(db, scope);
  if (!shown) throw new Problem("model.no-list", "There is no published list yet. Upload one first.", {}, 404);
  const seen = await findImport(db, scope, shown.source.id);
  // The one that was chosen, else the one it was scored with.
  const from = seen.settings.model ?? shown.generation.modelId;
  if (from === modelId)
    throw new Problem("model.same", `This list is scored with ${modelId} already.`, { model: modelId }, 409);
  const contents = { importId: seen.id, generation: shown.generation.no, from, to: modelId };
  await commitAndReapply(db, scope, now, event("model.changed", contents), (q) => [
    changeImport(db, q, seen, { settings: { ...seen.settings, model: modelId } }, now),
  ]).catch(asConflict);
}
