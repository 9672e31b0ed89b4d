/** Filed assessments of categories, and who the buyer is. Filing and stating is a `commit` of a service. */
import { and, desc, eq, lte } from "drizzle-orm";
import type { AnyScope, Database } from "../database";
import { namesOfUsers } from "../names-of-users";
import type { Tables } from "../schema/tables";

export type CategoryAssessment = Tables["categoryAssessments"]["$inferSelect"];
/** With who filed it, by name. */
export type SignedCategory = CategoryAssessment & { readonly filedByName: string };
export type BuyerProfile = Tables["buyerProfiles"]["$inferSelect"];

async function signed(db: Database, rows: readonly CategoryAssessment[]): Promise<SignedCategory[]> {
  const names = await namesOfUsers(
    db,
    rows.map(({ filedBy }) => filedBy),
  );
  return rows.map((row) => ({ ...row, filedByName: names.get(row.filedBy) ?? row.filedBy }));
}

/** A filed assessment by its id; null when it is not this workspace's. */
export async function findCategory(db: Database, scope: AnyScope, id: string): Promise<SignedCategory | null> {
  const { categoryAssessments: c } = db.t;
  const found = await db.q
    .select()
    .from(c)
    .where(and(eq(c.workspaceNo, scope.workspaceNo), eq(c.id, id)));
  return (await signed(db, found))[0] ?? null;
}

/** Every version under a number, the newest first. */
export async function versionsOfCategory(db: Database, scope: AnyScope, number: number): Promise<SignedCategory[]> {
  const { categoryAssessments: c } = db.t;
  const found = await db.q
    .select()
    .from(c)
    .where(and(eq(c.workspaceNo, scope.workspaceNo), eq(c.number, number)))
    .orderBy(desc(c.version));
  return signed(db, found);
}

/**
 * The newest filed assessments, versions and all, by number and version.
 * @param limit rows at most. @param until those filed later are left out; null: none is.
 */
export async function listCategories(
  db: Database,
  scope: AnyScope,
  limit: number,
  until: Date | null = null,
): Promise<SignedCategory[]> {
  const { categoryAssessments: c } = db.t;
  const found = await db.q
    .select()
    .from(c)
    .where(and(eq(c.workspaceNo, scope.workspaceNo), until === null ? undefined : lte(c.filedAt, until)))
    .orderBy(desc(c.number), desc(c.version))
    .limit(limit);
  return signed(db, found);
}

/** Names of the newest filed assessments, versions and all, in the order of `listCategories`: nothing that was filed is read. */
export async function categoryTitles(
  db: Database,
  scope: AnyScope,
  limit: number,
): Promise<Pick<CategoryAssessment, "id" | "number" | "version" | "title">[]> {
  const { categoryAssessments: c } = db.t;
  return db.q
    .select({ id: c.id, number: c.number, version: c.version, title: c.title })
    .from(c)
    .where(eq(c.workspaceNo, scope.workspaceNo))
    .orderBy(desc(c.number), desc(c.version))
    .limit(limit);
}

/** With who stated it, by name. Null: nobody stated who the buyer is. */
export async function findBuyerProfile(
  db: Database,
  scope: AnyScope,
): Promise<(BuyerProfile & { readonly statedByName: string }) | null> {
  const { buyerProfiles: p } = db.t;
  const [found] = await db.q.select().from(p).where(eq(p.workspaceNo, scope.workspaceNo));
  if (!found) return null;
  const names = await namesOfUsers(db, [found.statedBy]);
  return { ...found, statedByName: names.get(found.statedBy) ?? found.statedBy };
}
