import { useTranslation } from "react-i18next";
import { useFormat } from "../i18n/format";
import { measureKey } from "../i18n/keys";
import type { PlacesView } from "../lib/overview-page.server";
import type { Measure } from "../lib/overview-query";
import { paths } from "../lib/paths";
import { useFollow } from "./follow";
import { MeasureChoice } from "./measure-choice";
import { useSameDay } from "./trail-day";
import { Section } from "./page";
import { ScrollRegion } from "./scroll-region";
import { WorldMap } from "./world-map";

interface Props {
  readonly workspace: string;
  readonly places: PlacesView;
  readonly measure: Measure;
  readonly offered: readonly Measure[];
  /** The main currency; null when the list has no amounts. */
  readonly currency: string | null;
}

type Row = PlacesView["rows"][number];

const FIRST = 8;

/** Where the suppliers are: the map, and the same numbers as a table. */
export function Places({ workspace, places, measure, offered, currency }: Props) {
  const { t } = useTranslation();
  const format = useFormat();
  const follow = useFollow();
  const at = useSameDay();
  const { rows, unknown, map } = places;
  const valueOf = ({ suppliers, high, spend }: Pick<Row, "suppliers" | "high" | "spend">) =>
    measure === "spend"
      ? `${format.wholeAmount(spend ?? "0")} ${currency ?? ""}`.trim()
      : measure === "high"
        ? t("overview.places.highOf", { count: high, formatted: format.count(high) })
        : t("suppliers.count", { count: suppliers, formatted: format.count(suppliers) });
  const byCode = new Map(rows.map((row) => [row.code, row]));
  const describe = (code: string) => `${byCode.get(code)!.name}: ${valueOf(byCode.get(code)!)}`;
  // Exactly those that are counted.
  const href = (code: string) =>
    at(paths.suppliers(workspace, `country=${code}${measure === "high" ? "&band=high" : ""}`));
  const { notDrawn } = map;
  return (
    <Section
      id="places"
      title={t("overview.places.title")}
      note={t("overview.places.note")}
      aside={
        <MeasureChoice
          name="map"
          offered={rows.length === 0 ? [] : offered}
          chosen={measure}
          label={t("overview.places.choice")}
          anchor="places"
        />
      }
    >
      {rows.length === 0 ? (
        <p className="text-soft">{t("overview.places.none")}</p>
      ) : (
        <div className="grid grid-cols-1 gap-x-8 gap-y-4 lg:grid-cols-[minmax(0,3fr)_minmax(0,2fr)]">
          <figure className="min-w-0">
            <WorldMap
              {...map}
              label={t("overview.places.label", {
                measure: t(measureKey[measure]),
                countries: rows
                  .slice(0, 3)
                  .map(({ code }) => describe(code))
                  .join("; "),
              })}
              describe={describe}
              href={href}
              after="places-table"
            />
            <figcaption className="mt-2 space-y-1 text-sm text-soft">
              <Legend classes={map.classes} measure={measure} />
              {notDrawn.length > 0 && (
                <p>
                  {t("overview.places.notDrawn")}{" "}
                  {notDrawn.map((code, index) => (
                    <span key={code}>
                      {index > 0 && t("common.separator")}
                      <a href={href(code)} onClick={follow}>
                        {describe(code)}
                      </a>
                    </span>
                  ))}
                </p>
              )}
              <p className="text-xs">{t("overview.places.borders")}</p>
            </figcaption>
          </figure>
          <div id="places-table" tabIndex={-1} className="min-w-0 outline-none">
            <PlacesTable
              rows={rows.slice(0, FIRST)}
              unknown={unknown}
              workspace={workspace}
              measure={measure}
              currency={currency}
            />
            {rows.length > FIRST && (
              <details className="mt-2">
                <summary className="text-sm text-soft">
                  {t("overview.places.more", {
                    count: rows.length - FIRST,
                    formatted: format.count(rows.length - FIRST),
                  })}
                </summary>
                <PlacesTable
                  rows={rows.slice(FIRST)}
                  unknown={null}
                  workspace={workspace}
                  measure={measure}
                  currency={currency}
                />
              </details>
            )}
          </div>
        </div>
      )}
    </Section>
  );
}

function Legend({ classes, measure }: { readonly classes: PlacesView["map"]["classes"]; readonly measure: Measure }) {
  const { t } = useTranslation();
  const format = useFormat();
  if (classes.length === 0) return null;
  const said = (from: number, to: number | null) => {
    if (to === null) return t("overview.places.andMore", { from: format.compact(from) });
    if (measure === "spend") return `${format.compact(from)} – ${format.compact(to)}`;
    return to - 1 === from ? format.count(from) : `${format.count(from)} – ${format.count(to - 1)}`;
  };
  return (
    <ul className="figures flex flex-wrap gap-x-3 gap-y-1" aria-label={t("overview.chart.legend")}>
      {classes.map(({ from, to, shade }) => (
        <li key={from} className="flex items-center gap-1.5">
          <span
            aria-hidden="true"
            data-shade={shade}
            className="inline-block h-3 w-5 border border-line-strong"
            style={{ background: "var(--shade)" }}
          />
          {said(from, to)}
        </li>
      ))}
    </ul>
  );
}

function PlacesTable({
  rows,
  unknown,
  workspace,
  measure,
  currency,
}: {
  readonly rows: readonly Row[];
  readonly unknown: PlacesView["unknown"];
  readonly workspace: string;
  readonly measure: Measure;
  readonly currency: string | null;
}) {
  const { t } = useTranslation();
  const format = useFormat();
  const follow = useFollow();
  const at = useSameDay();
  // On a phone there is room for two numbers: how many, and what was asked for.
  const wide = { high: measure === "spend" ? "max-sm:hidden" : "", spend: measure === "spend" ? "" : "max-sm:hidden" };
  const numbers = ({ suppliers, high, spend }: Pick<Row, "suppliers" | "high" | "spend">, code: string) => (
    <>
      <td data-align="end">
        <a href={at(paths.suppliers(workspace, `country=${code}`))} onClick={follow}>
          {format.count(suppliers)}
        </a>
      </td>
      <td data-align="end" className={wide.high}>
        {high > 0 ? (
          <a href={at(paths.suppliers(workspace, `country=${code}&band=high`))} onClick={follow}>
            {format.count(high)}
          </a>
        ) : (
          <span className="text-soft">0</span>
        )}
      </td>
      {currency !== null && (
        <td data-align="end" className={wide.spend}>
          {spend === null ? <Unknown /> : format.wholeAmount(spend)}
        </td>
      )}
    </>
  );
  return (
    <ScrollRegion label={t("overview.places.title")}>
      <table className="table dense">
        <caption className="sr-only">{t("overview.places.title")}</caption>
        <thead>
          <tr>
            <th scope="col">{t("suppliers.head.country")}</th>
            <th scope="col" className="max-sm:hidden">
              <span className="sr-only">{t("overview.places.share", { measure: t(measureKey[measure]) })}</span>
            </th>
            <th scope="col" data-align="end">
              {t("overview.measure.suppliers")}
            </th>
            <th scope="col" data-align="end" className={wide.high}>
              {t("overview.places.high")}
            </th>
            {currency !== null && (
              <th scope="col" data-align="end" className={wide.spend}>
                {currency || t("overview.measure.spend")}
              </th>
            )}
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr key={row.code}>
              <th scope="row">{row.name}</th>
              <td className="w-1/5 align-middle! max-sm:hidden">
                <Bar fraction={row.fraction} />
              </td>
              {numbers(row, row.code)}
            </tr>
          ))}
          {unknown && (
            <tr>
              <th scope="row" className="font-normal! text-soft!">
                {t("overview.places.unknown")}
              </th>
              <td className="max-sm:hidden">
                <span className="sr-only">{t("common.unknown")}</span>
              </td>
              {numbers(unknown, "unknown")}
            </tr>
          )}
        </tbody>
      </table>
    </ScrollRegion>
  );
}

/** A length that repeats the number beside it. */
export function Bar({ fraction }: { readonly fraction: number }) {
  return (
    <span className="bar" aria-hidden="true">
      <span style={{ width: `${fraction > 0 ? Math.max(fraction * 100, 1) : 0}%` }} />
    </span>
  );
}

/** What is not known, as a dash that is read as a word. */
export function Unknown() {
  const { t } = useTranslation();
  return (
    <span className="text-soft">
      <span aria-hidden="true">–</span>
      <span className="sr-only">{t("common.unknown")}</span>
    </span>
  );
}
