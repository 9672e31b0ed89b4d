import { useTranslation } from "react-i18next";
import type { Contribution } from "../../risk-models/types";
import { useFormat } from "../i18n/format";
import { engineKey } from "../i18n/keys";
import { as } from "./block-table";
import { valueText } from "./line-value";
import { FoundIn, type Origin } from "./line-origin";
import { Section } from "./page";
import { ScrollRegion } from "./scroll-region";
import { Figures, type FigureLine } from "./supplier-figures";

export interface ReasonLine {
  /** A key of the engine's `REASON_KEYS`. */
  readonly key: string;
  readonly kind: Contribution["kind"];
  readonly points: number;
  readonly indicator: string;
  /** Raw value; null: not known. */
  readonly value: number | string | null;
  readonly year: number | null;
  readonly origin: Origin;
  /** The value is not known; the middle of a class stands in. */
  readonly estimated: boolean;
  readonly normalised: number;
}

/** Shares of the width for points, reason, value, year, source; reason and source have the longest texts. */
const COLUMNS = ["w-[9%]", "w-[31%]", "w-[17%]", "w-[9%]", "w-[34%]"] as const;

/** Why: each reason with value, year, source and points, strongest first, and the sum. */
export function Reasons({
  lines,
  figures,
  total,
  model,
}: {
  lines: readonly ReasonLine[];
  figures: readonly FigureLine[];
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
                  {line.estimated && line.origin.from !== "setting" && (
                    <span className="block text-xs font-normal text-soft">{t("supplier.estimated")}</span>
                  )}
                </th>
                <td {...as.cell}>{valueText(t, format, line)}</td>
                <td {...as.cell} className="whitespace-nowrap">
                  {line.year}
                </td>
                <td {...as.cell} className="text-soft">
                  <FoundIn origin={line.origin} indicator={line.indicator} model={model} />
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
      <Figures lines={figures} model={model} />
    </Section>
  );
}
