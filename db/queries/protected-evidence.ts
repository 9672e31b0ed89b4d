/**
 * Documents of findings told in confidence. Only services that look at the reader's right to protected information may call
 * these; nothing else reads the table.
 */
import { and, asc, eq } from "drizzle-orm";
import type { AnyScope, Database } from "../database";
import type { Tables } from "../schema/tables";
import { signDocuments, type DocumentNames } from "./evidence";

export type StoredProtectedEvidence = Tables["protectedEvidence"]["$inferSelect"];

export type SignedProtectedEvidence = StoredProtectedEvidence & DocumentNames;

/** A document of a protected finding; null when it is another workspace's or not there. */
export async function findProtectedEvidence(
  db: Database,
  scope: AnyScope,
  id: string,
): Promise<StoredProtectedEvidence | null> {
  const { protectedEvidence: e } = db.t;
  const [found] = await db.q
    .select()
    .from(e)
    .where(and(eq(e.workspaceNo, scope.workspaceNo), eq(e.id, id)));
  return found ?? null;
}

/** The documents of a protected finding, taken back or not, the oldest first. */
export async function evidenceOfProtectedFinding(
  db: Database,
  scope: AnyScope,
  findingId: string,
): Promise<SignedProtectedEvidence[]> {
  const { protectedEvidence: e } = db.t;
  const rows = await db.q
    .select()
    .from(e)
    .where(and(eq(e.workspaceNo, scope.workspaceNo), eq(e.findingId, findingId)))
    .orderBy(asc(e.recordedAt), asc(e.id));
  return signDocuments(db, rows);
}
