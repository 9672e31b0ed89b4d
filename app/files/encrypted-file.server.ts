/**
 * Files encrypted with the instance key: AES-256-GCM in chunks, so that a file of any size is written and read as a
 * stream and no byte is given out that was not authenticated. `docs/decisions/0005-the-kept-copy.md` has the format.
 */
import { createCipheriv, createDecipheriv, createHash, hkdfSync, randomBytes } from "node:crypto";
import { mkdir, open, rename, rm } from "node:fs/promises";
import type { FileHandle } from "node:fs/promises";
import path from "node:path";
import { Problem } from "../lib/problem";
import type { InstanceKey } from "./instance-key.server";
import { syncFolder } from "./sync-folder.server";

const MAGIC = Buffer.from("CANDOUR1", "latin1");
const SALT_BYTES = 32;
/** Magic, id of the instance key, salt. */
const HEADER_BYTES = MAGIC.length + 8 + SALT_BYTES;
/** Plain bytes of a chunk; only the last may have fewer. */
const CHUNK = 1 << 16;
const TAG = 16;
const CIPHER = "aes-256-gcm";

/** The key of one file: nobody can put the file of one upload in the place of another's. */
const fileKey = ({ key }: InstanceKey, salt: Buffer, subject: string): Buffer =>
  Buffer.from(hkdfSync("sha256", key, salt, `candour original ${subject}`, 32));

/** Number of the chunk, and whether it is the last: a chunk that was moved, left out or cut off does not authenticate. */
function nonceOf(chunk: number, last: boolean): Buffer {
  const nonce = Buffer.alloc(12);
  nonce.writeBigUInt64BE(BigInt(chunk), 0);
  nonce.writeUInt8(last ? 1 : 0, 11);
  return nonce;
}

/** Fills the buffer as far as the file reaches. */
async function fill(file: FileHandle, buffer: Buffer, position: number): Promise<number> {
  let have = 0;
  while (have < buffer.length) {
    const { bytesRead } = await file.read(buffer, have, buffer.length - have, position + have);
    if (bytesRead === 0) break;
    have += bytesRead;
  }
  return have;
}

export interface EncryptedFile {
  /** Of the encrypted file. */
  readonly bytes: number;
  /** SHA-256 of the plain bytes, hex. */
  readonly sha256: string;
}

/**
 * Encrypts `source` into `target`: written beside it as `.part`, synced, then renamed, so that it is whole or not there.
 * @param subject what the file belongs to (an upload's id); the same must be given to read it.
 */
export async function encryptFile(
  source: string,
  target: string,
  key: InstanceKey,
  subject: string,
): Promise<EncryptedFile> {
  await mkdir(path.dirname(target), { recursive: true });
  const part = `${target}.part`;
  const from = await open(source, "r");
  try {
    const to = await open(part, "w", 0o600);
    try {
      const written = await encryptInto(from, to, key, subject);
      await to.sync();
      await to.close();
      await rename(part, target);
      await syncFolder(path.dirname(target));
      return written;
    } catch (error) {
      await to.close().catch(() => undefined);
      await rm(part, { force: true });
      throw error;
    }
  } finally {
    await from.close();
  }
}

async function encryptInto(
  from: FileHandle,
  to: FileHandle,
  instance: InstanceKey,
  subject: string,
): Promise<EncryptedFile> {
  const salt = randomBytes(SALT_BYTES);
  const header = Buffer.concat([MAGIC, instance.id, salt]);
  const key = fileKey(instance, salt, subject);
  const hash = createHash("sha256");
  const plain = Buffer.allocUnsafe(CHUNK);
  const { size } = await from.stat();
  let bytes = 0;
  const put = async (some: Buffer) => {
    for (let at = 0; at < some.length;) at += (await to.write(some, at)).bytesWritten;
    bytes += some.length;
  };
  await put(header);
  for (let chunk = 0, position = 0; ; chunk++) {
    const have = await fill(from, plain, position);
    position += have;
    const last = position >= size || have < CHUNK;
    const some = plain.subarray(0, have);
    hash.update(some);
    const cipher = createCipheriv(CIPHER, key, nonceOf(chunk, last)).setAAD(header);
    await put(Buffer.concat([cipher.update(some), cipher.final(), cipher.getAuthTag()]));
    if (last) return { bytes, sha256: hash.digest("hex") };
  }
}

/**
 * The plain bytes of an encrypted file, a chunk at a time; each was authenticated before it is given out.
 * @throws Problem `original.other-key` when another key encrypted it, `original.damaged` when it is not whole and as it
 *   was written.
 */
export async function* decryptFile(source: string, instance: InstanceKey, subject: string): AsyncGenerator<Buffer> {
  const file = await open(source, "r");
  try {
    const header = Buffer.alloc(HEADER_BYTES);
    const { size } = await file.stat();
    if ((await fill(file, header, 0)) < HEADER_BYTES || !header.subarray(0, MAGIC.length).equals(MAGIC))
      throw damaged();
    if (!header.subarray(MAGIC.length, MAGIC.length + 8).equals(instance.id)) throw otherKey();
    const key = fileKey(instance, header.subarray(MAGIC.length + 8), subject);
    for (let chunk = 0, position = HEADER_BYTES; ; chunk++) {
      const sealed = Buffer.allocUnsafe(Math.max(0, Math.min(CHUNK + TAG, size - position)));
      const have = await fill(file, sealed, position);
      if (have < TAG) throw damaged();
      position += have;
      const last = position >= size;
      yield openChunk(sealed.subarray(0, have), key, header, nonceOf(chunk, last));
      if (last) return;
    }
  } finally {
    await file.close();
  }
}

function openChunk(sealed: Buffer, key: Buffer, header: Buffer, nonce: Buffer): Buffer {
  const cipher = createDecipheriv(CIPHER, key, nonce, { authTagLength: TAG });
  cipher.setAAD(header);
  cipher.setAuthTag(sealed.subarray(sealed.length - TAG));
  try {
    return Buffer.concat([cipher.update(sealed.subarray(0, sealed.length - TAG)), cipher.final()]);
  } catch {
    throw damaged();
  }
}

/** SHA-256 of what an encrypted file holds, hex; it has then been read through and authenticated whole. */
export async function sha256OfEncrypted(source: string, instance: InstanceKey, subject: string): Promise<string> {
  const hash = createHash("sha256");
  for await (const some of decryptFile(source, instance, subject)) hash.update(some);
  return hash.digest("hex");
}

const damaged = () =>
  new Problem(
    "original.damaged",
    "The encrypted original is damaged or was changed, so it is not given out. Take it from a backup of the data folder.",
    {},
    409,
  );

const otherKey = () =>
  new Problem(
    "original.other-key",
    "The original was encrypted with another instance key. Put the file instance.key from the backup back into the data folder.",
    {},
    409,
  );
