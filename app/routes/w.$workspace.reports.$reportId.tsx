import { data, redirect, type ActionFunctionArgs, type LoaderFunctionArgs } from "@remix-run/node";
import { Link, useActionData, useLoaderData } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { SentForm } from "../components/check-fields";
import { Notice } from "../components/notice";
import { PageHead } from "../components/page";
import { RecordTrail } from "../components/record-trail";
import { Refused } from "../components/refused";
import { CommentedBlocks, CommentsOverview } from "../components/report-comments";
import { ReportFiles, ReportNext, ReportStory } from "../components/report-next";
import { ReportOfDay } from "../components/report-past";
import { SubjectNotice } from "../components/report-subject";
import { ReportSigners } from "../components/report-signers";
import { ReportSettingsForm, ReportWrite } from "../components/report-write";
import { PastDay, PastDayForm } from "../components/trail-day";
import { countriesIn } from "../i18n/countries.server";
import { requestI18n, requestLanguage } from "../i18n/language.server";
import { problemSentence } from "../i18n/problem-sentence";
import { pastDayOf } from "../lib/as-known-on";
import { getConfig, getDb } from "../lib/db.server";
import { valuesOf } from "../lib/lot-form.server";
import { pageTitle } from "../lib/page-title.server";
import { paths } from "../lib/paths";
import type { Permission } from "../lib/permissions";
import { isProblem } from "../lib/problem";
import { doAsked, formOf, ReportAsked, reportPage, wordingOf } from "../lib/report-page.server";
import { reportPast } from "../lib/report-past.server";
import { notFound, orNotFound, requireScope } from "../lib/scope.server";
import { titleMeta } from "../lib/title";
import { dayOf } from "../services/scoring/assessor.server";

export const meta = titleMeta;

export async function loader({ request, params }: LoaderFunctionArgs) {
  const scope = await requireScope(request, params, "report:read");
  const id = params["reportId"] ?? "";
  const [db, now, wording] = [await getDb(), new Date(), wordingOf(request)];
  const today = dayOf(now);
  const day = pastDayOf(request, today);
  const titleOf = (page: { readonly title: string }, organisation: string) =>
    pageTitle(request, { subject: `${page.title} · ${organisation}` });
  if (day !== null) {
    const past = await reportPast(db, scope, id, wording, day).catch(orNotFound);
    return { title: titleOf(past, past.organisation), workspace: scope.workspaceSlug, today, day, past };
  }
  const page = await reportPage(db, scope, id, wording, now).catch(orNotFound);
  const isDraft = page.state === "draft" && page.may.write;
  return {
    title: titleOf(page, page.settings.organisation.name),
    workspace: scope.workspaceSlug,
    today,
    past: null,
    page,
    countries: isDraft ? countriesIn(requestLanguage(request)) : [],
    saved: new URL(request.url).searchParams.has("saved"),
    turn: new URL(request.url).searchParams.get("write") ?? "",
  };
}

/** Who may do what a button asks for; in which role somebody may sign is the service's to say. */
const NEEDED: Readonly<Record<ReportAsked["intent"], Permission>> = {
  settings: "report:write",
  state: "report:write",
  "state-next": "report:write",
  submit: "report:write",
  correct: "report:write",
  return: "report:approve",
  approve: "report:approve",
  publish: "report:approve",
  sign: "report:sign",
  comment: "report:comment",
  answer: "report:write",
  "take-back": "report:comment",
  "take-back-answer": "report:write",
};

export async function action({ request, params }: ActionFunctionArgs) {
  const form = await request.formData();
  const asked = ReportAsked.safeParse(Object.fromEntries(form));
  if (!asked.success) throw new Response(null, { status: 400 });
  const { intent } = asked.data;
  const scope = await requireScope(request, params, NEEDED[intent]);
  try {
    const id = await doAsked(
      await getDb(),
      scope,
      params["reportId"] ?? "",
      asked.data,
      new Date(),
      getConfig().dataDir,
    );
    throw redirect(paths.report(scope.workspaceSlug, id, ...after(asked.data)));
  } catch (error) {
    if (!isProblem(error)) throw error;
    if (error.status === 404) throw notFound();
    const problem = problemSentence(requestI18n(request), error);
    const refused =
      asked.data.intent === "state" || asked.data.intent === "state-next"
        ? { point: asked.data.point, problem, text: asked.data.text }
        : null;
    const sent = refused ? `state ${refused.point}` : formOf(asked.data);
    return data({ problem, sent, refused, values: valuesOf(form) }, { status: error.status });
  }
}

/** Where the page goes on once that is done: query and part. */
function after(asked: ReportAsked): [query: string, anchor: string] {
  switch (asked.intent) {
    case "settings":
      return ["saved=1", ""];
    case "state":
      return ["", `point-${asked.point}`];
    case "state-next":
      return [`write=${encodeURIComponent(asked.next)}`, `point-${encodeURIComponent(asked.next)}`];
    case "correct":
      return ["", ""];
    case "comment":
    case "answer":
    case "take-back":
    case "take-back-answer":
      return ["", `comments-${encodeURIComponent(asked.section)}`];
    default:
      return ["", "step"];
  }
}

/** Whether the form says by itself, beside its section, why it came back. */
const isBeside = (form: string): boolean => form.startsWith("comment ") || form.startsWith("answer ");

/** Is it complete, who has to do what, and what does it say? */
export default function ReportOfWorkspace() {
  const { t } = useTranslation();
  const loaded = useLoaderData<typeof loader>();
  const sent = useActionData<typeof action>();
  if (loaded.past) return <ReportOfDay {...loaded} page={loaded.past} />;
  const { workspace, today, page, countries, saved, turn } = loaded;
  const isDraft = page.state === "draft" && page.may.write;
  return (
    <>
      <PageHead
        above={<Link to={paths.reports(workspace)}>{t("reports.title")}</Link>}
        title={page.title}
        lead={
          <>
            <span className="text-ink">{page.number}</span>
            {t("common.separator")}
            <bdi>{page.settings.subject?.name || page.settings.organisation.name}</bdi>
          </>
        }
      >
        <a href="#step" className="button lg:hidden">
          {t("reports.next")}
        </a>
      </PageHead>
      <PastDay day={null} />
      <SentForm.Provider value={{ sent: sent?.sent ?? null, values: sent?.values ?? {} }}>
        <div className="space-y-5">
          {sent && !sent.refused && !isBeside(sent.sent) && <Refused>{sent.problem}</Refused>}
          {!sent && saved && <Notice kind="note">{t("reports.saved")}</Notice>}
          {page.isIntact === false && <Notice kind="problem">{t("reports.notIntact")}</Notice>}
          <SubjectNotice subject={page.subject} workspace={workspace} />
          <div className="grid grid-cols-1 items-start gap-5 lg:grid-cols-[minmax(0,1fr)_20rem]">
            <div className="min-w-0 space-y-5">
              {isDraft && <ReportSettingsForm page={page} countries={countries} />}
              {isDraft && <ReportWrite page={page} refused={sent?.refused ?? null} turn={turn} />}
              <article aria-labelledby="preview" className="card p-4 sm:p-6">
                <h2 id="preview" className="sr-only">
                  {t("reports.preview")}
                </h2>
                <CommentedBlocks
                  blocks={page.blocks}
                  on={{ ...page, mayAnswer: page.may.write, problem: sent?.problem }}
                />
              </article>
            </div>
            <aside className="no-print space-y-5 lg:sticky lg:top-4 lg:-m-1 lg:max-h-[calc(100dvh-2rem)] lg:overflow-y-auto lg:p-1">
              <ReportNext workspace={workspace} page={page} />
              <CommentsOverview workspace={workspace} {...page} before={page.openBefore} />
              <ReportSigners signers={page.signers} />
              <ReportFiles workspace={workspace} page={page} />
              <ReportStory page={page} />
              <RecordTrail kind="report" id={page.id} />
              <PastDayForm today={today} day={null} />
            </aside>
          </div>
        </div>
      </SentForm.Provider>
    </>
  );
}
