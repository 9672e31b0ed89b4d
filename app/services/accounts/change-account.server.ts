import type { Database } from "../../../db/database";
import { findUser, setUserLocale } from "../../../db/queries/accounts";
import { endOtherSessions, endSessionOf, setName, setPassword } from "../../../db/queries/credentials";
import type { Language } from "../../i18n/languages";
import { hashPassword } from "../../lib/password.server";
import { confirmPerson, type Me } from "./confirm-person.server";

/** A person's own name and language. */
export async function changeProfile(db: Database, me: Me, name: string, language: Language): Promise<void> {
  await setName(db, me.id, name);
  await setUserLocale(db, me.id, language);
}

/**
 * Replaces the password; all other sessions end. @throws Problem `account.wrong-password` (422), `account.too-many` (429).
 */
export async function changePassword(
  db: Database,
  me: Me,
  given: { readonly password: string; readonly newPassword: string },
  dataDir: string,
  now: Date,
): Promise<void> {
  await confirmPerson(db, me, { password: given.password }, dataDir, now);
  await setPassword(db, me.id, await hashPassword(given.newPassword), me.sessionId);
}

/** Ends another session of the person, or all others. */
export const endSession = (db: Database, me: Me, sessionId: string): Promise<void> =>
  sessionId === me.sessionId ? Promise.resolve() : endSessionOf(db, me.id, sessionId);
export const endAllOthers = (db: Database, me: Me): Promise<void> => endOtherSessions(db, me.id, me.sessionId);

/** The person as they are now; they are signed in, so that there is one. */
export async function myself(db: Database, me: Me) {
  const user = await findUser(db, me.id);
  if (!user) throw new Error(`Person ${me.id} is signed in and does not exist`);
  return user;
}
