/** The questionnaire to a bidder: the five core questions first, nothing known in what is sent, everything known in what stays here. */
import { afterAll, beforeAll, expect, test } from "vitest";
import { CORE_QUESTIONS } from "../../app/recruitment/questions";
import { GROUND_QUESTIONS, OPERATOR_QUESTIONS, refusalOf, SUPPLEMENT } from "../../app/reports/espd-questions";
import { reportDocument } from "../../app/reports/report-document";
import type { Point, Report } from "../../app/reports/model";
import { fileCheck } from "../../app/services/checks/file-check.server";
import { noteInCheck } from "../../app/services/checks/note.server";
import { memoOf } from "../../app/services/checks/memo.server";
import { judgeCommitment } from "../../app/services/commitments/judge-commitment.server";
import { changeReportSettings } from "../../app/services/reports/report-settings.server";
import { reportView } from "../../app/services/reports/report-view.server";
import { startReport } from "../../app/services/reports/start-report.server";
import type { Database, Scope } from "../../db/database";
import { A_DAY, aDatabase, aGeneration, aSupplier, aWorkspace, scopeOf } from "../builders";
import { aDecision, anOpenLot, found, nothingFound } from "../check-steps";
import { wordingIn } from "../report-wording";

let db: Database;
let scope: Scope;
let checkId: string;
beforeAll(async () => {
  db = await aDatabase();
  scope = scopeOf(await aWorkspace(db));
  checkId = (await anOpenLot(db, scope, { bidders: ["Тихая фабрика"] })).checkId;
  await found(db, scope, checkId, "eu57labour");
  await nothingFound(db, scope, checkId);
  await noteInCheck(db, scope, checkId, { kind: "decision", contents: aDecision({ kind: "conditions", reasons: "The duty was breached once.", terms: "Hours are shown each month." }) }, A_DAY); // prettier-ignore
  await fileCheck(db, scope, checkId, A_DAY);
});
afterAll(() => db.close());

const start = (variant: string) => startReport(db, scope, { type: "espd", variant, subjectId: checkId, subjectName: "" }, A_DAY); // prettier-ignore
const pointOf = ({ sections }: Report, id: string): Point | undefined =>
  sections.flatMap(({ points }) => points).find((point) => point.id === id);
const enter = async (id: string, facts: Record<string, string>) => {
  const { settings, seen, filed } = await reportView(db, scope, id, A_DAY);
  const { from, to, organisation } = settings;
  return changeReportSettings(db, scope, id, {
    variant: filed.report.variant,
    from,
    to,
    organisation: organisation.name,
    identifier: "",
    country: "DE",
    class: "confidential",
    facts,
    seen,
  });
};

test("what is sent asks the five core questions first, then who bids with whom and the grounds of the ESPD with their codes, and tells nothing of what is known", async () => {
  const { filed, template } = await reportView(db, scope, await start("send"), A_DAY);
  const { report } = filed;
  const asked = report.sections.flatMap(({ points }) => points.flatMap(({ tables }) => tables.flatMap(({ rows }) => rows.map(([first]) => first)))); // prettier-ignore
  const questions = asked.flatMap((first) => (first?.is === "code" && first.of === "espd-question" ? [first.code] : [])); // prettier-ignore
  expect(questions.slice(0, 14)).toEqual(["hires", "recruiter", "bill", "papers", "repaid", ...Object.keys(OPERATOR_QUESTIONS), ...Object.keys(GROUND_QUESTIONS)]); // prettier-ignore
  expect(questions.slice(0, 5)).toEqual([...CORE_QUESTIONS]);
  const rows = pointOf(report, "coreQuestions")!.tables[0]!.rows;
  expect(JSON.stringify(rows[0])).toContain("4.1: human-traffic · 5.0-alpha: exg-crim-traffick");
  expect(pointOf(report, "supplement")!.tables[0]!.rows).toHaveLength(SUPPLEMENT.length);
  expect(pointOf(report, "knownSteps")).toBeUndefined();
  const printed = JSON.stringify(reportDocument(filed, template, await wordingIn("en")).blocks);
  expect(printed).not.toContain("Judgment of a court");
  expect(printed).toContain("Тихая фабрика");
});

test("a bidder's file says nothing of our supplier list, its model, or what we judged of our own duties", async () => {
  const workspace = await aWorkspace(db);
  const place = scopeOf(workspace);
  const { no: generation } = await aGeneration(db, workspace);
  await aSupplier(db, workspace, { name: "Alder Mill", generation });
  const lot = await anOpenLot(db, place, { bidders: ["Тихая фабрика"] });
  await nothingFound(db, place, lot.checkId);
  await noteInCheck(db, place, lot.checkId, { kind: "decision", contents: aDecision() }, A_DAY);
  await fileCheck(db, place, lot.checkId, A_DAY);
  await judgeCommitment(db, place, "EU-ESPD-01", { judgement: "partly", reason: "Asked of half of them.", replaces: "" }, A_DAY); // prettier-ignore
  for (const [type, variant] of [
    ["espd", "send"],
    ["espd", "known"],
    ["tender-check", ""],
  ] as const) {
    // prettier-ignore
    const id = await startReport(db, place, { type, variant, subjectId: lot.checkId, subjectName: "" }, A_DAY);
    const { filed, template } = await reportView(db, place, id, A_DAY);
    expect([type, filed.report.list, filed.report.method, filed.report.sources]).toEqual([type, null, null, []]);
    const printed = JSON.stringify(reportDocument(filed, template, await wordingIn("en")).blocks);
    expect(printed).not.toMatch(/judged|Supplier list/u);
    expect(JSON.stringify(filed.report)).not.toContain("partly");
  }
});

test("what stays here says of each question what the filed check found, as its record has it", async () => {
  const { filed, template } = await reportView(db, scope, await start("known"), A_DAY);
  const { record } = await memoOf(db, scope, checkId);
  const rows = pointOf(filed.report, "knownSteps")!.tables[0]!.rows;
  const labour = record.steps.find(({ id }) => id === "eu57labour")!;
  const told = rows.find((row) => JSON.stringify(row[0]).includes("labourLaw"))!;
  expect(told[2]).toEqual({ is: "code", of: "step-of-check", code: labour.answer!.result });
  expect(JSON.stringify(told[3])).toContain(labour.answer!.proof);
  expect(pointOf(filed.report, "knownCircle")!.tables[0]!.rows).toHaveLength(record.circle.length);
  // A bidder that is no supplier here: not told, which is not the same as none.
  expect(pointOf(filed.report, "knownAnswers")!.values).toBeNull();
  for (const language of ["en", "ru"] as const)
    expect(JSON.stringify(reportDocument(filed, template, await wordingIn(language)).blocks)).not.toMatch(
      /reportEspd\.|espd-|eu57labour/u,
    );
});

test("the right to refuse is printed where the purpose is a report and the firm is small, or its size is not known", async () => {
  expect(refusalOf(null, 5)).toBeNull();
  expect([refusalOf("reporting", 1000), refusalOf("reporting", 1001), refusalOf("reporting", null)]).toEqual(["may", "no-cap", "may-if-small"]); // prettier-ignore
  expect(refusalOf("contract", 10)).toBe("no-cap");
  const id = await start("send");
  await enter(id, { purpose: "reporting", employees: "0040", asker: "Kim, purchasing", answerBy: "2026-04-01" });
  const { filed, template, settings } = await reportView(db, scope, id, A_DAY);
  expect(settings.facts).toEqual({ purpose: "reporting", employees: "40", asker: "Kim, purchasing", answerBy: "2026-04-01" }); // prettier-ignore
  const { t } = await wordingIn("en");
  const printed = JSON.stringify(reportDocument(filed, template, await wordingIn("en")).blocks);
  expect(printed).toContain(t("reportEspd.refusal.may"));
  expect(printed).toContain("1 April 2026");
});

test.each([
  ["a day that is none", { answerBy: "2026-02-31" }, "report.fact-day"],
  ["a number with a sign", { employees: "-3" }, "report.fact-count"],
  ["a purpose that is not on the list", { purpose: "curiosity" }, "report.fact-choice"],
  ["a line that is too long", { asker: "a".repeat(500) }, "report.fact-text"],
])("%s is refused with a sentence, and nothing is kept", async (_what, facts, code) => {
  const id = await start("send");
  await expect(enter(id, facts)).rejects.toMatchObject({ code, status: 422 });
  expect((await reportView(db, scope, id, A_DAY)).settings.facts).toEqual({});
});
