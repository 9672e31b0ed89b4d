/** Lists that are built again: which stay for the day that ended with them, and what is said of them. */
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { eq } from "drizzle-orm";
import type { Database, Scope } from "../../db/database";
import { findGeneration } from "../../db/queries/register";
import { listSuppliers } from "../../db/queries/register-page";
import { sweepGenerations } from "../../db/sweep";
import { verifyTrail } from "../../db/verify-trail";
import { askedList } from "../../app/lib/past-list.server";
import { supplierAsOf } from "../../app/services/readings/supplier-as-of.server";
import { leavingOf } from "../../app/services/understanding/past-lists.server";
import { aList, aPast, dayText, onDay, type Past } from "./past-steps";

let past: Past;
let db: Database;
let scope: Scope;
beforeEach(async () => {
  past = await aPast();
  ({ db, scope } = past);
});
afterEach(() => past.end());

describe("a list that is built again", () => {
  const stateOf = async (generation: number) => (await findGeneration(db, scope, generation))?.state ?? null;
  const first = async () => (await past.idsNow())[1]!;

  test("stays as the list of the day that ended with it, and is swept on the day it came", async () => {
    await past.publish(aList(20));
    const day0 = await past.published();
    onDay(1);
    await past.answer(await first(), 1);
    await past.reapply();
    const day1 = await past.published();
    expect(await stateOf(day0)).toBe("past");
    onDay(1, 2);
    await past.answer(await first(), 2);
    await past.reapply();
    expect(await stateOf(day1)).toBeNull();
    expect(await stateOf(day0)).toBe("past");
  });

  test("is looked through with its seal as long as it is kept", async () => {
    await past.publish(aList(20));
    const day0 = await past.published();
    onDay(1);
    await past.answer(await first(), 1);
    await past.reapply();
    const { lists, faults } = await verifyTrail(db, scope.workspaceNo);
    expect(faults).toEqual([]);
    expect(lists).toContain(day0);
    const { registerRows, generations } = db.t;
    await db.transact(function* (q) {
      yield q.update(registerRows).set({ score: 1 }).where(eq(registerRows.generation, day0));
    });
    expect((await verifyTrail(db, scope.workspaceNo)).faultCount).toBe(20);
    await db.commitPlain((q) => [q.update(generations).set({ state: "discarded" }).where(eq(generations.no, day0))]);
    await sweepGenerations(db);
    expect(await verifyTrail(db, scope.workspaceNo)).toMatchObject({ valid: true, faults: [] });
  });

  test("and is not kept any more is said to be gone, and nothing of it is shown", async () => {
    await past.publish(aList(20));
    const day0 = await past.published();
    onDay(1);
    await past.answer(await first(), 1);
    await past.reapply();
    await db.commitPlain((q) => [
      q.update(db.t.generations).set({ state: "discarded" }).where(eq(db.t.generations.no, day0)),
    ]);
    await sweepGenerations(db);
    onDay(2);
    const asked = await askedList(db, { ...scope, publishedGeneration: 1 }, new URLSearchParams({ on: dayText(0) }));
    expect(asked).toMatchObject({ generation: null, past: { is: "gone", fileName: "list.csv" } });
    const today = await askedList(db, { ...scope, publishedGeneration: 7 }, new URLSearchParams({ on: dayText(2) }));
    expect(today).toMatchObject({ generation: 7, past: null });
  });

  test("shows on a past day what the supplier's own page of that day says", async () => {
    await past.publish(aList(20));
    const supplierId = await first();
    const score = async (day: string) => {
      const then = await supplierAsOf(db, scope, supplierId, day);
      if (!then.known) throw new Error(then.why);
      return then.view.assessment.residual;
    };
    onDay(1);
    await past.answer(supplierId, 3);
    onDay(2);
    await past.findAgainst(supplierId);
    await past.reapply();
    onDay(3);
    for (const day of [0, 1, 2]) {
      const asked = await askedList(
        db,
        { ...scope, publishedGeneration: null },
        new URLSearchParams({ on: dayText(day) }),
      );
      const { generation, linesThen } = asked;
      const { rows } = await listSuppliers(db, scope, {
        generation: generation!,
        sort: "name",
        limit: 1,
        filters: { only: [supplierId] },
        linesThen,
      });
      expect(rows[0]!.score, `day ${day}`).toBeCloseTo((await score(dayText(day)))!, 1);
    }
    expect(new Set([await score(dayText(0)), await score(dayText(1)), await score(dayText(2))]).size).toBe(3);
  });
});

test("of the lists of past days the oldest go first, when together they have too many lines", () => {
  const lists = [
    { no: 9, suppliers: 40 },
    { no: 7, suppliers: 50 },
    { no: 4, suppliers: 20 },
    { no: 2, suppliers: 1 },
  ];
  expect(leavingOf(lists, 111)).toEqual([]);
  expect(leavingOf(lists, 100)).toEqual([4, 2]);
  expect(leavingOf(lists, 30)).toEqual([9, 7, 4, 2]);
});
