import type { Fraction } from "../../risk-models/types";
import { fold, HAN } from "./fold";
import { isNeutral, wordsOf, type Words } from "./stems";
import type { PhraseEntry, TextIndex } from "./tables";
import { readLabels } from "./labels";
import type { TextReading } from "./text-reading";
import { isicOfOperation, operationOf } from "./operations";

/** Below this confidence words say nothing. */
export const LEAST_CONFIDENCE: Fraction = 0.5;

/** Own judgement, checked on the held-out phrases of the tests: how often a phrase of each strength is right by itself. */
const STRENGTH_CONFIDENCE: readonly Fraction[] = [0, 0.45, 0.7, 0.85];
/** A word of several uses that is all a cell says is meant. */
const WHOLE_TEXT: Fraction = 0.6;
const LONGER_PHRASE: Fraction = 0.05;
const SEVERAL_SECTORS: Fraction = 0.8;
/** A phrase of the list from this confidence on is not compared with the labels. */
const PHRASE_DECIDES: Fraction = 0.9;
const LONGEST_PHRASE = 5;
const MOST_ITEMS = 12;

const ITEMS = /[,;/|\n\r\t、，；・•()[\]]+|\s-\s|\s–\s|\s—\s|\s\+\s/;

/** Head words that turn the name of a service into a thing: "cleaning materials", "catering equipment". */
const THINGS = new Set(
  [
    "material", "equipment", "machine", "machinery", "consumable", "tool", "accessory", "chemical", "part", "spare", "kit", "furniture", "clothe", "clothing", "device",
    "system", "apparatus", "product", "supply", "good", "item", "software", "book", "appliance", "instrument",
    "материал", "оборудован", "инвентар", "средств", "машин", "инструмент", "запчаст", "устроиств", "аппарат", "техник", "мебел", "одежд", "химикат",
  ],
); // prettier-ignore

/** Of these head words the name of a good says what they work on: "dairy equipment" is no dairy product. */
const MACHINES = new Set(
  "equipment machine machinery apparatus device software appliance instrument оборудован машин аппарат устроиств".split(
    " ",
  ),
);

/** Shapes and packings: behind the name of a good they change nothing ("MDF boards"), behind a service they name a thing. */
const FORMS = new Set(
  "set pack packet pair box case carton bag bottle roll reel sheet board panel bar tube block piece unit strip can tin jar tray bundle bale size range style model lot slice cube part top cover".split(
    " ",
  ),
);

/** Divisions of services and works, where the last word of an English phrase or the first of a Russian one decides. */
export const isService = (isic: string | null): boolean => isic !== null && (isic.startsWith("33") || isic >= "37");

/** A phrase of the list at a place among the words of a text. */
export interface Found {
  readonly entry: PhraseEntry;
  readonly from: number;
  readonly to: number;
}

/**
 * Reads free text: the product, the purpose of a payment or a sector word, in English or Russian, sector words of Chinese,
 * German, French, Spanish and Norwegian. The list of phrases comes first, then the labels of the classifications; a list of
 * several things is read from its first part that says anything.
 */
export function createTextReader(load: () => TextIndex): (text: string) => TextReading | null {
  let index: TextIndex | undefined;

  return (text) => {
    index ??= load();
    if (HAN.test(text)) {
      const han = readHan(index, fold(text));
      if (han) return han;
    }
    const whole = fold(text);
    if (whole === "") return null;
    const { stems } = wordsOf(whole);
    const key = stems.join(" ");
    const exact = Object.hasOwn(index.phrases, key) ? index.phrases[key] : undefined;
    if (exact) {
      const said = reading(exact, stems.length);
      return said && said.confidence < WHOLE_TEXT ? { ...said, confidence: WHOLE_TEXT } : said;
    }

    let first: TextReading | null = null;
    let differs = false;
    let items = 0;
    for (const part of text.split(ITEMS)) {
      const folded = fold(part);
      if (folded === "") continue;
      if ((items += 1) > MOST_ITEMS) break;
      const found = readItem(index, folded);
      if (!found) continue;
      if (!first) first = found;
      else if (found.isic !== null && first.isic !== null && found.isic.slice(0, 2) !== first.isic.slice(0, 2))
        differs = true;
    }
    if (!first && items > 1) first = readItem(index, whole);
    if (!first) return null;
    const confidence = differs ? first.confidence * SEVERAL_SECTORS : first.confidence;
    return differs ? { ...first, confidence } : first;
  };
}

/** What a phrase of the list says, so many words long; null when it only keeps weaker words from speaking. */
export function reading(entry: PhraseEntry, stems: number): TextReading | null {
  const [isic, goods, strength] = entry;
  if (isic === null && goods.length === 0) return null;
  const confidence = (STRENGTH_CONFIDENCE[strength] ?? 0) + (stems > 1 ? LONGER_PHRASE : 0);
  return { isic, goods, confidence };
}

function readItem(index: TextIndex, folded: string): TextReading | null {
  const words = wordsOf(folded);
  if (words.stems.length === 0) return null;
  const found = phrasesIn(index, words);
  const shape = shapeOf(words, folded);
  let said = readOperation(found, words, shape);
  let stopped = false;
  if (!said) {
    const best = strongest(found, words, shape);
    said = best ? reading(best.entry, best.to - best.from) : null;
    stopped = best !== null && said === null;
    if (best && said)
      said = { ...said, confidence: said.confidence * shareKnown(found, words) * headKnown(best, found, words, shape) };
  }
  if (!stopped && (said?.confidence ?? 0) < PHRASE_DECIDES) {
    const label = readLabels(
      index,
      words.stems.filter((stem) => !isNeutral(stem)),
    );
    if (label && label.confidence > (said?.confidence ?? 0)) said = label;
  }
  return said && said.confidence >= LEAST_CONFIDENCE ? said : null;
}

/** Words the list does not know make a long text less sure. */
function shareKnown(found: readonly Found[], { stems }: Words): Fraction {
  let [known, counted] = [0, 0];
  stems.forEach((stem, at) => {
    const inPhrase = found.some((one) => at >= one.from && at < one.to);
    if (inPhrase) known += 1;
    if (inPhrase || !isNeutral(stem)) counted += 1;
  });
  return 0.75 + (0.25 * known) / counted;
}

/** A single word before an unknown head noun only describes it: "railway sleepers", "golf tees". */
const MODIFIER: Fraction = 0.6;

function headKnown(one: Found, found: readonly Found[], { stems, joints }: Words, { cyrillic, end }: Shape): Fraction {
  if (cyrillic || one.to - one.from > 1 || one.to >= end || joints.has(one.to)) return 1;
  let noun = one.to;
  while (noun + 1 < end && !joints.has(noun + 1)) noun += 1;
  if (isNeutral(stems[noun]!) || (FORMS.has(stems[noun]!) && !isService(one.entry[0]))) return 1;
  return found.some(({ from, to, entry }) => entry[0] !== null && from <= noun && noun < to) ? 1 : MODIFIER;
}

interface Shape {
  readonly cyrillic: boolean;
  /** First word of the head that is not a word which goes with anything. */
  readonly start: number;
  /** One past the last such word of the head. */
  readonly end: number;
  /** The head noun: last in English, first in Russian. */
  readonly noun: number;
}

function shapeOf({ stems, head }: Words, folded: string): Shape {
  const cyrillic = folded.charCodeAt(0) >= 0x400;
  // "Cleaning services", "услуги по уборке": words that go with anything are no edge.
  let start = 0;
  while (start < stems.length - 1 && isNeutral(stems[start]!)) start += 1;
  let end = Math.max(head, start + 1);
  const noun = cyrillic ? start : end - 1;
  while (end > start + 1 && isNeutral(stems[end - 1]!)) end -= 1;
  return { cyrillic, start, end, noun };
}

const OPERATION_CONFIDENCE: Fraction = 0.75;
const BARE_OPERATION: Fraction = 0.65;

/** "Repair of lorries", "hire of tents", "ремонт насосов": an operation at the edge and a thing, or an operation alone. */
function readOperation(found: readonly Found[], words: Words, shape: Shape): TextReading | null {
  const { stems } = words;
  const isOperation = (at: number) => operationOf(stems[at]!) !== undefined;
  // A phrase of the list that holds both ("vehicle hire") knows better.
  const whole = ({ from, to }: Found) => {
    let [operations, others] = [0, 0];
    for (let at = from; at < to; at += 1) {
      if (isOperation(at)) operations += 1;
      else if (!isNeutral(stems[at]!)) others += 1;
    }
    return operations > 0 && others > 0;
  };
  if (found.some(whole)) return null;
  let at = -1;
  if (isOperation(shape.start)) at = shape.start;
  else if (!shape.cyrillic && isOperation(shape.end - 1)) at = shape.end - 1;
  if (at < 0 || stems.length === 1) return null;
  // "Construction machinery", "training equipment": a thing for the operation, not the operation.
  if (
    at === shape.start &&
    at !== shape.end - 1 &&
    !shape.cyrillic &&
    words.head > shape.start + 1 &&
    !stems.slice(at, shape.end).every((_, i) => isOperation(at + i))
  )
    return null;
  if (!shape.cyrillic && THINGS.has(stems[shape.noun]!)) return null;
  const objects = found.filter(
    ({ from, to, entry }) => entry[0] !== null && !stems.slice(from, to).some((_, i) => isOperation(from + i)),
  );
  const object = strongest(objects, words, shape);
  const isic = isicOfOperation(operationOf(stems[at]!)!, object?.entry[0] ?? null);
  if (isic === undefined) return null;
  const made = operationOf(stems[at]!) === "making";
  const confidence = (object ? OPERATION_CONFIDENCE : BARE_OPERATION) * shareKnown(found, words);
  return { isic, goods: made ? (object?.entry[1] ?? []) : [], confidence };
}

/** The phrases of the list in their order, the longest at each place, none inside another. */
export function phrasesIn(index: TextIndex, { stems }: Words): Found[] {
  const found: Found[] = [];
  for (let from = 0; from < stems.length; from += 1) {
    for (let length = Math.min(LONGEST_PHRASE, stems.length - from); length >= 1; length -= 1) {
      const key = length === 1 ? stems[from]! : stems.slice(from, from + length).join(" ");
      const entry = Object.hasOwn(index.phrases, key) ? index.phrases[key] : undefined;
      if (!entry) continue;
      found.push({ entry, from, to: from + length });
      from += length - 1;
      break;
    }
  }
  return found;
}

function strongest(
  found: readonly Found[],
  { stems, head, joints }: Words,
  { cyrillic, start, end, noun }: Shape,
): Found | null {
  const thingIsKnown = found.some(({ entry, from, to }) => entry[0] !== null && from <= noun && noun < to);
  const serviceCannot = (THINGS.has(stems[noun]!) || FORMS.has(stems[noun]!)) && !thingIsKnown;
  const goodCannot = MACHINES.has(stems[noun]!) && !thingIsKnown;
  let best: Found | null = null;
  let bestScore = 0;
  for (const one of found) {
    const [isic, goods, strength] = one.entry;
    const inHead = one.to <= Math.max(head, start + 1);
    const service = isService(isic);
    if ((serviceCannot && service) || (goodCannot && !(one.from <= noun && noun < one.to))) continue;
    let score = strength * 10 + Math.min(3, one.to - one.from) * 4 + (inHead ? 3 : 0);
    // The head noun stands last in English, first in Russian.
    const isHead = cyrillic ? one.from <= start : one.to >= end || (inHead && joints.has(one.to));
    // Of several things joined by "and" the first is the main one.
    const later = [...joints].some((joint) => joint > 0 && joint <= one.from);
    if (service && isHead && !later) score += 8;
    if (inHead && isHead) score += 6;
    if (isic === null && goods.length === 0) score -= 4;
    if (score > bestScore) {
      best = one;
      bestScore = score;
    }
  }
  return best;
}

/** The longest known phrase inside a folded text in Han. */
export function readHan(index: TextIndex, folded: string): TextReading | null {
  for (const [phrase, entry] of index.hanPhrases) if (folded.includes(phrase)) return reading(entry, 1);
  return null;
}
