import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { Database } from "../../../db/database";
import { openDatabase } from "../../../db/open";
import { findScope, findSession, findUserByEmail } from "../../../db/queries/accounts";
import { signIn, type Visitor } from "./sign-in.server";
import { instanceKey } from "../../files/instance-key.server";
import { knownDevice, rememberedDevice } from "../../lib/known-device.server";
import { signUp } from "./sign-up.server";

const now = new Date("2026-11-22T08:00:00Z");
let folder: string;
let db: Database;

/** Somebody at an address, with the cookies of their browser. */
const visitor = (address = "198.51.100.1", cookies: string | null = null): Visitor => ({
  address,
  cookies,
  userAgent: null,
  dataDir: folder,
});

beforeAll(async () => {
  folder = mkdtempSync(path.join(tmpdir(), "candour-accounts-"));
  db = await openDatabase({ file: path.join(folder, "candour.db"), role: "web" });
});
afterAll(async () => {
  await db.close();
  rmSync(folder, { recursive: true, force: true });
});

const account = (email: string) => ({
  name: "Ann",
  email,
  password: "a long password here",
  workspace: "Example Mills",
  language: "ru",
});

test("who signs up owns a workspace and is signed in, and the token itself is nowhere in the database", async () => {
  const outcome = await signUp(db, account("ann@example.org"), visitor(), now);
  if (outcome.kind !== "signed-up") throw new Error("not signed up");
  const user = await findUserByEmail(db, "ANN@example.org ");
  expect(user?.passwordHash).not.toContain("password");
  expect(await findScope(db, user!.id, outcome.workspaceSlug)).toMatchObject({
    role: "owner",
    workspaceSlug: "example-mills",
  });
  expect(await findSession(db, outcome.token, now)).toBeNull();
});

test("two workspaces of one name get different addresses", async () => {
  const outcome = await signUp(db, account("ben@example.org"), visitor(), now);
  expect(outcome).toMatchObject({ kind: "signed-up", workspaceSlug: "example-mills-2" });
});

test("an address that has an account is not taken twice, however it is spelt", async () => {
  await signUp(db, account("eve@example.org"), visitor(), now);
  expect(await signUp(db, account("Eve@Example.org"), visitor(), now)).toEqual({ kind: "email-taken" });
});

test("a wrong password and an unknown address get the same answer", async () => {
  await signUp(db, account("sam@example.org"), visitor(), now);
  expect(await signIn(db, { email: "sam@example.org", password: "another one" }, visitor(), now)).toEqual({
    kind: "wrong",
  });
  expect(await signIn(db, { email: "nobody@example.org", password: "another one" }, visitor(), now)).toEqual({
    kind: "wrong",
  });
  expect(
    await signIn(db, { email: "sam@example.org", password: "a long password here" }, visitor(), now),
  ).toMatchObject({
    kind: "signed-in",
    language: "ru",
  });
});

describe("after many wrong passwords", () => {
  const right = { email: "kim@example.org", password: "a long password here" };
  const wrong = { ...right, password: "wrong" };
  const later = (minutes: number) => new Date(now.getTime() + minutes * 60_000);

  test("the address they came from waits until the window ends, and no other", async () => {
    await signUp(db, account(right.email), visitor(), now);
    for (let i = 0; i < 10; i++) await signIn(db, wrong, visitor("203.0.113.9"), now);
    expect(await signIn(db, right, visitor("203.0.113.9"), now)).toEqual({ kind: "blocked" });
    expect(await signIn(db, right, visitor("203.0.113.10"), now)).toMatchObject({ kind: "signed-in" });
    expect(await signIn(db, right, visitor("203.0.113.9"), later(16))).toMatchObject({ kind: "signed-in" });
  });

  test("a browser that signed in before gets in at once, from whichever address, until the password is another", async () => {
    const known = await signIn(db, right, visitor("203.0.113.20"), later(30));
    if (known.kind !== "signed-in") throw new Error("not signed in");
    for (let i = 0; i < 11; i++) await signIn(db, wrong, visitor("203.0.113.21"), later(31));
    const cookies = `candour_device=${known.device}`;
    expect(await signIn(db, right, visitor("203.0.113.21"), later(31))).toEqual({ kind: "wait" });
    expect(await signIn(db, right, visitor("203.0.113.21", cookies), later(31))).toMatchObject({ kind: "signed-in" });
    const user = (await findUserByEmail(db, right.email))!;
    const key = await instanceKey(folder);
    expect(knownDevice(key, user, cookies, now)).not.toBeNull();
    expect(knownDevice(key, { ...user, passwordHash: "another" }, cookies, now)).toBeNull();
    expect(knownDevice(key, { ...user, id: "somebody else" }, cookies, now)).toBeNull();
  });

  test("a forged or changed device cookie makes no device known", async () => {
    const user = (await findUserByEmail(db, right.email))!;
    const key = await instanceKey(folder);
    const value = rememberedDevice(key, user, null, now);
    for (const forged of [value.replace(/^./u, "x"), `${value.slice(0, -1)}_`, "", "a.b.c", "~~~~"])
      expect(knownDevice(key, user, `candour_device=${forged}`, now), forged).toBeNull();
    expect(knownDevice(key, user, `candour_device=${value}`, new Date(now.getTime() + 401 * 86_400_000))).toBeNull();
  });
});
