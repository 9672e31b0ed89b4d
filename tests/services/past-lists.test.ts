/** Lists that are built again: which stay for the day that ended with them, and what is said of them. */
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { eq } from "drizzle-orm";
import { eraseContents } from "../../db/chain";
import type { Database, Scope } from "../../db/database";
import { supplierNoOf } from "../../db/ids";
import { pastGenerations } from "../../db/queries/generations";
import { findGeneration } from "../../db/queries/register";
import { listSuppliers } from "../../db/queries/register-page";
import { sweepGenerations } from "../../db/sweep";
import { verifyTrail } from "../../db/verify-trail";
import { askedList, readAsked } from "../../app/lib/past-list.server";
import { overviewThen } from "../../app/services/overview/overview-then.server";
import { supplierAsOf } from "../../app/services/readings/supplier-as-of.server";
import { knownOn } from "../../app/services/trail/known-on.server";
import { listOn } from "../../app/services/trail/list-then.server";
import { leavingOf, PAST_LINES } from "../../app/services/understanding/past-lists.server";
import { aCandidate } from "../screening-rows";
import { aList, aPast, dayText, now, onDay, type Past } from "./past-steps";

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

  test("and is swept while a page reads it, is read again as one that is gone", async () => {
    await past.publish(aList(20));
    const day0 = await past.published();
    const supplierId = await first();
    onDay(1);
    await past.answer(supplierId, 1);
    await past.reapply();
    const place = { ...scope, publishedGeneration: null };
    const search = new URLSearchParams({ on: dayText(0) });
    const sweep = async () => {
      await db.commitPlain((q) => [
        q.update(db.t.generations).set({ state: "discarded" }).where(eq(db.t.generations.no, day0)),
      ]);
      await sweepGenerations(db);
    };
    const seen: (number | null)[] = [];
    const shown = await readAsked(db, place, search, async ({ generation, past: of }) => {
      seen.push(generation);
      await sweep();
      return of?.is;
    });
    expect(seen).toEqual([day0, null]);
    expect(shown).toBe("gone");
    await expect(readAsked(db, place, search, () => Promise.reject(new Error("Broken")))).rejects.toThrow("Broken");
  });

  test("whose publication was erased from the chain is said to be gone, and no match is said not to have waited", async () => {
    await past.publish(aList(20));
    const [first] = await past.idsNow();
    const found = { state: "open", screeningId: "s", editionId: "e" } as const;
    await aCandidate(db, scope, supplierNoOf(first!)!, "Mill", found, now());
    onDay(1);
    expect(await overviewThen(db, scope, dayText(0))).toMatchObject({ matches: { open: 1 }, untold: 0 });
    const { auditEvents: e } = db.t;
    const [publication] = await db.q.select({ seq: e.seq }).from(e).where(eq(e.name, "import.published"));
    await eraseContents(db, scope, [publication!.seq], "Asked by a person it names", now());
    onDay(2);
    const day = dayText(0);
    expect(await listOn(db, scope, day)).toEqual({ is: "gone", list: "erased" });
    expect((await knownOn(db, scope, day)).list).toBe("erased");
    const asked = await askedList(db, { ...scope, publishedGeneration: 1 }, new URLSearchParams({ on: day }));
    expect(asked).toMatchObject({ generation: null, past: { is: "gone", fileName: null } });
    expect(await overviewThen(db, scope, day)).toMatchObject({ matches: { open: 0 }, untold: 1 });
    expect(await supplierAsOf(db, scope, first!, day)).toEqual({ day, known: false, why: "list-erased" });
  });

  test("shows on a past day what the supplier's own page of that day says, whatever was merged into it then or since", async () => {
    await past.publish(aList(20));
    const [other, supplierId] = (await past.idsNow()) as [string, string];
    const score = async (day: string) => {
      const then = await supplierAsOf(db, scope, supplierId, day);
      if (!then.known) throw new Error(then.why);
      return then.view.assessment.residual;
    };
    onDay(1);
    await past.answer(supplierId, 2);
    onDay(2);
    await past.findAgainst(other);
    await past.reapply();
    onDay(3);
    const pairId = await past.merge(other, supplierId);
    onDay(4);
    await past.undoMerge(pairId);
    onDay(5);
    await past.merge(other, supplierId);
    onDay(6);
    for (const day of [0, 1, 2, 3, 4, 5]) {
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
    const [before, answered, found, merged, apart, again] = await Promise.all(
      [0, 1, 2, 3, 4, 5].map((day) => score(dayText(day))),
    );
    expect(new Set([before, answered, merged]).size).toBe(3);
    expect([found, apart, again]).toEqual([answered, answered, merged]);
  });
});

test("of the lists of past days the oldest go first, when together they have too many lines", () => {
  const lists = [
    { no: 9, suppliers: 40, records: 0 },
    { no: 7, suppliers: 5, records: 45 },
    { no: 4, suppliers: 10, records: 10 },
    { no: 2, suppliers: 1, records: 0 },
  ];
  expect(leavingOf(lists, 111)).toEqual([]);
  expect(leavingOf(lists, 100)).toEqual([4, 2]);
  expect(leavingOf(lists, 30)).toEqual([9, 7, 4, 2]);
});

test("a ledger counts with its records: a list holds its suppliers and every record behind them", async () => {
  const lines = Array.from(
    { length: 30 },
    (_, at) => `Supplier ${at % 3} Ltd,NO,Cleaning,${100 + at},2026-01-${at + 1}`,
  );
  await past.publish(`Supplier name,Country,Category,Amount (EUR),Date\n${lines.join("\n")}\n`);
  onDay(1);
  await past.answer((await past.idsNow())[0]!, 1);
  await past.reapply();
  expect(await pastGenerations(db, scope)).toMatchObject([{ suppliers: 3, records: 30 }]);
  // A million records on ten thousand suppliers, built again every day for a month.
  const ledgers = Array.from({ length: 30 }, (_, at) => ({ no: 30 - at, suppliers: 10_000, records: 1_000_000 }));
  expect(ledgers.length - leavingOf(ledgers, PAST_LINES).length).toBe(4);
});
