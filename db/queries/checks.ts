/** Lots, their bidders and the checks of them. Every query takes the scope first. */
import { and, asc, desc, eq, inArray, lte, max, min } from "drizzle-orm";
import type { AnyScope, Database } from "../database";
import type { Tables } from "../schema/tables";
import { numbersOf } from "./merges";

export type Lot = Tables["lots"]["$inferSelect"];
export type LotBidder = Tables["lotBidders"]["$inferSelect"];
export type LotQuestion = Tables["lotQuestions"]["$inferSelect"];
export type VendorCheck = Tables["vendorChecks"]["$inferSelect"];
export type StoredCheckEntry = Tables["checkEntries"]["$inferSelect"];

/** The newest first. @param until those opened later are left out; null: none is. */
export async function lotsOf(db: Database, scope: AnyScope, limit: number, until: Date | null = null): Promise<Lot[]> {
  const { lots } = db.t;
  return db.q
    .select()
    .from(lots)
    .where(and(eq(lots.workspaceNo, scope.workspaceNo), until === null ? undefined : lte(lots.openedAt, until)))
    .orderBy(desc(lots.openedAt), desc(lots.id))
    .limit(limit);
}

/** A lot; null when it is another workspace's or not there. */
export async function findLot(db: Database, scope: AnyScope, id: string): Promise<Lot | null> {
  const { lots } = db.t;
  const [found] = await db.q
    .select()
    .from(lots)
    .where(and(eq(lots.id, id), eq(lots.workspaceNo, scope.workspaceNo)));
  return found ?? null;
}

/** In the order in which they were added, and in no other. */
export async function biddersOf(db: Database, scope: AnyScope, lotId: string): Promise<LotBidder[]> {
  const { lotBidders: b } = db.t;
  return db.q
    .select()
    .from(b)
    .where(and(eq(b.workspaceNo, scope.workspaceNo), eq(b.lotId, lotId)))
    .orderBy(asc(b.addedAt), asc(b.id));
}

/** Where a supplier, or one that was merged into it, bids. */
export async function bidsOfSupplier(db: Database, scope: AnyScope, supplierNo: number): Promise<LotBidder[]> {
  const { lotBidders: b } = db.t;
  return db.q
    .select()
    .from(b)
    .where(and(eq(b.workspaceNo, scope.workspaceNo), inArray(b.supplierNo, await numbersOf(db, scope, supplierNo))))
    .orderBy(desc(b.addedAt), desc(b.id));
}

export async function questionsOfLot(db: Database, scope: AnyScope, lotId: string): Promise<LotQuestion[]> {
  const { lotQuestions: l } = db.t;
  return db.q
    .select()
    .from(l)
    .where(and(eq(l.workspaceNo, scope.workspaceNo), eq(l.lotId, lotId)))
    .orderBy(asc(l.askedAt), asc(l.id));
}

/** When the checks of each stage of these lots were opened, the first of them: with them the stage was. */
export async function stagesOpened(
  db: Database,
  scope: AnyScope,
  lotIds: readonly string[],
): Promise<Pick<VendorCheck, "lotId" | "stage" | "openedAt">[]> {
  const { vendorChecks: v } = db.t;
  if (lotIds.length === 0) return [];
  const rows = await db.q
    .select({ lotId: v.lotId, stage: v.stage, openedAt: min(v.openedAt) })
    .from(v)
    .where(and(eq(v.workspaceNo, scope.workspaceNo), inArray(v.lotId, [...lotIds])))
    .groupBy(v.lotId, v.stage);
  return rows.flatMap(({ openedAt, ...row }) => (openedAt === null ? [] : [{ ...row, openedAt }]));
}

/** The checks of a lot without their records and what is counted of them, corrected ones too. */
export async function checksOfLot(
  db: Database,
  scope: AnyScope,
  lotId: string,
): Promise<Omit<VendorCheck, "record" | "counted">[]> {
  const { vendorChecks: v } = db.t;
  const { id, workspaceNo, bidderId, stage, revision, state, openedBy, openedAt, replaces, version } = v;
  const { correctionReason, fileNo, filedBy, filedAt, recordSha256 } = v;
  return db.q
    .select({
      id,
      workspaceNo,
      lotId: v.lotId,
      bidderId,
      stage,
      revision,
      state,
      openedBy,
      openedAt,
      replaces,
      version,
      correctionReason,
      fileNo,
      filedBy,
      filedAt,
      recordSha256,
    }) // prettier-ignore
    .from(v)
    .where(and(eq(v.workspaceNo, scope.workspaceNo), eq(v.lotId, lotId)))
    .orderBy(asc(v.openedAt), asc(v.id));
}

/** A check; null when it is another workspace's or not there. */
export async function findCheck(db: Database, scope: AnyScope, id: string): Promise<VendorCheck | null> {
  const { vendorChecks: v } = db.t;
  const [found] = await db.q
    .select()
    .from(v)
    .where(and(eq(v.id, id), eq(v.workspaceNo, scope.workspaceNo)));
  return found ?? null;
}

/** What was noted in these checks, in its order. */
export async function entriesOfChecks(
  db: Database,
  scope: AnyScope,
  checkIds: readonly string[],
): Promise<StoredCheckEntry[]> {
  const { checkEntries: e } = db.t;
  const found: StoredCheckEntry[] = [];
  for (let at = 0; at < checkIds.length; at += 500)
    found.push(
      ...(await db.q
        .select()
        .from(e)
        .where(and(eq(e.workspaceNo, scope.workspaceNo), inArray(e.checkId, checkIds.slice(at, at + 500))))
        .orderBy(asc(e.checkId), asc(e.position))),
    );
  return found;
}

/** The highest number a filed check of the workspace has; 0 when none is filed. */
export async function highestFileNo(db: Database, scope: AnyScope): Promise<number> {
  const { vendorChecks: v } = db.t;
  const [found] = await db.q
    .select({ highest: max(v.fileNo) })
    .from(v)
    .where(eq(v.workspaceNo, scope.workspaceNo));
  return found?.highest ?? 0;
}
