import { event } from "../../../db/audit-events";
import type { Database, Scope } from "../../../db/database";
import { newId } from "../../../db/ids";
import { derivedModelsOf } from "../../../db/queries/models";
import { derivedFaults, derivedId, MODELS, type DerivedFault, type DimensionPercents } from "../../../risk-models";
import { Problem } from "../../lib/problem";
import { dayOf } from "../scoring/assessor.server";

const REASON_LENGTH = 1000;

export interface ProposedWeights {
  /** Id of a released model in force. */
  readonly base: string;
  readonly percents: DimensionPercents;
  readonly reason: string;
}

function beyondLimit({ dimension, least, most }: Extract<DerivedFault, { kind: "limit" }>): Problem {
  const values = { least, most };
  const may = `may weigh ${least} to ${most} per cent: a quarter of the released weight up or down.`;
  if (dimension === "country") return new Problem("model.weights-limit-country", `Country ${may}`, values, 422);
  if (dimension === "sector")
    return new Problem("model.weights-limit-sector", `Sector and product ${may}`, values, 422);
  return new Problem("model.weights-limit-recruitment", `Recruitment ${may}`, values, 422);
}

/**
 * The id of the model with these weights. @throws Problem `model.unknown` (422), `model.weights-sum` (422),
 *   `model.weights-limit` (422) naming the dimension and its limits, `model.weights-same` (422).
 */
export function idOfWeights({ base, percents }: Omit<ProposedWeights, "reason">, now: Date): string {
  const released = MODELS.find(({ id, effectiveFrom }) => id === base && effectiveFrom <= dayOf(now));
  if (!released) throw new Problem("model.unknown", `There is no risk model ${base} in force.`, { model: base }, 422);
  const [fault] = derivedFaults(released, percents);
  if (fault?.kind === "limit") throw beyondLimit(fault);
  if (fault?.kind === "sum")
    throw new Problem(
      "model.weights-sum",
      `The weights sum to ${fault.total} per cent, not to 100.`,
      { total: fault.total },
      422,
    );
  if (fault) throw new Problem("model.weights-same", `These are the weights of ${base} itself.`, { model: base }, 422);
  return derivedId(released, percents);
}

/**
 * Proposes other weights for the dimensions of a released model. Nothing is scored with them until a second person agrees.
 * @returns the proposal's id. @throws Problem as `idOfWeights`, `model.weights-reason` (422), `model.weights-known` (409).
 */
export async function proposeDerived(db: Database, scope: Scope, given: ProposedWeights, now: Date): Promise<string> {
  const modelId = idOfWeights(given, now);
  const reason = given.reason.trim();
  if (reason === "" || reason.length > REASON_LENGTH)
    throw new Problem(
      "model.weights-reason",
      "Say why these weights fit your purchases better, in at most 1,000 characters.",
      {},
      422,
    );
  if ((await derivedModelsOf(db, scope)).some((one) => one.modelId === modelId && one.withdrawnAt === null))
    throw new Problem("model.weights-known", "These weights are proposed already.", {}, 409);
  const id = newId(now);
  const { derivedModels } = db.t;
  const row = { id, workspaceNo: scope.workspaceNo, modelId, reason, proposedBy: scope.userId, proposedAt: now };
  await db.commit(scope, event("model.derived", { derivedId: id, modelId, reason }), (q) => [
    q.insert(derivedModels).values(row),
  ]);
  return id;
}
