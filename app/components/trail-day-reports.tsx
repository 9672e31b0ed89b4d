import { useTranslation } from "react-i18next";
import { reportStateKey } from "../i18n/report-keys";
import { onDay, paths } from "../lib/paths";
import type { StatesThen } from "../services/trail/records-then.server";
import { Section } from "./page";
import { PlainTable } from "./plain-table";
import { States } from "./trail-day-records";

/** How far reports had come by a day, with the page that lists them as of the same day. */
export function ReportsOfDay({
  workspace,
  day,
  today,
  reports,
}: {
  workspace: string;
  day: string;
  today: string;
  reports: StatesThen<keyof typeof reportStateKey>;
}) {
  const { t } = useTranslation();
  const to = day < today ? onDay(paths.reports(workspace), day) : paths.reports(workspace);
  const title = t("reports.title");
  return (
    <Section id="reports" title={title}>
      <PlainTable
        label={title}
        columns={[{ head: t("trail.on.kind") }, { head: t("trail.on.stood") }]}
        rows={[
          {
            key: "reports",
            cells: [title, <States key="states" found={reports} keys={reportStateKey} to={() => to} />],
          },
        ]}
      />
    </Section>
  );
}
