/** The response folder: the clock runs by entered days alone, and what was done stands by its day, of the chosen suppliers only. */
import { afterAll, beforeAll, expect, test } from "vitest";
import { reportDocument } from "../../app/reports/report-document";
import { clockRows } from "../../app/reports/response-clock";
import type { Cell, Report } from "../../app/reports/model";
import { ledgers, shownTotals } from "../../app/services/remedy/ledgers.server";
import { moveAction } from "../../app/services/remedy/move-action.server";
import { noteStep } from "../../app/services/remedy/note-step.server";
import { recordAction } from "../../app/services/remedy/record-action.server";
import { recordGroup } from "../../app/services/remedy/record-group.server";
import { changeReportSettings } from "../../app/services/reports/report-settings.server";
import { reportView } from "../../app/services/reports/report-view.server";
import { startReport } from "../../app/services/reports/start-report.server";
import type { Database, Scope } from "../../db/database";
import { A_DAY, aDatabase, aGeneration, aMember, aSupplier, aWorkspace, scopeOf, type ASupplier } from "../builders";
import { aGroup, anAction } from "../remedy-facts";
import { wordingIn } from "../report-wording";
import { pointOf } from "./report-points";

let db: Database;
let scope: Scope;
let mill: ASupplier;
let dyer: ASupplier;
beforeAll(async () => {
  db = await aDatabase();
  const workspace = await aWorkspace(db);
  scope = scopeOf(workspace);
  const { no: generation } = await aGeneration(db, workspace);
  mill = await aSupplier(db, workspace, { name: "华东纺织印染有限公司", seat: "CN", isic: "1311", level: "indicative", score: 71.26, band: "high", priority: 4, generation }); // prettier-ignore
  dyer = await aSupplier(db, workspace, { name: "Dyer", generation });
  const supplierId = mill.id;
  const id = await recordAction(db, scope, { supplierId, findingId: null, facts: anAction(scope.userId) }, A_DAY);
  await moveAction(db, scope, { id, version: 1, to: "under-way", on: "2026-03-01", text: "" }, A_DAY);
  await noteStep(
    db,
    scope,
    { id, kind: "escalation", on: "2026-02-20", result: null, text: "Letter to the board" },
    A_DAY,
  );
  await recordAction(db, scope, { supplierId: dyer.id, findingId: null, facts: anAction(scope.userId, { title: "Other plan" }) }, A_DAY); // prettier-ignore
  await recordGroup(db, scope, { supplierId, actionId: id, facts: aGroup() }, A_DAY);
});
afterAll(() => db.close());

const tableOf = (report: Report, point: string) => pointOf(report, point).tables[0]!;

async function aFolder(facts: Record<string, string>): Promise<string> {
  const id = await startReport(db, scope, { type: "response", variant: "request", subjectId: "", subjectName: "Cotton shirt" }, A_DAY); // prettier-ignore
  const { settings, seen } = await reportView(db, scope, id, A_DAY);
  const { from, to, organisation } = settings;
  await changeReportSettings(db, scope, id, { variant: "request", from, to, organisation: organisation.name, identifier: "", country: "DE", class: "confidential", facts, seen }); // prettier-ignore
  return id;
}
const ours = () => ({ no: scope.workspaceNo, id: scope.workspaceId, slug: scope.workspaceSlug, userId: scope.userId });
const FACTS = { authority: "Market surveillance", requestedOn: "2028-01-03", dueOn: "2028-02-14", calendarOf: "The authority, its notice of an invented day", restDays: "sat-sun" }; // prettier-ignore

const told = (rows: readonly (readonly Cell[])[], what: string): Cell | undefined =>
  rows.find(([first]) => first?.is === "code" && first.code === what)?.[1];

test("the clock counts by the calendar that was entered; without one it counts nothing, and the authority's day stands", () => {
  const rows = clockRows({ ...FACTS, holidays: "2028-01-06" }, "2028-01-31");
  expect(told(rows, "given")).toEqual({ is: "count", count: 29 });
  expect(told(rows, "usualEnd")).toEqual({ is: "day", day: "2028-02-15" });
  expect(told(rows, "left")).toEqual({ is: "count", count: 10 });
  const { calendarOf: _unknown, ...without } = FACTS;
  const blank = clockRows(without, "2028-01-31");
  for (const what of ["given", "usualEnd", "left", "restDays"]) expect([what, told(blank, what)]).toEqual([what, null]);
  expect(told(blank, "dueOn")).toEqual({ is: "day", day: "2028-02-14" });
});

test("what a person entered stands with their name and day, and keeps them while somebody else enters the rest", async () => {
  const id = await aFolder(FACTS);
  const other: Scope = { ...scope, role: "officer", userId: (await aMember(db, ours(), "officer")).id };
  const { settings, seen } = await reportView(db, other, id, A_DAY);
  const { from, to, organisation } = settings;
  const given = { variant: "request", from, to, organisation: organisation.name, identifier: "", country: "DE", class: "confidential" }; // prettier-ignore
  const facts = { ...FACTS, contact: "Unit 4" };
  const later = new Date(A_DAY.getTime() + 86_400_000);
  await changeReportSettings(db, other, id, { ...given, facts, seen }, later);
  const { filed, template } = await reportView(db, scope, id, A_DAY);
  expect(filed.report.entered!.map((one) => one.facts.toSorted())).toEqual([Object.keys(FACTS).sort(), ["contact"]]);
  expect(filed.report.entered![1]!.at).toBe(later.toISOString());
  const wording = await wordingIn("en");
  const printed = JSON.stringify(reportDocument(filed, template, wording).blocks);
  for (const { by, at } of filed.report.entered!) expect(printed).toContain(`(${by}, ${wording.format.day(at)})`);
});

test("of the chosen supplier stands what was done, in the order of its days, and nothing of another", async () => {
  const id = await aFolder({ ...FACTS, suppliers: `/w/any/suppliers/${mill.id}` });
  const { filed, template, settings } = await reportView(db, scope, id, A_DAY);
  expect(settings.facts["suppliers"]).toBe(mill.id);
  const rows = tableOf(filed.report, "done").rows;
  const days = rows.map(([first]) => (first?.is === "day" ? first.day : ""));
  expect(days).toEqual(days.toSorted());
  expect(rows.map((row) => (row[2]?.is === "code" ? row[2].code : ""))).toEqual(["step-escalation", "step-state", "action"]); // prettier-ignore
  const printed = JSON.stringify(reportDocument(filed, template, await wordingIn("en")).blocks);
  expect(printed).toContain("华东纺织印染有限公司");
  expect(printed).not.toContain("Other plan");
  expect(tableOf(filed.report, "chainMap").rows).toHaveLength(1);
});

test("each figure is its page's: score, what workers are owed, and how many suppliers nobody answered for", async () => {
  const { filed } = await reportView(db, scope, await aFolder({ ...FACTS, suppliers: mill.id }), A_DAY);
  const { report } = filed;
  expect(tableOf(report, "riskThen").rows[0]![3]).toEqual({ is: "number", number: 71.3 });
  const [owed] = shownTotals(await ledgers(db, scope, [mill.no]), "2026-03-02");
  expect(tableOf(report, "remedyOf").rows[0]![1]).toEqual({ is: "money", amount: owed!.owed, currency: "EUR" });
  expect(told(tableOf(report, "unknowns").rows, "answer")).toEqual({ is: "share", part: 1, whole: 1 });
  expect(pointOf(report, "supplierAnswers").values).toEqual([{ is: "share", part: 0, whole: 1 }]);
});

test("what a group under five is owed is in the sum, as on its page, and how many it is stands nowhere", async () => {
  await recordGroup(db, scope, { supplierId: dyer.id, actionId: null, facts: aGroup({ label: "Dyers", workers: 3, receiptsWorkers: 1 }) }, A_DAY); // prettier-ignore
  const { filed, template } = await reportView(db, scope, await aFolder({ ...FACTS, suppliers: dyer.id }), A_DAY);
  const [owed] = shownTotals(await ledgers(db, scope, [dyer.no]), "2026-03-02");
  const { rows, columns } = tableOf(filed.report, "remedyOf");
  expect(rows.map(([, cell]) => cell)).toEqual([{ is: "money", amount: owed!.owed, currency: "EUR" }]);
  expect(columns.map(({ id }) => id)).toEqual(["currency", "owed", "paid", "confirmed"]);
  const printed = JSON.stringify(reportDocument(filed, template, await wordingIn("en")).blocks);
  expect(printed).toContain("the sums of all its groups");
  expect(printed).not.toContain("groups under five stay closed");
});

test("a risk that nothing was done about is named as such, and the clock runs by the day of receipt alone", async () => {
  const generation = (await db.q.select({ no: db.t.generations.no }).from(db.t.generations)).at(-1)!.no;
  const spinner = await aSupplier(db, ours(), { name: "Spinner", level: "indicative", score: 80, band: "high", generation }); // prettier-ignore
  const { filed, template } = await reportView(db, scope, await aFolder({ receivedOn: "2028-01-05", suppliers: `${mill.id}\n${dyer.id}\n${spinner.id}` }), A_DAY); // prettier-ignore
  const point = pointOf(filed.report, "noneTaken");
  expect(point.values).toEqual([{ is: "share", part: 1, whole: 2 }]);
  expect(point.tables[0]!.rows.map(([supplier]) => supplier)).toEqual([{ is: "text", text: "Spinner" }]);
  expect(told(tableOf(filed.report, "clock").rows, "receivedOn")).toEqual({ is: "day", day: "2028-01-05" });
  const printed = JSON.stringify(reportDocument(filed, template, await wordingIn("en")).blocks);
  expect(printed).toContain("None was taken");
});

test("without chosen suppliers it is about the whole list", async () => {
  const { filed } = await reportView(db, scope, await aFolder(FACTS), A_DAY);
  expect(tableOf(filed.report, "chainMap").rows.length).toBe(tableOf(filed.report, "chainMap").all);
  expect(JSON.stringify(tableOf(filed.report, "done").rows)).toContain("Other plan");
});

test("a supplier that is none is refused with a sentence", async () => {
  await expect(aFolder({ ...FACTS, suppliers: "/w/any/suppliers/nobody00000000000000" })).rejects.toMatchObject({
    code: "report.fact-supplier",
    status: 422,
  });
});

test.each(["en", "ru"] as const)("in %s no key and no code of a list is printed", async (language) => {
  const { filed, template } = await reportView(db, scope, await aFolder(FACTS), A_DAY);
  const printed = JSON.stringify(reportDocument(filed, template, await wordingIn(language)).blocks);
  expect(printed).not.toMatch(/reportResponse\.|"(?:step-[a-z]+|sat-sun|usualEnd|placeOfWork)"/u);
});
