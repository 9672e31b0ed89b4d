import { useTranslation } from "react-i18next";
import { OWN_TEXT_LENGTH, REASON_LENGTH, type Regime } from "../categories/words";
import type { MeasureView } from "../lib/category-page.server";
import { Measures, Nevers } from "./category-measures";
import { Notice } from "./notice";
import { Section } from "./page";

/** What goes into the tender, chosen and filed. */
export function CategoryTender({
  measures,
  regime,
  today,
  problem,
  chosen,
  ownText,
  reason,
}: {
  measures: readonly MeasureView[];
  regime: Regime;
  today: string;
  /** Why it could not be filed. */
  problem: string | null;
  chosen: readonly string[];
  ownText: string;
  /** Null: it corrects nothing. */
  reason: string | null;
}) {
  const { t } = useTranslation();
  return (
    <Section id="tender-title" title={t("category.tender.title")} note={t("category.tender.lead")}>
      <Measures measures={measures} today={today} chosen={new Set(chosen)} />
      <div className="mt-5 space-y-5">
        <label className="block">
          <span className="block font-semibold">{t("category.tender.own")}</span>
          <span className="mb-1 block text-sm text-soft">{t("category.tender.ownHint")}</span>
          <textarea name="ownText" rows={4} defaultValue={ownText} maxLength={OWN_TEXT_LENGTH} className="input" />
        </label>
        <Nevers regime={regime} />
        {reason !== null && (
          <label className="block">
            <span className="block font-semibold">{t("category.tender.reason")}</span>
            <textarea name="reason" rows={2} defaultValue={reason} maxLength={REASON_LENGTH} className="input" />
          </label>
        )}
        {problem !== null && <Notice kind="problem">{problem}</Notice>}
        <div className="flex flex-wrap items-center gap-x-4 gap-y-2">
          <button className="button" data-kind="primary">
            {t("category.tender.file")}
          </button>
          <p className="text-sm text-soft">{t("category.tender.fileNote")}</p>
        </div>
      </div>
    </Section>
  );
}
