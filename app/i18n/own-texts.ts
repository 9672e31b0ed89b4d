/**
 * What the tables say in our own English words, in another language: notes on licences, and where a row of the catalogue stands.
 * Names that others gave (titles, publishers, laws' own numbers) stay as they are.
 */
import { instrumentNames, placeInRussian } from "./ru/law-places";
import { sourceTexts } from "./ru/source-texts";

/** A note on a licence; the English one where it has no other. */
export const licenceNote = (english: string, language: string): string =>
  language === "ru" ? (sourceTexts[english] ?? english) : english;

interface Place {
  /** The short English name of the law or document. */
  readonly instrument: string;
  /** "" where the row stands for the whole. */
  readonly article: string;
}

/** Where a row of the catalogue stands: the law or document, and the place in it. */
export function placeOfRow({ instrument, article }: Place, language: string): string {
  const parts = language === "ru" ? [instrumentNames[instrument] ?? instrument, placeInRussian(article)] : [instrument, article]; // prettier-ignore
  return parts.filter((part) => part !== "").join(", ");
}
