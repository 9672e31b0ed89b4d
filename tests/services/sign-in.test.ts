import type { ScryptOptions } from "node:crypto";
import { Secret, TOTP } from "otpauth";
import { afterAll, afterEach, beforeAll, describe, expect, test, vi } from "vitest";
import { changePassword, endAllOthers, endSession, myself } from "../../app/services/accounts/change-account.server";
import { confirmPerson, type Me } from "../../app/services/accounts/confirm-person.server";
import {
  mailResetLink,
  resetLinkForOperator,
  resetPassword,
  whoseReset,
} from "../../app/services/accounts/reset-password.server";
import {
  beginSecondStep,
  confirmSecondStep,
  endSecondStep,
  isSecondStep,
  renewRecoveryCodes,
} from "../../app/services/accounts/second-factor.server";
import { giveCode, signIn, type Visitor } from "../../app/services/accounts/sign-in.server";
import { signUp } from "../../app/services/accounts/sign-up.server";
import type { Database } from "../../db/database";
import { findUserByEmail } from "../../db/queries/accounts";
import { recoveryCodesLeft, sessionsOf } from "../../db/queries/credentials";
import { aDatabase, aFolder } from "../builders";
import { aMailServer, type MailServer } from "../smtp";

// What a password costs is held by app/lib/password.server.test.ts; here are eighty of them, and a third of a second for each.
vi.mock("node:crypto", async (original) => {
  const crypto = await original<typeof import("node:crypto")>();
  type Done = (error: Error | null, key: Buffer) => void;
  const cheap = (password: string, salt: Buffer, length: number, cost: ScryptOptions, done: Done) =>
    crypto.scrypt(password, salt, length, { ...cost, N: 1024 }, done);
  return { ...crypto, scrypt: cheap };
});

const folder = aFolder();
let db: Database;
let people = 0;
const now = new Date("2026-11-28T08:00:00Z");
const later = (seconds: number) => new Date(now.getTime() + seconds * 1000);
const PASSWORD = "a long password here";
const NEW = "another long password";

beforeAll(async () => {
  db = await aDatabase();
});
afterAll(async () => {
  await db.close();
  folder.remove();
});

const visitor = (cookies: string | null = null, address = "198.51.100.1"): Visitor => ({
  address,
  cookies,
  userAgent: "Mozilla/5.0 (X11; Linux x86_64; rv:128.0) Gecko/20100101 Firefox/128.0",
  dataDir: folder.path,
});

/** A person with one session. */
async function aPerson(language = "en"): Promise<{ email: string; me: Me }> {
  const email = `signing${++people}@example.org`;
  const made = await signUp(
    db,
    { name: "Ann", email, password: PASSWORD, workspace: "Mills", language },
    visitor(),
    now,
  );
  if (made.kind !== "signed-up") throw new Error("not signed up");
  const user = (await findUserByEmail(db, email))!;
  const [session] = await sessionsOf(db, user.id, now);
  return { email, me: { id: user.id, sessionId: session!.id } };
}

const enter = (email: string, password = PASSWORD, from = visitor(), at = now) =>
  signIn(db, { email, password }, from, at);

describe("sessions", () => {
  test("each says when it began and on what, and one or all others can be ended", async () => {
    const { email, me } = await aPerson();
    for (const seconds of [60, 120, 180]) await enter(email, PASSWORD, visitor(), later(seconds));
    const sessions = await sessionsOf(db, me.id, later(200));
    expect(sessions.map(({ device }) => device)).toEqual(Array(4).fill("Firefox, Linux"));
    expect(sessions[0]!.createdAt).toEqual(later(180));
    await endSession(db, me, sessions[0]!.id);
    await endSession(db, me, me.sessionId);
    expect(await sessionsOf(db, me.id, later(200))).toHaveLength(3);
    await endAllOthers(db, me);
    expect((await sessionsOf(db, me.id, later(200))).map(({ id }) => id)).toEqual([me.sessionId]);
  });

  test("nobody ends another person's session", async () => {
    const [{ me }, other] = [await aPerson(), await aPerson()];
    await endSession(db, me, other.me.sessionId);
    await endAllOthers(db, me);
    expect(await sessionsOf(db, other.me.id, now)).toHaveLength(1);
  });

  test("a new password asks for the old one, and ends every other session", async () => {
    const { email, me } = await aPerson();
    await enter(email);
    const change = (password: string) => changePassword(db, me, { password, newPassword: NEW }, folder.path, now);
    await expect(change("wrong")).rejects.toMatchObject({ code: "account.wrong-password" });
    expect(await sessionsOf(db, me.id, now)).toHaveLength(2);
    await change(PASSWORD);
    expect((await sessionsOf(db, me.id, now)).map(({ id }) => id)).toEqual([me.sessionId]);
    expect(await enter(email)).toEqual({ kind: "wrong" });
    expect(await enter(email, NEW)).toMatchObject({ kind: "signed-in" });
  });

  test("a session cannot guess the password of its person without end", async () => {
    const { me } = await aPerson();
    for (let i = 0; i < 10; i++)
      await expect(confirmPerson(db, me, { password: "wrong" }, folder.path, now)).rejects.toMatchObject({
        status: 422,
      });
    const right = confirmPerson(db, me, { password: PASSWORD }, folder.path, now);
    await expect(right).rejects.toMatchObject({ code: "account.too-many", status: 429 });
  });
});

describe("a forgotten password", () => {
  let server: MailServer;
  afterEach(() => server.close());
  const config = () => ({ mail: { smtpUrl: server.url, from: "c@example.org" }, publicUrl: "https://c.example.org" });
  const tokenIn = (text: string) => /https:\/\/c\.example\.org\/reset\/([\w-]{43})\s/u.exec(text)![1]!;

  test("is replaced by a link in a mail, once, and every session ends", async () => {
    server = await aMailServer();
    const { email, me } = await aPerson("ru");
    expect(await mailResetLink(db, email.toUpperCase(), config(), now)).toBe("sent");
    expect(server.mails[0]).toMatchObject({ to: [email] });
    expect(server.mails[0]!.text).toContain("новый пароль");
    const token = tokenIn(server.mails[0]!.text);
    expect(JSON.stringify(await db.q.select().from(db.t.passwordResets))).not.toContain(token);
    await resetPassword(db, token, NEW, later(3500));
    expect(await sessionsOf(db, me.id, now)).toEqual([]);
    expect(await enter(email, NEW)).toMatchObject({ kind: "signed-in" });
    await expect(resetPassword(db, token, PASSWORD, later(3500))).rejects.toMatchObject({ code: "reset.gone" });
  });

  test("an address nobody has gets no mail, and one that somebody has gets three in an hour", async () => {
    server = await aMailServer();
    expect(await mailResetLink(db, "nobody@example.org", config(), now)).toBe("unknown");
    const { email } = await aPerson();
    for (let i = 0; i < 5; i++) await mailResetLink(db, email, config(), now);
    expect(server.mails).toHaveLength(3);
  });

  test("a link is of no use after its hour, after another one was used, and after the password was changed", async () => {
    server = await aMailServer();
    const { email, me } = await aPerson();
    const links: string[] = [];
    for (let i = 0; i < 3; i++) {
      await mailResetLink(db, email, config(), now);
      links.push(tokenIn(server.mails[i]!.text));
    }
    await expect(whoseReset(db, links[0], later(3601))).rejects.toMatchObject({ status: 410 });
    await resetPassword(db, links[1], NEW, now);
    await expect(whoseReset(db, links[0], now)).rejects.toMatchObject({ status: 410 });
    const { path } = await resetLinkForOperator(db, email, now);
    await changePassword(db, me, { password: NEW, newPassword: PASSWORD }, folder.path, now);
    await expect(whoseReset(db, path.split("/").at(-1), now)).rejects.toMatchObject({ status: 410 });
    await expect(whoseReset(db, "A".repeat(43), now)).rejects.toMatchObject({ status: 410 });
  });

  test("two who use one link at the same moment do not both set a password", async () => {
    server = await aMailServer();
    const { email } = await aPerson();
    const token = (await resetLinkForOperator(db, email, now)).path.split("/").at(-1);
    const outcomes = await Promise.allSettled(
      [NEW, `${NEW} too`].map((password) => resetPassword(db, token, password, now)),
    );
    expect(outcomes.filter(({ status }) => status === "fulfilled")).toHaveLength(1);
  });

  test("the operator's link works for a day, and only for an address somebody has", async () => {
    server = await aMailServer();
    const { email } = await aPerson();
    const { path } = await resetLinkForOperator(db, email, now);
    expect((await whoseReset(db, path.split("/").at(-1), later(86_000))).email).toBe(email);
    await expect(resetLinkForOperator(db, "nobody@example.org", now)).rejects.toMatchObject({ code: "cli.no-account" });
  });
});

describe("the second step", () => {
  const codeFor = (letters: string, at: Date) =>
    new TOTP({ secret: Secret.fromBase32(letters.replaceAll(" ", "")) }).generate({ timestamp: at.getTime() });

  /** A person whose second step is on. */
  async function guarded() {
    const { email, me } = await aPerson();
    const { letters } = await beginSecondStep(db, await myself(db, me), folder.path, now);
    const codes = await confirmSecondStep(db, await myself(db, me), codeFor(letters, now), folder.path, now);
    return { email, me, letters, codes };
  }

  /** The cookie a browser has after it gave the right password. */
  async function passwordGivenBy(email: string, at: Date): Promise<string> {
    const outcome = await enter(email, PASSWORD, visitor(), at);
    if (outcome.kind !== "second-step") throw new Error("no code was asked for");
    return `candour_step=${outcome.step}`;
  }

  test("a code as RFC 6238 has it for its own secret is taken", async () => {
    // Appendix B: the secret of SHA-1, at 59 s; the last six of its eight digits.
    const secret = Secret.fromUTF8("12345678901234567890").base32;
    expect(codeFor(secret, new Date(59_000))).toBe("287082");
  });

  test("nothing changes until a first code fits, and then a code is asked for", async () => {
    const { email, me } = await aPerson();
    const { letters } = await beginSecondStep(db, await myself(db, me), folder.path, now);
    expect(await enter(email)).toMatchObject({ kind: "signed-in" });
    const confirm = async (code: string) => confirmSecondStep(db, await myself(db, me), code, folder.path, now);
    await expect(confirm("000000")).rejects.toMatchObject({ code: "account.wrong-code" });
    expect(await confirm(codeFor(letters, now))).toHaveLength(10);
    expect(await enter(email)).toMatchObject({ kind: "second-step" });
    await expect(beginSecondStep(db, await myself(db, me), folder.path, now)).rejects.toMatchObject({
      code: "account.step-on",
    });
  });

  test("password and code together sign in, each alone does not", async () => {
    const { email, letters } = await guarded();
    const at = later(60);
    const code = codeFor(letters, at);
    expect(await giveCode(db, code, visitor(), at)).toEqual({ kind: "late" });
    const step = await passwordGivenBy(email, at);
    expect(await giveCode(db, "123456", visitor(step), at)).toEqual({ kind: "wrong" });
    expect(await giveCode(db, code, visitor(step), at)).toMatchObject({ kind: "signed-in" });
  });

  test("a code is taken once, and none of a time step before it", async () => {
    const { me, letters } = await guarded();
    const at = later(90);
    const take = (code: string) => isSecondStep(db, me.id, code, folder.path, at);
    expect(await take(codeFor(letters, at))).toBe(true);
    expect(await take(codeFor(letters, at))).toBe(false);
    expect(await take(codeFor(letters, later(60)))).toBe(false);
    expect(await take(codeFor(letters, later(120)))).toBe(true);
    expect(await take(codeFor(letters, later(180)))).toBe(false);
  });

  test("the same code from two browsers at once opens one of them", async () => {
    const { me, letters } = await guarded();
    const code = codeFor(letters, later(60));
    const taken = await Promise.all([1, 2, 3].map(() => isSecondStep(db, me.id, code, folder.path, later(60))));
    expect(taken.filter(Boolean)).toHaveLength(1);
  });

  test("a recovery code works once, however it is typed, and new ones replace all of them", async () => {
    const { me, codes } = await guarded();
    expect(new Set(codes).size).toBe(10);
    const take = (code: string) => isSecondStep(db, me.id, code, folder.path, now);
    expect(await take(` ${codes[0]!.toUpperCase().replaceAll("-", " ")} `)).toBe(true);
    expect(await take(codes[0]!)).toBe(false);
    expect(await recoveryCodesLeft(db, me.id)).toBe(9);
    const [fresh] = await renewRecoveryCodes(db, me.id);
    expect(await take(codes[1]!)).toBe(false);
    expect(await take(fresh!)).toBe(true);
  });

  test("neither secret nor recovery code can be read from the database, nor used for another person", async () => {
    const { me, letters, codes } = await guarded();
    const other = await guarded();
    const stored = JSON.stringify([
      await db.q.select().from(db.t.secondFactors),
      await db.q.select().from(db.t.recoveryCodes),
    ]);
    const secret = Buffer.from(Secret.fromBase32(letters.replaceAll(" ", "")).bytes);
    for (const form of [codes[0]!, codes[0]!.replaceAll("-", ""), letters.replaceAll(" ", ""), [...secret].join(",")])
      expect(stored).not.toContain(form);
    expect(await isSecondStep(db, other.me.id, codes[0]!, folder.path, now)).toBe(false);
    await db.commitPlain((q) => [q.update(db.t.secondFactors).set({ secret: Buffer.from("swapped") })]);
    expect(await isSecondStep(db, me.id, codeFor(letters, later(60)), folder.path, later(60))).toBe(false);
  });

  test("who has the password cannot guess codes, from wherever, and does not shut out a browser that was here before", async () => {
    const { email, letters } = await guarded();
    const first = await giveCode(
      db,
      codeFor(letters, later(60)),
      visitor(await passwordGivenBy(email, later(60))),
      later(60),
    );
    if (first.kind !== "signed-in") throw new Error("not signed in");
    const step = await passwordGivenBy(email, later(61));
    const guess = (address: string) => giveCode(db, "000000", visitor(step, address), later(62));
    const answers = [];
    for (let i = 0; i < 60; i++) answers.push((await guess(`203.0.113.${i}`)).kind);
    expect(answers.filter((kind) => kind === "wrong").length).toBeLessThanOrEqual(20);
    expect(answers.at(-1)).toBe("blocked");
    const code = codeFor(letters, later(120));
    expect(await giveCode(db, code, visitor(step, "192.0.2.1"), later(120))).toEqual({ kind: "blocked" });
    const known = visitor(`${step}; candour_device=${first.device}`, "192.0.2.1");
    expect(await giveCode(db, code, known, later(120))).toMatchObject({ kind: "signed-in" });
  });

  test("the cookie between the steps ends after ten minutes, with a new password, and is nobody else's", async () => {
    const [{ email, me, letters }, other] = [await guarded(), await guarded()];
    const step = await passwordGivenBy(email, now);
    const give = (cookies: string, at: Date) => giveCode(db, codeFor(letters, at), visitor(cookies), at);
    expect(await give(step, later(601))).toEqual({ kind: "late" });
    expect(await give(step.replace(me.id, other.me.id), later(60))).toEqual({ kind: "late" });
    await changePassword(db, me, { password: PASSWORD, newPassword: NEW }, folder.path, now);
    expect(await give(step, later(60))).toEqual({ kind: "late" });
  });

  test("switching it off asks for password and code, and a new password by mail leaves it on", async () => {
    const { email, me, letters } = await guarded();
    const confirm = (password: string, code: string) =>
      confirmPerson(db, me, { password, code }, folder.path, later(60));
    await expect(confirm(PASSWORD, "000000")).rejects.toMatchObject({ code: "account.wrong-code" });
    await expect(confirm("wrong", codeFor(letters, later(60)))).rejects.toMatchObject({
      code: "account.wrong-password",
    });
    await resetPassword(db, (await resetLinkForOperator(db, email, now)).path.split("/").at(-1), NEW, now);
    expect(await enter(email, NEW)).toMatchObject({ kind: "second-step" });
    await confirm(NEW, codeFor(letters, later(60)));
    await endSecondStep(db, me.id);
    expect(await enter(email, NEW)).toMatchObject({ kind: "signed-in" });
  });
});
