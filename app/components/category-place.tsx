import { useTranslation } from "react-i18next";
import { useFormat } from "../i18n/format";
import { regionName } from "../i18n/keys";
import { materialName } from "../i18n/material-keys";

/** The name of a place of a category (`CN`, `CN-XJ`) in the reader's language. */
export function usePlaceName(): (key: string) => string {
  const { t } = useTranslation();
  const format = useFormat();
  return (key) => {
    const country = format.country(key.slice(0, 2));
    return key.length === 2 ? country : `${country}, ${regionName(t, key)}`;
  };
}

/** The place of a row; null: it is not known. */
export function PlaceName({ of }: { of: string | null }) {
  const { t } = useTranslation();
  const nameOf = usePlaceName();
  return <>{of === null ? t("category.result.unknownPlace") : nameOf(of)}</>;
}

/** The name of a good of the tables in the reader's language; in English, and said so, where it has no other. */
export function GoodName({ of }: { of: string }) {
  const { t } = useTranslation();
  const name = materialName(t, of);
  return name === of ? <span lang="en">{of}</span> : <>{name}</>;
}
