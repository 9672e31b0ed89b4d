import { data, redirect, type ActionFunctionArgs, type LoaderFunctionArgs } from "@remix-run/node";
import { Link, useActionData, useLoaderData } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { Circle } from "../components/check-circle";
import { Decide } from "../components/check-decision";
import { Facts } from "../components/check-facts";
import { SentForm } from "../components/check-fields";
import { FileCheck } from "../components/check-file";
import { FloorCalculator } from "../components/check-floor";
import { Steps } from "../components/check-steps";
import { Notice } from "../components/notice";
import { PageHead } from "../components/page";
import { RecordTrail } from "../components/record-trail";
import { PastDay, PastDayForm, useSameDay } from "../components/trail-day";
import { checkStateKey, regimeKey, stageKey } from "../i18n/check-keys";
import { countryNames } from "../i18n/countries.server";
import { CountryNames, useFormat } from "../i18n/format";
import { requestI18n, requestLanguage } from "../i18n/language.server";
import { problemSentence } from "../i18n/problem-sentence";
import { pastDayOf } from "../lib/as-known-on";
import { actOnCheck, permissionFor, problemsOf, sentForm } from "../lib/check-actions.server";
import { isCheckIntent } from "../lib/check-form.server";
import { checkPage } from "../lib/check-page.server";
import { getDb } from "../lib/db.server";
import { orNotThen } from "../lib/not-then.server";
import { pageTitle } from "../lib/page-title.server";
import { paths } from "../lib/paths";
import { isProblem } from "../lib/problem";
import { notFound, orNotFound, requireScope } from "../lib/scope.server";
import { titleMeta } from "../lib/title";
import { dayOf } from "../services/scoring/assessor.server";

export const meta = titleMeta;

export async function loader({ request, params }: LoaderFunctionArgs) {
  const scope = await requireScope(request, params, "vendor-check:read");
  const language = requestLanguage(request);
  const [db, id, now] = [await getDb(), params["checkId"] ?? "", new Date()];
  const on = pastDayOf(request, dayOf(now));
  const standing = await checkPage(db, scope, id, { language, on: null, now }).catch(orNotFound);
  const then = () => checkPage(db, scope, id, { language, on, now });
  const page = on === null ? standing : await then().catch(orNotThen(paths.check(scope.workspaceSlug, id), on));
  return {
    title: pageTitle(request, { subject: page.bidder.name }),
    page,
    countryNames: countryNames(language, page.status.firms.map(({ firm }) => firm.country)), // prettier-ignore
  };
}

export async function action({ request, params }: ActionFunctionArgs) {
  const form = await request.formData();
  const given = form.get("intent") ?? (form.has("only") ? "decision" : null);
  if (!isCheckIntent(given)) throw new Response(null, { status: 400 });
  const scope = await requireScope(request, params, permissionFor(given));
  const db = await getDb();
  const id = params["checkId"] ?? "";
  try {
    const done = await actOnCheck(db, scope, id, given, form, new Date());
    throw redirect(paths.check(scope.workspaceSlug, done.checkId, "", done.anchor));
  } catch (error) {
    if (!isProblem(error)) throw error;
    if (error.code === "check.not-found") throw notFound();
    const problems = await problemsOf(db, scope, id, given, form, new Date(), error);
    const i18n = requestI18n(request);
    return data(
      { problems: problems.map((one) => problemSentence(i18n, one)), ...sentForm(given, form) },
      { status: error.status },
    );
  }
}

/** Is there anything against this bidder at this stage, and what do we decide? One page, filed at its end. */
export default function Check() {
  const { t } = useTranslation();
  const format = useFormat();
  const { page, countryNames: names } = useLoaderData<typeof loader>();
  const sent = useActionData<typeof action>();
  const sameDay = useSameDay();
  const { check, lot, bidder, workspace } = page;
  return (
    <CountryNames.Provider value={names}>
      <PageHead
        above={
          <Link to={sameDay(paths.lot(workspace, lot.id))}>
            {lot.reference} – {lot.name}
          </Link>
        }
        title={<bdi className="break-words">{bidder.name}</bdi>}
        lead={
          <>
            <strong className="text-ink">{t(stageKey[check.stage])}</strong>
            {t("common.separator")}
            {t(regimeKey[lot.regime])}
            {t("common.separator")}
            {t(checkStateKey[check.state])}
            {check.fileNo !== null &&
              `${t("common.separator")}${t("checks.number", { no: format.count(check.fileNo) })}`}
          </>
        }
      />
      <PastDay day={page.on} />
      <SentForm.Provider value={{ sent: sent?.sent ?? null, values: sent?.values ?? {} }}>
        <div className="space-y-5">
          {sent?.problems.map((problem) => (
            <Notice key={problem} kind="problem">
              {problem}
            </Notice>
          ))}
          {check.correctionReason && (
            <Notice kind="note">{t("checks.correction", { reason: check.correctionReason })}</Notice>
          )}
          <Circle page={page} />
          <Steps page={page} />
          {check.stage === "award" && <FloorCalculator page={page} />}
          <Facts page={page} />
          <Decide page={page} />
          <FileCheck page={page} />
          <RecordTrail kind="check" id={check.id} />
          <PastDayForm today={page.today} day={page.on} />
        </div>
      </SentForm.Provider>
    </CountryNames.Provider>
  );
}
