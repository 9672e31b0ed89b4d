/** Where a material comes from: kept as an answer, in the line of the list and of every list after it, taken back, as of a day. */
import { afterEach, beforeEach, expect, test } from "vitest";
import { eq } from "drizzle-orm";
import type { Database, Scope } from "../../db/database";
import { publishedGeneration } from "../../db/queries/generations";
import { reference } from "../../app/lib/reference.server";
import { materialKey } from "../../app/recruitment/material-key";
import { recordReadings, type NewAnswer } from "../../app/services/readings/record-readings.server";
import { supplierAsOf } from "../../app/services/readings/supplier-as-of.server";
import { undoReadings } from "../../app/services/readings/undo-readings.server";
import { assessorFor } from "../../app/services/scoring/assessor.server";
import { factsOfLine } from "../../app/services/scoring/register-line";
import { supplierStory } from "../../app/services/suppliers/supplier-history.server";
import { supplierView } from "../../app/services/suppliers/supplier-view.server";
import { materialsOf } from "../../app/lib/materials-page.server";
import { aDatabase, aFolder, aWorkspace, scopeOf } from "../builders";
import { importSteps, linesByName, type Steps } from "./import-steps";

/** A day on which a model that counts the origin of materials is in force. */
const START = new Date("2026-12-01T10:00:00.000Z");

let folder: ReturnType<typeof aFolder>;
let db: Database;
let scope: Scope;
let steps: Steps;
let day = START;
beforeEach(async () => {
  folder = aFolder();
  db = await aDatabase();
  scope = scopeOf(await aWorkspace(db));
  day = START;
  steps = importSteps(db, folder.path, () => day);
});
afterEach(async () => {
  await db.close();
  folder.remove();
});

const LIST = `Supplier name,Country,Product,Role
Padma Apparel Ltd,Bangladesh,cotton shirts,manufacturer
Alder Cleaning Ltd,Norway,cleaning of buildings,service
`;
const later = (hours: number) => new Date(START.getTime() + hours * 3_600_000);
const onDay = (at: Date) => at.toISOString().slice(0, 10);
const lineOf = async (name: string) =>
  (await linesByName(db, scope, (await publishedGeneration(db, scope))!)).get(name)!;
const padma = () => lineOf("Padma Apparel Ltd");
async function idOf(name = "Padma Apparel Ltd") {
  const { suppliers } = db.t;
  const [row] = await db.q
    .select({ id: suppliers.id })
    .from(suppliers)
    .where(eq(suppliers.no, (await lineOf(name)).supplierNo));
  return row!.id;
}
const origin = (good: string, ...places: readonly [string, string | null][]): NewAnswer => ({
  what: materialKey(good),
  value: places.map(([country, region]) => ({ country, region })),
  proof: "invoices",
  validFrom: onDay(START),
  money: null,
});
const record = async (answers: readonly NewAnswer[], at = later(1)) =>
  recordReadings(
    db,
    scope,
    { supplierId: await idOf(), answers, source: "letter of the mill", protectedSource: null },
    at,
  );

test("a stated origin counts at once, stands in the line so that it can be computed again, and is gone when taken back", async () => {
  await steps.publish(scope, LIST);
  const before = await padma();
  const batch = await record([origin("Cotton", ["TM", null]), origin("Thread/Yarn", ["IN", null])]);
  const after = await padma();
  expect(after.score!).toBeGreaterThan(before.score!);
  const facts = factsOfLine(after, onDay(START));
  expect(facts.inputs).toEqual([
    { good: "Cotton", country: "TM", region: null },
    { good: "Thread/Yarn", country: "IN", region: null },
  ]);
  expect(assessorFor(onDay(START)).engine.score(facts).score).toBeCloseTo(after.score!, 1);
  const { assessment } = await supplierView(db, scope, await idOf());
  expect(assessment.floors.map(({ id, on }) => [id, on])).toContainEqual(["stateImposed", "Cotton"]);
  await undoReadings(db, scope, { supplierId: await idOf(), batch }, later(2));
  expect({ ...(await padma()) }).toEqual({ ...before });
});

test("each material is a fact of its own: a newer answer about one leaves the other, and a blank takes its own away", async () => {
  await steps.publish(scope, LIST);
  await record([origin("Cotton", ["TM", null]), origin("Thread/Yarn", ["IN", null])]);
  await record([{ ...origin("Cotton"), value: null }], later(2));
  expect(factsOfLine(await padma(), onDay(START)).inputs).toEqual([
    { good: "Thread/Yarn", country: "IN", region: null },
  ]);
  await record([origin("Cotton", ["US", null], ["CN", "CN-XJ"])], later(3));
  expect(factsOfLine(await padma(), onDay(START)).inputs?.map(({ good, country }) => `${good} ${country}`)).toEqual([
    "Cotton CN",
    "Cotton US",
    "Thread/Yarn IN",
  ]);
});

test("it is in the next list too, in the history, and as of a day", async () => {
  await steps.publish(scope, LIST);
  await record([origin("Cotton", ["TM", null])], later(48));
  const score = (await padma()).score;
  day = later(72);
  await steps.publish(scope, LIST.replace("Alder", "Birch"));
  expect((await padma()).score).toBe(score);
  const line = (await supplierView(db, scope, await idOf())).line;
  const story = await supplierStory(db, scope, line, true);
  expect(story.flatMap((one) => (one.kind === "answered" ? one.answers.map(({ what }) => what) : []))).toEqual([
    "inputs:Cotton",
  ]);
  const floors = async (at: Date) => {
    const found = await supplierAsOf(db, scope, await idOf(), onDay(at));
    return found.known && found.view.assessment.floors.some(({ id }) => id === "stateImposed");
  };
  expect([await floors(later(24)), await floors(later(48))]).toEqual([false, true]);
});

test("the page has a path where there is one, asks first what a State imposes, and asks nothing that is answered", async () => {
  await steps.publish(scope, LIST);
  const materials = async (name?: string) =>
    materialsOf(db, scope, await supplierView(db, scope, await idOf(name)), null);
  expect(await materials("Alder Cleaning Ltd")).toBeNull();
  const before = (await materials())!;
  expect(before.ask).toBe("Cotton");
  expect(before.view.paths.map(({ stages, own }) => [...stages.map(({ stage }) => stage), ...own])).toEqual([
    ["cotton", "cottonYarn", "cottonCloth", "garments"],
  ]);
  for (const { sources } of before.view.paths[0]!.stages)
    for (const { id } of sources) expect(reference().risk().sources[id]).toBeDefined();
  const batch = await record([origin("Cotton", ["TM", null])]);
  const after = (await materials())!;
  expect(after.ask).not.toBe("Cotton");
  expect(after.view.questions.find(({ good }) => good === "Cotton")!.answer).toMatchObject({
    source: "letter of the mill",
    proof: "invoices",
  });
  expect(batch).not.toBe("");
});

test("a list whose model does not count the origin of materials says so, and the answer is kept", async () => {
  day = new Date("2026-03-02T10:00:00.000Z");
  await steps.publish(scope, LIST);
  const { score } = await padma();
  await record([{ ...origin("Cotton", ["TM", null]), validFrom: "2026-03-02" }]);
  expect((await padma()).score).toBe(score);
  const found = (await materialsOf(db, scope, await supplierView(db, scope, await idOf()), null))!;
  expect(found.view.countsWith).toEqual({ model: "2026.1", counts: false });
  expect(found.view.questions.find(({ good }) => good === "Cotton")!.answer!.places).toEqual([
    { country: "TM", region: null },
  ]);
});
