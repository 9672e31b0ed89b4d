import type { Database } from "../../../db/database";
import { findUser, findUserByEmail } from "../../../db/queries/accounts";
import type { WorkspaceScope } from "../../../db/queries/accounts";
import { formatFor } from "../../i18n/format";
import { memberRoleKey } from "../../i18n/keys";
import { translatorFor } from "../../i18n/language.server";
import { DEFAULT_LANGUAGE, isLanguage, type Language } from "../../i18n/languages";
import type { Config } from "../../lib/config.server";
import { plainName, sendMail, type MailOutcome } from "../../lib/mail.server";
import { paths } from "../../lib/paths";
import type { InvitationLink } from "./invite.server";
import type { Role } from "../../../db/schema/codes";

/** The receiver's language where they have an account, else the inviter's. */
async function languageFor(
  db: Database,
  email: string,
  inviterId: string,
): Promise<{ language: Language; inviter: string }> {
  const [receiver, inviter] = await Promise.all([findUserByEmail(db, email), findUser(db, inviterId)]);
  const language = receiver?.locale ?? inviter?.locale;
  return { language: isLanguage(language) ? language : DEFAULT_LANGUAGE, inviter: inviter?.name ?? "" };
}

/**
 * Sends the link to the invited address. The mail says who invites, into which workspace and as what: nothing of what is in
 * the workspace.
 */
export async function sendInvitation(
  db: Database,
  scope: WorkspaceScope,
  link: InvitationLink,
  config: Pick<Config, "mail" | "publicUrl">,
): Promise<MailOutcome> {
  if (config.mail === null || config.publicUrl === null) return "off";
  const { language, inviter } = await languageFor(db, link.email, scope.userId);
  const { t } = translatorFor(language);
  const workspace = plainName(scope.workspaceName);
  const text = t("members.mail.text", {
    inviter: plainName(inviter),
    workspace,
    role: t(memberRoleKey[link.role as Role]),
    url: config.publicUrl + paths.invitation(link.token),
    until: formatFor(language).minute(link.expiresAt),
  });
  return sendMail(config, { to: link.email, subject: t("members.mail.subject", { workspace }), text });
}
