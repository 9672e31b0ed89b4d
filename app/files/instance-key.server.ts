import { createHash, randomBytes } from "node:crypto";
import { readFile } from "node:fs/promises";
import path from "node:path";
import { writeOnce } from "./write-once.server";

const KEY_BYTES = 32;
const FILE = "instance.key";

/** The key of an installation, with which it encrypts the originals it was sent. */
export interface InstanceKey {
  readonly key: Buffer;
  /** First eight bytes of the key's SHA-256: says which key a file was encrypted with, and nothing else about it. */
  readonly id: Buffer;
}

/**
 * The key in the data folder; made on first use: 32 random bytes, readable by the owner of the process alone. Two
 * processes that make it at the same time end up with the same one.
 * @throws Error when the file is there and is not a key.
 */
export async function instanceKey(dataDir: string): Promise<InstanceKey> {
  const file = path.join(dataDir, FILE);
  const found = (await readKey(file)) ?? (await makeKey(file));
  return { key: found, id: createHash("sha256").update(found).digest().subarray(0, 8) };
}

async function readKey(file: string): Promise<Buffer | null> {
  const bytes = await readFile(file).catch((error: NodeJS.ErrnoException) => {
    if (error.code === "ENOENT") return null;
    throw error;
  });
  if (bytes !== null && bytes.length !== KEY_BYTES)
    throw new Error(`${FILE} in the data folder is not a key of ${KEY_BYTES} bytes. Put the right file back.`);
  return bytes;
}

/** A key of its own where there is none yet; else the one that another process made meanwhile. */
async function makeKey(file: string): Promise<Buffer> {
  await writeOnce(file, randomBytes(KEY_BYTES));
  return (await readKey(file))!;
}
