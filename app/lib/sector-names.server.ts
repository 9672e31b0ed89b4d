import type { Language } from "../i18n/languages";
import { reference } from "./reference.server";

export interface SectorName {
  readonly name: string;
  /** The language the name is in: English where the tables have none in the reader's. */
  readonly lang: Language;
}

const names = new Map<Language, ReadonlyMap<string, SectorName>>();

/** "ОБРАЗОВАНИЕ" as "Образование": sections stand in capitals in the tables. */
const sentenceCase = (name: string) =>
  name === name.toUpperCase() ? name.charAt(0) + name.slice(1).toLowerCase() : name;

/**
 * Names of ISIC sections and divisions. Russian ones are those of NACE, whose sections and divisions have the same codes;
 * read once a process and language.
 */
export function sectorNames(language: Language): ReadonlyMap<string, SectorName> {
  const known = names.get(language);
  if (known) return known;
  const isBroad = ({ level }: { readonly level: string }) => level === "section" || level === "division";
  const made = new Map<string, SectorName>(
    reference()
      .table("isic")
      .filter(isBroad)
      .map(({ code, labelEn }) => [code, { name: labelEn, lang: "en" }]),
  );
  if (language === "ru")
    for (const { code, level, labelRu } of reference().table("nace"))
      if (isBroad({ level }) && labelRu && made.has(code)) made.set(code, { name: sentenceCase(labelRu), lang: "ru" });
  names.set(language, made);
  return made;
}

/** The name of a section or division; null for a code the tables do not have. */
export const sectorName = (code: string, language: Language): SectorName | null =>
  sectorNames(language).get(code) ?? null;

/** A code of ISIC with what it is called for a reader of one language. */
export interface SectorLabel extends SectorName {
  readonly code: string;
  /** English name of the code itself, where `name` is only that of its division: no official translation is known. */
  readonly finer: string | null;
}

/** The English name of an ISIC code, from section to class; null where the tables have none. */
export const isicLabel = (isic: string): string | null => englishNames().get(isic) ?? null;

let english: ReadonlyMap<string, string> | undefined;
const englishNames = () =>
  (english ??= new Map(
    reference()
      .table("isic")
      .map(({ code, labelEn }) => [code, labelEn]),
  ));

/** What an ISIC code is called: its own name in English, else its division's in the reader's language beside it. */
export function sectorLabel(isic: string, language: Language): SectorLabel | null {
  const own = isicLabel(isic);
  if (language === "en") return own === null ? null : { code: isic, name: own, lang: "en", finer: null };
  const broad = sectorName(isic, language);
  if (broad) return { code: isic, ...broad, finer: null };
  const division = sectorName(isic.slice(0, 2), language);
  if (division && division.lang !== "en") return { code: isic, ...division, finer: own };
  return own === null ? null : { code: isic, name: own, lang: "en", finer: null };
}
