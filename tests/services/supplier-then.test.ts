/** The pages of a supplier that the list of today does not have: as known on the day that had it, or the way to what it became. */
import { afterEach, beforeEach, expect, test } from "vitest";
import { findWorkspaceScope, type WorkspaceScope } from "../../db/queries/accounts";
import { dangerPage } from "../../app/lib/danger-page.server";
import { onDay as asOn, paths } from "../../app/lib/paths";
import { Problem } from "../../app/lib/problem";
import { supplierDay } from "../../app/lib/supplier-day.server";
import { supplierGone, supplierThen } from "../../app/lib/supplier-then.server";
import { undoImport } from "../../app/services/imports/publish-import.server";
import { lastDayOf } from "../../app/services/trail/list-then.server";
import { aWorkspace, scopeOf } from "../builders";
import { erase } from "./day-story";
import { aList, aPast, dayText, now, onDay, type Past } from "./past-steps";

let past: Past;
let scope: WorkspaceScope;
beforeEach(async () => {
  past = await aPast();
  const { workspaceSlug } = past.scope;
  scope = (await findWorkspaceScope(past.db, past.scope.userId, workspaceSlug))!;
});
afterEach(() => past.end());

const NOT_THERE = new Problem("supplier.not-found", "There is no such supplier.", {}, 404);

/** What a page answers: the past it shows, the address it leads to, or its status. */
async function answerOf(id: string, day: string | null, page: "supplier" | "recruitment" = "supplier") {
  const request = new Request(`http://here/${day === null ? "" : `?on=${day}`}`);
  try {
    if (day === null) return await supplierGone(past.db, scope, { id, page }, NOT_THERE);
    if (page === "supplier") return (await supplierThen(request, past.db, scope, id, day)).past;
    return await supplierDay(request, past.db, scope, id, (to) => paths.recruitment(scope.workspaceSlug, to));
  } catch (error) {
    if (!(error instanceof Response)) throw error;
    return error.headers.get("location") ?? error.status;
  }
}

test("a supplier that the next list left out is shown on a day whose list had it, and only there as known", async () => {
  await past.publish(aList(20));
  const gone = (await past.idsNow())[19]!;
  onDay(4);
  await past.publish(aList(10));
  onDay(6);
  for (const page of ["supplier", "recruitment"] as const)
    expect(await answerOf(gone, dayText(1), page)).toMatchObject({
      name: "Supplier 019 Ltd",
      asOf: { known: true, day: dayText(1) },
    });
  expect(await answerOf(gone, dayText(1))).toMatchObject({ became: null });
  expect(await answerOf(gone, dayText(5))).toMatchObject({
    name: "Supplier 019 Ltd",
    asOf: { known: false, why: "not-in-list" },
  });
  for (const page of ["supplier", "recruitment"] as const) {
    const last = asOn(paths[page](scope.workspaceSlug, gone), dayText(3));
    expect(await answerOf(gone, null, page)).toBe(last);
  }
  expect(await answerOf(gone, dayText(3))).toMatchObject({ asOf: { known: true } });
  expect((await dangerPage(past.db, scope, gone)).hasPage).toBe(true);
  expect(await answerOf("nobody", dayText(1))).toBe(404);
  const fault = new Error("Broken");
  const asked = supplierGone(past.db, scope, { id: gone, page: "supplier" }, fault);
  await expect(asked).rejects.toBe(fault);
});

test("the last day is one that ended with a list which had it: through lists built again, undone, or replaced within a day", async () => {
  await past.publish(aList(20));
  const ids = await past.idsNow();
  const [first, second, gone] = [ids[0]!, ids[1]!, ids[19]!];
  onDay(2);
  await past.answer(first, 2);
  await past.reapply();
  onDay(4);
  const short = await past.publish(aList(10));
  expect(await lastDayOf(past.db, scope, gone)).toBe(dayText(3));
  onDay(6);
  await undoImport(past.db, scope, short, now());
  onDay(8, 1);
  await past.answer(second, 1);
  await past.reapply();
  onDay(8, 2);
  await past.publish(aList(10));
  onDay(9);
  expect(await lastDayOf(past.db, scope, gone)).toBe(dayText(7));
  const other = scopeOf(await aWorkspace(past.db));
  expect(await lastDayOf(past.db, other, gone)).toBeNull();
  expect(await lastDayOf(past.db, scope, "nobody")).toBeNull();
  await erase(past.db, scope, "import.undone");
  expect(await lastDayOf(past.db, scope, gone)).toBe(dayText(3));
});

test("a supplier whose list was built and replaced within one day has no page and no link to one", async () => {
  await past.publish(aList(20));
  const gone = (await past.idsNow())[19]!;
  onDay(0, 2);
  await past.publish(aList(10));
  onDay(3);
  expect(await answerOf(gone, null)).toBe(404);
  expect(await lastDayOf(past.db, scope, gone)).toBeNull();
  expect((await dangerPage(past.db, scope, gone)).hasPage).toBe(false);
});

test("a merged supplier is shown on a day before, and after it leads to the one it became on the same day", async () => {
  await past.publish(aList(20));
  const [from, into] = (await past.idsNow()) as [string, string];
  onDay(2);
  await past.merge(from, into);
  onDay(5);
  expect(await answerOf(from, dayText(1))).toMatchObject({
    name: "Supplier 000 Ltd",
    became: into,
    asOf: { known: true },
  });
  const { workspaceSlug } = scope;
  expect(await answerOf(from, dayText(3))).toBe(asOn(paths.supplier(workspaceSlug, into), dayText(3)));
  expect(await answerOf(from, dayText(3), "recruitment")).toBe(
    asOn(paths.recruitment(workspaceSlug, into), dayText(3)),
  );
  expect(await answerOf(from, null)).toBe(paths.supplier(workspaceSlug, into));
  expect(await answerOf(from, null, "recruitment")).toBe(paths.recruitment(workspaceSlug, into));
});

test("a supplier that the list of today has is shown on a past day as it was, with nothing of today", async () => {
  await past.publish(aList(20));
  const id = (await past.idsNow())[3]!;
  onDay(2);
  await past.answer(id, 2);
  onDay(5);
  scope = (await findWorkspaceScope(past.db, scope.userId, scope.workspaceSlug))!;
  const asked = (day: string) => answerOf(id, day);
  expect(await asked(dayText(1))).toMatchObject({ isShown: true, became: null, asOf: { known: true, answers: [] } });
  const [later, before] = [await asked(dayText(3)), await asked(dayText(-1))];
  expect((later as { asOf: { answers: unknown[] } }).asOf.answers).toHaveLength(2);
  expect(before).toMatchObject({ isShown: true, asOf: { known: false, why: "no-list" } });
});
