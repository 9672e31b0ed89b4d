import type { LoaderFunctionArgs } from "@remix-run/node";
import { Link, useLoaderData } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { CategoryRecordView } from "../components/category-record";
import { useHydrated } from "../components/hydrated";
import { Notice } from "../components/notice";
import { ReportStarts } from "../components/report-starts";
import { PageHead } from "../components/page";
import { RecordTrail } from "../components/record-trail";
import { PastDay, PastDayForm, useSameDay } from "../components/trail-day";
import { CountryNames } from "../i18n/format";
import { requestLanguage } from "../i18n/language.server";
import { endOfDay, pastDayOf } from "../lib/as-known-on";
import { recordView } from "../lib/category-record.server";
import { getDb } from "../lib/db.server";
import { orNotThen } from "../lib/not-then.server";
import { pageTitle } from "../lib/page-title.server";
import { paths } from "../lib/paths";
import { can } from "../lib/permissions";
import { orNotFound, requireScope } from "../lib/scope.server";
import { titleMeta } from "../lib/title";
import { categoryStory } from "../services/categories/category-record.server";
import { startsFrom } from "../services/reports/startable.server";
import { dayOf } from "../services/scoring/assessor.server";

export const meta = titleMeta;

export async function loader({ request, params }: LoaderFunctionArgs) {
  const scope = await requireScope(request, params, "category:read");
  const [db, id, today] = [await getDb(), params["categoryId"] ?? "", dayOf(new Date())];
  const day = pastDayOf(request, today);
  const standing = await categoryStory(db, scope, id).catch(orNotFound);
  const story = day === null ? standing : await categoryStory(db, scope, id, endOfDay(day)).catch(orNotThen(paths.category(scope.workspaceSlug, id), day)); // prettier-ignore
  return {
    title: pageTitle(request, { subject: story.record.title }),
    workspace: scope.workspaceSlug,
    canWrite: day === null && can(scope.role, "category:write"),
    reports: day === null ? startsFrom(scope.role, "category") : [],
    opensLots: day === null && can(scope.role, "vendor-check:write"),
    day,
    now: today,
    justFiled: new URL(request.url).searchParams.has("filed"),
    today: day ?? today,
    ...recordView(story, requestLanguage(request)),
  };
}

/** What did we know and decide before the notice: to read, to print, to file, and to open a lot from. */
export default function CategoryPage() {
  const { t } = useTranslation();
  const sameDay = useSameDay();
  const hydrated = useHydrated();
  const loaded = useLoaderData<typeof loader>();
  const { workspace, record, correctQuery, canWrite, justFiled } = loaded;
  return (
    <CountryNames.Provider value={loaded.countryNames}>
      <PageHead
        above={
          <Link to={sameDay(paths.tenders(workspace))} className="link no-print">
            {t("category.record.back")}
          </Link>
        }
        title={t("category.record.title", { number: String(record.number) })}
        lead={record.title}
      >
        <div className="no-print flex flex-wrap gap-2">
          {hydrated && (
            <button type="button" className="button" onClick={() => window.print()}>
              {t("category.record.print")}
            </button>
          )}
          <a href={paths.categoryFile(workspace, record.id)} download className="button">
            {t("category.record.json")}
          </a>
          {canWrite && loaded.newerId === null && (
            <Link to={paths.newCategory(workspace, correctQuery)} className="button">
              {t("category.record.correct")}
            </Link>
          )}
          <ReportStarts workspace={workspace} types={loaded.reports} subject={record.id} />
        </div>
      </PageHead>
      <PastDay day={loaded.day} />
      {justFiled && (
        <output className="no-print mb-5 block rounded-md border border-line bg-accent-wash px-3 py-2 font-semibold">
          {t("category.record.just")}
        </output>
      )}
      {loaded.newerId !== null && (
        <div className="mb-5">
          <Notice kind="problem">
            {t("category.record.newer")}{" "}
            <Link to={sameDay(paths.category(workspace, loaded.newerId))}>
              {t("category.record.openNewer", { version: String(loaded.newerVersion) })}
            </Link>
          </Notice>
        </div>
      )}
      {loaded.opensLots && loaded.newerId === null && (
        <section className="no-print card mb-5 flex flex-wrap items-center justify-between gap-x-8 gap-y-3 p-4 sm:p-5">
          <p className="prose-width">{t("category.record.lotNote")}</p>
          <Link to={paths.newLot(workspace, record.id)} className="button" data-kind="primary">
            {t("category.record.lot")}
          </Link>
        </section>
      )}
      <CategoryRecordView {...loaded} />
      <div className="mt-5">
        <RecordTrail kind="category" id={record.id} />
        <PastDayForm today={loaded.now} day={loaded.day} />
      </div>
    </CountryNames.Provider>
  );
}
