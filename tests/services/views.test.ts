/** Saved views: whose they are, which one opens the table, and what is kept of each decision. */
import { afterAll, beforeAll, expect, test } from "vitest";
import { deleteView } from "../../app/services/views/delete-view.server";
import { undoView } from "../../app/services/views/undo-view.server";
import { saveView, type ViewToSave } from "../../app/services/views/save-view.server";
import type { Database } from "../../db/database";
import { auditTrail } from "../../db/queries/audit";
import { listViews, openingView } from "../../db/queries/views";
import type { Role } from "../../db/schema/codes";
import { A_DAY, aDatabase, aMember, aWorkspace, scopeOf, type AWorkspace } from "../builders";

let db: Database;
let workspace: AWorkspace;
beforeAll(async () => {
  db = await aDatabase();
});
afterAll(() => db.close());

/** Someone in a workspace of their own for each test. */
async function someone(role: Role) {
  return scopeOf(workspace, role, (await aMember(db, workspace, role)).id);
}
const aView = (view: Partial<ViewToSave> = {}): ViewToSave => ({
  name: "High first",
  query: "band=high&sort=score",
  shared: false,
  isDefault: false,
  ...view,
});
const names = async (scope: Parameters<typeof listViews>[1]) => (await listViews(db, scope)).map(({ name }) => name);

test("a view of one's own is nobody else's, and a shared one is everyone's", async () => {
  workspace = await aWorkspace(db);
  const [officer, auditor] = [await someone("officer"), await someone("auditor")];
  await saveView(db, officer, aView({ name: "Mine" }), A_DAY);
  await saveView(db, officer, aView({ name: "Ours", shared: true }), A_DAY);
  expect(await names(officer)).toEqual(["Mine", "Ours"]);
  expect(await names(auditor)).toEqual(["Ours"]);
});

test("a view saved again under its name replaces the first, and another's of that name stays", async () => {
  workspace = await aWorkspace(db);
  const [officer, owner] = [await someone("officer"), scopeOf(workspace)];
  const first = await saveView(db, officer, aView({ shared: true }), A_DAY);
  await saveView(db, owner, aView({ shared: true, query: "band=low" }), A_DAY);
  const again = await saveView(db, officer, aView({ shared: true, query: "country=NO" }), A_DAY);
  expect(again.viewId).toBe(first.viewId);
  expect((await listViews(db, owner)).map(({ query }) => query).sort()).toEqual(["band=low", "country=NO"]);
});

test("the table opens with one's own choice, else with the workspace's, each the one chosen last", async () => {
  workspace = await aWorkspace(db);
  const [officer, auditor] = [await someone("officer"), await someone("auditor")];
  const opens = async (scope: typeof officer) => openingView(await listViews(db, scope), scope.userId)?.name ?? null;
  expect(await opens(officer)).toBeNull();
  await saveView(db, officer, aView({ name: "Ours, old", shared: true, isDefault: true }), A_DAY);
  await saveView(db, officer, aView({ name: "Ours", shared: true, isDefault: true }), A_DAY);
  expect([await opens(officer), await opens(auditor)]).toEqual(["Ours", "Ours"]);
  await saveView(db, auditor, aView({ name: "Mine, old", isDefault: true }), A_DAY);
  await saveView(db, auditor, aView({ name: "Mine", isDefault: true }), A_DAY);
  expect([await opens(officer), await opens(auditor)]).toEqual(["Ours", "Mine"]);
});

test("who changes no supplier keeps views for themselves, shares none, and takes no shared one away", async () => {
  workspace = await aWorkspace(db);
  const [officer, auditor] = [await someone("officer"), await someone("auditor")];
  const { viewId } = await saveView(db, officer, aView({ shared: true }), A_DAY);
  await expect(saveView(db, auditor, aView({ shared: true }), A_DAY)).rejects.toMatchObject({
    code: "view.not-shared",
  });
  await expect(deleteView(db, auditor, viewId)).rejects.toMatchObject({ code: "view.not-found" });
  const own = await saveView(db, auditor, aView({ name: "Mine" }), A_DAY);
  await expect(deleteView(db, officer, own.viewId)).rejects.toMatchObject({ code: "view.not-found" });
  expect(await names(auditor)).toEqual(["High first", "Mine"]);
});

test("a view that is taken away is gone for everyone, and both decisions stand in the trail", async () => {
  workspace = await aWorkspace(db);
  const [officer, owner] = [await someone("officer"), scopeOf(workspace)];
  const { viewId } = await saveView(db, officer, aView({ shared: true, isDefault: true }), A_DAY);
  await deleteView(db, owner, viewId);
  expect([await names(officer), await names(owner)]).toEqual([[], []]);
  await expect(deleteView(db, owner, viewId)).rejects.toMatchObject({ status: 404 });
  const trail = await auditTrail(db, owner, { limit: 10 });
  const about = trail.filter(({ name }) => name.startsWith("view.")).sort((a, b) => a.seq - b.seq);
  expect(about.map(({ name, actorUserId }) => [name, actorUserId])).toEqual([
    ["view.saved", officer.userId],
    ["view.deleted", owner.userId],
  ]);
});

test("saving, replacing and deleting a view can be taken back by who did it, while nobody changed it since", async () => {
  workspace = await aWorkspace(db);
  const [officer, owner] = [await someone("officer"), scopeOf(workspace)];
  const kept = async () =>
    (await listViews(db, officer)).map(({ name, query, shared, isDefault }) => [name, query, shared, isDefault]);

  const opening = await saveView(db, officer, aView({ name: "Opening", isDefault: true }), A_DAY);
  const first = await saveView(db, officer, aView(), A_DAY);
  const before = await kept();
  const again = await saveView(db, officer, aView({ query: "country=NO", isDefault: true }), A_DAY);
  expect([first.replaced, again.replaced]).toEqual([false, true]);
  await expect(undoView(db, owner, again.seq, A_DAY)).rejects.toMatchObject({ code: "view.not-found" });
  await undoView(db, officer, again.seq, A_DAY);
  // The one that opened the table before does so again.
  expect(await kept()).toEqual(before);

  const { seq } = await deleteView(db, officer, first.viewId);
  expect(await undoView(db, officer, seq, A_DAY)).toEqual({ viewId: first.viewId, query: "band=high&sort=score" });
  expect(await kept()).toEqual(before);
  await expect(undoView(db, officer, seq, A_DAY)).rejects.toMatchObject({ code: "view.undo-late" });

  expect(await undoView(db, officer, first.seq, A_DAY)).toBeNull();
  expect((await kept()).map(([name]) => name)).toEqual(["Opening"]);
  await saveView(db, officer, aView({ name: "Opening", query: "band=low" }), A_DAY);
  await expect(undoView(db, officer, opening.seq, A_DAY)).rejects.toMatchObject({ code: "view.undo-late" });
});
