import type { Database, Scope } from "../../../db/database";
import { isStaleWrite, isUniqueViolation } from "../../../db/errors";
import { createUser, findUser, findUserByEmail, type User } from "../../../db/queries/accounts";
import { invitationByToken, joinByInvitation, type InvitationByLink } from "../../../db/queries/invitations";
import { hashOfGiven } from "../../lib/link-token.server";
import { hashPassword } from "../../lib/password.server";
import { Problem } from "../../lib/problem";

const gone = () =>
  new Problem(
    "invitation.gone",
    "This invitation is not open: it was used, withdrawn, made anew, or its 7 days are over. Ask for a new one.",
    {},
    410,
  );

/** The invitation a link stands for. @throws Problem `invitation.gone` (410). */
export async function invitationOfLink(db: Database, token: string | undefined, now: Date): Promise<InvitationByLink> {
  const hash = hashOfGiven(token);
  const found = hash === null ? null : await invitationByToken(db, hash, now);
  if (!found) throw gone();
  return found;
}

/** Does the invited address have an account? Asked for whoever holds the link. */
export const invitedHasAccount = async (db: Database, { invitation }: InvitationByLink): Promise<boolean> =>
  (await findUserByEmail(db, invitation.email)) !== null;

/**
 * A person who is signed in joins. @throws Problem `invitation.gone` (410), `invitation.other-address` (403) when the
 * invitation names another address than theirs.
 */
export async function acceptInvitation(
  db: Database,
  token: string | undefined,
  userId: string,
  now: Date,
): Promise<Scope> {
  const found = await invitationOfLink(db, token, now);
  const user = await findUser(db, userId);
  if (!user || user.emailKey !== found.invitation.emailKey) throw otherAddress(found.invitation.email);
  return join(db, found, userId, now);
}

const otherAddress = (email: string) =>
  new Problem(
    "invitation.other-address",
    `This invitation is for ${email}. Sign in with that address, or ask for one to yours.`,
    { email },
    403,
  );

/** Who is a member already stays what they are; the invitation is then of no use to anybody and stays open until its end. */
async function join(db: Database, found: InvitationByLink, userId: string, now: Date): Promise<Scope> {
  return joinByInvitation(db, found, userId, now).catch((error: unknown) => {
    if (isStaleWrite(error)) throw gone();
    if (isUniqueViolation(error))
      throw new Problem("invitation.member", "The holder of this address is a member already.", {}, 409);
    throw error;
  });
}

/**
 * Makes the account of the invited address and joins. @throws Problem `invitation.gone` (410), `invitation.has-account`
 * (409) when the address has an account: then its holder signs in.
 */
export async function signUpByInvitation(
  db: Database,
  token: string | undefined,
  given: { readonly name: string; readonly password: string; readonly language: string },
  now: Date,
): Promise<{ readonly user: User; readonly scope: Scope }> {
  const found = await invitationOfLink(db, token, now);
  const { email } = found.invitation;
  const passwordHash = await hashPassword(given.password);
  const user = await createUser(db, { email, name: given.name, passwordHash, locale: given.language }, now).catch(
    (error: unknown) => {
      if (!isUniqueViolation(error)) throw error;
      throw new Problem("invitation.has-account", `${email} has an account. Sign in with it.`, { email }, 409);
    },
  );
  return { user, scope: await join(db, found, user.id, now) };
}
