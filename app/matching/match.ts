/** Two parties to a probability that they are one firm, with what made it. */
import {
  classNames,
  compareNames,
  leftOver,
  wordMatches,
  type NameComparison,
  type NameFeatures,
} from "./compare-names";
import { evidenceOf, type Evidence } from "./evidence";
import { prepareParty, type PreparedParty } from "./prepared";
import { rarityOf, type Rarity } from "./rarity";
import type { Because, EvidenceCode, MatchAnswer, Party } from "./types";
import { WEIGHTS } from "./weights";

/** Log-odds by feature. */
export type Weights = Readonly<Record<keyof typeof WEIGHTS, number>>;

/** An equal number that is given to one firm only: the log-odds start here, whatever the names. Set, not fitted. */
const SAME_ID = 6;
/** Two different numbers of one kind. Set, not fitted: training pairs with numbers would be made up. */
const OTHER_ID = -4;
const FARTHEST = 13;

const NAME_FEATURES = [
  "words",
  "trigrams",
  "rare",
  "otherWords",
  "extraWords",
  "loose",
  "numbersSame",
  "numbersDiffer",
  "numberOnOneSide",
  "formDiffers",
  "placesDiffer",
  "tradesDiffer",
] as const satisfies readonly (keyof NameFeatures)[];

const FEATURE_OF: Readonly<Record<Exclude<EvidenceCode, "id-same" | "id-differs">, keyof Weights>> = {
  "country-same": "countrySame",
  "country-differs": "countryDiffers",
  "address-same": "addressSame",
  "address-differs": "addressDiffers",
  "parent-same": "parentSame",
  "parent-differs": "parentDiffers",
  "sector-same": "sectorSame",
  "sector-differs": "sectorDiffers",
};

const MOST_SUPPORT = WEIGHTS.countrySame + WEIGHTS.addressSame + WEIGHTS.parentSame + WEIGHTS.sectorSame;

/** The best pair of spellings and everything else, before any words are made of it. */
export interface Comparison {
  readonly score: number;
  readonly names: NameComparison | null;
  readonly evidence: readonly Evidence[];
}

const nameOdds = (features: NameFeatures, weights: Weights): number => {
  // Written out: a loop over names of features took a fifth of the time of a comparison.
  return (
    weights.bias +
    weights.words * features.words +
    weights.trigrams * features.trigrams +
    weights.rare * features.rare +
    weights.otherWords * features.otherWords +
    weights.extraWords * features.extraWords +
    weights.loose * features.loose +
    weights.numbersSame * features.numbersSame +
    weights.numbersDiffer * features.numbersDiffer +
    weights.numberOnOneSide * features.numberOnOneSide +
    weights.formDiffers * features.formDiffers +
    weights.placesDiffer * features.placesDiffer +
    weights.tradesDiffer * features.tradesDiffer
  );
};

/**
 * Compares prepared parties. Symmetric.
 * @param least where even all evidence for could not lift the names to this score, evidence is not looked at.
 * @param weights for fitting.
 */
export function compare(left: PreparedParty, right: PreparedParty, least = 0, weights: Weights = WEIGHTS): Comparison {
  let names: NameComparison | null = null;
  let best = -Infinity;
  for (const one of left.names)
    for (const other of right.names) {
      const found = compareNames(one, other);
      const odds = nameOdds(found.features, weights);
      if (odds <= best) continue;
      [names, best] = [found, odds];
    }
  const most = names ? best + names.features.words * MOST_SUPPORT : weights.bias;
  const hopeless = least > 0 && most < Math.log(least / (1 - least)) && (left.ids.size === 0 || right.ids.size === 0);
  const evidence = hopeless ? [] : evidenceOf(left, right);
  return { score: probability(names, best, evidence, weights), names, evidence };
}

function probability(
  names: NameComparison | null,
  odds: number,
  evidence: readonly Evidence[],
  weights: Weights,
): number {
  const alike = names?.features.words ?? 0;
  let sum = names ? odds : weights.bias;
  let sameId = false;
  for (const one of evidence) {
    sum += effectOf(one, alike, weights);
    sameId ||= one.code === "id-same";
  }
  if (sameId) sum = Math.max(sum, SAME_ID + Math.max(-3, Math.min(3, sum)) / 2);
  const bounded = Math.max(-FARTHEST, Math.min(FARTHEST, sum));
  return Math.round(1e7 / (1 + Math.exp(-bounded))) / 1e7;
}

function effectOf({ code, value }: Evidence, alike: number, weights: Weights): number {
  if (code === "id-same") return 0;
  if (code === "id-differs") return OTHER_ID;
  const weight = weights[FEATURE_OF[code]];
  return weight * value * (weight > 0 ? alike : 1);
}

const NO_COUNTS = rarityOf();

/**
 * The answer for two parties as written. Any text is answered.
 * @param rarity counts of the words in the names at hand; without it the built-in table alone.
 */
export function match(left: Party, right: Party, rarity: Rarity = NO_COUNTS): MatchAnswer {
  return explain(compare(prepareParty(left, rarity), prepareParty(right, rarity)), left, right);
}

/** A comparison in full: features and reasons by strength. */
export function explain({ score, names, evidence }: Comparison, left: Party, right: Party): MatchAnswer {
  const alike = names?.features.words ?? 0;
  const features: Record<string, number> = {};
  for (const name of NAME_FEATURES) features[name] = rounded(names?.features[name] ?? 0);
  for (const { code, value } of evidence) features[code] = rounded(value);
  const because: Because[] = names
    ? nameReasons(names)
    : [{ code: "no-name", left: left.name.slice(0, 80), right: right.name.slice(0, 80), effect: 0 }];
  for (const one of evidence)
    because.push({
      code: one.code,
      left: one.left,
      right: one.right,
      effect: rounded(one.code === "id-same" ? SAME_ID : effectOf(one, alike, WEIGHTS)),
    });
  because.sort((a, b) => Math.abs(b.effect) - Math.abs(a.effect));
  return {
    score,
    features,
    compared: [names?.left.name.original ?? left.name, names?.right.name.original ?? right.name],
    because,
  };
}

const rounded = (value: number): number => Math.round(value * 1000) / 1000;

function nameReasons(names: NameComparison): Because[] {
  const { features, left, right } = names;
  const effect = (...of: readonly (keyof NameFeatures)[]) =>
    rounded(of.reduce((sum, name) => sum + WEIGHTS[name] * features[name], 0));
  const found: Because[] = [];
  const matches = wordMatches(names);
  if (matches.length > 0)
    found.push({
      code: "words",
      words: matches,
      effect: effect("words", "trigrams", "rare", "loose"),
    });
  const over = leftOver(names);
  if (over.left.length > 0 && over.right.length > 0)
    found.push({ code: "other-words", ...over, effect: effect("otherWords", "extraWords") });
  else if (over.left.length > 0) found.push({ code: "only-left", words: over.left, effect: effect("extraWords") });
  else if (over.right.length > 0) found.push({ code: "only-right", words: over.right, effect: effect("extraWords") });
  const numbers = { left: left.name.numbers, right: right.name.numbers };
  if (features.numbersDiffer > 0) found.push({ code: "numbers-differ", ...numbers, effect: effect("numbersDiffer") });
  if (features.numbersSame > 0) found.push({ code: "numbers-same", ...numbers, effect: effect("numbersSame") });
  if (features.numberOnOneSide > 0)
    found.push({ code: "number-on-one-side", ...numbers, effect: effect("numberOnOneSide") });
  const forms = { left: classNames(left.name.formClasses), right: classNames(right.name.formClasses) };
  if (features.formDiffers > 0) found.push({ code: "form-differs", ...forms, effect: effect("formDiffers") });
  else if (left.name.formClasses !== 0 && left.name.formClasses === right.name.formClasses)
    found.push({ code: "form-same", ...forms, effect: 0 });
  if (features.tradesDiffer > 0) found.push({ code: "trades-differ", ...over, effect: effect("tradesDiffer") });
  if (features.placesDiffer > 0)
    found.push({ code: "places-differ", left: left.places, right: right.places, effect: effect("placesDiffer") });
  return found;
}
