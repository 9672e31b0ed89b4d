import { createCipheriv, createDecipheriv, createHmac, hkdfSync, randomBytes, timingSafeEqual } from "node:crypto";
import type { InstanceKey } from "./instance-key.server";

const CIPHER = "aes-256-gcm";
const ID = 8;
const NONCE = 12;
const TAG = 16;

const keyFor = ({ key }: InstanceKey, purpose: string): Buffer =>
  Buffer.from(hkdfSync("sha256", key, Buffer.alloc(0), `candour ${purpose}`, 32));

/**
 * A few bytes encrypted with the instance key: id of the key, nonce, AES-256-GCM, tag. `subject` is whose they are: for
 * another they do not open.
 */
export function sealBytes(instance: InstanceKey, purpose: string, subject: string, plain: Buffer): Buffer {
  const nonce = randomBytes(NONCE);
  const cipher = createCipheriv(CIPHER, keyFor(instance, purpose), nonce).setAAD(Buffer.from(subject, "utf8"));
  return Buffer.concat([instance.id, nonce, cipher.update(plain), cipher.final(), cipher.getAuthTag()]);
}

/** What was sealed; null when another key or another subject sealed it, or it was changed. */
export function openBytes(instance: InstanceKey, purpose: string, subject: string, sealed: Buffer): Buffer | null {
  if (sealed.length < ID + NONCE + TAG || !sealed.subarray(0, ID).equals(instance.id)) return null;
  const cipher = createDecipheriv(CIPHER, keyFor(instance, purpose), sealed.subarray(ID, ID + NONCE), {
    authTagLength: TAG,
  });
  cipher.setAAD(Buffer.from(subject, "utf8"));
  cipher.setAuthTag(sealed.subarray(sealed.length - TAG));
  try {
    return Buffer.concat([cipher.update(sealed.subarray(ID + NONCE, sealed.length - TAG)), cipher.final()]);
  } catch {
    return null;
  }
}

/** What only this installation could have signed: 128 bits of an HMAC-SHA256, base64url. */
export const signature = (instance: InstanceKey, purpose: string, parts: readonly string[]): string =>
  createHmac("sha256", keyFor(instance, purpose))
    .update(JSON.stringify(parts))
    .digest()
    .subarray(0, 16)
    .toString("base64url");

/** Is it the signature of these parts? Compared in constant time. */
export function isSignature(instance: InstanceKey, purpose: string, parts: readonly string[], given: string): boolean {
  const [wanted, found] = [Buffer.from(signature(instance, purpose, parts)), Buffer.from(given)];
  return wanted.length === found.length && timingSafeEqual(wanted, found);
}
