/** Suppliers nobody writes to, and where people in danger find help. */
import { and, asc, eq, gt, inArray, isNull, lte, or } from "drizzle-orm";
import type { AnyScope, Database } from "../database";
import type { Tables } from "../schema/tables";
import { familyOf, mergesInForce, standingFor } from "./merges";

export type StoredHold = Tables["supplierHolds"]["$inferSelect"];
export type StoredContact = Tables["dangerContacts"]["$inferSelect"];

/** Every hold on a supplier, the one it became and all that were merged into that, in force or not, the oldest first. */
export async function holdsOfSupplier(db: Database, scope: AnyScope, supplierNo: number): Promise<StoredHold[]> {
  return holdsAbout(db, scope, await familyOf(db, scope, supplierNo));
}

/** Every hold on the suppliers of these few numbers, in force or not, the oldest first. */
export async function holdsAbout(db: Database, scope: AnyScope, supplierNos: readonly number[]): Promise<StoredHold[]> {
  const { supplierHolds: h } = db.t;
  return db.q
    .select()
    .from(h)
    .where(and(eq(h.workspaceNo, scope.workspaceNo), inArray(h.supplierNo, [...supplierNos])))
    .orderBy(asc(h.placedAt), asc(h.id));
}

/** Numbers of the suppliers that nobody may write to now; a merged one counts for the one it became. */
export async function heldSuppliers(db: Database, scope: AnyScope): Promise<ReadonlySet<number>> {
  const { supplierHolds: h } = db.t;
  const [rows, merges] = await Promise.all([
    db.q
      .select({ no: h.supplierNo })
      .from(h)
      .where(and(eq(h.workspaceNo, scope.workspaceNo), isNull(h.liftedAt))),
    mergesInForce(db, scope),
  ]);
  const became = standingFor(merges);
  return new Set(rows.flatMap(({ no }) => [no, became.get(no) ?? no]));
}

/** What the workspace entered for a country and did not withdraw, the oldest first. */
export async function contactsOfCountry(db: Database, scope: AnyScope, country: string): Promise<StoredContact[]> {
  const { dangerContacts: c } = db.t;
  return db.q
    .select()
    .from(c)
    .where(and(eq(c.workspaceNo, scope.workspaceNo), eq(c.country, country), isNull(c.withdrawnAt)))
    .orderBy(asc(c.kind), asc(c.addedAt), asc(c.id));
}

/** As `contactsOfCountry`, at an instant: what was added by then and not withdrawn by then. */
export async function contactsAt(
  db: Database,
  scope: AnyScope,
  country: string,
  instant: Date,
): Promise<StoredContact[]> {
  const { dangerContacts: c } = db.t;
  return db.q
    .select()
    .from(c)
    .where(
      and(
        eq(c.workspaceNo, scope.workspaceNo),
        eq(c.country, country),
        lte(c.addedAt, instant),
        or(isNull(c.withdrawnAt), gt(c.withdrawnAt, instant)),
      ),
    )
    .orderBy(asc(c.kind), asc(c.addedAt), asc(c.id));
}
