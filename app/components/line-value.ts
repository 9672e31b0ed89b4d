import type { TFunction } from "i18next";
import type { Contribution } from "../../risk-models/types";
import type { Format } from "../i18n/format";
import { answerKey, fieldName } from "../i18n/keys";
import type { FieldName } from "../imports/fields";

const SHARES: ReadonlySet<string> = new Set(["organiseConventions", "forcedLabourConventions"]);
const UNITS = {
  governance: "unit.estimate",
  voice: "unit.estimate",
  labourRights: "unit.zeroToTen",
  debt: "unit.months",
} as const;

/** "feesPaidByWorkers: yes; recruiter: sub-agent" in the reader's words. */
export const told = (t: TFunction, value: string): string =>
  value
    .split("; ")
    .map((part) => {
      const [field = "", answer = ""] = part.split(": ");
      const name = fieldName(t, field as FieldName);
      const word = answerKey(answer);
      return `${name}${name.endsWith("?") ? "" : ":"} ${word ? t(word) : answer}`;
    })
    .join("; ");

/** What of a line says its raw value. */
interface Valued extends Pick<Contribution, "kind" | "indicator" | "value" | "normalised"> {
  /** The value is not known; the middle of a class stands in. */
  readonly estimated: boolean;
}

/** The raw value with its unit, as a person reads it; "" where the reason itself says it. */
export function valueText(
  t: TFunction,
  format: Format,
  { indicator, value, kind, normalised, estimated }: Valued,
): string {
  if (kind === "control") return t("unit.takenOff", { formatted: format.percent(normalised) });
  if (kind === "floor" || indicator === "boughtSign") return "";
  if (value === null) return estimated ? t("common.unknown") : "";
  if (typeof value === "string") return /^[A-Za-z]+: /u.test(value) ? told(t, value) : value;
  if (SHARES.has(indicator)) return t("unit.shareNotInForce", { formatted: format.percent(value) });
  if (indicator === "exposedWorkers") return format.percent(value);
  const formatted = format.number(value);
  if (indicator === "listedGoods") return t("unit.goods", { count: value, formatted });
  if (indicator === "sectorEvidence") return t("unit.sources", { count: value, formatted });
  return indicator in UNITS ? t(UNITS[indicator as keyof typeof UNITS], { formatted }) : formatted;
}
