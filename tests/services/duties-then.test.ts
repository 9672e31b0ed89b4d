/** Evidence of commitments and judgements as known on a past day: records, what was taken back, replaced and released later, as they were. */
import { createHash } from "node:crypto";
import { writeFileSync } from "node:fs";
import path from "node:path";
import { eq } from "drizzle-orm";
import { afterEach, beforeEach, expect, test } from "vitest";
import { evidenceAsked } from "../../app/lib/duty-page.server";
import { correctCheck } from "../../app/services/checks/correct-check.server";
import { fileCheck } from "../../app/services/checks/file-check.server";
import { noteInCheck } from "../../app/services/checks/note.server";
import { commitmentView } from "../../app/services/commitments/commitment-view.server";
import { commitmentsThen } from "../../app/services/commitments/commitments-then.server";
import { evidenceView } from "../../app/services/commitments/evidence-view.server";
import { judgeCommitment } from "../../app/services/commitments/judge-commitment.server";
import { stateBuyer } from "../../app/services/commitments/state-buyer.server";
import { takeBackJudgement } from "../../app/services/commitments/take-back-judgement.server";
import { noteContract } from "../../app/services/contracts/note-contract.server";
import { recordContract } from "../../app/services/contracts/record-contract.server";
import { addEvidence } from "../../app/services/evidence/add-evidence.server";
import { takeBackEvidence } from "../../app/services/evidence/take-back-evidence.server";
import { findingFor } from "../../app/services/findings/findings-view.server";
import { recordFinding } from "../../app/services/findings/record-finding.server";
import { confirmSettlement, proposeSettlement } from "../../app/services/findings/settle-finding.server";
import { changeFinding, takeBackFinding } from "../../app/services/findings/step-finding.server";
import { undoImport } from "../../app/services/imports/publish-import.server";
import { acceptPlan } from "../../app/services/plan/accept-plan.server";
import { draftPlan } from "../../app/services/plan/draft-plan.server";
import { recordReadings } from "../../app/services/readings/record-readings.server";
import { releaseReadings } from "../../app/services/readings/release-readings.server";
import { undoReadings } from "../../app/services/readings/undo-readings.server";
import { answerProposal } from "../../app/services/remedy/answer-proposal.server";
import { decideSupplier } from "../../app/services/remedy/decide-supplier.server";
import { enterRepayment } from "../../app/services/remedy/enter-repayment.server";
import { moveAction } from "../../app/services/remedy/move-action.server";
import { recordAction } from "../../app/services/remedy/record-action.server";
import { recordGroup } from "../../app/services/remedy/record-group.server";
import { verifyAction } from "../../app/services/remedy/verify-action.server";
import { withdrawEntry } from "../../app/services/remedy/withdraw-entry.server";
import { approveReport } from "../../app/services/reports/approve-report.server";
import { correctReport } from "../../app/services/reports/correct-report.server";
import { reportView } from "../../app/services/reports/report-view.server";
import { startReport } from "../../app/services/reports/start-report.server";
import { statePoint } from "../../app/services/reports/state-point.server";
import { submitReport } from "../../app/services/reports/submit-report.server";
import { toolsThen } from "../../app/services/trail/tools-then.server";
import { screenSoon } from "../../app/services/screening/screen-soon.server";
import type { Database, Scope } from "../../db/database";
import { aFolder, aMember } from "../builders";
import { aDecision as aCheckDecision, anOpenLot, nothingFound } from "../check-steps";
import { aDecision, aGroup, anAction } from "../remedy-facts";
import { erase, story } from "./day-story";
import { aList, aPast, dayText, now, onDay, type Past } from "./past-steps";
import { runJobs } from "./screening-steps";
import { publishAsItIs } from "./as-it-is";

let past: Past;
let db: Database;
let scope: Scope;
let second: Scope;
let mill: string;
let folder: ReturnType<typeof aFolder>;
beforeEach(async () => {
  past = await aPast();
  folder = aFolder();
  ({ db, scope } = past);
  const { workspaceNo: no, workspaceId: id, workspaceSlug: slug, userId } = scope;
  second = { ...scope, role: "officer", userId: (await aMember(db, { no, id, slug, userId }, "officer")).id };
  await past.publish(aList(12));
  mill = (await past.idsNow())[0]!;
});
afterEach(async () => {
  await past.end();
  folder.remove();
});

const EVERYTHING = { words: "", jurisdiction: null, binds: null, theme: null, when: null, by: null, confidence: null, forUs: false } as const; // prettier-ignore
const ROW = "ILO-FR-01";
const today = () => now().toISOString().slice(0, 10);
const judge = (replaces: string, judgement = "partly", who = scope) =>
  judgeCommitment(db, who, ROW, { judgement, reason: `So it is on ${today()}.`, replaces }, now());

/** Both pages without what can be done there. */
async function pages(reader: Scope, day: string | null = null) {
  const then = day === null ? null : await commitmentsThen(db, reader, day);
  const { mayJudge: _may, ...all } = await evidenceView(db, reader, EVERYTHING, day ?? today(), then);
  const { mayJudge: _too, ...one } = await commitmentView(db, reader, ROW, day ?? today(), then);
  return { all, one };
}
const readers = async (day: string | null = null) => ({
  owner: await pages(scope, day),
  officer: await pages(second, day),
  purchaser: await pages({ ...scope, role: "purchaser" }, day),
});

/** Tells one thing a day, and compares each day's pages with what they are as of that day once all was told. */
async function holds(
  steps: readonly (() => Promise<unknown>)[],
): Promise<readonly Awaited<ReturnType<typeof pages>>[]> {
  const noted = await story(steps, readers, 1);
  for (const [index, before] of noted.entries())
    expect(await readers(dayText(index + 1)), `day ${index + 1}`).toEqual(before);
  return noted.map(({ owner }) => owner);
}
/** How many records of a kind the row has, day by day. */
const counts = (noted: readonly Awaited<ReturnType<typeof pages>>[], row: string, kind: string) =>
  noted.map(({ all }) => all.rows.find((one) => one.row.id === row)!.evidence.kinds.find((one) => one.kind === kind)!.tally?.count); // prettier-ignore

test("judgements of a past day are those that stood then, with what came after them by then", async () => {
  let [first, second_, group, entry] = ["", "", "", ""];
  const noted = await holds([
    async () => (first = await judge("")),
    async () => (group = await recordGroup(db, scope, { supplierId: mill, actionId: null, facts: aGroup() }, now())),
    async () => (entry = await enterRepayment(db, scope, { groupId: group, entry: { kind: "confirmation", on: dayText(1), amount: "10000", proof: "Minutes", party: "union", acceptedBy: "workers", inPrivate: true } }, now())), // prettier-ignore
    async () => (second_ = await judge(first, "not-met")),
    async () => withdrawEntry(db, scope, { groupId: group, entryId: entry, reason: "Another group" }, now()),
    async () => takeBackJudgement(db, scope, { judgementId: second_, commitmentId: ROW }, "Another row.", now()),
    async () => judge("", "met"),
    async () => stateBuyer(db, scope, { country: "DE", body: null, size: null, buys: null, sector: null, sellsTo: [] }, now()), // prettier-ignore
  ]);
  const stood = noted.map(({ one: { judged } }) => judged && [judged.judgement, judged.madeBefore.evidence]);
  expect(stood).toEqual([["partly", false], ["partly", true], ["partly", true], ["not-met", false], ["not-met", false], null, ["met", false], ["met", false]]); // prettier-ignore
  expect(noted.map(({ one }) => one.history.length)).toEqual([1, 1, 1, 2, 2, 2, 3, 3]);
  expect(noted[3]!.one.history.map(({ replacedAt }) => replacedAt === null)).toEqual([true, false]);
  expect(counts(noted, ROW, "confirmed")).toEqual([0, 0, 1, 1, 0, 0, 0, 0]);
  const { all, one } = await pages(scope, dayText(0));
  expect([one.judged, one.history, all.rows.filter(({ judged }) => judged !== null)]).toEqual([null, [], []]);
  expect((await toolsThen(db, scope, dayText(4))).judgements).toBe(1);
  expect((await toolsThen(db, scope, dayText(6))).judgements).toBe(0);
  const asked = async (day: number) => (await evidenceAsked(db, scope, new URLSearchParams({ on: dayText(day) }), await commitmentsThen(db, scope, dayText(day)))).forUs; // prettier-ignore
  expect([await asked(7), await asked(8)]).toEqual([false, true]);
});

test("follow-up, findings, answers and documents count on a past day as they stood then", async () => {
  const findingOf = { supplierId: mill, source: "authority", saidBy: "Inspectorate", foundOn: dayText(0), site: null, product: null, indicators: [], severity: "severe", summary: "Papers are kept.", accessClass: "internal", namesNobody: true } as const; // prettier-ignore
  let [action, decision, finding, answers, held, document] = ["", "", "", "", "", ""];
  const seen = async () => ({ findingId: finding, version: (await findingFor(db, scope, finding)).finding.version });
  const paper = async () => {
    const [file, content] = [path.join(folder.path, "paper"), Buffer.from("Invented report\n")];
    writeFileSync(file, content);
    const of = { fileName: "report.txt", path: file, bytes: content.length, sha256: createHash("sha256").update(content).digest("hex"), issuedOn: null, expiresOn: null }; // prettier-ignore
    const said = { shows: "What was found", issuer: "An office", strength: "primary", tier: null, site: null, product: null, accessClass: "internal", showsPersons: false } as const; // prettier-ignore
    return addEvidence(db, scope, { supplierId: mill, use: null, ...of, ...said }, folder.path, now());
  };
  const answer = { what: "papersHeldBy", value: "employer", proof: "policy", validFrom: dayText(0), money: null } as const; // prettier-ignore
  const told = (protectedSource: "union" | null) =>
    recordReadings(db, scope, { supplierId: mill, answers: [answer], source: "By letter", protectedSource }, now());
  const risk = { groupSize: 24, assessedBy: "Ine Advisor", assessedOn: dayText(13), assessment: "The union was asked; all 24 workers of the shift say the same, and none can be told apart." }; // prettier-ignore
  const noted = await holds([
    async () => (action = await recordAction(db, scope, { supplierId: mill, findingId: null, facts: anAction(scope.userId) }, now())), // prettier-ignore
    async () => {
      await moveAction(db, scope, { id: action, version: 1, to: "done", on: today(), text: "" }, now());
      await verifyAction(db, second, { id: action, version: 2, how: "Seen" }, now());
    },
    async () => moveAction(db, scope, { id: action, version: 3, to: "under-way", on: today(), text: "Fees again" }, now()), // prettier-ignore
    async () => {
      decision = await decideSupplier(db, scope, { supplierId: mill, facts: aDecision(scope.userId) }, now());
      finding = await recordFinding(db, scope, findingOf, now());
    },
    async () => answerProposal(db, second, { decisionId: decision, answer: "confirm", reason: "" }, now()),
    async () => changeFinding(db, scope, await seen(), { kind: "reply", text: "It denies it.", on: today() }, now()),
    async () => {
      await proposeSettlement(db, scope, { ...(await seen()), to: "substantiated", reason: "Final", on: today() }, now()); // prettier-ignore
      await confirmSettlement(db, second, await seen(), now());
      finding = await recordFinding(db, scope, findingOf, now());
    },
    async () => takeBackFinding(db, scope, { ...(await seen()), reason: "Another mill" }, now()),
    async () => (answers = await told(null)),
    async () => undoReadings(db, scope, { supplierId: mill, batch: answers }, now()),
    async () => (document = (await paper()).id),
    async () => {
      held = await told("union");
      await takeBackEvidence(db, scope, document, "The wrong report.", now());
    },
    async () => releaseReadings(db, scope, { supplierId: mill, batch: held }, risk, now()),
  ]);
  expect(counts(noted, "OECD-DDG-04", "verified").slice(0, 4)).toEqual([0, 1, 0, 0]);
  expect(counts(noted, "OSCE-0807-01", "decision").slice(2, 6)).toEqual([0, 0, 1, 1]);
  expect(counts(noted, "COE-CETS197-03", "finding").slice(2, 8)).toEqual([0, 1, 1, 1, 2, 1]);
  expect(counts(noted, "COE-CETS197-03", "reply").slice(4, 8)).toEqual([0, 1, 1, 1]);
  expect(counts(noted, "COE-CETS197-03", "assessed").slice(4, 8)).toEqual([0, 0, 1, 1]);
  expect(counts(noted, ROW, "recruitment").slice(7)).toEqual([0, 1, 0, 0, 0, 1]);
});

test("lists, plans, comparisons, checks, contracts and reports count on a past day as they stood then", async () => {
  const { checkId } = await anOpenLot(db, scope, { stage: "award" });
  const floor = { price: 1000, currency: "EUR", hours: 100, hourlyWage: 12, onCosts: 0, otherDirectCosts: 0, subcontracted: 0, wageBasis: "law", wageSource: "Act", wageSourceOn: dayText(0) } as const; // prettier-ignore
  await nothingFound(db, scope, checkId);
  await noteInCheck(db, scope, checkId, { kind: "decision", contents: aCheckDecision() }, now());
  let [next, contract, report, correction] = ["", "", "", ""];
  const agree = (measures: ("feeBan" | "complaints")[]) =>
    noteContract(db, scope, contract, { kind: "terms", contents: { clauses: "", labourCostLine: "", employerPays: "", subcontractors: "", agencies: "", auditAccess: "", measures } }, now()); // prettier-ignore
  const publish = async (id: string) => {
    await submitReport(db, second, id, { title: "", note: "" }, now());
    const { filed } = await reportView(db, scope, id, now());
    await approveReport(db, scope, id, { title: "", note: "", contentSha256: filed.sha256!, knowsGaps: true }, now());
    await publishAsItIs(db, scope, id, now());
  };
  const noted = await holds([
    async () => (next = await past.publish(aList(14))),
    async () => undoImport(db, scope, next, now()),
    async () => {
      await draftPlan(db, scope, 3, now());
      await acceptPlan(db, scope, "", now());
    },
    async () => {
      await db.commitPlain(await screenSoon(db, scope, now()));
      await runJobs(db, scope, folder.path);
    },
    async () => noteInCheck(db, scope, checkId, { kind: "floor", contents: floor }, now()),
    async () => fileCheck(db, scope, checkId, now()),
    async () => {
      contract = await recordContract(db, scope, { reference: "C", title: "Cleaning", contractor: "Broom", startsOn: today(), endsOn: "", checkId }, now()); // prettier-ignore
      await agree(["feeBan"]);
    },
    async () => agree(["complaints"]),
    async () => correctCheck(db, scope, checkId, "The wage was another.", now()),
    async () => {
      report = await startReport(db, second, { type: "statement", variant: "uk", subjectId: "", subjectName: "" }, now()); // prettier-ignore
      await statePoint(db, second, report, { point: "recruitmentPolicy", text: "Employers pay.", evidence: "Policy on recruitment, 2 March 2026", replaces: "" }, now()); // prettier-ignore
      await publish(report);
    },
    async () => {
      correction = await correctReport(db, second, report, "A sum was wrong.", now());
      await publish(correction);
    },
  ]);
  expect(counts(noted, "OSCE-0617-02", "list").slice(0, 3)).toEqual([2, 1, 1]);
  expect(counts(noted, "OSCE-0617-02", "plan").slice(1, 4)).toEqual([0, 1, 1]);
  expect(counts(noted, "US-TA307-01", "screening").slice(2, 5)).toEqual([0, 1, 1]);
  expect(counts(noted, "OSCE-MG18-03", "clauseFeeBan").slice(5, 9)).toEqual([0, 1, 0, 0]);
  expect(counts(noted, "OSCE-0807-01", "check").slice(4, 9)).toEqual([0, 1, 1, 1, 0]);
  expect(noted.slice(8).map(({ one }) => one.reports!.map(({ version }) => version))).toEqual([[], [1], [2]]);
});

test("what an erased record leaves untold is in no count and said, and no judgement is said to have known all", async () => {
  const id = await recordAction(db, scope, { supplierId: mill, findingId: null, facts: anAction(scope.userId) }, now());
  const row = "OECD-DDG-04";
  await judgeCommitment(db, scope, row, { judgement: "partly", reason: "So it is.", replaces: "" }, now());
  onDay(1);
  await moveAction(db, scope, { id, version: 1, to: "done", on: today(), text: "" }, now());
  const next = await past.publish(aList(14));
  onDay(2);
  await undoImport(db, scope, next, now());
  onDay(3);
  const then = async (reader = scope, of = row, day = 1) =>
    commitmentView(db, reader, of, dayText(day), await commitmentsThen(db, reader, dayText(day)));
  const told = async (day: number) => counts([await pages(scope, dayText(day))], "OSCE-0617-02", "list")[0];
  expect((await then()).judged?.madeBefore.evidence).toBe(false);
  expect([(await then()).untold, await told(1), await told(2)]).toEqual([0, 2, 1]);
  await erase(db, scope, "action.moved");
  // One alone was ever taken back, so it is known which and when.
  await erase(db, scope, "import.undone");
  expect([await told(1), await told(2)]).toEqual([2, 1]);
  const { untold, evidence, judged } = await then();
  expect([untold, evidence.kinds.map(({ kind, tally }) => [kind, tally?.count])]).toEqual([1, [["action", 1], ["verified", 0], ["report", 0]]]); // prettier-ignore
  expect(judged?.madeBefore.evidence).toBeNull();
  expect((await then(scope, ROW)).untold).toBe(0);
  const asPurchaser = await then({ ...scope, role: "purchaser" });
  expect(asPurchaser.untold).toBe(0);
  expect(asPurchaser.evidence.kinds.map(({ tally }) => tally === null)).toEqual([true, true, false]);
});

test("of two lists taken back, one before and one after the end of the day, neither is told once their events were erased", async () => {
  const undone = async (day: number) => {
    onDay(day);
    const id = await past.publish(aList(14 + day));
    onDay(day, 2);
    await undoImport(db, scope, id, now());
  };
  await undone(1);
  onDay(3);
  const last = await past.publish(aList(20));
  onDay(5);
  await undoImport(db, scope, last, now());
  onDay(7);
  expect(counts([await pages(scope, dayText(4))], "OSCE-0617-02", "list")).toEqual([2]);
  await erase(db, scope, "import.undone", "first");
  expect((await pages(scope, dayText(4))).all.untold).toBe(0);
  await erase(db, scope, "import.undone");
  const then = await pages(scope, dayText(4));
  expect([counts([then], "OSCE-0617-02", "list"), then.all.untold]).toEqual([[1], 2]);
});

test("a judgement of a past day is held against the edition that records by then name", async () => {
  await judge("");
  onDay(1);
  await db.transact(function* (q) {
    const { commitmentJudgements: j } = db.t;
    yield q
      .update(j)
      .set({ editionSha256: "0".repeat(64) })
      .where(eq(j.workspaceNo, scope.workspaceNo));
  });
  // The record of the day names the edition that is in use, the row another: the later record counts.
  const then = await commitmentView(db, scope, ROW, dayText(0), await commitmentsThen(db, scope, dayText(0)));
  expect(then.judged?.madeBefore.edition).toBe(true);
  await db.transact(function* (q) {
    yield q.delete(db.t.auditContents).where(eq(db.t.auditContents.workspaceNo, scope.workspaceNo));
  });
  const untold = await commitmentView(db, scope, ROW, dayText(0), await commitmentsThen(db, scope, dayText(0)));
  expect(untold.judged?.madeBefore.edition).toBe(false);
});
