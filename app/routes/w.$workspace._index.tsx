import type { LoaderFunctionArgs } from "@remix-run/node";
import { Link, useLoaderData } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { workspacesOf } from "../../db/queries/accounts";
import { importHeads, type ImportHead } from "../../db/queries/overview";
import { modelInForce, MODELS } from "../../risk-models";
import { as } from "../components/block-table";
import { FirstPage } from "../components/first-page";
import { Guide, type WaitingList } from "../components/guide";
import { Change } from "../components/overview-change";
import { Due, Editions, isDue } from "../components/overview-due";
import { Gaps } from "../components/overview-gaps";
import { LookFirst } from "../components/overview-look";
import { Places } from "../components/overview-places";
import { Sectors } from "../components/overview-sectors";
import { Notice } from "../components/notice";
import { PageHead, Section } from "../components/page";
import { PastList } from "../components/past-list";
import { PlanCard } from "../components/plan-card";
import { useRefreshWhile } from "../components/refresh";
import { TendersHome } from "../components/tenders-home";
import { PastDayForm, useSameDay } from "../components/trail-day";
import { UnderstandHint } from "../components/understand-hint";
import { UploadBox } from "../components/upload-box";
import { useFormat } from "../i18n/format";
import { guideSteps } from "../lib/guide";
import { importStateKey } from "../i18n/keys";
import { requestLanguage } from "../i18n/language.server";
import { getConfig, getDb } from "../lib/db.server";
import { editionsView, gapQueries, measuresOf, placesView, sectorsView } from "../lib/overview-page.server";
import { readMeasure } from "../lib/overview-query";
import { readAsked } from "../lib/past-list.server";
import { pageTitle } from "../lib/page-title.server";
import { paths } from "../lib/paths";
import { can } from "../lib/permissions";
import { requireScope, type WorkspaceScope } from "../lib/scope.server";
import { titleMeta } from "../lib/title";
import { gapLinks } from "../services/overview/gap-links.server";
import { waitingMatches } from "../services/screening/waiting-matches.server";
import { overviewOf, waitingLists } from "../services/overview/overview.server";
import { overviewThen } from "../services/overview/overview-then.server";
import { dueSteps } from "../services/plan/due-entries.server";
import { planCard } from "../services/plan/plan-view.server";
import { waitingReports } from "../services/reports/waiting-reports.server";
import { followUpDue } from "../services/remedy/follow-up-view.server";
import { dayOf } from "../services/scoring/assessor.server";
import { notUnderstood } from "../services/understanding/counted-list.server";

export const meta = titleMeta;

const LISTS_SHOWN = 10;
const AT_WORK: ReadonlySet<string> = new Set(["received", "inspecting", "building"]);

export async function loader({ request, params }: LoaderFunctionArgs) {
  const scope = await requireScope(request, params, "workspace:read");
  const db = await getDb();
  const { searchParams } = new URL(request.url);
  const today = dayOf(new Date());
  const { generation, past, overview } = await readAsked(db, scope, searchParams, async (asked) => {
    const no = asked.generation;
    const read = no === null ? null : await overviewOf(db, scope, no, asked.linesThen);
    return { ...asked, overview: read && { ...read, gaps: await gapLinks(db, scope, no!, read.numbers.gaps) } };
  });
  // What waits, who is next and what is new belongs to today.
  const isNow = past === null;
  const readsImports = can(scope.role, "import:read");
  const [imports, waitingForUs] = await Promise.all([
    isNow && readsImports ? importHeads(db, scope, { limit: LISTS_SHOWN }) : [],
    isNow && readsImports ? waitingLists(db, scope) : [],
  ]);
  const canUpload = isNow && can(scope.role, "import:write");
  const then = past && (await overviewThen(db, scope, past.day));
  const plan = then ? then.plan : can(scope.role, "plan:read") ? await planCard(db, scope) : null;
  const open = isNow && generation !== null ? await notUnderstood(db, scope, generation) : null;
  return {
    title: pageTitle(request, "workspace.home.title"),
    workspace: scope.workspaceSlug,
    past,
    untold: then?.untold ?? 0,
    planErased: then?.planErased ?? false,
    today,
    isDemo: scope.isDemo,
    readsImports,
    // A government purchaser comes for tenders, and reads no lists.
    buysOnly: isNow && can(scope.role, "category:write") && !readsImports,
    canUpload,
    // The guide is for who can take its steps.
    guide:
      canUpload && can(scope.role, "plan:write") && !scope.guideHidden
        ? {
            facts: { hasList: overview !== null, open: open?.share ?? null, plan: plan?.state ?? "none" },
            waiting: overview === null ? waitingIn(imports) : null,
          }
        : null,
    demo: isNow && overview === null && imports.length === 0 ? await demoOf(scope) : null,
    plan,
    canPlan: isNow && can(scope.role, "plan:write"),
    limit: getConfig().maxUploadBytes,
    open,
    waiting: imports.some(({ state }) => AT_WORK.has(state)) || overview?.generation.pagesReady === false,
    imports: imports.map(({ id, state, createdAt, fileName }) => ({ id, state, createdAt, file: fileName })),
    published: overview && {
      ...publishedView(request, overview, readsImports, isNow),
      gapLinks: gapQueries(overview.gaps),
    },
    due: {
      waiting: waitingForUs,
      matches: then ? then.matches : can(scope.role, "match:read") ? await waitingMatches(db, scope) : null,
      reports: then ? then.reports : await waitingReports(db, scope, new Date()),
      followUp: then ? then.followUp : can(scope.role, "action:read") ? await followUpDue(db, scope, today) : null,
      steps: then ? then.steps : can(scope.role, "plan:read") ? await dueSteps(db, scope, today) : null,
    },
    editions: isNow ? editionsView() : [],
  };
}

/** The newest upload that waits for a decision. */
function waitingIn(imports: readonly ImportHead[]): WaitingList | null {
  const found = imports.find(({ state }) => state === "mapping" || state === "preview");
  return found ? { id: found.id, state: found.state === "mapping" ? "mapping" : "preview" } : null;
}

/** A demo workspace this person may look round in; null when there is none. */
async function demoOf({ userId }: WorkspaceScope): Promise<string | null> {
  const all = await workspacesOf(await getDb(), userId);
  return all.find(({ isDemo }) => isDemo)?.slug ?? null;
}

/** What is shown of the list that everyone sees, in the order and by the measures the address asks for. */
function publishedView(
  request: Request,
  overview: NonNullable<Awaited<ReturnType<typeof overviewOf>>>,
  readsImports: boolean,
  isNow: boolean,
) {
  const { generation, list, numbers, change } = overview;
  const { countries: _countries, sectors: _sectors, ...totals } = numbers;
  const { searchParams } = new URL(request.url);
  const language = requestLanguage(request);
  const measures = measuresOf(numbers);
  const sectorMeasures = measures.filter((measure) => measure !== "high");
  const [map, sectors] = [
    readMeasure(searchParams, "map", measures),
    readMeasure(searchParams, "sectors", sectorMeasures),
  ];
  const inForce = modelInForce(MODELS, dayOf(new Date())).id;
  return {
    when: list?.publishedAt ?? generation.createdAt,
    file: readsImports ? (list?.fileName ?? null) : null,
    importId: readsImports ? (list?.importId ?? null) : null,
    modelId: generation.modelId,
    dataDate: generation.dataDate,
    newerModel: isNow && inForce !== generation.modelId ? inForce : null,
    counted: generation.pagesReady,
    numbers: totals,
    change,
    measures,
    sectorMeasures,
    map,
    sectors,
    places: placesView(numbers, map, language),
    bought: sectorsView(numbers, sectors, language),
  };
}

type Loaded = ReturnType<typeof useLoaderData<typeof loader>>;

/** What a person decides on here: whom to look at first, where, and what would tell more; then what waits. */
export default function WorkspaceHome() {
  const { t } = useTranslation();
  const { workspace, published, imports, canUpload, limit, waiting, due, editions, plan, canPlan, open, ...more } =
    useLoaderData<typeof loader>();
  const { guide, demo, isDemo, readsImports, buysOnly } = more;
  const format = useFormat();
  useRefreshWhile(waiting);
  if (!published && buysOnly)
    return (
      <>
        <PageHead title={t("workspace.home.title")} />
        <TendersHome workspace={workspace} />
      </>
    );
  const { past, untold, planErased, today } = more;
  if (!published && past === null && imports.length === 0) {
    return <FirstPage workspace={workspace} canUpload={canUpload} limit={limit} demo={demo} />;
  }
  const planned = !guide || guide.facts.plan !== "none";
  const isNext = guide && guideSteps(guide.facts).some(({ id, state }) => id === "plan" && state === "now");
  const card = (planned || isNext) && plan && (plan.state !== "none" || canPlan) && (
    <PlanCard workspace={workspace} plan={plan} />
  );
  return (
    <>
      {published ? (
        <PublishedHead workspace={workspace} published={published} isNext={past === null && !guide && !card} />
      ) : (
        <PageHead title={t("workspace.home.title")} />
      )}
      <PastList workspace={workspace} past={past}>
        {t("trail.on.todayOnly")} {planErased && t("trail.on.planErased")}{" "}
        {untold > 0 && t("trail.on.left", { count: untold, formatted: format.count(untold) })}
      </PastList>
      <div className="space-y-5">
        {buysOnly && <TendersHome workspace={workspace} />}
        {/* The plan comes first; before there is one, the guide is the way to it, and asks when its turn has come. */}
        {planned && card}
        {guide && <Guide workspace={workspace} {...guide} isDemo={isDemo} />}
        {!planned && card}
        {published && !guide && <UnderstandHint workspace={workspace} open={open} />}
        {published && <Overview workspace={workspace} published={published} due={due} canUpload={canUpload} />}
        <div className="grid grid-cols-1 items-start gap-5 lg:grid-cols-[minmax(0,3fr)_minmax(0,2fr)]">
          <div className="space-y-5">
            {!published && <Due workspace={workspace} {...due} newerModel={null} />}
            {readsImports && past === null && <Lists workspace={workspace} imports={imports} />}
            <Editions editions={editions} />
          </div>
          {canUpload && (
            <section aria-labelledby="new-list" className="no-print space-y-3">
              <h2 id="new-list">{t("workspace.home.newList")}</h2>
              <UploadBox workspace={workspace} limit={limit} />
              {published && <p className="text-sm text-soft">{t("workspace.home.newListNote")}</p>}
            </section>
          )}
        </div>
        {(published || past) && <PastDayForm today={today} day={past?.day ?? null} />}
      </div>
    </>
  );
}

type Published = NonNullable<Loaded["published"]>;

function PublishedHead({
  workspace,
  published,
  isNext,
}: {
  workspace: string;
  published: Published;
  /** Nothing below is the next step: the suppliers are. */
  isNext: boolean;
}) {
  const { t } = useTranslation();
  const format = useFormat();
  const at = useSameDay();
  const { numbers, when, file, modelId, dataDate } = published;
  return (
    <PageHead
      title={t("workspace.home.title")}
      lead={
        <>
          {t("workspace.home.published", {
            count: numbers.suppliers,
            suppliers: format.count(numbers.suppliers),
            when: format.minute(when),
          })}
          <span className="block text-sm break-words">
            {file !== null && <>{t("workspace.home.fromFile", { file })} · </>}
            {t("supplier.model", { model: modelId, date: format.day(dataDate) })}
          </span>
        </>
      }
    >
      <Link to={at(paths.suppliers(workspace))} className="button no-print" data-kind={isNext ? "primary" : undefined}>
        {t("workspace.home.openSuppliers")}
      </Link>
    </PageHead>
  );
}

function Overview({
  workspace,
  published,
  due,
  canUpload,
}: {
  workspace: string;
  published: Published;
  due: Loaded["due"];
  canUpload: boolean;
}) {
  const { t } = useTranslation();
  const { numbers, change, importId, newerModel, measures, sectorMeasures, map, sectors, places, bought } = published;
  const currency = numbers.spend?.currency ?? null;
  // First what is new since one was last here; beside the chart where there is one, above them where there are two.
  const news = [
    isDue({ ...due, newerModel }) && <Due key="due" workspace={workspace} {...due} newerModel={newerModel} />,
    change && <Change key="change" workspace={workspace} change={change} importId={importId} />,
  ].filter(Boolean);
  const beside = numbers.spend === null && news.length > 0;
  return (
    <>
      {!published.counted && <Notice kind="note">{t("overview.counting")}</Notice>}
      <div
        className={`grid grid-cols-1 items-start gap-5 ${beside ? "lg:grid-cols-[minmax(0,2fr)_minmax(0,1fr)]" : ""}`}
      >
        {news.length > 0 && (
          <div
            className={`grid grid-cols-1 items-start gap-5 ${beside ? "lg:order-last" : news.length > 1 ? "lg:grid-cols-2" : ""}`}
          >
            {news}
          </div>
        )}
        <LookFirst workspace={workspace} numbers={numbers} />
      </div>
      <Gaps
        workspace={workspace}
        gaps={numbers.gaps}
        links={published.gapLinks}
        suppliers={numbers.suppliers}
        currency={currency}
        canChange={canUpload}
      />
      <Places workspace={workspace} places={places} measure={map} offered={measures} currency={currency} />
      <Sectors
        workspace={workspace}
        sectors={bought}
        roles={numbers.roles}
        measure={sectors}
        offered={sectorMeasures}
        currency={currency}
      />
    </>
  );
}

function Lists({ workspace, imports }: { workspace: string; imports: Loaded["imports"] }) {
  const { t } = useTranslation();
  const format = useFormat();
  const at = useSameDay();
  return (
    <Section id="history" title={t("workspace.home.history")}>
      {imports.length === 0 && <p className="text-soft">{t("shell.empty.lists")}</p>}
      <table {...as.table} className="table blocks" hidden={imports.length === 0}>
        <thead {...as.group}>
          <tr {...as.row}>
            {[t("workspace.home.file"), t("workspace.home.state"), t("workspace.home.when")].map((head) => (
              <th key={head} {...as.columnHead} scope="col">
                {head}
              </th>
            ))}
          </tr>
        </thead>
        <tbody {...as.group}>
          {imports.map(({ id, file, state, createdAt }) => (
            <tr key={id} {...as.row}>
              <th {...as.rowHead} scope="row" className="wrap-anywhere">
                <Link to={at(paths.import(workspace, id))}>{file}</Link>
              </th>
              <td {...as.cell}>{t(importStateKey[state])}</td>
              <td {...as.cell} className="sm:whitespace-nowrap">
                {format.minute(createdAt)}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </Section>
  );
}
