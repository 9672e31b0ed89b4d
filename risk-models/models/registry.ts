/** The released models, checked for their shape when the program starts. A released file is never edited. */
import { RiskModel, variantModel } from "../model-file";
import type { IsoDate } from "../types";
import { derivedById, isDerived } from "./derived";
import model2026x1 from "./2026.1/model.json";
import model2026x2 from "./2026.2/model.json";

export const MODELS: readonly RiskModel[] = [RiskModel.parse(model2026x1), RiskModel.parse(model2026x2)];

/**
 * The newest model whose day has come.
 * @throws when none was in force on that day.
 */
export function modelInForce(models: readonly RiskModel[], asOf: IsoDate): RiskModel {
  const newestFirst = models
    .filter((model) => model.effectiveFrom <= asOf)
    .sort((a, b) => b.effectiveFrom.localeCompare(a.effectiveFrom));
  if (!newestFirst[0]) throw new Error(`No risk model was in force on ${asOf}`);
  return newestFirst[0];
}

/** The released model with this id, or the one derived from a released model that the id describes; null when there is none. */
export const modelById = (id: string): RiskModel | null =>
  MODELS.find((model) => model.id === id) ?? derivedById(MODELS, id);

/** Every id `modelOrVariant` knows: each model, and behind it its variants as `<model>+<variant>`. */
export const MODEL_IDS: readonly string[] = MODELS.flatMap(({ id, variants }) => [
  id,
  ...variants.map((variant) => `${id}+${variant.id}`),
]);

/** A released or derived model, or a released variant by `<model>+<variant>`; null when there is none. */
export function modelOrVariant(id: string): RiskModel | null {
  if (isDerived(id)) return modelById(id);
  const [modelId, variantId] = id.split("+") as [string, string?];
  const model = modelById(modelId);
  if (!model || !MODEL_IDS.includes(id)) return null;
  return variantId === undefined ? model : variantModel(model, variantId);
}
