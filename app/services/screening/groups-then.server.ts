/** Groups of owners as the list of a past day has them. */
import type { Database, Scope } from "../../../db/database";
import { countGroups, largestGroups, type GroupHead } from "../../../db/queries/groups";
import { eachFirm } from "../../../db/queries/screening";
import type { LinesThen } from "../../../db/orders";
import type { KeptList } from "../trail/list-then.server";
import { GROUPS_SHOWN, readGroup, shownGroup, type GroupView, type ReadGroup } from "./groups-view.server";
import { groupsIn } from "./keep-groups.server";

/** A list is put together into groups once it was compared. One that was built again before that and has no more suppliers than this is put together while a page is read. */
const MOST_ON_A_PAGE = 10_000;

export interface GroupsThen {
  /** All groups of the list. */
  readonly total: number;
  /** The largest. */
  readonly groups: readonly (GroupHead & { readonly suppliers: number })[];
}

/** Groups that were never kept with the list; null: there are too many suppliers to work them out. */
async function workedOut(
  db: Database,
  scope: Scope,
  { generation: { no, suppliers } }: KeptList,
): Promise<ReadGroup[] | null> {
  if (suppliers > MOST_ON_A_PAGE) return null;
  const found = await groupsIn(eachFirm(db, scope, no), suppliers);
  return found.map(({ key, head, members }) => ({ groupKey: key, groupName: head, supplierNos: members }));
}

/**
 * The groups of a kept list; null: none are kept and there are too many suppliers to work them out here. It had none, or was replaced
 * before it was put together.
 */
export async function groupsThen(db: Database, scope: Scope, list: KeptList): Promise<GroupsThen | null> {
  const { no } = list.generation;
  const total = await countGroups(db, scope, no);
  if (total > 0) return { total, groups: await largestGroups(db, scope, no, GROUPS_SHOWN) };
  const found = await workedOut(db, scope, list);
  if (!found) return null;
  const groups = found.map(({ supplierNos, ...head }) => ({ ...head, suppliers: supplierNos.length }));
  groups.sort((a, b) => b.suppliers - a.suppliers || (a.groupKey < b.groupKey ? -1 : 1));
  return { total: found.length, groups: groups.slice(0, GROUPS_SHOWN) };
}

/** A group of a kept list as its page shows it; null: the list has no such group; "unknown": its groups are, as `groupsThen` has it. */
export async function groupThen(
  db: Database,
  scope: Scope,
  list: KeptList,
  groupKey: string,
  linesThen?: LinesThen,
): Promise<GroupView | "unknown" | null> {
  const { no } = list.generation;
  const kept = await readGroup(db, scope, no, groupKey);
  if (kept) return shownGroup(db, scope, no, kept, linesThen);
  if ((await countGroups(db, scope, no)) > 0) return null;
  const found = await workedOut(db, scope, list);
  if (!found) return "unknown";
  const group = found.find((one) => one.groupKey === groupKey);
  return group ? shownGroup(db, scope, no, group, linesThen) : null;
}
