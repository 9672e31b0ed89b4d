import { rm } from "node:fs/promises";
import path from "node:path";
import { event } from "../../../db/audit-events";
import type { Database, Scope } from "../../../db/database";
import { isUniqueViolation } from "../../../db/errors";
import { newId } from "../../../db/ids";
import { evidenceOfHash } from "../../../db/queries/evidence";
import type { EvidenceFor, EvidenceStrength } from "../../../db/schema/evidence";
import type { AccessClass } from "../../../db/schema/findings";
import { encryptFile, sha256OfEncrypted } from "../../files/encrypted-file.server";
import { readEvidence } from "../../files/evidence-content.server";
import { instanceKey } from "../../files/instance-key.server";
import { personSign } from "../../lib/evidence-persons";
import { isDay } from "../../screening/age";
import { Problem } from "../../lib/problem";
import { dayUntil, LINE_LENGTH, neededText, optionalText } from "../findings/finding-texts";
import { findingNotFound } from "../findings/findings-view.server";
import { supplierNoIn } from "../findings/supplier-in-scope.server";
import { findFinding } from "../../../db/queries/findings";
import { numbersOf } from "../../../db/queries/merges";
import { actionOf } from "../remedy/action-record.server";
import { groupRecord } from "../remedy/group-record.server";
import { dayOf } from "../scoring/assessor.server";

/** What a document backs beside its supplier. */
export interface EvidenceUse {
  readonly usedFor: EvidenceFor;
  readonly usedForId: string;
}

export interface NewEvidence {
  readonly supplierId: string;
  /** Null: the supplier as a whole. */
  readonly use: EvidenceUse | null;
  readonly fileName: string;
  /** Where the file lies now, plain; whoever calls takes it away. */
  readonly path: string;
  readonly bytes: number;
  readonly sha256: string;
  readonly shows: string;
  readonly issuer: string;
  /** `YYYY-MM-DD`; null: not known, or no end. */
  readonly issuedOn: string | null;
  readonly expiresOn: string | null;
  readonly strength: EvidenceStrength;
  readonly tier: number | null;
  readonly site: string | null;
  readonly product: string | null;
  readonly accessClass: AccessClass;
  /** What the uploader says it shows of people: named or recognisable workers, their papers; null: not said. */
  readonly showsPersons: boolean | null;
}

export interface AddedEvidence {
  readonly id: string;
  /** The same content was here already: nothing was stored a second time. */
  readonly isDuplicate: boolean;
}

const LONGEST_NAME = 200;

/** @throws Problem `evidence.persons-said` or `evidence.persons-unsaid` (422). */
function mustShowNobody(said: boolean | null): void {
  if (said === null)
    throw new Problem(
      "evidence.persons-unsaid",
      "Say whether the document shows named or recognisable workers or their papers. Nothing was stored.",
      {},
      422,
    );
  if (said)
    throw new Problem(
      "evidence.persons-said",
      "A document that shows named or recognisable workers, or their papers, is not kept here. Nothing was stored. Leave it with whoever may protect them; write here in numbers what it shows, or upload a copy in which nobody can be recognised.",
      {},
      422,
    );
}

/** What a document is to back, where this workspace has it. @throws Problem `finding.not-found`, `action.not-found` or `repayment.not-found` (404). */
async function backed(db: Database, scope: Scope, { usedFor, usedForId }: EvidenceUse) {
  if (usedFor === "action") return actionOf(db, scope, usedForId);
  if (usedFor === "repayment") return groupRecord(db, scope, usedForId);
  const found = await findFinding(db, scope, usedForId);
  if (!found) throw findingNotFound();
  return found;
}

/** @throws Problem as `backed`, `evidence.use` (422) for what is another supplier's. */
async function mustBeOf(db: Database, scope: Scope, supplierNo: number, use: EvidenceUse | null): Promise<void> {
  if (use === null) return;
  const { supplierNo: whose } = await backed(db, scope, use);
  if (!(await numbersOf(db, scope, supplierNo)).includes(whose))
    throw new Problem(
      "evidence.use",
      "The document is of one supplier, and what it is to back is of another. Nothing was stored. Open the record it backs, and add it there.",
      {},
      422,
    );
}

/** Where a document lies in the data folder. */
export const evidencePath = (workspaceNo: number, id: string): string => path.join("evidence", String(workspaceNo), id);

/** What the encrypted file belongs to: no file can be put in another's place. */
export const evidenceSubject = (id: string): string => `evidence ${id}`;

/**
 * Keeps a document as evidence: looked through for persons as far as its letters go, encrypted in the data folder, read back and
 * compared. One whose content is here already is not stored again; what it backs is added.
 * @throws Problem `finding.supplier` (404), as `mustBeOf`, `evidence.persons`, `evidence.persons-said`,
 *   `evidence.persons-unsaid`, `evidence.dates` (422), `evidence.kind` or `evidence.macros` (415), `finding.text`,
 *   `finding.person` or `finding.day` (422), `evidence.duplicate` (409) when it backs the same thing already.
 */
export async function addEvidence(
  db: Database,
  scope: Scope,
  given: NewEvidence,
  dataDir: string,
  now: Date,
): Promise<AddedEvidence> {
  const supplierNo = await supplierNoIn(db, scope, given.supplierId);
  await mustBeOf(db, scope, supplierNo, given.use);
  mustShowNobody(given.showsPersons);
  const { kind, cells } = await readEvidence(given.path);
  if (personSign({ cells }) !== null)
    throw new Problem(
      "evidence.persons",
      "The document holds what looks like a list of workers or identity papers: columns of names and births, numbers of passports, or lines of a machine-readable passport. It was not stored. Write here in numbers what it shows, or upload a copy without these columns.",
      {},
      422,
    );
  const issuedOn = given.issuedOn === null ? null : dayUntil(given.issuedOn, dayOf(now));
  const { expiresOn } = given;
  if (expiresOn !== null && (!isDay(expiresOn) || (issuedOn !== null && expiresOn < issuedOn)))
    throw new Problem("evidence.dates", "The document cannot end before it was issued. Correct the days.", {}, 422);
  const same = (await evidenceOfHash(db, scope, given.sha256)).find(({ undoneAt }) => undoneAt === null);
  if (same) return useAgain(db, scope, same.id, given.use, now);
  const id = newId(now);
  const row = {
    id,
    workspaceNo: scope.workspaceNo,
    supplierNo,
    fileName: neededText(path.basename(given.fileName).slice(-LONGEST_NAME), LONGEST_NAME),
    kind,
    bytes: given.bytes,
    sha256: given.sha256,
    storedPath: evidencePath(scope.workspaceNo, id),
    shows: neededText(given.shows, LINE_LENGTH),
    issuer: neededText(given.issuer, LINE_LENGTH),
    issuedOn,
    expiresOn,
    strength: given.strength,
    tier: given.tier,
    site: optionalText(given.site),
    product: optionalText(given.product),
    accessClass: given.accessClass,
    recordedBy: scope.userId,
    recordedAt: now,
  };
  const stored = path.join(dataDir, row.storedPath);
  await seal(given.path, stored, id, given.sha256, dataDir);
  const { recordedAt: _now, workspaceNo: _ours, storedPath: _where, ...evidence } = row;
  const { usedFor = null, usedForId = null } = given.use ?? {};
  const added = { evidenceId: id, supplierId: given.supplierId, evidence, use: usedFor && { usedFor, usedForId } };
  try {
    await db.commit(scope, event("evidence.added", added), (q) => [
      q.insert(db.t.evidence).values(row),
      ...(given.use ? [q.insert(db.t.evidenceUses).values(useRow(scope, id, given.use, now))] : []),
    ]);
  } catch (error) {
    await rm(stored, { force: true });
    throw error;
  }
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

async function seal(plain: string, target: string, id: string, sha256: string, dataDir: string): Promise<void> {
  const key = await instanceKey(dataDir);
  const written = await encryptFile(plain, target, key, evidenceSubject(id));
  if (written.sha256 === sha256 && (await sha256OfEncrypted(target, key, evidenceSubject(id))) === sha256) return;
  await rm(target, { force: true });
  throw new Error(`The document ${id} was not stored as it was received`);
}

const duplicate = () =>
  new Problem("evidence.duplicate", "This document is here already, and for the same. Nothing was added.", {}, 409);

/** Says of a document that is kept what else it backs. */
async function useAgain(
  db: Database,
  scope: Scope,
  evidenceId: string,
  use: EvidenceUse | null,
  now: Date,
): Promise<AddedEvidence> {
  if (!use) throw duplicate();
  await db
    .commit(scope, event("evidence.used", { evidenceId, ...use }), (q) => [
      q.insert(db.t.evidenceUses).values(useRow(scope, evidenceId, use, now)),
    ])
    .catch((error: unknown) => {
      throw isUniqueViolation(error) ? duplicate() : error;
    });
  return { id: evidenceId, isDuplicate: true };
}
