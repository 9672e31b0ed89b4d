import type { Database, Scope } from "../../../db/database";
import { membersOf } from "../../../db/queries/accounts";
import { openInvitations } from "../../../db/queries/invitations";
import type { Role } from "../../../db/schema/codes";
import { can } from "../../lib/permissions";

export interface MemberLine {
  readonly userId: string;
  readonly name: string;
  /** Null for a reader who does not manage members. */
  readonly email: string | null;
  readonly role: Role;
  readonly isMe: boolean;
  /** Without them the workspace would have no owner: they can neither go nor get another role. */
  readonly isLastOwner: boolean;
}

export interface InvitationLine {
  readonly id: string;
  readonly email: string;
  readonly role: Role;
  readonly invitedByName: string | null;
  readonly renewedAt: Date;
  readonly expiresAt: Date;
  readonly isOver: boolean;
}

/** Who is in the workspace as what, and, for who manages members, who was invited. */
export async function membersView(
  db: Database,
  scope: Scope,
  now: Date,
): Promise<{ readonly members: readonly MemberLine[]; readonly invitations: readonly InvitationLine[] }> {
  const manages = can(scope.role, "member:manage");
  const members = await membersOf(db, scope);
  const owners = members.filter(({ role }) => role === "owner").length;
  const open = manages ? await openInvitations(db, scope) : [];
  return {
    members: members.map(({ userId, name, email, role }) => ({
      userId,
      name,
      email: manages ? email : null,
      role,
      isMe: userId === scope.userId,
      isLastOwner: role === "owner" && owners === 1,
    })),
    invitations: open.map(({ id, email, role, invitedByName, renewedAt, expiresAt }) => ({
      id,
      email,
      role,
      invitedByName,
      renewedAt,
      expiresAt,
      isOver: expiresAt <= now,
    })),
  };
}
