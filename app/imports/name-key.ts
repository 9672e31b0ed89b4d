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

/**
 * The name without case, accents and punctuation, white space folded: `nameKey("Łódź  Sp. z o.o.")` is `"lodz sp z oo"`.
 * A name of punctuation alone keeps it (folded), so that it does not meet the empty name.
 */
export function nameKey(name: string): string {
  // Fast path: ASCII is lowered in one native call, then only copied where something is dropped.
  for (let i = 0; i < name.length; i++) if (name.charCodeAt(i) >= 128) return slowKey(name);
  const lower = name.toLowerCase();
  let key = "";
  /** Start of the run being kept, or -1. */
  let from = -1;
  let pendingSpace = false;
  for (let i = 0; i < lower.length; i++) {
    const c = lower.charCodeAt(i);
    if ((c >= 97 && c <= 122) || (c >= 48 && c <= 57)) {
      if (from < 0) {
        if (pendingSpace && key !== "") {
          // The space just before this letter is copied together with the run.
          if (lower.charCodeAt(i - 1) === 32) from = i - 1;
          else {
            key += " ";
            from = i;
          }
        } else from = i;
        pendingSpace = false;
      }
      continue;
    }
    const space = c === 32 || (c >= 9 && c <= 13);
    if (from >= 0) {
      // One plain space between two kept letters stays inside the run.
      if (c === 32 && i + 1 < lower.length && isKept(lower.charCodeAt(i + 1))) continue;
      key += lower.slice(from, i);
      from = -1;
    }
    if (space) pendingSpace = true;
  }
  if (from === 0) return lower;
  if (from > 0) key += lower.slice(from);
  return key === "" ? distinctNameKey(name) : key;
}

const isKept = (c: number): boolean => (c >= 97 && c <= 122) || (c >= 48 && c <= 57);

function slowKey(name: string): string {
  // Twice: lowering and unfolding can each set free what the other folds (İ, ligatures with capitals).
  const once = foldLetters(name);
  const letters = foldLetters(once).replace(PUNCTUATION, "").replace(SPACES, " ").trim();
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
    if (c > 126 || c < 32 || (c >= 65 && c <= 90) || (c === 32 && (i === 0 || i === name.length - 1 || name.charCodeAt(i + 1) === 32))) {
      plain = false;
      break;
    }
  }
  if (plain) return name;
  return name.normalize("NFKC").toLowerCase().replace(/ß/g, "ss").replace(/ς/g, "σ").normalize("NFKC").replace(SPACES, " ").trim();
}
