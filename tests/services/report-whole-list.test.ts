/** A response folder about a whole list, of which only the first lines are read: what is said of all is counted over all. */
import { afterAll, beforeAll, expect, test } from "vitest";
import type { Cell } from "../../app/reports/model";
import type { Filled } from "../../app/reports/template";
import { response } from "../../app/reports/templates/response";
import { recordReadings } from "../../app/services/readings/record-readings.server";
import { fillingsOf } from "../../app/services/reports/fill";
import { answersTable, chainOf, chosenSuppliers } from "../../app/services/reports/fill/response.server";
import { outsideAnswers } from "../../app/services/reports/fill/outside-answers.server";
import { sharedFacts } from "../../app/services/reports/fill/shared-facts.server";
import { countOverview } from "../../app/services/overview/count-overview.server";
import { overviewOf } from "../../app/services/overview/overview.server";
import { engineOfList } from "../../app/services/scoring/kept-data.server";
import { newId } from "../../db/ids";
import type { Database, Scope } from "../../db/database";
import { publishedGeneration } from "../../db/queries/generations";
import { findGeneration } from "../../db/queries/register";
import { topSuppliers } from "../../db/queries/top-suppliers";
import { openDatabase } from "../../db/open";
import { A_DAY, aFolder, aWorkspace, scopeOf } from "../builders";
import { importSteps } from "./import-steps";

const LIST = `Supplier,Country,Product,Amount,Currency
Grey Heron Mill Ltd,China,cotton yarn,"1,200.50",EUR
Vale Spinning Ltd,Kazakhstan,cotton yarn,300,EUR
Lake Shrimp Ltd,Thailand,shrimp,10,EUR
Alder Staffing Ltd,Poland,temporary agency work,5,EUR
Nowhere Ltd,,,7,EUR
`;
const DAY_MS = 86_400_000;
const onDay = (days: number) => new Date(A_DAY.getTime() + days * DAY_MS);
const dayOf = (days: number) => onDay(days).toISOString().slice(0, 10);

let db: Database;
let scope: Scope;
let now = A_DAY;
const data = aFolder();
beforeAll(async () => {
  db = await openDatabase({ file: ":memory:", role: "web", now: () => now });
  scope = scopeOf(await aWorkspace(db));
  await importSteps(db, data.path, () => now).publish(scope, LIST);
});
afterAll(async () => {
  await db.close();
  data.remove();
});

const PERIOD = { from: dayOf(-5), to: dayOf(2) };
const shared = () => sharedFacts(db, scope, PERIOD, now);
async function folder(to: number, suppliers = ""): Promise<Readonly<Record<string, Filled>>> {
  const organisation = { name: "Buyer", identifier: "", country: null };
  const settings = { from: PERIOD.from, to: dayOf(to), organisation, subject: null, class: "confidential" as const, facts: suppliers ? { suppliers } : {}, entered: {} }; // prettier-ignore
  return fillingsOf(db, scope, response, { settings, variant: "request", now, attachments: [] });
}
const lines = async () => topSuppliers(db, scope, (await publishedGeneration(db, scope))!, 9);
const answer = { what: "papersHeldBy", value: "worker", proof: "policy", validFrom: dayOf(0), money: null } as const;

test("levels are those of the whole list, however few of its lines are read", async () => {
  const { numbers } = (await overviewOf(db, scope, (await publishedGeneration(db, scope))!))!;
  const chosen = await chosenSuppliers(db, scope, {}, shared(), 1);
  expect([chosen.lines.length, chosen.all]).toEqual([1, numbers.suppliers]);
  expect(numbers.suppliers).toBeGreaterThan(3);
  const counts = new Map(chainOf(chosen)["riskThen"]!.bars!["riskLevels"]!.map(({ label, count }) => [label.is === "code" && label.code, count])); // prettier-ignore
  for (const { level, suppliers } of numbers.levels) expect([level, counts.get(level)]).toEqual([level, suppliers]);
  expect([...counts.values()].reduce((sum, count) => sum + count, 0)).toBe(numbers.suppliers);
});

test("what is not known is counted by one rule: of all suppliers chosen one by one as of the whole list, and as on the overview", async () => {
  const generation = (await publishedGeneration(db, scope))!;
  const unknown = async (suppliers: string) =>
    Object.fromEntries((await folder(2, suppliers))["unknowns"]!.tables!["unknowns"]!.rows.map(([what, of]) => [what?.is === "code" && what.code, of])); // prettier-ignore
  // Nobody has counted the list yet: that is not told, and never nought.
  expect((await unknown(""))["origin"]).toBeNull();
  await countOverview(db, generation, await engineOfList(db, dayOf(0), (await findGeneration(db, scope, generation))!));
  const { gaps, suppliers } = (await overviewOf(db, scope, generation))!.numbers;
  const whole = await unknown("");
  for (const { gap, lacking } of gaps!) expect([gap, whole[gap]]).toEqual([gap, { is: "share", part: lacking, whole: suppliers }]); // prettier-ignore
  // The one that lets out workers has no goods: it lacks no origin.
  expect(gaps!.find(({ gap }) => gap === "origin")!.lacking).toBeLessThan(suppliers);
  expect(await unknown((await lines()).map(({ id }) => id).join("\n"))).toEqual(whole);
});

test("an answer of a supplier whose line is not read counts in the share, and an answer given after the period does not", async () => {
  const all = await lines();
  await recordReadings(db, scope, { supplierId: all.at(-1)!.id, answers: [answer], source: "Personnel", protectedSource: null }, now); // prettier-ignore
  const chosen = await chosenSuppliers(db, scope, {}, shared(), 1);
  const { filled, answered } = await answersTable(db, scope, chosen, await outsideAnswers(db, scope, now, chosen.list));
  expect(filled.values).toEqual([{ is: "share", part: 1, whole: all.length }]);
  expect(filled.tables!["supplierAnswers"]!.rows.map(([name]) => name)).toEqual([
    { is: "text", text: all.at(-1)!.name },
  ]);
  expect(answered).toBe(1);
  now = onDay(4);
  await recordReadings(db, scope, { supplierId: all[0]!.id, answers: [answer], source: "Personnel", protectedSource: null }, now); // prettier-ignore
  expect((await folder(2))["supplierAnswers"]!.values).toEqual([{ is: "share", part: 1, whole: all.length }]);
  expect((await folder(4))["supplierAnswers"]!.values).toEqual([{ is: "share", part: 2, whole: all.length }]);
});

test("documents are those that were kept at the end of the period, each once, of a supplier and of all merged into it", async () => {
  const [mill, spinner] = await lines();
  const { evidence, duplicateDecisions } = db.t;
  const document = (shows: string, supplierNo: number, recordedAt: Date, undoneAt: Date | null) => ({ id: newId(recordedAt), workspaceNo: scope.workspaceNo, supplierNo, accessClass: "internal" as const, fileName: "a.pdf", kind: "pdf" as const, strength: "primary" as const, sha256: shows.padEnd(64, "0"), bytes: 1, storedPath: "x", shows, issuer: "Firm", issuedOn: null, recordedBy: scope.userId, recordedAt, undoneBy: undoneAt && scope.userId, undoneAt }); // prettier-ignore
  await db.transact(function* (q) {
    yield q
      .insert(evidence)
      .values([
        document("kept", mill!.supplierNo, A_DAY, null),
        document("later", mill!.supplierNo, onDay(4), null),
        document("taken-back-later", spinner!.supplierNo, A_DAY, onDay(4)),
      ]);
    yield q.insert(duplicateDecisions).values({ id: newId(A_DAY), workspaceNo: scope.workspaceNo, pairId: "pair", decision: "merged", fromNo: spinner!.supplierNo, intoNo: mill!.supplierNo, reason: "", leftHash: "", rightHash: "", decidedBy: scope.userId, decidedAt: A_DAY }); // prettier-ignore
  });
  now = onDay(9);
  const shown = async (to: number, suppliers = "") => {
    const { values, tables } = (await folder(to, suppliers))["documents"]!;
    const { rows, all } = tables!["documents"]!;
    expect([values, all]).toEqual([[{ is: "count", count: rows.length }], rows.length]);
    return rows.map(([first]: readonly Cell[]) => (first?.is === "text" ? first.text : "")).sort();
  };
  for (const suppliers of ["", `${mill!.id}\n${spinner!.id}`]) {
    expect(await shown(2, suppliers)).toEqual(["kept", "taken-back-later"]);
    expect(await shown(5, suppliers)).toEqual(["kept", "later"]);
  }
});
