import { Link } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { useFormat } from "../i18n/format";
import { bandKey } from "../i18n/keys";
import type { CategoryCard } from "../lib/tenders-page.server";
import { paths } from "../lib/paths";
import { Section } from "./page";
import { PlainTable } from "./plain-table";
import { ScrollRegion } from "./scroll-region";
import { useSameDay } from "./trail-day";

/** Category assessments in the page of tenders: in the order in which they were filed, never by what came out. */
export function TenderCategories({
  workspace,
  categories,
  isPast = false,
}: {
  workspace: string;
  categories: readonly CategoryCard[];
  isPast?: boolean;
}) {
  const { t } = useTranslation();
  const format = useFormat();
  const sameDay = useSameDay();
  return (
    <Section id="categories" title={t("tenders.categories")} note={t("tenders.categoriesNote")}>
      {categories.length === 0 ? (
        <p className="text-soft">{t(isPast ? "trail.on.none" : "tenders.none")}</p>
      ) : (
        <ScrollRegion labelledBy="categories">
          <PlainTable
            label={t("tenders.categories")}
            columns={[
              { head: t("tenders.what") },
              { head: t("tenders.number") },
              { head: t("tenders.reaches") },
              { head: t("tenders.range"), end: true },
              { head: t("tenders.goesIn") },
              { head: t("tenders.filed") },
            ]}
            rows={categories.map((one) => ({
              key: one.id,
              cells: [
                <span key="what">
                  <Link to={sameDay(paths.category(workspace, one.id))}>{one.title}</Link>
                  {one.codes.map(({ code, label, lang }) => (
                    <span key={code} className="block text-sm font-normal text-soft">
                      <span className="figures">{code}</span> <span lang={lang}>{label}</span>
                    </span>
                  ))}
                </span>,
                one.version === 1
                  ? String(one.number)
                  : t("tenders.numberVersion", { number: String(one.number), version: String(one.version) }),
                one.bands === null
                  ? t("category.result.noBand")
                  : one.bands[0] === one.bands[1]
                    ? t(bandKey[one.bands[0]])
                    : t("category.result.bandsFrom", { low: t(bandKey[one.bands[0]]), high: t(bandKey[one.bands[1]]) }),
                <span key="range" className="figures whitespace-nowrap">
                  {format.score(one.plausible[0])} – {format.score(one.plausible[1])}
                </span>,
                t("tenders.measures", { count: one.measures, formatted: format.count(one.measures) }),
                t("tenders.by", { name: one.filedByName, when: format.minute(one.filedAt) }),
              ],
            }))}
          />
        </ScrollRegion>
      )}
    </Section>
  );
}
