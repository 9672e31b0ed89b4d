/** When two spellings are the same name. Both keys are pure functions of the text, stable from release to release. */

/** Letters that Unicode does not take apart into a letter and a mark, and what they are compared as. */
const FOLDS: Readonly<Record<string, string>> = {
  ß: "ss", ς: "σ", ø: "o", æ: "ae", œ: "oe", ł: "l", đ: "d", ð: "d", þ: "th", ı: "i", ħ: "h", ŋ: "n", ŧ: "t", ĸ: "k",
}; // prettier-ignore
const FOLDED = /[ßςøæœłđðþıħŋŧĸ]/g;
/** Latin, Greek and Cyrillic accents only: vowel signs of Indic and Thai scripts are letters. */
const ACCENTS = /[\u0300-\u036f]/g;
const PUNCTUATION = /[\p{P}\p{S}\p{Cc}\p{Cf}]/gu;
const SPACES = /\s+/g;

/** Letters below this are folded one by one through a table: Latin, Greek, Cyrillic. */
const TABLE_END = 0x500;
const SPACE = 32;
/** For each unit the unit it is compared as; two units packed (second above the 16th bit); 0 drops it; -1 needs the long way. */
const TABLE = new Int32Array(TABLE_END);
const units: number[] = [];

function fillTable(): void {
  for (let c = 0; c < TABLE_END; c++) {
    const letter = String.fromCharCode(c);
    if (/\s/.test(letter)) TABLE[c] = SPACE;
    else if ((c >= 0x300 && c <= 0x36f) || c === 0x3a3 || c === 0x3c2) TABLE[c] = -1;
    else {
      const folded = foldLetters(letter).replace(PUNCTUATION, "");
      TABLE[c] =
        folded.length === 0
          ? 0
          : folded.length === 1
            ? folded.charCodeAt(0)
            : folded.length === 2 && !folded.includes(" ")
              ? folded.charCodeAt(0) | (folded.charCodeAt(1) << 16)
              : -1;
    }
  }
}

/**
 * The name without case, accents and punctuation, white space folded: `nameKey("Łódź  Sp. z o.o.")` is `"lodz sp z oo"`.
 * A name of punctuation alone keeps it (folded), so that it does not meet the empty name.
 */
export function nameKey(name: string): string {
  if (TABLE[65] === 0) fillTable();
  const { length } = name;
  if (length > 200) return slowKey(name);
  let n = 0;
  let pendingSpace = false;
  for (let i = 0; i < length; i++) {
    const c = name.charCodeAt(i);
    // Han characters have neither case nor accents.
    const folded = c < TABLE_END ? TABLE[c]! : c >= 0x4e00 && c <= 0x9fff ? c : -1;
    if (folded <= 0) {
      if (folded < 0) return slowKey(name);
      continue;
    }
    if (folded === SPACE) {
      pendingSpace = n > 0;
      continue;
    }
    if (pendingSpace) {
      units[n++] = SPACE;
      pendingSpace = false;
    }
    units[n++] = folded & 0xffff;
    if (folded > 0xffff) units[n++] = folded >> 16;
  }
  if (n === 0) return distinctNameKey(name);
  units.length = n;
  return String.fromCharCode.apply(null, units);
}

function slowKey(name: string): string {
  // Twice: lowering and unfolding can each set free what the other folds (İ, ligatures with capitals).
  const once = foldLetters(name);
  const letters = foldLetters(once).replace(SPACES, " ").replace(PUNCTUATION, "").replace(SPACES, " ").trim();
  return letters === "" ? distinctNameKey(name) : letters.normalize("NFC");
}

const foldLetters = (text: string): string =>
  text
    .normalize("NFKD")
    .toLowerCase()
    .replace(ACCENTS, "")
    .replace(FOLDED, (letter) => FOLDS[letter]!)
    .normalize("NFC");

/**
 * The weaker key that `distinctNames` counts: NFKC, white space folded, case folded; accents and punctuation stay. Give it the
 * cell as it stands in the file. Blank gives "".
 */
export function distinctNameKey(name: string): string {
  let plain = true;
  for (let i = 0; i < name.length; i++) {
    const c = name.charCodeAt(i);
    // Lower-case ASCII with single inner spaces is its own key.
    if (
      c > 126 ||
      c < 32 ||
      (c >= 65 && c <= 90) ||
      (c === 32 && (i === 0 || i === name.length - 1 || name.charCodeAt(i + 1) === 32))
    ) {
      plain = false;
      break;
    }
  }
  if (plain) return name;
  return name
    .normalize("NFKC")
    .toLowerCase()
    .replace(/ß/g, "ss")
    .replace(/ς/g, "σ")
    .normalize("NFKC")
    .replace(SPACES, " ")
    .trim();
}
