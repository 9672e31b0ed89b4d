/**
 * Across dimensions: the weighted power mean of order 3, which compensates little, so that an extreme in one dimension is
 * not hidden by calm in the others: (w₁x₁³ + w₂x₂³ + w₃x₃³)^(1/3). Functions take the weighted cubes w·x³ ("cubes"), since
 * those of country and sector are the same for many suppliers. Contributions of dimensions are exact Shapley values of the
 * mean, with a dimension left out counted as 0 (Shapley 1953; three players, six orders, closed form).
 */
import type { Fraction, Span } from "./types";

/** Country, sector, recruitment. */
export type Triple = readonly [country: number, sector: number, recruitment: number];

/** w·x³. The order 3 is the model's `aggregation.order`. */
export const cube = (weight: Fraction, x: Fraction): number => weight * x * x * x;

/** The five numbers of a span as weighted cubes. */
export const cubesOf = (weight: Fraction, span: Span): Span => ({
  value: cube(weight, span.value),
  plausibleLow: cube(weight, span.plausibleLow),
  plausibleHigh: cube(weight, span.plausibleHigh),
  possibleLow: cube(weight, span.possibleLow),
  possibleHigh: cube(weight, span.possibleHigh),
});

/** The power mean of three weighted cubes. */
export const powerMean = (country: number, sector: number, recruitment: number): Fraction =>
  Math.cbrt(country + sector + recruitment);

/** Weighted arithmetic mean of the values themselves, published beside the power mean. */
export const arithmeticMean = (w: Triple, x: Triple): Fraction => w[0] * x[0] + w[1] * x[1] + w[2] * x[2];

/** What each dimension adds to the power mean; the three sum to it. */
export function shapley(a: number, b: number, c: number): Triple {
  const [va, vb, vc] = [Math.cbrt(a), Math.cbrt(b), Math.cbrt(c)];
  const [vab, vac, vbc] = [Math.cbrt(a + b), Math.cbrt(a + c), Math.cbrt(b + c)];
  const all = Math.cbrt(a + b + c);
  return [
    va / 3 + (vab - vb + vac - vc) / 6 + (all - vbc) / 3,
    vb / 3 + (vab - va + vbc - vc) / 6 + (all - vac) / 3,
    vc / 3 + (vac - va + vbc - vb) / 6 + (all - vab) / 3,
  ];
}

/**
 * One end of the plausible range. Inputs of one dimension are taken to err together, the three dimensions independently:
 * each is moved to its end alone (a2, b2, c2), the moves are added as the root of the sum of squares, and never go beyond
 * all three ends at once. All arguments but `value` (the power mean itself) are weighted cubes.
 */
export function plausibleEnd(
  a: number,
  b: number,
  c: number,
  a2: number,
  b2: number,
  c2: number,
  value: Fraction,
): Fraction {
  const country = Math.cbrt(a2 + b + c) - value;
  const sector = Math.cbrt(a + b2 + c) - value;
  const recruitment = Math.cbrt(a + b + c2) - value;
  const together = Math.cbrt(a2 + b2 + c2);
  const step = Math.sqrt(country * country + sector * sector + recruitment * recruitment);
  return together < value ? Math.max(value - step, together) : Math.min(value + step, together);
}
