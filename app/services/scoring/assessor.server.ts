import { createEngine, modelInForce, MODELS } from "../../../risk-models";
import type { Engine, IsoDate } from "../../../risk-models/types";
import { reference } from "../../lib/reference.server";
import type { Resolver } from "../../resolve/types";

/** What turns a row into a score: the resolver of countries and sectors, and the engine of the model in force. */
export interface Assessor {
  readonly resolver: Resolver;
  readonly engine: Engine;
}

const engines = new Map<string, Engine>();

/** The assessor of a day. Reference data is read once a process. */
export function assessorFor(asOf: IsoDate): Assessor {
  const data = reference();
  const model = modelInForce(MODELS, asOf);
  let engine = engines.get(model.id);
  if (!engine) {
    engine = createEngine(model, data.risk());
    engines.set(model.id, engine);
  }
  return { resolver: data.resolver(), engine };
}

/** The day of an instant, in UTC. */
export const dayOf = (instant: Date): IsoDate => instant.toISOString().slice(0, 10);
