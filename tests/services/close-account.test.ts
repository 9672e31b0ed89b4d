import { afterAll, beforeAll, expect, test } from "vitest";
import { closeAccount } from "../../app/services/accounts/close-account.server";
import { exportPerson } from "../../app/services/accounts/export-person.server";
import { signIn, type Visitor } from "../../app/services/accounts/sign-in.server";
import { signUp } from "../../app/services/accounts/sign-up.server";
import { changeRole } from "../../app/services/members/change-role.server";
import { acceptInvitation } from "../../app/services/members/accept-invitation.server";
import { invite } from "../../app/services/members/invite.server";
import { verifyChain } from "../../db/chain";
import type { Database, Scope } from "../../db/database";
import { findScope, findUserByEmail, findWorkspace, membersOf } from "../../db/queries/accounts";
import { auditTrail } from "../../db/queries/audit";
import { namesOfUsers } from "../../db/names-of-users";
import { aDatabase, aFolder } from "../builders";

const folder = aFolder();
const now = new Date("2026-11-28T08:00:00Z");
const PASSWORD = "a long password here";
const visitor: Visitor = { address: "198.51.100.1", cookies: null, userAgent: null, dataDir: folder.path };
let db: Database;
let people = 0;

beforeAll(async () => {
  db = await aDatabase();
});
afterAll(async () => {
  await db.close();
  folder.remove();
});

async function aPerson(name: string) {
  const email = `closing${++people}@example.org`;
  const made = await signUp(db, { name, email, password: PASSWORD, workspace: "Mills", language: "en" }, visitor, now);
  if (made.kind !== "signed-up") throw new Error("not signed up");
  const { id } = (await findUserByEmail(db, email))!;
  return { email, me: { id, sessionId: "" }, scope: (await findScope(db, id, made.workspaceSlug))! };
}

/** Makes the second a member of the first one's workspace. */
async function join(owner: Scope, email: string, role: "officer" | "owner"): Promise<Scope> {
  const { token } = await invite(db, owner, { email, role }, now);
  const { id } = (await findUserByEmail(db, email))!;
  return acceptInvitation(db, token, id, now);
}

test("a closed account keeps no name, address or way in, and its decisions keep the id", async () => {
  const [owner, leaving] = [await aPerson("Ann"), await aPerson("Nora Unusual")];
  const there = await join(owner.scope, leaving.email, "officer");
  await closeAccount(db, leaving.me, now);
  const tables = [db.t.users, db.t.sessions, db.t.invitations, db.t.auditContents, db.t.savedViews];
  const everything = JSON.stringify(await Promise.all(tables.map((table) => db.q.select().from(table))));
  expect(everything).not.toContain("Nora Unusual");
  expect(everything).not.toContain(leaving.email);
  expect(await signIn(db, { email: leaving.email, password: PASSWORD }, visitor, now)).toEqual({ kind: "wrong" });
  expect(await findScope(db, leaving.me.id, there.workspaceSlug)).toBeNull();
  const trail = await auditTrail(db, owner.scope, { limit: 9 });
  expect(trail[0]).toMatchObject({ name: "member.account-closed", actorUserId: leaving.me.id });
  expect((await namesOfUsers(db, [leaving.me.id])).get(leaving.me.id)).toBe("A former member");
  expect(await verifyChain(db, owner.scope.workspaceNo)).toMatchObject({ valid: true });
});

test("the address can be used again by a new account, which is another person", async () => {
  const { email, me } = await aPerson("Kim");
  await closeAccount(db, me, now);
  await signUp(db, { name: "Kim", email, password: PASSWORD, workspace: "M", language: "en" }, visitor, now);
  expect((await findUserByEmail(db, email))!.id).not.toBe(me.id);
});

test("the last owner of a workspace with others in it stays until somebody else is an owner", async () => {
  const [owner, other] = [await aPerson("Ann"), await aPerson("Ben")];
  await join(owner.scope, other.email, "officer");
  await expect(closeAccount(db, owner.me, now)).rejects.toMatchObject({ code: "account.last-owner", status: 409 });
  expect(await membersOf(db, owner.scope)).toHaveLength(2);
  await changeRole(db, owner.scope, other.me.id, "owner");
  await closeAccount(db, owner.me, now);
  expect((await membersOf(db, owner.scope)).map(({ userId }) => userId)).toEqual([other.me.id]);
});

test("a workspace in which nobody else is goes a week later", async () => {
  const { me, scope } = await aPerson("Alone");
  await closeAccount(db, me, now);
  expect((await findWorkspace(db, scope))!.deleteAfter).toEqual(new Date("2026-12-05T08:00:00Z"));
});

test("what is held about a person is theirs alone, and holds nothing that opens anything", async () => {
  const [me, other] = [await aPerson("Mia"), await aPerson("Otto Other")];
  await join(me.scope, other.email, "officer");
  const held = await exportPerson(db, me.me, now);
  expect(held.account).toMatchObject({ name: "Mia", email: me.email, language: "en" });
  expect(held.sessions).toHaveLength(1);
  expect(held.workspaces[0]!.decisions.map(({ name }) => name)).toEqual(["invitation.made", "workspace.created"]);
  const text = JSON.stringify(held);
  expect(text).not.toMatch(/scrypt|tokenHash|passwordHash|"secret"/u);
  expect(text).not.toContain(other.email);
  expect(text).not.toContain("Otto");
});
