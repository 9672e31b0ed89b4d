/**
 * Fits the weights on the training pairs and writes app/matching/weights.ts: `npx tsx tests/matching/fit.ts`. Logistic regression by
 * gradient descent with a small penalty on large weights; a weight keeps the sign it must have, so that what contradicts can only
 * lower a score. The same seed gives the same file.
 */
import { readFileSync, writeFileSync } from "node:fs";
import path from "node:path";
import { compare, type Weights } from "../../app/matching/match";
import { prepareParty } from "../../app/matching/prepared";
import { rarityOf } from "../../app/matching/rarity";
import { WEIGHTS } from "../../app/matching/weights";
import type { EvidenceCode } from "../../app/matching/types";
import { listPairs } from "./list-pairs";
import { minedPairs, trainingPairs, type LabelledPair } from "./training";

const SEED = 20260301;
const PAIRS = 14_000;
const MINED = { firms: 20_000, queries: 3000 };
const ROUNDS = 2;
const STEPS = 5000;
const PENALTY = 0.0002;

type Feature = keyof Weights;
const FEATURES = Object.keys(WEIGHTS) as Feature[];
const AGAINST: ReadonlySet<Feature> = new Set<Feature>([
  "otherWords",
  "extraWords",
  "loose",
  "numbersDiffer",
  "numberOnOneSide",
  "formDiffers",
  "placesDiffer",
  "tradesDiffer",
  "countryDiffers",
  "addressDiffers",
  "parentDiffers",
  "sectorDiffers",
]);
/** Contradictions that invented pairs cannot teach: at least so strong. */
const AT_MOST: Partial<Record<Feature, number>> = {
  numbersDiffer: -4,
  countryDiffers: -1.2,
  formDiffers: -0.3,
  placesDiffer: -0.5,
  tradesDiffer: -0.3,
  sectorDiffers: -0.1,
  parentDiffers: -0.1,
  loose: -0.8,
  numberOnOneSide: -0.5,
};

const featureOf = (code: EvidenceCode): Feature =>
  code.replace(/-(.)/g, (_, letter: string) => letter.toUpperCase()) as Feature;

function rowOf({ left, right }: LabelledPair, weights: Weights): number[] {
  const rarity = rarityOf();
  const { names, evidence } = compare(prepareParty(left, rarity), prepareParty(right, rarity), 0, weights);
  const row = FEATURES.map((feature) => (feature === "bias" ? 1 : ((names?.features as never)?.[feature] ?? 0)));
  const alike = names?.features.words ?? 0;
  for (const { code, value } of evidence) {
    const at = FEATURES.indexOf(featureOf(code));
    if (at >= 0) row[at] = value * (AGAINST.has(FEATURES[at]!) ? 1 : alike);
  }
  return row;
}

function fit(rows: readonly (readonly number[])[], labels: readonly number[], share: readonly number[]): number[] {
  const weights = FEATURES.map(() => 0);
  const [first, second] = [weights.map(() => 0), weights.map(() => 0)];
  for (let step = 1; step <= STEPS; step++) {
    const slope = weights.map((weight, at) => (at === 0 ? 0 : PENALTY * weight));
    for (let at = 0; at < rows.length; at++) {
      const row = rows[at]!;
      let sum = 0;
      for (let feature = 0; feature < row.length; feature++) sum += weights[feature]! * row[feature]!;
      const error = (1 / (1 + Math.exp(-sum)) - labels[at]!) * share[at]!;
      for (let feature = 0; feature < row.length; feature++) slope[feature]! += error * row[feature]!;
    }
    for (let at = 0; at < weights.length; at++) {
      first[at] = 0.9 * first[at]! + 0.1 * slope[at]!;
      second[at] = 0.999 * second[at]! + 0.001 * slope[at]! ** 2;
      weights[at]! -= (0.02 * (first[at]! / (1 - 0.9 ** step))) / (Math.sqrt(second[at]! / (1 - 0.999 ** step)) + 1e-8);
      const feature = FEATURES[at]!;
      if (feature === "bias") continue;
      weights[at] = AGAINST.has(feature) ? Math.min(AT_MOST[feature] ?? 0, weights[at]!) : Math.max(0, weights[at]!);
    }
  }
  return weights;
}

/** A former name or a translation that shares nothing with the name: no comparison of names can learn from it. */
function isOtherName({ left, right, same }: LabelledPair): boolean {
  if (!same) return false;
  const rarity = rarityOf();
  const features = compare(prepareParty(left, rarity), prepareParty(right, rarity)).names?.features;
  return !features || (features.words < 0.4 && features.trigrams < 0.4);
}

/** The kinds of pairs and what each counts for. */
const KINDS: readonly (readonly [pairs: readonly LabelledPair[], share: number])[] = [
  [trainingPairs(PAIRS, SEED).filter((pair) => !isOtherName(pair)), 0.4],
  [minedPairs(MINED.firms, MINED.queries, SEED), 0.3],
  [listPairs("training").filter((pair) => !isOtherName(pair)), 0.3],
];
const pairs = KINDS.flatMap(([some]) => some);
const share = KINDS.flatMap(([some, whole]) => some.map(() => whole / some.length));
// Which pair of spellings is best depends on the weights, so the first round begins with the share of matching words alone.
let weights = Object.fromEntries(
  FEATURES.map((feature) => [feature, feature === "words" ? 3 : feature === "otherWords" ? -2 : 0]),
) as Weights;
for (let round = 0; round < ROUNDS; round++) {
  const rows = pairs.map((pair) => rowOf(pair, weights));
  const fitted = fit(
    rows,
    pairs.map(({ same }) => (same ? 1 : 0)),
    share,
  );
  weights = Object.fromEntries(
    FEATURES.map((feature, at) => [feature, Math.round(fitted[at]! * 100) / 100]),
  ) as Weights;
  console.log(`round ${round + 1}:`, JSON.stringify(weights));
}
const file = path.resolve(import.meta.dirname, "../../app/matching/weights.ts");
const lines = FEATURES.map((feature) => `  ${feature}: ${weights[feature]},`).join("\n");
writeFileSync(file, readFileSync(file, "utf8").replace(/WEIGHTS = \{[^}]*\}/, `WEIGHTS = {\n${lines}\n}`));
