import { createEngine } from "../engine";
import type { RiskModel } from "../model-file";
import type { RiskReference } from "../reference-types";
import type { Engine } from "../types";
import { isDerived, releasedIdOf } from "./derived";
import { modelById } from "./registry";

/**
 * The engine of a model. A derived one gives the result of the released model beside its own, so that nobody can show the one
 * without the other; it costs both.
 */
export function engineOf(model: RiskModel, reference: RiskReference): Engine {
  const own = createEngine(model, reference);
  if (!isDerived(model.id)) return own;
  const base = modelById(releasedIdOf(model.id));
  if (!base) throw new Error(`Model ${model.id} stands on no released model`);
  const released = createEngine(base, reference);
  return {
    ...own,
    score: (facts) => {
      const { score, band, between } = released.score(facts);
      return { ...own.score(facts), released: { model: base.id, score, band, between } };
    },
    assess: (facts) => {
      const { residual: score, band, between } = released.assess(facts);
      return { ...own.assess(facts), released: { model: base.id, score, band, between } };
    },
  };
}
