import { data, redirect, type ActionFunctionArgs, type LoaderFunctionArgs } from "@remix-run/node";
import { Link, useActionData, useLoaderData, useSearchParams } from "@remix-run/react";
import { useMemo, useRef } from "react";
import { useTranslation } from "react-i18next";
import { listSuppliers, registerFacets } from "../../db/queries/register-page";
import type { Database } from "../../db/database";
import { listViews, openingView } from "../../db/queries/views";
import type { RegisterSort } from "../../db/schema/codes";
import { ColumnChoice, DataTable } from "../components/data-table";
import { useHydrated } from "../components/hydrated";
import { useLinksWithin } from "../components/links-within";
import { Empty } from "../components/empty";
import { Notice } from "../components/notice";
import { PageHead } from "../components/page";
import { PastList } from "../components/past-list";
import { PastDayForm } from "../components/trail-day";
import { ScrollRegion } from "../components/scroll-region";
import { useRefreshWhile } from "../components/refresh";
import { DoneNote } from "../components/done-note";
import { ChoiceBar, useChoice } from "../components/supplier-choice";
import { supplierColumns, tiedLines, unpackLines } from "../components/supplier-columns";
import { SupplierFilters } from "../components/supplier-filters";
import { ExportMenu, ViewLinks, ViewMenu } from "../components/supplier-views";
import { countryNames } from "../i18n/countries.server";
import { CountryNames, useFormat } from "../i18n/format";
import { sortKey } from "../i18n/keys";
import { requestI18n, requestLanguage } from "../i18n/language.server";
import { problemSentence } from "../i18n/problem-sentence";
import { getDb } from "../lib/db.server";
import { readAsked, type AskedList } from "../lib/past-list.server";
import { pageTitle } from "../lib/page-title.server";
import { paths } from "../lib/paths";
import { can } from "../lib/permissions";
import { isProblem } from "../lib/problem";
import { orNotFound, requireScope, type WorkspaceScope } from "../lib/scope.server";
import {
  ALIKE_NAME,
  changedQuery,
  CHOICE_FORM,
  CHOICE_NAME,
  keptQuery,
  NARROWING,
  naturalDirection,
  PAGE_SIZE,
  viewQuery,
} from "../lib/supplier-query";
import { askedHere, readSupplierQuery } from "../lib/supplier-query.server";
import { changeViews, packedFacets, packedLines, viewLinks } from "../lib/supplier-table.server";
import { changeSuppliers, doneView, permissionFor, SupplierForm } from "../lib/supplier-actions.server";
import { titleMeta } from "../lib/title";
import { telling } from "../lib/told.server";
import { assessorFor, dayOf } from "../services/scoring/assessor.server";
import { mayShareViews } from "../services/views/save-view.server";

export const meta = titleMeta;

export async function loader({ request, params }: LoaderFunctionArgs) {
  const scope = await requireScope(request, params, "supplier:read");
  const db = await getDb();
  const { searchParams: search } = new URL(request.url);
  const views = await listViews(db, scope);
  const opening = search.size === 0 ? openingView(views, scope.userId) : null;
  if (opening)
    throw redirect(paths.suppliers(scope.workspaceSlug, `${opening.query}${opening.query && "&"}view=${opening.id}`));
  return readAsked(db, scope, search, (asked) => tableOf(request, db, scope, views, asked));
}

/** The table of a list, or what is said where there is none to show. */
async function tableOf(
  request: Request,
  db: Database,
  scope: WorkspaceScope,
  views: Awaited<ReturnType<typeof listViews>>,
  { generation, past, linesThen }: AskedList,
) {
  const { searchParams: search } = new URL(request.url);
  const query = readSupplierQuery(search);
  // Who stands like whom is told of the list that is shown now.
  if (past && query.alike !== null)
    throw redirect(paths.suppliers(scope.workspaceSlug, changedQuery(search, { [ALIKE_NAME]: null })));
  const base = {
    title: pageTitle(request, "suppliers.title"),
    workspace: scope.workspaceSlug,
    query,
    past,
    today: dayOf(new Date()),
    // A past day can be looked at, and neither changed nor taken away as if it were today's.
    canExport: past === null && can(scope.role, "register:export"),
    canChange: past === null && can(scope.role, "supplier:write"),
    done: await doneView(db, scope, search, requestLanguage(request)),
    canUpload: past === null && can(scope.role, "import:write"),
    mayShare: mayShareViews(scope),
    countryNames: countryNames(requestLanguage(request), query.country),
    views: past === null ? viewLinks(scope, views) : [],
  };
  if (generation === null) return { ...base, page: null, rows: "[]", facets: null, alikeName: null, waiting: false };
  const { alikeName = null, ...asked } = await askedHere(db, scope, query);
  const [{ rows, ...page }, facets] = await Promise.all([
    listSuppliers(db, scope, {
      ...asked,
      generation,
      linesThen,
      after: query.after ?? undefined,
      before: query.before ?? undefined,
      limit: PAGE_SIZE,
    }),
    registerFacets(db, scope, generation, asked.filters),
  ]);
  const language = requestLanguage(request);
  return {
    ...base,
    page,
    alikeName,
    rows: packedLines(rows, language),
    facets: facets && packedFacets(facets, language),
    waiting: !page.ready,
  };
}

export async function action({ request, params, context }: ActionFunctionArgs) {
  const undo = SupplierForm.safeParse(Object.fromEntries(await request.clone().formData()));
  if (undo.success && undo.data.intent === "undo") {
    const scope = await requireScope(request, params, permissionFor(undo.data));
    const { resolver } = assessorFor(dayOf(new Date()));
    const problem = await changeSuppliers(await getDb(), scope, undo.data, { ids: [] }, resolver, new Date()).then(
      () => null,
      (error: unknown) => (isProblem(error) ? error : orNotFound(error)),
    );
    if (problem === null)
      return redirect(paths.suppliers(scope.workspaceSlug, new URL(request.url).searchParams.toString()));
    return data({ problem: problemSentence(requestI18n(request), problem) }, { status: problem.status });
  }
  const scope = await requireScope(request, params, "supplier:read");
  try {
    const done = await changeViews(await getDb(), scope, request, new Date());
    return done === null
      ? data({ problem: null }, { status: 422 })
      : redirect(done.to, telling(context, done.told, done.of));
  } catch (error) {
    if (!isProblem(error) || error.status !== 409) return orNotFound(error);
    return data({ problem: problemSentence(requestI18n(request), error) }, { status: error.status });
  }
}

/** The suppliers of the published list: look up one, or read from the top. */
export default function Suppliers() {
  const { t } = useTranslation();
  const {
    workspace,
    page,
    waiting,
    views,
    canChange,
    canUpload,
    done,
    past,
    today,
    countryNames: names,
  } = useLoaderData<typeof loader>();
  const [search] = useSearchParams();
  useRefreshWhile(waiting);
  const current = views.find(({ id }) => id === search.get("view")) ?? null;
  const changed = current !== null && current.query !== viewQuery(search);
  const problem = useActionData<typeof action>()?.problem;
  return (
    <CountryNames.Provider value={names}>
      <PageHead title={t("suppliers.title")} lead={page ? t("suppliers.lead") : null} />
      {problem && (
        <div className="mb-4">
          <Notice kind="problem">{problem}</Notice>
        </div>
      )}
      <PastList workspace={workspace} past={past}>
        {past?.is === "kept" && t("trail.on.changed")}
      </PastList>
      <DoneNote done={done} canUndo={canChange} />
      <ViewLinks workspace={workspace} views={views} current={current} changed={changed} />
      {page && <SupplierTable />}
      {!page && past === null && (
        <Empty
          title={t("shell.empty.noListTitle")}
          to={canUpload ? paths.newImport(workspace) : undefined}
          action={t("shell.empty.upload")}
        >
          {t("shell.empty.suppliers")}
        </Empty>
      )}
      <div className="mt-4">
        <PastDayForm today={today} day={past?.day ?? null} />
      </div>
    </CountryNames.Provider>
  );
}

/** More than an action may be about are not offered: the filters are to be narrowed first. */
const MOST_AT_ONCE = 500;

/** The column an order belongs to. */
const COLUMN_OF = { name: "name", score: "score", spend: "amount", priority: "priority" } as const;

function SupplierTable() {
  const { t } = useTranslation();
  const format = useFormat();
  const {
    workspace,
    page,
    rows: packed,
    facets,
    alikeName,
    query,
    canExport,
    canChange,
    mayShare,
    views,
    past,
  } = useLoaderData<typeof loader>();
  const [search] = useSearchParams();
  const hydrated = useHydrated();
  const place = useRef<HTMLDivElement>(null);
  useLinksWithin(place);
  const { chosen, all, none } = useChoice(place);
  const { sort, direction, hidden } = query;
  const current = direction ?? naturalDirection(sort);
  const address = search.toString();
  const day = past?.day ?? null;
  const rows = useMemo(() => unpackLines(packed), [packed]);
  // Names and amounts tell apart what they put in order.
  const tied = useMemo(() => (sort === "name" || sort === "spend" ? 0 : tiedLines(rows)), [rows, sort]);

  const columns = useMemo(() => {
    const here = new URLSearchParams(address);
    const sortHref = (order: RegisterSort) => {
      const start = naturalDirection(order);
      const turned = order === sort && current === start ? (start === "asc" ? "desc" : "asc") : null;
      return `?${changedQuery(here, { sort: order, direction: turned })}`;
    };
    return supplierColumns({ t, format, workspace, sortHref, day });
  }, [t, format, workspace, address, sort, current, day]);

  if (!page) return null;
  const { count, nextCursor, previousCursor, ready } = page;
  const move = (to: "after" | "before", cursor: string) => `?${changedQuery(search, { [to]: cursor })}`;
  const shown = new URLSearchParams(keptQuery(search, []));
  const view = views.find(({ id }) => id === search.get("view")) ?? null;
  return (
    <div className="space-y-4">
      <SupplierFilters
        q={query.q}
        chosen={query}
        only={query.only.length}
        alike={query.alike === null ? null : (alikeName ?? query.alike)}
        facets={facets}
        counted={query.q === "" && query.only.length === 0 && query.alike === null}
      />
      {!ready && <Notice kind="note">{t("suppliers.preparing")}</Notice>}
      <div className="flex flex-wrap items-center justify-between gap-3">
        <p className="figures" aria-live="polite">
          <strong>
            {count.atLeast
              ? t("suppliers.countMore", { formatted: format.count(count.value) })
              : t("suppliers.count", { count: count.value, formatted: format.count(count.value) })}
          </strong>
          <span className="text-soft"> · {t("suppliers.sortedBy", { order: t(sortKey[sort]) })}</span>
          {sort !== "priority" && (
            <>
              {" "}
              <Link
                to={`?${changedQuery(search, { sort: null, direction: null })}`}
                className="text-sm text-accent underline underline-offset-4"
              >
                {t("suppliers.byPriority")}
              </Link>
            </>
          )}
          {tied > 0 && (
            <span className="block text-sm text-soft">{t("suppliers.tied", { formatted: format.count(tied) })}</span>
          )}
        </p>
        <div className="relative flex w-full flex-wrap items-center gap-2 sm:w-auto">
          {day === null && (
            <ViewMenu
              key={view?.id}
              workspace={workspace}
              views={views}
              current={view}
              changed={false}
              query={viewQuery(search)}
              mayShare={mayShare}
            />
          )}
          <ColumnChoice columns={columns} hidden={hidden} keep={keptQuery(search, ["cols"])} />
          {canExport && <ExportMenu workspace={workspace} query={shown.toString()} />}
        </div>
      </div>
      <div ref={place} className="space-y-4">
        {rows.length === 0 ? (
          <NoRows found={count.value > 0} />
        ) : (
          <ScrollRegion label={t("suppliers.caption")} className="card">
            <DataTable
              rows={rows}
              columns={columns}
              rowId={({ id }) => id}
              caption={t("suppliers.caption")}
              sortedBy={{ id: COLUMN_OF[sort], descending: (current === "desc") !== (sort === "priority") }}
              hidden={hidden}
              choice={
                day === null
                  ? {
                      form: CHOICE_FORM,
                      name: CHOICE_NAME,
                      label: ({ name }) => name,
                      chosen,
                      all: hydrated ? all : undefined,
                    }
                  : undefined
              }
            />
          </ScrollRegion>
        )}
      </div>
      {day === null && (rows.length > 0 || chosen.size > 0) && (
        <ChoiceBar
          workspace={workspace}
          chosen={chosen}
          onPage={rows.map(({ id }) => id)}
          keep={keptQuery(search, [...NARROWING, "view"])}
          canExport={canExport}
          canChange={canChange}
          onNone={none}
        />
      )}
      {canChange && !count.atLeast && count.value > 0 && count.value <= MOST_AT_ONCE && (
        <p>
          <Link
            to={paths.suppliersChange(workspace, `${shown.toString()}&every=1`)}
            className="button"
            data-size="small"
          >
            {t("table.change.openAll", { count: count.value, formatted: format.count(count.value) })}
          </Link>
        </p>
      )}
      <nav aria-label={t("suppliers.pages")} className="flex gap-2">
        {previousCursor !== null && (
          <Link to={move("before", previousCursor)} rel="prev" className="button">
            <span aria-hidden="true">←</span> {t("suppliers.previous")}
          </Link>
        )}
        {nextCursor !== null && (
          <Link to={move("after", nextCursor)} rel="next" className="button">
            {t("suppliers.next")} <span aria-hidden="true">→</span>
          </Link>
        )}
      </nav>
    </div>
  );
}

/** Nothing fits, or the page lies behind the end: why, and the way back to suppliers. */
function NoRows({ found }: { found: boolean }) {
  const { t } = useTranslation();
  const [search] = useSearchParams();
  const without = found ? [] : NARROWING;
  return (
    <Empty
      title={t(found ? "suppliers.noneOnPage" : "suppliers.noneFound")}
      to={`?${new URLSearchParams(keptQuery(search, without))}`}
      action={t(found ? "shell.empty.fromTop" : "shell.empty.clear")}
    >
      {!found && t("shell.empty.tip")}
    </Empty>
  );
}
