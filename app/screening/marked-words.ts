/** Where the words that were compared stand in a name as it was written, and what each row of two parties says. Pure. */
import type { Because, WordMatch } from "../matching/types";

/** `same`: the other name has the word; `near`: one that stands for it; `other`: no word of the other name stands for it. */
export type WordMark = "same" | "near" | "other";

/** A piece of a name; joined in order they are the name. */
export interface Piece {
  readonly text: string;
  readonly mark: WordMark | null;
}

export interface MarkedName {
  readonly pieces: readonly Piece[];
  /** Words that were compared and do not stand in the text so: read from another script, or brought to one spelling. */
  readonly readAs: readonly { readonly word: string; readonly mark: WordMark }[];
}

type Side = "left" | "right";

/** The compared words of one side with their marks; those that match first. */
export function markedWords(because: readonly Because[], side: Side): { word: string; mark: WordMark }[] {
  const found: { word: string; mark: WordMark }[] = [];
  const add = (words: readonly string[], mark: WordMark) => {
    for (const word of words) if (word !== "") found.push({ word, mark });
  };
  const markOf = ({ how }: WordMatch): WordMark => (how === "same" || how === "sound" ? "same" : "near");
  for (const one of because)
    if (one.code === "words") for (const pair of one.words) add(pair[side].split(" "), markOf(pair));
  for (const one of because)
    if (one.code === "other-words") add(one[side], "other");
    else if ((side === "left" && one.code === "only-left") || (side === "right" && one.code === "only-right"))
      add(one.words, "other");
    else if (one.code === "numbers-same") add(one[side], "same");
    else if (one.code === "numbers-differ") add(one[side], "other");
    else if (one.code === "number-on-one-side") {
      const across = side === "left" ? one.right : one.left;
      for (const number of one[side]) add([number], across.includes(number) ? "same" : "other");
    }
  return found;
}

const WORDS = /[\p{L}\p{M}\p{N}]+/gu;
const plain = (text: string): string => text.normalize("NFD").replace(/\p{M}/gu, "").toLowerCase();
/** Letters that a written word and its compared spelling begin with alike ("textiles", "textile"). */
const LEAST_BEGINNING = 4;
const FARTHEST_END = 3;

function standsFor(written: string, compared: string): boolean {
  if (written === compared) return true;
  if (/^\d+$/.test(compared)) return written.replace(/^0+/, "") === compared;
  if (Math.abs(written.length - compared.length) > FARTHEST_END) return false;
  const common = Math.min(written.length, compared.length) - 1;
  return common >= LEAST_BEGINNING && written.slice(0, common) === compared.slice(0, common);
}

/** Marks the compared words in a name as it was written; each compared word marks one word at most. */
export function markName(name: string, because: readonly Because[], side: Side): MarkedName {
  const open = markedWords(because, side);
  const pieces: Piece[] = [];
  let end = 0;
  const push = (text: string, mark: WordMark | null) => {
    if (text !== "") pieces.push({ text, mark });
  };
  for (const { 0: text, index } of name.matchAll(WORDS)) {
    const written = plain(text);
    const exact = open.findIndex(({ word }) => word === written);
    const at = exact >= 0 ? exact : open.findIndex(({ word }) => standsFor(written, word));
    push(name.slice(end, index), null);
    push(text, at >= 0 ? open[at]!.mark : null);
    if (at >= 0) open.splice(at, 1);
    end = index + text.length;
  }
  push(name.slice(end), null);
  return { pieces, readAs: open };
}

export type RowVerdict = "agrees" | "partly" | "differs" | "notCompared";

/** What the comparison says of each kind of fact. */
export interface RowVerdicts {
  readonly name: RowVerdict;
  readonly form: RowVerdict;
  readonly country: RowVerdict;
  readonly address: RowVerdict;
  readonly ids: RowVerdict;
  readonly parent: RowVerdict;
  readonly sector: RowVerdict;
}

/** @param features of the same answer: an address can agree in part. */
export function rowVerdicts(because: readonly Because[], features: Readonly<Record<string, number>>): RowVerdicts {
  const codes = new Set(because.map(({ code }) => code));
  const has = (...some: readonly Because["code"][]) => some.some((code) => codes.has(code));
  const either = (same: Because["code"], differs: Because["code"]): RowVerdict => {
    if (has(same)) return (features[same] ?? 1) < 1 ? "partly" : "agrees";
    return has(differs) ? "differs" : "notCompared";
  };
  const isNear = because.some((one) => one.code === "words" && one.words.some(({ how }) => how !== "same"));
  const lacks = has("only-left", "only-right", "other-words", "numbers-differ", "number-on-one-side");
  const name = (): RowVerdict => {
    if (!has("words", "numbers-same")) return has("no-name") ? "notCompared" : "differs";
    return lacks || isNear ? "partly" : "agrees";
  };
  return {
    name: name(),
    form: either("form-same", "form-differs"),
    country: either("country-same", "country-differs"),
    address: either("address-same", "address-differs"),
    ids: either("id-same", "id-differs"),
    parent: either("parent-same", "parent-differs"),
    sector: either("sector-same", "sector-differs"),
  };
}
