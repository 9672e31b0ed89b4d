/** Invitations into a workspace. */
import { and, desc, eq, gt } from "drizzle-orm";
import { event } from "../audit-events";
import type { Database, Scope } from "../database";
import { namesOfUsers } from "../names-of-users";
import type { Role } from "../schema/codes";
import type { Tables } from "../schema/tables";

export type Invitation = Tables["invitations"]["$inferSelect"];

/** An invitation as the list shows it; without what its link is known by. */
export type ListedInvitation = Pick<
  Invitation,
  "id" | "email" | "emailKey" | "role" | "invitedBy" | "createdAt" | "renewedAt" | "expiresAt"
> & { readonly invitedByName: string | null };

/** Invitations of the workspace that nobody has accepted or withdrawn, newest first. */
export async function openInvitations(db: Database, scope: Scope): Promise<ListedInvitation[]> {
  const { invitations } = db.t;
  const { id, email, emailKey, role, invitedBy, createdAt, renewedAt, expiresAt } = invitations;
  const shown = { id, email, emailKey, role, invitedBy, createdAt, renewedAt, expiresAt };
  const rows = await db.q
    .select(shown)
    .from(invitations)
    .where(and(eq(invitations.workspaceNo, scope.workspaceNo), eq(invitations.state, "open")))
    .orderBy(desc(invitations.createdAt), desc(invitations.id));
  const names = await namesOfUsers(
    db,
    rows.map(({ invitedBy }) => invitedBy),
  );
  return rows.map((row) => ({ ...row, invitedByName: names.get(row.invitedBy) ?? null }));
}

/** An invitation of the workspace; null when it has none of that id. */
export async function findInvitation(db: Database, scope: Scope, invitationId: string): Promise<Invitation | null> {
  const { invitations } = db.t;
  const [found] = await db.q
    .select()
    .from(invitations)
    .where(and(eq(invitations.workspaceNo, scope.workspaceNo), eq(invitations.id, invitationId)));
  return found ?? null;
}

/** An open invitation with what the invited one is told of the workspace. */
export interface InvitationByLink {
  readonly invitation: Invitation;
  readonly workspace: { readonly no: number; readonly id: string; readonly slug: string; readonly name: string };
  /** Null when the account is gone. */
  readonly invitedByName: string | null;
}

/**
 * The open invitation whose link holds the token of this hash; null when there is none such, its time is over, or whoever made it
 * is no owner any more: nobody who has to go leaves a door open for themselves.
 */
export async function invitationByToken(db: Database, tokenHash: string, now: Date): Promise<InvitationByLink | null> {
  const { invitations, workspaces, users, memberships: m } = db.t;
  const [found] = await db.q
    .select({
      invitation: invitations,
      workspace: { no: workspaces.no, id: workspaces.id, slug: workspaces.slug, name: workspaces.name },
      invitedByName: users.name,
    })
    .from(invitations)
    .innerJoin(workspaces, eq(workspaces.no, invitations.workspaceNo))
    .innerJoin(m, and(eq(m.workspaceNo, invitations.workspaceNo), eq(m.userId, invitations.invitedBy)))
    .leftJoin(users, eq(users.id, invitations.invitedBy))
    .where(
      and(
        eq(invitations.tokenHash, tokenHash),
        eq(invitations.state, "open"),
        gt(invitations.expiresAt, now),
        eq(m.role, "owner"),
      ),
    );
  return found ?? null;
}

export interface NewInvitation {
  readonly id: string;
  readonly email: string;
  readonly emailKey: string;
  readonly role: Role;
  readonly tokenHash: string;
  readonly expiresAt: Date;
}

export async function addInvitation(db: Database, scope: Scope, invitation: NewInvitation, now: Date): Promise<void> {
  const { invitations } = db.t;
  const { id, role } = invitation;
  await db.commit(scope, event("invitation.made", { invitationId: id, role }), (q) => [
    q.insert(invitations).values({
      ...invitation,
      workspaceNo: scope.workspaceNo,
      state: "open",
      invitedBy: scope.userId,
      createdAt: now,
      renewedAt: now,
    }),
  ]);
}

const stillOpen = ({ t: { invitations } }: Database, scope: Pick<Scope, "workspaceNo">, invitationId: string) =>
  and(eq(invitations.workspaceNo, scope.workspaceNo), eq(invitations.id, invitationId), eq(invitations.state, "open"));

/** Gives an open invitation a new link in the name of whoever asks; the one before opens nothing any more. @throws StaleWriteError when it is not open. */
export async function renewInvitation(
  db: Database,
  scope: Scope,
  invitationId: string,
  { tokenHash, expiresAt }: { readonly tokenHash: string; readonly expiresAt: Date },
  now: Date,
): Promise<void> {
  const { invitations } = db.t;
  await db.commit(scope, event("invitation.renewed", { invitationId }), (q) => [
    {
      write: q
        .update(invitations)
        .set({ tokenHash, expiresAt, renewedAt: now, invitedBy: scope.userId })
        .where(stillOpen(db, scope, invitationId)),
      rows: 1,
    },
  ]);
}

/** The address goes with it: nobody needs it any more. @throws StaleWriteError when it is not open. */
export async function withdrawInvitation(db: Database, scope: Scope, invitationId: string, now: Date): Promise<void> {
  const { invitations } = db.t;
  await db.commit(scope, event("invitation.withdrawn", { invitationId }), (q) => [
    {
      write: q
        .update(invitations)
        .set({ state: "withdrawn", endedAt: now, email: "", emailKey: "" })
        .where(stillOpen(db, scope, invitationId)),
      rows: 1,
    },
  ]);
}

/**
 * Makes the person a member and ends the invitation. @throws StaleWriteError when it is no longer open, what
 * `isUniqueViolation` recognises when they are a member already.
 */
export async function joinByInvitation(
  db: Database,
  { invitation, workspace }: InvitationByLink,
  userId: string,
  now: Date,
): Promise<Scope> {
  const { invitations, memberships } = db.t;
  const { id: invitationId, role } = invitation;
  const scope: Scope = {
    workspaceNo: workspace.no,
    workspaceId: workspace.id,
    workspaceSlug: workspace.slug,
    userId,
    role,
  };
  await db.commit(scope, event("invitation.accepted", { invitationId, userId, role }), (q) => [
    {
      write: q
        .update(invitations)
        .set({ state: "accepted", endedAt: now, acceptedBy: userId })
        .where(and(stillOpen(db, scope, invitationId), eq(invitations.tokenHash, invitation.tokenHash))),
      rows: 1,
    },
    q.insert(memberships).values({ workspaceNo: workspace.no, userId, role, createdAt: now }),
  ]);
  return scope;
}
