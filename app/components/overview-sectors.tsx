import { Link } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { useFormat } from "../i18n/format";
import { measureKey, supplierRoleKey } from "../i18n/keys";
import type { SectorsView } from "../lib/overview-page.server";
import type { Measure } from "../lib/overview-query";
import { paths } from "../lib/paths";
import type { OverviewNumbers } from "../services/overview/overview.server";
import { useFollow } from "./follow";
import { MeasureChoice } from "./measure-choice";
import { useSameDay } from "./trail-day";
import { Bar, Unknown } from "./overview-places";
import { Section } from "./page";
import { ScrollRegion } from "./scroll-region";

interface Props {
  readonly workspace: string;
  readonly sectors: SectorsView;
  readonly roles: OverviewNumbers["roles"];
  readonly measure: Measure;
  readonly offered: readonly Measure[];
  readonly currency: string | null;
}

const FIRST = 10;

/** What is bought, and from whom: divisions of ISIC and roles, each a link to exactly those suppliers. */
export function Sectors({ workspace, sectors, roles, measure, offered, currency }: Props) {
  const { t, i18n } = useTranslation();
  const format = useFormat();
  const at = useSameDay();
  const { rows, unknown } = sectors;
  const common = { measure: measure === "spend" ? ("spend" as const) : ("suppliers" as const), currency };
  const line = (row: SectorsView["rows"][number]): Line => ({
    key: row.code,
    name: row.name,
    lang: row.lang === i18n.language ? undefined : row.lang,
    href: at(paths.suppliers(workspace, `sector=${row.code}`)),
    suppliers: row.suppliers,
    spend: row.spend,
    fraction: row.fraction,
  });
  const lines = [
    ...rows.slice(0, FIRST).map(line),
    ...(unknown
      ? [
          {
            key: "unknown",
            name: t("overview.sectors.unknown"),
            href: at(paths.suppliers(workspace, "sector=unknown")),
            suppliers: unknown.suppliers,
            spend: unknown.spend,
            fraction: null,
          },
        ]
      : []),
  ];
  const withRoles = roles.filter(({ suppliers }) => suppliers > 0);
  return (
    <Section
      id="sectors"
      title={t("overview.sectors.title")}
      note={t("overview.sectors.note")}
      aside={
        <MeasureChoice
          name="sectors"
          offered={rows.length === 0 ? [] : offered}
          chosen={measure}
          label={t("overview.sectors.choice")}
          anchor="sectors"
        />
      }
    >
      {rows.length === 0 ? (
        <p className="text-soft">{t("overview.sectors.none")}</p>
      ) : (
        <>
          <BarTable lines={lines} {...common} title={t("overview.sectors.title")} head={t("suppliers.head.sector")} />
          {rows.length > FIRST && (
            <details className="mt-2">
              <summary className="text-sm text-soft">
                {t("overview.sectors.more", {
                  count: rows.length - FIRST,
                  formatted: format.count(rows.length - FIRST),
                })}
              </summary>
              <BarTable
                lines={rows.slice(FIRST).map(line)}
                {...common}
                title={t("overview.sectors.title")}
                head={t("suppliers.head.sector")}
              />
            </details>
          )}
        </>
      )}
      <h3 className="mt-6 mb-1">{t("overview.roles.title")}</h3>
      <p className="text-sm">
        {withRoles.map(({ role, suppliers }, index) => (
          <span key={role}>
            {index > 0 && t("common.separator")}
            <Link to={at(paths.suppliers(workspace, `role=${role}`))}>{t(supplierRoleKey[role])}</Link>{" "}
            <span className="figures font-semibold">{format.count(suppliers)}</span>
          </span>
        ))}
      </p>
    </Section>
  );
}

interface Line {
  readonly key: string;
  readonly name: string;
  readonly lang?: string | undefined;
  readonly href: string;
  readonly suppliers: number;
  readonly spend: string | null;
  /** Length of its bar; null: none, for it is no part of the comparison. */
  readonly fraction: number | null;
}

interface TableProps {
  readonly lines: readonly Line[];
  readonly title: string;
  readonly head: string;
  readonly measure: Measure;
  readonly currency: string | null;
}

function BarTable({ lines, title, head, measure, currency }: TableProps) {
  const { t } = useTranslation();
  const format = useFormat();
  const follow = useFollow();
  // On a phone there is room for one number: what was asked for.
  const wide =
    measure === "spend" ? { suppliers: "max-sm:hidden", spend: "" } : { suppliers: "", spend: "max-sm:hidden" };
  return (
    <ScrollRegion label={title}>
      <table className="table">
        <caption className="sr-only">{title}</caption>
        <thead>
          <tr>
            <th scope="col" className="max-sm:w-full">
              {head}
            </th>
            <th scope="col" className="max-sm:hidden">
              <span className="sr-only">{t("overview.places.share", { measure: t(measureKey[measure]) })}</span>
            </th>
            <th scope="col" data-align="end" className={wide.suppliers}>
              {t("overview.measure.suppliers")}
            </th>
            {currency !== null && (
              <th scope="col" data-align="end" className={wide.spend}>
                {currency || t("overview.measure.spend")}
              </th>
            )}
          </tr>
        </thead>
        <tbody>
          {lines.map(({ key, name, lang, href, suppliers, spend, fraction }) => (
            <tr key={key}>
              <th scope="row" lang={lang} className="max-w-96 font-normal!">
                <a href={href} onClick={follow}>
                  {name}
                </a>
              </th>
              <td className="w-2/5 align-middle! max-sm:hidden">{fraction !== null && <Bar fraction={fraction} />}</td>
              <td data-align="end" className={wide.suppliers}>
                {format.count(suppliers)}
              </td>
              {currency !== null && (
                <td data-align="end" className={wide.spend}>
                  {spend === null ? <Unknown /> : format.wholeAmount(spend)}
                </td>
              )}
            </tr>
          ))}
        </tbody>
      </table>
    </ScrollRegion>
  );
}
