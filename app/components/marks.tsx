import { useTranslation } from "react-i18next";
import type { ReactElement } from "react";
import type { Band, Level } from "../../risk-models/types";
import { bandKey, levelKey } from "../i18n/keys";

/**
 * A band: its word, and before it (in the style sheet) an empty, a half or a full disc. A table of many rows looks the
 * word up once and calls this as a function.
 */
export const bandTag = (band: Band, word: string): ReactElement => (
  <span className="tag" data-band={band}>
    {word}
  </span>
);

/** `bandTag` in the reader's language. */
export function BandTag({ band }: { band: Band }) {
  const { t } = useTranslation();
  return bandTag(band, t(bandKey[band]));
}

/** How much is known: its word, and before it (in the style sheet) four blocks, filled as far as the level reaches. */
export const levelTag = (level: Level, word: string): ReactElement => (
  <span className="level" data-level={level}>
    {word}
  </span>
);

/** `levelTag` in the reader's language. */
export function LevelTag({ level }: { level: Level }) {
  const { t } = useTranslation();
  return levelTag(level, t(levelKey[level]));
}
