import { useTranslation } from "react-i18next";
import { useFormat } from "../i18n/format";
import type { CommitmentsThen } from "../services/commitments/commitments-then.server";
import { CommitmentsPast } from "./commitments-past";

/** Above evidence and judgements of a past day: what of the page is today's, and how many records are left out. */
export function DutyPast({
  day,
  past,
  edition,
  untold,
}: {
  day: string | null;
  past: Pick<CommitmentsThen, "named">;
  /** Day of the edition of the table that is shown. */
  edition: string;
  untold: number;
}) {
  const { t } = useTranslation();
  const format = useFormat();
  return (
    <CommitmentsPast day={day} past={past} today={edition}>
      {t("pastDuties.evidence.rules")}{" "}
      {untold > 0 && t("pastDuties.evidence.untold", { count: untold, formatted: format.count(untold) })}
    </CommitmentsPast>
  );
}
