/** What the study computes from numbers: ranks, shares of variance, top fifths, intervals. Pure; arrays are parallel. */
import { quantile } from "../normalise";

export const mean = (values: ArrayLike<number>): number => {
  let sum = 0;
  for (let at = 0; at < values.length; at += 1) sum += values[at]!;
  return values.length === 0 ? 0 : sum / values.length;
};

/** Quantiles of values in any order. */
export function quantiles(values: Iterable<number>, shares: readonly number[]): number[] {
  const sorted = Float64Array.from(values).sort();
  return shares.map((share) => quantile(sorted as unknown as readonly number[], share));
}

/** Scores that differ by less count as one. */
const SAME = 1e-9;

/** Rank of each value as a share, 0 = lowest, 1 = highest; those that are the same share their mean rank. */
export function rankShares(values: ArrayLike<number>): Float64Array {
  const order = Array.from({ length: values.length }, (_, at) => at).sort((a, b) => values[a]! - values[b]!);
  const ranks = new Float64Array(values.length);
  for (let first = 0; first < order.length;) {
    let last = first;
    while (last + 1 < order.length && values[order[last + 1]!]! - values[order[first]!]! < SAME) last += 1;
    const rank = order.length === 1 ? 0.5 : (first + last) / 2 / (order.length - 1);
    for (let at = first; at <= last; at += 1) ranks[order[at]!] = rank;
    first = last + 1;
  }
  return ranks;
}

/** Group numbers of values: by distinct value when there are at most `most`, else `most` groups of equal count that never part equal values. */
export function groupsOf(values: ArrayLike<number>, most: number): Int32Array {
  const distinct = [...new Set(Array.from(values, (value) => Math.round(value / SAME)))].sort((a, b) => a - b);
  if (distinct.length <= most) {
    const place = new Map(distinct.map((value, at) => [value, at]));
    return Int32Array.from(values, (value) => place.get(Math.round(value / SAME))!);
  }
  return Int32Array.from(rankShares(values), (share) => Math.min(most - 1, Math.floor(share * most)));
}

/** Var(E[y | group]) / Var(y), 0 to 1; 0 where y does not vary. */
export function varianceBetween(groups: ArrayLike<number>, y: ArrayLike<number>): number {
  const { between, total } = sumsOfSquares(groups, y);
  return total === 0 ? 0 : between / total;
}

/** Sums of squares between groups and in total, with the number of groups that hold anything. */
export function sumsOfSquares(
  groups: ArrayLike<number>,
  y: ArrayLike<number>,
): { between: number; total: number; used: number } {
  const sums = new Map<number, { count: number; sum: number }>();
  const all = mean(y);
  let total = 0;
  for (let at = 0; at < y.length; at += 1) {
    const entry = sums.get(groups[at]!);
    if (entry) {
      entry.count += 1;
      entry.sum += y[at]!;
    } else sums.set(groups[at]!, { count: 1, sum: y[at]! });
    total += (y[at]! - all) ** 2;
  }
  let between = 0;
  for (const { count, sum } of sums.values()) between += count * (sum / count - all) ** 2;
  return { between, total, used: sums.size };
}

/** η² with the correction for the number of groups: 1 − (1 − η²)(n − 1)/(n − groups), never below 0. */
export const corrected = (etaSquared: number, n: number, groups: number): number =>
  n <= groups ? 0 : Math.max(0, 1 - ((1 - etaSquared) * (n - 1)) / (n - groups));

/** The edge of the top fifth: `above` it a value is in, `at` it counts by `part`. */
export interface TopEdge {
  readonly at: number;
  /** 0 to 1: what is needed of those at the edge to fill the fifth. */
  readonly part: number;
}

/** The edge of the top `share` of values, each counting the same. @throws on an empty list. */
export function topEdge(values: ArrayLike<number>, share = 0.2): TopEdge {
  const sorted = Float64Array.from(values).sort().reverse();
  const wanted = sorted.length * share;
  const at = sorted[Math.max(0, Math.ceil(wanted - SAME) - 1)];
  if (at === undefined) throw new Error("A top fifth needs at least one value");
  const above = sorted.filter((value) => value > at + SAME).length;
  const tied = sorted.filter((value) => Math.abs(value - at) <= SAME).length;
  return { at, part: (wanted - above) / tied };
}

/** How far a value is in the top: 1, 0, or the part of those at the edge. */
export const inTop = (value: number, edge: TopEdge): number =>
  value > edge.at + SAME ? 1 : value < edge.at - SAME ? 0 : edge.part;
