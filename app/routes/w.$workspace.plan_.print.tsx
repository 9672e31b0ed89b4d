import type { LoaderFunctionArgs } from "@remix-run/node";
import { Link, useLoaderData } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { useHydrated } from "../components/hydrated";
import { PageHead } from "../components/page";
import { PlanRecord } from "../components/plan-record";
import { RecordTrail } from "../components/record-trail";
import { countryNames } from "../i18n/countries.server";
import { CountryNames } from "../i18n/format";
import { requestLanguage } from "../i18n/language.server";
import { getDb } from "../lib/db.server";
import { pageTitle } from "../lib/page-title.server";
import { paths } from "../lib/paths";
import { bySeverity, commitmentRows, entryViews, stepsOf } from "../lib/plan-page.server";
import { orNotFound, requireScope } from "../lib/scope.server";
import { titleMeta } from "../lib/title";
import { planRecord } from "../services/plan/plan-view.server";

export const meta = titleMeta;

export async function loader({ request, params }: LoaderFunctionArgs) {
  const scope = await requireScope(request, params, "plan:read");
  const planId = new URL(request.url).searchParams.get("plan") ?? "";
  const { plan, summary, entries } = await planRecord(await getDb(), scope, planId).catch(orNotFound);
  const steps = stepsOf(entries);
  return {
    title: pageTitle(request, "plan.record.title"),
    workspace: scope.workspaceSlug,
    workspaceName: scope.workspaceName,
    isDemo: scope.isDemo,
    today: new Date().toISOString().slice(0, 10),
    plan: { ...plan, summary: null },
    summary,
    bySeverity: bySeverity({ summary, entries }),
    entries: entryViews(entries),
    steps,
    commitments: commitmentRows(steps),
    countryNames: countryNames(
      requestLanguage(request),
      entries.map(({ standing }) => standing.seat),
    ),
  };
}

/** The dated record, to read, print and file: everything laid open, on paper without controls. */
export default function PlanRecordPage() {
  const { t } = useTranslation();
  const hydrated = useHydrated();
  const { workspace, countryNames: names, ...record } = useLoaderData<typeof loader>();
  return (
    <>
      <PageHead
        above={
          <Link to={paths.plan(workspace)} className="no-print text-accent underline">
            {t("plan.record.back")}
          </Link>
        }
        title={t("plan.record.title")}
      >
        {hydrated && (
          <button type="button" className="button no-print" onClick={() => window.print()}>
            {t("plan.record.printIt")}
          </button>
        )}
      </PageHead>
      <CountryNames.Provider value={names}>
        <PlanRecord {...record} />
        <RecordTrail kind="plan" id={record.plan.id} />
      </CountryNames.Provider>
    </>
  );
}
