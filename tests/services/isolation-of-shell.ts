/** What the isolation test asks of the frame around the pages: the search of its palette, and the guide a person put away. */
import type { Database, Scope } from "../../db/database";
import * as preferences from "../../db/queries/preferences";
import { hideGuide } from "../../app/services/preferences/hide-guide.server";
import { findSuppliers } from "../../app/services/suppliers/find-suppliers.server";
import { A_DAY } from "../builders";
import { modelChanges, modelReads } from "./isolation-of-models";

interface Place {
  readonly scope: Scope;
  readonly generation: number;
}
type Asked = Readonly<Record<string, (scope: Scope, of: Place) => Promise<unknown>>>;

export const shellReads = (db: () => Database): Asked => ({
  ...modelReads(db),
  "app/services/suppliers/find-suppliers.server.ts findSuppliers": (scope, of) =>
    findSuppliers(db(), scope, of.generation, "mill"),
});

export const shellChanges = (db: () => Database): Asked => ({
  ...modelChanges(db),
  "db/queries/preferences.ts setGuideHidden": (scope) => preferences.setGuideHidden(db(), scope, true, A_DAY),
  "app/services/preferences/hide-guide.server.ts hideGuide": (scope) => hideGuide(db(), scope, true, A_DAY),
});
