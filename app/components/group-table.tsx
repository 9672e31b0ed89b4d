import { Link } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { BANDS, LEVELS } from "../../risk-models";
import { useFormat } from "../i18n/format";
import { paths } from "../lib/paths";
import type { GroupMember, GroupsOfList } from "../services/screening/groups-view.server";
import { as } from "./block-table";
import { BandTag, LevelTag } from "./marks";
import { Section } from "./page";
import { ScrollRegion } from "./scroll-region";
import { useSameDay } from "./trail-day";

/** Groups with how many suppliers each has. */
export function GroupList({ workspace, groups }: { workspace: string; groups: GroupsOfList["groups"] }) {
  const { t } = useTranslation();
  const format = useFormat();
  const sameDay = useSameDay();
  return (
    <ul className="card divide-y divide-line">
      {groups.map(({ groupKey, groupName, suppliers }) => (
        <li key={groupKey} className="flex flex-wrap items-baseline justify-between gap-x-4 px-4 py-2">
          <span className="min-w-0 break-words">
            <Link to={sameDay(paths.groups(workspace, groupKey))}>
              <bdi>{groupName}</bdi>
            </Link>
          </span>
          <span className="figures text-sm text-soft">
            {t("matches.suppliers", { count: suppliers, formatted: format.count(suppliers) })}
          </span>
        </li>
      ))}
    </ul>
  );
}

/** The suppliers of a group, the highest score first. */
export function GroupTable({ workspace, members }: { workspace: string; members: readonly GroupMember[] }) {
  const { t } = useTranslation();
  const format = useFormat();
  const sameDay = useSameDay();
  return (
    <ScrollRegion label={t("groups.members")}>
      <table {...as.table} className="table blocks">
        <caption className="sr-only">{t("groups.members")}</caption>
        <thead {...as.group}>
          <tr {...as.row}>
            <th {...as.columnHead} scope="col">
              {t("suppliers.head.name")}
            </th>
            <th {...as.columnHead} scope="col">
              {t("groups.place")}
            </th>
            <th {...as.columnHead} scope="col">
              {t("suppliers.head.level")}
            </th>
            <th {...as.columnHead} scope="col" data-align="end">
              {t("supplier.score")}
            </th>
          </tr>
        </thead>
        <tbody {...as.group}>
          {members.map((one) => (
            <tr key={one.id} {...as.row}>
              <th {...as.rowHead} scope="row" className="min-w-48">
                <Link to={sameDay(paths.supplier(workspace, one.id))} className="link break-words">
                  <bdi>{one.name}</bdi>
                </Link>
                {one.parent !== null && (
                  <span className="block text-xs font-normal text-soft">{t("groups.owner", { name: one.parent })}</span>
                )}
              </th>
              <td {...as.cell} data-label={t("groups.place")}>
                {[one.city, one.country === null ? null : format.country(one.country)].filter(Boolean).join(", ") ||
                  "–"}
              </td>
              <td {...as.cell}>
                <LevelTag level={LEVELS[one.level]!} />
              </td>
              <td {...as.cell} data-align="end" data-label={t("supplier.score")} className="figures">
                {one.score === null ? "–" : format.score(one.score)}{" "}
                {one.band !== null && <BandTag band={BANDS[one.band]!} />}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </ScrollRegion>
  );
}

const SHOWN = 5;

/** The others of a supplier's group, on its page. */
export function SupplierGroupCard({
  workspace,
  id,
  group,
}: {
  workspace: string;
  id: string;
  group: { readonly groupKey: string; readonly groupName: string; readonly members: readonly GroupMember[] } | null;
}) {
  const { t } = useTranslation();
  const format = useFormat();
  const sameDay = useSameDay();
  if (!group) return null;
  const others = group.members.filter((one) => one.id !== id);
  return (
    <Section id="group" title={t("groups.card", { name: group.groupName })} note={t("groups.note")}>
      <ul className="space-y-1">
        {others.slice(0, SHOWN).map((one) => (
          <li key={one.id} className="flex flex-wrap items-baseline justify-between gap-x-4">
            <span className="min-w-0 break-words">
              <Link to={sameDay(paths.supplier(workspace, one.id))}>
                <bdi>{one.name}</bdi>
              </Link>
            </span>
            <span className="figures text-sm text-soft">{one.score === null ? "–" : format.score(one.score)}</span>
          </li>
        ))}
      </ul>
      <p className="mt-2 text-sm">
        <Link to={sameDay(paths.groups(workspace, group.groupKey))}>
          {t("groups.all", { formatted: format.count(group.members.length) })}
        </Link>
      </p>
    </Section>
  );
}
