import { useTranslation } from "react-i18next";
import type { RecruitmentDay } from "../lib/supplier-day-pages.server";
import { AsOfResult } from "./recruitment-as-of";
import { RecordedAnswers } from "./recruitment-history";
import { SupplierDayPage } from "./supplier-day";

/** What a supplier had answered on recruitment by a past day. */
export function RecruitmentOnDay({ workspace, id, past }: { workspace: string; id: string; past: RecruitmentDay }) {
  const { t } = useTranslation();
  const { asOf, answers, leavesInternal } = past;
  return (
    <SupplierDayPage
      workspace={workspace}
      id={id}
      {...past}
      title={t("recruitment.title")}
      note={leavesInternal && t("supplierDay.internal")}
    >
      {asOf.known && <AsOfResult asOf={asOf} back={null} />}
      {asOf.known && <RecordedAnswers answers={answers} canWrite={false} isPast />}
    </SupplierDayPage>
  );
}
