import { data, redirect, type ActionFunctionArgs, type LoaderFunctionArgs } from "@remix-run/node";
import { Form, Link, useActionData, useLoaderData } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { Notice } from "../components/notice";
import { PageHead, Section } from "../components/page";
import { ReportsPast } from "../components/report-past";
import { SubjectChoice, WaitingVariants } from "../components/report-start";
import { ReportPages, ReportsTable } from "../components/reports-table";
import { PastDayForm } from "../components/trail-day";
import { requestI18n } from "../i18n/language.server";
import { problemSentence } from "../i18n/problem-sentence";
import { pastDayOf } from "../lib/as-known-on";
import { getDb } from "../lib/db.server";
import { pageTitle } from "../lib/page-title.server";
import { paths } from "../lib/paths";
import { can } from "../lib/permissions";
import { isProblem } from "../lib/problem";
import { reportRows, templateChoices, wordingOf } from "../lib/report-page.server";
import { reportsPast } from "../lib/report-past.server";
import { requireScope } from "../lib/scope.server";
import { titleMeta } from "../lib/title";
import { TEMPLATES } from "../reports/templates";
import { reportList } from "../services/reports/report-view.server";
import { readableKinds } from "../services/reports/subject.server";
import { startReport } from "../services/reports/start-report.server";
import { startableTemplates } from "../services/reports/startable.server";
import { dayOf } from "../services/scoring/assessor.server";

export const meta = titleMeta;

export async function loader({ request, params }: LoaderFunctionArgs) {
  const scope = await requireScope(request, params, "report:read");
  const db = await getDb();
  const wording = wordingOf(request);
  const today = dayOf(new Date());
  const day = pastDayOf(request, today);
  const before = new URL(request.url).searchParams.get("before");
  const shared = {
    isFirst: before === null,
    title: pageTitle(request, "reports.title"),
    workspace: scope.workspaceSlug,
    today,
  };
  if (day !== null) return { ...shared, day, past: await reportsPast(db, scope, wording, day, before) };
  const { lines, next } = await reportList(db, scope, before);
  const startable = can(scope.role, "report:write") ? await startableTemplates(db, scope) : [];
  return {
    ...shared,
    past: null,
    reports: reportRows(lines, wording),
    next,
    readsAll: readableKinds(scope.role).length === TEMPLATES.length,
    maySeePacks: can(scope.role, "disclosure:export"),
    choices: templateChoices(
      startable.map(({ template }) => template),
      wording,
    ).map((choice, at) => ({ ...choice, records: startable[at]!.records, most: startable[at]!.most })),
  };
}

export async function action({ request, params }: ActionFunctionArgs) {
  const scope = await requireScope(request, params, "report:write");
  const form = await request.formData();
  const text = (name: string) => String(form.get(name) ?? "");
  const given = { type: text("type"), variant: text("variant"), subjectId: text("subject"), subjectName: text("name") };
  try {
    const id = await startReport(await getDb(), scope, given, new Date());
    throw redirect(paths.report(scope.workspaceSlug, id));
  } catch (error) {
    if (!isProblem(error)) throw error;
    return data({ problem: problemSentence(requestI18n(request), error), type: given.type }, { status: error.status });
  }
}

/** Which report is needed, and where do those stand that were started? */
export default function Reports() {
  const { t } = useTranslation();
  const loaded = useLoaderData<typeof loader>();
  const sent = useActionData<typeof action>();
  if (loaded.past) return <ReportsPast {...loaded} />;
  const { workspace, today, reports, choices, isFirst, next, readsAll, maySeePacks } = loaded;
  return (
    <>
      <PageHead title={t("reports.title")} lead={t("reports.lead")}>
        <Link to={paths.demand(workspace)} className="button">
          {t("demand.title")}
        </Link>
        {maySeePacks && (
          <Link to={paths.packs(workspace)} className="button">
            {t("pack.page.title")}
          </Link>
        )}
      </PageHead>
      <div className="space-y-5">
        {sent && <Notice kind="problem">{sent.problem}</Notice>}
        <Section id="mine" title={t("reports.mine")}>
          {reports.length === 0 ? (
            <p className="text-soft">{t(readsAll ? "reports.none" : "reports.noneForYou")}</p>
          ) : (
            <ReportsTable workspace={workspace} reports={reports} />
          )}
          <ReportPages workspace={workspace} isFirst={isFirst} next={next} />
        </Section>
        {choices.length > 0 && (
          <Section id="start" title={t("reports.start")} note={t("reports.startLead")}>
            <ul className="grid grid-cols-1 gap-4 md:grid-cols-2">
              {choices.map((choice) => (
                <li key={choice.type} className="flex flex-col gap-2 rounded-md border border-line p-3">
                  <h3 className="font-semibold">{choice.title}</h3>
                  <p className="text-sm text-soft">{choice.lead}</p>
                  <WaitingVariants variants={choice.waiting} />
                  <Form method="post" className="mt-auto flex flex-wrap items-end gap-2">
                    <input type="hidden" name="type" value={choice.type} />
                    <SubjectChoice workspace={workspace} choice={choice} />
                  </Form>
                </li>
              ))}
            </ul>
          </Section>
        )}
        <PastDayForm today={today} day={null} />
      </div>
    </>
  );
}
