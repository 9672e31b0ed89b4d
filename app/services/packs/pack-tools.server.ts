/** What the verifier takes from Node.js. */
import { createHash, verify } from "node:crypto";
import { open } from "node:fs/promises";
import { Readable } from "node:stream";
import { createInflateRaw } from "node:zlib";
import { publicKeyOf } from "../../files/signing-key.server";
import type { VerifyTools } from "../../pack/verify";
import type { ByteSource } from "../../pack/zip-reader";

const CHUNK = 1 << 16;

/** Unpacks raw deflate and sees that nothing stands behind its end. */
async function* inflate(compressed: AsyncIterable<Uint8Array>): AsyncGenerator<Uint8Array> {
  let given = 0;
  async function* counted() {
    for await (const bytes of compressed) {
      given += bytes.length;
      yield bytes;
    }
  }
  const unpacking = createInflateRaw({ chunkSize: CHUNK });
  const input = Readable.from(counted(), { objectMode: false });
  input.on("error", (error) => unpacking.destroy(error));
  input.pipe(unpacking);
  for await (const bytes of unpacking) yield bytes as Buffer;
  if (unpacking.bytesWritten !== given) throw new Error("Bytes stand behind the end of a file");
}

export const NODE_TOOLS: VerifyTools = {
  sha256: () => createHash("sha256"),
  inflate,
  async verifySignature(publicKey, message, signature) {
    try {
      return verify(null, message, publicKeyOf(publicKey), signature);
    } catch {
      return false;
    }
  },
};

/** Opens a file for one piece of work with it. */
export async function withFile<T>(file: string, work: (source: ByteSource) => Promise<T>): Promise<T> {
  const handle = await open(file, "r");
  try {
    const { size } = await handle.stat();
    return await work({
      size,
      async read(offset, length) {
        const bytes = new Uint8Array(length);
        const { bytesRead } = await handle.read(bytes, 0, length, offset);
        if (bytesRead !== length) throw new Error(`The file ended after ${offset + bytesRead} bytes`);
        return bytes;
      },
    });
  } finally {
    await handle.close();
  }
}
