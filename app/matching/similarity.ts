/** How near two words, or two names written as one word, are. No regular expressions: this is the inner loop. */

/** A word with what it is compared by. */
export interface Word {
  readonly text: string;
  /** As it was written, before it was brought to one spelling. */
  readonly written: string;
  /** As it sounds, whatever the way of transliteration. */
  readonly sound: string;
  /** Which letters it has, as bits. */
  readonly letters: number;
  readonly byConsonants: boolean;
  readonly weight: number;
  /** A common word that says what the firm makes or does. */
  readonly isTrade: boolean;
}

/** Letters that ways of transliteration differ in are brought together: "Yusuf", "Iusuf" and "Jusuf" sound the same. */
export function soundOf(word: string): string {
  let sound = "";
  for (let at = 0; at < word.length; at++) {
    let letter = word.charAt(at);
    const next = word.charAt(at + 1);
    if (letter === "p" && next === "h") [letter, at] = ["f", at + 1];
    else if (letter === "k" && next === "h") [letter, at] = ["h", at + 1];
    else if (letter === "c" && next === "k") [letter, at] = ["k", at + 1];
    else if (letter === "c" && next === "h") [letter, at] = ["c", at + 1];
    else if (letter === "t" && next === "s") [letter, at] = ["c", at + 1];
    else if (letter === "z" && next === "h") [letter, at] = ["j", at + 1];
    else if (letter === "c") letter = next === "e" || next === "i" || next === "y" ? "s" : "k";
    else if (letter === "q") letter = "k";
    else if (letter === "w") letter = "v";
    else if (letter === "y") letter = "i";
    else if (letter === "x") letter = at === 0 ? "s" : "ks";
    else if (letter === "o" && (next === "u" || next === "o")) [letter, at] = ["u", at + 1];
    else if (letter === "e" && next === "e") [letter, at] = ["i", at + 1];
    else if ((letter === "a" || letter === "o" || letter === "u") && next === "e" && word.length > 4) at++;
    if (sound.charAt(sound.length - 1) !== letter) sound += letter;
  }
  return sound;
}

/** Consonants alone; weak ones (y, w, final h) are read as vowels. */
export function consonantsOf(word: string): string {
  let consonants = "";
  for (let at = 0; at < word.length; at++) {
    const letter = word.charAt(at);
    if ("aeiouyw`'".includes(letter)) continue;
    if (letter === "h" && at > 0) continue;
    const one =
      letter === "q" || letter === "c"
        ? "k"
        : letter === "p"
          ? "b"
          : letter === "v"
            ? "f"
            : letter === "z"
              ? "s"
              : letter;
    if (consonants.charAt(consonants.length - 1) !== one) consonants += one;
  }
  return consonants;
}

export function lettersOf(word: string): number {
  let letters = 0;
  for (let at = 0; at < word.length; at++) letters |= 1 << (word.charCodeAt(at) & 31);
  return letters;
}

function bits(value: number): number {
  let count = 0;
  for (let rest = value; rest !== 0; rest &= rest - 1) count++;
  return count;
}

const row = [new Int32Array(64), new Int32Array(64), new Int32Array(64)] as const;

/** Insertions, deletions, changes and neighbours swapped; `most + 1` as soon as it is more than `most`. Words of at most 60 letters. */
export function edits(a: string, b: string, most: number): number {
  if (Math.abs(a.length - b.length) > most || a.length > 60 || b.length > 60) return most + 1;
  let [before, last, here] = row as unknown as [Int32Array, Int32Array, Int32Array];
  for (let at = 0; at <= b.length; at++) last[at] = at;
  for (let i = 1; i <= a.length; i++) {
    here[0] = i;
    let least = i;
    for (let j = 1; j <= b.length; j++) {
      const same = a.charCodeAt(i - 1) === b.charCodeAt(j - 1);
      let value = Math.min(last[j]! + 1, here[j - 1]! + 1, last[j - 1]! + (same ? 0 : 1));
      if (i > 1 && j > 1 && a.charCodeAt(i - 1) === b.charCodeAt(j - 2) && a.charCodeAt(i - 2) === b.charCodeAt(j - 1))
        value = Math.min(value, before[j - 2]! + 1);
      here[j] = value;
      if (value < least) least = value;
    }
    if (least > most) return most + 1;
    [before, last, here] = [last, here, before];
  }
  return last[b.length]!;
}

export type How = "same" | "sound" | "spelling" | "consonants" | "part";

/** Nearness of two words, 0 to 1, and how it was found; 0 when they are other words. */
export function nearness(a: Word, b: Word): { readonly near: number; readonly how: How } {
  if (a.text === b.text) return SAME;
  if (a.sound === b.sound && a.sound.length > 1) return SOUND;
  const [short, long] = a.text.length < b.text.length ? [a, b] : [b, a];
  const length = short.text.length;
  const apart = bits(a.letters ^ b.letters);
  if (length > 3 && apart <= 4) {
    const most = length > 9 && a.text.charCodeAt(0) === b.text.charCodeAt(0) ? 2 : 1;
    if (apart <= 2 * most) {
      const count = edits(a.text, b.text, most);
      if (count <= most) return { near: 1 - count / Math.max(3, length * 0.6), how: "spelling" };
    }
  }
  if (a.byConsonants || b.byConsonants) {
    const [left, right] = [consonantsOf(a.text), consonantsOf(b.text)];
    if (left.length > 1 && left === right) return { near: left.length > 2 ? 0.9 : 0.75, how: "consonants" };
    if (left.length > 3 && edits(left, right, 1) === 1) return { near: 0.7, how: "consonants" };
  }
  if (length > 3 && long.text.startsWith(short.text))
    return { near: length / long.text.length > 0.6 ? 0.8 : 0.6, how: "part" };
  return NOTHING;
}

const SAME = { near: 1, how: "same" } as const;
const SOUND = { near: 0.96, how: "sound" } as const;
const NOTHING = { near: 0, how: "same" } as const;

/** 37 signs: boundary, a to z, 0 to 9. */
export const TRIGRAMS = 37 * 37 * 37;
const signOf = (code: number): number => (code >= 97 ? code - 96 : code >= 48 && code <= 57 ? code - 21 : 0);

const scratch = new Uint16Array(2048);

/** The trigrams of a text with a boundary at either end, rising, each once; of its first 2,000 letters. */
export function trigramsOf(text: string): Uint16Array {
  const length = Math.min(text.length, 2000);
  let [first, second] = [0, signOf(text.charCodeAt(0) || 0)];
  let count = 0;
  for (let at = 1; at <= length; at++) {
    const third = at < length ? signOf(text.charCodeAt(at)) : 0;
    const trigram = (first * 37 + second) * 37 + third;
    first = second;
    second = third;
    let place = count;
    while (place > 0 && scratch[place - 1]! > trigram) place--;
    if (place > 0 && scratch[place - 1] === trigram) continue;
    scratch.copyWithin(place + 1, place, count);
    scratch[place] = trigram;
    count++;
  }
  return scratch.slice(0, count);
}

/** Cosine of two sets of trigrams, 0 to 1. */
export function cosine(a: Uint16Array, b: Uint16Array): number {
  if (a.length === 0 || b.length === 0) return 0;
  let [i, j, common] = [0, 0, 0];
  while (i < a.length && j < b.length) {
    const difference = a[i]! - b[j]!;
    if (difference === 0) [i, j, common] = [i + 1, j + 1, common + 1];
    else if (difference < 0) i++;
    else j++;
  }
  return common / Math.sqrt(a.length * b.length);
}
