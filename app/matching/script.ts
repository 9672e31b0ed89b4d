/** From any script to words in small ASCII letters; company words of other scripts by their English word. */
import anyAscii from "any-ascii";
import { HAN_WORDS, KANA_WORDS } from "./glossary/han";
import { HANGUL_WORDS } from "./glossary/hangul";
import { ARABIC_WORDS, CYRILLIC_STEMS, THAI_WORDS } from "./glossary/other-scripts";

/** A word, or a legal form's class that a script names outright ("有限公司"). */
export interface Token {
  readonly text: string;
  /** Name of the legal class; null for a word. */
  readonly form: string | null;
  readonly byConsonants: boolean;
}

/** Characters of a name that are read; what is longer is no name. */
export const LONGEST_NAME = 300;

type Glossary = ReadonlyMap<string, string>;

function glossaryOf(...tables: readonly string[]): Glossary {
  const words = new Map<string, string>();
  for (const table of tables)
    for (const line of table.trim().split("\n")) {
      const [spellings = "", value = ""] = line.split("=");
      for (const spelling of spellings.split(",")) words.set(spelling.normalize("NFKC"), value);
    }
  return words;
}

const HAN = glossaryOf(HAN_WORDS, KANA_WORDS);
const HANGUL = glossaryOf(HANGUL_WORDS);
const CYRILLIC = glossaryOf(CYRILLIC_STEMS);
const ARABIC = glossaryOf(ARABIC_WORDS);
const THAI = glossaryOf(THAI_WORDS);
const LONGEST_ENTRY = 12;

/** How Chinese company words and places are written in Latin letters, with the English word: "fangzhi" is "textile". */
export function latinReadings(): Map<string, string> {
  const found = new Map<string, string>();
  for (const [word, value] of HAN)
    if (word.length > 1 && value !== "" && !value.startsWith("#") && !value.includes(" ") && isHan(word.charCodeAt(0)))
      found.set(anyAscii(word).toLowerCase(), value);
  return found;
}

const isHan = (code: number): boolean => (code >= 0x4e00 && code <= 0x9fff) || (code >= 0x3400 && code <= 0x4dbf);
const isKana = (code: number): boolean => (code >= 0x3040 && code <= 0x30ff) || code === 0x3005;
const isHangul = (code: number): boolean => code >= 0xac00 && code <= 0xd7af;
const isThai = (code: number): boolean => code >= 0x0e00 && code <= 0x0e7f;
const isCyrillic = (code: number): boolean => code >= 0x0400 && code <= 0x052f;
const isArabic = (code: number): boolean =>
  (code >= 0x0600 && code <= 0x06ff) || (code >= 0x0750 && code <= 0x077f) || (code >= 0xfb50 && code <= 0xfeff);
const isHebrew = (code: number): boolean => code >= 0x0590 && code <= 0x05ff;

const enum Script {
  Other,
  Han,
  Hangul,
  Thai,
  Cyrillic,
  Arabic,
  Hebrew,
}

function scriptOf(code: number): Script {
  if (code < 0x400) return Script.Other;
  if (isHan(code) || isKana(code)) return Script.Han;
  if (isHangul(code)) return Script.Hangul;
  if (isThai(code)) return Script.Thai;
  if (isCyrillic(code)) return Script.Cyrillic;
  if (isArabic(code)) return Script.Arabic;
  return isHebrew(code) ? Script.Hebrew : Script.Other;
}

/** Marks that cannot be seen (direction, joiners, controls) and pictures; neither is part of a name. */
const UNSEEN = /[\p{Cf}\p{Cc}\p{Co}\p{Cs}\p{Extended_Pictographic}\u{fe00}-\u{fe0f}]/gu;

/** NFKC, without unseen marks and pictures, white space folded, at most `LONGEST_NAME` characters. */
export function cleaned(text: string): string {
  const short = text.length > LONGEST_NAME ? text.slice(0, LONGEST_NAME) : text;
  if (isAscii(short)) return short.trim();
  return short
    .normalize("NFKC")
    .replace(UNSEEN, (mark) => (mark === "\t" || mark === "\n" || mark === "\r" ? " " : ""))
    .slice(0, LONGEST_NAME)
    .trim();
}

export function isAscii(text: string): boolean {
  for (let at = 0; at < text.length; at++) if (text.charCodeAt(at) > 0x7e) return false;
  return true;
}

/** The words of a cleaned name in order. */
export function tokensOf(text: string): Token[] {
  const tokens: Token[] = [];
  if (isAscii(text)) {
    latin(text, tokens);
    return tokens;
  }
  let from = 0;
  let script = Script.Other;
  for (let at = 0; at <= text.length; at++) {
    const code = at < text.length ? text.charCodeAt(at) : -1;
    const next = code === -1 ? null : scriptOf(code);
    // Points and marks within a word stay with it ("l'Hôpital"); a change of script ends it.
    if (next === script && next !== null) continue;
    if (at > from) read(text.slice(from, at), script, tokens);
    from = at;
    if (next !== null) script = next;
  }
  return tokens;
}

function read(run: string, script: Script, tokens: Token[]): void {
  switch (script) {
    case Script.Han:
      return segment(run, HAN, "", tokens);
    case Script.Hangul:
      return segment(run, HANGUL, "", tokens);
    case Script.Thai:
      return segment(run, THAI, "consonants", tokens);
    case Script.Cyrillic:
      return cyrillic(run, tokens);
    case Script.Arabic:
      return arabic(run, tokens);
    case Script.Hebrew:
      return words(anyAscii(run).toLowerCase(), tokens, true);
    default:
      return latin(isAscii(run) ? run : anyAscii(run), tokens);
  }
}

const push = (tokens: Token[], text: string, form: string | null = null, byConsonants = false): void =>
  void tokens.push({ text, form, byConsonants });

function pushValue(value: string, tokens: Token[]): void {
  if (value === "") return;
  if (value.startsWith("#")) return push(tokens, value, value.slice(1));
  for (const word of value.split(" ")) push(tokens, word);
}

/** Korean writes clusters of borrowed words with a vowel that English names have not: "poseuko" is "posko". */
const BORROWED = /([bdfgkpst])eu(?=[bcdfghjkprstvz])/g;

/** Scripts without spaces: the longest known word first; what is between is read sound by sound and joined. */
function segment(run: string, glossary: Glossary, readings: "" | "consonants", tokens: Token[]): void {
  let own = "";
  const flush = () => {
    if (own === "") return;
    // Names of four characters and more are two words in most English names.
    const parts = own.length > 3 && isHan(own.charCodeAt(0)) ? [own.slice(0, 2), own.slice(2)] : [own];
    for (const part of parts) {
      const read = lettersOnly(anyAscii(part).toLowerCase());
      const text = isHangul(part.charCodeAt(0)) ? read.replace(BORROWED, "$1") : read;
      if (text !== "") push(tokens, text, null, readings === "consonants");
    }
    own = "";
  };
  for (let at = 0; at < run.length;) {
    let length = Math.min(LONGEST_ENTRY, run.length - at);
    let value: string | undefined;
    for (; length > 0; length--) {
      if (length === 1 && at === 0 && run.length > 1) continue; // a name does not begin with a unit
      value = glossary.get(run.slice(at, at + length));
      if (value !== undefined) break;
    }
    const number = value === undefined ? chineseNumber(run, at) : null;
    if (value !== undefined) {
      flush();
      pushValue(value, tokens);
      at += length;
    } else if (number) {
      flush();
      push(tokens, "no");
      push(tokens, number.text);
      at += number.length;
    } else own += run.charAt(at++);
  }
  flush();
}

const DIGITS = "零一二三四五六七八九";
const BEHIND_NUMBER = "厂廠号號师師团團工分中監监";

/** "第二", or a numeral before a word for plant, division or branch. */
function chineseNumber(run: string, at: number): { readonly text: string; readonly length: number } | null {
  let from = at;
  const ordinal = run.charAt(from) === "第";
  if (ordinal) from++;
  let [value, to] = [0, from];
  for (; to < run.length; to++) {
    const character = run.charAt(to);
    const digit = DIGITS.indexOf(character);
    if (character === "十") value = (value || 1) * 10;
    else if (digit >= 0) value += digit;
    else break;
  }
  if (to === from || (!ordinal && !BEHIND_NUMBER.includes(run.charAt(to) || " "))) return null;
  return { text: String(value), length: to - at };
}

const CYRILLIC_LONGEST = 12;
/** What may follow a stem; anything else makes another word ("Gazprom" is no gas works). */
const CYRILLIC_ENDINGS = new Set(
  (
    "ый ий ой ая яя ое ее ые ие ого его ому ему ых их ым им ами ями ах ях ов ев ей ам ям ом ем ия ии ию ь ья ье ьев ние ния ний ство ства ка ки ок ен " +
    "ный ная ное ные ного ной ных ний няя нее ние ьный ьная ьное ьные ьного ьной ьных льный льная льное льские ский ская ское ские ского ской ских " +
    "ческий ческая ческое ческие ическая ический ическое овый овая овое овые овой ового овых евый евая енный енная енное енные енность ность ности " +
    "ительный ительная ительное ительные ительство ительства ительной итель иная иный иное оочистительный оочистительная ование ования еский еская еское ика ики ия " +
    "ация ации ционный ционная ционное ированный ная атый янский янская льня льни ня ни ец цы цев щик очный очная очное чатобумажный чатобумажная очистка ор оры"
  ).split(" "),
);

function cyrillic(run: string, tokens: Token[]): void {
  const word = run.toLowerCase();
  for (let length = Math.min(CYRILLIC_LONGEST, word.length); length >= 2; length--) {
    const value = CYRILLIC.get(word.slice(0, length));
    if (value === undefined) continue;
    const ending = word.slice(length);
    if (ending.length > 1 && !CYRILLIC_ENDINGS.has(ending)) continue;
    return pushValue(value, tokens);
  }
  const text = lettersOnly(anyAscii(word).toLowerCase());
  if (text !== "") push(tokens, text);
}

const ARABIC_MARKS = /[\u064b-\u065f\u0670\u0640]/g;
const ARABIC_ALEF = /[أإآٱ]/g;

function arabic(run: string, tokens: Token[]): void {
  const word = run
    .replace(ARABIC_MARKS, "")
    .replace(ARABIC_ALEF, "ا")
    .replace(/ى/g, "ي")
    .replace(/ک/g, "ك")
    .replace(/ی/g, "ي");
  for (const bare of [word, word.replace(/^(?:و?ال|لل)/, ""), word.replace(/^(?:وال|بال|ول|ل|و|ب)/, "")]) {
    const value = ARABIC.get(bare);
    if (value !== undefined) return pushValue(value, tokens);
  }
  const article = /^(?:ال|لل)/.test(word) && word.length > 4;
  words(anyAscii(article ? word.slice(2) : word).toLowerCase(), tokens, true);
}

function words(text: string, tokens: Token[], byConsonants: boolean): void {
  for (const part of text.split(/[^a-z0-9`']+/)) {
    const word = lettersOnly(part);
    if (word !== "") push(tokens, word, null, byConsonants);
  }
}

function lettersOnly(text: string): string {
  let word = "";
  for (let at = 0; at < text.length; at++) if (isLetterOrDigit(text.charCodeAt(at))) word += text.charAt(at);
  return word;
}

const isLetter = (code: number): boolean => (code >= 97 && code <= 122) || (code >= 65 && code <= 90);
const isDigit = (code: number): boolean => code >= 48 && code <= 57;
const isLetterOrDigit = (code: number): boolean => isLetter(code) || isDigit(code);

/**
 * Words of ASCII text: apostrophes join, points and strokes join single letters ("S.A.", "A/S"), "&" is "and", and a number is a
 * word of its own where it follows letters ("No3").
 */
function latin(written: string, tokens: Token[]): void {
  const text = written.toLowerCase();
  let word = "";
  let [digits, initials] = [false, false];
  const flush = () => {
    if (word !== "") push(tokens, word);
    word = "";
    initials = false;
  };
  for (let at = 0; at < text.length; at++) {
    const code = text.charCodeAt(at);
    if (isLetter(code)) {
      word += text.charAt(at);
      digits = false;
    } else if (isDigit(code)) {
      if (!digits && word !== "") flush();
      word += text.charAt(at);
      digits = true;
    } else if (code === 39 || code === 96) continue;
    else if ((code === 46 || code === 47) && (word.length === 1 || initials) && joinsInitial(text, at)) initials = true;
    else {
      flush();
      digits = false;
      if (code === 38) push(tokens, "and");
    }
  }
  flush();
}

/** Whether the letter behind the point at `at` is an initial too. */
function joinsInitial(text: string, at: number): boolean {
  return isLetter(text.charCodeAt(at + 1)) && !isLetter(text.charCodeAt(at + 2));
}
