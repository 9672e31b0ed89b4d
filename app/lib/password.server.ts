import { randomBytes, scrypt, timingSafeEqual } from "node:crypto";

/** What a stored password hash costs: N = 2^15, r = 8, p = 3 (OWASP Password Storage Cheat Sheet, scrypt), 32 MB a hash. */
const COST = { N: 2 ** 15, r: 8, p: 3, maxmem: 64 * 1024 * 1024 } as const;
const KEY_BYTES = 32;
const SALT_BYTES = 16;

/** Shortest and longest password accepted, in characters. */
export const PASSWORD_LENGTH = { min: 12, max: 200 } as const;

const derive = (password: string, salt: Buffer, N: number, r: number, p: number): Promise<Buffer> =>
  new Promise((resolve, reject) => {
    scrypt(password.normalize("NFKC"), salt, KEY_BYTES, { N, r, p, maxmem: COST.maxmem }, (error, key) =>
      error ? reject(error) : resolve(key),
    );
  });

/** `scrypt$N$r$p$salt$key`, salt and key in base64url; the cost travels with the hash so that it can be raised later. */
export async function hashPassword(password: string): Promise<string> {
  const salt = randomBytes(SALT_BYTES);
  const key = await derive(password, salt, COST.N, COST.r, COST.p);
  return ["scrypt", COST.N, COST.r, COST.p, salt.toString("base64url"), key.toString("base64url")].join("$");
}

/** True when the password is the one that was hashed. A hash that cannot be read never matches. */
export async function verifyPassword(password: string, stored: string): Promise<boolean> {
  const [kind, n, r, p, salt, key] = stored.split("$");
  if (kind !== "scrypt" || !n || !r || !p || !salt || !key) return false;
  const cost = { N: Number(n), r: Number(r), p: Number(p) };
  if (!Object.values(cost).every(Number.isSafeInteger) || cost.N > COST.N || cost.r > COST.r || cost.p > COST.p)
    return false;
  const expected = Buffer.from(key, "base64url");
  if (expected.length !== KEY_BYTES) return false;
  const found = await derive(password, Buffer.from(salt, "base64url"), cost.N, cost.r, cost.p);
  return timingSafeEqual(found, expected);
}

/** Spends the time of one check for an address nobody has, so that the answer's time does not say who has an account. */
export async function spendPasswordTime(password: string): Promise<void> {
  await derive(password, Buffer.alloc(SALT_BYTES), COST.N, COST.r, COST.p);
}
