import { Link } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { useFormat } from "../i18n/format";
import { paths } from "../lib/paths";
import type { ReportPast, reportsPast } from "../lib/report-past.server";
import { Notice } from "./notice";
import { PageHead, Section } from "./page";
import { RecordTrail } from "./record-trail";
import { CommentedBlocks, CommentsOverview } from "./report-comments";
import { ReportFiles, ReportStory } from "./report-next";
import { ReportSigners } from "./report-signers";
import { ReportPages, ReportsTable } from "./reports-table";
import { PastDay, PastDayForm, useSameDay } from "./trail-day";

interface OfDay {
  readonly workspace: string;
  readonly day: string;
  readonly today: string;
}

/** Which reports had been started by a past day, and how far each had come. */
export function ReportsPast({
  workspace,
  day,
  today,
  past: { reports, untold, next },
  isFirst,
}: OfDay & { past: Awaited<ReturnType<typeof reportsPast>>; isFirst: boolean }) {
  const { t } = useTranslation();
  const format = useFormat();
  return (
    <>
      <PageHead title={t("reports.title")} lead={t("reports.lead")} />
      <PastDay day={day} names={t("reportPast.names")} />
      <div className="space-y-5">
        <Section id="mine" title={t("reports.mine")}>
          {reports.length === 0 ? (
            <p className="text-soft">{t("reportPast.none")}</p>
          ) : (
            <ReportsTable workspace={workspace} reports={reports} />
          )}
          <ReportPages workspace={workspace} isFirst={isFirst} next={next} />
          {untold > 0 && (
            <p className="mt-3 text-sm text-soft">
              {t("trail.on.left", { count: untold, formatted: format.count(untold) })}
            </p>
          )}
        </Section>
        <PastDayForm today={today} day={day} />
      </div>
    </>
  );
}

/** What a report said on a past day, who stood by it by then, and what had become of it. */
export function ReportOfDay({ workspace, day, today, page }: OfDay & { page: ReportPast }) {
  const { t } = useTranslation();
  const format = useFormat();
  const sameDay = useSameDay();
  return (
    <>
      <PageHead
        above={<Link to={sameDay(paths.reports(workspace))}>{t("reports.title")}</Link>}
        title={page.title}
        lead={
          <>
            <span className="text-ink">{page.number}</span>
            {t("common.separator")}
            <bdi>{page.about}</bdi>
          </>
        }
      />
      <PastDay day={day} names={t("reportPast.names")} />
      <div className="space-y-5">
        {page.isIntact === false && <Notice kind="problem">{t("reports.notIntact")}</Notice>}
        {page.givenBackAt && (
          <Notice kind="note">{t("reportPast.givenBack", { day: format.day(page.givenBackAt) })}</Notice>
        )}
        <div className="grid grid-cols-1 items-start gap-5 lg:grid-cols-[minmax(0,1fr)_20rem]">
          <article aria-labelledby="preview" className="card min-w-0 p-4 sm:p-6">
            <h2 id="preview" className="sr-only">
              {t("reportPast.shown")}
            </h2>
            <CommentedBlocks blocks={page.blocks} on={{ ...page, commentOn: null, mayAnswer: false }} />
          </article>
          <aside className="no-print space-y-5 lg:sticky lg:top-4 lg:-m-1 lg:max-h-[calc(100dvh-2rem)] lg:overflow-y-auto lg:p-1">
            {page.isPublished ? (
              <ReportFiles workspace={workspace} page={page} note={t("reportPast.files")} />
            ) : (
              <Section id="files" title={t("reports.files")}>
                <p className="text-sm text-soft">{t("reportPast.noFiles")}</p>
              </Section>
            )}
            <CommentsOverview workspace={workspace} {...page} before={null} />
            {page.signers.length > 0 && <ReportSigners signers={page.signers} />}
            <ReportStory page={page} />
            {page.correction !== null && (
              <p className="text-sm">
                {t("reports.correctedBy")}{" "}
                <Link to={sameDay(paths.report(workspace, page.correction))}>{t("reports.toCorrection")}</Link>
              </p>
            )}
            <RecordTrail kind="report" id={page.id} />
            <PastDayForm today={today} day={day} />
          </aside>
        </div>
      </div>
    </>
  );
}
