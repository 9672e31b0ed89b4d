/** What was answered about suppliers, as reports tell it: never from whom or when a protected answer came, each supplier once. */
import { afterAll, beforeAll, expect, test } from "vitest";
import type { Report } from "../../app/reports/model";
import { TEMPLATES } from "../../app/reports/templates";
import { addBidder } from "../../app/services/checks/add-bidder.server";
import { fileCategory } from "../../app/services/categories/file-category.server";
import { fileCheck } from "../../app/services/checks/file-check.server";
import { noteInCheck } from "../../app/services/checks/note.server";
import { openLot } from "../../app/services/checks/open-lot.server";
import { openStage } from "../../app/services/checks/open-stage.server";
import { screenFirms } from "../../app/services/checks/screen-firms.server";
import { recordReadings } from "../../app/services/readings/record-readings.server";
import { releaseReadings } from "../../app/services/readings/release-readings.server";
import { toldList } from "../../app/services/reports/told-list.server";
import { answersOfList } from "../../app/services/reports/fill/outside-answers.server";
import { changeReportSettings } from "../../app/services/reports/report-settings.server";
import { reportView } from "../../app/services/reports/report-view.server";
import { startReport } from "../../app/services/reports/start-report.server";
import type { Database, Scope } from "../../db/database";
import { newId } from "../../db/ids";
import { publishedGeneration } from "../../db/queries/generations";
import { A_DAY, aDatabase, aFolder, aWorkspace, scopeOf } from "../builders";
import { aDecision, aLot, nothingFound } from "../check-steps";
import { importSteps, linesByName } from "./import-steps";
import { pointOf } from "./report-points";

const DAY_MS = 86_400_000;
/** A month before the release, after the list was published. */
const TOLD = new Date(A_DAY.getTime() - 30 * DAY_MS);
const TOLD_ON = TOLD.toISOString().slice(0, 10);
const PUBLISHED = new Date(A_DAY.getTime() - 60 * DAY_MS);
const LIST = "Supplier name,Country,Category\nBirch Mill Ltd,BD,Clothing\nAlder Dye Ltd,BD,Clothing\n";
const folder = aFolder();

let db: Database;
let scope: Scope;
let generation: number;
let mill: { readonly id: string; readonly supplierNo: number };
let checkId: string;
let categoryId: string;
beforeAll(async () => {
  db = await aDatabase();
  scope = scopeOf(await aWorkspace(db));
  await importSteps(db, folder.path, () => PUBLISHED).publish(scope, LIST);
  generation = (await publishedGeneration(db, scope))!;
  mill = (await linesByName(db, scope, generation)).get("Birch Mill Ltd")!;
  const supplierId = mill.id;
  const batch = await recordReadings(
    db,
    scope,
    {
      supplierId,
      answers: [{ what: "feesPaidByWorkers", value: "yes", proof: "interviews", validFrom: TOLD_ON, money: null }],
      source: "Union X, interview with Farida",
      protectedSource: "union",
    },
    TOLD,
  );
  await recordReadings(
    db,
    scope,
    {
      supplierId,
      answers: [{ what: "papersHeldBy", value: "worker", proof: "policy", validFrom: "2026-02-20", money: null }],
      source: "Head of personnel",
      protectedSource: null,
    },
    A_DAY,
  );
  const risk = { groupSize: 30, assessedBy: "Ines", assessedOn: "2026-03-02", assessment: "Every worker of the site says the same; nobody can be told from the answer." }; // prettier-ignore
  await releaseReadings(db, scope, { supplierId, batch }, risk, A_DAY);
  checkId = await aFiledCheck();
  const input = { title: "Shirts", codes: ["18332000-5"], origins: ["BD"], originUnknown: false, places: [], placeUnknown: false, buyer: "DE", regime: "eu" as const }; // prettier-ignore
  categoryId = (await fileCategory(db, scope, { input, measures: ["labourLaw"], ownText: "", corrects: null }, A_DAY)).id; // prettier-ignore
});
afterAll(async () => {
  await db.close();
  folder.remove();
});

async function aFiledCheck(): Promise<string> {
  const lotId = await openLot(db, scope, aLot(), A_DAY);
  await addBidder(db, scope, lotId, { name: "Birch Mill", country: null, identifier: "", supplierId: mill.id }, A_DAY);
  const checkIds = await openStage(db, scope, lotId, "selection", A_DAY);
  await screenFirms(db, scope, checkIds, A_DAY);
  await nothingFound(db, scope, checkIds[0]!);
  await noteInCheck(db, scope, checkIds[0]!, { kind: "decision", contents: aDecision() }, A_DAY);
  await fileCheck(db, scope, checkIds[0]!, A_DAY);
  return checkIds[0]!;
}

async function aReport(type: string, variant: string, facts: Record<string, string> = {}): Promise<Report> {
  const subjectId = type === "category" ? categoryId : type === "espd" || type === "tender-check" ? checkId : "";
  const id = await startReport(db, scope, { type, variant, subjectId, subjectName: "Shirt" }, A_DAY);
  const { settings, seen } = await reportView(db, scope, id, A_DAY);
  const head = { from: settings.from, to: settings.to, organisation: "Buyer", identifier: "", country: "DE", class: "confidential" }; // prettier-ignore
  await changeReportSettings(db, scope, id, { ...head, variant, facts, seen });
  return (await reportView(db, scope, id, A_DAY)).filed.report;
}

const ALL = TEMPLATES.flatMap(({ type, variants }) =>
  variants.filter(({ released }) => released).map(({ id }) => [type, id] as const),
);

test.each(ALL)(
  "the %s report, variant %s, tells neither from whom nor when a released answer came",
  async (type, variant) => {
    for (const facts of type === "response" ? [{}, { suppliers: mill.id }] : [{}]) {
      const report = JSON.stringify(await aReport(type, variant, facts));
      for (const secret of ["Union X", "Farida", TOLD_ON])
        expect([secret, report.includes(secret)]).toEqual([secret, false]);
    }
  },
);

test("the released answer itself is told, on the day of its release; no column tells by a blank that it came in confidence", async () => {
  const folderOf = await aReport("response", "request", { suppliers: mill.id });
  const [row] = pointOf(folderOf, "supplierAnswers").tables[0]!.rows;
  expect(row!.slice(1)).toEqual([
    { is: "count", count: 2 },
    { is: "day", day: "2026-03-02" },
  ]);
  const done = pointOf(folderOf, "done").tables[0]!.rows.filter((cells) =>
    JSON.stringify(cells[2]).includes('"answers"'),
  );
  expect(done.map((cells) => [cells[0], cells[3]])).toEqual([
    [
      { is: "day", day: "2026-03-02" },
      { is: "count", count: 2 },
    ],
  ]);
  const known = pointOf(await aReport("espd", "known"), "knownAnswers").tables[0]!.rows;
  expect(known.map(([field, , since, ...more]) => [field, since, more])).toEqual(
    ["papersHeldBy", "feesPaidByWorkers"].map((of) => [
      { is: "code", of: "field", code: of },
      { is: "day", day: of === "papersHeldBy" ? "2026-02-20" : "2026-03-02" },
      [],
    ]),
  );
});

test("suppliers who answered are those of the list, each once, and of each answer the one in force counts", async () => {
  const share = async () => pointOf(await aReport("statement", "uk"), "looked").values;
  expect(await share()).toEqual([{ is: "share", part: 1, whole: 2 }]);
  // Two numbers the list does not have: one that became the mill, and one that left the list. Then an older answer that came later.
  const [merged, gone] = [900_001, 900_002];
  const row = (supplierNo: number, validFrom: string, value: string, at: Date) => ({ id: newId(at), workspaceNo: scope.workspaceNo, supplierNo, batch: newId(at), what: "feesPaidByWorkers", value, proof: "policy", told: null, validFrom, source: "Letter", protectedSource: null, recordedBy: scope.userId, recordedAt: at }); // prettier-ignore
  const { readings, duplicateDecisions } = db.t;
  const later = new Date(A_DAY.getTime() + 1000);
  await db.transact(function* (q) {
    yield q.insert(readings).values([row(merged, "2025-11-01", "no", later), row(gone, "2026-01-01", "no", later)]);
    yield q.insert(duplicateDecisions).values({ id: newId(A_DAY), workspaceNo: scope.workspaceNo, pairId: "pair", decision: "merged", fromNo: merged, intoNo: mill.supplierNo, reason: "", leftHash: "", rightHash: "", decidedBy: scope.userId, decidedAt: A_DAY }); // prettier-ignore
  });
  expect(await share()).toEqual([{ is: "share", part: 1, whole: 2 }]);
  const list = await toldList(db, scope, { to: "2100-01-01" }, later);
  const { lines } = (await answersOfList(db, scope, list, later))!;
  expect(lines.map(({ supplierNo }) => supplierNo)).toEqual([mill.supplierNo]);
  const stake = pointOf(await aReport("demand", ""), "spendAtStake").tables[0]!.rows.at(-1)!;
  expect(stake[1]).toEqual({ is: "count", count: 1 });
  const fees = pointOf(await aReport("register", ""), "registerAnswers").tables[0]!.rows.find((cells) => JSON.stringify(cells[0]).includes("feesPaidByWorkers"))!; // prettier-ignore
  expect(fees.slice(1)).toEqual([1, 1, 0, 0].map((count) => ({ is: "count", count })));
});

test("a supplier of whom the only answer is not known any more is none of whom an answer is recorded", async () => {
  const { id: supplierId } = (await linesByName(db, scope, generation)).get("Alder Dye Ltd")!;
  const record = (value: string | null, at: Date) =>
    recordReadings(db, scope, { supplierId, answers: [{ what: "papersHeldBy", value, proof: "policy", validFrom: at.toISOString().slice(0, 10), money: null }], source: "Officer", protectedSource: null }, at); // prettier-ignore
  const counted = async () => [
    pointOf(await aReport("statement", "uk"), "looked").values,
    pointOf(await aReport("demand", ""), "spendAtStake").tables[0]!.rows.at(-1)![1],
    pointOf(await aReport("response", "request"), "supplierAnswers").values,
  ];
  const share = (part: number) => ({ is: "share", part, whole: 2 });
  await record("worker", TOLD);
  expect(await counted()).toEqual([[share(2)], { is: "count", count: 2 }, [share(2)]]);
  await record(null, A_DAY);
  expect(await counted()).toEqual([[share(1)], { is: "count", count: 1 }, [share(1)]]);
});
