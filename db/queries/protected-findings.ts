/**
 * Findings told by workers, unions, NGOs or hotlines. Only services that look at the reader's right to protected information
 * may call these; nothing else reads the two tables.
 */
import { and, asc, desc, eq, inArray } from "drizzle-orm";
import type { AnyScope, Database } from "../database";
import type { Tables } from "../schema/tables";
import { signSteps, type SignedFindingStep } from "./findings";
import { numbersOf } from "./merges";

export type StoredProtectedFinding = Tables["protectedFindings"]["$inferSelect"];

/** A protected finding; null when it is another workspace's or not there. */
export async function findProtectedFinding(
  db: Database,
  scope: AnyScope,
  id: string,
): Promise<StoredProtectedFinding | null> {
  const { protectedFindings: f } = db.t;
  const [found] = await db.q
    .select()
    .from(f)
    .where(and(eq(f.workspaceNo, scope.workspaceNo), eq(f.id, id)));
  return found ?? null;
}

/** Every protected finding about a supplier and those merged into it, taken back or not, the newest first. */
export async function protectedFindingsAbout(
  db: Database,
  scope: AnyScope,
  supplierNo: number,
): Promise<StoredProtectedFinding[]> {
  const { protectedFindings: f } = db.t;
  const numbers = await numbersOf(db, scope, supplierNo);
  return db.q
    .select()
    .from(f)
    .where(and(eq(f.workspaceNo, scope.workspaceNo), inArray(f.supplierNo, numbers)))
    .orderBy(desc(f.recordedAt), desc(f.id));
}

/** Protected findings of the workspace, the newest first. */
export async function listProtectedFindings(
  db: Database,
  scope: AnyScope,
  limit: number,
): Promise<StoredProtectedFinding[]> {
  const { protectedFindings: f } = db.t;
  return db.q
    .select()
    .from(f)
    .where(eq(f.workspaceNo, scope.workspaceNo))
    .orderBy(desc(f.recordedAt), desc(f.id))
    .limit(limit);
}

/** What happened with these protected findings, the oldest first. */
export async function stepsOfProtectedFindings(
  db: Database,
  scope: AnyScope,
  findingIds: readonly string[],
): Promise<SignedFindingStep[]> {
  const { protectedFindingSteps: s } = db.t;
  const rows = await db.q
    .select()
    .from(s)
    .where(and(eq(s.workspaceNo, scope.workspaceNo), inArray(s.findingId, [...findingIds])))
    .orderBy(asc(s.recordedAt), asc(s.id));
  return signSteps(db, rows);
}
