/** The supplier table, the overview and the plan of a past day say what these pages showed at the end of that day. */
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import type { Database, Scope } from "../../db/database";
import type { LinesThen } from "../../db/orders";
import { publishedGeneration } from "../../db/queries/generations";
import { followedUp, planInState } from "../../db/queries/plans";
import { listSuppliers, registerFacets, type RegisterFilters } from "../../db/queries/register-page";
import { groupsOfGeneration } from "../../db/queries/understanding";
import { REGISTER_SORTS } from "../../db/schema/codes";
import { verifyTrail } from "../../db/verify-trail";
import { askedList } from "../../app/lib/past-list.server";
import { isProblem } from "../../app/lib/problem";
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
import { undoReadings } from "../../app/services/readings/undo-readings.server";
import { followUpDue } from "../../app/services/remedy/follow-up-view.server";
import { waitingMatches } from "../../app/services/screening/waiting-matches.server";
import { decideUnderstanding } from "../../app/services/understanding/decide.server";
import { undoDecision } from "../../app/services/understanding/undo-decision.server";
import { aList, aPast, COUNTRIES, dayText, now, onDay, type Past } from "./past-steps";

let past: Past;
let db: Database;
let scope: Scope;
beforeEach(async () => {
  past = await aPast();
  ({ db, scope } = past);
});
afterEach(() => past.end());

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
    matches: await waitingMatches(db, scope),
  };
}

async function shownThen(day: string, hasCard: boolean) {
  const asked = await askedList(db, { ...scope, publishedGeneration: null }, new URLSearchParams({ on: day }));
  const { accepted, replaced, untold } = await planPageThen(db, scope, day);
  const { plan, steps, followUp, matches } = await overviewThen(db, scope, day);
  expect(untold).toBe(0);
  return {
    list: await listPages(asked.generation, asked.linesThen),
    plan: accepted && { ...accepted, plan: { ...accepted.plan, version: 0 } },
    replaced: replaced.map(({ id }) => id),
    card: hasCard ? plan : null,
    steps: steps ?? { entries: [], total: 0, overdue: 0 },
    followUp,
    matches,
  };
}

/** For `catch`: a supplier that was merged already is not merged again. */
function notTwice(error: unknown): null {
  if (isProblem(error) && error.code === "duplicate.circle") return null;
  throw error;
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
      const merged: string[] = [];
      const lists: string[] = [await past.publish(aList(130))];
      const anybody = async () => {
        const ids = await past.idsNow();
        return ids[next(ids.length)]!;
      };
      /** One thing a workspace does; false: there was nothing of the kind to do. */
      const deeds: (() => Promise<unknown>)[] = [
        async () => {
          const supplierId = await anybody();
          batches.push({ supplierId, batch: await past.answer(supplierId, 1 + next(3)) });
        },
        async () => {
          const one = batches.splice(next(Math.max(1, batches.length)), 1)[0];
          if (one) await undoReadings(db, scope, one, now());
        },
        async () => {
          const groups = await groupsOfGeneration(db, scope, await past.published());
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
        async () => past.findAgainst(await anybody()),
        async () => lists.push(await past.publish(aList(110 + next(30), next(4)))),
        async () => {
          if (lists.length > 1) await undoImport(db, scope, lists.pop()!, now());
        },
        async () => {
          const [from, into] = [await anybody(), await anybody()];
          const made = from === into ? null : await past.merge(from, into).catch(notTwice);
          if (made) merged.push(made);
        },
        async () => {
          const one = merged.pop();
          if (one) await past.undoMerge(one);
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
          if (next(4) > 0) await past.reapply();
        }
        shown.push(await shownNow());
      }
      onDay(13);
      await past.reapply();
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
