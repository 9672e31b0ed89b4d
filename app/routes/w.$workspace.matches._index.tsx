import type { LoaderFunctionArgs } from "@remix-run/node";
import { Link, useLoaderData } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { z } from "zod";
import { ListsLine } from "../components/lists-line";
import { MatchTable } from "../components/match-table";
import { NoList } from "../components/no-list";
import { Notice } from "../components/notice";
import { PageHead } from "../components/page";
import { useRefreshWhile } from "../components/refresh";
import { Tabs } from "../components/tabs";
import { useFormat } from "../i18n/format";
import { queueNoneKey, queueTabKey } from "../i18n/screening-keys";
import { getDb } from "../lib/db.server";
import { pageTitle } from "../lib/page-title.server";
import { paths } from "../lib/paths";
import { can } from "../lib/permissions";
import { requireScope } from "../lib/scope.server";
import { titleMeta } from "../lib/title";
import { listsView } from "../services/screening/lists-view.server";
import { matchQueue } from "../services/screening/matches-view.server";
import { QUEUE_TABS } from "../services/screening/queue-tabs";

export const meta = titleMeta;

const Tab = z.enum(QUEUE_TABS).catch("open");
/** Where the page before ended: its last rank and id. */
const After = z
  .string()
  .regex(/^\d\.?\d*(?:e-\d+)?~[\da-z]{22}$/u)
  .transform((text) => ({ rank: Number(text.split("~")[0]), id: text.split("~")[1]! }))
  .nullable()
  .catch(null);

export async function loader({ request, params }: LoaderFunctionArgs) {
  const scope = await requireScope(request, params, "match:read");
  const query = new URL(request.url).searchParams;
  const tab = Tab.parse(query.get("tab"));
  const db = await getDb();
  const now = new Date();
  const [queue, lists] = await Promise.all([
    matchQueue(db, scope, { tab, after: After.parse(query.get("after")) }, now),
    listsView(db, scope, now),
  ]);
  return {
    title: pageTitle(request, "matches.title"),
    workspace: scope.workspaceSlug,
    canUpload: can(scope.role, "import:write"),
    canCompare: can(scope.role, "list:write"),
    waiting: lists.isRunning,
    tab,
    lists,
    counts: queue.counts,
    next: queue.next && `${queue.next.rank}~${queue.next.id}`,
    rows: queue.rows.map(({ candidate, ...row }) => ({
      ...row,
      id: candidate.id,
      name: candidate.supplier.name,
      country: candidate.supplier.country ?? null,
      entry: candidate.entry,
      list: candidate.list,
      score: candidate.score,
      state: candidate.state,
      cause: candidate.cause,
    })),
  };
}

/** Which pair do I look at next, and with what were my suppliers compared? */
export default function Matches() {
  const { t } = useTranslation();
  const format = useFormat();
  const { workspace, tab, rows, next, counts, lists, canUpload, canCompare } = useLoaderData<typeof loader>();
  useRefreshWhile(lists.isRunning);
  if (!lists.hasList)
    return (
      <NoList title={t("matches.title")} workspace={workspace} canUpload={canUpload}>
        {t("matches.noList")}
      </NoList>
    );
  return (
    <>
      <PageHead title={t("matches.title")} lead={t("matches.lead")}>
        <Beside workspace={workspace} />
      </PageHead>
      <div className="space-y-5">
        <ListsLine workspace={workspace} view={lists} canCompare={canCompare} />
        <Tabs
          label={t("matches.tabs")}
          tabs={QUEUE_TABS.map((name) => ({
            key: name,
            label: t(queueTabKey[name]),
            count: counts[name] ?? 0,
            to: paths.matches(workspace, name === "open" ? "" : `tab=${name}`),
            isCurrent: name === tab,
          }))}
        />
        {rows.length > 0 && <MatchTable workspace={workspace} rows={rows} />}
        {/* While suppliers are compared, nobody can say that there is nothing to decide. */}
        {rows.length === 0 && !(tab === "open" && lists.isRunning) && (
          <Notice kind="note">
            {tab === "open" && lists.screened === null ? t("matches.notYet") : t(queueNoneKey[tab])}
          </Notice>
        )}
        {next !== null && (
          <p>
            <Link to={paths.matches(workspace, `tab=${tab}&after=${encodeURIComponent(next)}`)} className="button">
              {t("matches.more", { formatted: format.count(counts[tab] ?? 0) })}
            </Link>
          </p>
        )}
      </div>
    </>
  );
}

/** What else is known about who the suppliers are. */
function Beside({ workspace }: { workspace: string }) {
  const { t } = useTranslation();
  return (
    <p className="flex flex-wrap gap-x-4 gap-y-1 text-sm">
      <Link to={paths.lists(workspace)}>{t("lists.title")}</Link>
      <Link to={paths.duplicates(workspace)}>{t("duplicates.title")}</Link>
      <Link to={paths.groups(workspace)}>{t("groups.title")}</Link>
    </p>
  );
}
