import { useTranslation } from "react-i18next";
import type { Band, Level } from "../../risk-models/types";
import { useFormat } from "../i18n/format";
import { bandKey, levelKey, levelMeaningKey } from "../i18n/keys";
import { paths } from "../lib/paths";
import type { OverviewNumbers } from "../services/overview/overview.server";
import { StackedBarChart } from "./chart";
import type { Look } from "./chart-draw";
import { useFollow } from "./follow";
import { BandTag, LevelTag } from "./marks";
import { useSameDay } from "./trail-day";
import { Section } from "./page";
import { ScrollRegion } from "./scroll-region";

/** From the band to look at first to none; from what is known best to a name alone. */
const BANDS: readonly (Band | null)[] = ["high", "raised", "low", null];
const LEVELS: readonly Level[] = ["assessed", "indicative", "placed", "listed"];

const LOOKS: Readonly<Record<Band | "none", Look>> = {
  high: { token: "high", pattern: "solid" },
  raised: { token: "raised", pattern: "hatched" },
  low: { token: "low", pattern: "hollow" },
  none: { token: "line-strong", pattern: "dotted" },
};

interface Props {
  readonly workspace: string;
  readonly numbers: Pick<OverviewNumbers, "suppliers" | "levels" | "bands" | "cells" | "spend">;
}

/** Heading and drawing of a chart, each in line with that of the chart beside it. */
const COLUMN = "min-w-0 lg:row-span-2 lg:grid lg:grid-cols-1 lg:grid-rows-subgrid";

/** Levels and bands, by suppliers and, where the list has amounts, by spend. */
export function LookFirst({ workspace, numbers }: Props) {
  const { t } = useTranslation();
  const format = useFormat();
  const { spend } = numbers;
  const money = (amount: string, currency: string) => `${format.wholeAmount(amount)} ${currency}`.trim();
  return (
    <Section id="look" title={t("overview.look.title")} note={t("overview.look.note")}>
      <div className={spend === null ? "" : "grid grid-cols-1 gap-x-10 lg:grid-cols-2 lg:grid-rows-[auto_auto]"}>
        <div className={COLUMN}>
          <div>
            <h3 className="mb-1">{t("overview.look.suppliers")}</h3>
            <p className="mb-3 text-sm text-soft">{t("overview.look.noBand")}</p>
          </div>
          <LevelChart workspace={workspace} numbers={numbers} by="suppliers" />
        </div>
        {spend !== null && (
          <div className={`max-lg:mt-6 ${COLUMN}`}>
            <div>
              <h3 className="mb-1">
                {spend.currency === ""
                  ? t("overview.look.spendShort")
                  : t("overview.look.spend", { currency: spend.currency })}
              </h3>
              <p className="mb-3 text-sm text-soft">
                {t("overview.spend.total", {
                  count: spend.suppliers,
                  suppliers: format.count(spend.suppliers),
                  total: money(spend.total, spend.currency),
                })}
                {spend.currency === "" && ` ${t("overview.spend.noCurrency")}`}
                {spend.others.length > 0 && (
                  <>
                    {" "}
                    {t("overview.spend.others", {
                      list: spend.others
                        .map((other) =>
                          other.currency === ""
                            ? t("overview.spend.unnamed", { amount: money(other.amount, "") })
                            : money(other.amount, other.currency),
                        )
                        .join(t("common.separator")),
                    })}
                  </>
                )}
              </p>
            </div>
            <LevelChart workspace={workspace} numbers={numbers} by="spend" />
          </div>
        )}
      </div>
    </Section>
  );
}

const filterOf = (level: Level | null, band: Band | null | undefined) => {
  const query = new URLSearchParams();
  if (level !== null) query.set("level", level);
  if (band !== undefined) query.set("band", band ?? "none");
  return query.toString();
};

function LevelChart({ workspace, numbers, by }: Props & { readonly by: "suppliers" | "spend" }) {
  const { t } = useTranslation();
  const at = useSameDay();
  const format = useFormat();
  const cell = (level: Level, band: Band | null) =>
    numbers.cells.find((one) => one.level === level && one.band === band) ?? { suppliers: 0, spend: null };
  const bandName = (band: Band | null) => (band === null ? t("workspace.home.noBand") : t(bandKey[band]));
  const show = (count: { readonly suppliers: number; readonly spend: string | null }) =>
    by === "suppliers" ? format.count(count.suppliers) : format.wholeAmount(count.spend ?? "0");
  const title = t(by === "suppliers" ? "overview.look.suppliers" : "overview.look.spendShort");
  const alternative = LEVELS.map((level) =>
    t("overview.chart.row", {
      row: t(levelKey[level]),
      parts: BANDS.map((band) => `${bandName(band)} ${show(cell(level, band))}`).join(t("common.separator")),
    }),
  ).join(" ");
  return (
    <StackedBarChart
      title={title}
      alternative={`${title}. ${alternative}`}
      rows={LEVELS.map((level) => ({ key: level, label: t(levelKey[level]) }))}
      parts={BANDS.map((band) => ({
        key: band ?? "none",
        label: bandName(band),
        look: LOOKS[band ?? "none"],
        // Credit notes can outweigh payments: such a part has no length, and its sum stands in the table.
        values: LEVELS.map((level) => {
          const { suppliers, spend } = cell(level, band);
          return by === "suppliers" ? suppliers : Math.max(0, Number(spend ?? 0) / 10_000);
        }),
      }))}
      formatAxis={format.compact}
      formatValue={(row, part) => show(cell(LEVELS[row]!, BANDS[part]!))}
      href={(row, part) => at(paths.suppliers(workspace, filterOf(LEVELS[row]!, BANDS[part]!)))}
    >
      <LevelTable workspace={workspace} numbers={numbers} show={show} title={title} />
    </StackedBarChart>
  );
}

function LevelTable({
  workspace,
  numbers,
  show,
  title,
}: Props & {
  readonly title: string;
  readonly show: (count: { readonly suppliers: number; readonly spend: string | null }) => string;
}) {
  const { t } = useTranslation();
  const follow = useFollow();
  const at = useSameDay();
  const linked = (count: { readonly suppliers: number; readonly spend: string | null } | undefined, query: string) =>
    count === undefined || count.suppliers === 0 ? (
      <span className="text-soft">{show({ suppliers: 0, spend: null })}</span>
    ) : (
      <a href={at(paths.suppliers(workspace, query))} onClick={follow}>
        {show(count)}
      </a>
    );
  return (
    <ScrollRegion label={title}>
      <table className="table">
        <caption className="sr-only">{title}</caption>
        <thead>
          <tr>
            <th scope="col">{t("suppliers.head.level")}</th>
            {BANDS.map((band) => (
              <th key={band ?? "none"} scope="col" data-align="end">
                {band === null ? t("workspace.home.noBand") : <BandTag band={band} />}
              </th>
            ))}
            <th scope="col" data-align="end">
              {t("overview.chart.all")}
            </th>
          </tr>
        </thead>
        <tbody>
          {LEVELS.map((level) => (
            <tr key={level}>
              <th scope="row" title={t(levelMeaningKey[level])}>
                <LevelTag level={level} />
              </th>
              {BANDS.map((band) => (
                <td key={band ?? "none"} data-align="end">
                  {linked(
                    numbers.cells.find((one) => one.level === level && one.band === band),
                    filterOf(level, band),
                  )}
                </td>
              ))}
              <td data-align="end">
                {linked(
                  numbers.levels.find((one) => one.level === level),
                  filterOf(level, undefined),
                )}
              </td>
            </tr>
          ))}
        </tbody>
        <tfoot>
          <tr>
            <th scope="row">{t("overview.chart.all")}</th>
            {BANDS.map((band) => (
              <td key={band ?? "none"} data-align="end">
                {linked(
                  numbers.bands.find((one) => one.band === band),
                  filterOf(null, band),
                )}
              </td>
            ))}
            <td data-align="end">
              {linked({ suppliers: numbers.suppliers, spend: numbers.spend?.total ?? null }, "")}
            </td>
          </tr>
        </tfoot>
      </table>
    </ScrollRegion>
  );
}
