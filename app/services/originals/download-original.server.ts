import { createReadStream, existsSync } from "node:fs";
import path from "node:path";
import { Readable } from "node:stream";
import { event } from "../../../db/audit-events";
import type { Database, Scope } from "../../../db/database";
import { findOriginal } from "../../../db/queries/kept";
import { decryptFile } from "../../files/encrypted-file.server";
import { instanceKey } from "../../files/instance-key.server";
import { Problem } from "../../lib/problem";
import { findImport } from "../imports/import-record.server";
import type { RegisterFile } from "../register/export-register.server";

/**
 * The file as it was received, as long as there is one. The download is an event of the chain.
 * @throws Problem `original.gone` (410) after its time, `original.damaged`, `original.other-key`, `import.not-found`.
 */
export async function downloadOriginal(
  db: Database,
  scope: Scope,
  importId: string,
  dataDir: string,
): Promise<RegisterFile> {
  const { upload, uploadId } = await findImport(db, scope, importId);
  const original = await findOriginal(db, scope, uploadId);
  const stream =
    original?.state === "encrypted" && original.storedPath !== null
      ? await decrypted(path.join(dataDir, original.storedPath), dataDir, uploadId)
      : original?.state === "deleted"
        ? null
        : plain(path.join(dataDir, upload.storedPath));
  if (stream === null)
    throw new Problem("original.gone", "The original of this list is no longer kept. Its SHA-256 is.", {}, 410);
  await db.commit(scope, event("original.downloaded", { importId, uploadId, sha256: upload.sha256 }), () => []);
  return { fileName: upload.fileName, contentType: "application/octet-stream", stream };
}

const plain = (file: string): Readable | null => (existsSync(file) ? createReadStream(file) : null);

/** The first piece is read at once, so that a wrong key or a damaged file is a sentence and not a broken download. */
async function decrypted(file: string, dataDir: string, uploadId: string): Promise<Readable | null> {
  if (!existsSync(file)) return null;
  const pieces = decryptFile(file, await instanceKey(dataDir), uploadId);
  const first = await pieces.next();
  async function* all() {
    if (!first.done) yield first.value;
    yield* pieces;
  }
  return Readable.from(all(), { objectMode: false });
}
