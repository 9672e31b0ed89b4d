import { createHash, randomBytes } from "node:crypto";

/** Bytes of chance in a link that opens something. */
const BYTES = 32;
const TOKEN = /^[A-Za-z0-9_-]{43}$/u;

/** SHA-256 of a token, hex: what is stored of it. */
export const tokenHash = (token: string): string => createHash("sha256").update(token).digest("hex");

/** A new token for a link, and what is stored of it. */
export function newToken(): { readonly token: string; readonly hash: string } {
  const token = randomBytes(BYTES).toString("base64url");
  return { token, hash: tokenHash(token) };
}

/** What is stored of the token in an address; null when it cannot be one. */
export const hashOfGiven = (token: string | undefined): string | null =>
  token !== undefined && TOKEN.test(token) ? tokenHash(token) : null;
