/** Suppliers of a list that belong together, as the list says it. */
import { and, asc, count, countDistinct, desc, eq } from "drizzle-orm";
import type { AnyScope, Database } from "../database";
import { isOneOf } from "../sql";

export interface GroupHead {
  readonly groupKey: string;
  readonly groupName: string;
}

const ofScope = (db: Database, scope: AnyScope, generation: number) => {
  const { supplierGroups: g, generations } = db.t;
  return and(
    eq(g.generation, generation),
    eq(generations.no, g.generation),
    eq(generations.workspaceNo, scope.workspaceNo),
  );
};

/** The group of a supplier; null when it stands alone. */
export async function groupOfSupplier(
  db: Database,
  scope: AnyScope,
  generation: number,
  supplierNo: number,
): Promise<GroupHead | null> {
  const { supplierGroups: g, generations } = db.t;
  const [found] = await db.q
    .select({ groupKey: g.groupKey, groupName: g.groupName })
    .from(g)
    .innerJoin(generations, eq(generations.no, g.generation))
    .where(and(ofScope(db, scope, generation), eq(g.supplierNo, supplierNo)));
  return found ?? null;
}

/** By the number of these suppliers: the names of their groups; one that stands alone is left out. */
export async function groupsOfSuppliers(
  db: Database,
  scope: AnyScope,
  generation: number,
  supplierNos: readonly number[],
): Promise<ReadonlyMap<number, readonly string[]>> {
  if (supplierNos.length === 0) return new Map();
  const { supplierGroups: g, generations } = db.t;
  const found = await db.q
    .select({ supplierNo: g.supplierNo, groupName: g.groupName })
    .from(g)
    .innerJoin(generations, eq(generations.no, g.generation))
    .where(and(ofScope(db, scope, generation), isOneOf(db.engine, g.supplierNo, supplierNos)))
    .orderBy(asc(g.groupKey));
  const names = new Map<number, string[]>();
  for (const { supplierNo, groupName } of found) names.set(supplierNo, [...(names.get(supplierNo) ?? []), groupName]);
  return names;
}

/** The numbers of a group's suppliers, rising; at most `limit`. */
export async function membersOfGroup(
  db: Database,
  scope: AnyScope,
  generation: number,
  groupKey: string,
  limit: number,
): Promise<{ readonly groupName: string; readonly supplierNo: number }[]> {
  const { supplierGroups: g, generations } = db.t;
  return db.q
    .select({ groupName: g.groupName, supplierNo: g.supplierNo })
    .from(g)
    .innerJoin(generations, eq(generations.no, g.generation))
    .where(and(ofScope(db, scope, generation), eq(g.groupKey, groupKey)))
    .orderBy(asc(g.supplierNo))
    .limit(limit);
}

/** The largest groups of a list with how many suppliers each has. */
export async function largestGroups(
  db: Database,
  scope: AnyScope,
  generation: number,
  limit: number,
): Promise<(GroupHead & { readonly suppliers: number })[]> {
  const { supplierGroups: g, generations } = db.t;
  const suppliers = count();
  return db.q
    .select({ groupKey: g.groupKey, groupName: g.groupName, suppliers })
    .from(g)
    .innerJoin(generations, eq(generations.no, g.generation))
    .where(ofScope(db, scope, generation))
    .groupBy(g.groupKey, g.groupName)
    .orderBy(desc(suppliers), asc(g.groupKey))
    .limit(limit);
}

/** How many groups a list was put together into; 0: none, or nobody has looked. */
export async function countGroups(db: Database, scope: AnyScope, generation: number): Promise<number> {
  const { supplierGroups: g, generations } = db.t;
  const [found] = await db.q
    .select({ groups: countDistinct(g.groupKey) })
    .from(g)
    .innerJoin(generations, eq(generations.no, g.generation))
    .where(ofScope(db, scope, generation));
  return found?.groups ?? 0;
}
