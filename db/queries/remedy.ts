/** Corrective actions, the repayment ledger, and decisions about suppliers. What people decide about them is a `commit` of a service. */
import { and, asc, desc, eq, inArray } from "drizzle-orm";
import type { AnyScope, Database } from "../database";
import { namesOfUsers } from "../names-of-users";
import type { Tables } from "../schema/tables";

export type StoredAction = Tables["correctiveActions"]["$inferSelect"];
export type StoredStep = Tables["actionSteps"]["$inferSelect"];
export type StoredGroup = Tables["repaymentGroups"]["$inferSelect"];
export type StoredEntry = Tables["repaymentEntries"]["$inferSelect"];
export type StoredSupplierDecision = Tables["supplierDecisions"]["$inferSelect"];

/** Names are null where there is no such account any more, or nobody did it yet. */
export type SignedAction = StoredAction & { readonly ownerName: string | null; readonly verifiedByName: string | null };
export type SignedStep = StoredStep & { readonly who: string | null };
export type SignedEntry = StoredEntry & { readonly who: string | null; readonly withdrawnByName: string | null };
export type SignedSupplierDecision = StoredSupplierDecision & {
  readonly ownerName: string | null;
  readonly proposedByName: string | null;
  readonly confirmedByName: string | null;
};

async function signedActions(db: Database, rows: readonly StoredAction[]): Promise<SignedAction[]> {
  const names = await namesOfUsers(
    db,
    rows.flatMap(({ ownerId, verifiedBy }) => [ownerId, verifiedBy]),
  );
  return rows.map((row) => ({
    ...row,
    ownerName: names.get(row.ownerId) ?? null,
    verifiedByName: names.get(row.verifiedBy) ?? null,
  }));
}

/** Actions of a workspace, or of the suppliers of these numbers, the oldest first. */
export async function correctiveActions(
  db: Database,
  scope: AnyScope,
  supplierNos: readonly number[] | null = null,
): Promise<SignedAction[]> {
  const { correctiveActions: a } = db.t;
  const rows = await db.q
    .select()
    .from(a)
    .where(
      and(
        eq(a.workspaceNo, scope.workspaceNo),
        supplierNos === null ? undefined : inArray(a.supplierNo, [...supplierNos]),
      ),
    )
    .orderBy(asc(a.id));
  return signedActions(db, rows);
}

/** One action; null when it is another workspace's or not there. */
export async function findAction(db: Database, scope: AnyScope, id: string): Promise<SignedAction | null> {
  const { correctiveActions: a } = db.t;
  const found = await db.q
    .select()
    .from(a)
    .where(and(eq(a.id, id), eq(a.workspaceNo, scope.workspaceNo)));
  return (await signedActions(db, found))[0] ?? null;
}

/** What was noted under these actions, or under all of the workspace, the oldest first. */
export async function actionSteps(
  db: Database,
  scope: AnyScope,
  actionIds: readonly string[] | null = null,
): Promise<SignedStep[]> {
  const { actionSteps: s } = db.t;
  const rows = await db.q
    .select()
    .from(s)
    .where(
      and(eq(s.workspaceNo, scope.workspaceNo), actionIds === null ? undefined : inArray(s.actionId, [...actionIds])),
    )
    .orderBy(asc(s.id));
  const names = await namesOfUsers(
    db,
    rows.map(({ recordedBy }) => recordedBy),
  );
  return rows.map((row) => ({ ...row, who: names.get(row.recordedBy) ?? null }));
}

/** Groups of the ledger of a workspace, or of the suppliers of these numbers, the oldest first. */
export async function repaymentGroups(
  db: Database,
  scope: AnyScope,
  supplierNos: readonly number[] | null = null,
): Promise<StoredGroup[]> {
  const { repaymentGroups: g } = db.t;
  return db.q
    .select()
    .from(g)
    .where(
      and(
        eq(g.workspaceNo, scope.workspaceNo),
        supplierNos === null ? undefined : inArray(g.supplierNo, [...supplierNos]),
      ),
    )
    .orderBy(asc(g.id));
}

/** One group; null when it is another workspace's or not there. */
export async function findRepaymentGroup(db: Database, scope: AnyScope, id: string): Promise<StoredGroup | null> {
  const { repaymentGroups: g } = db.t;
  const [found] = await db.q
    .select()
    .from(g)
    .where(and(eq(g.id, id), eq(g.workspaceNo, scope.workspaceNo)));
  return found ?? null;
}

/** Entries of these groups, or of all of the workspace, withdrawn ones among them, the oldest first. */
export async function repaymentEntries(
  db: Database,
  scope: AnyScope,
  groupIds: readonly string[] | null = null,
): Promise<SignedEntry[]> {
  const { repaymentEntries: e } = db.t;
  const rows = await db.q
    .select()
    .from(e)
    .where(and(eq(e.workspaceNo, scope.workspaceNo), groupIds === null ? undefined : inArray(e.groupId, [...groupIds])))
    .orderBy(asc(e.on), asc(e.id));
  const names = await namesOfUsers(
    db,
    rows.flatMap(({ recordedBy, withdrawnBy }) => [recordedBy, withdrawnBy]),
  );
  return rows.map((row) => ({
    ...row,
    who: names.get(row.recordedBy) ?? null,
    withdrawnByName: names.get(row.withdrawnBy) ?? null,
  }));
}

async function signedDecisions(
  db: Database,
  rows: readonly StoredSupplierDecision[],
): Promise<SignedSupplierDecision[]> {
  const names = await namesOfUsers(
    db,
    rows.flatMap(({ ownerId, proposedBy, confirmedBy }) => [ownerId, proposedBy, confirmedBy]),
  );
  return rows.map((row) => ({
    ...row,
    ownerName: names.get(row.ownerId) ?? null,
    proposedByName: names.get(row.proposedBy) ?? null,
    confirmedByName: names.get(row.confirmedBy) ?? null,
  }));
}

/** Decisions about suppliers of a workspace, or about those of these numbers, the newest first. */
export async function supplierDecisions(
  db: Database,
  scope: AnyScope,
  supplierNos: readonly number[] | null = null,
): Promise<SignedSupplierDecision[]> {
  const { supplierDecisions: d } = db.t;
  const rows = await db.q
    .select()
    .from(d)
    .where(
      and(
        eq(d.workspaceNo, scope.workspaceNo),
        supplierNos === null ? undefined : inArray(d.supplierNo, [...supplierNos]),
      ),
    )
    .orderBy(desc(d.id));
  return signedDecisions(db, rows);
}

/** One decision; null when it is another workspace's or not there. */
export async function findSupplierDecision(
  db: Database,
  scope: AnyScope,
  id: string,
): Promise<SignedSupplierDecision | null> {
  const { supplierDecisions: d } = db.t;
  const found = await db.q
    .select()
    .from(d)
    .where(and(eq(d.id, id), eq(d.workspaceNo, scope.workspaceNo)));
  return (await signedDecisions(db, found))[0] ?? null;
}
