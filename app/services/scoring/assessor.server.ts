import { engineOf, modelById, modelInForce, MODELS } from "../../../risk-models";
import type { RiskReference } from "../../../risk-models/reference-types";
import type { Engine, IsoDate } from "../../../risk-models/types";
import { reference } from "../../lib/reference.server";
import type { Resolver } from "../../resolve/types";

/** Reference data of the engine and the hash they are kept under. */
export interface RiskData {
  readonly hash: string;
  /** Day of the newest of its tables. */
  readonly date: IsoDate;
  readonly risk: RiskReference;
}

/** What turns a row into a score: the resolver of countries and sectors, and the engine of the model in force. */
export interface Assessor {
  readonly resolver: Resolver;
  readonly engine: Engine;
  /** Of the reference data the engine reads. */
  readonly dataHash: string;
  readonly dataDate: IsoDate;
}

/** Those this version brings. */
export const installedData = (): RiskData => ({
  hash: reference().riskHash,
  date: reference().riskDate,
  risk: reference().risk(),
});

const engines = new Map<string, Engine>();

/**
 * The assessor of a day, or with the model and the reference data that were chosen instead (see `keptData`). Each is read once a process.
 * @throws when there is no model of that id, or none was in force.
 */
export function assessorFor(asOf: IsoDate, modelId: string | null = null, data: RiskData | null = null): Assessor {
  const model = modelId === null ? modelInForce(MODELS, asOf) : modelById(modelId);
  if (!model) throw new Error(`There is no risk model ${modelId}`);
  const { hash, date, risk } = data ?? installedData();
  const key = `${model.id} ${hash}`;
  let engine = engines.get(key);
  if (!engine) {
    engine = engineOf(model, risk);
    engines.set(key, engine);
  }
  return { resolver: reference().resolver(), engine, dataHash: hash, dataDate: date };
}

/** The day of an instant, in UTC. */
export const dayOf = (instant: Date): IsoDate => instant.toISOString().slice(0, 10);
