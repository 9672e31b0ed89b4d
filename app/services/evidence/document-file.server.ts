/** What every document that is kept goes through, open or protected: looked at, sealed in the data folder, and read back. */
import { existsSync } from "node:fs";
import { rm } from "node:fs/promises";
import path from "node:path";
import { Readable } from "node:stream";
import type { Scope } from "../../../db/database";
import { newId } from "../../../db/ids";
import type { EvidenceKind, EvidenceStrength } from "../../../db/schema/evidence";
import { decryptFile, encryptFile, sha256OfEncrypted } from "../../files/encrypted-file.server";
import { readEvidence } from "../../files/evidence-content.server";
import { instanceKey } from "../../files/instance-key.server";
import { personSign } from "../../lib/evidence-persons";
import { Problem } from "../../lib/problem";
import { isDay } from "../../screening/age";
import { dayUntil, LINE_LENGTH, neededText, optionalText } from "../findings/finding-texts";
import type { RegisterFile } from "../register/export-register.server";
import { dayOf } from "../scoring/assessor.server";

/** A file and what is said of it. */
export interface NewDocument {
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
  /** What the uploader says it shows of people: named or recognisable workers, their papers; null: not said. */
  readonly showsPersons: boolean | null;
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

/** What a document may be kept as, once it was looked through; `issuedOn` is not to come. */
export interface LookedThrough {
  readonly kind: EvidenceKind;
  readonly issuedOn: string | null;
}

/**
 * Looks a document through: what it is, for persons as far as its letters go, and its days.
 * @throws Problem `evidence.persons`, `evidence.persons-said`, `evidence.persons-unsaid`, `evidence.dates` (422),
 *   `evidence.kind` or `evidence.macros` (415), `finding.day` (422).
 */
export async function lookThrough(given: NewDocument, now: Date): Promise<LookedThrough> {
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
  return { kind, issuedOn };
}

/**
 * A row of a document of a supplier, new, but for where its file lies.
 * @throws Problem `finding.text` or `finding.person` (422).
 */
export const documentRow = (
  scope: Scope,
  supplierNo: number,
  given: NewDocument,
  { kind, issuedOn }: LookedThrough,
  now: Date,
) => ({
  id: newId(now),
  workspaceNo: scope.workspaceNo,
  supplierNo,
  fileName: neededText(path.basename(given.fileName).slice(-LONGEST_NAME), LONGEST_NAME),
  kind,
  bytes: given.bytes,
  sha256: given.sha256,
  shows: neededText(given.shows, LINE_LENGTH),
  issuer: neededText(given.issuer, LINE_LENGTH),
  issuedOn,
  expiresOn: given.expiresOn,
  strength: given.strength,
  tier: given.tier,
  site: optionalText(given.site),
  product: optionalText(given.product),
  recordedBy: scope.userId,
  recordedAt: now,
});

/** An encrypted file: where it lies in the data folder, and what it belongs to, so that none can be put in another's place. */
export interface SealedFile {
  readonly storedPath: string;
  readonly subject: string;
}

/**
 * Encrypts the plain file to its place, reads it back, compares, and runs `record`; when that fails the file is taken away.
 * @throws Error when what was stored is not what was received.
 */
export async function sealWith(
  plain: Pick<NewDocument, "path" | "sha256">,
  { storedPath, subject }: SealedFile,
  dataDir: string,
  record: () => Promise<unknown>,
): Promise<void> {
  const target = path.join(dataDir, storedPath);
  const key = await instanceKey(dataDir);
  try {
    const written = await encryptFile(plain.path, target, key, subject);
    if (written.sha256 !== plain.sha256 || (await sha256OfEncrypted(target, key, subject)) !== plain.sha256)
      throw new Error(`The document ${subject} was not stored as it was received`);
    await record();
  } catch (error) {
    await rm(target, { force: true });
    throw error;
  }
}

const OFFICE = "application/vnd.openxmlformats-officedocument";
const OPEN = "application/vnd.oasis.opendocument";

/** By the content, never by the name. */
const TYPES: Readonly<Record<EvidenceKind, string>> = {
  pdf: "application/pdf",
  png: "image/png",
  jpeg: "image/jpeg",
  webp: "image/webp",
  docx: `${OFFICE}.wordprocessingml.document`,
  xlsx: `${OFFICE}.spreadsheetml.sheet`,
  pptx: `${OFFICE}.presentationml.presentation`,
  odt: `${OPEN}.text`,
  ods: `${OPEN}.spreadsheet`,
  csv: "text/csv; charset=utf-8",
  text: "text/plain; charset=utf-8",
};

/**
 * A sealed document as it was received; `record` runs once its first piece could be read.
 * @throws Problem `evidence.gone` (410) when its file is not in the data folder, `original.damaged` or `original.other-key` (409).
 */
export async function unsealWith(
  { fileName, kind }: { readonly fileName: string; readonly kind: EvidenceKind },
  { storedPath, subject }: SealedFile,
  dataDir: string,
  record: () => Promise<unknown>,
): Promise<RegisterFile> {
  const file = path.join(dataDir, storedPath);
  if (!existsSync(file))
    throw new Problem(
      "evidence.gone",
      "The file of this document is not in the data folder. Take it from a backup; its SHA-256 is known.",
      {},
      410,
    );
  const pieces = decryptFile(file, await instanceKey(dataDir), subject);
  // Read at once, so that a wrong key or a damaged file is a sentence and not a broken download.
  const first = await pieces.next();
  async function* all() {
    if (!first.done) yield first.value;
    yield* pieces;
  }
  await record();
  return { fileName, contentType: TYPES[kind], stream: Readable.from(all(), { objectMode: false }) };
}
