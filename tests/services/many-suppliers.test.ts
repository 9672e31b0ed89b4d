/** What is done to several suppliers at once: decided, moved in the plan, and taken back. */
import { beforeEach, describe, expect, test } from "vitest";
import { acceptPlan } from "../../app/services/plan/accept-plan.server";
import { draftPlan } from "../../app/services/plan/draft-plan.server";
import { dueSteps } from "../../app/services/plan/due-entries.server";
import { moveSuppliers } from "../../app/services/plan/move-suppliers.server";
import { recordSha256 } from "../../app/services/plan/plan-record.server";
import { planCard, planPage } from "../../app/services/plan/plan-view.server";
import { recordOutcome } from "../../app/services/plan/record-outcome.server";
import { supplierPlan } from "../../app/services/plan/supplier-plan.server";
import { undoMoves } from "../../app/services/plan/undo-moves.server";
import { MOST_SELECTED, selectSuppliers } from "../../app/services/suppliers/select-suppliers.server";
import { supplierStory } from "../../app/services/suppliers/supplier-history.server";
import { didMove, didSay, whatWasDone } from "../../app/services/suppliers/what-was-done.server";
import { decideSuppliers, putOver } from "../../app/services/understanding/decide-many.server";
import { undoBatch } from "../../app/services/understanding/undo-batch.server";
import { verifyChain } from "../../db/chain";
import type { Database, Scope } from "../../db/database";
import { buildPages, buildSearch } from "../../db/pages";
import { auditTrail } from "../../db/queries/audit";
import { planEntries } from "../../db/queries/plans";
import { linesOf } from "../../db/queries/register";
import { decisionsInForce } from "../../db/queries/understanding";
import { PLAN_PARTS } from "../../db/schema/plans";
import {
  A_DAY,
  aDatabase,
  aGeneration,
  aSupplier,
  aWorkspace,
  scopeOf,
  type ASupplier,
  type AWorkspace,
} from "../builders";

const LATER = new Date(A_DAY.getTime() + 60_000);
const likely = { severity: "unknown", likelihood: "likely", seat: "TR", isic: "1410" } as const;

let db: Database;
let workspace: AWorkspace;
let scope: Scope;
let suppliers: ASupplier[];

async function aList(count: number): Promise<void> {
  const { no: generation } = await aGeneration(db, workspace);
  suppliers = [];
  for (let at = 0; at < count; at++)
    suppliers.push(
      await aSupplier(db, workspace, {
        ...likely,
        name: `S${String(at).padStart(3, "0")}`,
        score: 90 - at / 10,
        generation,
      }),
    );
  suppliers.push(await aSupplier(db, workspace, { name: "Town hall", role: "not-a-seller", generation }));
  await db.summary.count(generation);
  await buildPages(db, generation);
  await buildSearch(db, generation);
}

beforeEach(async () => {
  db = await aDatabase();
  workspace = await aWorkspace(db);
  scope = scopeOf(workspace);
});

const ids = (...at: number[]) => ({ ids: at.map((one) => suppliers[one]!.id) });
const partOf = async (at: number) => {
  const { draft, accepted } = await planPage(db, scope);
  return (draft ?? accepted)!.entries.find(({ supplierId }) => supplierId === suppliers[at]!.id)?.part ?? null;
};
const lineOf = async (at: number) => (await linesOf(db, scope, suppliers[at]!.generation, [suppliers[at]!.no]))[0]!;
const names = async () => (await auditTrail(db, scope, { limit: 3 })).map(({ name }) => name);

describe("a selection", () => {
  test("is those named, or all that the filters leave, and never more than may be changed at once", async () => {
    await aList(6);
    expect((await selectSuppliers(db, scope, ids(0, 3))).lines.map(({ name }) => name)).toEqual(["S000", "S003"]);
    const all = await selectSuppliers(db, scope, { filters: { country: "TR" } });
    expect(all.lines).toHaveLength(6);
    await expect(selectSuppliers(db, scope, { ids: [] })).rejects.toMatchObject({ code: "selection.none" });
    await expect(selectSuppliers(db, scope, { filters: { country: "NO" } })).rejects.toMatchObject({
      code: "selection.none",
    });
  });

  test("over the bound it is refused as a whole, and says the bound", async () => {
    await aList(MOST_SELECTED + 1);
    await expect(selectSuppliers(db, scope, { filters: { country: "TR" } })).rejects.toMatchObject({
      code: "selection.too-many",
      values: { most: MOST_SELECTED },
    });
  });
});

describe("what several payees are", () => {
  test("is said in one commit, remembered for each, and taken back in one", async () => {
    await aList(4);
    const { batch, payees } = await decideSuppliers(db, scope, ids(0, 1, 2), { role: "trader" }, A_DAY);
    expect(payees).toBe(3);
    expect(await names()).toContain("understanding.decided-many");
    expect((await decisionsInForce(db, scope)).map(({ key, decision }) => [key, decision]).sort()).toEqual([
      ["s000", { role: "trader" }],
      ["s001", { role: "trader" }],
      ["s002", { role: "trader" }],
    ]);
    expect(await whatWasDone(db, scope, didSay(batch))).toMatchObject({ suppliers: 3, undone: false });
    await undoBatch(db, scope, batch, LATER);
    expect(await decisionsInForce(db, scope)).toEqual([]);
    expect(await whatWasDone(db, scope, didSay(batch))).toMatchObject({ undone: true });
    await expect(undoBatch(db, scope, batch, LATER)).rejects.toMatchObject({ code: "understanding.undone" });
    expect(await verifyChain(db, workspace.no)).toMatchObject({ valid: true });
  });

  test("what was said of a payee before stays, unless it sells nothing", async () => {
    const sector = { isic: "8121", goods: [], words: "cleaning" };
    expect(putOver({ sector }, { role: "maker" })).toEqual({ sector, role: "maker" });
    expect(putOver({ sector }, { notSeller: "staff" })).toEqual({ notSeller: "staff" });
    expect(putOver({ notSeller: "staff" }, { role: "maker" })).toEqual({ role: "maker" });
    await aList(2);
    await decideSuppliers(db, scope, ids(0), { sector }, A_DAY);
    const { batch } = await decideSuppliers(db, scope, ids(0, 1), { role: "maker" }, LATER);
    const said = async () => (await decisionsInForce(db, scope)).map(({ decision }) => decision);
    expect(new Set(await said())).toEqual(new Set([{ sector, role: "maker" }, { role: "maker" }]));
    await undoBatch(db, scope, batch, LATER);
    expect(await said()).toEqual([{ sector }]);
  });
});

describe("the plan", () => {
  test("several are taken into the draft as far as there are places, sellers only, and taken back exactly", async () => {
    await aList(12);
    await draftPlan(db, scope, 4, A_DAY);
    await expect(moveSuppliers(db, scope, ids(9), { to: "in", reason: "x" }, LATER)).rejects.toMatchObject({
      code: "plan.full",
    });
    await moveSuppliers(db, scope, ids(0, 1), { to: "out", reason: "asked last year" }, LATER);
    expect([await partOf(0), await partOf(1)]).toEqual(["out", "out"]);
    await expect(moveSuppliers(db, scope, ids(8, 9, 10), { to: "in", reason: "x" }, LATER)).rejects.toMatchObject({
      code: "plan.few-places",
      values: { free: 2, coming: 3 },
    });
    // Who sells nothing is passed over.
    const { seq, moved, skipped } = await moveSuppliers(
      db,
      scope,
      ids(0, 9, 12),
      { to: "in", reason: "a union wrote" },
      LATER,
    );
    expect([moved, skipped]).toEqual([2, 1]);
    expect([await partOf(0), await partOf(9), await partOf(12)]).toEqual(["chosen", "chosen", null]);
    await undoMoves(db, scope, seq);
    expect([await partOf(0), await partOf(9)]).toEqual(["out", null]);
    const entry = (await planPage(db, scope)).draft!.entries.find(({ supplierId }) => supplierId === suppliers[0]!.id);
    expect(entry?.movedReason).toBe("asked last year");
    expect(await whatWasDone(db, scope, didMove(seq))).toMatchObject({ to: "in", suppliers: 2, undone: true });
    await expect(undoMoves(db, scope, seq)).rejects.toMatchObject({ code: "plan.undo-late" });
    expect(await verifyChain(db, workspace.no)).toMatchObject({ valid: true });
  });

  test("who moves up when several are taken out goes back to the reserve when that is undone", async () => {
    await aList(12);
    await draftPlan(db, scope, 4, A_DAY);
    const parts = async () =>
      (await planPage(db, scope)).draft!.entries.map(({ name, part }) => `${name} ${part}`).toSorted();
    const before = await parts();
    const { seq } = await moveSuppliers(db, scope, ids(0, 1), { to: "out", reason: "asked last year" }, LATER);
    expect(await parts()).not.toEqual(before);
    expect((await parts()).filter((one) => one.endsWith("chosen"))).toHaveLength(4);
    expect(await whatWasDone(db, scope, didMove(seq))).toMatchObject({ to: "out", suppliers: 2 });
    await undoMoves(db, scope, seq);
    expect(await parts()).toEqual(before);
  });

  test("a reason is asked for, and a plan there must be", async () => {
    await aList(3);
    await expect(moveSuppliers(db, scope, ids(0), { to: "in", reason: "x" }, A_DAY)).rejects.toMatchObject({
      code: "plan.none",
    });
    await draftPlan(db, scope, 2, A_DAY);
    await expect(moveSuppliers(db, scope, ids(0), { to: "out", reason: " " }, A_DAY)).rejects.toMatchObject({
      code: "plan.reason",
    });
  });

  test("who comes into a plan in force stands beside what was accepted; who goes is stopped; both can be undone", async () => {
    await aList(12);
    await draftPlan(db, scope, 2, A_DAY);
    const { planId } = await acceptPlan(db, scope, "", A_DAY);
    const sha = async () => {
      const { plan } = (await planPage(db, scope)).accepted!;
      return [plan.recordSha256, recordSha256(plan, await planEntries(db, scope, planId, PLAN_PARTS))];
    };
    // One of the reserve and one that only waited.
    const { seq } = await moveSuppliers(db, scope, ids(2, 11), { to: "in", reason: "a union wrote" }, LATER);
    expect([await partOf(2), await partOf(11)]).toEqual(["reserve", "added"]);
    expect(await planCard(db, scope)).toMatchObject({ chosen: 2, added: 2 });
    expect((await supplierPlan(db, scope, await lineOf(2)))!.inForce).toMatchObject({ place: "in" });
    expect((await sha())[1]).toBe((await sha())[0]);
    const stopped = await moveSuppliers(db, scope, ids(0, 11), { to: "out", reason: "contract ended" }, LATER);
    const outcome = async (at: number) => (await supplierPlan(db, scope, await lineOf(at)))!.inForce!.entry?.outcome;
    expect([await outcome(0), await outcome(11)]).toEqual(["stopped", "stopped"]);
    await undoMoves(db, scope, stopped.seq);
    expect([await outcome(0), await outcome(11)]).toEqual(["not-started", "not-started"]);
    await undoMoves(db, scope, seq);
    expect([await partOf(2), await partOf(11)]).toEqual(["reserve", null]);
    expect((await sha())[1]).toBe((await sha())[0]);
  });

  test("a move is not undone once the plan was accepted", async () => {
    await aList(6);
    await draftPlan(db, scope, 2, A_DAY);
    const { seq } = await moveSuppliers(db, scope, ids(0), { to: "out", reason: "x" }, LATER);
    await acceptPlan(db, scope, "", LATER);
    await expect(undoMoves(db, scope, seq)).rejects.toMatchObject({ code: "plan.undo-late" });
  });

  test("what is due stands soonest first, says what is over, and ends with the last step", async () => {
    await aList(6);
    await draftPlan(db, scope, 3, A_DAY);
    expect(await dueSteps(db, scope, "2026-03-02")).toEqual({ entries: [], total: 0, overdue: 0 });
    await acceptPlan(db, scope, "", A_DAY, "2026-04-01");
    const say = (at: number, outcome: "asked" | "stopped", dueOn: string | null) =>
      recordOutcome(db, scope, { supplierId: suppliers[at]!.id, outcome, on: "2026-03-02", note: "", dueOn }, A_DAY);
    await say(1, "asked", "2026-02-20");
    await say(2, "stopped", "2026-02-01");
    const { entries, total, overdue } = await dueSteps(db, scope, "2026-03-02");
    expect(entries.map(({ name, dueOn, isOverdue }) => [name, dueOn, isOverdue])).toEqual([
      ["S001", "2026-02-20", true],
      ["S000", "2026-04-01", false],
    ]);
    expect([total, overdue]).toEqual([2, 1]);
  });

  test("a supplier behind the last one chosen waits, and its page says why", async () => {
    await aList(12);
    await draftPlan(db, scope, 2, A_DAY);
    expect((await supplierPlan(db, scope, await lineOf(9)))!.draft).toMatchObject({
      place: "waiting",
      why: "lower-score",
    });
    expect((await supplierPlan(db, scope, await lineOf(12)))!.draft).toMatchObject({ place: "not-a-seller" });
    expect((await supplierPlan(db, scope, await lineOf(0)))!.next.nextStep.step).toBe("production");
  });
});

test("a supplier's story has its lists, decisions, moves and outcomes, each with its day and person, the newest first", async () => {
  await aList(6);
  await draftPlan(db, scope, 3, A_DAY);
  await acceptPlan(db, scope, "", A_DAY);
  await moveSuppliers(db, scope, ids(5), { to: "in", reason: "a union wrote" }, LATER);
  await recordOutcome(
    db,
    scope,
    { supplierId: suppliers[5]!.id, outcome: "asked", on: "2026-03-02", note: "by post" },
    LATER,
  );
  await decideSuppliers(db, scope, ids(5), { role: "maker" }, LATER);
  const story = await supplierStory(db, scope, await lineOf(5), true);
  expect(story.map(({ kind }) => kind).sort()).toEqual(["decided", "list", "moved", "outcome"]);
  expect(story.find(({ kind }) => kind === "moved")).toMatchObject({
    who: "Person",
    reason: "a union wrote",
    isInForce: true,
  });
  expect(story.find(({ kind }) => kind === "list")).toMatchObject({ before: null, now: { score: 89.5 } });
  expect((await supplierStory(db, scope, await lineOf(0), true)).map(({ kind }) => kind)).toContain("accepted");
  // Who may not know of plans reads nothing of them.
  expect((await supplierStory(db, scope, await lineOf(5), false)).map(({ kind }) => kind).sort()).toEqual([
    "decided",
    "list",
  ]);
});

test("what changed from one list to the next is told fact by fact", async () => {
  const first = await aGeneration(db, workspace, { fileName: "first.csv" });
  const mill = await aSupplier(db, workspace, {
    ...likely,
    name: "Mill",
    score: 60,
    band: "raised",
    generation: first.no,
  });
  const second = await aGeneration(db, workspace, { fileName: "second.csv" });
  const copied = await aSupplier(db, workspace, {
    ...likely,
    name: "Mill",
    seat: "BD",
    score: 72,
    band: "high",
    generation: second.no,
  });
  const { registerRows, suppliers: table } = db.t;
  const { eq } = await import("drizzle-orm");
  const { bulkKey } = await import("../../db/keys");
  await db.transact(function* (q) {
    yield q
      .update(registerRows)
      .set({ key: bulkKey(second.no, mill.no), supplierNo: mill.no })
      .where(eq(registerRows.key, bulkKey(second.no, copied.no)));
    yield q.delete(table).where(eq(table.no, copied.no));
  });
  const [line] = await linesOf(db, scope, second.no, [mill.no]);
  const [newest, oldest] = (await supplierStory(db, scope, line!, true)).filter(({ kind }) => kind === "list");
  expect(newest).toMatchObject({
    fileName: "second.csv",
    before: { score: 60, band: "raised" },
    now: { score: 72, band: "high" },
    changes: [{ fact: "seat", from: "TR", to: "BD" }],
  });
  expect(oldest).toMatchObject({ fileName: "first.csv", before: null });
});
