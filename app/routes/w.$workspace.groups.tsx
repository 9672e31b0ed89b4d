import type { LoaderFunctionArgs } from "@remix-run/node";
import { Link, useLoaderData } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { GroupTable } from "../components/group-table";
import { Notice } from "../components/notice";
import { PageHead } from "../components/page";
import { useRefreshWhile } from "../components/refresh";
import { useFormat } from "../i18n/format";
import { getDb } from "../lib/db.server";
import { pageTitle } from "../lib/page-title.server";
import { paths } from "../lib/paths";
import { notFound, requireScope } from "../lib/scope.server";
import { titleMeta } from "../lib/title";
import { groupsOfList, groupView } from "../services/screening/groups-view.server";

export const meta = titleMeta;

export async function loader({ request, params }: LoaderFunctionArgs) {
  const scope = await requireScope(request, params, "supplier:read");
  const key = new URL(request.url).searchParams.get("key");
  const db = await getDb();
  const group = key === null ? null : await groupView(db, scope, key.slice(0, 1000));
  const list = group ? null : await groupsOfList(db, scope);
  if (key !== null && list !== null && !list.isRunning) throw notFound();
  return {
    title: group ? pageTitle(request, { subject: group.groupName }) : pageTitle(request, "groups.title"),
    workspace: scope.workspaceSlug,
    group,
    waiting: list?.isRunning ?? false,
    groups: list?.groups ?? [],
  };
}

/** Which firms belong together, and how do the owner and its sites stand? */
export default function Groups() {
  const { t } = useTranslation();
  const format = useFormat();
  const { workspace, group, groups, waiting } = useLoaderData<typeof loader>();
  useRefreshWhile(waiting);
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
        <ul className="card divide-y divide-line">
          {groups.map(({ groupKey, groupName, suppliers }) => (
            <li key={groupKey} className="flex flex-wrap items-baseline justify-between gap-x-4 px-4 py-2">
              <Link to={paths.groups(workspace, groupKey)}>
                <bdi className="break-words">{groupName}</bdi>
              </Link>
              <span className="figures text-sm text-soft">
                {t("matches.suppliers", { count: suppliers, formatted: format.count(suppliers) })}
              </span>
            </li>
          ))}
        </ul>
      )}
    </>
  );
}
