/** The checks a model passes before it is released. Each failure is one sentence; an empty list means the model may be released. */
import { RECRUITMENT_INPUTS } from "./answers";
import { normalisedCountryInputs } from "./country";
import { PROOF_LEVELS } from "./facts";
import { DIVISIONS, sectionOf } from "./isic";
import { indicatorOf, variantModel } from "./model-file";
import type { RiskModel } from "./model-file";
import { normalise } from "./normalise";
import { CONTEXT_INPUTS, INPUT_SIGN, PRACTICES, SIGNS } from "./reasons";
import { computeReferenceClasses } from "./reference-classes";
import type { RiskReference } from "./reference-types";
import { workKindOf } from "./sector";
import { DIMENSIONS, FLOORS } from "./types";

/** No two inputs of a dimension may say the same thing. */
export const LARGEST_CORRELATION = 0.85;
/** Largest share one kind of proof may take off, from the method. */
const PROOF_LIMITS = {
  none: 0,
  statement: 0.1,
  policy: 0.2,
  invoices: 0.5,
  interviews: 1,
  "confirmed-repayment": 1,
} as const;
const CLOSE = 1e-9;

/** Pearson correlation; 0 where one side does not vary. Arrays are parallel. */
export function correlation(xs: readonly number[], ys: readonly number[]): number {
  const mean = (values: readonly number[]) => values.reduce((sum, value) => sum + value, 0) / values.length;
  const [mx, my] = [mean(xs), mean(ys)];
  let [sxy, sxx, syy] = [0, 0, 0];
  for (let index = 0; index < xs.length; index += 1) {
    const [dx, dy] = [xs[index]! - mx, ys[index]! - my];
    sxy += dx * dy;
    sxx += dx * dx;
    syy += dy * dy;
  }
  return sxx === 0 || syy === 0 ? 0 : sxy / Math.sqrt(sxx * syy);
}

function weightFailures(model: RiskModel): string[] {
  const failures: string[] = [];
  const total = DIMENSIONS.reduce((sum, dimension) => sum + model.dimensions[dimension].weight, 0);
  if (Math.abs(total - 1) > CLOSE) failures.push(`The weights of the dimensions sum to ${total}, not to 1.`);
  const meant = DIMENSIONS.map((dimension) => model.dimensions[dimension].importance);
  if (
    meant.some((one) => one !== undefined) &&
    Math.abs(meant.reduce((sum, one) => sum! + (one ?? NaN), 0)! - 1) > CLOSE
  )
    failures.push("The importances of the dimensions do not sum to 1, or one is missing.");
  for (const dimension of DIMENSIONS) {
    const own = model.indicators.filter((indicator) => indicator.dimension === dimension);
    const sum = own.reduce((all, indicator) => all + indicator.weight, 0);
    if (Math.abs(sum - 1) > CLOSE) failures.push(`The weights of ${dimension} sum to ${sum}, not to 1.`);
  }
  if (indicatorOf(model, "tipTier").weight > 0.1)
    failures.push("The TIP tier weighs more than 10 % of the country dimension.");
  const ratifications =
    indicatorOf(model, "organiseConventions").weight + indicatorOf(model, "forcedLabourConventions").weight;
  if (ratifications > 0.05 + CLOSE) failures.push("Ratifications weigh more than 5 % of the country dimension.");
  return failures;
}

function anchorFailures(model: RiskModel): string[] {
  return model.indicators.flatMap(({ id, anchors, direction }) =>
    anchors.slice(1).flatMap((anchor, index) => {
      const before = anchors[index]!;
      if (anchor[0] <= before[0]) return [`The anchors of ${id} are not in rising order.`];
      const rises = anchor[1] >= before[1];
      const falls = anchor[1] <= before[1];
      return (direction === "higher-is-more-risk" ? rises : falls)
        ? []
        : [`The anchors of ${id} go against its direction.`];
    }),
  );
}

function sourceFailures(model: RiskModel, reference: RiskReference): string[] {
  const named = [
    ...model.indicators.flatMap(({ id, sources }) => sources.map((source) => [id, source] as const)),
    ...model.typicalFeeMonths.sources.map((source) => ["typicalFeeMonths", source] as const),
    ...Object.entries(model.destinationNorms).flatMap(([id, { sources }]) =>
      sources.map((source) => [id, source] as const),
    ),
  ];
  return named.flatMap(([id, source]) =>
    reference.sources[source] ? [] : [`${id} names the source ${source}, which no table has.`],
  );
}

function setFailures(model: RiskModel): string[] {
  const failures: string[] = [];
  const sets: readonly (readonly [name: string, ids: readonly string[]])[] = [
    ["context", model.indicators.map(({ id }) => id)],
    ["practice", model.practices.map(({ id }) => id)],
    ["finding", model.floors.map(({ id }) => id)],
  ];
  const owner = new Map<string, string>();
  for (const [name, ids] of sets)
    for (const id of ids) {
      if (owner.has(id)) failures.push(`${id} stands in ${owner.get(id)} and in ${name}.`);
      owner.set(id, name);
    }
  const expected: readonly (readonly [string, readonly string[], readonly string[]])[] = [
    ["indicators", [...CONTEXT_INPUTS, "boughtSign", ...RECRUITMENT_INPUTS], sets[0]![1]],
    ["practices", PRACTICES, sets[1]![1]],
    ["floors", FLOORS, sets[2]![1]],
    [
      "signs",
      SIGNS.filter((id) => id !== "unknown"),
      model.signs.map(({ id }) => id).filter((id) => id !== INPUT_SIGN),
    ],
  ];
  for (const [name, wanted, found] of expected) {
    const missing = wanted.filter((id) => !found.includes(id));
    const extra = found.filter((id) => !wanted.includes(id));
    if (missing.length) failures.push(`The ${name} lack ${missing.join(", ")}.`);
    if (extra.length) failures.push(`The ${name} have ${extra.join(", ")}, which the engine does not know.`);
  }
  for (const sign of model.signs)
    if (sign.low > sign.value || sign.high < sign.value)
      failures.push(`The span of the sign ${sign.id} does not hold its value.`);
  return failures;
}

/** Correlations between inputs of the country dimension (over countries) and of the sector dimension (over divisions). */
export function inputCorrelations(
  model: RiskModel,
  reference: RiskReference,
): { a: string; b: string; r: number; n: number }[] {
  const inputs = new Map<string, Map<string, number>>(normalisedCountryInputs(model, reference));
  const pairs: { a: string; b: string; r: number; n: number }[] = [];
  const compare = (columns: ReadonlyMap<string, ReadonlyMap<string, number>>) => {
    const names = [...columns.keys()];
    for (const [index, a] of names.entries())
      for (const b of names.slice(index + 1)) {
        const keys = [...columns.get(a)!.keys()].filter((key) => columns.get(b)!.has(key));
        const r = correlation(
          keys.map((key) => columns.get(a)!.get(key)!),
          keys.map((key) => columns.get(b)!.get(key)!),
        );
        pairs.push({ a, b, r, n: keys.length });
      }
  };
  compare(inputs);
  const kindOf = workKindOf(model);
  const sign = (id: string) => model.signs.find((one) => one.id === id)?.value ?? 0;
  const evidence = indicatorOf(model, "sectorEvidence");
  const byDivision = new Map<string, Map<string, number>>([
    ["sectorEvidence", new Map()],
    ["boughtSign", new Map()],
  ]);
  for (const division of DIVISIONS) {
    const sources = reference.sectorSources[division]?.sources.length ?? 0;
    const kind = kindOf(division, "unknown");
    const listed = Object.values(reference.goods).some(
      (good) => good.isicDivision === division && Object.values(good.pairs).some((pair) => pair.forced),
    );
    byDivision.get("sectorEvidence")!.set(division, normalise(evidence.anchors, sources));
    byDivision
      .get("boughtSign")!
      .set(
        division,
        kind === "labour-provider"
          ? sign("labourProvider")
          : kind === "labour-heavy-service"
            ? sign("labourHeavyService")
            : sign(sectionOf(division) === "G" ? "productUnknown" : listed ? "sectorGoodForcedElsewhere" : "none"),
      );
  }
  compare(byDivision);
  return pairs;
}

/** Silence must be worth at least the typical disclosed fee and any admitted practice, also after a bare denial. */
function silenceFailures(model: RiskModel): string[] {
  const failures: string[] = [];
  const kept = 1 - model.proof.bounds.statement;
  const typical = normalise(indicatorOf(model, "debt").anchors, model.typicalFeeMonths.value);
  const worst = Math.max(...model.indicators.flatMap(({ answers }) => Object.values(answers ?? {})));
  for (const [kind, { silent, feesAreTheNorm }] of Object.entries(model.workKinds)) {
    if (silent.p10 > silent.median || silent.p90 < silent.median)
      failures.push(`The span of silence in ${kind} does not hold its value.`);
    // Where they are not the norm, answers are read in proportion to silence, if the model says so.
    if (!feesAreTheNorm) continue;
    if (silent.median * kept < typical)
      failures.push(`Silence in ${kind} ranks better than the typical disclosed fee.`);
    if (silent.median * kept < worst) failures.push(`Silence in ${kind} ranks better than an admitted practice.`);
  }
  if (model.disclosure && model.disclosure.usual < Math.max(typical, worst))
    failures.push("The usual answer of `disclosure` lies below the typical fee or an admitted practice.");
  return failures;
}

function boundFailures(model: RiskModel): string[] {
  const failures: string[] = [];
  const { bounds } = model.proof;
  for (const [index, level] of PROOF_LEVELS.entries()) {
    if (bounds[level] > PROOF_LIMITS[level])
      failures.push(`Proof of kind ${level} takes off more than the method allows.`);
    if (index > 0 && bounds[level] < bounds[PROOF_LEVELS[index - 1]!])
      failures.push(`Proof of kind ${level} is worth less than a weaker one.`);
  }
  if (!(model.bands.low < model.bands.raised && model.bands.raised < model.bands.high && model.bands.high < 100))
    failures.push("The bands are not in rising order.");
  const words = model.likelihood.from;
  if (!(words["less-likely"] < words.possible && words.possible < words.likely && words.likely < words["very-likely"]))
    failures.push("The likelihood words are not in rising order.");
  return failures;
}

/** What stands in `models/released.json` beside the id of a model: SHA-256 of its files on the day of release. */
export interface ReleasedHashes {
  readonly model: string;
  readonly cases: string;
}

/** A released file never changes: sentences where a hash is not the one of the release, or none is recorded. */
export function hashFailures(
  id: string,
  found: ReleasedHashes,
  released: Readonly<Record<string, ReleasedHashes>>,
): string[] {
  const recorded = released[id];
  if (!recorded) return [`models/released.json records no hash of ${id}.`];
  return (["model", "cases"] as const).flatMap((file) =>
    found[file] === recorded[file] ? [] : [`${file}.json of ${id} is not the file that was released.`],
  );
}

/** Everything that keeps a model from being released, as sentences. */
export function checkModel(model: RiskModel, reference: RiskReference): string[] {
  const sets = setFailures(model);
  // Without an input the engine reads by name, the other checks have nothing to look at.
  if (sets.some((failure) => failure.startsWith("The indicators lack"))) return sets;
  const correlated = inputCorrelations(model, reference)
    .filter(({ r }) => Math.abs(r) > LARGEST_CORRELATION)
    .map(({ a, b, r }) => `${a} and ${b} correlate at ${r.toFixed(2)}, above ${LARGEST_CORRELATION}.`);
  const recomputed =
    JSON.stringify(computeReferenceClasses(model, reference)) !== JSON.stringify(model.referenceClasses);
  return [
    ...weightFailures(model),
    ...model.variants.flatMap(({ id }) =>
      weightFailures(variantModel(model, id)).map((failure) => `Variant ${id}: ${failure}`),
    ),
    ...anchorFailures(model),
    ...sourceFailures(model, reference),
    ...sets,
    ...silenceFailures(model),
    ...boundFailures(model),
    ...correlated,
    ...(recomputed ? ["The reference classes in the file are not those the tables give."] : []),
  ];
}
