import { useTranslation } from "react-i18next";
import { whoseKey } from "../i18n/commitment-keys";
import { useFormat } from "../i18n/format";
import type { Key } from "../i18n/keys";

/** The word of a closed list in the reader's language, or as the table has it. */
export const useWord = () => {
  const { t } = useTranslation();
  return (key: Key | null, word: string) => (key ? t(key) : word);
};

/** Whose a row is: a country, or an international body. */
export function useWhose(): (jurisdiction: string) => string {
  const say = useWord();
  const format = useFormat();
  return (jurisdiction) => {
    const country = /^national:([A-Z]{2})$/u.exec(jurisdiction)?.[1];
    return country === undefined ? say(whoseKey(jurisdiction), jurisdiction) : format.country(country);
  };
}
