import type { Database } from "../../../db/database";
import { askDeletion } from "../../../db/queries/workspaces";
import { unlessStale } from "../../../db/errors";
import { erasePerson, leaveForGood, placesOf } from "../../../db/queries/persons";
import { translatorFor } from "../../i18n/language.server";
import { DEFAULT_LANGUAGE, isLanguage } from "../../i18n/languages";
import { Problem } from "../../lib/problem";
import { deletionAfter } from "../workspaces/delete-workspace.server";
import { myself } from "./change-account.server";
import type { Me } from "./confirm-person.server";

/**
 * Closes the account: name, address, password, sessions and second step are gone, the id stays in what was decided. A
 * workspace in which nobody else is goes with it after the time of waiting. The caller has asked for password and code.
 * @throws Problem `account.last-owner` (409) while they are the last owner of a workspace with other members.
 */
export async function closeAccount(db: Database, me: Me, now: Date): Promise<void> {
  const user = await myself(db, me);
  const places = await placesOf(db, me.id);
  const kept = places.filter(
    ({ scope, others, otherOwners }) => scope.role === "owner" && otherOwners === 0 && others > 0,
  );
  if (kept.length > 0) {
    const names = kept.map(({ name }) => `“${name}”`).join(", ");
    throw new Problem(
      "account.last-owner",
      `You are the only owner of ${names}, and others work there. Make one of them an owner, or delete the workspace first.`,
      { names },
      409,
    );
  }
  for (const { scope, others } of places) {
    if (others === 0) await askDeletion(db, scope, deletionAfter(now)).catch(unlessStale);
    await leaveForGood(db, scope);
  }
  const language = isLanguage(user.locale) ? user.locale : DEFAULT_LANGUAGE;
  await erasePerson(db, me.id, translatorFor(language).t("mine.close.former"), now);
}
