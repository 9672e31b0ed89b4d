import type { TFunction } from "i18next";
import { useTranslation } from "react-i18next";
import type { Contribution } from "../../risk-models/types";
import { useFormat, type Format } from "../i18n/format";
import { answerKey, engineKey, fieldName } from "../i18n/keys";
import type { FieldName } from "../imports/fields";
import { as } from "./block-table";
import { Section } from "./page";
import { ScrollRegion } from "./scroll-region";

export interface SourceNote {
  readonly id: string;
  readonly title: string;
  readonly year: string;
  readonly url: string | null;
  readonly licence: string;
}

export interface ReasonLine {
  /** A key of the engine's `REASON_KEYS`. */
  readonly key: string;
  readonly kind: Contribution["kind"];
  readonly points: number;
  readonly indicator: string;
  /** Raw value; null: not known. */
  readonly value: number | string | null;
  readonly year: number | null;
  readonly origin: "published" | "stated" | "setting";
  /** The value is not known; the middle of a class stands in. */
  readonly estimated: boolean;
  readonly normalised: number;
  readonly sources: readonly SourceNote[];
}

const SHARES: ReadonlySet<string> = new Set(["organiseConventions", "forcedLabourConventions"]);
const UNITS = {
  governance: "unit.estimate",
  voice: "unit.estimate",
  labourRights: "unit.zeroToTen",
  debt: "unit.months",
} as const;

/** "feesPaidByWorkers: yes; recruiter: sub-agent" in the reader's words. */
const told = (t: TFunction, value: string): string =>
  value
    .split("; ")
    .map((part) => {
      const [field = "", answer = ""] = part.split(": ");
      const name = fieldName(t, field as FieldName);
      const word = answerKey(answer);
      return `${name}${name.endsWith("?") ? "" : ":"} ${word ? t(word) : answer}`;
    })
    .join("; ");

/** The raw value with its unit, as a person reads it; "" where the reason itself says it. */
export function valueText(
  t: TFunction,
  format: Format,
  { indicator, value, kind, normalised, estimated }: ReasonLine,
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

/** Publisher's titles are shown as they are: in English. */
export function Sources({ sources }: { sources: readonly SourceNote[] }) {
  return (
    <ul className="space-y-0.5">
      {sources.map(({ id, title, year, url, licence }) => (
        <li key={id} lang="en" title={licence}>
          {url === null ? (
            title
          ) : (
            <a href={url} rel="noreferrer" target="_blank">
              {title}
            </a>
          )}
          {year && `, ${year}`}
        </li>
      ))}
    </ul>
  );
}

/** Shares of the width for points, reason, value, year, source; reason and source have the longest texts. */
const COLUMNS = ["w-[9%]", "w-[31%]", "w-[17%]", "w-[9%]", "w-[34%]"] as const;

/** Why: each reason with value, year, source and points, strongest first, and the sum. */
export function Reasons({
  lines,
  total,
  model,
}: {
  lines: readonly ReasonLine[];
  total: number | null;
  model: string;
}) {
  const { t } = useTranslation();
  const format = useFormat();
  return (
    <Section
      id="reasons"
      title={t(total === null ? "supplier.reasonsNoScore" : "supplier.reasons")}
      note={total === null ? null : t("supplier.reasonsNote")}
    >
      <ScrollRegion labelledBy="reasons">
        <table {...as.table} className="table reasons blocks">
          <colgroup>
            {COLUMNS.map((width) => (
              <col key={width} className={width} />
            ))}
          </colgroup>
          <thead {...as.group}>
            <tr {...as.row}>
              <th {...as.columnHead} scope="col" data-align="end">
                {t("supplier.points")}
              </th>
              <th {...as.columnHead} scope="col">
                {t("supplier.reason")}
              </th>
              <th {...as.columnHead} scope="col">
                {t("supplier.value")}
              </th>
              <th {...as.columnHead} scope="col">
                {t("supplier.year")}
              </th>
              <th {...as.columnHead} scope="col">
                {t("supplier.source")}
              </th>
            </tr>
          </thead>
          <tbody {...as.group}>
            {lines.map((line) => (
              <tr key={line.key} {...as.row}>
                <td {...as.cell} data-align="end" className="points font-semibold">
                  {format.points(line.points)}
                </td>
                <th {...as.rowHead} scope="row" className="font-semibold">
                  {t(engineKey(line.key))}
                  {line.estimated && line.origin === "published" && (
                    <span className="block text-xs font-normal text-soft">{t("supplier.estimated")}</span>
                  )}
                </th>
                <td {...as.cell}>{valueText(t, format, line)}</td>
                <td {...as.cell} className="whitespace-nowrap">
                  {line.year}
                </td>
                <td {...as.cell} className="text-soft">
                  {line.origin === "stated" ? (
                    t("origin.stated")
                  ) : line.origin === "setting" ? (
                    t("origin.setting", { model })
                  ) : (
                    <Sources sources={line.sources} />
                  )}
                </td>
              </tr>
            ))}
          </tbody>
          {total !== null && (
            <tfoot {...as.group}>
              <tr {...as.row}>
                <td {...as.cell} data-align="end" className="points">
                  {format.score(total)}
                </td>
                <th {...as.rowHead} scope="row" colSpan={4}>
                  {t("supplier.sum")}
                </th>
              </tr>
            </tfoot>
          )}
        </table>
      </ScrollRegion>
    </Section>
  );
}
