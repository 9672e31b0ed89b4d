/** Raw value to fraction on the fixed anchors of the model, and the five numbers every input carries. */
import type { Fraction, Span } from "./types";

export type { Span };

/** `[raw, fraction]`, raw rising. */
export type Anchors = readonly (readonly [raw: number, fraction: Fraction])[];

/** Straight lines between the anchors, flat outside them. */
export function normalise(anchors: Anchors, raw: number): Fraction {
  const first = anchors[0]!;
  if (raw <= first[0]) return first[1];
  for (let index = 1; index < anchors.length; index += 1) {
    const right = anchors[index]!;
    if (raw <= right[0]) {
      const left = anchors[index - 1]!;
      return left[1] + ((right[1] - left[1]) * (raw - left[0])) / (right[0] - left[0]);
    }
  }
  return anchors[anchors.length - 1]![1];
}

/** A blank: the median of its class, the class's 10–90 % span, anything possible. */
export const blankSpan = (c: { readonly median: number; readonly p10: number; readonly p90: number }): Span => ({
  value: c.median,
  plausibleLow: Math.min(c.p10, c.median),
  plausibleHigh: Math.max(c.p90, c.median),
  possibleLow: 0,
  possibleHigh: 1,
});

/** A measured value with its error, in raw units either way. */
export function measuredSpan(anchors: Anchors, raw: number, plausible: number, possible: number): Span {
  const value = normalise(anchors, raw);
  const ends = (error: number) => {
    const [a, b] = [normalise(anchors, raw - error), normalise(anchors, raw + error)];
    return [Math.min(a, b, value), Math.max(a, b, value)] as const;
  };
  const [plausibleLow, plausibleHigh] = ends(plausible);
  const [possibleLow, possibleHigh] = ends(Math.max(plausible, possible));
  return { value, plausibleLow, plausibleHigh, possibleLow, possibleHigh };
}

/** The weighted mean of spans, end by end: the ends of a dimension when all its inputs err the same way. */
export function weightedSpan(spans: readonly Span[], weights: readonly number[]): Span {
  let value = 0;
  let plausibleLow = 0;
  let plausibleHigh = 0;
  let possibleLow = 0;
  let possibleHigh = 0;
  for (let index = 0; index < spans.length; index += 1) {
    const span = spans[index]!;
    const weight = weights[index]!;
    value += weight * span.value;
    plausibleLow += weight * span.plausibleLow;
    plausibleHigh += weight * span.plausibleHigh;
    possibleLow += weight * span.possibleLow;
    possibleHigh += weight * span.possibleHigh;
  }
  return { value, plausibleLow, plausibleHigh, possibleLow, possibleHigh };
}

/** Quantile of sorted values by linear interpolation (type 7 of Hyndman and Fan 1996). */
export function quantile(sorted: readonly number[], share: Fraction): number {
  if (sorted.length === 0) throw new Error("A quantile needs at least one value");
  const position = (sorted.length - 1) * share;
  const below = Math.floor(position);
  const left = sorted[below]!;
  const right = sorted[Math.min(below + 1, sorted.length - 1)]!;
  return left + (right - left) * (position - below);
}
