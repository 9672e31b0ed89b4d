import { createHash } from "node:crypto";
import { open, rename, rm } from "node:fs/promises";
import type { FileHandle } from "node:fs/promises";
import { dirname } from "node:path";
import type { Readable } from "node:stream";
import type { ReadableStream as WebReadableStream } from "node:stream/web";
import { Problem } from "../lib/problem";
import { bytesInWords } from "./limits";
import { syncFolder } from "./sync-folder.server";

export interface ReceivedUpload {
  readonly bytes: number;
  /** SHA-256 of the bytes, hexadecimal. */
  readonly sha256: string;
}

/**
 * Streams an upload to `targetPath`: written beside it as `.part`, synced, then renamed, so that the file is either
 * whole or not there. Nothing is left behind when the sender goes away or the limit is passed.
 *
 * @throws Problem `upload.too-large` over `maxBytes`, `upload.interrupted` when the stream breaks off.
 */
export async function receiveUpload(
  stream: Readable | ReadableStream<Uint8Array>,
  targetPath: string,
  { maxBytes }: { readonly maxBytes: number },
): Promise<ReceivedUpload> {
  const part = `${targetPath}.part`;
  const hash = createHash("sha256");
  let bytes = 0;
  let file: FileHandle | null = await open(part, "w");
  try {
    for await (const piece of pieces(stream)) {
      bytes += piece.length;
      if (bytes > maxBytes) throw tooLarge(maxBytes);
      hash.update(piece);
      for (let at = 0; at < piece.length;) at += (await file.write(piece, at)).bytesWritten;
    }
    await file.sync();
    await file.close();
    file = null;
    await rename(part, targetPath);
    await syncFolder(dirname(targetPath));
    return { bytes, sha256: hash.digest("hex") };
  } catch (error) {
    await file?.close().catch(() => undefined);
    await rm(part, { force: true });
    throw error;
  }
}

export const tooLarge = (maxBytes: number) =>
  new Problem(
    "upload.too-large",
    `The file is larger than ${bytesInWords(maxBytes)}, the most that can be uploaded. Split it into several files.`,
    { limit: maxBytes },
    413,
  );

/** The stream's pieces; a stream that breaks off is an expected failure, told from one of our own. */
async function* pieces(stream: Readable | ReadableStream<Uint8Array>): AsyncGenerator<Uint8Array> {
  const source = "getReader" in stream ? (stream as unknown as WebReadableStream<Uint8Array>) : stream;
  const iterator = source[Symbol.asyncIterator]() as AsyncIterator<Uint8Array | string>;
  let ended = false;
  try {
    for (;;) {
      const next = await iterator.next().catch(() => {
        ended = true;
        throw new Problem("upload.interrupted", "The upload broke off before the end. Send the file again.");
      });
      if (next.done) {
        ended = true;
        return;
      }
      yield typeof next.value === "string" ? Buffer.from(next.value) : next.value;
    }
  } finally {
    if (!ended) await iterator.return?.().catch(() => undefined);
  }
}
