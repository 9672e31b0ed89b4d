/** Documents kept as evidence, and what they back. */
import { and, asc, count, desc, eq, gt, inArray, isNull, lte, or } from "drizzle-orm";
import type { AnyScope, Database } from "../database";
import { namesOfUsers } from "../names-of-users";
import type { EvidenceFor } from "../schema/evidence";
import { ACCESS_CLASSES, type AccessClass } from "../schema/findings";
import type { Tables } from "../schema/tables";
import { numbersOf } from "./merges";

export type StoredEvidence = Tables["evidence"]["$inferSelect"];
export type StoredUse = Tables["evidenceUses"]["$inferSelect"];
/** Who recorded a document and who took it back. */
export interface DocumentNames {
  readonly who: string | null;
  readonly undoneByName: string | null;
}
export type SignedEvidence = StoredEvidence & DocumentNames;

/** Names put to documents, in one query. */
export async function signDocuments<Row extends Pick<StoredEvidence, "recordedBy" | "undoneBy">>(
  db: Database,
  rows: readonly Row[],
): Promise<(Row & DocumentNames)[]> {
  const names = await namesOfUsers(
    db,
    rows.flatMap(({ recordedBy, undoneBy }) => [recordedBy, undoneBy]),
  );
  return rows.map((row) => ({
    ...row,
    who: names.get(row.recordedBy) ?? null,
    undoneByName: names.get(row.undoneBy) ?? null,
  }));
}

/** A document; null when it is another workspace's or not there. */
export async function findEvidence(db: Database, scope: AnyScope, id: string): Promise<StoredEvidence | null> {
  const { evidence: e } = db.t;
  const [found] = await db.q
    .select()
    .from(e)
    .where(and(eq(e.workspaceNo, scope.workspaceNo), eq(e.id, id)));
  return found ?? null;
}

/** The documents of the workspace with this content, taken back or not, the oldest first. */
export async function evidenceOfHash(db: Database, scope: AnyScope, sha256: string): Promise<StoredEvidence[]> {
  const { evidence: e } = db.t;
  return db.q
    .select()
    .from(e)
    .where(and(eq(e.workspaceNo, scope.workspaceNo), eq(e.sha256, sha256)))
    .orderBy(asc(e.recordedAt), asc(e.id));
}

/** Every document about a supplier and those merged into it, taken back or not, the newest first. */
export async function evidenceAbout(db: Database, scope: AnyScope, supplierNo: number): Promise<SignedEvidence[]> {
  return evidenceOfSuppliers(db, scope, await numbersOf(db, scope, supplierNo));
}

/** As `evidenceAbout`, about the suppliers of these few numbers. @param until those recorded until then; null: all. */
export async function evidenceOfSuppliers(
  db: Database,
  scope: AnyScope,
  supplierNos: readonly number[],
  until: Date | null = null,
): Promise<SignedEvidence[]> {
  const { evidence: e } = db.t;
  const rows = await db.q
    .select()
    .from(e)
    .where(
      and(
        eq(e.workspaceNo, scope.workspaceNo),
        inArray(e.supplierNo, [...supplierNos]),
        until === null ? undefined : lte(e.recordedAt, until),
      ),
    )
    .orderBy(desc(e.recordedAt), desc(e.id));
  return signDocuments(db, rows);
}

/** Every document of the workspace, taken back or not, the newest first. @param until those recorded until then; null: all. */
export async function listEvidence(
  db: Database,
  scope: AnyScope,
  limit: number,
  until: Date | null = null,
): Promise<SignedEvidence[]> {
  const { evidence: e } = db.t;
  const rows = await db.q
    .select()
    .from(e)
    .where(and(eq(e.workspaceNo, scope.workspaceNo), until === null ? undefined : lte(e.recordedAt, until)))
    .orderBy(desc(e.id))
    .limit(limit);
  return signDocuments(db, rows);
}

/**
 * Documents that were kept and not taken back at an instant, the newest first: about these numbers of suppliers, or of the whole
 * workspace where they are null; `upTo`: of no narrower class. `all`: how many there are, of which at most `limit` are read.
 */
export async function evidenceAt(
  db: Database,
  scope: AnyScope,
  instant: Date,
  {
    numbers,
    limit,
    upTo = "confidential",
  }: { readonly numbers: readonly number[] | null; readonly limit: number; readonly upTo?: AccessClass },
): Promise<{ readonly rows: readonly StoredEvidence[]; readonly all: number }> {
  const { evidence: e } = db.t;
  const kept = and(
    eq(e.workspaceNo, scope.workspaceNo),
    numbers === null ? undefined : inArray(e.supplierNo, [...numbers]),
    lte(e.recordedAt, instant),
    or(isNull(e.undoneAt), gt(e.undoneAt, instant)),
    inArray(e.accessClass, ACCESS_CLASSES.slice(0, ACCESS_CLASSES.indexOf(upTo) + 1)),
  );
  const [rows, [counted]] = await Promise.all([
    db.q.select().from(e).where(kept).orderBy(desc(e.id)).limit(limit),
    db.q.select({ all: count() }).from(e).where(kept),
  ]);
  return { rows, all: counted?.all ?? 0 };
}

/** The documents that back a finding, an action or a repayment, taken back or not, the oldest first. */
export async function evidenceFor(
  db: Database,
  scope: AnyScope,
  usedFor: EvidenceFor,
  usedForId: string,
): Promise<SignedEvidence[]> {
  const { evidence: e, evidenceUses: u } = db.t;
  const rows = await db.q
    .select({ found: e })
    .from(u)
    .innerJoin(e, and(eq(e.workspaceNo, u.workspaceNo), eq(e.id, u.evidenceId)))
    .where(and(eq(u.workspaceNo, scope.workspaceNo), eq(u.usedFor, usedFor), eq(u.usedForId, usedForId)))
    .orderBy(asc(u.recordedAt), asc(u.id));
  return signDocuments(
    db,
    rows.map(({ found }) => found),
  );
}

/** What these documents back. */
export async function usesOfEvidence(
  db: Database,
  scope: AnyScope,
  evidenceIds: readonly string[],
): Promise<StoredUse[]> {
  const { evidenceUses: u } = db.t;
  return db.q
    .select()
    .from(u)
    .where(and(eq(u.workspaceNo, scope.workspaceNo), inArray(u.evidenceId, [...evidenceIds])))
    .orderBy(asc(u.recordedAt), asc(u.id));
}
