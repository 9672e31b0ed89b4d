import { data, redirect, type ActionFunctionArgs, type LoaderFunctionArgs } from "@remix-run/node";
import { Link, useActionData, useLoaderData } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { AskCorridor, CorridorAnswer } from "../components/corridors-answer";
import { AddRows } from "../components/corridors-form";
import { OwnRows } from "../components/corridors-own";
import { CorridorsPast } from "../components/corridors-past";
import { CostCategories, PublishedFigures, PublishedRules } from "../components/corridors-tables";
import { ModelTexts } from "../components/method-parts";
import { Notice } from "../components/notice";
import { PageHead } from "../components/page";
import { FormContext } from "../components/recruitment-fields";
import { PastDayForm } from "../components/trail-day";
import { costTextsIn } from "../i18n/cost-texts.server";
import { countriesIn, countryNames } from "../i18n/countries.server";
import { CountryNames } from "../i18n/format";
import { requestI18n, requestLanguage } from "../i18n/language.server";
import { problemSentence } from "../i18n/problem-sentence";
import { CURRENCY_CODES } from "../imports/currencies";
import { pastDayOf } from "../lib/as-known-on";
import { actOnRows, RowsForm } from "../lib/corridors-actions.server";
import { corridorAsked, corridorsThen, corridorsView } from "../lib/corridors-page.server";
import { getDb } from "../lib/db.server";
import { versionShown } from "../lib/method.server";
import { pageTitle } from "../lib/page-title.server";
import { paths } from "../lib/paths";
import { can } from "../lib/permissions";
import { isProblem } from "../lib/problem";
import { notFound, requireScope } from "../lib/scope.server";
import { titleMeta } from "../lib/title";
import { telling } from "../lib/told.server";
import { dayOf } from "../services/scoring/assessor.server";

export const meta = titleMeta;

export async function loader({ request, params }: LoaderFunctionArgs) {
  const scope = await requireScope(request, params, "supplier:read");
  const language = requestLanguage(request);
  const asked = corridorAsked(new URL(request.url).searchParams);
  const today = dayOf(new Date());
  const day = pastDayOf(request, today);
  const countries = countriesIn(language);
  const shared = {
    title: pageTitle(request, "corridors.title"),
    workspace: scope.workspaceSlug,
    countries,
    countryNames: countryNames(
      language,
      countries.map(({ code }) => code),
    ),
    model: versionShown(),
    today,
  };
  if (day !== null) return { ...shared, day, past: await corridorsThen(await getDb(), scope, asked, day) };
  const view = await corridorsView(await getDb(), scope, asked);
  const nameOf = (code: string | null) => countries.find((one) => one.code === code)?.name ?? "";
  const [from, to] = [nameOf(view.from), nameOf(view.to)];
  return {
    ...shared,
    past: null,
    canWrite: can(scope.role, "supplier:write"),
    canExport: can(scope.role, "register:export"),
    view,
    currencies: CURRENCY_CODES,
    texts: costTextsIn(language),
    values: { "cost.origin": from, "cost.destination": to, "rule.country": to || from } as Record<string, string>,
  };
}

export async function action({ request, params, context }: ActionFunctionArgs) {
  const form = await request.formData();
  const parsed = RowsForm.safeParse(Object.fromEntries(form));
  if (!parsed.success) throw new Response(null, { status: 400 });
  const scope = await requireScope(request, params, "supplier:write");
  const { search } = new URL(request.url);
  try {
    const done = await actOnRows(await getDb(), scope, parsed.data, form, new Date());
    if ("told" in done)
      throw redirect(
        paths.corridors(scope.workspaceSlug, search.slice(1), "own"),
        telling(context, done.told, done.id),
      );
    return data({ problem: null, ...done }, { status: 422 });
  } catch (error) {
    if (!isProblem(error)) throw error;
    if (error.status === 404) throw notFound();
    const values = Object.fromEntries([...form].flatMap(([name, value]) => (typeof value === "string" ? [[name, value]] : []))); // prettier-ignore
    const problem = problemSentence(requestI18n(request), error);
    return data({ problem, faults: {}, values, sent: parsed.data.intent }, { status: error.status });
  }
}

/** Is a cost known for the corridor my supplier hires by? If not, ours is added here, with its source. */
export default function Corridors() {
  const { t } = useTranslation();
  const loaded = useLoaderData<typeof loader>();
  const sent = useActionData<typeof action>();
  if (loaded.past)
    return (
      <CountryNames.Provider value={loaded.countryNames}>
        <CorridorsPast {...loaded} />
      </CountryNames.Provider>
    );
  const { workspace, view, canWrite, canExport, countries } = loaded;
  const form = { values: sent?.values ?? loaded.values, faults: sent?.faults ?? {}, notes: {}, tried: null };
  return (
    <CountryNames.Provider value={loaded.countryNames}>
      <PageHead
        above={<Link to={paths.toAsk(workspace)}>{t("recruitment.queue.title")}</Link>}
        title={t("corridors.title")}
        lead={t("corridors.lead")}
      />
      <div className="space-y-5">
        {sent?.problem && <Notice kind="problem">{sent.problem}</Notice>}
        <AskCorridor countries={countries} from={view.from} to={view.to}>
          {view.answer && <CorridorAnswer answer={view.answer} from={view.from!} to={view.to!} canWrite={canWrite} />}
        </AskCorridor>
        <OwnRows workspace={workspace} view={view} canWrite={canWrite} canExport={canExport}>
          {canWrite && (
            <FormContext.Provider value={form}>
              <AddRows
                key={`${view.from} ${view.to} ${view.ownCount}`}
                countries={countries}
                currencies={loaded.currencies}
                today={loaded.today}
                open={sent?.sent ?? (view.answer?.totals.length === 0 ? "add-cost" : null)}
              />
            </FormContext.Provider>
          )}
        </OwnRows>
        <PublishedFigures figures={view.figures} model={loaded.model} />
        <PublishedRules rules={view.rules} />
        <ModelTexts.Provider value={loaded.texts}>
          <CostCategories categories={view.categories} />
        </ModelTexts.Provider>
        <PastDayForm today={loaded.today} day={null} />
      </div>
    </CountryNames.Provider>
  );
}
