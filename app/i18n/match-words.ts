/** What a match or a listing says, as sentences in the reader's language. Pure: the translator and the format are arguments. */
import type { TFunction } from "i18next";
import type { LegalClass } from "../matching/legal-forms";
import type { Because, WordMatch } from "../matching/types";
import type { EffectIn } from "../screening/types";
import type { Format } from "./format";
import { divisionKey } from "./keys";
import {
  becauseText,
  effectKey,
  idKindKey,
  jurisdictionKey,
  legalFormKey,
  pairKey,
  type Beside,
  type Spoken,
} from "./match-keys";

const LIST = ", ";

/** A number with its kind, from `lei 5299…` as the engine writes it. */
function numberText(t: TFunction, kindAndNumber: string): string {
  const [kind = "", ...rest] = kindAndNumber.split(" ");
  return idText(t, kind, rest.join(" "));
}

/** A number with the name of its kind; a kind without one stands as it is. */
export function idText(t: TFunction, kind: string, number: string): string {
  const key = idKindKey(kind.toLowerCase());
  return key ? t(key, { number }) : `${kind} ${number}`.trim();
}

/** An estimate between 0 and 1 as a percentage: never none and never sure, for an estimate has neither. */
export function likenessText(format: Pick<Format, "percent">, score: number): string {
  const kept = Math.min(0.99, Math.max(0.01, score));
  return `${score < kept ? "<" : score > kept ? ">" : ""}${format.percent(kept)}`;
}

/** The division of an ISIC code by its short name; other text as it stands. */
export function tradeText(t: TFunction, code: string): string {
  const key = divisionKey(code.slice(0, 2));
  return key ? t(key) : code;
}

const pairText = (t: TFunction, { left, right, how }: WordMatch): string => t(pairKey[how], { left, right });

function say(t: TFunction, format: Format, are: Exclude<Spoken["are"], "pairs">, words: readonly string[]): string {
  const one = (word: string): string => {
    if (are === "country") return format.country(word);
    if (are === "form") return t(legalFormKey[word as LegalClass]);
    if (are === "id") return numberText(t, word);
    return are === "sector" ? tradeText(t, word) : word;
  };
  return [...new Set(words.map(one))].join(LIST);
}

/** A reason as a sentence. */
export function becauseSentence(t: TFunction, format: Format, because: Because, beside: Beside = "listed"): string {
  const { key, spoken } = becauseText(because, beside);
  if (spoken.are === "pairs") {
    const words = spoken.pairs.map((pair) => pairText(t, pair)).join(LIST);
    return t(key, { left: words, right: words, words });
  }
  const [left, right] = [say(t, format, spoken.are, spoken.left), say(t, format, spoken.are, spoken.right)];
  return t(key, { left, right, words: left });
}

/** What a listing does where it was made, as a sentence. */
export function effectSentence(t: TFunction, format: Format, { jurisdiction, effect }: EffectIn): string {
  const key = jurisdictionKey(jurisdiction);
  return t(effectKey[effect], { where: key ? t(key) : format.country(jurisdiction) });
}
