/** A parent and its sites together. */
import type { Database, Scope } from "../../../db/database";
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

/** The group under this key in the list that is shown; null when there is none. */
export async function groupView(db: Database, scope: Scope, groupKey: string): Promise<GroupView | null> {
  const generation = await publishedGeneration(db, scope);
  if (generation === null) return null;
  const found = await membersOfGroup(db, scope, generation, groupKey, MOST + 1);
  const [first] = found;
  if (!first) return null;
  const nos = found.slice(0, MOST).map(({ supplierNo }) => supplierNo);
  const members = (await linesOf(db, scope, generation, nos)).map(memberOf);
  members.sort((a, b) => (b.score ?? -1) - (a.score ?? -1) || (a.name < b.name ? -1 : 1));
  return { groupKey, groupName: first.groupName, members, isCut: found.length > MOST };
}

/** The group a supplier stands in; null when it stands alone. */
export async function groupOf(db: Database, scope: Scope, supplierNo: number): Promise<GroupView | null> {
  const generation = await publishedGeneration(db, scope);
  const head = generation === null ? null : await groupOfSupplier(db, scope, generation, supplierNo);
  return head && groupView(db, scope, head.groupKey);
}

const GROUPS_SHOWN = 100;

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
