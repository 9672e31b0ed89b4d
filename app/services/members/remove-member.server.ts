import type { Database, Scope } from "../../../db/database";
import { isStaleWrite } from "../../../db/errors";
import { endMembership, findMember } from "../../../db/queries/members";
import { lastOwner, noSuchMember } from "./change-role.server";

/**
 * Takes a member out of the workspace; with their own id, lets them leave. What they recorded keeps their name.
 * @throws Problem `member.not-found` (404), `member.last-owner` (409).
 */
export async function removeMember(db: Database, scope: Scope, userId: string): Promise<void> {
  const member = await findMember(db, scope, userId);
  if (!member) throw noSuchMember();
  await endMembership(db, scope, member).catch((error: unknown) => {
    throw isStaleWrite(error) ? lastOwner() : error;
  });
}
