import { createHash, randomBytes } from "node:crypto";
import type { Database } from "../../db/database";
import { createSession, deleteSession, findSession, touchSession } from "../../db/queries/accounts";
import { getDb } from "./db.server";

/** The cookie holds a random token, the row its SHA-256: who reads the database cannot sign in with it. */
const COOKIE = "candour_session";
/** Over TLS a browser takes this name from this very host only: no other site of the same domain can plant one. */
const SECURE_COOKIE = `__Host-${COOKIE}`;
const DAY = 24 * 60 * 60 * 1000;
const LIFETIME = 14 * DAY;
/** A session in use is prolonged at most this often. */
const TOUCH_AFTER = DAY;
const TOKEN = /(?:^|;\s*)candour_session=([A-Za-z0-9_-]{43})(?:;|$)/u;
const SECURE_TOKEN = /(?:^|;\s*)__Host-candour_session=([A-Za-z0-9_-]{43})(?:;|$)/u;

const hashOf = (token: string) => createHash("sha256").update(token).digest("hex");

const tokenOf = ({ url, headers }: Request): string | null =>
  (url.startsWith("https:") ? SECURE_TOKEN : TOKEN).exec(headers.get("cookie") ?? "")?.[1] ?? null;

/** Who is signed in. */
export interface SignedIn {
  readonly id: string;
  readonly name: string;
  /** Their address in the form two spellings share. */
  readonly emailKey: string;
  /** Of this session, as the list of sessions names it. */
  readonly sessionId: string;
  /** Single keys are shortcuts. */
  readonly shortcuts: boolean;
}

/** A new session for this person on this device (`deviceOf`); the token goes into the cookie and nowhere else. */
export async function startSession(db: Database, userId: string, now: Date, device = ""): Promise<string> {
  const token = randomBytes(32).toString("base64url");
  const expiresAt = new Date(now.getTime() + LIFETIME);
  await createSession(db, { tokenHash: hashOf(token), userId, expiresAt, device }, now);
  return token;
}

const seen = new WeakMap<Request, Promise<SignedIn | null>>();

async function lookUp(request: Request): Promise<SignedIn | null> {
  const token = tokenOf(request);
  if (token === null) return null;
  const now = new Date();
  const db = await getDb();
  const found = await findSession(db, hashOf(token), now);
  if (!found) return null;
  if (now.getTime() - found.session.lastSeenAt.getTime() > TOUCH_AFTER) {
    await touchSession(db, found.session.tokenHash, now, new Date(now.getTime() + LIFETIME));
  }
  const { id, name, emailKey, shortcuts } = found.user;
  return { id, name, emailKey, sessionId: found.session.id, shortcuts };
}

/** The signed-in reader of a request, or null; looked up once a request. */
export function currentUser(request: Request): Promise<SignedIn | null> {
  const found = seen.get(request) ?? lookUp(request);
  seen.set(request, found);
  return found;
}

export async function endSession(request: Request): Promise<void> {
  const token = tokenOf(request);
  if (token !== null) await deleteSession(await getDb(), hashOf(token));
}

const cookie = (token: string, secure: boolean, maxAge: number) =>
  `${secure ? SECURE_COOKIE : COOKIE}=${token}; Path=/; Max-Age=${maxAge}; SameSite=Lax; HttpOnly${secure ? "; Secure" : ""}`;

export const sessionCookie = (token: string, secure: boolean): string => cookie(token, secure, LIFETIME / 1000);

export const endedCookie = (secure: boolean): string => cookie("", secure, 0);
