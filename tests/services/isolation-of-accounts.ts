/** What the isolation test asks of members and invitations: with the scope of one workspace and the ids of another. */
import type { Database, Scope } from "../../db/database";
import * as invitations from "../../db/queries/invitations";
import * as members from "../../db/queries/members";
import * as persons from "../../db/queries/persons";
import * as workspaces from "../../db/queries/workspaces";
import { findWorkspace, findWorkspaceScope } from "../../db/queries/accounts";
import { changeRole } from "../../app/services/members/change-role.server";
import { invite, inviteAgain, withdrawInvitation } from "../../app/services/members/invite.server";
import { invitationsThen, membersThen } from "../../app/services/members/members-then.server";
import { membersView } from "../../app/services/members/members-view.server";
import { removeMember } from "../../app/services/members/remove-member.server";
import { sendInvitation } from "../../app/services/members/send-invitation.server";
import { askDeletion, takeDeletionBack } from "../../app/services/workspaces/delete-workspace.server";
import { exportWorkspace } from "../../app/services/workspaces/export-workspace.server";
import { renameWorkspace } from "../../app/services/workspaces/rename-workspace.server";
import { A_DAY } from "../builders";

interface Place {
  readonly scope: Scope;
  readonly memberId: string;
  readonly invitationId: string;
}
type Asked = Readonly<Record<string, (scope: Scope, of: Place) => Promise<unknown>>>;

/** An open invitation in the workspace. */
export async function anInvitation(db: Database, scope: Scope, word: string): Promise<string> {
  const email = `${word.replaceAll(/\W+/gu, "-")}@example.org`;
  return (await invite(db, scope, { email, role: "officer" }, A_DAY)).invitationId;
}

const MEMBER = "auditor";
const LATER = new Date(A_DAY.getTime() + 60_000);
const LINK = { tokenHash: "another hash", expiresAt: LATER };

export const accountReads = (db: () => Database): Asked => ({
  "db/queries/invitations.ts openInvitations": (scope) => invitations.openInvitations(db(), scope),
  "db/queries/invitations.ts findInvitation": (scope, of) => invitations.findInvitation(db(), scope, of.invitationId),
  "db/queries/members.ts findMember": (scope, of) => members.findMember(db(), scope, of.memberId),
  "db/queries/persons.ts decisionsBy": async (scope, of) => {
    const decisions = await persons.decisionsBy(db(), { ...scope, userId: of.scope.userId }, 9);
    return decisions.map((decision) => ({ ...decision, by: of.scope.workspaceSlug }));
  },
  // The names of its files and what they hold are the workspace's own; a ZIP is looked into in its own test.
  "app/services/workspaces/export-workspace.server.ts exportWorkspace": async (scope) => {
    const { fileName, stream } = await exportWorkspace(db(), scope, A_DAY);
    stream.resume();
    await new Promise((resolve) => stream.on("close", resolve));
    return { fileName };
  },
  "app/services/members/members-view.server.ts membersView": (scope) => membersView(db(), scope, A_DAY),
  "app/services/members/members-then.server.ts membersThen": (scope) => membersThen(db(), scope, "2100-01-01"),
  "app/services/members/members-then.server.ts invitationsThen": async (scope, of) => {
    const before = await invitationsThen(db(), scope, "2100-01-01");
    await anInvitation(db(), of.scope, `then ${scope.workspaceNo}`);
    const isCounted = (await invitationsThen(db(), scope, "2100-01-01")) !== before;
    // A number alone tells nothing: what it counts does.
    return isCounted && invitations.openInvitations(db(), of.scope);
  },
  // Without a mail server nothing leaves; what it would say is the scope's own.
  "app/services/members/send-invitation.server.ts sendInvitation": async (scope) => {
    const own = await findWorkspaceScope(db(), scope.userId, scope.workspaceSlug);
    const link = { invitationId: "", email: "a@example.org", role: "officer", token: "", expiresAt: A_DAY };
    return { of: own!.workspaceId, mail: await sendInvitation(db(), own!, link, { mail: null, publicUrl: null }) };
  },
});

/** A workspace's own name, whatever it is. */
const nameOf = async (db: Database, scope: Scope) => (await findWorkspace(db, scope))!;
const WEEK = new Date(A_DAY.getTime() + 7 * 86_400_000);

export const accountChanges = (db: () => Database): Asked => ({
  "db/queries/persons.ts leaveForGood": (scope, of) =>
    persons.leaveForGood(db(), { ...scope, userId: of.memberId, role: MEMBER }),
  "db/queries/workspaces.ts setWorkspaceName": async (scope) =>
    workspaces.setWorkspaceName(db(), scope, await nameOf(db(), scope), "A name"),
  "db/queries/workspaces.ts askDeletion": (scope) => workspaces.askDeletion(db(), scope, WEEK),
  "db/queries/workspaces.ts takeDeletionBack": async (scope) => {
    await workspaces.askDeletion(db(), scope, WEEK);
    await workspaces.takeDeletionBack(db(), scope, WEEK);
  },
  "app/services/workspaces/rename-workspace.server.ts renameWorkspace": (scope) =>
    renameWorkspace(db(), scope, `New name ${scope.workspaceNo}`),
  "app/services/workspaces/delete-workspace.server.ts askDeletion": async (scope) =>
    askDeletion(db(), scope, (await nameOf(db(), scope)).name, A_DAY),
  "app/services/workspaces/delete-workspace.server.ts takeDeletionBack": async (scope) => {
    await askDeletion(db(), scope, (await nameOf(db(), scope)).name, A_DAY);
    await takeDeletionBack(db(), scope, A_DAY);
  },
  "db/queries/invitations.ts addInvitation": (scope) =>
    invitations.addInvitation(
      db(),
      scope,
      {
        id: `new ${scope.workspaceNo}`,
        email: "n@example.org",
        emailKey: "n@example.org",
        role: "auditor",
        tokenHash: `n ${scope.workspaceNo}`,
        expiresAt: LATER,
      },
      A_DAY,
    ),
  "db/queries/invitations.ts renewInvitation": (scope, of) =>
    invitations.renewInvitation(db(), scope, of.invitationId, LINK, LATER),
  "db/queries/invitations.ts withdrawInvitation": (scope, of) =>
    invitations.withdrawInvitation(db(), scope, of.invitationId, LATER),
  "db/queries/members.ts setRole": (scope, of) =>
    members.setRole(db(), scope, { userId: of.memberId, role: MEMBER }, "officer"),
  "db/queries/members.ts endMembership": (scope, of) =>
    members.endMembership(db(), scope, { userId: of.memberId, role: MEMBER }),
  "app/services/members/change-role.server.ts changeRole": (scope, of) =>
    changeRole(db(), scope, of.memberId, "officer"),
  "app/services/members/remove-member.server.ts removeMember": (scope, of) => removeMember(db(), scope, of.memberId),
  "app/services/members/invite.server.ts invite": (scope) =>
    invite(db(), scope, { email: "further@example.org", role: "auditor" }, LATER),
  "app/services/members/invite.server.ts inviteAgain": (scope, of) => inviteAgain(db(), scope, of.invitationId, LATER),
  "app/services/members/invite.server.ts withdrawInvitation": (scope, of) =>
    withdrawInvitation(db(), scope, of.invitationId, LATER),
});
