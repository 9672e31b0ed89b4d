/** Who was a member as what on a past day: the chain tells it from the founding on. */
import type { Database, Scope } from "../../../db/database";
import { namesOfUsers } from "../../../db/names-of-users";
import { eventsUntil } from "../../../db/queries/trail";
import type { Role } from "../../../db/schema/codes";
import { endOfDay } from "../../lib/as-known-on";
import { can } from "../../lib/permissions";
import { parseContents } from "../trail/trail-view.server";

export interface MemberThen {
  readonly userId: string;
  /** As it is today. */
  readonly name: string;
  readonly role: Role;
}

const MEMBER_EVENTS = [
  "workspace.created",
  "member.added",
  "member.role-changed",
  "member.removed",
  "member.account-closed",
  "invitation.accepted",
];
const INVITATION_EVENTS = ["invitation.made", "invitation.withdrawn", "invitation.accepted"];

async function told(db: Database, scope: Scope, names: readonly string[], day: string) {
  const events = await eventsUntil(db, scope, names, endOfDay(day));
  return events.map(({ name, actorUserId, contents }) => ({
    name,
    actorUserId,
    said: (parseContents(contents) ?? {}) as Readonly<Record<string, unknown>>,
  }));
}

/** By name. @param day `YYYY-MM-DD`: who was a member at its end. */
export async function membersThen(db: Database, scope: Scope, day: string): Promise<MemberThen[]> {
  const roles = new Map<string, Role>();
  for (const { name, actorUserId, said } of await told(db, scope, MEMBER_EVENTS, day)) {
    const userId = name === "workspace.created" ? actorUserId : String(said["userId"]);
    if (userId === null) continue;
    if (name === "member.removed" || name === "member.account-closed") roles.delete(userId);
    else roles.set(userId, name === "workspace.created" ? "owner" : (said["role"] as Role));
  }
  const names = await namesOfUsers(db, [...roles.keys()]);
  return [...roles]
    .map(([userId, role]) => ({ userId, role, name: names.get(userId) ?? userId }))
    .sort((a, b) => (a.name < b.name ? -1 : 1));
}

/**
 * How many invitations were neither accepted nor withdrawn at the end of a day; null for a reader who does not manage members.
 * To whom they went is not told: an address is erased with its invitation.
 */
export async function invitationsThen(db: Database, scope: Scope, day: string): Promise<number | null> {
  if (!can(scope.role, "member:manage")) return null;
  const open = new Set<unknown>();
  for (const { name, said } of await told(db, scope, INVITATION_EVENTS, day))
    if (name === "invitation.made") open.add(said["invitationId"]);
    else open.delete(said["invitationId"]);
  return open.size;
}
