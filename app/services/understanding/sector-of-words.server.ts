import type { DecidableRole } from "../../groups/decision";
import { suggestedRole } from "../../groups/labour-heavy";
import type { Language } from "../../i18n/languages";
import { sectorLabel } from "../../lib/sector-names.server";
import type { Resolver } from "../../resolve/types";

export interface SectorOfWords {
  /** ISIC Rev. 4: section letter, or 2 to 4 digits. */
  readonly isic: string;
  /** What it, or its division, is called for the reader; null when the tables have no name. */
  readonly name: string | null;
  readonly goods: readonly string[];
  /** The role such work usually has; null when it may be several. */
  readonly role: DecidableRole | null;
}

const CODE = /^\s*(?:ISIC\s*)?([A-U]|[A-U]?\s?\d{2,4})(?:\s.*)?$/iu;

/** What a person's words for a sector mean: an ISIC code, with or without its label, or words in a language the resolver reads. Null: nothing. */
export function sectorOfWords(words: string, resolver: Resolver, language: Language = "en"): SectorOfWords | null {
  const text = words.trim();
  const code = CODE.exec(text)?.[1];
  const match = (code && resolver.sector({ isic: code })) || resolver.sector({ product: text });
  return (
    match && {
      isic: match.isic,
      name: sectorLabel(match.isic, language)?.name ?? null,
      goods: match.goods,
      role: suggestedRole(match.isic),
    }
  );
}
