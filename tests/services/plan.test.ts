import { beforeEach, describe, expect, test } from "vitest";
import type { Database, Scope } from "../../db/database";
import { verifyChain } from "../../db/chain";
import { buildPages, buildSearch } from "../../db/pages";
import { auditTrail } from "../../db/queries/audit";
import { planEntries, planInState } from "../../db/queries/plans";
import { PLAN_PARTS } from "../../db/schema/plans";
import { severityStep } from "../../app/plan/order";
import { acceptPlan } from "../../app/services/plan/accept-plan.server";
import { discardPlan } from "../../app/services/plan/discard-plan.server";
import { draftPlan } from "../../app/services/plan/draft-plan.server";
import { moveEntry } from "../../app/services/plan/move-entry.server";
import { recordSha256 } from "../../app/services/plan/plan-record.server";
import { learned, planCard, planPage, planRecord, findForPlan } from "../../app/services/plan/plan-view.server";
import { recordOutcome } from "../../app/services/plan/record-outcome.server";
import {
  A_DAY,
  aDatabase,
  aGeneration,
  aMember,
  aSupplier,
  aWorkspace,
  scopeOf,
  type ASupplier,
  type AWorkspace,
  type SupplierOptions,
} from "../builders";

let db: Database;
let workspace: AWorkspace;
let scope: Scope;

beforeEach(async () => {
  db = await aDatabase();
  workspace = await aWorkspace(db);
  scope = scopeOf(workspace);
});

const likely = { severity: "unknown", likelihood: "likely", seat: "TR", isic: "1410" } as const;

/** A published list with its orders and counts. */
async function aList(suppliers: readonly SupplierOptions[]): Promise<ASupplier[]> {
  const { no: generation } = await aGeneration(db, workspace);
  const made: ASupplier[] = [];
  for (const supplier of suppliers) made.push(await aSupplier(db, workspace, { ...supplier, generation }));
  await db.summary.count(generation);
  await buildPages(db, generation);
  await buildSearch(db, generation);
  return made;
}

const draftOf = async () => (await planPage(db, scope)).draft!;
const namesIn = async (part: string) =>
  (await draftOf()).entries.filter((entry) => entry.part === part).map(({ name }) => name);
const many = (count: number, options: SupplierOptions = {}) =>
  Array.from({ length: count }, (_, at) => ({ ...likely, score: 90 - at, name: `S${at}`, ...options }));

describe("a draft", () => {
  test("severity comes before likelihood and score; the amount spent decides nothing", async () => {
    await aList([
      { ...likely, name: "probable", likelihood: "very-likely", score: 95, spendMain: 9e6 },
      { ...likely, name: "severe", severity: "severe", likelihood: "possible", score: 50, spendMain: 1 },
      { ...likely, name: "critical", severity: "critical", likelihood: "less-likely", score: 20 },
      { ...likely, name: "mild", severity: "moderate", likelihood: "very-likely", score: 99, spendMain: 9e9 },
    ]);
    await draftPlan(db, scope, 2, A_DAY);
    expect(await namesIn("chosen")).toEqual(["critical", "severe"]);
    expect(await namesIn("reserve")).toEqual(["probable", "mild"]);
  });

  test("everyone who sells is counted exactly once: chosen, drawn, in reserve, or waiting with a reason", async () => {
    await aList([
      ...many(30),
      { ...likely, name: "severe", severity: "severe", score: 40 },
      ...many(5, { severity: "moderate", score: 20 }),
      { name: "placed", seat: "TR", level: "placed" },
      { name: "listed" },
      { name: "office", role: "not-a-seller" },
    ]);
    await draftPlan(db, scope, 10, A_DAY);
    const { entries, summary, plan } = await draftOf();
    const count = (part: string) => entries.filter((entry) => entry.part === part).length;
    expect([count("chosen"), count("drawn"), count("reserve")]).toEqual([9, 1, 3]);
    expect(summary).toMatchObject({ sellers: 38, scored: 36, notSellers: 1, tie: null });
    const waiting = summary.waiting.reduce((sum, one) => sum + one.count, 0);
    const { placed, listed } = summary.unscored;
    expect(entries.length + waiting + placed + listed).toBe(38);
    expect(new Set(summary.waiting.map(({ why }) => why))).toEqual(new Set(["lower-score", "lower-severity"]));
    expect(entries.map(({ name }) => name)).not.toContain("office");
    expect(plan).toMatchObject({ state: "draft", capacity: 10, version: 1 });
    expect((await planRecord(db, scope, plan.id)).entries).toHaveLength(entries.length);
  });

  test("the same list gives the same plan, whoever draws it up and however often", async () => {
    await aList(many(40, { score: 60 }));
    await draftPlan(db, scope, 10, A_DAY);
    const first = await draftOf();
    const officer = await aMember(db, workspace, "officer");
    await draftPlan(db, scopeOf(workspace, "officer", officer.id), 10, A_DAY);
    const second = await draftOf();
    expect(second.plan.id).not.toBe(first.plan.id);
    const seen = ({ entries }: typeof first) => entries.map(({ supplierId, part }) => [supplierId, part]);
    expect(seen(second)).toEqual(seen(first));
    expect(second.plan.seed).toBe(first.plan.seed);
  });

  test("where the cut falls among suppliers that cannot be told apart, it says so and which columns would separate them", async () => {
    await aList([
      { ...likely, name: "first", score: 90 },
      ...many(20, { score: 60 }),
      { ...likely, name: "last", score: 30 },
    ]);
    await draftPlan(db, scope, 4, A_DAY);
    const { summary, entries } = await draftOf();
    expect(summary.tie).toMatchObject({ count: 20, places: 3, read: 20 });
    // Country and sector are known for all of them: those columns would not separate anyone.
    expect(summary.tie!.columns).toEqual([
      { gap: "origin", blank: 20 },
      { gap: "placeOfWork", blank: 20 },
      { gap: "recruiter", blank: 20 },
    ]);
    expect(summary.waiting).toEqual([
      { why: "not-drawn", severity: "unknown", likelihood: "likely", count: 14 },
      { why: "lower-score", severity: "unknown", likelihood: "likely", count: 1 },
    ]);
    const chosen = entries.filter(({ part }) => part === "chosen").map(({ name }) => name);
    expect(chosen[0]).toBe("first");
    expect(chosen).toHaveLength(4);
  });

  test("a list of names alone gives questions, no supplier by score, and still its random tenth", async () => {
    await aList([...Array.from({ length: 8 }, () => ({})), { seat: "TR", level: "placed" as const }]);
    await draftPlan(db, scope, 5, A_DAY);
    const { summary, entries } = await draftOf();
    expect(entries.map(({ part }) => part)).toEqual(["drawn"]);
    expect(summary.unscored.placed + summary.unscored.listed).toBe(8);
    expect(summary.scored).toBe(0);
  });

  test("each supplier has its reason, its next step by role and work, and a kind of action by the amount", async () => {
    await aList([
      {
        ...likely,
        name: "agency",
        role: "labour-provider",
        isic: "7820",
        score: 90,
        spendMain: 1000,
        reasons: ["reason.sign.labourProvider"],
      },
      { ...likely, name: "cleaner", role: "service-on-our-premises", isic: "8121", score: 80, spendMain: 10 },
      { ...likely, name: "trader", role: "trader", isic: "4641", score: 70, spendMain: 500 },
      { ...likely, name: "software", role: "service-elsewhere", isic: "6201", score: 60, spendMain: 5 },
      { ...likely, name: "weaver", role: "maker", isic: "1312", score: 50 },
    ]);
    await draftPlan(db, scope, 4, A_DAY);
    const seen = (await draftOf()).entries.map(({ name, nextStep, actionKind }) => [name, nextStep.step, actionKind]);
    expect(seen).toEqual([
      ["agency", "labour-provider", "alone"],
      ["cleaner", "labour-heavy-on-premises", "alone"],
      ["trader", "trader-origin", "with-buyers"],
      ["software", "other-service", "sector-body"],
      ["weaver", "production", "open"],
    ]);
    expect((await draftOf()).entries[0]!.reasons).toEqual(["reason.sign.labourProvider"]);
  });

  test.each([0, -1, 1.5, 1001, Number.NaN])("the number %d is refused", async (capacity) => {
    await aList(many(3));
    await expect(draftPlan(db, scope, capacity, A_DAY)).rejects.toMatchObject({ code: "plan.capacity" });
  });

  test("without a list, or before its order is written, nothing is drawn up", async () => {
    await expect(draftPlan(db, scope, 5, A_DAY)).rejects.toMatchObject({ code: "plan.no-list" });
    await aSupplier(db, workspace, likely);
    await expect(draftPlan(db, scope, 5, A_DAY)).rejects.toMatchObject({ code: "plan.not-ready" });
    expect(await planCard(db, scope)).toMatchObject({ state: "none" });
  });
});

describe("moving a supplier", () => {
  test("out and in, each with its reason, and back to how it was drawn", async () => {
    const list = await aList(many(30));
    await draftPlan(db, scope, 10, A_DAY);
    const drawn = (await draftOf()).entries.find(({ part }) => part === "drawn")!;
    await moveEntry(db, scope, { supplierId: drawn.supplierId, to: "out", reason: "contract ended" }, A_DAY);
    expect((await draftOf()).entries.find(({ supplierId }) => supplierId === drawn.supplierId)).toMatchObject({
      part: "out",
      movedFrom: "drawn",
      movedBy: scope.userId,
      movedReason: "contract ended",
    });
    await moveEntry(db, scope, { supplierId: drawn.supplierId, to: "in", reason: "it goes on" }, A_DAY);
    expect(await namesIn("drawn")).toEqual([drawn.name]);

    await moveEntry(db, scope, { supplierId: list[0]!.id, to: "out", reason: "asked last month" }, A_DAY);
    const named = new Set((await draftOf()).entries.map(({ supplierId }) => supplierId));
    const waiting = list.find(({ id }) => !named.has(id))!;
    await moveEntry(db, scope, { supplierId: waiting.id, to: "in", reason: "a union told us" }, A_DAY);
    expect(await namesIn("chosen")).toContain(waiting.name);
    expect((await auditTrail(db, scope, { limit: 4 })).map(({ name }) => name)).toEqual(
      Array(4).fill("plan.entry-moved"),
    );
    expect(await verifyChain(db, workspace.no)).toMatchObject({ valid: true });
  });

  test("nobody comes in when every place is taken, without a reason, or who sells nothing", async () => {
    const list = await aList([...many(10), { name: "office", role: "not-a-seller" }]);
    await draftPlan(db, scope, 3, A_DAY);
    const move = (at: number, to: "in" | "out", reason = "because") =>
      moveEntry(db, scope, { supplierId: list[at]!.id, to, reason }, A_DAY);
    await expect(move(5, "in")).rejects.toMatchObject({ code: "plan.full" });
    await expect(move(0, "out", "  ")).rejects.toMatchObject({ code: "plan.reason" });
    await expect(move(0, "in")).rejects.toMatchObject({ code: "plan.moved" });
    await move(0, "out");
    await expect(move(0, "out")).rejects.toMatchObject({ code: "plan.moved" });
    await expect(move(10, "in")).rejects.toMatchObject({ code: "plan.supplier" });
    expect(await namesIn("chosen")).toHaveLength(3);
  });

  test("the next in reserve moves up to a freed place, and makes room again for whom a person takes in", async () => {
    const list = await aList(many(20));
    await draftPlan(db, scope, 10, A_DAY);
    const [chosen, reserve] = [await namesIn("chosen"), await namesIn("reserve")];
    const move = (name: string, to: "in" | "out") =>
      moveEntry(db, scope, { supplierId: list.find((one) => one.name === name)!.id, to, reason: "because" }, A_DAY);
    await move(chosen[0]!, "out");
    await move(chosen[1]!, "out");
    expect(await namesIn("chosen")).toEqual([...chosen.slice(2), ...reserve.slice(0, 2)]);
    expect(await namesIn("reserve")).toEqual(reserve.slice(2));
    const up = (await draftOf()).entries.find(({ name }) => name === reserve[0])!;
    expect(up).toMatchObject({ movedFrom: "reserve", movedBy: null, movedReason: null });

    // Who was taken out first comes back: the last that moved up goes back to its place in the reserve.
    await move(chosen[0]!, "in");
    expect(await namesIn("reserve")).toEqual(reserve.slice(1));
    expect((await namesIn("chosen")).toSorted()).toEqual([chosen[0]!, ...chosen.slice(2), reserve[0]!].toSorted());

    // Whom chance drew is not replaced by the order of the plan.
    const [drawn] = await namesIn("drawn");
    await move(drawn!, "out");
    expect(await namesIn("reserve")).toEqual(reserve.slice(1));
  });

  test("without a person's move nobody of lower severity stands before one who waits", async () => {
    await aList([
      ...many(10, { severity: "moderate" }),
      { ...likely, name: "severe 1", severity: "severe", score: 40 },
      { ...likely, name: "severe 2", severity: "severe", score: 30 },
    ]);
    await draftPlan(db, scope, 1, A_DAY);
    const { entries } = await draftOf();
    const steps = entries.map(({ standing }) => severityStep(standing.severity));
    expect(steps).toEqual(steps.toSorted((a, b) => b - a));
  });
});

describe("accepting", () => {
  test("is one event that holds the hash of the record; the plan before it is kept as it was", async () => {
    await aList(many(20));
    const { planId: first } = await draftPlan(db, scope, 5, A_DAY);
    await acceptPlan(db, scope, "for the board", A_DAY);
    const before = await planRecord(db, scope, first);
    expect(before.plan).toMatchObject({
      state: "accepted",
      note: "for the board",
      createdBy: scope.userId,
      acceptedBy: scope.userId,
      acceptedAt: A_DAY,
    });
    const [event] = await auditTrail(db, scope, { limit: 1 });
    expect(event!.name).toBe("plan.accepted");
    expect(JSON.parse(event!.contents!)).toMatchObject({ samePerson: true, recordSha256: before.plan.recordSha256 });
    const stored = await planEntries(db, scope, first, PLAN_PARTS);
    expect(recordSha256(before.plan, stored)).toBe(before.plan.recordSha256);
    const [someone] = stored;
    expect(recordSha256(before.plan, [{ ...someone!, name: "other" }, ...stored.slice(1)])).not.toBe(
      before.plan.recordSha256,
    );

    await draftPlan(db, scope, 8, A_DAY);
    await acceptPlan(db, scope, "", A_DAY);
    const { accepted, replaced, draft } = await planPage(db, scope);
    expect(accepted!.plan.capacity).toBe(8);
    expect(replaced.map(({ id }) => id)).toEqual([first]);
    expect(draft).toBeNull();
    expect(
      recordSha256((await planRecord(db, scope, first)).plan, await planEntries(db, scope, first, PLAN_PARTS)),
    ).toBe(before.plan.recordSha256);
  });

  test("who changes the draft a moment before the acceptance is not overlooked", async () => {
    const list = await aList(many(20));
    await draftPlan(db, scope, 5, A_DAY);
    const results = await Promise.allSettled([
      moveEntry(db, scope, { supplierId: list[0]!.id, to: "out", reason: "gone" }, A_DAY),
      acceptPlan(db, scope, "", A_DAY),
    ]);
    const refused = results.filter(({ status }) => status === "rejected") as PromiseRejectedResult[];
    expect(refused).toHaveLength(1);
    expect(refused[0]!.reason).toMatchObject({ code: expect.stringMatching(/^plan\.(?:conflict|no-draft)$/u) });
  });

  test("an accepted plan can no longer be moved about or accepted again", async () => {
    const list = await aList(many(5));
    await draftPlan(db, scope, 2, A_DAY);
    await acceptPlan(db, scope, "", A_DAY);
    const move = { supplierId: list[0]!.id, to: "out", reason: "x" } as const;
    await expect(moveEntry(db, scope, move, A_DAY)).rejects.toMatchObject({ code: "plan.no-draft" });
    await expect(acceptPlan(db, scope, "", A_DAY)).rejects.toMatchObject({ code: "plan.no-draft" });
  });

  test("a plan that nobody is in is not accepted; a draft can be thrown away", async () => {
    const list = await aList(many(1));
    await draftPlan(db, scope, 1, A_DAY);
    await moveEntry(db, scope, { supplierId: list[0]!.id, to: "out", reason: "x" }, A_DAY);
    await expect(acceptPlan(db, scope, "", A_DAY)).rejects.toMatchObject({ code: "plan.empty" });
    await discardPlan(db, scope);
    expect(await planInState(db, scope, "draft")).toBeNull();
    await expect(discardPlan(db, scope)).rejects.toMatchObject({ code: "plan.no-draft" });
  });
});

describe("what became of them", () => {
  test("is said a supplier at a time, and the drawn are counted beside the chosen", async () => {
    await aList(many(40));
    await draftPlan(db, scope, 20, A_DAY);
    await acceptPlan(db, scope, "", A_DAY);
    const { entries } = (await planPage(db, scope)).accepted!;
    const of = (part: string, at: number) => entries.filter((entry) => entry.part === part)[at]!.supplierId;
    const say = (supplierId: string, outcome: "asked" | "agreed", on = "2026-03-01") =>
      recordOutcome(db, scope, { supplierId, outcome, on, note: "by letter" }, A_DAY);
    await say(of("chosen", 0), "asked");
    await say(of("chosen", 0), "agreed");
    await say(of("drawn", 1), "asked");
    const now = (await planPage(db, scope)).accepted!.entries;
    expect(now.find(({ supplierId }) => supplierId === of("chosen", 0))).toMatchObject({
      outcome: "agreed",
      outcomeOn: "2026-03-01",
      outcomeNote: "by letter",
      outcomeBy: scope.userId,
    });
    expect(learned(now)).toEqual([
      { outcome: "not-started", chosen: 17, drawn: 1 },
      { outcome: "asked", chosen: 0, drawn: 1 },
      { outcome: "answered", chosen: 0, drawn: 0 },
      { outcome: "agreed", chosen: 1, drawn: 0 },
      { outcome: "remedied", chosen: 0, drawn: 0 },
      { outcome: "stopped", chosen: 0, drawn: 0 },
    ]);
    expect(await planCard(db, scope)).toMatchObject({ state: "accepted", chosen: 18, drawn: 2, isOfOlderList: false });
    await expect(say(of("chosen", 1), "asked", "2026-03-03")).rejects.toMatchObject({ code: "plan.day-ahead" });
    await expect(say(of("reserve", 0), "asked")).rejects.toMatchObject({ code: "plan.supplier" });
    expect((await auditTrail(db, scope, { limit: 3 })).map(({ name }) => name)).toEqual(
      Array(3).fill("plan.entry-updated"),
    );
  });

  test("a newer list is told from the one the plan was made of", async () => {
    await aList(many(3));
    await draftPlan(db, scope, 2, A_DAY);
    await aList(many(3));
    expect(await planCard(db, scope)).toMatchObject({ state: "draft", isOfOlderList: true });
  });

  test("a supplier that waits is found by name to be taken in", async () => {
    const [mill] = await aList([{ ...likely, name: "Anatolia Mill", score: 50 }, ...many(3)]);
    expect(await findForPlan(db, scope, mill!.generation, "anatol")).toEqual([
      { id: mill!.id, name: "Anatolia Mill", seat: "TR" },
    ]);
  });
});
