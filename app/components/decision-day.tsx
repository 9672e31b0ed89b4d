import { useTranslation } from "react-i18next";
import { useFormat } from "../i18n/format";
import type { DecisionDay } from "../lib/supplier-day-pages.server";
import { Section } from "./page";
import { DecisionRecord } from "./remedy-decision";
import { SupplierDayPage } from "./supplier-day";

/** What had been decided about a supplier by a past day. */
export function DecisionsOnDay({ workspace, id, past }: { workspace: string; id: string; past: DecisionDay }) {
  const { t } = useTranslation();
  const format = useFormat();
  const { decisions, untold } = past;
  return (
    <SupplierDayPage
      workspace={workspace}
      id={id}
      {...past}
      title={t("remedy.decide.title")}
      note={untold > 0 && t("trail.on.left", { count: untold, formatted: format.count(untold) })}
    >
      <Section id="decisions" title={t("remedy.decide.past")}>
        {decisions.length === 0 && <p className="text-soft">{t("trail.on.none")}</p>}
        <ol className="space-y-5">
          {decisions.map((decision) => (
            <li key={decision.id} className="border-b border-line pb-4 last:border-0 last:pb-0">
              <DecisionRecord decision={decision} />
            </li>
          ))}
        </ol>
      </Section>
    </SupplierDayPage>
  );
}
