import type { Database, Scope } from "../../../db/database";
import { isStaleWrite } from "../../../db/errors";
import { findMember, setRole } from "../../../db/queries/members";
import { Problem } from "../../lib/problem";
import type { InvitedRole } from "./invited-roles";

/** Refuses what would leave a workspace without an owner. */
export const lastOwner = () =>
  new Problem(
    "member.last-owner",
    "This is the only owner, and a workspace cannot be without one. Make somebody else an owner first.",
    {},
    409,
  );

export const noSuchMember = () =>
  new Problem("member.not-found", "This person is no member of the workspace.", {}, 404);

/** Gives a member another role. @throws Problem `member.not-found` (404), `member.last-owner` (409). */
export async function changeRole(db: Database, scope: Scope, userId: string, role: InvitedRole): Promise<void> {
  const member = await findMember(db, scope, userId);
  if (!member) throw noSuchMember();
  if (member.role === role) return;
  await setRole(db, scope, member, role).catch((error: unknown) => {
    throw isStaleWrite(error) ? lastOwner() : error;
  });
}
