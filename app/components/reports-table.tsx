import { Link } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { useFormat } from "../i18n/format";
import { reportStateKey } from "../i18n/report-keys";
import { paths } from "../lib/paths";
import type { reportRows } from "../lib/report-page.server";
import { PlainTable } from "./plain-table";
import { useSameDay } from "./trail-day";

/** Reports with what each is about and how far it has come, or had come on the day that the address asks for. */
export function ReportsTable({ workspace, reports }: { workspace: string; reports: ReturnType<typeof reportRows> }) {
  const { t } = useTranslation();
  const format = useFormat();
  const sameDay = useSameDay();
  return (
    <PlainTable
      columns={[
        { head: t("reports.column.report") },
        { head: t("reports.column.about") },
        { head: t("reports.column.state") },
        { head: t("reports.column.changed") },
      ]}
      rows={reports.map(({ id, title, variant, about, number, state, startedAt }) => ({
        key: id,
        cells: [
          <>
            <Link to={sameDay(paths.report(workspace, id))}>{title}</Link>
            {variant && <span className="block text-sm text-soft">{variant}</span>}
          </>,
          <bdi key="about">{about}</bdi>,
          number ?? t(reportStateKey[state]),
          format.day(startedAt),
        ],
      }))}
    />
  );
}

/** The way to the newest reports and to those before the last one shown, on the same day. */
export function ReportPages({
  workspace,
  isFirst,
  next,
}: {
  workspace: string;
  isFirst: boolean;
  next: string | null;
}) {
  const { t } = useTranslation();
  const sameDay = useSameDay();
  if (isFirst && next === null) return null;
  return (
    <p className="no-print mt-3 flex flex-wrap gap-3">
      {!isFirst && (
        <Link to={sameDay(paths.reports(workspace))} className="button">
          {t("reports.newest")}
        </Link>
      )}
      {next !== null && (
        <Link to={sameDay(paths.reports(workspace, `before=${next}`))} className="button">
          {t("reports.older")}
        </Link>
      )}
    </p>
  );
}
