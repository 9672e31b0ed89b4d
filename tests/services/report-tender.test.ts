/** The memo of a vendor check: what it says of decisions, facts and exclusions is what the check's own page says. */
import { eq } from "drizzle-orm";
import { afterAll, beforeAll, expect, test } from "vitest";
import type { DecisionEntry } from "../../app/checks/entries";
import type { Report } from "../../app/reports/model";
import { reportDocument } from "../../app/reports/report-document";
import { checkView } from "../../app/services/checks/check-view.server";
import { correctCheck } from "../../app/services/checks/correct-check.server";
import { memoOf } from "../../app/services/checks/memo.server";
import { fileCheck } from "../../app/services/checks/file-check.server";
import { noteInCheck } from "../../app/services/checks/note.server";
import { recordContract } from "../../app/services/contracts/record-contract.server";
import { noteBuying } from "../../app/services/demand/note-buying.server";
import { submitReport } from "../../app/services/reports/submit-report.server";
import { reportView } from "../../app/services/reports/report-view.server";
import { startReport } from "../../app/services/reports/start-report.server";
import type { Database, Scope } from "../../db/database";
import { A_DAY, aDatabase, aMember, aWorkspace, scopeOf } from "../builders";
import { aDecision, anOpenLot, found, nothingFound, TODAY, toExclude } from "../check-steps";
import { wordingIn } from "../report-wording";
import { pointOf } from "./report-points";

let db: Database;
beforeAll(async () => {
  db = await aDatabase();
});
afterAll(() => db.close());

interface Place {
  readonly scope: Scope;
  /** Who decides about exclusions besides. */
  readonly other: Scope;
}
async function aPlace(): Promise<Place> {
  const workspace = await aWorkspace(db);
  return { scope: scopeOf(workspace), other: scopeOf(workspace, "owner", (await aMember(db, workspace, "owner")).id) };
}

const decide = (scope: Scope, checkId: string, contents: DecisionEntry) =>
  noteInCheck(db, scope, checkId, { kind: "decision", contents }, A_DAY);
const second = (scope: Scope, checkId: string, agreed: boolean, note = "") =>
  noteInCheck(db, scope, checkId, { kind: "decision-second", contents: { decisionId: "decision-1", agreed, note } }, A_DAY); // prettier-ignore

/** A check in which a final conviction was found and an exclusion is proposed. */
async function aProposal({ scope }: Place): Promise<string> {
  const { checkId } = await anOpenLot(db, scope);
  await found(db, scope, checkId, "eu57conviction");
  await nothingFound(db, scope, checkId);
  await decide(scope, checkId, toExclude());
  return checkId;
}

async function memo(
  scope: Scope,
  checkId: string,
): Promise<{ readonly id: string; readonly report: Report; readonly printed: string }> {
  const id = await startReport(
    db,
    scope,
    { type: "tender-check", variant: "", subjectId: checkId, subjectName: "" },
    A_DAY,
  );
  const { filed, template } = await reportView(db, scope, id, A_DAY);
  const { blocks } = reportDocument(filed, template, await wordingIn("en"));
  return { id, report: filed.report, printed: JSON.stringify(blocks) };
}

/** What the page of the check says of each decision and its second member. */
const onThePage = async (scope: Scope, checkId: string) =>
  (await checkView(db, scope, checkId)).status.decisions.map(({ decision, second }) => [
    decision.kind,
    second === null ? null : second.agreed,
  ]);
const inTheMemo = (report: Report) =>
  pointOf(report, "decisions").tables[0]!.rows.map((row) => {
    const [kind, said] = [row[0], row[4]].map((cell) => (cell?.is === "code" ? cell.code : ""));
    return [kind, said === "agreed" ? true : said === "refused" ? false : null];
  });

test("an exclusion that the second member refused is printed as refused, and is no exclusion of the bidder", async () => {
  const place = await aPlace();
  const checkId = await aProposal(place);
  await second(place.other, checkId, false, "The judgment is not final.");
  await decide(
    place.scope,
    checkId,
    aDecision({ decisionId: "decision-2", reasons: "Nothing final.", derogation: "No other firm makes it." }),
  );
  await fileCheck(db, place.scope, checkId, A_DAY);
  const { report, printed } = await memo(place.scope, checkId);
  expect(inTheMemo(report)).toEqual([
    ["exclude", false],
    ["admit", null],
  ]);
  expect(inTheMemo(report)).toEqual(await onThePage(place.scope, checkId));
  expect(pointOf(report, "exclusion")).toMatchObject({ values: [{ is: "code", of: "excluded", code: "none" }], tables: [] }); // prettier-ignore
  expect(printed).toContain("did not agree");
  expect(printed).toContain("The judgment is not final.");
  expect(printed).not.toContain("Regional Court");
});

test("an exclusion to which the second member agreed stands with its ground, hearing and end", async () => {
  const place = await aPlace();
  const checkId = await aProposal(place);
  await second(place.other, checkId, true);
  await fileCheck(db, place.scope, checkId, A_DAY);
  const { report, printed } = await memo(place.scope, checkId);
  expect(inTheMemo(report)).toEqual(await onThePage(place.scope, checkId));
  // A report is frozen for ever; data of a conviction are kept until the exclusion ends, in the check.
  for (const one of ["Regional Court", "2025-05-20", "12/25", "Judgment of a court"])
    expect(JSON.stringify(report)).not.toContain(one);
  expect(printed).toContain("Kept in check no. 1 alone");
  expect(printed).toContain("until the exclusion ends");
  const told = Object.fromEntries(
    pointOf(report, "exclusion").tables[0]!.rows.map(([what, value]) => [what?.is === "code" ? what.code : "", value]),
  );
  expect(told).toMatchObject({
    ground: { is: "code", of: "law-place", code: "57(1)(f)" },
    hearingOn: { is: "day", day: "2026-02-01" },
    endsOn: { is: "day", day: "2030-05-20" },
  });
});

test("a record that was changed since it was filed is not printed, nor sent to review; a correction of it is told", async () => {
  const { scope } = await aPlace();
  const { checkId } = await anOpenLot(db, scope);
  await nothingFound(db, scope, checkId);
  await decide(scope, checkId, aDecision());
  await fileCheck(db, scope, checkId, A_DAY);
  const { id } = await memo(scope, checkId);
  expect((await reportView(db, scope, id, A_DAY)).subject).toEqual({ kind: "check", id: checkId, isIntact: true, correctedBy: null }); // prettier-ignore
  const correctedBy = await correctCheck(db, scope, checkId, "A name was misspelt.", A_DAY);
  expect((await reportView(db, scope, id, A_DAY)).subject).toMatchObject({ isIntact: true, correctedBy });
  const { record } = await memoOf(db, scope, checkId);
  await db.transact(function* (q) {
    yield q.update(db.t.vendorChecks).set({ record: { ...record, bidder: "Another firm" } }).where(eq(db.t.vendorChecks.id, checkId)); // prettier-ignore
  });
  const { filed, subject } = await reportView(db, scope, id, A_DAY);
  expect(subject?.isIntact).toBe(false);
  expect(JSON.stringify(filed.report.sections)).not.toContain("Another firm");
  await expect(submitReport(db, scope, id, { title: "Officer", note: "" }, A_DAY)).rejects.toMatchObject({ code: "report.subject-not-intact", status: 409 }); // prettier-ignore
});

const aFact = (factId: string, text: string) =>
  ({ kind: "fact", contents: { factId, text, source: "Court register", sourceOn: null, origin: "register", status: "established" } }) as const; // prettier-ignore

test("a fact that was not put to the bidder stands in no memo of it", async () => {
  const { scope } = await aPlace();
  const { checkId } = await anOpenLot(db, scope);
  await noteInCheck(db, scope, checkId, aFact("fact-1", "Wages were late in June."), A_DAY);
  await noteInCheck(db, scope, checkId, aFact("fact-2", "Nobody asked the bidder about this."), A_DAY);
  await noteInCheck(db, scope, checkId, { kind: "fact-put", contents: { factId: "fact-1", putOn: "2026-02-01", how: "Letter" } }, A_DAY); // prettier-ignore
  await nothingFound(db, scope, checkId);
  await decide(scope, checkId, aDecision());
  await fileCheck(db, scope, checkId, A_DAY);
  const { report, printed } = await memo(scope, checkId);
  expect(pointOf(report, "facts").values).toEqual([{ is: "count", count: 1 }]);
  expect(printed).toContain("Wages were late in June.");
  expect(JSON.stringify(report)).not.toContain("Nobody asked");
});

/** A filed check at the award whose price does not pay for its hours, and the labour-heavy contract that came of it. */
async function anUnderpaidContract(scope: Scope): Promise<{ readonly checkId: string; readonly contractId: string }> {
  const { checkId } = await anOpenLot(db, scope, { stage: "award", bidders: ["Silent Rival Works"] });
  const input = { price: 1000, currency: "EUR", hours: 100, hourlyWage: 12, onCosts: 0, otherDirectCosts: 0, subcontracted: 0, wageBasis: "law", wageSource: "Act", wageSourceOn: TODAY } as const; // prettier-ignore
  await noteInCheck(db, scope, checkId, { kind: "floor", contents: input }, A_DAY);
  await nothingFound(db, scope, checkId);
  await decide(scope, checkId, aDecision());
  await fileCheck(db, scope, checkId, A_DAY);
  const contractId = await recordContract(db, scope, { reference: "C", title: "Cleaning", contractor: "Silent Rival Works", startsOn: "2025-06-01", endsOn: "", checkId }, A_DAY); // prettier-ignore
  const facts = { labourHeavy: "yes", recruitment: null, recruitmentCost: null, currency: null, depthKnown: 1, depthAllowed: 1, agencies: "none", agenciesAllowed: "no" } as const; // prettier-ignore
  await noteBuying(db, scope, { kind: "contract", contractId, contents: facts }, A_DAY);
  return { checkId, contractId };
}

test("behind a memo stands how we buy, and nothing made of other bidders, their contracts or their checks", async () => {
  const { scope } = await aPlace();
  const rival = await anUnderpaidContract(scope);
  const training = { on: "2025-11-05", what: "A day at Silent Rival Works", whom: "buyers", people: 6, outOf: 20, hours: 3 } as const; // prettier-ignore
  await noteBuying(db, scope, { kind: "training", contractId: null, contents: training }, A_DAY);
  const { checkId } = await anOpenLot(db, scope);
  await nothingFound(db, scope, checkId);
  await decide(scope, checkId, aDecision());
  await fileCheck(db, scope, checkId, A_DAY);
  const { report } = await memo(scope, checkId);
  const text = JSON.stringify(report);
  for (const one of [rival.checkId, rival.contractId, "Silent Rival", "gap", "labourFloor", "bidders"])
    expect(text).not.toContain(one);
  expect(pointOf(report, "trainingMeasure").values).toEqual([{ is: "share", part: 6, whole: 20 }]);
  const annex = report.sections.filter(({ id }) => id.startsWith("demand")).map(({ id }) => id);
  expect(annex).toEqual(["demandPractices", "demandTraining", "demandTechnology", "demandCommitments"]);
  const rows = pointOf(report, "commitmentTable").tables[0]!.rows;
  expect(rows.some(([, measure]) => measure?.is === "code" && measure.code === "training")).toBe(true);
});
