import type { Database } from "../../../db/database";
import { recoveryCodesLeft, secondFactorOf, sessionsOf } from "../../../db/queries/credentials";
import { decisionsBy, invitationsTo, ownThings, placesOf } from "../../../db/queries/persons";
import { myself } from "./change-account.server";
import type { Me } from "./confirm-person.server";

/** Decisions of a workspace that are listed, the newest. */
const MOST = 10_000;

/**
 * All that is held about a person, for the person: their account, sessions, memberships, what they decided by kind and day.
 * No hash of a password or token, and nothing of what a decision was about, which is the workspace's.
 */
export async function exportPerson(db: Database, me: Me, now: Date) {
  const user = await myself(db, me);
  const [sessions, factor, codesLeft, places, invitations, things] = await Promise.all([
    sessionsOf(db, me.id, now),
    secondFactorOf(db, me.id),
    recoveryCodesLeft(db, me.id),
    placesOf(db, me.id),
    invitationsTo(db, user.emailKey),
    ownThings(db, me.id),
  ]);
  const workspaces = [];
  for (const { scope, name, since } of places) {
    const { workspaceId, role } = scope;
    workspaces.push({ workspaceId, name, role, since, decisions: await decisionsBy(db, scope, MOST) });
  }
  const { id, name, email, locale, shortcuts, createdAt } = user;
  return {
    takenAt: now,
    account: { id, name, email, language: locale, singleKeyShortcuts: shortcuts, createdAt },
    secondStep: factor?.confirmedAt ? { since: factor.confirmedAt, recoveryCodesLeft: codesLeft } : null,
    sessions,
    invitations,
    workspaces,
    ...things,
  };
}
