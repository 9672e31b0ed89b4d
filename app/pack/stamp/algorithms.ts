/** The hashes and signatures of time-stamping services that are checked, all of them by Web Crypto, which Node.js has as well. */
import { Inside, integerBytes, onlyIn, oidOf, readDer, smallInteger, TAG, context, type Der } from "./der";
import { StampFault } from "./stamp-fault";

export type HashName = "SHA-256" | "SHA-384" | "SHA-512";

export const SHA256 = "2.16.840.1.101.3.4.2.1";
const HASHES: Readonly<Record<string, HashName>> = {
  [SHA256]: "SHA-256",
  "2.16.840.1.101.3.4.2.2": "SHA-384",
  "2.16.840.1.101.3.4.2.3": "SHA-512",
};

const RSA = "1.2.840.113549.1.1.1";
const RSA_PSS = "1.2.840.113549.1.1.10";
const MGF1 = "1.2.840.113549.1.1.8";
const EC = "1.2.840.10045.2.1";
/** Signatures that name their hash themselves. */
const RSA_WITH: Readonly<Record<string, HashName>> = {
  "1.2.840.113549.1.1.11": "SHA-256",
  "1.2.840.113549.1.1.12": "SHA-384",
  "1.2.840.113549.1.1.13": "SHA-512",
};
const ECDSA_WITH: Readonly<Record<string, HashName>> = {
  "1.2.840.10045.4.3.2": "SHA-256",
  "1.2.840.10045.4.3.3": "SHA-384",
  "1.2.840.10045.4.3.4": "SHA-512",
};
/** Curves that every browser knows, with the bytes of a number of each. */
const CURVES: Readonly<Record<string, { readonly namedCurve: string; readonly bytes: number }>> = {
  "1.2.840.10045.3.1.7": { namedCurve: "P-256", bytes: 32 },
  "1.3.132.0.34": { namedCurve: "P-384", bytes: 48 },
};
/** Shorter keys are no longer given to anybody (NIST SP 800-131A, 2019). */
const LEAST_RSA_BITS = 2048;

/** An AlgorithmIdentifier. */
export interface Algorithm {
  readonly oid: string;
  readonly parameters: Der | null;
}

/** @throws DerError */
export function algorithmOf(value: Der): Algorithm {
  const inside = new Inside(readDer(value.bytes, TAG.sequence));
  const oid = oidOf(inside.next(TAG.oid));
  const parameters = inside.isAtEnd ? null : inside.any();
  inside.end();
  return { oid, parameters };
}

const unknown = (algorithm: string): StampFault => new StampFault("stamp.algorithm", { algorithm });

/** @throws StampFault `stamp.algorithm` when it is another hash, such as SHA-1. */
export function hashNamed({ oid }: Algorithm): HashName {
  const name = HASHES[oid];
  if (name === undefined) throw unknown(oid);
  return name;
}

/** Bytes as the types of the platform want them; nothing here is in shared memory. */
const given = (bytes: Uint8Array) => bytes as Uint8Array<ArrayBuffer>;

export const digest = async (hash: HashName | "SHA-1", bytes: Uint8Array): Promise<Uint8Array> =>
  new Uint8Array(await crypto.subtle.digest(hash, given(bytes)));

/** Hash and length of the salt of RSASSA-PSS (RFC 4055); the mask is made with the same hash. @throws StampFault */
function pssOf({ oid, parameters }: Algorithm): { readonly hash: HashName; readonly saltLength: number } {
  // Left out, they would mean SHA-1.
  if (parameters === null) throw unknown(oid);
  const inside = new Inside(readDer(parameters.bytes, TAG.sequence));
  const [hashAt, maskAt, saltAt] = [inside.maybe(context(0)), inside.maybe(context(1)), inside.maybe(context(2))];
  inside.end();
  if (hashAt === null || maskAt === null || saltAt === null) throw unknown(oid);
  const hash = hashNamed(algorithmOf(onlyIn(hashAt, TAG.sequence)));
  const mask = algorithmOf(onlyIn(maskAt, TAG.sequence));
  if (mask.oid !== MGF1 || mask.parameters === null || hashNamed(algorithmOf(mask.parameters)) !== hash)
    throw unknown(oid);
  return { hash, saltLength: smallInteger(onlyIn(saltAt, TAG.integer)) };
}

/** The two numbers of an ECDSA signature in a row, as Web Crypto takes them; null when one is too large. @throws DerError */
function numbersOf(signature: Uint8Array, bytes: number): Uint8Array | null {
  const inside = new Inside(readDer(signature, TAG.sequence));
  const out = new Uint8Array(2 * bytes);
  for (const end of [bytes, 2 * bytes]) {
    const number = integerBytes(inside.next(TAG.integer));
    const least = number[0] === 0 ? number.subarray(1) : number;
    if (number[0]! >= 0x80 || least.length > bytes) return null;
    out.set(least, end - least.length);
  }
  inside.end();
  return out;
}

/** How a key verifies, in Web Crypto's words. */
interface Verifying {
  readonly key: RsaHashedImportParams | EcKeyImportParams;
  readonly how: AlgorithmIdentifier | RsaPssParams | EcdsaParams;
  readonly signature: Uint8Array | null;
}

function verifyingRsa(algorithm: Algorithm, fallback: HashName | null, signature: Uint8Array): Verifying {
  if (algorithm.oid === RSA_PSS) {
    const { hash, saltLength } = pssOf(algorithm);
    return { key: { name: "RSA-PSS", hash }, how: { name: "RSA-PSS", saltLength }, signature };
  }
  const hash = RSA_WITH[algorithm.oid] ?? (algorithm.oid === RSA ? fallback : null);
  if (hash === null) throw unknown(algorithm.oid);
  return { key: { name: "RSASSA-PKCS1-v1_5", hash }, how: "RSASSA-PKCS1-v1_5", signature };
}

function verifyingEcdsa(algorithm: Algorithm, parameters: Der | null, signature: Uint8Array): Verifying {
  const hash = ECDSA_WITH[algorithm.oid];
  if (hash === undefined) throw unknown(algorithm.oid);
  const named = parameters?.tag === TAG.oid ? oidOf(parameters) : EC;
  const curve = CURVES[named];
  if (curve === undefined) throw unknown(named);
  const { namedCurve, bytes } = curve;
  return {
    key: { name: "ECDSA", namedCurve },
    how: { name: "ECDSA", hash },
    signature: numbersOf(signature, bytes),
  };
}

/**
 * Whether a signature is right.
 * @param publicKey SubjectPublicKeyInfo, DER
 * @param fallback hash of an algorithm that names none
 * @throws StampFault `stamp.algorithm`, DerError
 */
export async function isSigned(
  publicKey: Uint8Array,
  algorithm: Algorithm,
  fallback: HashName | null,
  message: Uint8Array,
  signature: Uint8Array,
): Promise<boolean> {
  const { oid, parameters } = algorithmOf(new Inside(readDer(publicKey, TAG.sequence)).next(TAG.sequence));
  if (oid !== RSA && oid !== EC) throw unknown(oid);
  const verifying =
    oid === RSA ? verifyingRsa(algorithm, fallback, signature) : verifyingEcdsa(algorithm, parameters, signature);
  if (verifying.signature === null) return false;
  let key: CryptoKey;
  try {
    key = await crypto.subtle.importKey("spki", given(publicKey), verifying.key, false, ["verify"]);
  } catch {
    throw unknown(oid);
  }
  if (oid === RSA && (key.algorithm as RsaHashedKeyAlgorithm).modulusLength < LEAST_RSA_BITS) throw unknown(oid);
  return crypto.subtle.verify(verifying.how, key, given(verifying.signature), given(message)).catch(() => false);
}
