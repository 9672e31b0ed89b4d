/** What suppliers answered: kept, put into the list and every list after it, taken back, shown as of a day, and protected. */
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { eq } from "drizzle-orm";
import type { Database, Scope } from "../../db/database";
import { publishedGeneration } from "../../db/queries/generations";
import { openReapply } from "../../db/queries/understanding";
import { LEVEL_CODES, wordOf } from "../../db/schema/codes";
import { reapplyImport } from "../../app/jobs/reapply-import.server";
import { readConfig } from "../../app/lib/config.server";
import { recordReadings, type NewAnswer } from "../../app/services/readings/record-readings.server";
import { recruitmentView } from "../../app/services/readings/recruitment-view.server";
import { releaseReadings } from "../../app/services/readings/release-readings.server";
import { supplierAsOf } from "../../app/services/readings/supplier-as-of.server";
import { undoReadings } from "../../app/services/readings/undo-readings.server";
import { askQueue } from "../../app/services/readings/ask-queue.server";
import { readingsOfText } from "../../app/services/scoring/stored-readings";
import { supplierStory } from "../../app/services/suppliers/supplier-history.server";
import { supplierView } from "../../app/services/suppliers/supplier-view.server";
import { buildPages } from "../../db/pages";
import { verifyChain } from "../../db/chain";
import { auditTrail } from "../../db/queries/audit";
import { aDatabase, A_DAY, aFolder, aMember, aWorkspace, scopeOf } from "../builders";
import { importSteps, linesByName, type Steps } from "./import-steps";

let folder: ReturnType<typeof aFolder>;
let db: Database;
let scope: Scope;
let officer: Scope;
let steps: Steps;
let day = A_DAY;
beforeEach(async () => {
  folder = aFolder();
  db = await aDatabase();
  const workspace = await aWorkspace(db);
  scope = scopeOf(workspace);
  officer = scopeOf(workspace, "officer", (await aMember(db, workspace, "officer")).id);
  day = A_DAY;
  steps = importSteps(db, folder.path, () => day);
});
afterEach(async () => {
  await db.close();
  folder.remove();
});

const LIST = `Supplier name,Country,Category
Alder Cleaning Ltd,NO,Cleaning of buildings
Birch Ltd,NO,Cleaning of buildings
`;
const WITH_ANSWERS = LIST.replace("Category", "Category,Who holds passports")
  .replace("buildings\nBirch", "buildings,employer\nBirch")
  .replace(/buildings\n$/, "buildings,\n");

const lines = async () => linesByName(db, scope, (await publishedGeneration(db, scope))!);
const alder = async () => (await lines()).get("Alder Cleaning Ltd")!;
const idOf = async () => (await supplierIdOf("Alder Cleaning Ltd"))!;
async function supplierIdOf(name: string) {
  const no = (await lines()).get(name)!.supplierNo;
  const { suppliers } = db.t;
  const [row] = await db.q.select({ id: suppliers.id }).from(suppliers).where(eq(suppliers.no, no));
  return row?.id;
}
const later = (days: number, hours = 0) => new Date(A_DAY.getTime() + (days * 24 + hours) * 3_600_000);
const onDay = (at: Date) => at.toISOString().slice(0, 10);

const answer = (what: NewAnswer["what"], value: unknown, more: Partial<NewAnswer> = {}): NewAnswer => ({
  what,
  value,
  proof: "invoices",
  validFrom: onDay(A_DAY),
  money: null,
  ...more,
});
const FIVE: readonly NewAnswer[] = [
  answer("workersRecruited", 40),
  answer("recruitedFrom", ["NP"]),
  answer("recruiter", "licensed-agent"),
  answer("employerCostTotalUsd", 10_000, {
    money: {
      amount: 1_330_000,
      currency: "NPR",
      rate: { perUsd: 133, on: "2026-02-27", source: "UN operational rates of exchange" },
    },
  }),
  answer("papersHeldBy", "worker"),
  answer("workersRepaid", 12),
];

const record = async (
  answers: readonly NewAnswer[],
  at = later(0, 1),
  by: Partial<{ protectedSource: "union" }> = {},
) =>
  recordReadings(
    db,
    scope,
    { supplierId: await idOf(), answers, source: "HR manager, by letter", protectedSource: null, ...by },
    at,
  );

async function reapply() {
  const job = await openReapply(db, scope);
  if (!job) return false;
  const { jobs } = db.t;
  await db.commitPlain((q) => [q.update(jobs).set({ state: "running" }).where(eq(jobs.id, job.id))]);
  const context = {
    db,
    config: readConfig({ CANDOUR_DATA: folder.path }),
    progress: async () => undefined,
    cancelled: async () => false,
  };
  await reapplyImport({ ...context, job: { id: job.id, workspaceNo: scope.workspaceNo, payload: {} } });
  await db.commitPlain((q) => [q.update(jobs).set({ state: "done" }).where(eq(jobs.id, job.id))]);
  return true;
}

/** What a line says, without where it stands. */
const said = async () => {
  const { key: _key, generation: _generation, ...rest } = await alder();
  return rest;
};

describe("answers that were recorded", () => {
  test("score the supplier again at once, as building the list with them does, and are gone when taken back", async () => {
    await steps.publish(scope, LIST);
    const before = await said();
    expect(wordOf(LEVEL_CODES, before.level)).toBe("indicative");
    const batch = await record(FIVE);
    const atOnce = await said();
    expect(wordOf(LEVEL_CODES, atOnce.level)).toBe("assessed");
    expect(atOnce.score).not.toBe(before.score);
    expect(readingsOfText(atOnce.readings).r).toMatchObject({ workersRecruited: 40, employerCostTotalUsd: 10_000 });
    expect((await supplierView(db, scope, await idOf())).assessment.state).toBe("found-disclosed-repaying");
    expect(await reapply()).toBe(true);
    expect(await said()).toEqual(atOnce);
    await undoReadings(db, scope, { supplierId: await idOf(), batch }, later(0, 2));
    expect(await said()).toEqual(before);
    await reapply();
    expect(await said()).toEqual(before);
    await expect(undoReadings(db, scope, { supplierId: await idOf(), batch }, later(0, 3))).rejects.toMatchObject({
      code: "readings.undone",
    });
    expect(await verifyChain(db, scope.workspaceNo)).toMatchObject({ valid: true });
  });

  test("are in the next list too, and nothing is built again for them when it is published", async () => {
    await steps.publish(scope, LIST);
    await record(FIVE);
    await reapply();
    day = later(5);
    await steps.publish(scope, LIST.replace("Birch", "Cedar"));
    expect(wordOf(LEVEL_CODES, (await alder()).level)).toBe("assessed");
    expect(await reapply()).toBe(false);
  });

  test("stand beside what the list tells: the newer day counts, and both stay to be seen", async () => {
    await steps.publish(scope, WITH_ANSWERS);
    expect(readingsOfText((await alder()).readings).r).toMatchObject({ papersHeldBy: "employer" });
    await record([answer("papersHeldBy", "worker", { validFrom: "2025-12-01" })]);
    expect(readingsOfText((await alder()).readings).r).toMatchObject({ papersHeldBy: "employer" });
    await record([answer("papersHeldBy", "worker", { proof: "interviews" })], later(0, 2));
    const view = await recruitmentView(db, scope, await idOf());
    expect(view.outside.facts.recruitment).toMatchObject({ papersHeldBy: "worker" });
    expect(view.listTold.recruitment).toMatchObject({ papersHeldBy: "employer" });
    expect(view.outside.told.listReplaced).toEqual(["papersHeldBy"]);
    // A list of a later day tells it anew.
    day = later(9);
    await steps.publish(scope, WITH_ANSWERS);
    expect(readingsOfText((await alder()).readings).r).toMatchObject({ papersHeldBy: "employer" });
    expect((await recruitmentView(db, scope, await idOf())).outside.told.readingsReplaced).toEqual(["papersHeldBy"]);
  });

  test("are kept beside older ones, and only what differs is kept", async () => {
    await steps.publish(scope, LIST);
    await record(FIVE);
    await expect(record(FIVE, later(0, 2))).rejects.toMatchObject({ code: "readings.nothing" });
    await record([...FIVE.slice(0, 5), answer("workersRepaid", null)], later(0, 3));
    const { readings } = await recruitmentView(db, scope, await idOf());
    expect(readings.filter(({ what }) => what === "workersRepaid").map(({ value }) => value)).toEqual([12, null]);
    expect(readings).toHaveLength(7);
    expect((await recruitmentView(db, scope, await idOf())).outside.facts.recruitment.workersRepaid).toBeUndefined();
    await expect(record([answer("papersHeldBy", "agent", { validFrom: "2027-01-01" })])).rejects.toMatchObject({
      code: "readings.future",
    });
    const story = await supplierStory(db, officer, { ...(await alder()), id: await idOf() }, true);
    expect(story.filter(({ kind }) => kind === "answered")).toHaveLength(2);
  });

  test("leave the queue by being complete, and those of a partial answer stay in it", async () => {
    const { generation } = await steps.publish(scope, LIST);
    await buildPages(db, generation!);
    expect((await askQueue(db, scope))!.map(({ answered }) => answered)).toEqual(["not", "not"]);
    await record(FIVE.slice(0, 2));
    const states = async () => Object.fromEntries((await askQueue(db, scope))!.map((one) => [one.name, one.answered]));
    expect(await states()).toEqual({ "Alder Cleaning Ltd": "partly", "Birch Ltd": "not" });
    await record(FIVE, later(0, 2));
    expect(await states()).toEqual({ "Alder Cleaning Ltd": "answered", "Birch Ltd": "not" });
  });
});

describe("as of a day", () => {
  test("only what was recorded by then is known, whatever day it is true from", async () => {
    await steps.publish(scope, LIST);
    const batch = await record([answer("papersHeldBy", "worker")], later(3));
    await undoReadings(db, scope, { supplierId: await idOf(), batch }, later(6));
    const known = async (at: Date) => {
      const found = await supplierAsOf(db, scope, await idOf(), onDay(at));
      return found.known ? found.view.facts.recruitment.papersHeldBy : found.why;
    };
    expect(await known(later(-1))).toBe("no-list");
    expect(await known(later(2))).toBeUndefined();
    expect(await known(later(3))).toBe("worker");
    expect(await known(later(5))).toBe("worker");
    expect(await known(later(6))).toBeUndefined();
    expect(await known(new Date("2020-01-01"))).toBe("no-list");
  });
});

describe("protected answers", () => {
  const HELD = [answer("papersHeldBy", "employer", { proof: "interviews" })];
  const risk = {
    groupSize: 24,
    assessedBy: "Ine Advisor",
    assessedOn: onDay(A_DAY),
    assessment: "The union was asked; all 24 workers of the shift say the same, and none can be told apart.",
  };

  /** All that a reader without the right to protected information is shown of the supplier. */
  async function shownTo(reader: Scope) {
    const id = await idOf();
    const { line: _line, ...view } = await supplierView(db, reader, id);
    const recruitment = await recruitmentView(db, reader, id);
    return {
      line: await said(),
      view,
      recruitment: { ...recruitment, told: null },
      story: await supplierStory(db, reader, { ...(await alder()), id }, true),
      asOf: await supplierAsOf(db, reader, id, onDay(later(9))),
    };
  }

  test("change nothing that others see: no number, no reason, no row of the history, nothing to build again", async () => {
    await steps.publish(scope, LIST);
    await record([answer("papersHeldBy", "worker")]);
    await reapply();
    const before = await shownTo(officer);
    await record(HELD, later(1), { protectedSource: "union" });
    expect(await shownTo(officer)).toEqual(before);
    expect(await openReapply(db, scope)).toBeNull();
    const events = await auditTrail(db, scope, { limit: 1 });
    expect(events[0]!.name).toBe("protected.recorded");
    expect(events[0]!.contents).not.toContain(await idOf());
    const inside = await recruitmentView(db, scope, await idOf());
    expect(inside.internal!.view.facts.recruitment.papersHeldBy).toBe("employer");
    expect(inside.internal!.standing.score).toBeGreaterThan(inside.standing.score!);
  });

  test("are released only for a group, after a written assessment, and count for everyone then", async () => {
    await steps.publish(scope, LIST);
    const batch = await record(HELD, later(1), { protectedSource: "union" });
    const saved = { supplierId: await idOf(), batch };
    await expect(releaseReadings(db, officer, saved, risk, later(2))).rejects.toMatchObject({
      code: "readings.not-found",
    });
    await expect(undoReadings(db, officer, saved, later(2))).rejects.toMatchObject({ code: "readings.not-found" });
    await expect(releaseReadings(db, scope, saved, { ...risk, groupSize: 4 }, later(2))).rejects.toMatchObject({
      code: "release.group",
    });
    await expect(releaseReadings(db, scope, saved, { ...risk, assessment: "fine" }, later(2))).rejects.toMatchObject({
      code: "release.assessment",
    });
    await releaseReadings(db, scope, saved, risk, later(2));
    const outside = await recruitmentView(db, officer, await idOf());
    expect(outside.outside.facts.recruitment.papersHeldBy).toBe("employer");
    expect(outside.readings).toMatchObject([{ source: "", who: null, protectedSource: null, recordedAt: later(2), validFrom: onDay(later(2)) }]); // prettier-ignore
    const inside = (await recruitmentView(db, scope, await idOf())).readings;
    expect(inside).toMatchObject([
      { source: "HR manager, by letter", recordedAt: later(1), validFrom: HELD[0]!.validFrom },
    ]);
    const [event] = await auditTrail(db, scope, { limit: 1 });
    expect(event!.name).toBe("protected.released");
    for (const when of [batch, "validFrom"]) expect(event!.contents).not.toContain(when);
    await expect(releaseReadings(db, scope, saved, risk, later(3))).rejects.toMatchObject({ code: "release.done" });
    await undoReadings(db, scope, saved, later(4));
    expect((await recruitmentView(db, officer, await idOf())).outside.facts.recruitment).toEqual({});
  });

  test("tell by no event when they were told, also when they are taken back after their release", async () => {
    await steps.publish(scope, LIST);
    await record([answer("workersRecruited", 40)]);
    const open = (await db.q.select().from(db.t.readings)).map(({ id }) => id);
    const batch = await record(HELD, later(1), { protectedSource: "union" });
    const saved = { supplierId: await idOf(), batch };
    await releaseReadings(db, scope, saved, risk, later(2));
    await undoReadings(db, scope, saved, later(4));
    const rows = await db.q.select().from(db.t.readings);
    const told = [batch, ...rows.map(({ id }) => id).filter((id) => !open.includes(id))];
    expect(told).toHaveLength(2);
    const events = await auditTrail(db, scope, { limit: 100 });
    // What was recorded names its batch, whose supplier nobody knows from it.
    const naming = events.filter(({ contents }) => told.some((id) => contents?.includes(id)));
    expect(naming.map(({ name }) => name)).toEqual(["protected.recorded"]);
    expect(events[0]).toMatchObject({ name: "protected.undone" });
    expect(events[0]!.contents).toContain(saved.supplierId);
    const papersOn = async (at: Date) => {
      const found = await supplierAsOf(db, officer, saved.supplierId, onDay(at));
      return found.known ? found.view.facts.recruitment.papersHeldBy : found.why;
    };
    expect([await papersOn(later(1)), await papersOn(later(3)), await papersOn(later(4))]).toEqual([undefined, "employer", undefined]); // prettier-ignore
  });
});
