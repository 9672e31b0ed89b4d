import { useTranslation } from "react-i18next";
import { useFormat } from "../i18n/format";

/** The day by which a next step is to be taken; a day that is over says so in words. */
export function DueDay({ dueOn, isOverdue }: { dueOn: string; isOverdue: boolean }) {
  const { t } = useTranslation();
  const format = useFormat();
  return (
    <span className={isOverdue ? "font-semibold" : undefined}>
      {t("plan.due.by", { day: format.day(dueOn) })}
      {isOverdue && <span className="tag ms-2 border border-high bg-high-wash text-ink">{t("plan.due.over")}</span>}
    </span>
  );
}
