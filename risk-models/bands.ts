/** Score to band by the model's thresholds; the band is printed only where the plausible range allows it. */
import type { RiskModel } from "./model-file";
import { BANDS } from "./types";
import type { Band, Score } from "./types";

/** Number of the band, 0 = low. */
export const bandNumber = (model: RiskModel, score: Score): 0 | 1 | 2 =>
  score >= model.bands.high ? 2 : score >= model.bands.raised ? 1 : 0;

export const bandOf = (model: RiskModel, score: Score): Band => BANDS[bandNumber(model, score)];

/**
 * The bands the plausible range reaches, when it reaches more than the score's own and one neighbour; null when the band may
 * be printed.
 */
export function between(model: RiskModel, low: Score, high: Score): readonly [Band, Band] | null {
  const [first, last] = [bandNumber(model, low), bandNumber(model, high)];
  return last - first > 1 ? [BANDS[first], BANDS[last]] : null;
}
