/** The supplier table, the overview and the plan of a past day say what these pages showed at the end of that day. */
import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import { eq } from "drizzle-orm";
import { event } from "../../db/audit-events";
import type { Database, Scope } from "../../db/database";
import { newId } from "../../db/ids";
import { openDatabase } from "../../db/open";
import type { LinesThen } from "../../db/orders";
import { buildPages, buildSearch } from "../../db/pages";
import { publishedGeneration } from "../../db/queries/generations";
import { followedUp, planInState } from "../../db/queries/plans";
import { readingsOfSupplier } from "../../db/queries/readings";
import { findGeneration } from "../../db/queries/register";
import { eachSupplier, listSuppliers, registerFacets, type RegisterFilters } from "../../db/queries/register-page";
import { groupsOfGeneration, openReapply } from "../../db/queries/understanding";
import { REGISTER_SORTS } from "../../db/schema/codes";
import { sweepGenerations } from "../../db/sweep";
import { verifyTrail } from "../../db/verify-trail";
import { reapplyImport } from "../../app/jobs/reapply-import.server";
import { sealRegister } from "../../app/jobs/seal-register.server";
import { readConfig } from "../../app/lib/config.server";
import { askedList } from "../../app/lib/past-list.server";
import { packedLines } from "../../app/lib/supplier-table.server";
import { undoImport } from "../../app/services/imports/publish-import.server";
import { overviewOf } from "../../app/services/overview/overview.server";
import { overviewThen } from "../../app/services/overview/overview-then.server";
import { acceptPlan } from "../../app/services/plan/accept-plan.server";
import { draftPlan } from "../../app/services/plan/draft-plan.server";
import { dueSteps } from "../../app/services/plan/due-entries.server";
import { moveSuppliers } from "../../app/services/plan/move-suppliers.server";
import { planCard, planPage, planPageThen } from "../../app/services/plan/plan-view.server";
import { recordOutcome } from "../../app/services/plan/record-outcome.server";
import { undoMoves } from "../../app/services/plan/undo-moves.server";
import { ofKind, recordReadings } from "../../app/services/readings/record-readings.server";
import { readReading } from "../../app/services/readings/stored-answers";
import { supplierAsOf } from "../../app/services/readings/supplier-as-of.server";
import { lineWrites, toldLine } from "../../app/services/readings/told-line.server";
import { undoReadings } from "../../app/services/readings/undo-readings.server";
import { followUpDue } from "../../app/services/remedy/follow-up-view.server";
import { asFinding } from "../../app/services/scoring/stored-finding";
import { commitAndReapply, decideUnderstanding } from "../../app/services/understanding/decide.server";
import { leavingOf } from "../../app/services/understanding/past-lists.server";
import { undoDecision } from "../../app/services/understanding/undo-decision.server";
import { A_DAY, aFolder, aWorkspace, scopeOf } from "../builders";
import { importSteps, type Steps } from "./import-steps";

let folder: ReturnType<typeof aFolder>;
let db: Database;
let scope: Scope;
let steps: Steps;
const now = () => new Date();
const onDay = (days: number, hours = 0) =>
  vi.setSystemTime(new Date(A_DAY.getTime() + (days * 24 + hours) * 3_600_000));
const dayText = (days: number) => new Date(A_DAY.getTime() + days * 86_400_000).toISOString().slice(0, 10);

beforeEach(async () => {
  vi.useFakeTimers({ toFake: ["Date"] });
  onDay(0);
  folder = aFolder();
  db = await openDatabase({ file: ":memory:", role: "web", now });
  scope = scopeOf(await aWorkspace(db));
  steps = importSteps(db, folder.path, now);
});
afterEach(async () => {
  vi.useRealTimers();
  await db.close();
  folder.remove();
});

const COUNTRIES = ["NO", "BD", "TR", "GB", ""];
const TRADES = ["Cleaning of buildings", "Cotton garments", "Legal advice", "Fishing", ""];

/** A list of suppliers whose names, countries and trades follow from their number; `turned` moves some trades. */
function aList(count: number, turned = 0): string {
  const lines = Array.from({ length: count }, (_, i) =>
    [
      `Supplier ${String(i).padStart(3, "0")} Ltd`,
      COUNTRIES[i % 5],
      TRADES[(i + (i % 7 === 0 ? turned : 0)) % 4],
      100 + ((i * 37) % 90),
    ].join(","),
  );
  return `Supplier name,Country,Category,Amount (EUR)\n${lines.join("\n")}\n`;
}

const context = (payload: Record<string, string | number>, id = "job") => ({
  db,
  config: readConfig({ CANDOUR_DATA: folder.path }),
  job: { id, workspaceNo: scope.workspaceNo, payload },
  progress: async () => undefined,
  cancelled: async () => false,
});

const published = async () => (await publishedGeneration(db, scope))!;

async function publish(list: string): Promise<string> {
  const { id, generation } = await steps.publish(scope, list);
  await buildPages(db, generation!);
  await buildSearch(db, generation!);
  await sealRegister(context({ generation: generation! }));
  return id;
}

/** Builds the list again where something waits for that, and sweeps what nobody needs. */
async function reapply(): Promise<void> {
  const job = await openReapply(db, scope);
  if (!job) return;
  const { jobs } = db.t;
  await db.commitPlain((q) => [q.update(jobs).set({ state: "running" }).where(eq(jobs.id, job.id))]);
  await reapplyImport(context({}, job.id));
  await db.commitPlain((q) => [q.update(jobs).set({ state: "done" }).where(eq(jobs.id, job.id))]);
  await sealRegister(context({ generation: await published() }));
  await sweepGenerations(db);
}

async function idsNow(): Promise<string[]> {
  const ids: string[] = [];
  for await (const lines of eachSupplier(db, scope, await published(), { sort: "name" }))
    ids.push(...lines.map(({ id }) => id));
  return ids;
}

const ANSWERS = [
  { what: "workersRecruited", value: 40, proof: "invoices", validFrom: "2026-01-01", money: null },
  { what: "recruiter", value: "licensed-agent", proof: "invoices", validFrom: "2026-01-01", money: null },
  { what: "papersHeldBy", value: "employer", proof: "invoices", validFrom: "2026-01-01", money: null },
] as const;

const answer = (supplierId: string, count: number) =>
  recordReadings(
    db,
    scope,
    { supplierId, answers: ANSWERS.slice(0, count), source: "HR manager, by letter", protectedSource: null },
    now(),
  );

/** A finding of harm, in the line at once, as a confirmed match brings it. */
async function findAgainst(supplierId: string): Promise<void> {
  const told = await toldLine(db, scope, supplierId);
  const { supplierNo } = told.line;
  const row = {
    id: newId(now()),
    workspaceNo: scope.workspaceNo,
    supplierNo,
    ground: "authority-finding" as const,
    source: "A decision",
    year: 2026,
    recordedBy: scope.userId,
    recordedAt: now(),
  };
  const standing = { ...row, matchDecisionId: null, liftedBy: null, liftedAt: null, undoneBy: null, undoneAt: null };
  const readings = ofKind((await readingsOfSupplier(db, scope, supplierNo)).map(readReading), false);
  const line = lineWrites(db, told, readings, [asFinding(standing)]);
  await commitAndReapply(db, scope, now(), event("import.discarded", { importId: "x", generation: null }), (q) => [
    q.insert(db.t.floorFindings).values(row),
    ...line(q),
  ]);
}

const FILTERS: readonly RegisterFilters[] = [
  {},
  { band: ["high", "raised"] },
  { level: "indicative", country: "BD" },
  { band: "high" },
  { q: "Supplier 01" },
  { q: "Supplier", band: "high" },
];

/** The table in every order and some filters, with its counts, and what the overview says of the list. */
async function listPages(generation: number | null, linesThen?: LinesThen) {
  if (generation === null) return null;
  const tables: unknown[] = [];
  for (const sort of REGISTER_SORTS)
    for (const direction of ["asc", "desc"] as const)
      for (const filters of FILTERS) {
        const { rows, count } = await listSuppliers(db, scope, {
          generation,
          sort,
          direction,
          filters,
          limit: 40,
          linesThen,
        });
        tables.push([sort, direction, filters, count, packedLines(rows, "en")]);
      }
  const facets = await registerFacets(db, scope, generation);
  const overview = await overviewOf(db, scope, generation, linesThen);
  return { tables, facets, numbers: overview?.numbers, change: overview?.change, file: overview?.list?.fileName };
}

async function shownNow() {
  const today = now().toISOString().slice(0, 10);
  const { accepted, replaced } = await planPage(db, scope);
  const isDraft = (await planInState(db, scope, "draft")) !== null;
  return {
    list: await listPages(await publishedGeneration(db, scope)),
    plan: accepted && { ...accepted, plan: { ...accepted.plan, version: 0 } },
    replaced: replaced.map(({ id }) => id),
    // A draft takes the card's place.
    card: accepted && !isDraft ? await planCard(db, scope) : null,
    steps: await dueSteps(db, scope, today),
    followUp: await followUpDue(db, scope, today),
  };
}

async function shownThen(day: string, hasCard: boolean) {
  const asked = await askedList(db, { ...scope, publishedGeneration: null }, new URLSearchParams({ on: day }));
  const { accepted, replaced, untold } = await planPageThen(db, scope, day);
  const { plan, steps, followUp } = await overviewThen(db, scope, day);
  expect(untold).toBe(0);
  return {
    list: await listPages(asked.generation, asked.linesThen),
    plan: accepted && { ...accepted, plan: { ...accepted.plan, version: 0 } },
    replaced: replaced.map(({ id }) => id),
    card: hasCard ? plan : null,
    steps: steps ?? { entries: [], total: 0, overdue: 0 },
    followUp,
  };
}

/** Numbers from 0 to `below`, the same for the same seed. */
function numbersFrom(seed: number): (below: number) => number {
  let state = seed;
  return (below) => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return Math.floor((state / 2 ** 32) * below);
  };
}

describe("the pages of a past day", () => {
  test.each([2, 3, 6])(
    "say what the pages showed at its end, whatever came after (seed %i)",
    async (seed) => {
      const next = numbersFrom(seed);
      const batches: { supplierId: string; batch: string }[] = [];
      const decided: string[] = [];
      const lists: string[] = [await publish(aList(130))];
      const anybody = async () => {
        const ids = await idsNow();
        return ids[next(ids.length)]!;
      };
      /** One thing a workspace does; false: there was nothing of the kind to do. */
      const deeds: (() => Promise<unknown>)[] = [
        async () => {
          const supplierId = await anybody();
          batches.push({ supplierId, batch: await answer(supplierId, 1 + next(3)) });
        },
        async () => {
          const one = batches.splice(next(Math.max(1, batches.length)), 1)[0];
          if (one) await undoReadings(db, scope, one, now());
        },
        async () => {
          const groups = await groupsOfGeneration(db, scope, await published());
          const { key } = groups[next(groups.length)]!;
          const place = COUNTRIES[next(4)]!;
          decided.push(
            await decideUnderstanding(db, scope, { scope: "group", key, decision: { placeOfWork: place } }, now()),
          );
        },
        async () => {
          const one = decided.pop();
          if (one) await undoDecision(db, scope, one, now());
        },
        async () => findAgainst(await anybody()),
        async () => lists.push(await publish(aList(110 + next(30), next(4)))),
        async () => {
          if (lists.length > 1) await undoImport(db, scope, lists.pop()!, now());
        },
        async () => {
          await draftPlan(db, scope, 6, now());
          if (next(3) > 0) await acceptPlan(db, scope, "", now(), next(2) > 0 ? dayText(20) : null);
        },
        async () => {
          const plan = await planInState(db, scope, "accepted");
          const entries = plan ? await followedUp(db, scope, plan.id) : [];
          const entry = entries[next(Math.max(1, entries.length))];
          const outcome = (["asked", "answered", "stopped"] as const)[next(3)]!;
          const on = now().toISOString().slice(0, 10);
          if (entry)
            await recordOutcome(
              db,
              scope,
              { supplierId: entry.supplierId, outcome, on, note: "Noted.", dueOn: dayText(3) },
              now(),
            );
        },
        async () => {
          if (!(await planInState(db, scope, "accepted")) || (await planInState(db, scope, "draft"))) return;
          const to = next(2) > 0 ? "in" : "out";
          const moved = await moveSuppliers(
            db,
            scope,
            { ids: [await anybody()] },
            { to, reason: "Heard." },
            now(),
          ).catch(() => null);
          if (moved && next(2) > 0) await undoMoves(db, scope, moved.seq);
        },
      ];
      const shown: Awaited<ReturnType<typeof shownNow>>[] = [];
      for (let day = 0; day < 12; day++) {
        for (let hour = 1; hour <= 1 + next(3); hour++) {
          onDay(day, hour);
          await deeds[next(deeds.length)]!();
          // Now and then a day ends before the list is built again.
          if (next(4) > 0) await reapply();
        }
        shown.push(await shownNow());
      }
      onDay(13);
      await reapply();
      onDay(14);
      for (const [day, { list, ...before }] of shown.entries()) {
        const { list: listThen, ...then } = await shownThen(dayText(day), before.card !== null);
        expect(then, `day ${day}`).toEqual(before);
        expect(listThen === null, `day ${day}`).toBe(list === null);
        for (const [at, table] of (list?.tables ?? []).entries())
          expect(listThen!.tables[at], `day ${day}`).toEqual(table);
        expect({ ...listThen, tables: [] }, `day ${day}`).toEqual({ ...list, tables: [] });
      }
      expect(await shownThen(dayText(-1), false)).toMatchObject({ list: null, plan: null });
      expect((await verifyTrail(db, scope.workspaceNo)).faults).toEqual([]);
    },
    240_000,
  );
});

describe("a list that is built again", () => {
  const stateOf = async (generation: number) => (await findGeneration(db, scope, generation))?.state ?? null;
  const first = async () => (await idsNow())[1]!;

  test("stays as the list of the day that ended with it, and is swept on the day it came", async () => {
    await publish(aList(20));
    const day0 = await published();
    onDay(1);
    await answer(await first(), 1);
    await reapply();
    const day1 = await published();
    expect(await stateOf(day0)).toBe("past");
    onDay(1, 2);
    await answer(await first(), 2);
    await reapply();
    expect(await stateOf(day1)).toBeNull();
    expect(await stateOf(day0)).toBe("past");
  });

  test("is looked through with its seal as long as it is kept", async () => {
    await publish(aList(20));
    const day0 = await published();
    onDay(1);
    await answer(await first(), 1);
    await reapply();
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
    await publish(aList(20));
    const day0 = await published();
    onDay(1);
    await answer(await first(), 1);
    await reapply();
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
    await publish(aList(20));
    const supplierId = await first();
    const score = async (day: string) => {
      const then = await supplierAsOf(db, scope, supplierId, day);
      if (!then.known) throw new Error(then.why);
      return then.view.assessment.residual;
    };
    onDay(1);
    await answer(supplierId, 3);
    onDay(2);
    await findAgainst(supplierId);
    await reapply();
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
