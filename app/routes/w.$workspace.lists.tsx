import { data, redirect, type ActionFunctionArgs, type LoaderFunctionArgs } from "@remix-run/node";
import { Link, useActionData, useLoaderData } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { LoadEdition } from "../components/list-load";
import { changesText, LoadedEditions, ListsInForce } from "../components/lists-tables";
import { ListsLine } from "../components/lists-line";
import { ListsPast } from "../components/lists-past";
import { Notice } from "../components/notice";
import { PageHead } from "../components/page";
import { useRefreshWhile } from "../components/refresh";
import { PastDayForm } from "../components/trail-day";
import { useFormat } from "../i18n/format";
import { requestI18n, requestTranslator } from "../i18n/language.server";
import { problemSentence } from "../i18n/problem-sentence";
import { pastDayOf } from "../lib/as-known-on";
import { getConfig, getDb } from "../lib/db.server";
import { keptInMemory, LOADABLE, mostBytes, receiveEdition } from "../lib/list-form.server";
import { parseUpload } from "../lib/multipart.server";
import { pageTitle } from "../lib/page-title.server";
import { paths } from "../lib/paths";
import { can } from "../lib/permissions";
import { isProblem } from "../lib/problem";
import { requireScope } from "../lib/scope.server";
import { titleMeta } from "../lib/title";
import { dayOf } from "../services/scoring/assessor.server";
import { listsThen } from "../services/screening/lists-then.server";
import { listHistory, listsView, type LoadedEditionView } from "../services/screening/lists-view.server";
import { loadEdition } from "../services/screening/load-edition.server";
import { screenSoon } from "../services/screening/screen-soon.server";
import { withdrawEdition } from "../services/screening/withdraw-edition.server";

export const meta = titleMeta;

export async function loader({ request, params }: LoaderFunctionArgs) {
  const scope = await requireScope(request, params, "supplier:read");
  const db = await getDb();
  const now = new Date();
  const today = dayOf(now);
  const day = pastDayOf(request, today);
  const shared = { title: pageTitle(request, "lists.title"), today };
  if (day !== null) return { ...shared, day, past: await listsThen(db, scope, day) };
  const [view, history] = await Promise.all([listsView(db, scope, now), listHistory(db, scope)]);
  const loaded = new URL(request.url).searchParams.get("loaded");
  return {
    ...shared,
    past: null,
    workspace: scope.workspaceSlug,
    canLoad: can(scope.role, "list:write"),
    waiting: view.isRunning,
    limit: mostBytes(getConfig()),
    loadable: LOADABLE,
    view,
    history,
    loaded: history.find(({ id }) => id === loaded) ?? null,
  };
}

export async function action({ request, params }: ActionFunctionArgs) {
  const scope = await requireScope(request, params, "list:write");
  const db = await getDb();
  const now = new Date();
  const isFile = request.headers.get("content-type")?.startsWith("multipart/form-data") ?? false;
  let [values, loaded]: [Record<string, string>, string] = [{}, ""];
  try {
    const upload = keptInMemory(mostBytes(getConfig()));
    const form = isFile ? await parseUpload(request, upload) : await request.formData();
    values = Object.fromEntries([...form].flatMap(([key, one]) => (typeof one === "string" ? [[key, one]] : [])));
    if (values["intent"] === "compare") await db.commitPlain(await screenSoon(db, scope, now));
    else if (values["intent"] === "withdraw") await withdrawEdition(db, scope, values["edition"] ?? "", now);
    else {
      const given = await receiveEdition(form, scope.workspaceName, getConfig());
      if (given === null)
        return data({ problem: requestTranslator(request)("lists.load.noFile"), values }, { status: 422 });
      loaded = (await loadEdition(db, scope, given, now).finally(given.remove)).editionId;
    }
  } catch (error) {
    if (!isProblem(error)) throw error;
    return data({ problem: problemSentence(requestI18n(request), error), values }, { status: error.status });
  }
  throw redirect(paths.lists(scope.workspaceSlug, loaded && `loaded=${loaded}`));
}

/** With what are my suppliers compared, how old is it, and how do I bring a newer edition? */
export default function Lists() {
  const { t } = useTranslation();
  const shown = useLoaderData<typeof loader>();
  const returned = useActionData<typeof action>();
  useRefreshWhile(!shown.past && shown.view.isRunning);
  if (shown.past) return <ListsPast {...shown} />;
  const { workspace, canLoad, view, history, loaded, ...form } = shown;
  const problem = returned?.problem ?? null;
  const isWithdrawal = returned?.values["intent"] === "withdraw";
  return (
    <>
      <PageHead title={t("lists.title")} lead={t("lists.lead")} />
      <div className="space-y-5">
        {problem && isWithdrawal && <Notice kind="problem">{problem}</Notice>}
        {loaded && !returned && <Loaded workspace={workspace} loaded={loaded} />}
        <ListsLine workspace={workspace} view={view} canCompare={canLoad} isHere />
        <ListsInForce lists={view.lists} />
        {canLoad && (
          <LoadEdition
            {...form}
            to={paths.lists(workspace, "", "load")}
            problem={isWithdrawal ? null : problem}
            values={returned?.values ?? {}}
          />
        )}
        <LoadedEditions history={history} canLoad={canLoad} />
        <PastDayForm today={form.today} day={null} />
      </div>
    </>
  );
}

/** What an edition that was just loaded holds, and what is new in it. */
function Loaded({ workspace, loaded }: { workspace: string; loaded: LoadedEditionView }) {
  const { t } = useTranslation();
  const format = useFormat();
  return (
    <Notice kind="note" title={loaded.title}>
      <output>
        {t(loaded.changes === null ? "lists.loadedFirst" : "lists.loadedNote", {
          entries: t("lists.entries", { count: loaded.entries, formatted: format.count(loaded.entries) }),
          changes: changesText(t, format, loaded.changes),
        })}
      </output>{" "}
      <Link to={paths.matches(workspace)}>{t("lists.changes.touched")}</Link>
    </Notice>
  );
}
