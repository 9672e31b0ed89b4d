import { Link } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { useFormat } from "../i18n/format";
import { waitingReportsKey } from "../i18n/report-keys";
import { paths } from "../lib/paths";
import type { WaitingReports } from "../services/reports/waiting-reports.server";
import { useSameDay } from "./trail-day";

const KINDS = ["approve", "publish", "returned"] as const;

/** Does any report wait? */
export const reportsWait = (reports: WaitingReports | null): reports is WaitingReports =>
  reports !== null && KINDS.some((kind) => reports[kind].length > 0);

/** Reports that wait for the reader: one by its own address, several by the list. */
export function ReportsDue({ workspace, reports }: { workspace: string; reports: WaitingReports }) {
  const { t } = useTranslation();
  const format = useFormat();
  const at = useSameDay();
  return KINDS.filter((kind) => reports[kind].length > 0).map((kind) => {
    const ids = reports[kind];
    return (
      <li key={kind}>
        <Link to={at(ids.length === 1 ? paths.report(workspace, ids[0]!) : paths.reports(workspace))}>
          {t(waitingReportsKey[kind], { count: ids.length, formatted: format.count(ids.length) })}
        </Link>
      </li>
    );
  });
}
