/** Understand, whom to ask and the uploads of a past day say what these pages showed at the end of that day. */
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { event } from "../../db/audit-events";
import type { Database, Scope } from "../../db/database";
import { listImports } from "../../db/queries/imports";
import { followedUp, planInState } from "../../db/queries/plans";
import { groupsOfGeneration } from "../../db/queries/understanding";
import { verifyTrail } from "../../db/verify-trail";
import { askedList } from "../../app/lib/past-list.server";
import { isProblem } from "../../app/lib/problem";
import { importThen, importsUntil } from "../../app/services/imports/import-then.server";
import { importView } from "../../app/services/imports/import-view.server";
import { undoImport } from "../../app/services/imports/publish-import.server";
import { discardImport } from "../../app/services/imports/stop-import.server";
import { acceptPlan } from "../../app/services/plan/accept-plan.server";
import { discardPlan } from "../../app/services/plan/discard-plan.server";
import { draftPlan } from "../../app/services/plan/draft-plan.server";
import { recordOutcome } from "../../app/services/plan/record-outcome.server";
import { askQueue } from "../../app/services/readings/ask-queue.server";
import { answersThen, askQueueThen } from "../../app/services/readings/ask-queue-then.server";
import { recordReadings } from "../../app/services/readings/record-readings.server";
import { releaseReadings } from "../../app/services/readings/release-readings.server";
import { undoReadings } from "../../app/services/readings/undo-readings.server";
import { decideUnderstanding } from "../../app/services/understanding/decide.server";
import { setAsidePayees } from "../../app/services/understanding/set-aside.server";
import { understandThen } from "../../app/services/understanding/understand-then.server";
import { understandView, type UnderstandView } from "../../app/services/understanding/understand-view.server";
import { undoDecision } from "../../app/services/understanding/undo-decision.server";
import { aPast, dayText, now, onDay, type Past } from "./past-steps";

let past: Past;
let db: Database;
let scope: Scope;
beforeEach(async () => {
  past = await aPast();
  ({ db, scope } = past);
});
afterEach(() => past.end());

const ACCOUNTS = ["Plant", "Laundry", "Cleaning of buildings", "Sundries", "Agency"];
const PLACES = ["NO", "Bangladsh", "TR", "GB", ""];
const software = { isic: "62", goods: [], words: "software" };

/** Payments: some of an account that says what is bought, some not; a public body that is set aside, and a total that is left out. */
function aLedger(count: number): string {
  const lines = Array.from({ length: count }, (_, i) =>
    [
      `Supplier ${String(i).padStart(3, "0")} Ltd`,
      PLACES[i % 5],
      `2026-01-${(i % 27) + 1}`,
      100 + ((i * 37) % 90),
      ACCOUNTS[i % 5],
    ].join(","),
  );
  return [
    "Payee,Country,Payment date,Amount (EUR),Account name",
    ...lines,
    "North Borough Council,GB,2026-01-10,10,Plant",
    `Total,,,${count},`,
    "",
  ].join("\n");
}

/** What is not told of a past day: how a text was read, and how far it would have been. */
const plain = (view: Omit<UnderstandView, "ahead" | "applying">) => ({
  ...view,
  groups: view.groups.map(({ proposal: _proposal, ...group }) => group),
  payees: view.payees.map(({ proposal: _proposal, ...payee }) => payee),
  texts: view.texts.map(({ suggestion: _suggestion, ...text }) => text),
  decisions: view.decisions.map((together) => together.map(({ undone: _undone, ...one }) => one)),
});

const STATES = { published: "published", undone: "undone", discarded: "discarded" } as const;
const stateOf = (state: string) => STATES[state as keyof typeof STATES] ?? "open";

async function shownNow() {
  const view = await understandView(db, scope, [], now());
  const { ahead: _ahead, applying: _applying, ...understood } = view ?? { ahead: null, applying: null };
  const imports = await listImports(db, scope, { limit: 100 });
  return {
    understood: view && plain(understood as UnderstandView),
    aside: view && (await setAsidePayees(db, scope, null)),
    queue: await askQueue(db, scope),
    // A draft stands first in the queue while no plan is in force, and is not kept by day.
    isOfDraft: !(await planInState(db, scope, "accepted")) && (await planInState(db, scope, "draft")) !== null,
    imports: await Promise.all(
      imports.map(async ({ id }) => {
        const { import: record, isCurrent } = await importView(db, scope, id, now());
        return [id, stateOf(record.state), isCurrent, record.publishedAt === null ? null : record.summary?.rows];
      }),
    ),
  };
}

async function shownThen(day: string) {
  const asked = await askedList(db, { ...scope, publishedGeneration: null }, new URLSearchParams({ on: day }));
  const { view } = await understandThen(db, scope, asked, day);
  const queue = await askQueueThen(db, scope, asked, day);
  const imports = [];
  for (const { id } of await listImports(db, scope, { limit: 100 })) {
    const then = await importThen(db, scope, id, day);
    if (then === "untold") throw new Error("nothing was erased");
    if (then !== "before") imports.push([id, then.state, then.isShown, then.numbers?.summary?.rows ?? null]);
  }
  return {
    understood: view && plain(view),
    aside: view && (await setAsidePayees(db, scope, null, asked.generation!)),
    queue: queue && queue.queue,
    isOfDraft: queue?.plan === "draft",
    imports,
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

/** For `catch`: what is already decided or empty is not done again. */
function notNow(error: unknown): null {
  if (isProblem(error)) return null;
  throw error;
}

const PAPERS = { what: "papersHeldBy", value: "employer", proof: "interviews", validFrom: "2026-01-01", money: null } as const; // prettier-ignore
/** Told by a union, in confidence. */
const inConfidence = (supplierId: string) =>
  recordReadings(db, scope, { supplierId, answers: [PAPERS], source: "A steward", protectedSource: "union" }, now());

describe("the queues and uploads of a past day", () => {
  test.each([2, 3, 6])(
    "say what the pages showed at its end, whatever came after (seed %i)",
    async (seed) => {
      const next = numbersFrom(seed);
      const lists: string[] = [await past.publish(aLedger(40))];
      const batches: { supplierId: string; batch: string }[] = [];
      const decided: string[] = [];
      const anybody = async () => {
        const ids = await past.idsNow();
        return ids[next(ids.length)]!;
      };
      const decide = async (of: "group" | "payee" | "text-country", key: string, decision: object) => {
        const id = await decideUnderstanding(db, scope, { scope: of, key, decision }, now()).catch(notNow);
        if (id !== null) decided.push(id);
      };
      const deeds: (() => Promise<unknown>)[] = [
        async () => {
          const groups = await groupsOfGeneration(db, scope, await past.published());
          await decide("group", groups[next(groups.length)]!.key, { sector: software });
        },
        async () => {
          const { payees } = (await understandView(db, scope, [], now()))!;
          if (payees[0]) await decide("payee", payees[0].key, next(2) ? { notSeller: "staff" } : { sector: software });
        },
        () => decide("text-country", "bangladsh", { country: "BD" }),
        async () => {
          const id = decided.splice(next(Math.max(1, decided.length)), 1)[0];
          if (id) await undoDecision(db, scope, id, now());
        },
        async () => {
          const supplierId = await anybody();
          batches.push({ supplierId, batch: await past.answer(supplierId, 1 + next(3)) });
        },
        async () => {
          const one = batches.pop();
          if (one) await undoReadings(db, scope, one, now());
        },
        async () => inConfidence(await anybody()),
        async () => lists.push(await past.publish(aLedger(35 + next(10)))),
        async () => {
          if (lists.length > 1) await undoImport(db, scope, lists.pop()!, now());
        },
        () => past.upload(aLedger(5)),
        async () => {
          const open = (await listImports(db, scope, { limit: 100 })).find(({ state }) => state === "received");
          if (open) await discardImport(db, scope, open.id, now());
        },
        async () => {
          await draftPlan(db, scope, 5, now());
          if (next(3) > 0) await acceptPlan(db, scope, "", now(), null);
          else if (next(2) > 0) await discardPlan(db, scope);
        },
        async () => {
          const plan = await planInState(db, scope, "accepted");
          const entry = plan && (await followedUp(db, scope, plan.id))[next(4)];
          const outcome = (["asked", "answered", "stopped"] as const)[next(3)]!;
          const on = now().toISOString().slice(0, 10);
          if (entry)
            await recordOutcome(db, scope, { supplierId: entry.supplierId, outcome, on, note: "Noted.", dueOn: null }, now()); // prettier-ignore
        },
      ];
      const shown: Awaited<ReturnType<typeof shownNow>>[] = [];
      for (let day = 0; day < 12; day++) {
        for (let hour = 1; hour <= 3 + next(3); hour++) {
          onDay(day, hour);
          await deeds[next(deeds.length)]!();
          // Now and then a day ends before the list is built again.
          if (next(4) > 0) await past.reapply();
        }
        shown.push(await shownNow());
      }
      expect(new Set(shown.map((one) => JSON.stringify(one))).size).toBeGreaterThan(8);
      onDay(13);
      await past.reapply();
      onDay(14);
      for (const [day, before] of shown.entries()) {
        const then = await shownThen(dayText(day));
        if (before.isOfDraft) [before, then].forEach((one) => Object.assign(one, { queue: null }));
        const sorted = (one: typeof then | typeof before) => ({ ...one, imports: one.imports.map(String).sort() });
        expect(sorted(then), `day ${day}`).toEqual(sorted(before));
      }
      expect(await shownThen(dayText(-1))).toMatchObject({ understood: null, queue: null, imports: [] });
      expect((await verifyTrail(db, scope.workspaceNo)).faults).toEqual([]);
    },
    240_000,
  );
});

describe("Understand on a past day", () => {
  test("leaves out as many rows as the upload counted as left out, as the page of today does", async () => {
    const id = await past.publish(aLedger(20));
    const { import: record } = await importView(db, scope, id, now());
    const counted = record.summary!.rows.leftOut;
    expect(counted).toBeGreaterThan(0);
    const rowsOf = (view: Pick<UnderstandView, "control"> | null) =>
      view!.control.find(({ part }) => part === "leftOut")!.rows;
    expect(rowsOf(await understandView(db, scope, [], now()))).toBe(counted);
    onDay(1);
    const on = dayText(0);
    const asked = await askedList(db, { ...scope, publishedGeneration: null }, new URLSearchParams({ on }));
    expect(rowsOf((await understandThen(db, scope, asked, on)).view)).toBe(counted);
  });

  test("says of a decision that was taken back later when and by whom, and tells decisions where the list is gone", async () => {
    await past.publish(aLedger(20));
    const [group] = (await understandView(db, scope, [], now()))!.groups;
    const id = await decideUnderstanding(db, scope, { scope: "group", key: group!.key, decision: { sector: software } }, now()); // prettier-ignore
    onDay(2);
    await undoDecision(db, scope, id, now());
    const undoneAt = now();
    onDay(3);
    const on = async (days: number, kept = true) => {
      const day = dayText(days);
      const asked = await askedList(db, { ...scope, publishedGeneration: null }, new URLSearchParams({ on: day }));
      return understandThen(db, scope, kept ? asked : { kept: null }, day);
    };
    for (const kept of [true, false])
      for (const day of [0, 1]) {
        const { view, decisions } = await on(day, kept);
        expect(view !== null).toBe(kept);
        expect(decisions.flat()).toMatchObject([{ id, said: { sector: software }, undone: { at: undoneAt } }]);
        expect(decisions.flat()[0]!.undone!.who).not.toBeNull();
      }
    expect((await on(2)).decisions).toEqual([]);
    expect((await on(-1)).decisions).toEqual([]);
  });
});

describe("whom to ask on a past day", () => {
  const queueOn = async (days: number, of = scope) => {
    const day = dayText(days);
    const asked = await askedList(db, { ...of, publishedGeneration: null }, new URLSearchParams({ on: day }));
    const found = await askQueueThen(db, of, asked, day);
    const ids = found?.queue.map(({ id }) => id) ?? [];
    return { ...found, answers: [...(await answersThen(db, of, ids, day))] };
  };

  test("is the same whatever was told in confidence, until it is released", async () => {
    await past.publish(aLedger(20));
    const supplierId = (await past.idsNow())[3]!;
    onDay(1);
    const before = await queueOn(0);
    const batch = await inConfidence(supplierId);
    onDay(2);
    expect(await queueOn(0)).toEqual(before);
    expect(await queueOn(1)).toEqual(before);
    const risk = {
      groupSize: 40,
      assessedBy: "The union",
      assessedOn: dayText(2),
      assessment: "Every worker of the mill could have said it; no single one can be known from it.",
    };
    await releaseReadings(db, scope, { supplierId, batch }, risk, now());
    const releasedAt = now();
    onDay(3);
    expect(await queueOn(1)).toEqual(before);
    expect((await queueOn(2)).answers).toEqual([[supplierId, { count: 1, lastAt: releasedAt }]]);
  });

  test("tells how many answers were recorded by then, and when the last of them was", async () => {
    await past.publish(aLedger(20));
    const supplierId = (await past.idsNow())[3]!;
    onDay(1);
    await past.answer(supplierId, 1);
    const first = now();
    onDay(2);
    const batch = await past.answer(supplierId, 3);
    const second = now();
    onDay(3);
    await undoReadings(db, scope, { supplierId, batch }, now());
    onDay(4);
    expect((await queueOn(0)).answers).toEqual([]);
    expect((await queueOn(1)).answers).toEqual([[supplierId, { count: 1, lastAt: first }]]);
    expect((await queueOn(2)).answers).toEqual([[supplierId, { count: 3, lastAt: second }]]);
    expect((await queueOn(3)).answers).toEqual([[supplierId, { count: 1, lastAt: first }]]);
  });

  test("says that a draft of a plan is left out, and nothing of one that was discarded by then", async () => {
    await past.publish(aLedger(20));
    const planOf = async (days: number) => (await queueOn(days)).plan;
    onDay(1);
    await draftPlan(db, scope, 3, now());
    onDay(2);
    await discardPlan(db, scope);
    onDay(3);
    await draftPlan(db, scope, 3, now());
    await acceptPlan(db, scope, "", now(), null);
    onDay(4);
    expect([await planOf(0), await planOf(1), await planOf(2), await planOf(3)]).toEqual([
      "none",
      "draft",
      "none",
      "told",
    ]);
  });
});

describe("an upload on a past day", () => {
  test("tells what had been done with it, by whom, and nothing that came later", async () => {
    const id = await past.publish(aLedger(20));
    onDay(1);
    const other = await past.upload(aLedger(3));
    onDay(2);
    await discardImport(db, scope, other, now());
    await undoImport(db, scope, id, now());
    onDay(3);
    const on = async (days: number, of = id) => importThen(db, scope, of, dayText(days));
    expect(await on(-1)).toBe("before");
    expect(await on(0, other)).toBe("before");
    const published = await on(1);
    if (typeof published === "string") throw new Error(published);
    expect(published).toMatchObject({ state: "published", isShown: true, numbers: { suppliers: 20 } });
    expect(published.steps.map(({ name }) => name)).toEqual(
      ["import.received", "import.settings-changed", "import.published"].filter((name) =>
        published.steps.some((step) => step.name === name),
      ),
    );
    expect(published.steps.at(-1)).toMatchObject({ name: "import.published", isProgram: false });
    expect(published.steps.at(-1)!.who).not.toBeNull();
    const taken = { importId: id, uploadId: published.record.uploadId, sha256: "0" };
    await db.commit(scope, event("original.downloaded", taken), () => []);
    onDay(4);
    const read = async (role: Scope["role"]) => {
      const found = await importThen(db, { ...scope, role }, id, dayText(3));
      if (typeof found === "string") throw new Error(found);
      return found;
    };
    const [auditor, officer] = [await read("auditor"), await read("officer")];
    expect(auditor.steps.at(-1)).toMatchObject({ name: "original.downloaded", who: published.steps.at(-1)!.who });
    expect(officer.steps).toEqual(auditor.steps.slice(0, -1).map((step) => ({ ...step, who: null })));
    expect([auditor.tellsWho, officer.tellsWho]).toEqual([true, false]);
    expect(await on(2)).toMatchObject({ state: "undone", isShown: false });
    expect(await on(1, other)).toMatchObject({ state: "open", numbers: null });
    expect(await on(2, other)).toMatchObject({ state: "discarded", numbers: null });
    expect(await importsUntil(db, scope, dayText(1))).toEqual({ received: 2, published: 1, undone: 0, discarded: 0 });
    expect(await importsUntil(db, scope, dayText(2))).toEqual({ received: 2, published: 1, undone: 1, discarded: 1 });
  });
});
