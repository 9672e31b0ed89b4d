/** How text is made comparable for search: the same for what is indexed and for what is typed. */

const MARKS = /\p{M}+/gu;
const GAPS = /[^\p{L}\p{N}]+/gu;
const DENSE = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}\p{Script=Thai}]/u;

const PLAIN_WORDS = /^[a-z0-9]+(?: [a-z0-9]+)*$/;
const NOT_ASCII = /[^\0-\x7f]/;
const ASCII_GAPS = /[^a-z0-9]+/g;

/** Compatibility forms unified, case folded, accents taken off, everything but letters and digits a single space. */
export function searchText(text: string): string {
  const lower = text.toLowerCase();
  if (PLAIN_WORDS.test(lower)) return lower;
  if (!NOT_ASCII.test(lower)) return lower.replace(ASCII_GAPS, " ").trim();
  const bare = text.normalize("NFKD").replace(MARKS, "").toLowerCase().replace(OWN_LETTERS, ownLetter);
  // NFKD takes Hangul syllables apart; put them together again.
  return bare.normalize("NFC").replace(GAPS, " ").trim();
}

/** Letters that carry no accent to take off, and are typed without. */
const OWN_LETTERS = /[ßıøłđæœðþ]/g;
const TYPED: Readonly<Record<string, string>> = {
  ß: "ss",
  ı: "i",
  ø: "o",
  ł: "l",
  đ: "d",
  æ: "ae",
  œ: "oe",
  ð: "d",
  þ: "th",
};
const ownLetter = (letter: string): string => TYPED[letter] ?? letter;

/** The searched texts of a register row (name, city, supplier number, registration id) as one folded text. */
export const foldTexts = (texts: readonly (string | null)[]): string =>
  texts.map((text) => (text === null ? "" : searchText(text))).join(" ");

/** Words of a search, each once. */
export const searchWords = (typed: string): string[] => [...new Set(searchText(typed).split(" ").filter(Boolean))];

/** Written without spaces between words, or so dense that one character means something. */
export const isDense = (word: string): boolean => DENSE.test(word);

/**
 * What the short index holds for a text: the first character and the first two of each word; and of dense scripts every
 * character, and every pair with one of them in it.
 */
export function shortTokens(folded: string): string {
  const tokens = new Set<string>();
  for (const word of folded.split(" ")) {
    if (word === "") continue;
    const characters = isDense(word) ? [...word] : [...word].slice(0, 2);
    for (let i = 0; i < characters.length; i++) {
      const [one, next] = [characters[i]!, characters[i + 1]];
      if (i === 0 || isDense(one)) tokens.add(one);
      if (next !== undefined && (i === 0 || isDense(one) || isDense(next))) tokens.add(one + next);
    }
  }
  return [...tokens].join(" ");
}

/** Does a folded text hold every word, by the rules of `SearchIndex.find`? */
export const holdsWords = (folded: string, words: readonly string[]): boolean =>
  words.every((word) => {
    if (word.length >= 3 || isDense(word)) return folded.includes(word);
    return folded.startsWith(word) || folded.includes(` ${word}`);
  });

/** The three-character pieces of a word of three characters and more. */
export function trigrams(word: string): string[] {
  const characters = [...word];
  const pieces = new Set<string>();
  for (let i = 0; i + 3 <= characters.length; i++) pieces.add(characters.slice(i, i + 3).join(""));
  return [...pieces];
}
