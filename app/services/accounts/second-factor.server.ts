import { createHash, randomBytes } from "node:crypto";
import { Secret, TOTP } from "otpauth";
import type { Database } from "../../../db/database";
import type { User } from "../../../db/queries/accounts";
import {
  beginSecondFactor,
  confirmSecondFactor,
  dropSecondFactor,
  replaceRecoveryCodes,
  secondFactorOf,
  takeRecoveryCode,
  takeStep,
  type SecondFactor,
} from "../../../db/queries/credentials";
import { instanceKey, type InstanceKey } from "../../files/instance-key.server";
import { openBytes, sealBytes } from "../../files/sealed-bytes.server";
import { Problem } from "../../lib/problem";

const PURPOSE = "second factor";
/** RFC 4226 asks for at least 128 bits and recommends 160. */
const SECRET_BYTES = 20;
/** A code of the step before or after is taken as well: clocks differ, and people type slowly (RFC 6238, 5.2). */
const WINDOW = 1;
const RECOVERY_CODES = 10;
/** Crockford's base 32. */
const LETTERS = "0123456789abcdefghjkmnpqrstvwxyz";
const RECOVERY_LETTERS = 16;

const totpOf = (secret: Buffer, account: string): TOTP =>
  new TOTP({
    issuer: "Candour",
    label: account,
    algorithm: "SHA1",
    digits: 6,
    period: 30,
    secret: new Secret({
      buffer: secret.buffer.slice(secret.byteOffset, secret.byteOffset + secret.length) as ArrayBuffer,
    }),
  });

/** What a person's app is told: as an address for a picture, and as letters to type. */
export interface SharedSecret {
  readonly uri: string;
  readonly letters: string;
}

const shared = (secret: Buffer, { email }: Pick<User, "email">): SharedSecret => {
  const totp = totpOf(secret, email);
  return { uri: totp.toString(), letters: totp.secret.base32.replace(/(.{4})(?=.)/gu, "$1 ") };
};

function secretOf(key: InstanceKey, { userId, secret }: SecondFactor): Buffer | null {
  return openBytes(key, PURPOSE, userId, secret);
}

/** Makes a secret to share with the person's app. Until a first code is given nothing changes. @throws Problem `account.step-on` (409). */
export async function beginSecondStep(db: Database, user: User, dataDir: string, now: Date): Promise<SharedSecret> {
  if ((await secondFactorOf(db, user.id))?.confirmedAt) throw isOn();
  const secret = randomBytes(SECRET_BYTES);
  await beginSecondFactor(db, user.id, sealBytes(await instanceKey(dataDir), PURPOSE, user.id, secret), now);
  return shared(secret, user);
}

const isOn = () => new Problem("account.step-on", "The second step is switched on already.", {}, 409);

/** The secret of a second step that was begun and not confirmed; null when there is none. */
export async function begunSecondStep(db: Database, user: User, dataDir: string): Promise<SharedSecret | null> {
  const factor = await secondFactorOf(db, user.id);
  if (!factor || factor.confirmedAt) return null;
  const secret = secretOf(await instanceKey(dataDir), factor);
  return secret && shared(secret, user);
}

/** The time step of a code that fits now; null when none does. */
function stepOf(secret: Buffer, code: string, now: Date): number | null {
  const digits = code.replace(/[\s-]/gu, "");
  if (!/^\d{6}$/u.test(digits)) return null;
  const totp = totpOf(secret, "");
  const delta = totp.validate({ token: digits, timestamp: now.getTime(), window: WINDOW });
  return delta === null ? null : totp.counter({ timestamp: now.getTime() }) + delta;
}

const hashOfCode = (userId: string, code: string): string =>
  createHash("sha256").update(`${userId} ${code}`, "utf8").digest("hex");

/** As it was written: letters people mix up are read alike, spaces and dashes do not count. */
const readCode = (typed: string): string =>
  typed.toLowerCase().replace(/[\s-]/gu, "").replace(/[il]/gu, "1").replace(/o/gu, "0");

/** Ten codes of 80 bits, four letters at a time; five bits of each byte make a letter. */
const newCodes = (): string[] =>
  Array.from({ length: RECOVERY_CODES }, () =>
    [...randomBytes(RECOVERY_LETTERS)]
      .map((byte) => LETTERS[byte & 31]!)
      .join("")
      .replace(/(.{4})(?=.)/gu, "$1-"),
  );

const wrongCode = () =>
  new Problem(
    "account.wrong-code",
    "This code does not fit. Take the one your app shows now; check that the clock of that device is right.",
    {},
    422,
  );

/**
 * Switches the second step on with a first code. @returns ten recovery codes, known at this moment alone.
 * @throws Problem `account.wrong-code` (422), `account.step-on` (409).
 */
export async function confirmSecondStep(
  db: Database,
  user: User,
  code: string,
  dataDir: string,
  now: Date,
): Promise<readonly string[]> {
  const factor = await secondFactorOf(db, user.id);
  if (factor?.confirmedAt) throw isOn();
  const secret = factor && secretOf(await instanceKey(dataDir), factor);
  const step = secret && stepOf(secret, code, now);
  if (step === null) throw wrongCode();
  const codes = newCodes();
  const hashes = codes.map((one) => hashOfCode(user.id, readCode(one)));
  if (!(await confirmSecondFactor(db, user.id, step, hashes, now))) throw isOn();
  return codes;
}

/** Takes a code of the app, or one recovery code. No code is taken twice, nor one of a time step before the last. */
export async function isSecondStep(
  db: Database,
  userId: string,
  code: string,
  dataDir: string,
  now: Date,
): Promise<boolean> {
  const factor = await secondFactorOf(db, userId);
  if (!factor?.confirmedAt) return false;
  const secret = secretOf(await instanceKey(dataDir), factor);
  const step = secret && stepOf(secret, code, now);
  if (step !== null) return takeStep(db, userId, step);
  const typed = readCode(code);
  if (typed.length !== RECOVERY_LETTERS) return false;
  return takeRecoveryCode(db, userId, hashOfCode(userId, typed), now);
}

/** Is a code asked for when this person signs in? */
export const hasSecondStep = async (db: Database, userId: string): Promise<boolean> =>
  ((await secondFactorOf(db, userId))?.confirmedAt ?? null) !== null;

/** Switches it off. The caller has asked for password and code. */
export const endSecondStep = (db: Database, userId: string): Promise<void> => dropSecondFactor(db, userId);

/** Ten new recovery codes in place of all the ones before. The caller has asked for password and code. */
export async function renewRecoveryCodes(db: Database, userId: string): Promise<readonly string[]> {
  const codes = newCodes();
  await replaceRecoveryCodes(
    db,
    userId,
    codes.map((one) => hashOfCode(userId, readCode(one))),
  );
  return codes;
}
