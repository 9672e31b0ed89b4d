/**
 * Across dimensions: the weighted power mean of order 3, which compensates little, so that an extreme in one dimension is
 * not hidden by calm in the others. Contributions of dimensions are exact Shapley values of that mean, with a dimension
 * left out counted as 0 (Shapley 1953; three players, six orders, closed form).
 */
import type { Fraction } from "./types";

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
