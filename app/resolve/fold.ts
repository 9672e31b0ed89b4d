/**
 * Text as it is compared: lower case without accents, apostrophes, invisible characters or punctuation, words parted by
 * single blanks. Scripts other than Latin and Cyrillic keep their letters. Pure and idempotent.
 */
export function fold(text: string): string {
  return isPlainAscii(text) ? foldAscii(text) : foldUnicode(text);
}

/** `fold` without blanks: "Viet Nam", "Viet-Nam" and "VIETNAM" are one key. */
export function foldKey(text: string): string {
  const folded = fold(text);
  return folded.includes(" ") ? folded.replaceAll(" ", "") : folded;
}

/** One of the CJK ideographs, which are written without blanks between words. */
export const HAN = /\p{Script=Han}/u;

function isPlainAscii(text: string): boolean {
  for (let at = 0; at < text.length; at += 1) if (text.charCodeAt(at) > 127) return false;
  return true;
}

const NOT_PLAIN = /[^a-z0-9 ]/;
const JOINING_ASCII = /['`]/g;
const NOT_WORD_ASCII = /[^a-z0-9]+/g;

function foldAscii(text: string): string {
  const lower = text.toLowerCase();
  if (!NOT_PLAIN.test(lower) && !lower.includes("  ")) return lower.trim();
  return lower.replace(JOINING_ASCII, "").replace(NOT_WORD_ASCII, " ").trim();
}

const JOINING = /[\p{M}\p{Cf}'’‘ʻʼ`´]/gu;
const NOT_WORD = /[^\p{L}\p{N}]+/gu;
const SPECIAL = /[ıßøæœđðłþħŧ]/g;
const PLAIN: Readonly<Record<string, string>> = {
  ı: "i",
  ß: "ss",
  ø: "o",
  æ: "ae",
  œ: "oe",
  đ: "d",
  ð: "d",
  ł: "l",
  þ: "th",
  ħ: "h",
  ŧ: "t",
};

function foldUnicode(text: string): string {
  return text
    .normalize("NFKD")
    .replace(JOINING, "")
    .toLowerCase()
    .normalize("NFKD")
    .replace(JOINING, "")
    .replace(SPECIAL, (letter) => PLAIN[letter] ?? letter)
    .replace(NOT_WORD, " ")
    .trim();
}
