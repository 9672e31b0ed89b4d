/** What the isolation test of the queries asks of members and invitations. */
import type { Database, Scope } from "../../db/database";
import { createUser, findWorkspace } from "../../db/queries/accounts";
import * as credentials from "../../db/queries/credentials";
import * as invitations from "../../db/queries/invitations";
import * as members from "../../db/queries/members";
import * as persons from "../../db/queries/persons";
import * as workspaces from "../../db/queries/workspaces";
import { NOW } from "./databases";

export const ACCOUNT_MODULES = { credentials, invitations, members, persons, workspaces };
/** A link is looked up before anybody is a member; all of `credentials` is about one person and no workspace. */
export const WITHOUT_SCOPE_OF_ACCOUNTS = [
  "invitationByToken",
  "joinByInvitation",
  "placesOf",
  "invitationsTo",
  "ownThings",
  "erasePerson",
  "dueWorkspaces",
  "importsOfWorkspace",
  ...Object.keys(credentials),
];
export const OWN_WRITES_OF_ACCOUNTS = ["addInvitation"];

export interface People {
  readonly stays: string;
  readonly goes: string;
  readonly closes: string;
  readonly owner: string;
}

/** Three members beside the owner, and three invitations. */
export async function someMembers(db: Database, scope: Scope): Promise<People> {
  const { memberships } = db.t;
  const ids: string[] = [];
  for (const name of ["stays", "goes", "closes"]) {
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
  return { stays: ids[0]!, goes: ids[1]!, closes: ids[2]!, owner: scope.userId };
}

const did = (work: Promise<unknown>) =>
  work.then(
    () => true,
    () => null,
  );

export function questionsOnAccounts(of: () => { db: Database; people: People }) {
  const at = { tokenHash: "anew", expiresAt: NOW };
  return {
    openInvitations: (scope) => invitations.openInvitations(of().db, scope),
    findInvitation: (scope) => invitations.findInvitation(of().db, scope, "found"),
    renewInvitation: (scope) => did(invitations.renewInvitation(of().db, scope, "renewed", at, NOW)),
    withdrawInvitation: (scope) => did(invitations.withdrawInvitation(of().db, scope, "withdrawn", NOW)),
    decisionsBy: (scope) => persons.decisionsBy(of().db, { ...scope, userId: of().people.owner }, 9),
    leaveForGood: (scope) => did(persons.leaveForGood(of().db, { ...scope, userId: of().people.closes })),
    setWorkspaceName: async (scope) => {
      const seen = await findWorkspace(of().db, scope);
      await workspaces.setWorkspaceName(of().db, scope, seen!, "Renamed");
      return scope.userId === of().people.owner || null;
    },
    askDeletion: async (scope) =>
      (await did(workspaces.askDeletion(of().db, scope, NOW))) && (scope.userId === of().people.owner || null),
    takeDeletionBack: async (scope) =>
      (await did(workspaces.takeDeletionBack(of().db, scope, NOW))) && (scope.userId === of().people.owner || null),
    findMember: (scope) => members.findMember(of().db, scope, of().people.stays),
    setRole: (scope) => did(members.setRole(of().db, scope, { userId: of().people.stays, role: "auditor" }, "officer")),
    endMembership: (scope) => did(members.endMembership(of().db, scope, { userId: of().people.goes, role: "auditor" })),
  } satisfies Record<string, (scope: Scope) => Promise<unknown>>;
}
