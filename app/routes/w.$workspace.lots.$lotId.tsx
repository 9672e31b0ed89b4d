import { data, redirect, type ActionFunctionArgs, type LoaderFunctionArgs } from "@remix-run/node";
import { Link, useActionData, useLoaderData } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { Bidders, OwnQuestions, StagesOf } from "../components/check-bidders";
import { SentForm } from "../components/check-fields";
import { PageHead } from "../components/page";
import { Refused } from "../components/refused";
import { RecordTrail } from "../components/record-trail";
import { PastDay, PastDayForm, useSameDay } from "../components/trail-day";
import { nationalKey, regimeKey } from "../i18n/check-keys";
import { countriesIn } from "../i18n/countries.server";
import { useFormat } from "../i18n/format";
import { requestI18n, requestLanguage } from "../i18n/language.server";
import { problemSentence } from "../i18n/problem-sentence";
import { endOfDay, pastDayOf } from "../lib/as-known-on";
import { actOnLot, LotIntent, valuesOf } from "../lib/lot-form.server";
import { getDb } from "../lib/db.server";
import { orNotThen } from "../lib/not-then.server";
import { pageTitle } from "../lib/page-title.server";
import { paths } from "../lib/paths";
import { can } from "../lib/permissions";
import { isProblem } from "../lib/problem";
import { notFound, orNotFound, requireScope } from "../lib/scope.server";
import { titleMeta } from "../lib/title";
import { lotView } from "../services/checks/lot-view.server";
import { dayOf } from "../services/scoring/assessor.server";

export const meta = titleMeta;

export async function loader({ request, params }: LoaderFunctionArgs) {
  const scope = await requireScope(request, params, "vendor-check:read");
  const [db, id, today] = [await getDb(), params["lotId"] ?? "", dayOf(new Date())];
  const day = pastDayOf(request, today);
  const standing = await lotView(db, scope, id).catch(orNotFound);
  const view = day === null ? standing : await lotView(db, scope, id, endOfDay(day)).catch(orNotThen(paths.lot(scope.workspaceSlug, id), day)); // prettier-ignore
  return {
    title: pageTitle(request, { subject: view.lot.name }),
    workspace: scope.workspaceSlug,
    canWrite: day === null && can(scope.role, "vendor-check:write"),
    day,
    today,
    view,
    countries: countriesIn(requestLanguage(request)),
  };
}

export async function action({ request, params }: ActionFunctionArgs) {
  const scope = await requireScope(request, params, "vendor-check:write");
  const form = await request.formData();
  const intent = LotIntent.safeParse(form.get("intent"));
  if (!intent.success) throw new Response(null, { status: 400 });
  const id = params["lotId"] ?? "";
  try {
    await actOnLot(await getDb(), scope, id, intent.data, form, new Date());
    throw redirect(paths.lot(scope.workspaceSlug, id));
  } catch (error) {
    if (!isProblem(error)) throw error;
    if (error.status === 404) throw notFound();
    const problem = problemSentence(requestI18n(request), error);
    return data({ problem, sent: intent.data, values: valuesOf(form) }, { status: error.status });
  }
}

/** Are the checks of all bidders of this lot done? */
export default function Lot() {
  const { t } = useTranslation();
  const format = useFormat();
  const sameDay = useSameDay();
  const { workspace, canWrite, view, countries, day, today } = useLoaderData<typeof loader>();
  const sent = useActionData<typeof action>();
  const { lot } = view;
  const national = lot.national.map((one) => t(nationalKey[one as keyof typeof nationalKey]));
  const facts: readonly (readonly [string, string | null])[] = [
    [t("checks.lot.buyer"), lot.buyer],
    [t("checks.lot.regime"), [t(regimeKey[lot.regime]), ...national, lot.checklist].filter(Boolean).join("; ")],
    [t("checks.lot.subject"), lot.subject],
    [t("checks.lot.cpvIs"), lot.cpv],
    [t("checks.lot.valueIs"), lot.value === null ? null : `${format.fixed(Number(lot.value), 2)} ${lot.currency}`],
  ];
  return (
    <>
      <PageHead
        above={
          <>
            <Link to={sameDay(paths.tenders(workspace))}>{t("tenders.nav")}</Link> · {lot.reference}
          </>
        }
        title={lot.name}
        lead={
          lot.categoryId && (
            <Link to={sameDay(paths.category(workspace, lot.categoryId))}>{t("checks.lot.category")}</Link>
          )
        }
      />
      <PastDay day={day} />
      <SentForm.Provider value={{ sent: sent?.sent ?? null, values: sent?.values ?? {} }}>
        <div className="space-y-5">
          {sent && <Refused>{sent.problem}</Refused>}
          <dl className="card grid grid-cols-1 gap-x-6 p-4 max-sm:[&_dd]:mb-2 sm:gap-y-1 sm:grid-cols-[12rem_minmax(0,1fr)] sm:p-5">
            {facts.map(
              ([label, text]) =>
                text !== null && (
                  <div key={label} className="contents">
                    <dt className="text-soft">{label}</dt>
                    <dd className="mb-1 break-words sm:mb-0">{text}</dd>
                  </div>
                ),
            )}
          </dl>
          <Bidders workspace={workspace} view={view} canWrite={canWrite} countries={countries} />
          <StagesOf view={view} canWrite={canWrite} />
          <OwnQuestions view={view} canWrite={canWrite} />
          <RecordTrail kind="lot" id={lot.id} />
          <PastDayForm today={today} day={day} />
        </div>
      </SentForm.Provider>
    </>
  );
}
