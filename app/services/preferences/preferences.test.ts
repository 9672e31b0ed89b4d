import { afterAll, beforeAll, expect, test } from "vitest";
import type { Database } from "../../../db/database";
import { findUser, findWorkspaceScope } from "../../../db/queries/accounts";
import { A_DAY, aDatabase, aMember, aWorkspace, scopeOf, type AWorkspace } from "../../../tests/builders";
import { chooseShortcuts } from "./choose-shortcuts.server";
import { hideGuide } from "./hide-guide.server";

let db: Database;
let workspace: AWorkspace;
beforeAll(async () => {
  db = await aDatabase();
  workspace = await aWorkspace(db);
});
afterAll(() => db.close());

const isHidden = async (userId: string, { slug }: AWorkspace) =>
  (await findWorkspaceScope(db, userId, slug))?.guideHidden;

test("the guide is there until it is put away, and comes back when asked for", async () => {
  const scope = scopeOf(workspace);
  expect(await isHidden(scope.userId, workspace)).toBe(false);
  await hideGuide(db, scope, true, A_DAY);
  expect(await isHidden(scope.userId, workspace)).toBe(true);
  await hideGuide(db, scope, false, A_DAY);
  expect(await isHidden(scope.userId, workspace)).toBe(false);
});

test("who puts the guide away does so for themselves and for one workspace", async () => {
  const colleague = await aMember(db, workspace, "officer");
  const other = await aWorkspace(db);
  await hideGuide(db, scopeOf(workspace), true, A_DAY);
  expect(await isHidden(colleague.id, workspace)).toBe(false);
  expect(await isHidden(other.userId, other)).toBe(false);
});

test("shortcuts are on at first, and the choice stays with the person", async () => {
  const { userId } = scopeOf(workspace);
  expect((await findUser(db, userId))?.shortcuts).toBe(true);
  await chooseShortcuts(db, userId, false);
  expect((await findUser(db, userId))?.shortcuts).toBe(false);
});
