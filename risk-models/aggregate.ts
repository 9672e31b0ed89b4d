/**
 * Across dimensions: the weighted power mean of order 3, which compensates little, so that an extreme in one dimension is
 * not hidden by calm in the others. Contributions of dimensions are exact Shapley values of that mean, with a dimension
 * left out counted as 0 (Shapley 1953; three players, six orders, closed form).
 */
import type { Fraction, Span } from "./types";

/** Country, sector, recruitment. */
export type Triple = readonly [country: number, sector: number, recruitment: number];

/** Weighted power mean (Σ w·x³)^(1/3); weights sum to 1. The order 3 is the model's `aggregation.order`. */
export const powerMean = (w: Triple, country: Fraction, sector: Fraction, recruitment: Fraction): Fraction =>
  Math.cbrt(
    w[0] * country * country * country +
      w[1] * sector * sector * sector +
      w[2] * recruitment * recruitment * recruitment,
  );

/** Weighted arithmetic mean, published beside the power mean. */
export const arithmeticMean = (w: Triple, x: Triple): Fraction => w[0] * x[0] + w[1] * x[1] + w[2] * x[2];

/** What each dimension adds to `powerMean`; the three sum to it. */
export function shapley(w: Triple, x: Triple): Triple {
  const a = w[0] * x[0] * x[0] * x[0];
  const b = w[1] * x[1] * x[1] * x[1];
  const c = w[2] * x[2] * x[2] * x[2];
  const [va, vb, vc] = [Math.cbrt(a), Math.cbrt(b), Math.cbrt(c)];
  const [vab, vac, vbc] = [Math.cbrt(a + b), Math.cbrt(a + c), Math.cbrt(b + c)];
  const all = Math.cbrt(a + b + c);
  return [
    va / 3 + (vab - vb + vac - vc) / 6 + (all - vbc) / 3,
    vb / 3 + (vab - va + vbc - vc) / 6 + (all - vac) / 3,
    vc / 3 + (vac - va + vbc - vb) / 6 + (all - vab) / 3,
  ];
}

type Ends = Pick<Span, "value" | "plausibleLow" | "plausibleHigh">;

/** Low or high plausible end of the power mean, as a fraction. */
function plausibleEnd(w: Triple, x: Triple, ends: Triple): Fraction {
  const value = powerMean(w, x[0], x[1], x[2]);
  const c = powerMean(w, ends[0], x[1], x[2]) - value;
  const s = powerMean(w, x[0], ends[1], x[2]) - value;
  const r = powerMean(w, x[0], x[1], ends[2]) - value;
  const together = powerMean(w, ends[0], ends[1], ends[2]);
  const step = Math.sqrt(c * c + s * s + r * r);
  return together < value ? Math.max(value - step, together) : Math.min(value + step, together);
}

/**
 * The plausible range. Inputs of one dimension are taken to err together, the three dimensions independently: each is moved
 * to its end alone, the moves are added as the root of the sum of squares, and never go beyond all three ends at once.
 */
export const plausibleLow = (w: Triple, c: Ends, s: Ends, r: Ends): Fraction =>
  plausibleEnd(w, [c.value, s.value, r.value], [c.plausibleLow, s.plausibleLow, r.plausibleLow]);
export const plausibleHigh = (w: Triple, c: Ends, s: Ends, r: Ends): Fraction =>
  plausibleEnd(w, [c.value, s.value, r.value], [c.plausibleHigh, s.plausibleHigh, r.plausibleHigh]);
