import { existsSync } from "node:fs";
import path from "node:path";
import { Readable } from "node:stream";
import { event } from "../../../db/audit-events";
import type { Database, Scope } from "../../../db/database";
import { findEvidence } from "../../../db/queries/evidence";
import type { EvidenceKind } from "../../../db/schema/evidence";
import { decryptFile } from "../../files/encrypted-file.server";
import { instanceKey } from "../../files/instance-key.server";
import { Problem } from "../../lib/problem";
import type { RegisterFile } from "../register/export-register.server";
import { evidenceSubject } from "./add-evidence.server";

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
 * A document as it was received. The download is an event of the chain.
 * @throws Problem `evidence.not-found` (404), `evidence.gone` (410) when its file is not in the data folder, `original.damaged`
 *   or `original.other-key` (409).
 */
export async function downloadEvidence(
  db: Database,
  scope: Scope,
  evidenceId: string,
  dataDir: string,
): Promise<RegisterFile> {
  const found = await findEvidence(db, scope, evidenceId);
  if (!found) throw new Problem("evidence.not-found", "There is no such document in this workspace.", {}, 404);
  const file = path.join(dataDir, found.storedPath);
  if (!existsSync(file))
    throw new Problem(
      "evidence.gone",
      "The file of this document is not in the data folder. Take it from a backup; its SHA-256 is known.",
      {},
      410,
    );
  const pieces = decryptFile(file, await instanceKey(dataDir), evidenceSubject(found.id));
  // Read at once, so that a wrong key or a damaged file is a sentence and not a broken download.
  const first = await pieces.next();
  async function* all() {
    if (!first.done) yield first.value;
    yield* pieces;
  }
  await db.commit(scope, event("evidence.downloaded", { evidenceId, sha256: found.sha256 }), () => []);
  return {
    fileName: found.fileName,
    contentType: TYPES[found.kind],
    stream: Readable.from(all(), { objectMode: false }),
  };
}
