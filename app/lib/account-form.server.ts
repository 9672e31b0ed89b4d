import type { Database } from "../../db/database";
import { findScope } from "../../db/queries/accounts";
import { isLanguage, type Language } from "../i18n/languages";
import type { Key } from "../i18n/keys";
import {
  changePassword,
  changeProfile,
  endAllOthers,
  endSession,
  myself,
} from "../services/accounts/change-account.server";
import { closeAccount } from "../services/accounts/close-account.server";
import { confirmPerson, type Me } from "../services/accounts/confirm-person.server";
import {
  beginSecondStep,
  confirmSecondStep,
  endSecondStep,
  renewRecoveryCodes,
} from "../services/accounts/second-factor.server";
import { noSuchMember } from "../services/members/change-role.server";
import { removeMember } from "../services/members/remove-member.server";
import { givenName, givenPassword } from "./forms.server";
import { Problem } from "./problem";

const done = {
  profile: "mine.done.profile",
  password: "mine.done.password",
  session: "mine.done.session",
  others: "mine.done.others",
  "step-off": "mine.done.stepOff",
  left: "mine.done.left",
} as const satisfies Readonly<Record<string, Key>>;

/** What the page says after a change, by the word in its address. */
export const doneOf = (word: string | null): Key | null =>
  word !== null && Object.hasOwn(done, word) ? done[word as keyof typeof done] : null;

/** What became of a form. */
export type AccountChange =
  | { readonly kind: keyof typeof done; readonly language?: Language; readonly newPassword?: true }
  /** The second step can be confirmed now; the account is no more. */
  | { readonly kind: "begun" }
  | { readonly kind: "closed" }
  /** Recovery codes: known at this moment alone. */
  | { readonly kind: "codes"; readonly codes: readonly string[] };

function newPasswordOf(value: unknown): string {
  const given = givenPassword(value);
  if ("password" in given) return given.password;
  throw given.wrong === "short"
    ? new Problem("account.password-short", "The new password needs at least 12 characters.", {}, 422)
    : new Problem("account.password-long", "The new password may have at most 200 characters.", {}, 422);
}

/** Does what a form of the account's page asks for. @throws Problem with what is wrong. */
export async function changeAccount(
  db: Database,
  me: Me,
  values: Readonly<Record<string, FormDataEntryValue>>,
  dataDir: string,
): Promise<AccountChange> {
  const now = new Date();
  const word = (name: string) => (typeof values[name] === "string" ? values[name] : "");
  const confirmed = () => confirmPerson(db, me, { password: word("password"), code: word("code") }, dataDir, now);
  switch (word("intent")) {
    case "profile": {
      const name = givenName(values["name"]);
      const language = word("language");
      if (name === null) throw new Problem("account.name", "Write a name of at most 100 characters.", {}, 422);
      if (!isLanguage(language)) throw new Response(null, { status: 400 });
      await changeProfile(db, me, name, language);
      return { kind: "profile", language };
    }
    case "password": {
      const newPassword = newPasswordOf(values["newPassword"]);
      await changePassword(db, me, { password: word("password"), newPassword }, dataDir, now);
      return { kind: "password", newPassword: true };
    }
    case "end-session":
      await endSession(db, me, word("session"));
      return { kind: "session" };
    case "end-others":
      await endAllOthers(db, me);
      return { kind: "others" };
    case "step-begin": {
      const user = await confirmPerson(db, me, { password: word("password") }, dataDir, now);
      await beginSecondStep(db, user, dataDir, now);
      return { kind: "begun" };
    }
    case "step-confirm":
      return { kind: "codes", codes: await confirmSecondStep(db, await myself(db, me), word("code"), dataDir, now) };
    case "step-off":
      await confirmed();
      await endSecondStep(db, me.id);
      return { kind: "step-off" };
    case "step-codes":
      await confirmed();
      return { kind: "codes", codes: await renewRecoveryCodes(db, me.id) };
    case "close":
      await confirmed();
      await closeAccount(db, me, now);
      return { kind: "closed" };
    case "leave": {
      const scope = await findScope(db, me.id, word("workspace"));
      if (!scope) throw noSuchMember();
      await removeMember(db, scope, me.id);
      return { kind: "left" };
    }
    default:
      throw new Response(null, { status: 400 });
  }
}
