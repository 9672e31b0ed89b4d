import type { TFunction } from "i18next";
import type { Format } from "../i18n/format";
import { answerKey, fieldName, regionName } from "../i18n/keys";
import { materialName } from "../i18n/material-keys";
import { stageKey } from "../i18n/recruitment-keys";
import type { FieldName } from "../imports/fields";
import { goodOf, isMaterialKey } from "../recruitment/material-key";
import type { MaterialPlace } from "../recruitment/materials";
import type { AnswerKey } from "../recruitment/questions";
import type { ToldMoney } from "../services/readings/stored-answers";

interface Told {
  readonly what: AnswerKey;
  readonly value: unknown;
  readonly money: ToldMoney | null;
}

/** The name of a fact; worker groups are no column of a list and have a name of their own. */
export const answerName = (t: TFunction, what: AnswerKey): string => {
  if (isMaterialKey(what)) return t("materials.answer", { material: materialName(t, goodOf(what)) });
  return what === "groups" ? t("recruitment.q.groups") : fieldName(t, what as FieldName);
};

/** Places in the reader's words. */
export const placesText = (t: TFunction, format: Format, places: readonly MaterialPlace[]): string =>
  places
    .map(({ country, region }) => (region === null ? "" : `${regionName(t, region)}, `) + format.country(country))
    .join("; ");

/** The same places as they are typed: a region stands for itself. */
export const placesTyped = (t: TFunction, format: Format, places: readonly MaterialPlace[]): string =>
  places.map(({ country, region }) => (region === null ? format.country(country) : regionName(t, region))).join(", ");

/** A recorded value in the reader's words, with the amount as it was told and the rate it was turned with. */
export function answerText(t: TFunction, format: Format, { what, value, money }: Told): string {
  if (value === null) return t("recruitment.history.unknownNow");
  if (money && "amount" in money) {
    const amount = format.number(money.amount);
    if (money.rate === null) return `${amount} ${money.currency}`;
    return t("recruitment.rates.kept", {
      amount,
      currency: money.currency,
      usd: format.number(Number(value)),
      perUsd: format.number(money.rate.perUsd, 6),
      day: format.day(money.rate.on),
      source: money.rate.source,
    });
  }
  if (what === "groups") {
    const count = (value as readonly unknown[]).length;
    return t("recruitment.history.groups", { count, formatted: format.count(count) });
  }
  if (isMaterialKey(what)) return placesText(t, format, value as MaterialPlace[]);
  if (Array.isArray(value)) return value.map((one) => format.country(String(one))).join(t("common.separator"));
  if (typeof value === "number")
    return what.endsWith("Share") ? format.percent(value) : what.endsWith("Usd") ? `${format.number(value)} USD` : format.number(value); // prettier-ignore
  const text = String(value);
  if (what === "remediation" && text in stageKey) return t(stageKey[text as keyof typeof stageKey]);
  const key = answerKey(text);
  return key ? t(key) : text;
}
