import { createEngine, modelInForce, RELEASED_MODELS, type Engine, type IsoDate } from "../../../risk-models";
import { loadReference } from "../../lib/reference.server";
import { createResolver } from "../../resolve";
import type { Resolver } from "../../resolve/types";

/** What turns a row into a score: the resolver of countries and sectors, and the engine of the model in force. */
export interface Assessor {
  readonly resolver: Resolver;
  readonly engine: Engine;
}

const engines = new Map<string, Assessor>();
let resolver: Resolver | undefined;

/** The assessor of a day. Reference data is read once a process; a few models stay in memory. */
export function assessorFor(asOf: IsoDate): Assessor {
  const reference = loadReference();
  resolver ??= createResolver(reference.resolver);
  const model = modelInForce(RELEASED_MODELS, asOf);
  const known = engines.get(model.id);
  if (known) return known;
  const assessor = { resolver, engine: createEngine(model, reference.risk) };
  engines.set(model.id, assessor);
  return assessor;
}

/** The day of an instant, in UTC. */
export const dayOf = (instant: Date): IsoDate => instant.toISOString().slice(0, 10);
