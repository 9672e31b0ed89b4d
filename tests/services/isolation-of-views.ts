/** What the isolation test asks of what people keep for themselves (saved views, and in `isolation-of-shell` the rest): with the scope of one workspace and the ids of another. */
import type { Database, Scope } from "../../db/database";
import * as views from "../../db/queries/views";
import { deleteView } from "../../app/services/views/delete-view.server";
import { undoView } from "../../app/services/views/undo-view.server";
import { saveView } from "../../app/services/views/save-view.server";
import { A_DAY } from "../builders";
import { shellChanges, shellReads } from "./isolation-of-shell";

interface ViewPlace {
  readonly scope: Scope;
  readonly viewId: string;
  readonly generation: number;
}
type Asked = Readonly<Record<string, (scope: Scope, of: ViewPlace) => Promise<unknown>>>;

/** A view that everyone in the workspace sees. */
export async function aSharedView(db: Database, scope: Scope, word: string): Promise<string> {
  const shown = { name: `View ${word}`, query: "band=raised", shared: true, isDefault: false };
  return (await saveView(db, scope, shown, A_DAY)).viewId;
}

export const viewReads = (db: () => Database): Asked => ({
  ...shellReads(db),
  "db/queries/views.ts listViews": (scope) => views.listViews(db(), scope),
  "db/queries/views.ts findView": (scope, of) => views.findView(db(), scope, of.viewId),
});

export const viewChanges = (db: () => Database): Asked => ({
  ...shellChanges(db),
  "app/services/views/save-view.server.ts saveView": (scope) =>
    saveView(db(), scope, { name: "Mine", query: "sort=name", shared: true, isDefault: true }, A_DAY),
  "app/services/views/delete-view.server.ts deleteView": (scope, of) => deleteView(db(), scope, of.viewId),
  "app/services/views/undo-view.server.ts undoView": async (scope, of) =>
    undoView(db(), scope, (await deleteView(db(), scope, of.viewId)).seq, A_DAY),
});
