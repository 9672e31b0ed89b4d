/** Documents of findings told in confidence: docs/decisions/0030. Nothing that reads open documents can return one. */
import path from "node:path";
import { event } from "../../../db/audit-events";
import type { Database, Scope } from "../../../db/database";
import { evidenceOfProtectedFinding } from "../../../db/queries/protected-evidence";
import { can } from "../../lib/permissions";
import { findingFor, findingNotFound } from "../findings/findings-view.server";
import { hashOfRows } from "../findings/record-finding.server";
import { supplierNoIn } from "../findings/supplier-in-scope.server";
import {
  addEvidence,
  documentNotFound,
  duplicateDocument,
  mustBeAbout,
  type AddedEvidence,
  type NewEvidence,
} from "./add-evidence.server";
import { documentRow, lookThrough, sealWith } from "./document-file.server";

/** What the encrypted file of a protected document is: in a folder apart from open ones. */
export const protectedFile = (workspaceNo: number, id: string) => ({
  storedPath: path.join("protected-evidence", String(workspaceNo), id),
  subject: `protected-evidence ${id}`,
});

/**
 * Keeps a document where what it backs stands: with a protected finding apart from all others, else as open evidence. A
 * reader without the right to protected information is told that there is no such finding; who reads it and keeps no open
 * documents, that there is none. @throws Problem as `addEvidence`; `finding.not-found` or `evidence.not-found` (404).
 */
export async function addDocument(
  db: Database,
  scope: Scope,
  given: NewEvidence,
  dataDir: string,
  now: Date,
): Promise<AddedEvidence> {
  const { use } = given;
  if (use?.usedFor === "finding" && (await findingFor(db, scope, use.usedForId)).isProtected)
    return addProtectedDocument(db, scope, given, use.usedForId, dataDir, now);
  if (!can(scope.role, "evidence:write")) throw documentNotFound();
  return addEvidence(db, scope, given, dataDir, now);
}

/**
 * Keeps a document of one protected finding, looked through and sealed as every other. It is compared with the documents of
 * that finding alone, so that nothing tells whether the same file lies elsewhere; its event holds the hash of the row.
 * @throws Problem as `addEvidence`; `finding.not-found` (404) also for an open finding.
 */
export async function addProtectedDocument(
  db: Database,
  scope: Scope,
  given: NewEvidence,
  findingId: string,
  dataDir: string,
  now: Date,
): Promise<AddedEvidence> {
  const held = await findingFor(db, scope, findingId);
  if (!held.isProtected) throw findingNotFound();
  const supplierNo = await supplierNoIn(db, scope, given.supplierId);
  await mustBeAbout(db, scope, supplierNo, held.finding.supplierNo);
  const looked = await lookThrough(given, now);
  const kept = await evidenceOfProtectedFinding(db, scope, findingId);
  if (kept.some(({ sha256, undoneAt }) => sha256 === given.sha256 && undoneAt === null)) throw duplicateDocument();
  const row = { ...documentRow(scope, held.finding.supplierNo, given, looked, now), findingId };
  const file = protectedFile(scope.workspaceNo, row.id);
  const { recordedAt: _now, workspaceNo: _ours, ...hashed } = row;
  await sealWith(given, file, dataDir, () =>
    db.commit(scope, event("protected-finding.changed", { sha256: hashOfRows({ added: hashed }) }), (q) => [
      q.insert(db.t.protectedEvidence).values({ ...row, storedPath: file.storedPath }),
    ]),
  );
  return { id: row.id, isDuplicate: false };
}
