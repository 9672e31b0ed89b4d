import path from "node:path";
import { event } from "../../../db/audit-events";
import type { Database, Scope } from "../../../db/database";
import { isUniqueViolation } from "../../../db/errors";
import { newId } from "../../../db/ids";
import { evidenceOfHash } from "../../../db/queries/evidence";
import type { EvidenceFor } from "../../../db/schema/evidence";
import type { AccessClass } from "../../../db/schema/findings";
import { Problem } from "../../lib/problem";
import { findingNotFound } from "../findings/findings-view.server";
import { supplierNoIn } from "../findings/supplier-in-scope.server";
import { findFinding } from "../../../db/queries/findings";
import { numbersOf } from "../../../db/queries/merges";
import { actionOf } from "../remedy/action-record.server";
import { groupRecord } from "../remedy/group-record.server";
import { documentRow, lookThrough, sealWith, type NewDocument } from "./document-file.server";

/** What a document backs beside its supplier. */
export interface EvidenceUse {
  readonly usedFor: EvidenceFor;
  readonly usedForId: string;
}

export interface NewEvidence extends NewDocument {
  readonly supplierId: string;
  /** Null: the supplier as a whole. */
  readonly use: EvidenceUse | null;
  /** Of an open document; a protected one has none. */
  readonly accessClass: AccessClass;
}

export interface AddedEvidence {
  readonly id: string;
  /** The same content was here already: nothing was stored a second time. */
  readonly isDuplicate: boolean;
}

/** What a document is to back, where this workspace has it. @throws Problem `finding.not-found`, `action.not-found` or `repayment.not-found` (404). */
async function backed(db: Database, scope: Scope, { usedFor, usedForId }: EvidenceUse) {
  if (usedFor === "action") return actionOf(db, scope, usedForId);
  if (usedFor === "repayment") return groupRecord(db, scope, usedForId);
  const found = await findFinding(db, scope, usedForId);
  if (!found) throw findingNotFound();
  return found;
}

/** @throws Problem `evidence.use` (422): the record the document is to back is another supplier's. */
export async function mustBeAbout(db: Database, scope: Scope, supplierNo: number, whose: number): Promise<void> {
  if (!(await numbersOf(db, scope, supplierNo)).includes(whose))
    throw new Problem(
      "evidence.use",
      "The document is of one supplier, and what it is to back is of another. Nothing was stored. Open the record it backs, and add it there.",
      {},
      422,
    );
}

/** What the encrypted file of a document is. */
export const openFile = (workspaceNo: number, id: string) => ({
  storedPath: path.join("evidence", String(workspaceNo), id),
  subject: `evidence ${id}`,
});

/**
 * Keeps a document as evidence: looked through for persons as far as its letters go, encrypted in the data folder, read back and
 * compared. One whose content is here already is not stored again; what it backs is added.
 * @throws Problem `finding.supplier` (404), as `backed`, `mustBeAbout`, `lookThrough` and `documentRow`, `evidence.duplicate`
 *   (409) when it backs the same thing already.
 */
export async function addEvidence(
  db: Database,
  scope: Scope,
  given: NewEvidence,
  dataDir: string,
  now: Date,
): Promise<AddedEvidence> {
  const supplierNo = await supplierNoIn(db, scope, given.supplierId);
  if (given.use) await mustBeAbout(db, scope, supplierNo, (await backed(db, scope, given.use)).supplierNo);
  const looked = await lookThrough(given, now);
  const same = (await evidenceOfHash(db, scope, given.sha256)).find(({ undoneAt }) => undoneAt === null);
  if (same) return useAgain(db, scope, same.id, given.use, now);
  const evidence = { ...documentRow(scope, supplierNo, given, looked, now), accessClass: given.accessClass };
  const { id } = evidence;
  const file = openFile(scope.workspaceNo, id);
  const { recordedAt: _now, workspaceNo: _ours, ...kept } = evidence;
  const { usedFor = null, usedForId = null } = given.use ?? {};
  const added = {
    evidenceId: id,
    supplierId: given.supplierId,
    evidence: kept,
    use: usedFor && { usedFor, usedForId },
  };
  await sealWith(given, file, dataDir, () =>
    db.commit(scope, event("evidence.added", added), (q) => [
      q.insert(db.t.evidence).values({ ...evidence, storedPath: file.storedPath }),
      ...(given.use ? [q.insert(db.t.evidenceUses).values(useRow(scope, id, given.use, now))] : []),
    ]),
  );
  return { id, isDuplicate: false };
}

const useRow = (scope: Scope, evidenceId: string, use: EvidenceUse, now: Date) => ({
  id: newId(now),
  workspaceNo: scope.workspaceNo,
  evidenceId,
  ...use,
  recordedBy: scope.userId,
  recordedAt: now,
});

export const documentNotFound = () =>
  new Problem("evidence.not-found", "There is no such document in this workspace.", {}, 404);

export const duplicateDocument = () =>
  new Problem("evidence.duplicate", "This document is here already, and for the same. Nothing was added.", {}, 409);

/** Says of a document that is kept what else it backs. */
async function useAgain(
  db: Database,
  scope: Scope,
  evidenceId: string,
  use: EvidenceUse | null,
  now: Date,
): Promise<AddedEvidence> {
  if (!use) throw duplicateDocument();
  await db
    .commit(scope, event("evidence.used", { evidenceId, ...use }), (q) => [
      q.insert(db.t.evidenceUses).values(useRow(scope, evidenceId, use, now)),
    ])
    .catch((error: unknown) => {
      throw isUniqueViolation(error) ? duplicateDocument() : error;
    });
  return { id: evidenceId, isDuplicate: true };
}
