import { data, redirect, type ActionFunctionArgs, type LoaderFunctionArgs } from "@remix-run/node";
import { Link, useActionData, useLoaderData } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { DutyJudgement } from "../components/duty-judgement";
import { DutyPast } from "../components/duty-past";
import { DutyFacts, DutyHeld } from "../components/duty-row";
import { Notice } from "../components/notice";
import { PageHead } from "../components/page";
import { RecordTrail } from "../components/record-trail";
import { PastDayForm, useSameDay } from "../components/trail-day";
import { countriesIn, countryNames } from "../i18n/countries.server";
import { CountryNames } from "../i18n/format";
import { engineKey } from "../i18n/keys";
import { requestI18n, requestLanguage } from "../i18n/language.server";
import { problemSentence } from "../i18n/problem-sentence";
import { pastDayOf } from "../lib/as-known-on";
import { getDb } from "../lib/db.server";
import { pageTitle } from "../lib/page-title.server";
import { paths } from "../lib/paths";
import { isProblem } from "../lib/problem";
import { notFound, orNotFound, requireScope } from "../lib/scope.server";
import { titleMeta } from "../lib/title";
import { titleKey } from "../reports/report-keys";
import { templateOf } from "../reports/templates";
import { commitmentView } from "../services/commitments/commitment-view.server";
import { commitmentsThen } from "../services/commitments/commitments-then.server";
import { judgeCommitment } from "../services/commitments/judge-commitment.server";
import { takeBackJudgement } from "../services/commitments/take-back-judgement.server";
import { dayOf } from "../services/scoring/assessor.server";

export const meta = titleMeta;

export async function loader({ request, params }: LoaderFunctionArgs) {
  const scope = await requireScope(request, params, "commitment:read");
  const id = params["commitmentId"] ?? "";
  const db = await getDb();
  const today = dayOf(new Date());
  const day = pastDayOf(request, today);
  const past = day === null ? null : await commitmentsThen(db, scope, day);
  const view = await commitmentView(db, scope, id, day ?? today, past).catch(orNotFound);
  const { t } = requestI18n(request);
  const language = requestLanguage(request);
  const titleOf = (type: string) => {
    const template = templateOf(type);
    return template ? t(engineKey(titleKey(template))) : type;
  };
  return {
    title: pageTitle(request, { subject: `${view.row.instrumentShort}, ${view.row.article}` }),
    workspace: scope.workspaceSlug,
    saved: new URL(request.url).searchParams.get("saved"),
    view,
    day,
    today,
    past,
    reportTitles: Object.fromEntries((view.reports ?? []).map(({ type }) => [type, titleOf(type)])),
    countryNames: countryNames(
      language,
      countriesIn(language).map(({ code }) => code),
    ),
  };
}

/** Judges the row, or takes a judgement back: whoever approves reports. */
export async function action({ request, params }: ActionFunctionArgs) {
  const scope = await requireScope(request, params, "report:approve");
  const id = params["commitmentId"] ?? "";
  const form = await request.formData();
  const text = (name: string) => {
    const value = form.get(name);
    return typeof value === "string" ? value : "";
  };
  const intent = text("intent");
  const db = await getDb();
  try {
    if (intent === "judge") {
      const given = { judgement: text("judgement"), reason: text("reason"), replaces: text("replaces") };
      await judgeCommitment(db, scope, id, given, new Date());
    } else if (intent === "take-back") {
      const of = { judgementId: text("of"), commitmentId: id };
      await takeBackJudgement(db, scope, of, text("reason"), new Date());
    } else throw new Response(null, { status: 400 });
    throw redirect(paths.commitment(scope.workspaceSlug, id, `saved=${intent}`, "judgement"));
  } catch (error) {
    if (!isProblem(error)) throw error;
    if (error.status === 404) throw notFound();
    const typed = { intent, judgement: text("judgement"), reason: text("reason") };
    return data({ problem: problemSentence(requestI18n(request), error), typed }, { status: error.status });
  }
}

/** What does this row ask, what do we hold for it, and is it met, as whom judges? */
export default function Commitment() {
  const { t } = useTranslation();
  const {
    view,
    workspace,
    saved,
    reportTitles,
    day,
    today,
    past,
    countryNames: names,
  } = useLoaderData<typeof loader>();
  const sameDay = useSameDay();
  const sent = useActionData<typeof action>();
  const { row, judged } = view;
  return (
    <CountryNames.Provider value={names}>
      <PageHead
        above={
          <>
            <Link to={sameDay(paths.commitments(workspace))}>{t("commitments.title")}</Link>
            {t("common.separator")}
            <Link to={sameDay(paths.commitmentsEvidence(workspace))}>{t("dutyEvidence.title")}</Link>
          </>
        }
        title={
          <span lang="en">
            {row.instrumentShort}, {row.article}
          </span>
        }
        lead={<span lang="en">{row.requirement}</span>}
      />
      {past && <DutyPast day={day} past={past} edition={view.edition} untold={view.untold} />}
      <div className="space-y-5">
        {sent?.problem && <Notice kind="problem">{sent.problem}</Notice>}
        <DutyFacts view={view} workspace={workspace} />
        <DutyHeld view={view} workspace={workspace} reportTitles={reportTitles} />
        <DutyJudgement view={view} saved={sent ? null : saved} typed={sent?.typed ?? null} />
        {judged && <RecordTrail kind="judgement" id={judged.id} />}
        <PastDayForm today={today} day={day} />
      </div>
    </CountryNames.Provider>
  );
}
