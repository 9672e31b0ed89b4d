import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { changeRole } from "../../app/services/members/change-role.server";
import {
  acceptInvitation,
  invitationOfLink,
  signUpByInvitation,
} from "../../app/services/members/accept-invitation.server";
import { invite, inviteAgain, withdrawInvitation } from "../../app/services/members/invite.server";
import { membersView } from "../../app/services/members/members-view.server";
import { removeMember } from "../../app/services/members/remove-member.server";
import { sendInvitation } from "../../app/services/members/send-invitation.server";
import { plainName } from "../../app/lib/mail.server";
import { verifyChain } from "../../db/chain";
import type { Database, Scope } from "../../db/database";
import { findScope, findUser, findWorkspaceScope } from "../../db/queries/accounts";
import { auditTrail } from "../../db/queries/audit";
import { ROLES } from "../../db/schema/codes";
import { A_DAY, aDatabase, aMember, aUser, aWorkspace, scopeOf, type AWorkspace } from "../builders";
import { aMailServer, type MailServer } from "../smtp";

let db: Database;
let workspace: AWorkspace;
let owner: Scope;

beforeAll(async () => {
  db = await aDatabase();
});
afterAll(() => db.close());
beforeEach(async () => {
  workspace = await aWorkspace(db, { name: "Example Mills" });
  owner = scopeOf(workspace);
});

const DAY = 24 * 60 * 60 * 1000;
const in_ = (days: number) => new Date(A_DAY.getTime() + days * DAY);
const names = async () => (await auditTrail(db, owner, { limit: 9 })).map(({ name }) => name);
const SIGN_UP = { name: "Nora", password: "a long password here", language: "ru" };

describe("roles", () => {
  test("an owner gives a member another role, and the trail says which it was before", async () => {
    const { id } = await aMember(db, workspace, "officer");
    await changeRole(db, owner, id, "auditor");
    expect(await findScope(db, id, workspace.slug)).toMatchObject({ role: "auditor" });
    const [newest] = await auditTrail(db, owner, { limit: 1 });
    expect(JSON.parse(newest!.contents!)).toEqual({ userId: id, role: "auditor", previousRole: "officer" });
  });

  test("the last owner can neither be given another role nor go, and a second owner can", async () => {
    const refused = { code: "member.last-owner", status: 409 };
    await expect(changeRole(db, owner, owner.userId, "officer")).rejects.toMatchObject(refused);
    await expect(removeMember(db, owner, owner.userId)).rejects.toMatchObject(refused);
    await aMember(db, workspace, "owner");
    await removeMember(db, owner, owner.userId);
    expect(await findScope(db, owner.userId, workspace.slug)).toBeNull();
  });

  test("when two owners take each other's role at the same moment, one of them stays", async () => {
    const { id } = await aMember(db, workspace, "owner");
    const other = scopeOf(workspace, "owner", id);
    const outcomes = await Promise.allSettled([
      changeRole(db, owner, id, "officer"),
      changeRole(db, other, owner.userId, "officer"),
    ]);
    expect(outcomes.map(({ status }) => status).sort()).toEqual(["fulfilled", "rejected"]);
    const { members } = await membersView(db, owner, A_DAY);
    expect(members.filter(({ role }) => role === "owner")).toHaveLength(1);
  });

  test("who is removed finds nothing any more, and what they recorded keeps their name", async () => {
    const { id } = await aMember(db, workspace, "officer");
    await removeMember(db, owner, id);
    expect(await findScope(db, id, workspace.slug)).toBeNull();
    expect(await findUser(db, id)).toMatchObject({ name: "Person" });
    expect((await names())[0]).toBe("member.removed");
    expect(await verifyChain(db, workspace.no)).toMatchObject({ valid: true });
  });

  test("addresses and invitations are shown to who manages members alone", async () => {
    await aMember(db, workspace, "auditor");
    await invite(db, owner, { email: "new@example.org", role: "officer" }, A_DAY);
    for (const role of ROLES) {
      const view = await membersView(db, scopeOf(workspace, role), A_DAY);
      const shown = view.members.some(({ email }) => email !== null) || view.invitations.length > 0;
      expect([role, shown]).toEqual([role, role === "owner"]);
    }
  });
});

describe("invitations", () => {
  test("the link of somebody who is no owner any more opens nothing, until an owner makes it anew", async () => {
    const other = scopeOf(workspace, "owner", (await aMember(db, workspace, "owner")).id);
    const left = await invite(db, other, { email: "door@example.org", role: "owner" }, A_DAY);
    expect(await invitationOfLink(db, left.token, A_DAY)).toMatchObject({ invitation: { role: "owner" } });
    await changeRole(db, owner, other.userId, "officer");
    const gone = { code: "invitation.gone", status: 410 };
    await expect(invitationOfLink(db, left.token, A_DAY)).rejects.toMatchObject(gone);
    await removeMember(db, owner, other.userId);
    await expect(signUpByInvitation(db, left.token, SIGN_UP, A_DAY)).rejects.toMatchObject(gone);
    const anew = await inviteAgain(db, owner, left.invitationId, A_DAY);
    expect(await invitationOfLink(db, anew.token, A_DAY)).toMatchObject({ invitation: { email: "door@example.org" } });
  });

  test("the link of an invitation makes an account of its address and a member of its role", async () => {
    const { token } = await invite(db, owner, { email: "Nora@Example.org", role: "purchaser" }, A_DAY);
    const { user, scope } = await signUpByInvitation(db, token, SIGN_UP, in_(6));
    expect(user).toMatchObject({ email: "Nora@Example.org", emailKey: "nora@example.org", locale: "ru" });
    expect(scope).toMatchObject({ workspaceNo: workspace.no, role: "purchaser", userId: user.id });
    expect(await findScope(db, user.id, workspace.slug)).toMatchObject({ role: "purchaser" });
    expect((await names()).slice(0, 2)).toEqual(["invitation.accepted", "invitation.made"]);
  });

  test("the token stands nowhere in the database, and no address in the trail", async () => {
    const { token } = await invite(db, owner, { email: "kim@example.org", role: "officer" }, A_DAY);
    expect(JSON.stringify(await db.q.select().from(db.t.invitations))).not.toContain(token);
    const trail = await auditTrail(db, owner, { limit: 9 });
    expect(trail.map(({ contents }) => contents).join()).not.toContain("kim@");
  });

  test("a person with an account joins a further workspace, and keeps the first", async () => {
    const { id, email } = await aUser(db);
    const first = await aWorkspace(db, { userId: id });
    const { token } = await invite(db, owner, { email: email.toUpperCase(), role: "auditor" }, A_DAY);
    await expect(signUpByInvitation(db, token, SIGN_UP, A_DAY)).rejects.toMatchObject({
      code: "invitation.has-account",
    });
    await acceptInvitation(db, token, id, A_DAY);
    expect(await findScope(db, id, workspace.slug)).toMatchObject({ role: "auditor" });
    expect(await findScope(db, id, first.slug)).toMatchObject({ role: "owner" });
  });

  test("nobody joins by an invitation to another address", async () => {
    const { token } = await invite(db, owner, { email: "asked@example.org", role: "owner" }, A_DAY);
    const { id } = await aUser(db);
    await expect(acceptInvitation(db, token, id, A_DAY)).rejects.toMatchObject({
      code: "invitation.other-address",
      status: 403,
    });
    expect(await findScope(db, id, workspace.slug)).toBeNull();
  });

  test.each(["used", "withdrawn", "made anew", "eight days old", "guessed", "cut off"])(
    "a link that is %s opens nothing",
    async (how) => {
      const made = await invite(db, owner, { email: `a${how.length}@example.org`, role: "officer" }, A_DAY);
      let { token } = made;
      if (how === "used") await signUpByInvitation(db, token, SIGN_UP, A_DAY);
      if (how === "withdrawn") await withdrawInvitation(db, owner, made.invitationId, A_DAY);
      if (how === "made anew") await inviteAgain(db, owner, made.invitationId, A_DAY);
      if (how === "guessed") token = "A".repeat(43);
      if (how === "cut off") token = token.slice(0, 20);
      const asked = invitationOfLink(db, token, how === "eight days old" ? in_(8) : A_DAY);
      await expect(asked).rejects.toMatchObject({ code: "invitation.gone", status: 410 });
    },
  );

  test("the address of a withdrawn invitation is kept no longer", async () => {
    const { invitationId } = await invite(db, owner, { email: "unwanted@example.org", role: "officer" }, A_DAY);
    await withdrawInvitation(db, owner, invitationId, A_DAY);
    expect(JSON.stringify(await db.q.select().from(db.t.invitations))).not.toContain("unwanted");
  });

  test("two who open the same link at the same moment do not both join", async () => {
    const { token } = await invite(db, owner, { email: "race@example.org", role: "officer" }, A_DAY);
    const outcomes = await Promise.allSettled([1, 2].map(() => signUpByInvitation(db, token, SIGN_UP, A_DAY)));
    expect(outcomes.filter(({ status }) => status === "fulfilled")).toHaveLength(1);
  });

  test("an address is invited once, and a member not at all", async () => {
    const { email } = await aMember(db, workspace, "auditor");
    await expect(invite(db, owner, { email, role: "officer" }, A_DAY)).rejects.toMatchObject({
      code: "invitation.member",
    });
    await invite(db, owner, { email: "once@example.org", role: "officer" }, A_DAY);
    const again = invite(db, owner, { email: "ONCE@example.org", role: "auditor" }, A_DAY);
    await expect(again).rejects.toMatchObject({ code: "invitation.open" });
  });

  test("a workspace cannot send invitations by the hundred", async () => {
    const many = async () => {
      for (let i = 0; i < 40; i++) await invite(db, owner, { email: `n${i}@example.org`, role: "officer" }, A_DAY);
    };
    await expect(many()).rejects.toMatchObject({ code: "invitation.too-many", status: 429 });
    await invite(db, owner, { email: "later@example.org", role: "officer" }, in_(1));
  });
});

describe("mails", () => {
  let server: MailServer;
  const open = async (options?: Parameters<typeof aMailServer>[0]) => (server = await aMailServer(options));
  afterEach(() => server.close());
  const config = () => ({
    mail: { smtpUrl: server.url, from: "Candour <candour@example.org>" },
    publicUrl: "https://candour.example.org",
  });
  const here = async () => (await findWorkspaceScope(db, owner.userId, workspace.slug))!;

  test("an invitation is a plain text with its link, in the language of who knows one", async () => {
    await open();
    const { email } = await aUser(db, { locale: "ru" });
    const link = await invite(db, owner, { email, role: "auditor" }, A_DAY);
    expect(await sendInvitation(db, await here(), link, config())).toBe("sent");
    const [mail] = server.mails;
    expect(mail).toMatchObject({ from: "candour@example.org", to: [email] });
    expect(mail!.source).toMatch(/^Content-Type: text\/plain; charset=utf-8/imu);
    expect(mail!.text).toContain(`https://candour.example.org/invite/${link.token}`);
    expect(mail!.text).toContain("приглашает вас работать в пространстве «Example Mills»");
    expect(mail!.text).toContain("аудитор");
  });

  test("whoever has no account is written to in the inviter's language", async () => {
    await open();
    const link = await invite(db, owner, { email: "new@example.org", role: "officer" }, A_DAY);
    await sendInvitation(db, await here(), link, config());
    expect(server.mails[0]!.text).toContain("Person invites you to work in “Example Mills”");
  });

  test("when the server refuses a mail or is not there, that is said and the invitation stands", async () => {
    await open({ refuse: true });
    const link = await invite(db, owner, { email: "refused@example.org", role: "officer" }, A_DAY);
    expect(await sendInvitation(db, await here(), link, config())).toBe("failed");
    const gone = config();
    await server.close();
    expect(await sendInvitation(db, await here(), link, gone)).toBe("failed");
    expect((await invitationOfLink(db, link.token, A_DAY)).invitation.id).toBe(link.invitationId);
    expect(await sendInvitation(db, await here(), link, { mail: null, publicUrl: null })).toBe("off");
  });
});

test("a name in a mail is one line, and no mail program makes a link of it", () => {
  expect(plainName("Mills\r\nBcc: all@example.org")).toBe("Mills Bcc: all@example org");
  expect(plainName("Win now https://evil.example/x www.evil.example")).toBe("Win now evil example/x evil example");
  expect(plainName("ООО «Щит»")).toBe("ООО «Щит»");
});
