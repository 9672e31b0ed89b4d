/** A parent and its sites together. */
import type { Database, Scope } from "../../../db/database";
import type { LinesThen } from "../../../db/orders";
import { publishedGeneration } from "../../../db/queries/generations";
import { groupOfSupplier, largestGroups, membersOfGroup, type GroupHead } from "../../../db/queries/groups";
import { openScreeningJob } from "../../../db/queries/screening";
import { linesOf, type RegisterLine } from "../../../db/queries/register";

export interface GroupMember {
  readonly id: string;
  readonly name: string;
  readonly country: string | null;
  readonly city: string | null;
  readonly parent: string | null;
  readonly level: number;
  readonly score: number | null;
  readonly band: number | null;
  /** Places in LEVEL_CODES and BAND_CODES. */
  readonly floors: number;
}

export interface GroupView extends GroupHead {
  /** Those with the highest score first, at most `MOST`. */
  readonly members: readonly GroupMember[];
  readonly isCut: boolean;
}

const MOST = 500;

const memberOf = ({ id, name, seat, city, parent, level, score, band, floors }: RegisterLine): GroupMember => ({
  id,
  name,
  country: seat,
  city,
  parent,
  level,
  score,
  band,
  floors,
});

/** A group with its suppliers, which are read up to one more than are shown. */
export interface ReadGroup extends GroupHead {
  readonly supplierNos: readonly number[];
}

/** The group under this key in a list; null when there is none. */
export async function readGroup(
  db: Database,
  scope: Scope,
  generation: number,
  groupKey: string,
): Promise<ReadGroup | null> {
  const found = await membersOfGroup(db, scope, generation, groupKey, MOST + 1);
  const [first] = found;
  return first
    ? { groupKey, groupName: first.groupName, supplierNos: found.map(({ supplierNo }) => supplierNo) }
    : null;
}

/** A group as its page shows it. @param linesThen of a past day. */
export async function shownGroup(
  db: Database,
  scope: Scope,
  generation: number,
  { supplierNos, ...head }: ReadGroup,
  linesThen?: LinesThen,
): Promise<GroupView> {
  const nos = supplierNos.slice(0, MOST);
  const [lines, then] = await Promise.all([linesOf(db, scope, generation, nos), linesThen?.(nos)]);
  const members = lines.map((line) => memberOf({ ...line, ...then?.get(line.supplierNo) }));
  members.sort((a, b) => (b.score ?? -1) - (a.score ?? -1) || (a.name < b.name ? -1 : 1));
  return { ...head, members, isCut: supplierNos.length > MOST };
}

/** The group under this key in the list that is shown; null when there is none. */
export async function groupView(db: Database, scope: Scope, groupKey: string): Promise<GroupView | null> {
  const generation = await publishedGeneration(db, scope);
  const group = generation === null ? null : await readGroup(db, scope, generation, groupKey);
  return generation === null || !group ? null : shownGroup(db, scope, generation, group);
}

/** The group a supplier stands in; null when it stands alone. */
export async function groupOf(db: Database, scope: Scope, supplierNo: number): Promise<GroupView | null> {
  const generation = await publishedGeneration(db, scope);
  const head = generation === null ? null : await groupOfSupplier(db, scope, generation, supplierNo);
  return head && groupView(db, scope, head.groupKey);
}

/** Groups that a page lists. */
export const GROUPS_SHOWN = 100;

export interface GroupsOfList {
  readonly groups: readonly (GroupHead & { readonly suppliers: number })[];
  /** Suppliers are being compared: a list that was just built has its groups afterwards. */
  readonly isRunning: boolean;
}

/** The largest groups of the list that is shown. */
export async function groupsOfList(db: Database, scope: Scope): Promise<GroupsOfList> {
  const [generation, open] = await Promise.all([publishedGeneration(db, scope), openScreeningJob(db, scope)]);
  const groups = generation === null ? [] : await largestGroups(db, scope, generation, GROUPS_SHOWN);
  return { groups, isRunning: open !== null };
}
