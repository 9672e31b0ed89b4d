import { Link } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import type { Gap } from "../../risk-models";
import { useFormat } from "../i18n/format";
import { gapKey, gapTodoKey } from "../i18n/keys";
import { paths } from "../lib/paths";
import type { GapNumbers } from "../services/overview/overview.server";
import { useSameDay } from "./trail-day";
import { Unknown } from "./overview-places";
import { Section } from "./page";
import { ScrollRegion } from "./scroll-region";

interface Props {
  readonly workspace: string;
  /** Null until they are counted. */
  readonly gaps: readonly GapNumbers[] | null;
  /** For a gap the address's query under which the table shows exactly those who lack it. */
  readonly links: Readonly<Partial<Record<Gap, string>>>;
  readonly suppliers: number;
  readonly currency: string | null;
  /** May upload a list or settle a group. */
  readonly canChange: boolean;
}

/** Suppliers that would move up, where a level says exactly which: the rule of the levels. */
const MOVING_UP: Readonly<Partial<Record<Gap, string>>> = { sector: "level=placed", recruitment: "level=indicative" };

/** The page where whole groups of suppliers are settled, in versions that have it; else a better list is the way. */
const { understand } = paths as Partial<Record<"understand", (workspace: string) => string>>;

function todoAddress(workspace: string, gap: Gap): string {
  if (gap === "recruitment") return paths.toAsk(workspace);
  return understand?.(workspace) ?? paths.newImport(workspace);
}

/** What is not known, and what would raise it most: computed from the rule of the levels, the largest gain first. */
export function Gaps({ workspace, gaps, links, suppliers, currency, canChange }: Props) {
  const { t } = useTranslation();
  const format = useFormat();
  const at = useSameDay();
  if (gaps === null) return null;
  const open = gaps.filter(({ lacking }) => lacking > 0);
  // A few of very many are not none of them.
  const part = (count: number) =>
    suppliers === 0 ? "" : count / suppliers < 0.005 ? `< ${format.percent(0.01)}` : format.percent(count / suppliers);
  const linked = (count: number, query: string | undefined) =>
    query !== undefined && count > 0 ? (
      <Link to={at(paths.suppliers(workspace, query))}>{format.count(count)}</Link>
    ) : (
      <span className={count === 0 ? "text-soft" : ""}>{format.count(count)}</span>
    );
  return (
    <Section id="gaps" title={t("overview.gaps.title")} note={t("overview.gaps.note")}>
      {open.length === 0 ? (
        <p>{t("overview.gaps.none")}</p>
      ) : (
        <ScrollRegion label={t("overview.gaps.title")}>
          <table className="table">
            <caption className="sr-only">{t("overview.gaps.title")}</caption>
            <thead>
              <tr>
                <th scope="col" className="max-sm:w-full">
                  {t("overview.gaps.what")}
                </th>
                <th scope="col" data-align="end" className="whitespace-normal!">
                  {t("overview.gaps.up")}
                </th>
                <th scope="col" data-align="end" className="whitespace-normal! max-md:hidden">
                  {t("overview.gaps.coverage")}
                </th>
                <th scope="col" data-align="end" className="whitespace-normal!">
                  {t("overview.gaps.lacking")}
                </th>
                {currency !== null && (
                  <th scope="col" data-align="end" className="whitespace-normal! max-md:hidden">
                    {t("overview.gaps.spend")}
                    {currency !== "" && `, ${currency}`}
                  </th>
                )}
              </tr>
            </thead>
            <tbody>
              {open.map(({ gap, lacking, raisesLevel, raisesCoverage, spend }) => (
                <tr key={gap}>
                  <th scope="row" className="min-w-40">
                    {t(gapKey[gap])}
                    {canChange && (
                      <Link
                        to={todoAddress(workspace, gap)}
                        className="block font-normal text-accent underline underline-offset-4"
                      >
                        {t(gapTodoKey[gap])}
                      </Link>
                    )}
                  </th>
                  <td data-align="end" className={raisesLevel > 0 ? "font-semibold" : ""}>
                    {linked(raisesLevel, MOVING_UP[gap])}
                  </td>
                  <td data-align="end" className="max-md:hidden">
                    {linked(raisesCoverage, undefined)}
                  </td>
                  <td data-align="end">
                    {linked(lacking, links[gap])}{" "}
                    <span className="inline-block w-12 text-soft max-sm:hidden">{part(lacking)}</span>
                  </td>
                  {currency !== null && (
                    <td data-align="end" className="max-md:hidden">
                      {spend === null ? <Unknown /> : format.wholeAmount(spend)}
                    </td>
                  )}
                </tr>
              ))}
            </tbody>
          </table>
        </ScrollRegion>
      )}
    </Section>
  );
}
