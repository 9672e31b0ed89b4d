/** What the isolation test of the queries asks of members and invitations. */
import type { Database, Scope } from "../../db/database";
import { createUser } from "../../db/queries/accounts";
import * as credentials from "../../db/queries/credentials";
import * as invitations from "../../db/queries/invitations";
import * as members from "../../db/queries/members";
import { NOW } from "./databases";

export const ACCOUNT_MODULES = { credentials, invitations, members };
/** A link is looked up before anybody is a member; all of `credentials` is about one person and no workspace. */
export const WITHOUT_SCOPE_OF_ACCOUNTS = ["invitationByToken", "joinByInvitation", ...Object.keys(credentials)];
export const OWN_WRITES_OF_ACCOUNTS = ["addInvitation"];

/** Two members beside the owner, and three invitations. */
export async function someMembers(
  db: Database,
  scope: Scope,
): Promise<{ readonly stays: string; readonly goes: string }> {
  const { memberships } = db.t;
  const ids: string[] = [];
  for (const name of ["stays", "goes"]) {
    const email = `${name}-${scope.workspaceNo}@example.org`;
    const { id } = await createUser(db, { email, name, passwordHash: "-", locale: "en" }, NOW);
    await db.commit(scope, { name: "member.added", contents: { userId: id, role: "auditor" } }, (q) => [
      q.insert(memberships).values({ workspaceNo: scope.workspaceNo, userId: id, role: "auditor", createdAt: NOW }),
    ]);
    ids.push(id);
  }
  for (const id of ["found", "renewed", "withdrawn"]) {
    const email = `${id}@example.org`;
    const invitation = { id, email, emailKey: email, role: "officer", tokenHash: id, expiresAt: NOW } as const;
    await invitations.addInvitation(db, scope, invitation, NOW);
  }
  return { stays: ids[0]!, goes: ids[1]! };
}

const did = (work: Promise<unknown>) =>
  work.then(
    () => true,
    () => null,
  );

export function questionsOnAccounts(of: () => { db: Database; people: { stays: string; goes: string } }) {
  const at = { tokenHash: "anew", expiresAt: NOW };
  return {
    openInvitations: (scope) => invitations.openInvitations(of().db, scope),
    findInvitation: (scope) => invitations.findInvitation(of().db, scope, "found"),
    renewInvitation: (scope) => did(invitations.renewInvitation(of().db, scope, "renewed", at, NOW)),
    withdrawInvitation: (scope) => did(invitations.withdrawInvitation(of().db, scope, "withdrawn", NOW)),
    findMember: (scope) => members.findMember(of().db, scope, of().people.stays),
    setRole: (scope) => did(members.setRole(of().db, scope, { userId: of().people.stays, role: "auditor" }, "officer")),
    endMembership: (scope) => did(members.endMembership(of().db, scope, { userId: of().people.goes, role: "auditor" })),
  } satisfies Record<string, (scope: Scope) => Promise<unknown>>;
}
