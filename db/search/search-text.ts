/** How text is made comparable for search: the same for what is indexed and for what is typed. */

const MARKS = /\p{M}+/gu;
const GAPS = /[^\p{L}\p{N}]+/gu;
const DENSE = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}\p{Script=Thai}]/u;

/** Compatibility forms unified, case folded, accents taken off, everything but letters and digits a single space. */
export function searchText(text: string): string {
  const folded = text.normalize("NFKD").replace(MARKS, "").toLowerCase();
  // NFKD takes Hangul syllables apart; put them together again.
  return folded
    .normalize("NFC")
    .replaceAll("ß", "ss")
    .replaceAll("ı", "i")
    .replaceAll("ø", "o")
    .replaceAll("ł", "l")
    .replaceAll("đ", "d")
    .replace(GAPS, " ")
    .trim();
}

/** The searched texts of a register row (name, city, supplier number, registration id) as one folded text. */
export const foldTexts = (texts: readonly (string | null)[]): string =>
  texts.map((text) => (text === null ? "" : searchText(text))).join(" ");

/** Words of a search, each once. */
export const searchWords = (typed: string): string[] => [...new Set(searchText(typed).split(" ").filter(Boolean))];

/** Written without spaces between words, or so dense that one character means something. */
export const isDense = (word: string): boolean => DENSE.test(word);

/**
 * What the short index holds for a text: the first character and the first two of each word; and of words in dense
 * scripts every character and every pair.
 */
export function shortTokens(folded: string): string {
  const tokens = new Set<string>();
  for (const word of folded.split(" ")) {
    if (word === "") continue;
    if (isDense(word)) {
      const characters = [...word];
      for (let i = 0; i < characters.length; i++) {
        tokens.add(characters[i]!);
        if (i + 1 < characters.length) tokens.add(characters[i]! + characters[i + 1]!);
      }
    } else {
      const first = word.codePointAt(0)! > 0xffff ? word.slice(0, 2) : word[0]!;
      tokens.add(first);
      const second = word.codePointAt(first.length);
      if (second !== undefined) tokens.add(first + String.fromCodePoint(second));
    }
  }
  return [...tokens].join(" ");
}

/** Does a folded text hold every word, by the rules of `SearchIndex.find`? */
export function holdsWords(folded: string, words: readonly string[]): boolean {
  return words.every((word) => {
    if ([...word].length >= 3 || isDense(word)) return folded.includes(word);
    return folded.startsWith(word) || folded.includes(` ${word}`);
  });
}

/** The three-character pieces of a word of three characters and more. */
export function trigrams(word: string): string[] {
  const characters = [...word];
  const pieces = new Set<string>();
  for (let i = 0; i + 3 <= characters.length; i++) pieces.add(characters.slice(i, i + 3).join(""));
  return [...pieces];
}
