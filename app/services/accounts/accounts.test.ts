import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import type { Database } from "../../../db/database";
import { openDatabase } from "../../../db/open";
import { findScope, findSession, findUserByEmail } from "../../../db/queries/accounts";
import { signIn } from "./sign-in.server";
import { signUp } from "./sign-up.server";

const now = new Date("2026-11-22T08:00:00Z");
let folder: string;
let db: Database;

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
  const outcome = await signUp(db, account("ann@example.org"), now);
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
  const outcome = await signUp(db, account("ben@example.org"), now);
  expect(outcome).toMatchObject({ kind: "signed-up", workspaceSlug: "example-mills-2" });
});

test("an address that has an account is not taken twice, however it is spelt", async () => {
  await signUp(db, account("eve@example.org"), now);
  expect(await signUp(db, account("Eve@Example.org"), now)).toEqual({ kind: "email-taken" });
});

test("a wrong password and an unknown address get the same answer", async () => {
  await signUp(db, account("sam@example.org"), now);
  expect(await signIn(db, { email: "sam@example.org", password: "another one" }, now)).toEqual({ kind: "wrong" });
  expect(await signIn(db, { email: "nobody@example.org", password: "another one" }, now)).toEqual({ kind: "wrong" });
  expect(await signIn(db, { email: "sam@example.org", password: "a long password here" }, now)).toMatchObject({
    kind: "signed-in",
    language: "ru",
  });
});

test("after ten wrong passwords even the right one waits until the window ends", async () => {
  await signUp(db, account("kim@example.org"), now);
  for (let attempt = 0; attempt < 10; attempt++) await signIn(db, { email: "kim@example.org", password: "wrong" }, now);
  const right = { email: "kim@example.org", password: "a long password here" };
  expect(await signIn(db, right, now)).toEqual({ kind: "blocked" });
  expect(await signIn(db, right, new Date(now.getTime() + 16 * 60_000))).toMatchObject({ kind: "signed-in" });
});
