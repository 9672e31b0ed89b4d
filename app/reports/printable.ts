/**
 * Makes any text printable: what has no glyph is written as [U+XXXX] and remembered, what would hide or turn other text
 * is taken out. A report is never stopped by a name.
 */

import { runsRightToLeft } from "./scripts";

/** The characters one font has. */
export interface FontCoverage {
  has(codePoint: number): boolean;
}

/** Marks of no script of their own that may stand on one letter; more would be painted over the lines above and below. */
const MOST_MARKS = 2;
const MARK = /^\p{M}$/u;
const LOOSE_MARK = /^\p{Script=Inherited}$/u;
/** Marks of one letter in all: no writing system needs more. */
const MOST_MARKS_IN_ALL = 8;
/** A longer one that has no syllables may be broken at its signs, and after every eighth letter, so that it stays in its column. */
const LONGEST_WORD = 24;
const PIECE = 8;
const BREAK = "\u200b";
/** Signs of addresses and ids, after which a reader looks for more. */
const SIGN = /^[/?&=_.:@%#~+]$/u;
/** What a word of syllables has none of, as `words.typ` has it: a letter of another script, a number, a sign of an address or id. */
const NO_WORD = /(?![\p{Script=Latin}\p{Script=Cyrillic}\p{Script=Greek}])\p{L}|[\p{N}/_@=&?]|\.\p{L}/u;
/** Nor so long without a vowel, or of one letter: the layout finds no syllable in it at which to break it with a hyphen. */
const NO_SYLLABLE = /[^aeiouyäöüåæøœáàâãéèêëíìîïóòôõúùûýıőűąęаеёиоуыэюяієїαεηιουωάέήίόύώ]{10}|(.)\1{4}/iu;
/** Written without spaces: such text finds its own places to break. */
const BREAKS_ANYWHERE = /^[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}\p{Script=Thai}]/u;

/** Joiners shape letters and are never painted themselves. */
const isJoiner = (codePoint: number) => codePoint === 0x200c || codePoint === 0x200d;
/** Marks of direction, isolates, soft hyphens, tags, variation selectors: invisible, and able to hide or turn what is seen. */
const INVISIBLE = /^[\p{Cf}\p{Default_Ignorable_Code_Point}]$/u;
const CONTROL = /^[\p{Cc}\p{Zl}\p{Zp}]$/u;
/** Not characters that a file may hold: private use, unassigned, halves of pairs. */
const NO_CHARACTER = /^[\p{Co}\p{Cn}\p{Cs}]$/u;

const clusters = new Intl.Segmenter("und", { granularity: "grapheme" });

/** How a character without a glyph is written: [U+1F600]. */
export const named = (codePoint: number) => `[U+${codePoint.toString(16).toUpperCase().padStart(4, "0")}]`;

export interface Printed {
  readonly text: string;
  /** Code points that no font has. */
  readonly missing: readonly number[];
}

/**
 * `text` as it can be printed with these fonts, the first of which is looked at first. A letter and its marks must all
 * stand in one font, since they are painted as one.
 */
export function printable(text: string, fonts: readonly FontCoverage[]): Printed {
  if (isPlain(text) && !hasLongWord(text)) return { text, missing: [] };
  const missing: number[] = [];
  let printed = "";
  let word: string[] = [];
  const endWord = () => {
    printed += word.length <= LONGEST_WORD ? word.join("") : broken(word);
    word = [];
  };
  for (const { segment } of clusters.segment(text.normalize("NFC"))) {
    const found = printCluster(segment, fonts, missing);
    if (ENDS_WORD.test(found) || BREAKS_ANYWHERE.test(found)) {
      endWord();
      printed += found;
    } else if (found !== "") word.push(found);
  }
  endWord();
  printed = thaiBroken(printed);
  return { text: fonts.some((font) => font.has(LEFT_TO_RIGHT)) ? withItsWay(printed) : printed, missing };
}

/** An invisible letter that runs from left to right. */
const LEFT_TO_RIGHT = 0x200e;
const FROM_RIGHT = "[\\p{Script=Arabic}\\p{Script=Hebrew}\\p{Script=Syriac}\\p{Script=Thaana}\\p{Script=Nko}]\\p{M}*";
const RUN_FROM_RIGHT = new RegExp(`${FROM_RIGHT}(?:[\\s\\p{P}\\p{N}]*${FROM_RIGHT})*[)\\]»”]?`, "gu");

/** In a text from left to right what stands after a name from right to left goes on from left to right: a comma, a day. */
const withItsWay = (text: string): string =>
  runsRightToLeft(text) ? text : text.replace(RUN_FROM_RIGHT, (run) => run + String.fromCodePoint(LEFT_TO_RIGHT));

const ENDS_WORD = /^[\s-]/u;

/** A hash stays whole, so that it can be copied; in brackets too. */
const HASH = /^\P{L}?[0-9a-f]{64}\P{L}?$/u;

function broken(word: readonly string[]): string {
  const whole = word.join("");
  if (HASH.test(whole) || (!NO_WORD.test(whole) && !NO_SYLLABLE.test(whole))) return whole;
  let sinceBreak = 0;
  return word
    .map((letter, at) => {
      const mayBreak = at > 0 && (sinceBreak === PIECE || (SIGN.test(word[at - 1]!) && !SIGN.test(letter) && sinceBreak > 2)); // prettier-ignore
      sinceBreak = mayBreak ? 1 : sinceBreak + 1;
      return mayBreak ? BREAK + letter : letter;
    })
    .join("");
}

const THAI = /\p{Script=Thai}+/gu;
const thaiWords = new Intl.Segmenter("th", { granularity: "word" });

/** Thai is written without spaces and broken between words alone, which takes a dictionary; what is in none, as a long word. */
const thaiBroken = (text: string): string =>
  text.replace(THAI, (run) =>
    [...thaiWords.segment(run)]
      .flatMap(({ segment }) => {
        const word = [...clusters.segment(segment)].map((one) => one.segment);
        return word.length > LONGEST_WORD ? broken(word) : segment;
      })
      .join(BREAK),
  );

/** One letter with its marks. */
function printCluster(cluster: string, fonts: readonly FontCoverage[], missing: number[]): string {
  const wanted: number[] = [];
  let [marks, looseMarks] = [0, 0];
  for (const character of cluster) {
    const codePoint = character.codePointAt(0)!;
    if (CONTROL.test(character)) {
      if (wanted.at(-1) !== 0x20) wanted.push(0x20);
    } else if (isJoiner(codePoint) || !INVISIBLE.test(character)) {
      if (MARK.test(character) && ++marks > MOST_MARKS_IN_ALL) continue;
      if (LOOSE_MARK.test(character) && ++looseMarks > MOST_MARKS) continue;
      wanted.push(codePoint);
    }
  }
  const painted = wanted.filter((codePoint) => !isJoiner(codePoint));
  if (painted.length === 0) return "";
  const allIn = (font: FontCoverage) => painted.every((codePoint) => isCharacter(codePoint) && font.has(codePoint));
  if (fonts.some(allIn)) return String.fromCodePoint(...wanted);
  // The font of the letter prints what it has; the rest is named.
  const font = fonts.find((one) => isCharacter(painted[0]!) && one.has(painted[0]!));
  return painted
    .map((codePoint) => {
      if (font && isCharacter(codePoint) && font.has(codePoint)) return String.fromCodePoint(codePoint);
      missing.push(codePoint);
      return named(codePoint);
    })
    .join("");
}

const isCharacter = (codePoint: number) => !NO_CHARACTER.test(String.fromCodePoint(codePoint));

/** Printable ASCII, Latin-1 and Cyrillic letters without marks: every font for Latin has them. */
const isPlain = (text: string) =>
  /^[\x20-\x7e\xa0-\xac\xae-\xff\u0400-\u045f\u2013\u2014\u2018-\u201d\u2026]*$/u.test(text);
const hasLongWord = (text: string) => text.split(/[\s-]/u).some((word) => word.length > LONGEST_WORD);

/** A text cut after `length` characters, at a letter's end; null when it is not longer. */
export function cut(text: string, length: number): string | null {
  if (text.length <= length) return null;
  let kept = "";
  for (const { segment } of clusters.segment(text.slice(0, length * 2))) {
    if (kept.length + segment.length > length) break;
    kept += segment;
  }
  return kept;
}
