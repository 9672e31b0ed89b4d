import type { Database } from "../../db/database";
import type { WorkspaceScope } from "../../db/queries/accounts";
import type { Key } from "../i18n/keys";
import { confirmPerson, type Me } from "../services/accounts/confirm-person.server";
import { askDeletion, takeDeletionBack } from "../services/workspaces/delete-workspace.server";
import { renameWorkspace } from "../services/workspaces/rename-workspace.server";
import { givenName } from "./forms.server";
import { Problem } from "./problem";

const done = {
  renamed: "settings.done.renamed",
  asked: "settings.done.asked",
  back: "settings.done.back",
} as const satisfies Readonly<Record<string, Key>>;

/** What the page says after a change, by the word in its address. */
export const doneOf = (word: string | null): Key | null =>
  word !== null && Object.hasOwn(done, word) ? done[word as keyof typeof done] : null;

/** Does what a form of the settings asks for. @throws Problem with what is wrong. */
export async function changeSettings(
  db: Database,
  scope: WorkspaceScope,
  me: Me,
  values: Readonly<Record<string, FormDataEntryValue>>,
  dataDir: string,
): Promise<keyof typeof done> {
  const now = new Date();
  const word = (name: string) => (typeof values[name] === "string" ? values[name] : "");
  switch (word("intent")) {
    case "rename": {
      const name = givenName(values["name"]);
      if (name === null) throw new Problem("workspace.new-name", "Write a name of at most 100 characters.", {}, 422);
      await renameWorkspace(db, scope, name);
      return "renamed";
    }
    case "delete":
      await confirmPerson(db, me, { password: word("password"), code: word("code") }, dataDir, now);
      await askDeletion(db, scope, word("name"), now);
      return "asked";
    case "keep":
      await takeDeletionBack(db, scope, now);
      return "back";
    default:
      throw new Response(null, { status: 400 });
  }
}
