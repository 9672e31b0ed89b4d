/** Two prepared names word by word: which words stand for each other, what is left over, and the features that come of it. */
import type { PreparedName } from "./prepared";
import { cosine, edits, nearness, type Word } from "./similarity";
import { LEGAL_CLASSES, type LegalClass } from "./legal-forms";
import type { WordMatch } from "./types";

/** A word of each side (or several that are written as one), by their place. */
interface Pair {
  readonly from: number;
  readonly fromEnd: number;
  readonly to: number;
  readonly toEnd: number;
  readonly near: number;
  readonly how: WordMatch["how"];
}

/** What two names say; every figure 0 to 1. */
export interface NameFeatures {
  /** Twice what is matched by what both have, words weighed by rarity. */
  readonly words: number;
  readonly trigrams: number;
  /** How rare what matches is: .57 for one word of one name in 50,000, .81 for two; never 1. */
  readonly rare: number;
  /** Rare words left over on both sides: they are other firms' names. */
  readonly otherWords: number;
  /** Words left over on one side more than on the other. */
  readonly extraWords: number;
  /** Share of the match that rests on initials, consonants and beginnings alone. */
  readonly loose: number;
  readonly numbersSame: number;
  readonly numbersDiffer: number;
  readonly numberOnOneSide: number;
  readonly formDiffers: number;
  readonly placesDiffer: number;
  /** Either side names a trade that the other does not. */
  readonly tradesDiffer: number;
}

export interface NameComparison {
  readonly features: NameFeatures;
  readonly left: PreparedName;
  readonly right: PreparedName;
  readonly pairs: readonly Pair[];
}

const LEAST_NEAR = 0.6;
const LOOSE: ReadonlySet<string> = new Set(["consonants", "part", "initials"]);

/** Symmetric: sides only decide which is called left. */
export function compareNames(left: PreparedName, right: PreparedName): NameComparison {
  const turned = left.name.joined > right.name.joined;
  const [a, b] = turned ? [right, left] : [left, right];
  const pairs = pairsOf(a, b);
  const features = featuresOf(a, b, pairs);
  if (!turned) return { features, left, right, pairs };
  const back = pairs.map((pair): Pair => ({
    ...pair,
    from: pair.to,
    fromEnd: pair.toEnd,
    to: pair.from,
    toEnd: pair.fromEnd,
  }));
  return { features, left, right, pairs: back };
}

function pairsOf(a: PreparedName, b: PreparedName): Pair[] {
  const found: Pair[] = [];
  for (let i = 0; i < a.words.length; i++)
    for (let j = 0; j < b.words.length; j++) {
      const { near, how } = nearness(a.words[i]!, b.words[j]!);
      if (near >= LEAST_NEAR) found.push({ from: i, fromEnd: i + 1, to: j, toEnd: j + 1, near, how });
    }
  if (found.length > 1)
    found.sort(
      (x, y) => y.near - x.near || a.words[y.from]!.weight - a.words[x.from]!.weight || x.from - y.from || x.to - y.to,
    );
  const usedA = a.words.map(() => false);
  const usedB = b.words.map(() => false);
  const pairs: Pair[] = [];
  const take = (pair: Pair) => {
    pairs.push(pair);
    for (let at = pair.from; at < pair.fromEnd; at++) usedA[at] = true;
    for (let at = pair.to; at < pair.toEnd; at++) usedB[at] = true;
  };
  // What sounds the same first, then words written together, then what is only near.
  for (const pair of found) if (pair.near > 0.9 && !usedA[pair.from] && !usedB[pair.to]) take(pair);
  joinedWords(a.words, usedA, b.words, usedB, (from, fromEnd, to, near) =>
    take({ from, fromEnd, to, toEnd: to + 1, near, how: "joined" }),
  );
  joinedWords(b.words, usedB, a.words, usedA, (to, toEnd, from, near) =>
    take({ from, fromEnd: from + 1, to, toEnd, near, how: "joined" }),
  );
  for (const pair of found) if (!usedA[pair.from] && !usedB[pair.to]) take(pair);
  byInitials(a, usedA, b, usedB, (from, to, toEnd) =>
    take({ from, fromEnd: from + 1, to, toEnd, near: initialsNear(toEnd - to, a, usedB), how: "initials" }),
  );
  byInitials(b, usedB, a, usedA, (to, from, fromEnd) =>
    take({ from, fromEnd, to, toEnd: to + 1, near: initialsNear(fromEnd - from, b, usedA), how: "initials" }),
  );
  return pairs;
}

/** Four initials are less of a chance than three; three are sure only where they are the whole of one name and of the other. */
const initialsNear = (count: number, short: PreparedName, used: readonly boolean[]): number => {
  if (count > 3) return 0.95;
  return short.words.length === 1 && used.filter((one) => !one).length === count ? SURE_INITIALS : 0.8;
};
const SURE_INITIALS = 0.85;

/** Two or three free words in a row that are written as one on the other side. */
function joinedWords(
  many: readonly Word[],
  usedMany: readonly boolean[],
  one: readonly Word[],
  usedOne: readonly boolean[],
  take: (from: number, fromEnd: number, to: number, near: number) => void,
): void {
  for (let to = 0; to < one.length; to++) {
    const { written } = one[to]!;
    if (usedOne[to] || written.length < 4) continue;
    for (let from = 0; from + 1 < many.length; from++) {
      if (usedMany[from] || many[from]!.written.charCodeAt(0) !== written.charCodeAt(0)) continue;
      let length = many[from]!.written.length;
      let end = from + 1;
      while (end < many.length && !usedMany[end] && length < written.length - 1) length += many[end++]!.written.length;
      if (end - from < 2 || Math.abs(length - written.length) > 1) continue;
      let text = "";
      for (let at = from; at < end; at++) text += many[at]!.written;
      const count = edits(written, text, 1);
      if (count > (text.length > 6 ? 1 : 0)) continue;
      take(from, end, to, count === 0 ? 0.97 : 0.88);
      break;
    }
  }
}

/** A short free word that is made of the first letters of free words in a row on the other side. */
function byInitials(
  short: PreparedName,
  usedShort: readonly boolean[],
  long: PreparedName,
  usedLong: readonly boolean[],
  take: (at: number, from: number, end: number) => void,
): void {
  const { initials } = long.name;
  if (initials.length < 3) return;
  for (let at = 0; at < short.words.length; at++) {
    const { text } = short.words[at]!;
    if (usedShort[at] || text.length < 3 || text.length > 7) continue;
    const from = initials.indexOf(text);
    if (from < 0) continue;
    let free = true;
    for (let one = from; one < from + text.length; one++) free &&= !usedLong[one];
    if (free) take(at, from, from + text.length);
  }
}

function featuresOf(a: PreparedName, b: PreparedName, pairs: readonly Pair[]): NameFeatures {
  let [matched, loose, openA, openB, rare] = [0, 0, a.weight, b.weight, 0];
  for (const { from, fromEnd, to, toEnd, near, how } of pairs) {
    let [own, other, rarestOwn, rarestOther] = [0, 0, 0, 0];
    for (let at = from; at < fromEnd; at++) {
      const { weight } = a.words[at]!;
      own += weight;
      rarestOwn = Math.max(rarestOwn, weight);
    }
    for (let at = to; at < toEnd; at++) {
      const { weight } = b.words[at]!;
      other += weight;
      rarestOther = Math.max(rarestOther, weight);
    }
    matched += near * (own + other);
    if (LOOSE.has(how) && !(how === "initials" && near >= SURE_INITIALS)) loose += near * (own + other);
    openA -= own;
    openB -= other;
    rare += near * Math.min(rarestOwn, rarestOther);
  }
  const whole = a.weight + b.weight;
  const sameText = a.name.joined === b.name.joined && a.name.joined !== "";
  const words = whole === 0 ? 0 : sameText ? 1 : Math.min(1, matched / whole);
  const [left, right] = sameText ? [0, 0] : [Math.max(0, openA), Math.max(0, openB)];
  const numbers = numbersOf(a.name.numbers, b.name.numbers);
  const [formsA, formsB] = [a.name.formClasses, b.name.formClasses];
  const noWords = whole === 0 && numbers.same === 1;
  return {
    words: noWords ? 0.8 : words,
    trigrams: cosine(a.name.trigrams, b.name.trigrams),
    rare: 1 - Math.exp(-rare / 1.2),
    otherWords: Math.min(1, Math.min(left, right)),
    extraWords: whole === 0 ? 0 : Math.abs(left - right) / Math.max(a.weight, b.weight),
    loose: matched === 0 ? 0 : loose / matched,
    numbersSame: numbers.same,
    numbersDiffer: numbers.differ,
    numberOnOneSide: numbers.oneSided,
    formDiffers: formsA !== 0 && formsB !== 0 && !formsAgree(formsA, formsB) ? 1 : 0,
    placesDiffer: placesDiffer(a, b) ? 1 : 0,
    tradesDiffer: !sameText && tradesDiffer(a, b, pairs) ? 1 : 0,
  };
}

const bit = (legalClass: LegalClass): number => 1 << LEGAL_CLASSES.indexOf(legalClass);
const COMPANY = bit("company");
const CORPORATION = bit("corporation");
const OF_FIRMS = COMPANY | CORPORATION | bit("limited") | bit("shares");

/** "Co." goes with every form of a firm, "Inc." with limited and listed ones. */
const formsAgree = (a: number, b: number): boolean =>
  (a & b) !== 0 || (((a | b) & (COMPANY | CORPORATION)) !== 0 && (a & OF_FIRMS) !== 0 && (b & OF_FIRMS) !== 0);

export const classNames = (bits: number): LegalClass[] => LEGAL_CLASSES.filter((_, at) => (bits & (1 << at)) !== 0);

/** A number that a name says twice is one number. */
const distinct = (numbers: readonly string[]): readonly string[] =>
  numbers.length < 2 ? numbers : [...new Set(numbers)];

function numbersOf(allOfA: readonly string[], allOfB: readonly string[]) {
  if (allOfA.length === 0 && allOfB.length === 0) return { same: 0, differ: 0, oneSided: 0 };
  if (allOfA.length === 0 || allOfB.length === 0) return { same: 0, differ: 0, oneSided: 1 };
  const [a, b] = [distinct(allOfA), distinct(allOfB)];
  const common = a.filter((one) => b.includes(one)).length;
  if (common === Math.max(a.length, b.length)) return { same: 1, differ: 0, oneSided: 0 };
  return common === Math.min(a.length, b.length)
    ? { same: 0.5, differ: 0, oneSided: 0.5 }
    : { same: 0, differ: 1, oneSided: 0 };
}

/** Each side names a place that the other does not. */
function placesDiffer(a: PreparedName, b: PreparedName): boolean {
  if (a.places.length === 0 || b.places.length === 0) return false;
  const missing = (of: PreparedName, from: PreparedName) =>
    of.places.some((place) => !from.name.words.includes(place) && !from.name.joined.includes(place));
  return missing(a, b) && missing(b, a);
}

function tradesDiffer(a: PreparedName, b: PreparedName, pairs: readonly Pair[]): boolean {
  return openTrade(a.words, pairs, true) && openTrade(b.words, pairs, false);
}

function openTrade(words: readonly Word[], pairs: readonly Pair[], left: boolean): boolean {
  next: for (let at = 0; at < words.length; at++) {
    if (!words[at]!.isTrade) continue;
    for (const pair of pairs)
      if (left ? at >= pair.from && at < pair.fromEnd : at >= pair.to && at < pair.toEnd) continue next;
    return true;
  }
  return false;
}

/** The pairs of words in writing, with the share of both names each accounts for. */
export function wordMatches({ left, right, pairs }: NameComparison): WordMatch[] {
  const whole = left.weight + right.weight;
  const texts = (name: PreparedName, from: number, end: number) =>
    name.words
      .slice(from, end)
      .map(({ text }) => text)
      .join(" ");
  const weights = (name: PreparedName, from: number, end: number) =>
    name.words.slice(from, end).reduce((sum, { weight }) => sum + weight, 0);
  return pairs.map(({ from, fromEnd, to, toEnd, how, near }) => ({
    left: texts(left, from, fromEnd),
    right: texts(right, to, toEnd),
    how,
    share: Math.round((near * (weights(left, from, fromEnd) + weights(right, to, toEnd)) * 1000) / whole) / 1000,
  }));
}

/** Words of either side that no word of the other stands for. */
export function leftOver({ left, right, pairs }: NameComparison): {
  readonly left: string[];
  readonly right: string[];
} {
  return {
    left: left.name.words.filter((_, at) => !pairs.some(({ from, fromEnd }) => at >= from && at < fromEnd)),
    right: right.name.words.filter((_, at) => !pairs.some(({ to, toEnd }) => at >= to && at < toEnd)),
  };
}
