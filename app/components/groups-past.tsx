import { Link } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { useFormat } from "../i18n/format";
import type { PastListView } from "../lib/past-list.server";
import { paths } from "../lib/paths";
import type { GroupsThen } from "../services/screening/groups-then.server";
import type { GroupView } from "../services/screening/groups-view.server";
import { GroupList, GroupTable } from "./group-table";
import { Notice } from "./notice";
import { PageHead } from "./page";
import { PastList } from "./past-list";
import { PastDayForm, useSameDay } from "./trail-day";

export interface GroupsPastView {
  readonly list: PastListView;
  /** Null: the list is not kept, or none of its groups are. */
  readonly groups: GroupsThen | null;
  /** The group that was asked for; null: all of them were, or there is none like it; "unknown": none of the list's groups are kept. */
  readonly group: GroupView | "unknown" | null;
  readonly isOne: boolean;
}

/** Groups of owners as the list of a past day has them. */
export function GroupsPast({ workspace, today, past }: { workspace: string; today: string; past: GroupsPastView }) {
  const { t } = useTranslation();
  const format = useFormat();
  const sameDay = useSameDay();
  const { list, groups, isOne } = past;
  const isKept = list.is === "kept";
  const isUnknown = isOne ? past.group === "unknown" : groups === null;
  const group = past.group === "unknown" ? null : past.group;
  const nothing = isUnknown ? "groups.past.unknown" : isOne ? "groups.past.noGroup" : "groups.past.none";
  return (
    <>
      <PageHead
        {...(isOne && { above: <Link to={sameDay(paths.groups(workspace))}>{t("groups.title")}</Link> })}
        title={group ? <bdi className="break-words">{group.groupName}</bdi> : t("groups.title")}
        lead={t(group ? "groups.note" : "groups.lead")}
      />
      <PastList workspace={workspace} past={list}>
        {group && t("groups.past.levels")}
      </PastList>
      <div className="space-y-4">
        {group && <GroupTable workspace={workspace} members={group.members} />}
        {group?.isCut && (
          <p className="text-sm text-soft">{t("groups.cut", { formatted: format.count(group.members.length) })}</p>
        )}
        {!isOne && groups && groups.groups.length > 0 && <GroupList workspace={workspace} groups={groups.groups} />}
        {!isOne && groups && groups.total > groups.groups.length && (
          <p className="text-sm text-soft">{t("groups.cut", { formatted: format.count(groups.groups.length) })}</p>
        )}
        {isKept && !group && (isOne || !groups || groups.total === 0) && <Notice kind="note">{t(nothing)}</Notice>}
        <PastDayForm today={today} day={list.day} />
      </div>
    </>
  );
}
