import type { Iso2 } from "../../risk-models/types";
import { fold } from "./fold";
import type { CountryTables } from "./tables";
import type { CountryMatch } from "./types";

/** A place that has a code of its own and is often written together with the state it belongs to or is claimed by. */
const PART_OF: Readonly<Record<Iso2, Iso2>> = {
  HK: "CN", MO: "CN", TW: "CN",
  PR: "US", GU: "US", VI: "US", AS: "US", MP: "US", UM: "US",
  GL: "DK", FO: "DK", AX: "FI", SJ: "NO", BV: "NO",
  RE: "FR", GP: "FR", MQ: "FR", GF: "FR", YT: "FR", PF: "FR", NC: "FR", MF: "FR", BL: "FR", PM: "FR", WF: "FR", TF: "FR",
  AW: "NL", CW: "NL", SX: "NL", BQ: "NL",
  GI: "GB", BM: "GB", KY: "GB", VG: "GB", TC: "GB", AI: "GB", MS: "GB", FK: "GB", SH: "GB", IM: "GB", JE: "GB", GG: "GB", IO: "GB", PN: "GB",
  CC: "AU", CX: "AU", NF: "AU", HM: "AU", CK: "NZ", NU: "NZ", TK: "NZ",
}; // prettier-ignore

/** Written for "nothing" in real lists although it is also a code: `NA` is Namibia only where the column is known to hold codes. */
const BLANKS = new Set(["NA"]);
/** "No" as an answer; the code of Norway is written NO or no. */
const ANSWER = "No";

const ABBREVIATIONS: Readonly<Record<string, string>> = {
  rep: "republic",
  dem: "democratic",
  fed: "federal",
  st: "saint",
  isl: "islands",
  is: "islands",
};

/** "Republic of Kenya", "Kingdom of …": what stands before a name and does not change which country is meant. */
const STYLE =
  /^(the )?((federal|federative|islamic|socialist|democratic socialist|peoples|federal democratic|bolivarian|hashemite|united|plurinational|independent|arab|co operative|oriental) )*(republic|kingdom|state|states|sultanate|principality|commonwealth|federation|union|emirate|grand duchy) (of )?(the )?(?=.)/;
const RUSSIAN_STYLE = /^(республика|королевство|государство|княжество|султанат) (?=.)/;
const ARTICLES = / (the)$|^(the) /;

export interface CountryLookup {
  readonly country: (text: string) => CountryMatch | null;
  readonly countryCode: (text: string) => Iso2 | null;
  /** A name or alias of a country, no codes; the text is folded already. */
  readonly named: (folded: string) => CountryMatch | null;
}

/** Country cells to ISO 3166-1. Nothing here guesses: two readings that differ give null. */
export function createCountryLookup(tables: CountryTables): CountryLookup {
  const names = new Map(Object.entries(tables.names));
  const aliases = new Map(Object.entries(tables.aliases));
  const codes = new Map(Object.entries(tables.codes));
  const regions = new Map(Object.entries(tables.regionAliases));

  function byKey(key: string): CountryMatch | null {
    const region = regions.get(key);
    if (region) return { iso2: region[0], region: region[1], how: "alias" };
    const named = names.get(key);
    if (named) return { iso2: named, region: null, how: "name" };
    const alias = aliases.get(key);
    return alias ? { iso2: alias, region: null, how: "alias" } : null;
  }

  function named(folded: string): CountryMatch | null {
    if (folded === "") return null;
    const direct = byKey(folded.replaceAll(" ", ""));
    if (direct) return direct;
    const plain = folded.replace(ARTICLES, "").trim();
    const full = expandAbbreviations(plain);
    if (full !== folded) {
      const found = byKey(full.replaceAll(" ", ""));
      if (found) return found;
    }
    const bare = full.replace(STYLE, "").replace(RUSSIAN_STYLE, "");
    // "Republic of China" and "… of Congo" are aliases of their own, met above; a bare style says nothing.
    return bare !== full && bare !== "" ? byKey(bare.replaceAll(" ", "")) : null;
  }

  function code(token: string): Iso2 | null {
    return codes.get(token) ?? null;
  }

  /** One part of a cell: a code or a name. */
  function part(text: string): CountryMatch | null {
    const folded = fold(text);
    if (folded === "") return null;
    const key = folded.replaceAll(" ", "").toUpperCase();
    // "R.-U." is Royaume-Uni, not the code of Russia: a code has no points inside.
    if (key.length <= 3 && key.length === folded.length && isCodeShaped(key)) {
      const iso2 = code(key);
      if (iso2) return { iso2, region: null, how: "code" };
    }
    return named(folded);
  }

  function country(text: string): CountryMatch | null {
    const folded = fold(text);
    if (folded === "" || BLANKS.has(folded.replaceAll(" ", "").toUpperCase()) || text.trim() === ANSWER) return null;
    const whole = part(text);
    if (whole) return whole;
    const subdivision = SUBDIVISION.exec(text.trim());
    if (subdivision?.[1]) {
      const iso2 = code(subdivision[1].toUpperCase());
      if (iso2)
        return {
          iso2,
          region: text.trim().toUpperCase() === "CN-XJ" || subdivision[2] === "65" ? xinjiang(iso2) : null,
          how: "code",
        };
    }
    const pieces = text.split(SEPARATORS).filter((piece) => fold(piece) !== "");
    return pieces.length < 2 ? null : (inverted(pieces) ?? together(pieces));
  }

  /** "Korea, Republic of" and "Moldova (Republic of)": the later part belongs in front. */
  function inverted(pieces: readonly string[]): CountryMatch | null {
    return pieces.length === 2 ? named(fold(`${pieces[1]} ${pieces[0]}`)) : null;
  }

  /** "USA: UNITED STATES OF AMERICA", "211--美國", "Germany (DE)": the parts must agree. */
  function together(pieces: readonly string[]): CountryMatch | null {
    let found: CountryMatch | null = null;
    let unread = 0;
    let sawName = false;
    for (const piece of pieces) {
      const match = part(piece);
      if (!match) {
        if (!LOCAL_CODE.test(piece.trim())) unread += 1;
        continue;
      }
      const numeric = match.how === "code" && /\d/.test(piece);
      if (match.how !== "code") sawName = true;
      if (!found) found = match;
      else if (found.iso2 !== match.iso2) {
        if (PART_OF[match.iso2] === found.iso2) found = match;
        else if (PART_OF[found.iso2] !== match.iso2) {
          // A number before a name is often a house code, not the ISO number: the name counts.
          if (numeric && sawName) continue;
          if (found.how === "code" && /^\s*\d+\s*$/.test(pieces[0] ?? "") && match.how !== "code") found = match;
          else return null;
        }
      }
    }
    if (!found || !sawName || unread > 0) return null;
    return { iso2: found.iso2, region: found.region, how: "code-and-name" };
  }

  return {
    country,
    countryCode: (text) => code(text.trim().toUpperCase()),
    named,
  };
}

/** The narrower of two countries when one has a code of its own inside the other (Hong Kong in China), the same one, or null. */
export function narrower(one: Iso2, other: Iso2): Iso2 | null {
  if (one === other) return one;
  if (PART_OF[one] === other) return one;
  return PART_OF[other] === one ? other : null;
}

const SEPARATORS = /\s*(?:--+|[:;|/,()[\]–—=]|\s-\s|(?<=^[A-Za-z0-9]{2,3})-(?=\D))\s*/;
const SUBDIVISION = /^([A-Za-z]{2})-([A-Za-z0-9]{1,3})$/;
/** A code of the list's own beside the name: digits with or without a letter. */
const LOCAL_CODE = /^[A-Za-z]?\d{1,6}$/;
const xinjiang = (iso2: Iso2): string | null => (iso2 === "CN" ? "CN-XJ" : null);

function isCodeShaped(key: string): boolean {
  if (key.length < 2) return false;
  const digits = key.charCodeAt(0) < 58;
  if (digits && key.length !== 3) return false;
  for (let at = 0; at < key.length; at += 1) {
    const code = key.charCodeAt(at);
    if (digits ? code < 48 || code > 57 : code < 65 || code > 90) return false;
  }
  return true;
}

function expandAbbreviations(folded: string): string {
  let changed = false;
  const words = folded.split(" ").map((word) => {
    const full = Object.hasOwn(ABBREVIATIONS, word) ? ABBREVIATIONS[word] : undefined;
    if (full) changed = true;
    return full ?? word;
  });
  return changed ? words.join(" ") : folded;
}
