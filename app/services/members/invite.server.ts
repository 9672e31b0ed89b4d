import type { Database, Scope } from "../../../db/database";
import { isStaleWrite } from "../../../db/errors";
import { newId } from "../../../db/ids";
import { emailKey, membersOf } from "../../../db/queries/accounts";
import {
  addInvitation,
  findInvitation,
  openInvitations,
  renewInvitation,
  withdrawInvitation as withdraw,
} from "../../../db/queries/invitations";
import { newToken } from "../../lib/link-token.server";
import { Problem } from "../../lib/problem";
import { failureCounter } from "../../lib/rate-limit";
import type { InvitedRole } from "./invited-roles";

const DAY_MS = 24 * 60 * 60 * 1000;
/** Days an invitation's link opens the workspace. */
export const INVITATION_DAYS = 7;

/** Links made for one workspace in an hour: nobody sends mails to strangers through us by the hundred. */
const HOURLY = { max: 30, windowMs: 60 * 60 * 1000 } as const;
const made = failureCounter(HOURLY);

/** A link that was just made: the only moment at which its token is known. */
export interface InvitationLink {
  readonly invitationId: string;
  readonly email: string;
  readonly role: string;
  readonly token: string;
  readonly expiresAt: Date;
}

function countLink(scope: Scope, now: Date): void {
  const key = String(scope.workspaceId);
  if (made.isBlocked(key, now.getTime()))
    throw new Problem(
      "invitation.too-many",
      `At most ${HOURLY.max} invitations can be sent in an hour. Wait an hour, then go on.`,
      { most: HOURLY.max },
      429,
    );
  made.fail(key, now.getTime());
}

const expiry = (now: Date) => new Date(now.getTime() + INVITATION_DAYS * DAY_MS);

/**
 * Invites the holder of an address. @throws Problem `invitation.member` (409) when they are a member already,
 * `invitation.open` (409) when they are invited already, `invitation.too-many` (429).
 */
export async function invite(
  db: Database,
  scope: Scope,
  { email, role }: { readonly email: string; readonly role: InvitedRole },
  now: Date,
): Promise<InvitationLink> {
  const key = emailKey(email);
  if ((await membersOf(db, scope)).some((member) => emailKey(member.email) === key))
    throw new Problem("invitation.member", "The holder of this address is a member already.", {}, 409);
  if ((await openInvitations(db, scope)).some((open) => open.emailKey === key))
    throw new Problem(
      "invitation.open",
      "This address is invited already. Send the invitation again, or withdraw it first.",
      {},
      409,
    );
  countLink(scope, now);
  const { token, hash } = newToken();
  const invitationId = newId(now);
  const expiresAt = expiry(now);
  const invitation = { id: invitationId, email: email.trim(), emailKey: key, role, tokenHash: hash, expiresAt };
  await addInvitation(db, scope, invitation, now);
  return { invitationId, email: invitation.email, role, token, expiresAt };
}

const notOpen = () =>
  new Problem("invitation.not-open", "This invitation is no longer open. Load the page again.", {}, 404);

const orNotOpen = (error: unknown): never => {
  throw isStaleWrite(error) ? notOpen() : error;
};

/** Makes a new link for an open invitation; the one before opens nothing any more. @throws Problem `invitation.not-open` (404), `invitation.too-many` (429). */
export async function inviteAgain(
  db: Database,
  scope: Scope,
  invitationId: string,
  now: Date,
): Promise<InvitationLink> {
  const invitation = await findInvitation(db, scope, invitationId);
  if (invitation?.state !== "open") throw notOpen();
  countLink(scope, now);
  const { token, hash } = newToken();
  const expiresAt = expiry(now);
  await renewInvitation(db, scope, invitationId, { tokenHash: hash, expiresAt }, now).catch(orNotOpen);
  return { invitationId, email: invitation.email, role: invitation.role, token, expiresAt };
}

/** Ends an open invitation: its link opens nothing any more. @throws Problem `invitation.not-open` (404). */
export async function withdrawInvitation(db: Database, scope: Scope, invitationId: string, now: Date): Promise<void> {
  await withdraw(db, scope, invitationId, now).catch(orNotOpen);
}
