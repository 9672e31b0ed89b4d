import type { LoaderFunctionArgs } from "@remix-run/node";
import { Link, useLoaderData } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { GroupList, GroupTable } from "../components/group-table";
import { GroupsPast } from "../components/groups-past";
import { Notice } from "../components/notice";
import { PageHead } from "../components/page";
import { useRefreshWhile } from "../components/refresh";
import { PastDayForm } from "../components/trail-day";
import { useFormat } from "../i18n/format";
import { getDb } from "../lib/db.server";
import { pageTitle } from "../lib/page-title.server";
import { readAsked } from "../lib/past-list.server";
import { paths } from "../lib/paths";
import { notFound, requireScope } from "../lib/scope.server";
import { titleMeta } from "../lib/title";
import { dayOf } from "../services/scoring/assessor.server";
import { groupsThen, groupThen } from "../services/screening/groups-then.server";
import { groupsOfList, groupView } from "../services/screening/groups-view.server";

export const meta = titleMeta;

export async function loader({ request, params }: LoaderFunctionArgs) {
  const scope = await requireScope(request, params, "supplier:read");
  const search = new URL(request.url).searchParams;
  const key = search.get("key")?.slice(0, 1000) ?? null;
  const db = await getDb();
  const today = dayOf(new Date());
  const then = await readAsked(db, scope, search, async ({ past: list, kept, linesThen }) => {
    if (list === null) return null;
    const group = kept && key !== null ? await groupThen(db, scope, kept, key, linesThen) : null;
    const groups = kept && key === null ? await groupsThen(db, scope, kept) : null;
    return { list, group, groups, isOne: key !== null };
  });
  const group = then || key === null ? null : await groupView(db, scope, key);
  const list = then || group ? null : await groupsOfList(db, scope);
  const shown = then && then.group !== "unknown" ? then.group : group;
  if (key !== null && list !== null && !list.isRunning) throw notFound();
  return {
    title: shown ? pageTitle(request, { subject: shown.groupName }) : pageTitle(request, "groups.title"),
    workspace: scope.workspaceSlug,
    today,
    past: then,
    group,
    waiting: list?.isRunning ?? false,
    groups: list?.groups ?? [],
  };
}

/** Which firms belong together, and how do the owner and its sites stand? */
export default function Groups() {
  const { t } = useTranslation();
  const format = useFormat();
  const { workspace, today, past, group, groups, waiting } = useLoaderData<typeof loader>();
  useRefreshWhile(waiting);
  if (past) return <GroupsPast workspace={workspace} today={today} past={past} />;
  if (group)
    return (
      <>
        <PageHead
          above={<Link to={paths.groups(workspace)}>{t("groups.title")}</Link>}
          title={<bdi className="break-words">{group.groupName}</bdi>}
          lead={t("groups.note")}
        />
        <GroupTable workspace={workspace} members={group.members} />
        {group.isCut && (
          <p className="mt-3 text-sm text-soft">{t("groups.cut", { formatted: format.count(group.members.length) })}</p>
        )}
      </>
    );
  return (
    <>
      <PageHead title={t("groups.title")} lead={t("groups.lead")} />
      {groups.length === 0 ? (
        <Notice kind="note">{t(waiting ? "duplicates.running" : "groups.none")}</Notice>
      ) : (
        <GroupList workspace={workspace} groups={groups} />
      )}
      <div className="mt-4">
        <PastDayForm today={today} day={null} />
      </div>
    </>
  );
}
