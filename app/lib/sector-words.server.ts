import type { Language } from "../i18n/languages";
import { sectorLabel } from "./sector-names.server";
import { reference } from "./reference.server";

/** A sector as words were read; `isic` null: nothing could be read from them. */
export interface SectorAnswer {
  readonly text: string;
  readonly isic: string | null;
  /** Name of the ISIC class, or of its division in the reader's language; null when the reference has none. */
  readonly name: string | null;
}

const LONGEST = 500;

/** Which sector the whole list gets by a product in words: read as a cell of a product column is. */
export function sectorOfWords(words: string, language: Language): SectorAnswer {
  const text = words.trim().slice(0, LONGEST);
  const match = text === "" ? null : reference().resolver().sector({ product: text });
  return { text, isic: match?.isic ?? null, name: match ? (sectorLabel(match.isic, language)?.name ?? null) : null };
}
