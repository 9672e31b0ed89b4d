import { isDerived, MODELS } from "../../../risk-models";
import type { IsoDate } from "../../../risk-models/types";
import { Problem } from "../../lib/problem";
import { assessorFor, type Assessor } from "../scoring/assessor.server";

/**
 * The assessor of a procurement procedure: of the released model in force that day, or of the released one that is named.
 * @throws Problem `procedure.derived-model` for weights of a workspace's own, and for anything else that was not released: in a
 * procedure nobody may be measured by what the buyer set.
 */
export function releasedAssessor(asOf: IsoDate, modelId: string | null = null): Assessor {
  if (modelId !== null && (isDerived(modelId) || !MODELS.some(({ id }) => id === modelId)))
    throw new Problem(
      "procedure.derived-model",
      `A procurement procedure uses a released risk model. ${modelId} is none: leave the model out to use the one in force.`,
      { model: modelId },
      409,
    );
  return assessorFor(asOf, modelId);
}
