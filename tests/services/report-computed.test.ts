/** Tables beside what people write: what is stated stands in them, what is not is counted as unknown, and what is closed stays closed. */
import { afterAll, beforeAll, expect, test } from "vitest";
import type { Report } from "../../app/reports/model";
import { periodRows } from "../../app/reports/response-clock";
import { signsOf } from "../../app/services/reports/fill/early-signs";
import { sizeOf } from "../../app/services/reports/fill/sites";
import { FEW, masks } from "../../app/services/reports/fill/public.server";
import { partCell } from "../../app/services/reports/fill/stated-facts";
import {
  stepsFilled,
  termsFilled,
  tierOf,
  trainingFilled,
} from "../../app/services/reports/fill/statement-more.server";
import { recordContract } from "../../app/services/contracts/record-contract.server";
import { noteContract } from "../../app/services/contracts/note-contract.server";
import { changeFinding } from "../../app/services/findings/step-finding.server";
import { recordFinding } from "../../app/services/findings/record-finding.server";
import { recordAction } from "../../app/services/remedy/record-action.server";
import { noteStep } from "../../app/services/remedy/note-step.server";
import { reportView } from "../../app/services/reports/report-view.server";
import { startReport } from "../../app/services/reports/start-report.server";
import type { Database, Scope } from "../../db/database";
import { A_DAY, aDatabase, aSupplier, aWorkspace, scopeOf } from "../builders";
import { anAction } from "../remedy-facts";
import { pointOf, rowsOf, text } from "./report-points";

let db: Database;
let scope: Scope;
const TODAY = "2026-03-02";
beforeAll(async () => {
  db = await aDatabase();
  const workspace = await aWorkspace(db);
  scope = scopeOf(workspace);
  const mill = await aSupplier(db, workspace, {
    name: "Mill of Osh",
    seat: "KG",
    city: "Osh",
    workers: 120,
    score: 60,
  });
  await aSupplier(db, workspace, { name: "Nobody Knows", seat: "TR" });
  const about = { supplierId: mill.id, source: "authority", saidBy: "Inspectorate", foundOn: TODAY, site: "Hall 2", product: "Shirts", indicators: ["ILO-07"], severity: "severe", summary: "Papers are kept.", namesNobody: true } as const; // prettier-ignore
  const findingId = await recordFinding(db, scope, { ...about, accessClass: "internal" }, A_DAY);
  await recordFinding(db, scope, { ...about, site: "Hall 9", accessClass: "confidential" }, A_DAY);
  await changeFinding(db, scope, { findingId, version: 1 }, { kind: "ask", text: "Please tell us.", on: TODAY, answerBy: "2026-03-20" }, A_DAY); // prettier-ignore
  await changeFinding(
    db,
    scope,
    { findingId, version: 2 },
    { kind: "reply", text: "We gave them back.", on: TODAY },
    A_DAY,
  );
  const id = await recordAction(db, scope, { supplierId: mill.id, findingId, facts: anAction(scope.userId) }, A_DAY);
  await noteStep(db, scope, { id, kind: "escalation", on: TODAY, result: null, text: "Wrote to the parent." }, A_DAY); // prettier-ignore
  const contractId = await recordContract(db, scope, { reference: "C-1", title: "Shirts", contractor: "Mill of Osh", startsOn: "2025-06-01", endsOn: "", checkId: null }, A_DAY); // prettier-ignore
  await noteContract(db, scope, contractId, { kind: "terms", contents: { measures: ["feeBan"], clauses: "Annex 4", labourCostLine: "", employerPays: "Line 7", subcontractors: "", agencies: "", auditAccess: "Any day" } }, A_DAY); // prettier-ignore
});
afterAll(() => db.close());

async function reportOf(type: string): Promise<Report> {
  const given = { type, variant: "", subjectId: "", subjectName: type === "response" ? "Shirt" : "" };
  const id = await startReport(db, scope, given, A_DAY);
  return (await reportView(db, scope, id, A_DAY)).filed.report;
}

test("a register tells town and workers of whom they are stated, and of how many of all they are not", async () => {
  const point = pointOf(await reportOf("register"), "registerSites");
  expect(rowsOf(point, "sites").map(({ supplier, city, workers, address }) => [supplier, city, workers, address])).toEqual([
    [text("Mill of Osh"), text("Osh"), { is: "count", count: 120 }, null],
  ]); // prettier-ignore
  const stated = Object.fromEntries(rowsOf(point, "siteStated").map(({ what, of }) => [what?.is === "code" ? what.code : "", of])); // prettier-ignore
  expect(stated).toMatchObject({
    city: { is: "share", part: 1, whole: 2 },
    address: { is: "share", part: 0, whole: 2 },
  });
});

test("a site that a confidential finding names stands in no register that more people read", async () => {
  const report = await reportOf("register");
  expect(rowsOf(pointOf(report, "registerSites"), "namedSites").map(({ site }) => site)).toEqual([text("Hall 2")]);
  expect(rowsOf(pointOf(report, "registerIndicators"), "hits")).toHaveLength(1);
  expect(JSON.stringify(report)).not.toContain("Hall 9");
});

test("a register tells what contracts that ran ask, and no point asks twice for owner and review", async () => {
  const report = await reportOf("register");
  expect(rowsOf(pointOf(report, "registerAudits"), "clauses")).toMatchObject([{ contractor: text("Mill of Osh"), clauses: text("Annex 4"), audit: text("Any day") }]); // prettier-ignore
  expect(pointOf(report, "registerReview")).toBeUndefined();
});

test("a public statement tells tiers, terms and effects in numbers, and names no supplier, site or contract", async () => {
  const report = await reportOf("statement");
  expect(rowsOf(pointOf(report, "contractTerms"), "termCounts")[0]).toEqual({ term: { is: "code", of: "contract-term", code: "any" }, contracts: { is: "share", part: 1, whole: 1 } }); // prettier-ignore
  expect(rowsOf(pointOf(report, "ownChain"), "tiers")).toEqual([{ tier: { is: "code", of: "tier", code: "unknown" }, suppliers: { is: "share", part: 2, whole: 2 } }]); // prettier-ignore
  expect(pointOf(report, "training").values).toBeNull();
  for (const name of ["Mill of Osh", "Hall", "C-1", "Annex 4", "Wrote to"]) expect(JSON.stringify(report)).not.toContain(name); // prettier-ignore
});

test("the log has the supplier's reply beside its finding, and each escalation with its day", async () => {
  const report = await reportOf("remediation");
  const replies = rowsOf(pointOf(report, "findingsOpen"), "replies");
  expect(replies.map(({ site, reply }) => [site, reply])).toEqual(
    expect.arrayContaining([
      [text("Hall 2"), text("We gave them back.")],
      [text("Hall 9"), { is: "code", of: "reply", code: "not-asked" }],
    ]),
  );
  expect(rowsOf(pointOf(report, "leverage"), "escalations")).toMatchObject([{ day: { is: "day", day: TODAY }, what: text("Wrote to the parent.") }]); // prettier-ignore
});

test("a folder says where and by whom each thing was done, and which record tells it", async () => {
  const done = rowsOf(pointOf(await reportOf("response"), "done"), "done");
  const finding = done.find(({ what, site }) => what?.is === "code" && what.code === "finding" && site?.is === "text" && site.text === "Hall 2"); // prettier-ignore
  expect(finding).toMatchObject({ basis: { is: "code", of: "guidelines", code: "finding" } });
  expect([finding?.["who"], finding?.["id"]].every((cell) => cell?.is === "text")).toBe(true);
});

test("a part of a workforce is withheld where it or its rest would be under five people", () => {
  const of = (workers: number | null) => ({ line: { workers }, told: {} }) as unknown as Parameters<typeof partCell>[0];
  expect(partCell(of(40), 0.5)).toEqual({ is: "code", of: "percent", code: "0.5" });
  expect([partCell(of(40), 0.05), partCell(of(40), 0.95), partCell(of(3), 1)]).toEqual([
    text("–"),
    text("–"),
    text("–"),
  ]);
  expect([partCell(of(null), 0.5), partCell(of(40), undefined)]).toEqual([{ is: "code", of: "percent", code: "0.5" }, null]); // prettier-ignore
});

test("an unknown answer is neither a sign nor its absence", () => {
  expect(signsOf({})).toEqual({ signs: [], known: 0 });
  expect(signsOf({ feesPaidByWorkers: "unknown", papersHeldBy: "unknown", freedomToLeave: "unknown" })).toEqual({ signs: [], known: 0 }); // prettier-ignore
  expect(signsOf({ feesPaidByWorkers: "no", papersHeldBy: "agent", freedomToLeave: "no" })).toEqual({ signs: ["papersHeldBy", "freedomToLeave"], known: 3 }); // prettier-ignore
  expect(signsOf({ feePerWorkerUsd: 0, passportRetention: "yes" })).toEqual({ signs: ["papersHeldBy"], known: 2 });
});

test("a tier is read from its number, and other words are no number", () => {
  expect(["2", "Tier 3", "1st", "raw material", "", null, "1-2"].map(tierOf)).toEqual([2, 3, 1, "other", "unknown", "unknown", "other"]); // prettier-ignore
  expect([9, 10, 49, 50, 250].map(sizeOf)).toEqual(["micro", "small", "small", "medium", "large"]);
});

test("people, steps and actions of one to four are told in no public account; without entries nothing is told", () => {
  const period = { from: "2026-01-01", to: "2026-12-31" };
  const training = (people: number) =>
    ({ contents: { on: TODAY, what: "x", whom: "buyers", people, outOf: null, hours: 2 } }) as Parameters<typeof trainingFilled>[0][number]; // prettier-ignore
  const hide = masks(() => true, { findings: 0, actions: 0, decisions: 0, pairs: 0 });
  const told = (people: number) => hide["training"]!(trainingFilled([training(people)], period)).tables!["trainingByWhom"]!.rows[0]; // prettier-ignore
  expect([told(4)![2], told(5)![2]]).toEqual([FEW, { is: "count", count: 5 }]);
  const share = (part: number, whole: number) => ({ is: "share", part, whole }) as const;
  const effects = (part: number, whole: number) => hide["measures"]!({ values: [], tables: { effects: { rows: [[null, share(part, whole)]] } } }).tables!["effects"]!.rows[0]![1]; // prettier-ignore
  expect([effects(1, 9), effects(6, 9), effects(0, 3), effects(5, 10)]).toEqual([FEW, FEW, FEW, share(5, 10)]);
  expect([trainingFilled([], period), termsFilled([]), stepsFilled({ steps: [] }, period)]).toEqual([{ values: null }, { values: null }, { values: null }]); // prettier-ignore
});

test("periods run from the days that were entered, by the stated calendar and its holidays; without a calendar no working day is counted", () => {
  const facts = { requestedOn: "2028-01-03", calendarOf: "The authority", restDays: "sat-sun", decidedOn: "2028-03-01", furtherOn: "2028-01-03", openedOn: "2028-01-31" }; // prettier-ignore
  const ends = (given: Record<string, string>) => Object.fromEntries(periodRows(given).map(([step, , , end]) => [step?.is === "code" ? step.code : "", end?.is === "day" ? end.day : end?.is === "code" ? end.code : null])); // prettier-ignore
  expect(ends(facts)).toMatchObject({ answer: "2028-02-14", further: "2028-02-14/2028-03-27", decision: "2028-10-31", closing: null, review: null }); // prettier-ignore
  expect(ends({ ...facts, holidays: "2028-01-06" })["answer"]).toBe("2028-02-15");
  expect([ends({ ...facts, perishable: "yes" })["obey"], ends(facts)["obey"]]).toEqual(["2028-03-15", "2028-04-12"]);
  const { calendarOf: _none, ...without } = facts;
  expect(ends(without)).toMatchObject({ answer: null, obey: null, decision: "2028-10-31" });
});
