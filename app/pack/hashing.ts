/**
 * The hash every part of a pack is named by: SHA-256, as a port, because a browser and Node.js have it by different names and
 * the verifier runs in both.
 */
export interface RunningHash {
  update(bytes: Uint8Array): void;
  /** 32 bytes; nothing may be added afterwards. */
  digest(): Uint8Array;
}

/** Starts a SHA-256. */
export type Sha256 = () => RunningHash;

export const HASH_BYTES = 32;

const encoder = new TextEncoder();
/** UTF-8. */
export const bytesOf = (text: string): Uint8Array => encoder.encode(text);

export function hashOf(sha256: Sha256, ...parts: readonly Uint8Array[]): Uint8Array {
  const running = sha256();
  for (const part of parts) running.update(part);
  return running.digest();
}

/** SHA-256 of a text in UTF-8, hex. */
export const hexOfText = (sha256: Sha256, text: string): string => hex(hashOf(sha256, bytesOf(text)));

const HEX = Array.from({ length: 256 }, (_, byte) => byte.toString(16).padStart(2, "0"));

/** Lower case. */
export function hex(bytes: Uint8Array): string {
  let text = "";
  for (const byte of bytes) text += HEX[byte]!;
  return text;
}

/** The bytes of lower-case hex; null when the text is none. */
export function fromHex(text: string): Uint8Array | null {
  if (text.length % 2 !== 0 || !/^[0-9a-f]*$/u.test(text)) return null;
  return Uint8Array.from({ length: text.length / 2 }, (_, at) => parseInt(text.slice(2 * at, 2 * at + 2), 16));
}

export function sameBytes(a: Uint8Array, b: Uint8Array): boolean {
  if (a.length !== b.length) return false;
  for (let at = 0; at < a.length; at++) if (a[at] !== b[at]) return false;
  return true;
}
