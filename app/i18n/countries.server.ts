import { formatFor } from "./format";
import type { Language } from "./languages";

const LETTERS = [..."ABCDEFGHIJKLMNOPQRSTUVWXYZ"];
/** Codes that Intl names and that are no country or territory of ISO 3166-1: groups, reserved and private codes. */
const NO_COUNTRY = new Set(["AC", "CP", "CQ", "DG", "EA", "EU", "EZ", "IC", "QO", "TA", "UN", "XA", "XB", "ZZ"]);

/** Withdrawn codes give the name of their successor; only the code that Intl itself calls canonical is kept. */
const isCanonical = (code: string) =>
  new Intl.Locale(`und-${code}`).region === code && Intl.getCanonicalLocales(`und-${code}`)[0] === `und-${code}`;

const cache = new Map<Language, readonly { readonly code: string; readonly name: string }[]>();

/** Every country and territory of ISO 3166-1 by its name in this language, in the language's order. */
export function countriesIn(language: Language): readonly { readonly code: string; readonly name: string }[] {
  const found = cache.get(language);
  if (found) return found;
  const { country } = formatFor(language);
  const made = LETTERS.flatMap((first) => LETTERS.map((second) => first + second))
    .filter((code) => !NO_COUNTRY.has(code) && isCanonical(code))
    .map((code) => ({ code, name: country(code) }))
    .filter(({ code, name }) => name !== code)
    .sort((a, b) => new Intl.Collator(language).compare(a.name, b.name));
  cache.set(language, made);
  return made;
}

/** The names of these countries, for `CountryNames`: each code once, unknown ones left out. */
export function countryNames(language: Language, codes: Iterable<string | null | undefined>): Record<string, string> {
  const { country } = formatFor(language);
  const names: Record<string, string> = {};
  for (const code of codes) if (code) names[code] ??= country(code);
  return names;
}
