/** A name as written to a name as compared; every stage is kept in `Name`. */
import { FORMS_IN_FRONT, LEGAL_CLASSES, LEGAL_FORMS } from "./legal-forms";
import { cleaned, isAscii, tokensOf, type Token } from "./script";
import { trigramsOf } from "./similarity";
import type { Name, Party } from "./types";
import { commonShare, oneSpelling } from "./vocabulary";

interface Form {
  /** Bits in the order of `LEGAL_CLASSES`. */
  readonly classes: number;
  /** Country to bits; short spellings mean different forms in different countries. */
  readonly byCountry: ReadonlyMap<string, number>;
}

const bitOf = (legalClass: string): number => 1 << (LEGAL_CLASSES as readonly string[]).indexOf(legalClass);

const FORMS = readForms();
const FORM_ENDS = new Set([...FORMS.keys()].map((form) => form.slice(form.lastIndexOf(" ") + 1)));
const FORM_STARTS = new Set([...FORMS_IN_FRONT].map((form) => form.split(" ")[0]!));
const LONGEST_FORM = 7;

/** Two letters are a form only where the country has it, or where the country is not known and they are hardly anything else. */
const SURE_SHORT = new Set([
  "co",
  "sa",
  "ag",
  "as",
  "ab",
  "bv",
  "nv",
  "oy",
  "kg",
  "ao",
  "pt",
  "kk",
  "sl",
  "lp",
  "se",
  "pp",
  "ip",
]);
/** Forms that are nothing else wherever they stand. */
const SURE_ANYWHERE = new Set(
  "ltd,limited,llc,gmbh,inc,jsc,ojsc,cjsc,pjsc,bhd,ltda,pvt,sdn,corp,plc,pte,pty,sarl,eireli,llp,mchj,tnhh,zoo,srl,ooo,oao,zao,pao".split(
    ",",
  ),
);

function readForms(): Map<string, Form> {
  const forms = new Map<string, { classes: number; byCountry: Map<string, number> }>();
  for (const line of LEGAL_FORMS.trim().split("\n")) {
    const [legalClass = "", countries = "", spellings = ""] = line.split("|");
    for (const spelling of spellings.split(",")) {
      const form = forms.get(spelling) ?? { classes: 0, byCountry: new Map<string, number>() };
      form.classes |= bitOf(legalClass);
      for (const country of countries.split(","))
        form.byCountry.set(country, (form.byCountry.get(country) ?? 0) | bitOf(legalClass));
      forms.set(spelling, form);
    }
  }
  return forms;
}

/** Bits of the classes a form can stand for; 0 when it is no form there. */
function classesOf(spelling: string, country: string | null): number {
  const form = FORMS.get(spelling);
  if (!form) return 0;
  const there = country === null ? undefined : form.byCountry.get(country);
  if (spelling.length < 3 && there === undefined && !SURE_SHORT.has(spelling)) return 0;
  return there ?? form.classes;
}

const NUMBER_MARKS = new Set(["no", "nr", "nro", "num", "number", "numero", "n", "nomor"]);
const ROMAN = new Map([
  ["ii", "2"],
  ["iii", "3"],
  ["iv", "4"],
  ["vi", "6"],
  ["vii", "7"],
  ["viii", "8"],
  ["ix", "9"],
]);
const ORDINALS = new Map(
  "first second third fourth fifth sixth seventh eighth ninth tenth"
    .split(" ")
    .map((word, at) => [word, String(at + 1)]),
);
const CARDINALS = new Map(
  "one two three four five six seven eight nine ten".split(" ").map((word, at) => [word, String(at + 1)]),
);
const NUMBERED = new Set([
  "factory",
  "unit",
  "division",
  "branch",
  "phase",
  "workshop",
  "regiment",
  "farm",
  "prison",
  "mine",
  "yard",
]);
/** Words that say nothing, left out of initials and of what is compared. */
const EMPTY = new Set(["and", "of", "the", "de", "for", "in", "no", "nr"]);

/** No form yet, or one that goes with others. */
const isGeneral = (classes: number): boolean => (classes & ~(bitOf("company") | bitOf("corporation"))) === 0;

/** Reads one name. `country` (ISO 3166-1 alpha-2) tells short legal forms apart. Any text is answered; a name may have no words. */
export function readName(text: string, country: string | null = null): Name {
  const original = text;
  const tokens = tokensOf(cleaned(text));
  const forms: string[] = [];
  let formClasses = 0;
  const took = (form: string, classes: number) => {
    forms.push(form);
    // "Co" or "Corporation" beside a form that says more adds nothing.
    if (isGeneral(classes) && !isGeneral(formClasses)) return;
    formClasses = isGeneral(formClasses) && !isGeneral(classes) ? classes : formClasses | classes;
  };
  let rest = tokens.filter((token) => {
    if (token.form !== null) took(token.text, bitOf(token.form));
    return token.form === null;
  });
  rest = withoutForms(rest, country, took);
  if (rest.length === 0) rest = tokens.filter(({ form }) => form === null);
  return named(original, joinInitials(rest), forms, formClasses);
}

type Took = (form: string, classes: number) => void;

function withoutForms(tokens: Token[], country: string | null, took: Took): Token[] {
  let [from, to] = [0, tokens.length];
  const textAt = (at: number, length: number): string => {
    let text = tokens[at]!.text;
    for (let next = at + 1; next < at + length; next++) text += ` ${tokens[next]!.text}`;
    return text;
  };
  behind: while (to > from && FORM_ENDS.has(tokens[to - 1]!.text)) {
    for (let length = Math.min(LONGEST_FORM, to - from); length > 0; length--) {
      const text = textAt(to - length, length);
      const classes = classesOf(text, country);
      if (classes === 0) continue;
      took(text, classes);
      to -= length;
      continue behind;
    }
    break;
  }
  front: while (to - from > 1 && FORM_STARTS.has(tokens[from]!.text)) {
    for (let length = Math.min(LONGEST_FORM, to - from - 1); length > 0; length--) {
      const text = textAt(from, length);
      const classes = FORMS_IN_FRONT.has(text) ? classesOf(text, country) : 0;
      if (classes === 0) continue;
      took(text, classes);
      from += length;
      continue front;
    }
    break;
  }
  const kept: Token[] = [];
  for (let at = from; at < to; at++) {
    const { text } = tokens[at]!;
    if (!SURE_ANYWHERE.has(text) || at === from) {
      kept.push(tokens[at]!);
      continue;
    }
    const before = kept.at(-1)?.text;
    const joined = `${before} ${text}`;
    if (before !== undefined && kept.length > 1 && FORMS.has(joined)) {
      kept.pop();
      took(joined, classesOf(joined, country));
    } else took(text, classesOf(text, country));
  }
  return kept;
}

/** "J S Textiles" is "JS Textiles". */
function joinInitials(tokens: readonly Token[]): Token[] {
  const joined: Token[] = [];
  let open = false;
  for (const token of tokens) {
    const single = token.text.length === 1 && token.text >= "a";
    const last = joined.at(-1);
    if (single && open && last) {
      joined[joined.length - 1] = { ...last, text: last.text + token.text };
      continue;
    }
    joined.push(token);
    open = single;
  }
  return joined;
}

function named(original: string, tokens: readonly Token[], forms: readonly string[], formClasses: number): Name {
  const words: string[] = [];
  const written: string[] = [];
  const byConsonants: boolean[] = [];
  const numbers: string[] = [];
  let initials = "";
  const spelled = tokens.map(({ text, byConsonants: consonants }) => (consonants ? text : oneSpelling(text)));
  const numbered = (at: number) =>
    NUMBERED.has(spelled[at + 1] ?? "") || NUMBERED.has(spelled[at - 1] ?? "") || NUMBERED.has(spelled[at + 2] ?? "");
  for (let at = 0; at < tokens.length; at++) {
    const raw = tokens[at]!.text;
    const number = numberOf(raw, at > 0, numbered(at));
    if (number !== null) {
      numbers.push(number);
      continue;
    }
    if (NUMBER_MARKS.has(raw) && /^\d/.test(tokens[at + 1]?.text ?? "")) continue;
    const word = spelled[at]!;
    if (EMPTY.has(word) && tokens.length > 1) continue;
    words.push(word);
    written.push(raw);
    byConsonants.push(tokens[at]!.byConsonants);
    initials += raw.charAt(0);
  }
  const joined = words.join("");
  // An array that grew has room for seventeen: in an index of 50,000 names that was a fifth of its memory.
  return {
    original,
    words: words.slice(),
    written: written.slice(),
    byConsonants: byConsonants.slice(),
    numbers: numbers.slice(),
    forms: forms.slice(),
    formClasses,
    initials,
    joined,
    trigrams: trigramsOf(joined),
  };
}

function numberOf(text: string, behind: boolean, numbered: boolean): string | null {
  const code = text.charCodeAt(0);
  if (code >= 48 && code <= 57) {
    const digits = /^0*(\d+)(?:st|nd|rd|th)?$/.exec(text);
    return digits ? digits[1]! : null;
  }
  const roman = behind ? ROMAN.get(text) : undefined;
  if (roman !== undefined) return roman;
  return numbered ? (ORDINALS.get(text) ?? CARDINALS.get(text) ?? null) : null;
}

const MOST_SPELLINGS = 12;
const ALSO_KNOWN =
  /[\s,;(]+(?:a[./]?k[./]?a|f[./]?k[./]?a|d[./]?b[./]?a|t\/a|formerly(?: known as)?|also known as|trading as|doing business as|previously|ранее)(?=[\s:.])[:.\s]*/giu;
const BRACKETS = /[([（【]([^)\]）】]{2,80})[)\]）】]/gu;
const OTHER_SCRIPT = /[\u0370-\u06ff\u0e00-\u0e7f\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af]/u;
const FOUR_LATIN = /[a-z]{3}/i;

/** The spellings that stand in one text: what follows "a.k.a." or "formerly", acronyms in brackets, and names in two scripts. */
export function spellingsIn(text: string): string[] {
  const plain = cleaned(text);
  const found: string[] = [];
  const pieces = /[akfd]|ранее/iu.test(plain) && plain.length > 8 ? plain.split(ALSO_KNOWN) : [plain];
  for (const piece of pieces) {
    const whole = piece.replace(/^[\s,;(]+|[\s,;(]+$/gu, "");
    if (whole === "") continue;
    found.push(whole);
    if (!isAscii(whole) && FOUR_LATIN.test(whole) && OTHER_SCRIPT.test(whole)) found.push(...byScript(whole));
    if (!/[([【]/u.test(whole)) continue;
    for (const [all, inside = ""] of whole.matchAll(BRACKETS)) {
      const [short, rest] = [inside.trim(), whole.replace(all, " ").trim()];
      if (isAcronym(short) || isAcronym(rest)) found.push(short, rest);
    }
  }
  return found;
}

const isAcronym = (text: string): boolean =>
  /^[A-Z][A-Z0-9&]{1,6}$/.test(text) &&
  classesOf(text.toLowerCase(), null) === 0 &&
  commonShare(oneSpelling(text.toLowerCase())) === null;

const SYLLABLES = /[\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af]/u;

/** More than a legal form or an abbreviation: "Zarya Trading ООО" is one name and not two. */
function isNamed(text: string): boolean {
  if (text.length < (SYLLABLES.test(text) ? 2 : 4)) return false;
  const tokens = tokensOf(text).filter(({ form }) => form === null);
  return withoutForms(tokens, null, () => undefined).length > 0;
}

function byScript(text: string): string[] {
  const latin = text
    .replace(/[\u0250-\u{10ffff}]+/gu, " ")
    .replace(/\(\s*\)/g, " ")
    .trim();
  const other = text
    .replace(/[A-Za-z\u00c0-\u024f.,&]+/gu, " ")
    .replace(/\(\s*\)/g, " ")
    .trim();
  return latin.length > 5 && isNamed(latin) && isNamed(other) ? [latin, other] : [];
}

/** Every spelling of a party, name first, each once, at most twelve. */
export function namesOf(party: Party): Name[] {
  const names: Name[] = [];
  const seen = new Set<string>();
  for (const text of [party.name, ...(party.aliases ?? [])])
    for (const spelling of spellingsIn(text)) {
      if (names.length === MOST_SPELLINGS) return names;
      if (seen.has(spelling)) continue;
      seen.add(spelling);
      const name = readName(spelling, party.country ?? null);
      if (name.words.length > 0 || name.numbers.length > 0) names.push({ ...name, original: spelling });
    }
  return names.slice();
}
