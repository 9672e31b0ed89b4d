/** Suppliers entered twice and groups of owners as known on a past day say what their pages showed at the end of that day. */
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { askedList } from "../../app/lib/past-list.server";
import { decideDuplicate, undoDuplicate } from "../../app/services/screening/decide-duplicate.server";
import {
  duplicatesThen,
  pairCountsThen,
  type DuplicatesThen,
  type PairViewThen,
} from "../../app/services/screening/duplicates-then.server";
import { duplicatesView, type PairView } from "../../app/services/screening/duplicates-view.server";
import { groupsThen, groupThen } from "../../app/services/screening/groups-then.server";
import { groupsOfList, groupView } from "../../app/services/screening/groups-view.server";
import { PAIR_TABS, type PairTab } from "../../app/services/screening/queue-tabs";
import { recordsThen } from "../../app/services/trail/records-then.server";
import { recordReadings } from "../../app/services/readings/record-readings.server";
import type { Database, Scope } from "../../db/database";
import { findPair, type PairPlace } from "../../db/queries/merges";
import { changedPairTimes } from "../../db/queries/pair-times";
import { sweepGenerations } from "../../db/sweep";
import { openDatabase } from "../../db/open";
import { aFolder, aWorkspace, scopeOf } from "../builders";
import { aPair } from "../screening-rows";
import { dayOf, now, onDay } from "../story-clock";
import { importSteps, type Steps } from "./import-steps";
import { runJobs, shownLines } from "./screening-steps";

const LIST = `Supplier;Country;City;Product;Amount (EUR);Parent
Grey Heron Castings Ltd;GB;Leeds;Castings;100;
Gray Heron Castings Limited;GB;Leeds;Castings;50;
Alder & Birch Cleaning Ltd;GB;York;Cleaning;7;
Vale Mill No. 1;TR;Bursa;Yarn;5;Vale Holding AS
Vale Mill No. 2;TR;Izmir;Yarn;6;Vale Holding AS
`;
const WITHOUT = LIST.replace(/Gray.*\n/u, "");
const MOVED = LIST.replace("Limited;GB;Leeds", "Limited;GB;Bradford");
const WITH_A_THIRD = `${LIST}Vale Mill No. 3;TR;Bursa;Yarn;9;Vale Holding AS\n`;

let folder: ReturnType<typeof aFolder>;
let db: Database;
let scope: Scope;
let steps: Steps;
beforeEach(async () => {
  vi.useFakeTimers({ toFake: ["Date"] });
  day(0);
  folder = aFolder();
  db = await openDatabase({ file: ":memory:", role: "web", now: () => now });
  scope = scopeOf(await aWorkspace(db));
  steps = importSteps(db, folder.path, () => now);
});
afterEach(async () => {
  vi.useRealTimers();
  await db.close();
  folder.remove();
});

/** The clock of the test and that of the jobs. */
const day = (days: number) => vi.setSystemTime(onDay(days));
/** Suppliers are compared a minute after whatever asked for it. */
const run = () => {
  vi.setSystemTime(now.getTime() + 60_000);
  return runJobs(db, scope, folder.path);
};
const publish = async (list: string) => {
  await steps.publish(scope, list);
  await run();
};

/** Every pair that a page shows, in no order, as far as both pages say it. */
const plain = (pairs: readonly Pick<PairView, "id" | "state" | "left" | "right" | "last">[]) =>
  pairs.map(({ id, state, left, right, last }) => ({
    id,
    state,
    sides: [left, right].map((side) => ({ id: side.id, rows: side.rows, facts: side.facts })),
    last: last && { id: last.id, decision: last.decision, reason: last.reason, who: last.who, stays: last.stays },
  }));

const NOTHING = { aliases: [], country: null, city: null, address: null, ids: {}, parent: null, sector: null };

/** As a page of that day showed it, but for what nothing keeps: the facts of a supplier that its list did not have and that changed since. */
function withoutLost(pair: ReturnType<typeof plain>[number], then: readonly PairViewThen[]) {
  if (then.find(({ id }) => id === pair.id)?.facts !== "later") return pair;
  const lost = ({ facts }: (typeof pair.sides)[number]) => ({ ...NOTHING, name: facts.name });
  return { ...pair, sides: pair.sides.map((side) => (side.rows === null ? { ...side, facts: lost(side) } : side)) };
}

async function pairsNow() {
  const views = await Promise.all(PAIR_TABS.map((state) => duplicatesView(db, scope, { state, after: null })));
  return views.flatMap(({ pairs }) => pairs);
}

const askedOn = (on: string) => askedList(db, { ...scope, publishedGeneration: null }, new URLSearchParams({ on }));

async function pairsThen(on: string) {
  const { generation } = await askedOn(on);
  const asked = { after: null, generation };
  const views = await Promise.all(PAIR_TABS.map((state) => duplicatesThen(db, scope, on, { ...asked, state })));
  return { pairs: views.flatMap(({ pairs }) => pairs), untold: views[0]!.untold, counts: views[0]!.counts };
}

async function groupsNow() {
  const { groups } = await groupsOfList(db, scope);
  return { groups, members: await Promise.all(groups.map(({ groupKey }) => groupView(db, scope, groupKey))) };
}

async function groupsOn(on: string) {
  const { kept, linesThen } = await askedOn(on);
  const { groups } = (await groupsThen(db, scope, kept!))!;
  const members = groups.map(({ groupKey }) => groupThen(db, scope, kept!, groupKey, linesThen));
  return { groups, members: await Promise.all(members) };
}

/** The pair of the two spellings, for a decision. */
async function seen() {
  const [pair] = (await pairsNow()).filter(({ left, right }) => /Heron/u.test(left.facts.name + right.facts.name));
  return { pairId: pair!.id, version: pair!.version };
}
const decide = async (decision: "merged" | "different" | "cannot-tell", reason = "") => {
  await decideDuplicate(db, scope, { ...(await seen()), decision, stays: "left", reason }, now);
  await run();
};
const undo = async () => {
  await undoDuplicate(db, scope, await seen(), now);
  await run();
};

test("each day shows again the pairs, decisions and groups it had", async () => {
  const answer = async (name: string) => {
    const supplierId = (await shownLines(db, scope)).get(name)!.id;
    const told = {
      what: "workersRecruited",
      value: 40,
      proof: "invoices",
      validFrom: "2026-01-01",
      money: null,
    } as const;
    await recordReadings(db, scope, { supplierId, answers: [told], source: "By letter", protectedSource: null }, now);
  };
  const story = [
    () => publish(LIST),
    () => decide("different", "Two towns"),
    () => answer("Vale Mill No. 1"),
    () => undo(),
    () => decide("merged", "One firm"),
    () => answer("Vale Mill No. 2"),
    () => undo(),
    () => publish(WITH_A_THIRD),
    () => decide("cannot-tell"),
    () => publish(MOVED),
    () => decide("merged"),
    () => publish(WITHOUT),
  ];
  const shown: { pairs: ReturnType<typeof plain>; groups: Awaited<ReturnType<typeof groupsNow>> }[] = [];
  for (const [at, step] of story.entries()) {
    day(at);
    await step();
    await sweepGenerations(db);
    shown.push({ pairs: plain(await pairsNow()), groups: await groupsNow() });
  }
  day(story.length + 1);
  const states = shown.map(({ pairs }) => pairs.map(({ state }) => state).join(" "));
  expect(states).toEqual(["open", "different", "different", "open", "merged", "merged", "open", "open", "cannot-tell", "open", "merged", "merged"]); // prettier-ignore
  for (const [at, was] of shown.entries()) {
    const then = await pairsThen(dayOf(at));
    expect([at, plain(then.pairs)]).toEqual([at, was.pairs.map((pair) => withoutLost(pair, then.pairs))]);
    expect([at, then.untold]).toEqual([at, 0]);
    expect(await pairCountsThen(db, scope, dayOf(at))).toEqual({ counts: then.counts, untold: 0 });
    expect([at, await groupsOn(dayOf(at))]).toEqual([at, was.groups]);
  }
  expect((await pairsThen(dayOf(-1))).pairs).toEqual([]);
});

test("a pair that left the queue and came back stood in it on the days that had it", async () => {
  for (const [at, list] of [LIST, WITHOUT, LIST, WITH_A_THIRD].entries()) {
    day(at);
    await publish(list);
  }
  day(5);
  const told = await Promise.all([0, 1, 2, 3, 4].map((at) => pairCountsThen(db, scope, dayOf(at))));
  const open = { counts: { open: 1 }, untold: 0 };
  expect(told).toEqual([open, { counts: {}, untold: 0 }, open, open, open]);
});

test("pairs that nothing changed are counted and paged with those that were, in one order, and are not replayed", async () => {
  const found: string[] = [];
  const add = async (at: number) => found.push(await aPair(db, scope, [at, at + 1000], "x", { state: "open" }, now));
  for (let at = 1; at <= 25; at++) await add(at);
  day(1);
  const changed = [found[3]!, found[12]!, found[24]!];
  const made = { decision: "different", stays: "left", reason: "" } as const;
  for (const pairId of changed) await decideDuplicate(db, scope, { pairId, version: 1, ...made }, now);
  day(2);
  await undoDuplicate(db, scope, { pairId: changed[0]!, version: 2 }, now);
  await add(26);
  day(4);
  const all = async (on: string, state: PairTab) => {
    const ids: string[] = [];
    for (let after: PairPlace | null = null, more = true; more;) {
      const page: DuplicatesThen = await duplicatesThen(db, scope, on, { state, after, generation: null });
      ids.push(...page.pairs.map(({ id }) => id));
      [after, more] = [page.next, page.next !== null];
    }
    return ids;
  };
  const inOrder = (ids: readonly string[]) => ids.toSorted().toReversed();
  const without = (...gone: string[]) => found.slice(0, 25).filter((id) => !gone.includes(id));
  expect(await all(dayOf(0), "open")).toEqual(inOrder(without()));
  expect(await all(dayOf(1), "open")).toEqual(inOrder(without(...changed)));
  expect(await all(dayOf(1), "different")).toEqual(inOrder(changed));
  expect(await all(dayOf(2), "open")).toEqual(inOrder([...without(changed[1]!, changed[2]!), found[25]!]));
  expect(await pairCountsThen(db, scope, dayOf(0))).toEqual({ counts: { open: 25 }, untold: 0 });
  expect(await pairCountsThen(db, scope, dayOf(2))).toEqual({ counts: { open: 24, different: 2 }, untold: 0 });
  expect((await changedPairTimes(db, scope, now)).map(({ id }) => id)).toEqual(inOrder(changed));
});

test("a pair of which not every change was written down is counted, not guessed", async () => {
  await publish(LIST);
  day(1);
  await publish(WITHOUT);
  const { duplicatePairs } = db.t;
  await db.commitPlain((q) => [q.update(duplicatePairs).set({ changes: null })]);
  expect(await pairCountsThen(db, scope, dayOf(0))).toEqual({ counts: {}, untold: 1 });
  const { pairs, untold } = await pairsThen(dayOf(0));
  expect([pairs, untold]).toEqual([[], 1]);
});

test("a decision that was taken back later stands on its day, and says when it was taken back and by whom", async () => {
  await publish(LIST);
  day(1);
  await decide("different", "Two towns");
  day(3);
  await undo();
  day(5);
  const [stood] = (await pairsThen(dayOf(2))).pairs;
  expect(stood).toMatchObject({ state: "different", last: { reason: "Two towns", undoneAt: null } });
  expect(stood!.takenBack!.at.toISOString().slice(0, 10)).toBe(dayOf(3));
  expect(stood!.takenBack!.who).not.toBeNull();
  const [after] = (await pairsThen(dayOf(4))).pairs;
  expect(after).toMatchObject({ state: "open", last: null, takenBack: null });
});

test("of a pair whose facts changed since, a past day shows what its own list had, and no likeness of a later comparison", async () => {
  await publish(LIST);
  day(2);
  await publish(MOVED);
  day(4);
  const cities = ({ left, right }: Pick<PairView, "left" | "right">) => [left, right].map(({ facts }) => facts.city);
  const [before] = (await pairsThen(dayOf(0))).pairs;
  expect(before).toMatchObject({ state: "open", facts: "later", score: null, answer: null });
  expect(cities(before!)).toEqual(["Leeds", "Leeds"]);
  const [since] = (await pairsThen(dayOf(2))).pairs;
  expect(since).toMatchObject({ facts: "as-then" });
  expect(since!.score).toBeGreaterThan(0);
  expect(cities(since!).sort()).toEqual(["Bradford", "Leeds"]);
});

test("a list that was replaced before it was put together into groups has the groups that its lines make", async () => {
  await publish(LIST);
  const was = await groupsNow();
  const { supplierGroups } = db.t;
  await db.commitPlain((q) => [q.delete(supplierGroups)]);
  day(1);
  await steps.publish(scope, WITH_A_THIRD);
  day(2);
  expect(await groupsOn(dayOf(0))).toEqual(was);
  expect((await groupsOn(dayOf(1))).groups).toMatchObject([{ suppliers: 3 }]);
  // The page of the day counts groups that are kept, and puts none together.
  expect((await recordsThen(db, scope, dayOf(0))).groups).toBeNull();
  const { kept } = await askedOn(dayOf(0));
  expect(await groupThen(db, scope, kept!, "no such group")).toBeNull();
  const long = { ...kept!, generation: { ...kept!.generation, suppliers: 10_001 } };
  expect(await groupsThen(db, scope, long)).toBeNull();
  expect(await groupThen(db, scope, long, was.groups[0]!.groupKey)).toBe("unknown");
});

test("what was decided is taken back before it is decided anew, and what left the queue waits for nobody", async () => {
  await publish(LIST);
  const { pairId } = await seen();
  await decide("different");
  await expect(decide("cannot-tell")).rejects.toMatchObject({ code: "duplicate.changed" });
  await undo();
  day(1);
  await publish(WITHOUT);
  const { version, state } = (await findPair(db, scope, pairId))!;
  expect(state).toBe("gone");
  const made = { pairId, version, decision: "different", stays: "left", reason: "" } as const;
  await expect(decideDuplicate(db, scope, made, now)).rejects.toMatchObject({ code: "duplicate.changed" });
});
