import type { LoaderFunctionArgs } from "@remix-run/node";
import { Link, useLoaderData } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { z } from "zod";
import { ListsLine } from "../components/lists-line";
import { MatchesPast, MorePairs, QueueTabs } from "../components/matches-past";
import { MatchTable, type MatchTableRow } from "../components/match-table";
import { NoList } from "../components/no-list";
import { Notice } from "../components/notice";
import { PageHead } from "../components/page";
import { useRefreshWhile } from "../components/refresh";
import { PastDayForm } from "../components/trail-day";
import { queueNoneKey } from "../i18n/screening-keys";
import type { QueuePlace } from "../../db/queries/screening";
import { pastDay } from "../lib/as-known-on";
import { getDb } from "../lib/db.server";
import { pageTitle } from "../lib/page-title.server";
import { paths } from "../lib/paths";
import { can } from "../lib/permissions";
import { requireScope } from "../lib/scope.server";
import { titleMeta } from "../lib/title";
import { listsView } from "../services/screening/lists-view.server";
import { dayOf } from "../services/scoring/assessor.server";
import { matchQueueThen, type MatchRowThen } from "../services/screening/matches-then.server";
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
  const today = dayOf(now);
  const day = pastDay(query, today);
  const asked = { tab, after: After.parse(query.get("after")) };
  const shared = { title: pageTitle(request, "matches.title"), workspace: scope.workspaceSlug, today, tab };
  if (day !== null) {
    const { rows, next, ...past } = await matchQueueThen(db, scope, day, asked);
    return { ...shared, day, past: { ...past, next: placeText(next), rows: rows.map(rowThen) } };
  }
  const [queue, lists] = await Promise.all([matchQueue(db, scope, asked, now), listsView(db, scope, now)]);
  return {
    ...shared,
    past: null,
    canUpload: can(scope.role, "import:write"),
    canCompare: can(scope.role, "list:write"),
    waiting: lists.isRunning,
    lists,
    counts: queue.counts,
    next: placeText(queue.next),
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

const placeText = (place: QueuePlace | null) => place && `${place.rank}~${place.id}`;

/** A row as of a day: what is not kept for it is left out. */
function rowThen({ candidate, stood, outOfDate, decisions }: MatchRowThen): MatchTableRow {
  const { supplier, entry, list } = candidate;
  return {
    id: candidate.id,
    name: supplier.name,
    country: supplier.country ?? null,
    entry,
    list: { title: list.title, date: stood.facts === "as-then" ? list.date : null },
    outOfDate,
    score: stood.facts === "as-then" ? candidate.score : null,
    state: stood.state,
    cause: stood.cause,
    namesOnly: stood.facts === "later",
    last: decisions.findLast(({ undoneAt }) => undoneAt === null) ?? null,
  };
}

/** Which pair do I look at next, and with what were my suppliers compared? */
export default function Matches() {
  const { t } = useTranslation();
  const loaded = useLoaderData<typeof loader>();
  useRefreshWhile(!loaded.past && loaded.lists.isRunning);
  if (loaded.past) return <MatchesPast {...loaded} />;
  const { workspace, tab, today, rows, next, counts, lists, canUpload, canCompare } = loaded;
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
        <QueueTabs workspace={workspace} tab={tab} counts={counts} />
        {rows.length > 0 && <MatchTable workspace={workspace} rows={rows} />}
        {/* While suppliers are compared, nobody can say that there is nothing to decide. */}
        {rows.length === 0 && !(tab === "open" && lists.isRunning) && (
          <Notice kind="note">
            {tab === "open" && lists.screened === null ? t("matches.notYet") : t(queueNoneKey[tab])}
          </Notice>
        )}
        <MorePairs workspace={workspace} tab={tab} next={next} counts={counts} />
        <PastDayForm today={today} day={null} />
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
