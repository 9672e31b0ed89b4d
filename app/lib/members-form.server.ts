import type { Database } from "../../db/database";
import type { WorkspaceScope } from "../../db/queries/accounts";
import type { Key } from "../i18n/keys";
import { changeRole } from "../services/members/change-role.server";
import { invite, inviteAgain, withdrawInvitation, type InvitationLink } from "../services/members/invite.server";
import { invitedRole } from "../services/members/invited-roles";
import { removeMember } from "../services/members/remove-member.server";
import { sendInvitation } from "../services/members/send-invitation.server";
import type { Config } from "./config.server";
import { givenEmail } from "./forms.server";
import type { MailOutcome } from "./mail.server";
import { paths } from "./paths";
import { Problem } from "./problem";

const done = {
  changed: "members.changed",
  removed: "members.removedNote",
  withdrawn: "members.withdrawn",
} as const satisfies Readonly<Record<string, Key>>;

/** What the page says after a change, by the word in its address. */
export const doneOf = (word: string | null): Key | null =>
  word !== null && Object.hasOwn(done, word) ? done[word as keyof typeof done] : null;

/** An invitation that was just made or made anew. */
export interface MadeInvitation {
  readonly email: string;
  readonly mail: MailOutcome;
  /** Shown once, where no mail took it; null where one did. */
  readonly url: string | null;
  readonly expiresAt: Date;
}

type Did = { readonly kind: "invited"; readonly made: MadeInvitation } | { readonly kind: keyof typeof done };

interface Place {
  readonly config: Pick<Config, "mail" | "publicUrl">;
  /** Where a link that is shown leads. */
  readonly url: string;
}

async function handOver(db: Database, scope: WorkspaceScope, link: InvitationLink, place: Place): Promise<Did> {
  const mail = await sendInvitation(db, scope, link, place.config);
  const url = mail === "sent" ? null : place.url + paths.invitation(link.token);
  return { kind: "invited", made: { email: link.email, mail, url, expiresAt: link.expiresAt } };
}

const badRole = () => new Problem("invitation.role", "Choose one of the roles.", {}, 422);
const badEmail = () =>
  new Problem("invitation.email", "This is not an e-mail address. Write it like name@example.org.", {}, 422);

/** Does what a form of the members' page asks for. @throws Problem `invitation.email`, `invitation.role` (422), and those of the services. */
export async function changeMembers(
  db: Database,
  scope: WorkspaceScope,
  values: Readonly<Record<string, FormDataEntryValue>>,
  place: Place,
): Promise<Did> {
  const now = new Date();
  const word = (name: string) => (typeof values[name] === "string" ? values[name] : "");
  switch (word("intent")) {
    case "role": {
      const role = invitedRole(word("role"));
      if (role === null) throw badRole();
      await changeRole(db, scope, word("member"), role);
      return { kind: "changed" };
    }
    case "remove":
      await removeMember(db, scope, word("member"));
      return { kind: "removed" };
    case "invite": {
      const email = givenEmail(word("email"));
      const role = invitedRole(word("role"));
      if (email === null) throw badEmail();
      if (role === null) throw badRole();
      return handOver(db, scope, await invite(db, scope, { email, role }, now), place);
    }
    case "again":
      return handOver(db, scope, await inviteAgain(db, scope, word("invitation"), now), place);
    case "withdraw":
      await withdrawInvitation(db, scope, word("invitation"), now);
      return { kind: "withdrawn" };
    default:
      throw new Response(null, { status: 400 });
  }
}
