/** Suppliers entered twice: offered, merged and taken apart again, with everything each had. */
import { afterEach, beforeEach, expect, onTestFinished, test, vi } from "vitest";
import { ne } from "drizzle-orm";
import { event } from "../../db/audit-events";
import type { Database, Scope } from "../../db/database";
import { buildPages } from "../../db/pages";
import { publishedGeneration } from "../../db/queries/generations";
import { countPairs } from "../../db/queries/merges";
import { supplierDecisions } from "../../db/queries/remedy";
import { findGeneration, supplierSourceRows } from "../../db/queries/register";
import { sweepGenerations } from "../../db/sweep";
import { acceptPlan } from "../../app/services/plan/accept-plan.server";
import { draftPlan } from "../../app/services/plan/draft-plan.server";
import { placeHold, askToLift } from "../../app/services/findings/hold-supplier.server";
import { recordFinding } from "../../app/services/findings/record-finding.server";
import { changeFinding } from "../../app/services/findings/step-finding.server";
import { answerProposal } from "../../app/services/remedy/answer-proposal.server";
import { decideSupplier } from "../../app/services/remedy/decide-supplier.server";
import { recordAction } from "../../app/services/remedy/record-action.server";
import { recordGroup } from "../../app/services/remedy/record-group.server";
import { supplierRemedy } from "../../app/services/remedy/supplier-remedy.server";
import { recordOutcome } from "../../app/services/plan/record-outcome.server";
import { supplierPlan } from "../../app/services/plan/supplier-plan.server";
import { recordReadings } from "../../app/services/readings/record-readings.server";
import { undoReadings } from "../../app/services/readings/undo-readings.server";
import { becameOf, mergedNames } from "../../app/services/screening/merged-suppliers.server";
import { decideDuplicate, undoDuplicate } from "../../app/services/screening/decide-duplicate.server";
import { duplicatesView, type PairView } from "../../app/services/screening/duplicates-view.server";
import { groupOf, groupsOfList } from "../../app/services/screening/groups-view.server";
import { recruitmentView } from "../../app/services/readings/recruitment-view.server";
import { aDatabase, A_DAY, aFolder, aMember, aWorkspace, scopeOf, type AWorkspace } from "../builders";
import { aDecision, aGroup, anAction } from "../remedy-facts";
import { importSteps, type Steps } from "./import-steps";
import { runJobs, shownLines } from "./screening-steps";

const LIST = `Supplier;Country;City;Product;Amount (EUR);Parent
Grey Heron Castings Ltd;GB;Leeds;Castings;100;
Gray Heron Castings Limited;GB;Leeds;Castings;50;
Alder & Birch Cleaning Ltd;GB;York;Cleaning;7;
Vale Mill No. 1;TR;Bursa;Yarn;5;Vale Holding AS
Vale Mill No. 2;TR;Izmir;Yarn;6;Vale Holding AS
`;
const [KEPT, GONE] = ["Grey Heron Castings Ltd", "Gray Heron Castings Limited"];

let folder: ReturnType<typeof aFolder>;
let db: Database;
let workspace: AWorkspace;
let scope: Scope;
let steps: Steps;
beforeEach(async () => {
  folder = aFolder();
  db = await aDatabase();
  workspace = await aWorkspace(db);
  scope = scopeOf(workspace);
  steps = importSteps(db, folder.path, () => A_DAY);
});
afterEach(async () => {
  await db.close();
  folder.remove();
});

const run = () => runJobs(db, scope, folder.path);
const publish = async (list: string) => {
  await steps.publish(scope, list);
  await run();
};
const pairs = async (state: PairView["state"] = "open") =>
  (await duplicatesView(db, scope, { state, after: null })).pairs;
const sideOf = ({ left }: PairView, name: string) =>
  left.facts.name === name ? ("left" as const) : ("right" as const);
const merge = async (pair: PairView, stays = KEPT) => {
  const made = { pairId: pair.id, version: pair.version, decision: "merged" as const, reason: "" };
  await decideDuplicate(db, scope, { ...made, stays: sideOf(pair, stays!) }, A_DAY);
  await run();
};

test("two spellings of one firm are offered with reasons, other numbers of one mill are not", async () => {
  await publish(LIST);
  const [pair, ...others] = await pairs();
  expect(others).toEqual([]);
  expect([pair!.left.facts.name, pair!.right.facts.name].sort()).toEqual([GONE, KEPT]);
  expect(pair!.answer.because.length).toBeGreaterThan(1);
});

test("merged, the rows and sums of both count for the one that stays; undone, both are back", async () => {
  await publish(LIST);
  const before = await shownLines(db, scope);
  const [pair] = await pairs();
  await merge(pair!);
  const merged = await shownLines(db, scope);
  expect(merged.size).toBe(4);
  const kept = merged.get(KEPT!)!;
  expect(kept).toMatchObject({ id: before.get(KEPT!)!.id, rowCount: 2, amounts: '{"EUR":["1500000","0"]}' });
  const sources = await supplierSourceRows(db, scope, kept.generation, kept.supplierNo, { limit: 10 });
  expect(sources.rows).toHaveLength(1);
  expect(await becameOf(db, scope, before.get(GONE!)!.id)).toBe(kept.id);
  expect(await mergedNames(db, scope, kept.supplierNo)).toEqual([GONE]);
  const [done] = await pairs("merged");
  await undoDuplicate(db, scope, { pairId: done!.id, version: done!.version }, A_DAY);
  await run();
  const after = await shownLines(db, scope);
  const facts = ({ id, rowCount, amounts, score }: NonNullable<ReturnType<typeof after.get>>) => ({
    id,
    rowCount,
    amounts,
    score,
  });
  for (const name of [KEPT!, GONE!]) expect(facts(after.get(name)!)).toEqual(facts(before.get(name)!));
  expect(await becameOf(db, scope, before.get(GONE!)!.id)).toBeNull();
});

test("a merge holds when the list it was made in is swept away, and still comes apart", async () => {
  // Built again within the day: no day ended with the list before, and it is not kept.
  vi.useFakeTimers({ toFake: ["Date"], now: A_DAY });
  onTestFinished(() => void vi.useRealTimers());
  await publish(LIST);
  const before = await shownLines(db, scope);
  const [pair] = await pairs();
  await merge(pair!);
  expect(await sweepGenerations(db)).toBe(1);
  await publish(LIST.replace(";100;", ";200;"));
  expect((await shownLines(db, scope)).get(KEPT!)).toMatchObject({ rowCount: 2 });
  expect(await pairs()).toEqual([]);
  const [done] = await pairs("merged");
  await undoDuplicate(db, scope, { pairId: done!.id, version: done!.version }, A_DAY);
  await run();
  expect((await shownLines(db, scope)).get(GONE!)!.id).toBe(before.get(GONE!)!.id);
});

test("the next list counts its rows for the supplier they were merged into", async () => {
  await publish(LIST);
  const [pair] = await pairs();
  await merge(pair!);
  await publish(LIST.replace(";100;", ";200;"));
  const lines = await shownLines(db, scope);
  expect(lines.size).toBe(4);
  expect(lines.get(KEPT!)).toMatchObject({ rowCount: 2, amounts: '{"EUR":["2500000","0"]}' });
});

test("what was answered about either counts for the one that stays, and goes back with it", async () => {
  await publish(LIST);
  const before = await shownLines(db, scope);
  const answer = {
    what: "feesPaidByWorkers" as const,
    value: "yes",
    proof: "interviews" as const,
    validFrom: "2026-03-01",
    money: null,
  };
  await recordReadings(
    db,
    scope,
    { supplierId: before.get(GONE!)!.id, answers: [answer], source: "Interviews", protectedSource: null },
    A_DAY,
  );
  await run();
  const plain = (await shownLines(db, scope)).get(KEPT!)!;
  const [pair] = await pairs();
  await merge(pair!);
  const merged = (await shownLines(db, scope)).get(KEPT!)!;
  expect(merged.readings).not.toBe(plain.readings);
  expect((await recruitmentView(db, scope, merged.id)).readings).toHaveLength(1);
  const [done] = await pairs("merged");
  await undoDuplicate(db, scope, { pairId: done!.id, version: done!.version }, A_DAY);
  await run();
  const after = await shownLines(db, scope);
  expect(after.get(KEPT!)!.readings).toBe(plain.readings);
  expect((await recruitmentView(db, scope, after.get(GONE!)!.id)).readings).toHaveLength(1);
});

test("what was answered about the one that went is taken back at the one that stays, and nothing else with it", async () => {
  await publish(LIST);
  const before = await shownLines(db, scope);
  const told = (name: string, value: string) => {
    const answer = { what: "feesPaidByWorkers" as const, value, proof: "interviews" as const, validFrom: "2026-03-01" };
    const given = { answers: [{ ...answer, money: null }], source: "Interviews", protectedSource: null };
    return recordReadings(db, scope, { supplierId: before.get(name)!.id, ...given }, A_DAY);
  };
  await told(KEPT!, "no");
  const own = (await shownLines(db, scope)).get(KEPT!)!.readings;
  const batch = await told(GONE!, "yes");
  await run();
  const [pair] = await pairs();
  await merge(pair!);
  await undoReadings(db, scope, { supplierId: before.get(KEPT!)!.id, batch }, A_DAY);
  expect((await shownLines(db, scope)).get(KEPT!)!.readings).toBe(own);
});

test("a supplier that stays takes the place in the plan of the one merged into it", async () => {
  await publish(LIST);
  const { no } = (await findGeneration(db, scope, (await publishedGeneration(db, scope))!))!;
  await buildPages(db, no);
  await draftPlan(db, scope, 5, A_DAY);
  await acceptPlan(db, scope, "", A_DAY);
  const gone = (await shownLines(db, scope)).get(GONE!)!;
  const [pair] = await pairs();
  const { planEntries } = db.t;
  // Only the one that goes is followed up.
  await db.commit(scope, event("workspace.renamed", { name: "B", previousName: "A" }), (q) => [
    q.delete(planEntries).where(ne(planEntries.supplierNo, gone.supplierNo)),
  ]);
  await merge(pair!);
  const kept = (await shownLines(db, scope)).get(KEPT!)!;
  expect((await supplierPlan(db, scope, kept))?.inForce).toMatchObject({ place: "in" });
  await recordOutcome(db, scope, { supplierId: kept.id, outcome: "asked", on: "2026-03-01", note: "" }, A_DAY);
  expect((await supplierPlan(db, scope, kept))?.inForce?.entry).toMatchObject({ outcome: "asked" });
});

test("a supplier that comes back under another name is offered beside the one of the list before", async () => {
  await publish("Supplier;Country\nNorthern Lights Furniture AS;NO\nAlder Ltd;GB\n");
  const old = (await shownLines(db, scope)).get("Northern Lights Furniture AS")!;
  await publish("Supplier;Country\nNorthern Light Furnitures AS;NO\nAlder Ltd;GB\n");
  const [pair] = await pairs();
  expect([pair!.left.id, pair!.right.id]).toContain(old.id);
  await merge(pair!, "Northern Lights Furniture AS");
  expect([...(await shownLines(db, scope)).values()].map(({ id }) => id)).toContain(old.id);
});

test("a decision about two whose facts changed meanwhile is refused", async () => {
  await publish(LIST);
  const [pair] = await pairs();
  await publish(LIST.replace("GB;Leeds;Castings;50", "GB;Bradford;Castings;50"));
  const made = { pairId: pair!.id, version: pair!.version, decision: "different" as const, reason: "" };
  await expect(decideDuplicate(db, scope, { ...made, stays: "left" }, A_DAY)).rejects.toMatchObject({
    code: "duplicate.changed",
  });
});

test("two that were told apart are not offered again while their facts stay", async () => {
  await publish(LIST);
  const [pair] = await pairs();
  const made = {
    pairId: pair!.id,
    version: pair!.version,
    decision: "different" as const,
    stays: "left" as const,
    reason: "",
  };
  await decideDuplicate(db, scope, made, A_DAY);
  await publish(LIST.replace(";100;", ";200;"));
  expect(await countPairs(db, scope)).toEqual({ different: 1 });
  await publish(LIST.replaceAll(";Leeds;", ";Hull;"));
  expect(await countPairs(db, scope)).toEqual({ open: 1 });
});

test("an owner and its sites stand together", async () => {
  await publish(LIST);
  const { groups, isRunning } = await groupsOfList(db, scope);
  const [group] = groups;
  expect(isRunning).toBe(false);
  expect(group).toMatchObject({ suppliers: 2 });
  const mill = (await shownLines(db, scope)).get("Vale Mill No. 1")!;
  expect((await groupOf(db, scope, mill.supplierNo))?.members.map(({ name }) => name)).toEqual([
    "Vale Mill No. 1",
    "Vale Mill No. 2",
  ]);
  const alone = (await shownLines(db, scope)).get("Alder & Birch Cleaning Ltd")!;
  expect(await groupOf(db, scope, alone.supplierNo)).toBeNull();
});

test("where somebody may be in danger, nobody is asked about a finding of the name that is gone either", async () => {
  await publish(LIST);
  const before = await shownLines(db, scope);
  const [kept, gone] = [before.get(KEPT!)!.id, before.get(GONE!)!.id];
  const found = {
    supplierId: gone,
    source: "press",
    saidBy: "A paper",
    foundOn: "2026-01-01",
    severity: "severe",
  } as const;
  const more = {
    site: null,
    product: null,
    indicators: [],
    summary: "Wages were held back.",
    namesNobody: true,
  } as const;
  const findingId = await recordFinding(db, scope, { ...found, ...more, accessClass: "internal" }, A_DAY);
  const [pair] = await pairs();
  await merge(pair!);
  const ask = { kind: "ask", text: "Is it so?", on: "2026-03-01", answerBy: "2026-05-01" } as const;
  await placeHold(db, scope, kept, A_DAY);
  await expect(changeFinding(db, scope, { findingId, version: 1 }, ask, A_DAY)).rejects.toMatchObject({
    code: "hold.stands",
  });
  await askToLift(db, scope, kept, "They are safe.", A_DAY);
  await changeFinding(db, scope, { findingId, version: 1 }, ask, A_DAY);
});

test("merged, there is one decision in force, and an action of the name that is gone gets its ledger", async () => {
  await publish(LIST);
  const officer = scopeOf(workspace, "officer", (await aMember(db, workspace, "officer")).id);
  const before = await shownLines(db, scope);
  const [kept, gone] = [before.get(KEPT!)!.id, before.get(GONE!)!.id];
  const decided = (supplierId: string, decision: "buy" | "exit") =>
    decideSupplier(db, scope, { supplierId, facts: aDecision(scope.userId, { decision }) }, A_DAY);
  const [actionId, decisionId] = [
    await recordAction(db, scope, { supplierId: gone, findingId: null, facts: anAction(scope.userId) }, A_DAY),
    await decided(gone, "exit"),
  ];
  await decided(kept, "buy");
  const [pair] = await pairs();
  await merge(pair!);
  await answerProposal(db, officer, { decisionId, answer: "confirm", reason: "" }, A_DAY);
  const { inForce, proposed } = (await supplierRemedy(db, scope, (await shownLines(db, scope)).get(KEPT!)!.supplierNo, "2026-03-02"))!; // prettier-ignore
  expect([inForce?.decision, proposed]).toEqual(["exit", null]);
  const states = (await supplierDecisions(db, scope)).map(({ state }) => state).sort();
  expect(states).toEqual(["in-force", "replaced"]);
  expect(await recordGroup(db, scope, { supplierId: gone, actionId, facts: aGroup() }, A_DAY)).toEqual(
    expect.any(String),
  );
});
