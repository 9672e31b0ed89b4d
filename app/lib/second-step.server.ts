import type { InstanceKey } from "../files/instance-key.server";
import { isSignature, signature } from "../files/sealed-bytes.server";

/**
 * The cookie between the two steps of a sign-in: that this browser gave the right password a moment ago. It is signed, ends
 * by itself, and is of no use after the password changed.
 */
const COOKIE = "candour_step";
const LIFETIME = 10 * 60 * 1000;
const PURPOSE = "second step of a sign-in";

/** The value of the cookie. */
export function passwordGiven(
  key: InstanceKey,
  { id, passwordHash }: { readonly id: string; readonly passwordHash: string },
  now: Date,
): string {
  const until = (now.getTime() + LIFETIME).toString(36);
  return `${id}.${until}.${signature(key, PURPOSE, [id, passwordHash, until])}`;
}

/** Who gave a password, as the cookie says; `holds` tells whether it is true for the account as it is now. */
export function stepIn(cookies: string | null): {
  readonly userId: string;
  holds(key: InstanceKey, passwordHash: string, now: Date): boolean;
} | null {
  const found = /(?:^|;\s*)candour_step=(\w{1,40})\.(\w{1,16})\.([\w-]{1,40})(?:;|$)/u.exec(cookies ?? "");
  if (!found) return null;
  const [, userId = "", until = "", signed = ""] = found;
  return {
    userId,
    holds: (key, passwordHash, now) =>
      now.getTime() < Number.parseInt(until, 36) && isSignature(key, PURPOSE, [userId, passwordHash, until], signed),
  };
}

/** `null` ends it. */
export const stepCookie = (value: string | null, secure: boolean): string =>
  `${COOKIE}=${value ?? ""}; Path=/; Max-Age=${value === null ? 0 : LIFETIME / 1000}; SameSite=Lax; HttpOnly${secure ? "; Secure" : ""}`;
