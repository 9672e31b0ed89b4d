import type { Database } from "../../../db/database";
import { emailKey, findUserByEmail } from "../../../db/queries/accounts";
import { DEFAULT_LANGUAGE, isLanguage, type Language } from "../../i18n/languages";
import { spendPasswordTime, verifyPassword } from "../../lib/password.server";
import { failureCounter } from "../../lib/rate-limit";
import { startSession } from "../../lib/session.server";

export type SignInOutcome =
  | { readonly kind: "signed-in"; readonly token: string; readonly language: Language }
  | { readonly kind: "wrong" }
  /** Too many wrong passwords for this account, whoever tried. */
  | { readonly kind: "blocked" };

const failures = failureCounter({ max: 10, windowMs: 15 * 60 * 1000 });

/** Starts a session when address and password fit. A wrong address takes as long as a wrong password and says the same. */
export async function signIn(
  db: Database,
  given: { readonly email: string; readonly password: string },
  now: Date,
): Promise<SignInOutcome> {
  const account = emailKey(given.email);
  if (failures.isBlocked(account, now.getTime())) return { kind: "blocked" };
  const user = await findUserByEmail(db, given.email);
  const fits = user
    ? await verifyPassword(given.password, user.passwordHash)
    : (await spendPasswordTime(given.password), false);
  if (!user || !fits) {
    failures.fail(account, now.getTime());
    return { kind: "wrong" };
  }
  failures.forget(account);
  return {
    kind: "signed-in",
    token: await startSession(db, user.id, now),
    language: isLanguage(user.locale) ? user.locale : DEFAULT_LANGUAGE,
  };
}
