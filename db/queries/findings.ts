/** What was found about suppliers, as people recorded it: open findings only. Those told in confidence: protected-findings.ts. */
import { and, asc, desc, eq, inArray, lt } from "drizzle-orm";
import type { AnyScope, Database } from "../database";
import { namesOfUsers } from "../names-of-users";
import type { Tables } from "../schema/tables";
import { numbersOf } from "./merges";

export type StoredOpenFinding = Tables["findings"]["$inferSelect"];
export type StoredFindingStep = Tables["findingSteps"]["$inferSelect"];
/** What only a step of a protected finding may hold, see the schema. */
interface ProtectedPart {
  readonly signs?: unknown;
}
export interface Signatures {
  readonly who: string | null;
  readonly confirmedByName: string | null;
  readonly undoneByName: string | null;
}
/** A step with the names of those who signed it; null: nobody did, or there is no such account any more. */
export type SignedFindingStep = StoredFindingStep & ProtectedPart & Signatures;

/** An open finding; null when it is another workspace's, protected, or not there. */
export async function findFinding(db: Database, scope: AnyScope, id: string): Promise<StoredOpenFinding | null> {
  const { findings: f } = db.t;
  const [found] = await db.q
    .select()
    .from(f)
    .where(and(eq(f.workspaceNo, scope.workspaceNo), eq(f.id, id)));
  return found ?? null;
}

/** Every open finding about a supplier and those merged into it, taken back or not, the newest first. */
export async function findingsAbout(db: Database, scope: AnyScope, supplierNo: number): Promise<StoredOpenFinding[]> {
  return findingsOfSuppliers(db, scope, await numbersOf(db, scope, supplierNo));
}

/** Every open finding about the suppliers of these few numbers, taken back or not, the newest first. */
export async function findingsOfSuppliers(
  db: Database,
  scope: AnyScope,
  supplierNos: readonly number[],
): Promise<StoredOpenFinding[]> {
  const { findings: f } = db.t;
  return db.q
    .select()
    .from(f)
    .where(and(eq(f.workspaceNo, scope.workspaceNo), inArray(f.supplierNo, [...supplierNos])))
    .orderBy(desc(f.recordedAt), desc(f.id));
}

/** Open findings of the workspace, the newest first, those recorded before `before`. */
export async function listFindings(
  db: Database,
  scope: AnyScope,
  { before, limit }: { readonly before?: Date | undefined; readonly limit: number },
): Promise<StoredOpenFinding[]> {
  const { findings: f } = db.t;
  return db.q
    .select()
    .from(f)
    .where(and(eq(f.workspaceNo, scope.workspaceNo), before && lt(f.recordedAt, before)))
    .orderBy(desc(f.recordedAt), desc(f.id))
    .limit(limit);
}

/** Names put to steps, in one query. */
export async function signSteps<Row extends StoredFindingStep>(
  db: Database,
  rows: readonly Row[],
): Promise<(Row & Signatures)[]> {
  const names = await namesOfUsers(
    db,
    rows.flatMap(({ recordedBy, confirmedBy, undoneBy }) => [recordedBy, confirmedBy, undoneBy]),
  );
  return rows.map((row) => ({
    ...row,
    who: names.get(row.recordedBy) ?? null,
    confirmedByName: names.get(row.confirmedBy) ?? null,
    undoneByName: names.get(row.undoneBy) ?? null,
  }));
}

/** What happened with these findings, the oldest first. */
export async function stepsOfFindings(
  db: Database,
  scope: AnyScope,
  findingIds: readonly string[],
): Promise<SignedFindingStep[]> {
  const { findingSteps: s } = db.t;
  const rows: StoredFindingStep[] = [];
  for (let at = 0; at < findingIds.length; at += 500)
    rows.push(
      ...(await db.q
        .select()
        .from(s)
        .where(and(eq(s.workspaceNo, scope.workspaceNo), inArray(s.findingId, findingIds.slice(at, at + 500))))
        .orderBy(asc(s.recordedAt), asc(s.id))),
    );
  return signSteps(db, rows);
}
