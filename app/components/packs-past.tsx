import { useTranslation } from "react-i18next";
import { useFormat } from "../i18n/format";
import type { PacksThen } from "../services/packs/packs-then.server";
import { PacksList } from "./packs-list";
import { PageHead, Section } from "./page";
import { PastDay, PastDayForm } from "./trail-day";

/** Packs made by a past day: they are frozen, so each is what it was. */
export function PacksPast({
  workspace,
  day,
  today,
  past: { packs, notMade },
}: {
  workspace: string;
  day: string;
  today: string;
  past: PacksThen;
}) {
  const { t } = useTranslation();
  const format = useFormat();
  return (
    <>
      <PageHead title={t("pack.page.title")} lead={t("pack.page.lead")} />
      <PastDay day={day} names={t("trail.on.peopleToday")} />
      <div className="space-y-5">
        <Section id="made" title={t("pack.page.made")}>
          <PacksList workspace={workspace} packs={packs} />
          {notMade > 0 && (
            <p className="mt-3 text-sm text-soft">
              {t("pastPages.packs.notMade", { count: notMade, formatted: format.count(notMade) })}
            </p>
          )}
        </Section>
        <PastDayForm today={today} day={day} />
      </div>
    </>
  );
}
