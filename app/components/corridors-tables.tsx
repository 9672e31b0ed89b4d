import { Link } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { feeRuleKey, ruleSideKey } from "../i18n/corridor-keys";
import { useFormat } from "../i18n/format";
import { paths } from "../lib/paths";
import type { CorridorsView } from "../lib/corridors-page.server";
import { Said, SourceLinks } from "./method-parts";
import { Section } from "./page";
import { PlainTable } from "./plain-table";

/** A country, a group of countries, or any. */
function usePlace(): (code: string | null) => string {
  const { t } = useTranslation();
  const format = useFormat();
  return (code) => (code === null ? t("methodCoverage.anywhere") : code === "GCC" ? t("corridors.gulf") : format.country(code)); // prettier-ignore
}

/** What was published of corridors. Figures and words are as published. */
export function PublishedFigures({
  figures,
  model,
}: {
  figures: CorridorsView["figures"];
  /** The one in force. */
  model: string;
}) {
  const { t } = useTranslation();
  const place = usePlace();
  return (
    <Section id="figures" title={t("corridors.figures.title")} note={t("corridors.figures.note")}>
      {figures.length === 0 ? (
        <p>{t("corridors.figures.none")}</p>
      ) : (
        <PlainTable
          columns={[
            { head: t("corridors.corridor") },
            { head: t("corridors.workers") },
            { head: t("methodCoverage.figure") },
            { head: t("methodCoverage.year"), end: true },
            { head: t("methodCoverage.source") },
          ]}
          rows={figures.map(
            ({ origin, destination, group, statistic, value, unit, months, year, note, sources }, at) => ({
              key: String(at),
              cells: [
                t("recruitment.gap.corridor", { from: place(origin), to: place(destination) }),
                <span key="group" lang="en">
                  {group}
                </span>,
                <span key="figure">
                  <span lang="en">{[statistic, value && `${value} ${unit}`].filter(Boolean).join(": ")}</span>
                  {months && ` (${t("methodCoverage.months", { months })})`}
                  {note && (
                    <span lang="en" className="block text-sm text-soft">
                      {note}
                    </span>
                  )}
                </span>,
                year || t("common.unknown"),
                <SourceLinks key="sources" sources={sources} />,
              ],
            }),
          )}
        />
      )}
      <p className="mt-3 text-sm text-soft">
        <Link to={paths.methodCoverage(model)}>{t("corridors.figures.coverage")}</Link>
        {" · "}
        <Link to={paths.methodSources()}>{t("corridors.figures.sources")}</Link>
      </p>
    </Section>
  );
}

/** Published caps, bans and permissions of fees. */
export function PublishedRules({ rules }: { rules: CorridorsView["rules"] }) {
  const { t } = useTranslation();
  const place = usePlace();
  return (
    <Section id="rules" title={t("corridors.rules.title")} note={t("corridors.capNote")}>
      {rules.length === 0 ? (
        <p>{t("corridors.rules.none")}</p>
      ) : (
        <PlainTable
          columns={[
            { head: t("methodCoverage.country") },
            { head: t("corridors.rules.side") },
            { head: t("methodCoverage.rule") },
            { head: t("methodCoverage.year"), end: true },
            { head: t("methodCoverage.source") },
          ]}
          rows={rules.map(({ country, side, rule, covers, value, unit, note, year, sources }, at) => ({
            key: String(at),
            cells: [
              place(country),
              t(ruleSideKey[side as keyof typeof ruleSideKey]),
              <span key="rule">
                {t(feeRuleKey[rule as keyof typeof feeRuleKey])}:{" "}
                <span lang="en">{[covers, value && `${value} ${unit}`].filter(Boolean).join("; ")}</span>
                {note && (
                  <span lang="en" className="block text-sm text-soft">
                    {note}
                  </span>
                )}
              </span>,
              year || t("common.unknown"),
              <SourceLinks key="sources" sources={sources} />,
            ],
          }))}
        />
      )}
    </Section>
  );
}

/** What counts as recruitment fees and related costs, and who should pay it. */
export function CostCategories({ categories }: { categories: CorridorsView["categories"] }) {
  const { t } = useTranslation();
  return (
    <Section id="categories" title={t("corridors.categories.title")} note={t("corridors.categories.note")}>
      <PlainTable
        columns={[
          { head: t("corridors.categories.category") },
          { head: t("corridors.categories.who") },
          { head: t("methodCoverage.source") },
        ]}
        rows={categories.map(({ id, category, whatItMeans, whoShouldPay, sources }) => ({
          key: id,
          cells: [
            <span key="category">
              <Said text={category} />
              <span className="block text-sm font-normal text-soft">
                <Said text={whatItMeans} />
              </span>
            </span>,
            <Said key="who" text={whoShouldPay} />,
            <SourceLinks key="sources" sources={sources} />,
          ],
        }))}
      />
    </Section>
  );
}
