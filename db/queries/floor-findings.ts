/** Findings of harm that people confirmed. A finding stands until it is lifted or taken back. */
import { and, asc, eq, gt, inArray, isNull, or } from "drizzle-orm";
import type { AnyScope, Database } from "../database";
import type { Tables } from "../schema/tables";
import { numbersOf } from "./merges";

export type StoredFinding = Tables["floorFindings"]["$inferSelect"];

/** Every finding about a supplier and those merged into it, standing or not, the oldest first. */
export async function findingsOfSupplier(db: Database, scope: AnyScope, supplierNo: number): Promise<StoredFinding[]> {
  return floorFindingsAbout(db, scope, await numbersOf(db, scope, supplierNo));
}

/** The findings about a supplier that stand. */
export const findingsInForceOf = async (db: Database, scope: AnyScope, supplierNo: number): Promise<StoredFinding[]> =>
  (await findingsOfSupplier(db, scope, supplierNo)).filter(
    ({ liftedAt, undoneAt }) => liftedAt === null && undoneAt === null,
  );

/** The findings of a workspace that stand, in the order of the suppliers' numbers. */
export async function findingsInForce(db: Database, scope: Pick<AnyScope, "workspaceNo">): Promise<StoredFinding[]> {
  const { floorFindings: f } = db.t;
  return db.q
    .select()
    .from(f)
    .where(and(eq(f.workspaceNo, scope.workspaceNo), isNull(f.undoneAt), isNull(f.liftedAt)))
    .orderBy(asc(f.supplierNo), asc(f.recordedAt), asc(f.id));
}

/** Suppliers about whom a finding was recorded, lifted or taken back after an instant. */
export async function foundSince(db: Database, scope: AnyScope, instant: Date): Promise<number[]> {
  const { floorFindings: f } = db.t;
  const rows = await db.q
    .selectDistinct({ no: f.supplierNo })
    .from(f)
    .where(
      and(
        eq(f.workspaceNo, scope.workspaceNo),
        or(gt(f.recordedAt, instant), gt(f.liftedAt, instant), gt(f.undoneAt, instant)),
      ),
    );
  return rows.map(({ no }) => no);
}

/** Every finding about these numbers, standing or not, the oldest first. */
export async function floorFindingsAbout(
  db: Database,
  scope: AnyScope,
  supplierNos: readonly number[],
): Promise<StoredFinding[]> {
  const { floorFindings: f } = db.t;
  const found: StoredFinding[] = [];
  for (let at = 0; at < supplierNos.length; at += 500)
    found.push(
      ...(await db.q
        .select()
        .from(f)
        .where(and(eq(f.workspaceNo, scope.workspaceNo), inArray(f.supplierNo, supplierNos.slice(at, at + 500))))
        .orderBy(asc(f.recordedAt), asc(f.id))),
    );
  return found;
}

/** Those of the findings that stood at an instant. */
export const standingAt = (findings: readonly StoredFinding[], instant: Date): StoredFinding[] =>
  findings.filter(
    ({ recordedAt, liftedAt, undoneAt }) =>
      recordedAt <= instant && (liftedAt === null || liftedAt > instant) && (undoneAt === null || undoneAt > instant),
  );
