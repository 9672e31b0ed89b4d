import { mkdir, rm } from "node:fs/promises";
import path from "node:path";
import type { Readable } from "node:stream";
import { event } from "../../../db/audit-events";
import type { Database, Scope } from "../../../db/database";
import { newId } from "../../../db/ids";
import { receiveUpload } from "../../files/receive-upload.server";
import type { Config } from "../../lib/config.server";
import { Problem } from "../../lib/problem";
import { defaultSettings } from "./settings";
import { newJob } from "../jobs/new-job";

export interface ReceivedFile {
  readonly importId: string;
}

/** Control characters, half letters, and marks that turn the direction of what follows. */
const UNSHOWN = /[\p{Cc}\p{Cs}\u200e\u200f\u202a-\u202e\u2066-\u2069]/gu;

/** The name as shown and kept: the last part of a path, without characters that are not shown, at most 200 characters. */
export function safeFileName(given: string): string {
  const last = given.split(/[\\/]/).at(-1) ?? "";
  const plain = last.replace(UNSHOWN, "").trim();
  return plain.slice(0, 200).replace(UNSHOWN, "") || "list";
}

/**
 * Streams an upload to disk while it arrives, then records it with a job to inspect it, in one commit. A file that arrived
 * whole is never lost: it stands under its final name before the commit, and is removed only when the commit is refused.
 * @throws Problem `upload.too-large`, `upload.empty`.
 */
export async function receiveFile(
  db: Database,
  scope: Scope,
  upload: { readonly fileName: string; readonly body: Readable | ReadableStream<Uint8Array> },
  config: Pick<Config, "dataDir" | "uploadsDir" | "maxUploadBytes">,
  now: Date,
): Promise<ReceivedFile> {
  const uploadId = newId(now);
  const importId = newId(now);
  const target = path.join(config.uploadsDir, scope.workspaceId, uploadId);
  const fileName = safeFileName(upload.fileName);
  await mkdir(path.dirname(target), { recursive: true });
  const { bytes, sha256 } = await receiveUpload(upload.body, target, { maxBytes: config.maxUploadBytes });
  if (bytes === 0) {
    await rm(target, { force: true });
    throw new Problem(
      "upload.empty",
      `${fileName} is empty. Choose the file again, or save it anew in your spreadsheet program.`,
      { file: fileName },
    );
  }
  const { uploads, imports, jobs } = db.t;
  const received = event("import.received", { importId, uploadId, fileName, sha256, bytes });
  await db.commit(scope, received, (q) => [
    q.insert(uploads).values({
      id: uploadId,
      workspaceNo: scope.workspaceNo,
      fileName,
      sha256,
      bytes,
      storedPath: path.relative(config.dataDir, target),
      byUserId: scope.userId,
      createdAt: now,
    }),
    q.insert(imports).values({
      id: importId,
      workspaceNo: scope.workspaceNo,
      uploadId,
      state: "received",
      settings: defaultSettings(),
      createdAt: now,
      updatedAt: now,
    }),
    q.insert(jobs).values(newJob("import.inspect", { importId }, scope.workspaceNo, now)),
  ]);
  return { importId };
}
