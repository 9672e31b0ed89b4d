import type { Database } from "../../../db/database";
import { emailKey, findUser, findUserByEmail, type User } from "../../../db/queries/accounts";
import { instanceKey } from "../../files/instance-key.server";
import { DEFAULT_LANGUAGE, isLanguage, type Language } from "../../i18n/languages";
import { attemptGuard, type Admission } from "../../lib/attempts";
import { deviceOf } from "../../lib/device";
import { knownDevice, rememberedDevice } from "../../lib/known-device.server";
import { spendPasswordTime, verifyPassword } from "../../lib/password.server";
import { passwordGiven, stepIn } from "../../lib/second-step.server";
import { startSession } from "../../lib/session.server";
import { hasSecondStep, isSecondStep } from "./second-factor.server";

/** Who knocks, and with which key of the installation their cookies are read. */
export interface Visitor {
  readonly address: string;
  /** The `Cookie` header. */
  readonly cookies: string | null;
  readonly userAgent: string | null;
  readonly dataDir: string;
}

/** What a browser gets that signed in: both values go into cookies and nowhere else. */
export interface Welcome {
  readonly token: string;
  readonly device: string;
  readonly language: Language;
}

type Refusal =
  | { readonly kind: "wrong" }
  /** Too many failures from here: not again until a window ends. */
  | { readonly kind: "blocked" }
  /** Many have failed at this account: not again from here for a minute at most. */
  | { readonly kind: "wait" };

export type SignInOutcome =
  | ({ readonly kind: "signed-in" } & Welcome)
  /** The password fits, and a code is asked for: the value of the cookie that says so. */
  | { readonly kind: "second-step"; readonly step: string }
  | Refusal;

const MINUTE = 60_000;
/** docs/decisions/0027-attempts-to-sign-in.md */
const passwords = attemptGuard({ each: 10, windowMs: 15 * MINUTE, address: 40, slowAfter: 10, wallAfter: null });
const codes = attemptGuard({ each: 5, windowMs: 15 * MINUTE, address: null, slowAfter: 5, wallAfter: 20 });

const refused = (admission: Exclude<Admission, "go">): Refusal => ({ kind: admission });

/** A session and what the device is known by from now on. */
export async function welcome(db: Database, user: User, visitor: Visitor, now: Date): Promise<Welcome> {
  const key = await instanceKey(visitor.dataDir);
  return {
    token: await startSession(db, user.id, now, deviceOf(visitor.userAgent)),
    device: rememberedDevice(key, user, visitor.cookies, now),
    language: isLanguage(user.locale) ? user.locale : DEFAULT_LANGUAGE,
  };
}

/** What this device is known by after the password changed: the one before no longer fits. */
export async function deviceAfter(db: Database, userId: string, visitor: Visitor, now: Date): Promise<string> {
  const user = await findUser(db, userId);
  if (!user) throw new Error(`Person ${userId} does not exist`);
  return rememberedDevice(await instanceKey(visitor.dataDir), user, visitor.cookies, now);
}

/**
 * Starts a session when address and password fit, or asks for a code where the person wants one. A wrong address takes as
 * long as a wrong password and says the same.
 */
export async function signIn(
  db: Database,
  given: { readonly email: string; readonly password: string },
  visitor: Visitor,
  now: Date,
): Promise<SignInOutcome> {
  const key = await instanceKey(visitor.dataDir);
  const user = await findUserByEmail(db, given.email);
  const device = user && knownDevice(key, user, visitor.cookies, now);
  const attempt = { account: emailKey(given.email), address: visitor.address, device };
  const admission = passwords.admit(attempt, now.getTime());
  if (admission !== "go") return refused(admission);
  const fits = user
    ? await verifyPassword(given.password, user.passwordHash)
    : (await spendPasswordTime(given.password), false);
  if (!user || !fits) return { kind: "wrong" };
  passwords.succeed(attempt);
  if (await hasSecondStep(db, user.id)) return { kind: "second-step", step: passwordGiven(key, user, now) };
  return { kind: "signed-in", ...(await welcome(db, user, visitor, now)) };
}

/** Who gave the right password a moment ago in this browser; null when nobody did. */
export async function whoseSecondStep(db: Database, visitor: Visitor, now: Date): Promise<User | null> {
  const step = stepIn(visitor.cookies);
  const user = step && (await findUser(db, step.userId));
  return user && step.holds(await instanceKey(visitor.dataDir), user.passwordHash, now) ? user : null;
}

/** The second step: `late` when no password was given here, or too long ago. */
export async function giveCode(
  db: Database,
  code: string,
  visitor: Visitor,
  now: Date,
): Promise<({ readonly kind: "signed-in" } & Welcome) | Refusal | { readonly kind: "late" }> {
  const user = await whoseSecondStep(db, visitor, now);
  if (!user) return { kind: "late" };
  const device = knownDevice(await instanceKey(visitor.dataDir), user, visitor.cookies, now);
  const attempt = { account: user.id, address: visitor.address, device };
  const admission = codes.admit(attempt, now.getTime());
  if (admission !== "go") return refused(admission);
  if (!(await isSecondStep(db, user.id, code, visitor.dataDir, now))) return { kind: "wrong" };
  codes.succeed(attempt);
  return { kind: "signed-in", ...(await welcome(db, user, visitor, now)) };
}
