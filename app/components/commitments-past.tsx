import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";
import { useFormat } from "../i18n/format";
import type { CommitmentsThen } from "../services/commitments/commitments-then.server";
import { PastDay } from "./trail-day";

/** Above the table of commitments on a past day: which edition was in use, as far as a record names it, and what is today's. */
export function CommitmentsPast({
  day,
  past: { named },
  today,
  children,
}: {
  day: string | null;
  past: Pick<CommitmentsThen, "named">;
  /** Day of the edition that is shown. */
  today: string | null;
  children?: ReactNode;
}) {
  const { t } = useTranslation();
  const format = useFormat();
  const editions = named && { day: format.day(named.day), when: format.minute(named.at), today: today ? format.day(today) : "" }; // prettier-ignore
  return (
    <PastDay day={day} names={t("trail.on.peopleToday")}>
      {t("pastPages.commitments.asOf")}{" "}
      {named === null || editions === null
        ? t("pastPages.commitments.noEdition")
        : t(named.isToday ? "pastPages.commitments.same" : "pastPages.commitments.other", editions)}{" "}
      {children}
    </PastDay>
  );
}
