import { createHash, createPrivateKey, createPublicKey, generateKeyPairSync, sign, type KeyObject } from "node:crypto";
import { mkdir, readFile } from "node:fs/promises";
import path from "node:path";
import { writeOnce } from "./write-once.server";

const FILE = "signing.key";

/** The key with which an installation signs what leaves it to be checked elsewhere. */
export interface SigningKey {
  /** Ed25519, 32 bytes. */
  readonly publicKey: Buffer;
  /** SHA-256 of the public key, hex. */
  readonly fingerprint: string;
  /** Ed25519 signature, 64 bytes. */
  sign(message: Uint8Array): Buffer;
}

/** Bytes before the key itself in the SubjectPublicKeyInfo of an Ed25519 key (RFC 8410). */
const SPKI_HEAD = Buffer.from("302a300506032b6570032100", "hex");

/** The 32 bytes of an Ed25519 public key. */
const rawPublicKey = (key: KeyObject): Buffer => key.export({ type: "spki", format: "der" }).subarray(SPKI_HEAD.length);

/** The key of its 32 bytes. @throws when they are none. */
export const publicKeyOf = (raw: Uint8Array): KeyObject =>
  createPublicKey({ key: Buffer.concat([SPKI_HEAD, raw]), format: "der", type: "spki" });

/**
 * The key in the data folder; made on first use, readable by the owner of the process alone. Two processes that make it at the
 * same time end up with the same one. The file holds the private key and, to tell a damaged one, the public key: two PEM blocks.
 * @throws Error when the file is there and is no such key.
 */
export async function signingKey(dataDir: string): Promise<SigningKey> {
  const file = path.join(dataDir, FILE);
  const privateKey = (await readKey(file)) ?? (await makeKey(file));
  const publicKey = rawPublicKey(createPublicKey(privateKey));
  return {
    publicKey,
    fingerprint: createHash("sha256").update(publicKey).digest("hex"),
    sign: (message) => sign(null, message, privateKey),
  };
}

const BROKEN = `${FILE} in the data folder is not an Ed25519 key as Candour made it. Put the right file back.`;

async function readKey(file: string): Promise<KeyObject | null> {
  const text = await readFile(file, "utf8").catch((error: NodeJS.ErrnoException) => {
    if (error.code === "ENOENT") return null;
    throw error;
  });
  if (text === null) return null;
  const [, privatePem, publicPem] =
    /^(-----BEGIN PRIVATE KEY-----\n[^-]+-----END PRIVATE KEY-----\n)(-----BEGIN PUBLIC KEY-----\n[^-]+-----END PUBLIC KEY-----\n)$/u.exec(
      text,
    ) ?? [];
  if (!privatePem || !publicPem) throw new Error(BROKEN);
  let key: KeyObject;
  try {
    key = createPrivateKey(privatePem);
  } catch {
    throw new Error(BROKEN);
  }
  if (key.asymmetricKeyType !== "ed25519" || pemOf(key) !== text) throw new Error(BROKEN);
  return key;
}

const pemOf = (key: KeyObject): string =>
  `${key.export({ type: "pkcs8", format: "pem" }).toString()}${createPublicKey(key).export({ type: "spki", format: "pem" }).toString()}`;

/** A key of its own where there is none yet; else the one that another process made meanwhile. */
async function makeKey(file: string): Promise<KeyObject> {
  await mkdir(path.dirname(file), { recursive: true });
  await writeOnce(file, pemOf(generateKeyPairSync("ed25519").privateKey));
  return (await readKey(file))!;
}
