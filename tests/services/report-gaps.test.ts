/** What is mandatory and of which nothing is told is named before approval, whatever stands beside it. */
import { afterAll, beforeAll, expect, test } from "vitest";
import { emptyPoints, isTold, NOT_MEASURED, type Point, type Report } from "../../app/reports/model";
import { reportDocument } from "../../app/reports/report-document";
import { fileCheck } from "../../app/services/checks/file-check.server";
import { noteInCheck } from "../../app/services/checks/note.server";
import { changeReportSettings } from "../../app/services/reports/report-settings.server";
import { reportView } from "../../app/services/reports/report-view.server";
import { startReport } from "../../app/services/reports/start-report.server";
import { statePoint } from "../../app/services/reports/state-point.server";
import type { Database, Scope } from "../../db/database";
import { A_DAY, aDatabase, aWorkspace, scopeOf } from "../builders";
import { aDecision, anOpenLot, nothingFound } from "../check-steps";
import { wordingIn } from "../report-wording";

let db: Database;
let scope: Scope;
let checkId: string;
beforeAll(async () => {
  db = await aDatabase();
  scope = scopeOf(await aWorkspace(db));
  checkId = (await anOpenLot(db, scope, { bidders: ["Silent Mill"] })).checkId;
  await nothingFound(db, scope, checkId);
  await noteInCheck(db, scope, checkId, { kind: "decision", contents: aDecision() }, A_DAY);
  await fileCheck(db, scope, checkId, A_DAY);
});
afterAll(() => db.close());

async function aReport(type: string, facts: Record<string, string> = {}) {
  const about = { subjectId: type === "espd" || type === "tender-check" ? checkId : "", subjectName: "Shirt" };
  const id = await startReport(db, scope, { type, variant: "", ...about }, A_DAY);
  const { settings, seen, filed } = await reportView(db, scope, id, A_DAY);
  const given = { variant: filed.report.variant, from: settings.from, to: settings.to, organisation: "Buyer", identifier: "", country: "", class: settings.class }; // prettier-ignore
  await changeReportSettings(db, scope, id, { ...given, facts, seen });
  return reportView(db, scope, id, A_DAY);
}
const gapsOf = (report: Report): string[] => emptyPoints(report).map(({ point }) => point);

test("a questionnaire without a purpose lacks its purpose and the right to refuse; with one it lacks neither", async () => {
  const of = async (facts: Record<string, string>) =>
    gapsOf((await aReport("espd", facts)).filed.report).filter((id) => id === "espdFor" || id === "espdRefusal");
  expect(await of({ employees: "40" })).toEqual(["espdFor", "espdRefusal"]);
  expect(await of({ purpose: "contract" })).toEqual([]);
});

test("a folder names each entry of the request and the identifiers that are missing, one by one", async () => {
  const asked = ["authority", "caseReference", "requestedOn", "dueOn", "contact", "language", "identifiers"];
  const of = async (facts: Record<string, string>) =>
    gapsOf((await aReport("response", facts)).filed.report).filter((id) => asked.includes(id));
  expect(await of({})).toEqual(asked);
  expect(await of({ authority: "Market surveillance", dueOn: "2028-02-14" })).toEqual(
    asked.filter((id) => id !== "authority" && id !== "dueOn"),
  );
});

test("where no group of workers is recorded, no report says that nothing is owed: it is not measured", async () => {
  for (const [type, points] of [
    ["statement", ["repaid", "feesRepaid"]],
    ["remediation", ["money", "feesRepaid"]],
    ["response", ["remedyOf"]],
  ] as const) {
    const { filed, template } = await aReport(type);
    expect([type, gapsOf(filed.report).filter((id) => (points as readonly string[]).includes(id))]).toEqual([type, points]); // prettier-ignore
    const printed = JSON.stringify(reportDocument(filed, template, await wordingIn("en")).blocks);
    expect(printed).not.toMatch(/Each currency by itself: none|sums of all its groups/u);
  }
});

test.each([
  ["statement", ["ownChain", "grievances", "incomeLoss", "consulted"]],
  ["remediation", ["leverage", "referral", "incomeLossMeasures"]],
  ["register", ["registerFlr"]],
  ["tender-check", ["priceExplained", "riskSummary"]],
])("what the written template makes mandatory of the %s is named while nobody wrote it", async (type, points) => {
  const gaps = gapsOf((await aReport(type)).filed.report);
  expect(points.filter((point) => !gaps.includes(point))).toEqual([]);
});

const NOTHING: Point = { id: "any", mandatory: true, values: null, statement: null, tables: [], bars: [], heat: [], commitments: [], evidence: [] }; // prettier-ignore
const aTable = (rows: Point["tables"][number]["rows"]): Point => ({
  ...NOTHING,
  values: [],
  tables: [{ id: "any", columns: [{ id: "one", width: 1 }], rows, all: rows.length }],
});
test.each([
  ["a table without a row", aTable([]), false],
  ["a table whose cells are all unknown", aTable([[null]]), false],
  ["a table with a value", aTable([[{ is: "count", count: 0 }]]), true],
  ["a chart without a bar", { ...NOTHING, bars: [{ id: "any", bars: [] }] }, false],
  ["a chart with a bar of no length", { ...NOTHING, bars: [{ id: "any", bars: [{ label: { is: "text" as const, text: "A" }, count: 0 }] }] }, true], // prettier-ignore
  ["pairs of which none is known", { ...NOTHING, heat: [{ id: "any", across: [], down: [], cells: [[null]] }] }, false],
  [
    "what is not measured, with a number beside it",
    { ...NOTHING, values: [NOT_MEASURED, { is: "count" as const, count: 7 }] },
    false,
  ],
  ["the number 0", { ...NOTHING, values: [{ is: "count" as const, count: 0 }] }, true],
])("%s is told or not, by its values", (_what, point, told) => {
  expect(isTold(point)).toBe(told);
});

test.each([
  [".", "report.citation"],
  ["Audit report of SGS", "report.citation"],
  ["/w/SLUG/findings/01jx", "report.reference"],
  ["https://candour.example/w/SLUG/find", "report.reference"],
])("a statement does not rest on %s: it says what to write, and the point stays as it was", async (line, code) => {
  const id = await startReport(db, scope, { type: "statement", variant: "", subjectId: "", subjectName: "" }, A_DAY);
  const evidence = line.replace("SLUG", scope.workspaceSlug);
  const given = { point: "about", text: "We sew shirts.", evidence, replaces: "" };
  await expect(statePoint(db, scope, id, given, A_DAY)).rejects.toMatchObject({ code, status: 422 });
  expect(gapsOf((await reportView(db, scope, id, A_DAY)).filed.report)).toContain("about");
  await statePoint(db, scope, id, { ...given, evidence: "Company register, 2 March 2026, intranet" }, A_DAY);
  expect(gapsOf((await reportView(db, scope, id, A_DAY)).filed.report)).not.toContain("about");
});
