import type { Database } from "../../../db/database";
import { findUser, findUserByEmail, type User } from "../../../db/queries/accounts";
import { addPasswordReset, passwordResetBy, usePasswordReset } from "../../../db/queries/credentials";
import { formatFor } from "../../i18n/format";
import { translatorFor } from "../../i18n/language.server";
import { DEFAULT_LANGUAGE, isLanguage } from "../../i18n/languages";
import type { Config } from "../../lib/config.server";
import { hashOfGiven, newToken } from "../../lib/link-token.server";
import { sendMail, type MailOutcome } from "../../lib/mail.server";
import { hashPassword } from "../../lib/password.server";
import { paths } from "../../lib/paths";
import { Problem } from "../../lib/problem";
import { failureCounter } from "../../lib/rate-limit";

const HOUR_MS = 60 * 60 * 1000;
/** Hours a link works: one that was mailed, and one that the operator hands over in person. */
const HOURS = { mailed: 1, handed: 24 } as const;

/** Mails to one person in an hour: a stranger cannot fill somebody's letter box. */
const sent = failureCounter({ max: 3, windowMs: HOUR_MS });

async function aLink(db: Database, user: User, hours: number, now: Date) {
  const { token, hash } = newToken();
  const expiresAt = new Date(now.getTime() + hours * HOUR_MS);
  await addPasswordReset(db, { tokenHash: hash, userId: user.id, expiresAt }, now);
  return { path: paths.reset(token), expiresAt };
}

/**
 * Mails a link to the address when somebody has an account with it. Whoever asked is told nothing of what came of it, so
 * that they do not wait for it either. @returns `unknown` for an address nobody has, or that was written to enough.
 */
export async function mailResetLink(
  db: Database,
  email: string,
  config: Pick<Config, "mail" | "publicUrl">,
  now: Date,
): Promise<MailOutcome | "unknown"> {
  if (config.mail === null || config.publicUrl === null) return "off";
  const user = await findUserByEmail(db, email);
  if (!user || sent.isBlocked(user.id, now.getTime())) return "unknown";
  sent.fail(user.id, now.getTime());
  const { path, expiresAt } = await aLink(db, user, HOURS.mailed, now);
  const language = isLanguage(user.locale) ? user.locale : DEFAULT_LANGUAGE;
  const { t } = translatorFor(language);
  const text = t("mine.mail.text", { url: config.publicUrl + path, until: formatFor(language).minute(expiresAt) });
  return sendMail(config, { to: user.email, subject: t("mine.mail.subject"), text });
}

/**
 * A link for the operator of the installation to hand over to a person they know; nobody else may have one, for it opens
 * the account with everything in it. @throws Problem `cli.no-account`.
 */
export async function resetLinkForOperator(
  db: Database,
  email: string,
  now: Date,
): Promise<{ readonly userId: string; readonly path: string; readonly expiresAt: Date }> {
  const user = await findUserByEmail(db, email);
  if (!user) throw new Problem("cli.no-account", `There is no account with the address ${email}.`);
  return { userId: user.id, ...(await aLink(db, user, HOURS.handed, now)) };
}

const gone = () => new Problem("reset.gone", "This link was used, or its time is over. Ask for a new one.", {}, 410);

/** Whose password the link replaces. @throws Problem `reset.gone` (410). */
export async function whoseReset(db: Database, token: string | undefined, now: Date): Promise<User> {
  const hash = hashOfGiven(token);
  const userId = hash && (await passwordResetBy(db, hash, now));
  const user = userId ? await findUser(db, userId) : null;
  if (!user || user.closedAt !== null) throw gone();
  return user;
}

/** Replaces the password, once for each link; every session of the person ends. @throws Problem `reset.gone` (410). */
export async function resetPassword(
  db: Database,
  token: string | undefined,
  password: string,
  now: Date,
): Promise<void> {
  const user = await whoseReset(db, token, now);
  const hash = hashOfGiven(token)!;
  if (!(await usePasswordReset(db, hash, user.id, await hashPassword(password)))) throw gone();
}
