/**
 * One draw of the sensitivity study: another model, other gaps in the data, another way to put the dimensions together. All
 * factors are drawn independently; PLAN.md of a study says what each does. Nothing here is a model that may be used.
 */
import { indicatorOf } from "../model-file";
import type { IndicatorEntry, ReferenceClass, RiskModel } from "../model-file";
import { normalise } from "../normalise";
import type { RiskReference } from "../reference-types";
import { DIMENSIONS } from "../types";
import type { RecruitmentFacts, SupplierFacts } from "../types";
import type { Random } from "./random";

export const AGGREGATIONS = ["power-mean-3", "arithmetic", "geometric-of-distance"] as const;
export const IMPUTATIONS = ["class-median", "median-of-all", "from-the-span", "upper-end"] as const;
export const MISSINGNESS = ["none", "at-random", "depends-on-risk"] as const;
export type Aggregation = (typeof AGGREGATIONS)[number];

const WEIGHT: readonly [number, number] = [0.75, 1.25];
const STRETCH: readonly [number, number] = [0.8, 1.25];
const MISSING = 0.15;
const MISSING_AT_WORST = 0.3;
const HEIGHTS = ["signs", "silence", "answers"] as const;

/** Inputs whose anchors are stretched: measured on a scale with a raw value. */
const stretched = (model: RiskModel): IndicatorEntry[] =>
  model.indicators.filter(({ dimension, id }) => dimension === "country" || id === "sectorEvidence" || id === "debt");

/** A factor by its name and the group it is reported in. */
export interface Factor {
  readonly id: string;
  readonly group: string;
}

/** All factors of a draw, in the order of `drawFactors`. */
export const factorsOf = (model: RiskModel): Factor[] => [
  ...DIMENSIONS.map((id) => ({ id: `weight of ${id}`, group: "weights of dimensions" })),
  ...model.indicators.map(({ id }) => ({ id: `weight of ${id}`, group: "weights of inputs" })),
  ...stretched(model).map(({ id }) => ({ id: `anchors of ${id}`, group: "anchors" })),
  ...HEIGHTS.map((id) => ({ id: `heights of ${id}`, group: `heights of ${id}` })),
  { id: "aggregation", group: "aggregation" },
  { id: "imputation", group: "imputation" },
  { id: "missingness", group: "missingness" },
];

/** Values of all factors for one draw; levels as their number. */
export function drawFactors(model: RiskModel, random: Random): Float64Array {
  const weights = DIMENSIONS.length + model.indicators.length;
  const stretches = stretched(model).length + HEIGHTS.length;
  return Float64Array.from([
    ...Array.from({ length: weights }, () => random.between(...WEIGHT)),
    ...Array.from({ length: stretches }, () => random.factor(...STRETCH)),
    random.below(AGGREGATIONS.length),
    random.below(IMPUTATIONS.length),
    random.below(MISSINGNESS.length),
  ]);
}

/** The factors that change nothing: the model as released. */
export function releasedFactors(model: RiskModel): Float64Array {
  const factors = new Float64Array(factorsOf(model).length).fill(1);
  factors.fill(0, factors.length - 3);
  return factors;
}

/** What one draw works with. */
export interface Draw {
  readonly model: RiskModel;
  readonly aggregation: Aggregation;
  readonly imputation: (typeof IMPUTATIONS)[number];
  readonly missingness: (typeof MISSINGNESS)[number];
}

/** The model of a draw. `random` chooses values from spans where imputation says so. Weights of each dimension sum to 1. */
export function drawnModel(model: RiskModel, factors: Float64Array, random: Random): Draw {
  let at = 0;
  const next = () => factors[at++]!;
  const rawDimensions = DIMENSIONS.map((id) => model.dimensions[id].weight * next());
  const rawWeights = model.indicators.map(({ weight }) => weight * next());
  const stretches = new Map(stretched(model).map(({ id }) => [id, next()]));
  const [signs, silence, answers] = [next(), next(), next()];
  const aggregation = AGGREGATIONS[next()]!;
  const imputation = IMPUTATIONS[next()]!;
  const missingness = MISSINGNESS[next()]!;

  const total = rawDimensions.reduce((sum, weight) => sum + weight, 0);
  const sumOf = (dimension: string) =>
    model.indicators.reduce((sum, one, place) => (one.dimension === dimension ? sum + rawWeights[place]! : sum), 0);
  const sums = Object.fromEntries(DIMENSIONS.map((id) => [id, sumOf(id)]));
  const dimensions = Object.fromEntries(
    DIMENSIONS.map((id, place) => [id, { ...model.dimensions[id], weight: rawDimensions[place]! / total }]),
  ) as RiskModel["dimensions"];
  const indicators = model.indicators.map((indicator, place): IndicatorEntry => {
    const heights = Object.entries(indicator.answers ?? {}).map(([word, height]) => [word, height ** answers]);
    return {
      ...indicator,
      weight: rawWeights[place]! / sums[indicator.dimension]!,
      anchors: stretchedAnchors(indicator.anchors, stretches.get(indicator.id) ?? 1),
      ...(indicator.answers && { answers: Object.fromEntries(heights) as Record<string, number> }),
    };
  });
  const imputed = <T extends { median: number; p10: number; p90: number }>(c: T): T =>
    imputation === "upper-end"
      ? { ...c, median: c.p90 }
      : imputation === "from-the-span"
        ? { ...c, median: fromSpan(c, random) }
        : c;
  const classes = Object.entries(model.referenceClasses).map(([id, { all, groups, groupedBy }]) => {
    const own: Record<string, ReferenceClass> =
      imputation === "median-of-all"
        ? {}
        : Object.fromEntries(Object.entries(groups).map(([group, one]) => [group, imputed(one)]));
    return [id, { all: imputed(all), groups: own, groupedBy }];
  });
  const workKinds = Object.entries(model.workKinds).map(([kind, entry]) => {
    const silent = imputed(entry.silent);
    return [kind, { ...entry, silent: { ...silent, median: silent.median ** silence } }];
  });
  return {
    model: {
      ...model,
      dimensions,
      indicators,
      signs: model.signs.map((sign) => ({ ...sign, value: sign.value ** signs })),
      referenceClasses: Object.fromEntries(classes) as RiskModel["referenceClasses"],
      workKinds: Object.fromEntries(workKinds) as RiskModel["workKinds"],
    },
    aggregation,
    imputation,
    missingness,
  };
}

/** Distances from the lowest-risk anchor times `by`; the heights stay. */
function stretchedAnchors(anchors: IndicatorEntry["anchors"], by: number): IndicatorEntry["anchors"] {
  const rises = anchors[0]![1] <= anchors[anchors.length - 1]![1];
  const calm = (rises ? anchors[0]! : anchors[anchors.length - 1]!)[0];
  return anchors.map(([raw, height]) => [calm + by * (raw - calm), height]);
}

/** A value of the 10–90 % span, its two halves as likely. */
function fromSpan({ median, p10, p90 }: { median: number; p10: number; p90: number }, random: Random): number {
  const u = random.next();
  return u < 0.5 ? p10 + (median - p10) * 2 * u : median + (p90 - median) * (2 * u - 1);
}

/** The reference with country values gone missing, by chance or the more often the higher they stand on the released anchors. */
export function withGaps(
  model: RiskModel,
  reference: RiskReference,
  how: Draw["missingness"],
  random: Random,
): RiskReference {
  if (how === "none") return reference;
  const countries = Object.entries(reference.countries).map(([code, country]) => {
    const kept = Object.entries(country.values).filter(([id, reading]) => {
      const chance =
        how === "at-random" ? MISSING : MISSING_AT_WORST * normalise(indicatorOf(model, id).anchors, reading.value);
      return random.next() >= chance;
    });
    return [code, { ...country, values: Object.fromEntries(kept) }];
  });
  return { ...reference, countries: Object.fromEntries(countries) as RiskReference["countries"] };
}

const BAD_ANSWERS: Readonly<Record<string, readonly string[]>> = {
  recruiter: ["sub-agent"],
  papersHeldBy: ["employer", "agent"],
  feesPaidByWorkers: ["yes"],
  usesLabourAgents: ["yes"],
  passportRetention: ["yes"],
  depositsHeld: ["yes"],
  wagesWithheld: ["yes"],
  freedomToLeave: ["no"],
  grievanceMechanism: ["no"],
  employerPaysPolicy: ["no"],
  contractInOwnLanguage: ["no"],
};

/** The supplier with answers held back, by chance or only the bad ones. Fees are bad from the model's typical fee on. */
export function withSilence(
  model: RiskModel,
  facts: SupplierFacts,
  how: Draw["missingness"],
  random: Random,
): SupplierFacts {
  if (how === "none" || Object.keys(facts.recruitment).length === 0) return facts;
  const kept = Object.entries(facts.recruitment).filter(([key, value]) => {
    if (key === "proof") return true;
    const bad =
      typeof value === "number"
        ? value >= model.typicalFeeMonths.value
        : (BAD_ANSWERS[key]?.includes(value as string) ?? false);
    return random.next() >= (how === "at-random" ? MISSING : bad ? MISSING_AT_WORST : 0);
  });
  return { ...facts, recruitment: Object.fromEntries(kept) as RecruitmentFacts };
}

/** The three dimensions as one score from 0 to 100, before floors. Fractions, parallel to their weights. */
export function aggregated(how: Aggregation, weights: ArrayLike<number>, x: ArrayLike<number>): number {
  let sum = how === "geometric-of-distance" ? 1 : 0;
  for (let at = 0; at < x.length; at += 1) {
    if (how === "power-mean-3") sum += weights[at]! * x[at]! ** 3;
    else if (how === "arithmetic") sum += weights[at]! * x[at]!;
    else sum *= (1 - x[at]!) ** weights[at]!;
  }
  return 100 * (how === "power-mean-3" ? Math.cbrt(sum) : how === "arithmetic" ? sum : 1 - sum);
}
