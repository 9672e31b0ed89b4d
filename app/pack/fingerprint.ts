/** The fingerprint of a key, SHA-256 of its 32 bytes in hex, as people see and type it. */

/** Groups of four, as people compare it. */
export const fingerprintShown = (fingerprint: string): string => fingerprint.replaceAll(/.{4}(?=.)/gu, "$& ");

/** With or without groups, in small or capital letters; null when it can be none. */
export function fingerprintGiven(given: string): string | null {
  const text = given.replaceAll(/[\s:-]/gu, "").toLowerCase();
  return /^[0-9a-f]{64}$/u.test(text) ? text : null;
}
