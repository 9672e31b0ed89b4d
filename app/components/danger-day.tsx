import { useTranslation } from "react-i18next";
import { useFormat } from "../i18n/format";
import type { DangerDay } from "../lib/supplier-day-pages.server";
import { DangerContacts } from "./danger-help";
import { Section } from "./page";
import { SupplierDayPage } from "./supplier-day";

/** Whether a supplier could be written to at the end of a past day, and who could help. */
export function DangerOnDay({ workspace, id, past }: { workspace: string; id: string; past: DangerDay }) {
  const { t } = useTranslation();
  const { country, contacts, whyNot } = past;
  return (
    <SupplierDayPage workspace={workspace} id={id} {...past} title={t("danger.title")}>
      <Section id="hold" title={t("danger.past.title")}>
        <Hold hold={past.hold} />
      </Section>
      {whyNot === null && <DangerContacts country={country} contacts={contacts} canHold={false} />}
    </SupplierDayPage>
  );
}

function Hold({ hold }: Pick<DangerDay, "hold">) {
  const { t } = useTranslation();
  const format = useFormat();
  if (!hold) return <p>{t("danger.past.none")}</p>;
  const { since, asked, endedAt } = hold;
  return (
    <div className="space-y-2">
      <p>{t("danger.past.stood", { when: format.minute(since) })}</p>
      {asked !== null && (
        <p className="break-words">
          {asked === "untold"
            ? t("danger.past.erased")
            : t("danger.asked", { who: asked.who ?? t("findings.page.nobody"), reason: asked.reason })}
        </p>
      )}
      {asked !== null && asked !== "untold" && !asked.isLast && <p>{t("danger.past.again")}</p>}
      {endedAt !== null && (
        <p className="text-sm text-soft">{t("danger.past.ended", { when: format.minute(endedAt) })}</p>
      )}
    </div>
  );
}
