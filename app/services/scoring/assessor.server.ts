import { engineOf, modelById, modelInForce, MODELS } from "../../../risk-models";
import type { Engine, IsoDate } from "../../../risk-models/types";
import { reference } from "../../lib/reference.server";
import type { Resolver } from "../../resolve/types";

/** What turns a row into a score: the resolver of countries and sectors, and the engine of the model in force. */
export interface Assessor {
  readonly resolver: Resolver;
  readonly engine: Engine;
}

const engines = new Map<string, Engine>();

/**
 * The assessor of a day, or with the model that was chosen instead. Reference data is read once a process.
 * @throws when there is no model of that id, or none was in force.
 */
export function assessorFor(asOf: IsoDate, modelId: string | null = null): Assessor {
  const data = reference();
  const model = modelId === null ? modelInForce(MODELS, asOf) : modelById(modelId);
  if (!model) throw new Error(`There is no risk model ${modelId}`);
  let engine = engines.get(model.id);
  if (!engine) {
    engine = engineOf(model, data.risk());
    engines.set(model.id, engine);
  }
  return { resolver: data.resolver(), engine };
}

/** The day of an instant, in UTC. */
export const dayOf = (instant: Date): IsoDate => instant.toISOString().slice(0, 10);
