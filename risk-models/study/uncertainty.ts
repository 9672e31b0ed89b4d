/** Question 2 of a study: how far ranks depend on choices, and on which. It reports; it does not choose. */
import { createEngine } from "../engine";
import type { RiskModel } from "../model-file";
import type { RiskReference } from "../reference-types";
import { FLOORS } from "../types";
import type { SupplierFacts } from "../types";
import {
  AGGREGATIONS,
  aggregated,
  drawFactors,
  drawnModel,
  factorsOf,
  IMPUTATIONS,
  MISSINGNESS,
  releasedFactors,
  withGaps,
  withSilence,
} from "./draws";
import { Random } from "./random";
import { corrected, groupsOf, inTop, mean, quantiles, rankShares, sumsOfSquares, topEdge } from "./statistics";

const BINS = 20;

export interface UncertaintyInput {
  readonly model: RiskModel;
  readonly reference: RiskReference;
  /** Suppliers with a name where one is followed by itself, else null. */
  readonly sample: readonly { readonly name: string | null; readonly facts: SupplierFacts }[];
  readonly draws: number;
  readonly seed: number;
}

/** Ranks of the sample in every draw. One flat array: supplier × draw. */
function ranksOfDraws({ model, reference, sample, draws, seed }: UncertaintyInput) {
  const released = createEngine(model, reference);
  const floors = sample.map(({ facts }) => {
    const { floorBits } = released.score(facts);
    return Math.max(0, ...model.floors.map(({ id, height }) => ((floorBits >> FLOORS.indexOf(id)) & 1 ? height : 0)));
  });
  const scoresOf = (factors: Float64Array, random: Random): Float64Array => {
    const draw = drawnModel(model, factors, random);
    const engine = createEngine(draw.model, withGaps(model, reference, draw.missingness, random));
    return Float64Array.from(sample, ({ facts }, at) => {
      const { weights, country, sector, recruitment } = engine.spans(
        withSilence(model, facts, draw.missingness, random),
      );
      return Math.max(
        floors[at]!,
        aggregated(draw.aggregation, weights, [country.value, sector.value, recruitment.value]),
      );
    });
  };
  const base = rankShares(scoresOf(releasedFactors(model), new Random(seed, "released")));
  const ranks = new Float32Array(sample.length * draws);
  const factors: Float64Array[] = [];
  for (let draw = 0; draw < draws; draw += 1) {
    const drawn = drawFactors(model, new Random(seed, `factors ${draw}`));
    factors.push(drawn);
    const found = rankShares(scoresOf(drawn, new Random(seed, `gaps ${draw}`)));
    for (let at = 0; at < sample.length; at += 1) ranks[at * draws + draw] = found[at]!;
  }
  return { base, ranks, factors };
}

/** Everything question 2 reports. Ranks are shares, 0 = least risk, 1 = most. */
export function uncertainty(input: UncertaintyInput) {
  const { model, sample, draws } = input;
  const { base, ranks, factors } = ranksOfDraws(input);
  const of = (supplier: number) => ranks.subarray(supplier * draws, (supplier + 1) * draws);

  const intervals = sample.map(({ name }, at) => {
    const [low, median, high] = quantiles(of(at), [0.05, 0.5, 0.95]) as [number, number, number];
    return { name, released: base[at]!, median, low, high };
  });
  const widths = intervals.map(({ low, high }) => high - low);
  const [, medianWidth, width90] = quantiles(widths, [0.1, 0.5, 0.9]) as [number, number, number];

  const edge = topEdge(base);
  const inBase = Array.from(base, (rank) => inTop(rank, edge));
  const shifts = new Float64Array(draws);
  const stays = new Float64Array(draws);
  for (let draw = 0; draw < draws; draw += 1) {
    const found = Float64Array.from({ length: sample.length }, (_, at) => ranks[at * draws + draw]!);
    const drawEdge = topEdge(found);
    let [shift, both] = [0, 0];
    for (let at = 0; at < sample.length; at += 1) {
      shift += Math.abs(found[at]! - base[at]!);
      both += Math.min(inTop(found[at]!, drawEdge), inBase[at]!);
    }
    shifts[draw] = shift / sample.length;
    stays[draw] = both / inBase.reduce((sum, one) => sum + one, 0);
  }
  const by = (levels: readonly string[], fromEnd: number) =>
    levels.map((level, number) => {
      const own = factors.flatMap((drawn, draw) => (drawn[drawn.length - fromEnd] === number ? [draw] : []));
      return {
        level,
        draws: own.length,
        rankShift: mean(own.map((draw) => shifts[draw]!)),
        topFifthStays: mean(own.map((draw) => stays[draw]!)),
      };
    });

  return {
    draws,
    suppliers: sample.length,
    rankIntervals: {
      medianWidth,
      width90,
      shareAtMostTenth: mean(widths.map((width) => (width <= 0.1 ? 1 : 0))),
      shareAtMostFifth: mean(widths.map((width) => (width <= 0.2 ? 1 : 0))),
    },
    topFifth: { stays: mean(stays), staysAtWorst5Percent: quantiles(stays, [0.05])[0]! },
    rankShift: {
      mean: mean(shifts),
      aggregation: by(AGGREGATIONS, 3),
      imputation: by(IMPUTATIONS, 2),
      missingness: by(MISSINGNESS, 1),
    },
    importance: importance(model, sample.length, factors, of),
    followed: intervals.filter((one) => one.name !== null),
  };
}

/** First-order share of each factor in the variance of ranks, by given-data binning over the draws; largest first. */
function importance(
  model: RiskModel,
  suppliers: number,
  drawn: readonly Float64Array[],
  ranksOf: (supplier: number) => Float32Array,
) {
  const n = drawn.length;
  const names = factorsOf(model);
  const factors = names.map(({ id, group }, place) => {
    const groups = groupsOf(
      Float64Array.from(drawn, (values) => values[place]!),
      BINS,
    );
    let [between, total, used] = [0, 0, 0];
    for (let supplier = 0; supplier < suppliers; supplier += 1) {
      const sums = sumsOfSquares(groups, ranksOf(supplier));
      between += sums.between;
      total += sums.total;
      used = sums.used;
    }
    return { id, group, share: corrected(total === 0 ? 0 : between / total, n, used) };
  });
  const groups = [...new Set(names.map(({ group }) => group))].map((group) => ({
    group,
    share: factors.filter((one) => one.group === group).reduce((sum, one) => sum + one.share, 0),
  }));
  const explained = groups.reduce((sum, one) => sum + one.share, 0);
  const largest = <T extends { share: number }>(list: readonly T[]) => [...list].sort((a, b) => b.share - a.share);
  return { groups: largest(groups), factors: largest(factors), jointAndChance: Math.max(0, 1 - explained) };
}
