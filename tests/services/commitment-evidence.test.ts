/** Evidence for commitments, counted from the records, and what named people judge of them, against a real database. */
import { text } from "node:stream/consumers";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { reportDocument } from "../../app/reports/report-document";
import { commitmentView } from "../../app/services/commitments/commitment-view.server";
import { evidenceView } from "../../app/services/commitments/evidence-view.server";
import { evidenceTable, exportEvidence } from "../../app/services/commitments/export-evidence.server";
import { judgeCommitment } from "../../app/services/commitments/judge-commitment.server";
import { stateBuyer } from "../../app/services/commitments/state-buyer.server";
import { takeBackJudgement } from "../../app/services/commitments/take-back-judgement.server";
import { noteContract } from "../../app/services/contracts/note-contract.server";
import { recordContract } from "../../app/services/contracts/record-contract.server";
import { recordFinding, type NewFinding } from "../../app/services/findings/record-finding.server";
import { takeBackFinding } from "../../app/services/findings/step-finding.server";
import { recordReadings } from "../../app/services/readings/record-readings.server";
import { releaseReadings } from "../../app/services/readings/release-readings.server";
import { enterRepayment } from "../../app/services/remedy/enter-repayment.server";
import { moveAction } from "../../app/services/remedy/move-action.server";
import { recordAction } from "../../app/services/remedy/record-action.server";
import { recordGroup } from "../../app/services/remedy/record-group.server";
import { verifyAction } from "../../app/services/remedy/verify-action.server";
import { withdrawEntry } from "../../app/services/remedy/withdraw-entry.server";
import { approveReport } from "../../app/services/reports/approve-report.server";
import { reportView } from "../../app/services/reports/report-view.server";
import { startReport } from "../../app/services/reports/start-report.server";
import { statePoint } from "../../app/services/reports/state-point.server";
import { submitReport } from "../../app/services/reports/submit-report.server";
import { verifyChain } from "../../db/chain";
import type { Database, Scope } from "../../db/database";
import { auditTrail } from "../../db/queries/audit";
import { A_DAY, aDatabase, aGeneration, aMember, aSupplier, aWorkspace, scopeOf, type ASupplier } from "../builders";
import { aGroup, anAction } from "../remedy-facts";
import { wordingIn } from "../report-wording";
import { publishAsItIs } from "./as-it-is";

const TODAY = "2026-03-02";
const later = (days: number) => new Date(A_DAY.getTime() + days * 86_400_000);
let db: Database;
beforeAll(async () => {
  db = await aDatabase();
});
afterAll(() => db.close());

interface Place {
  readonly owner: Scope;
  readonly officer: Scope;
  readonly purchaser: Scope;
  readonly auditor: Scope;
  readonly mill: ASupplier;
}

async function aPlace(): Promise<Place> {
  const workspace = await aWorkspace(db);
  const { no: generation } = await aGeneration(db, workspace);
  const mill = await aSupplier(db, workspace, { name: "Mill", seat: "TR", generation });
  const as = async (role: "officer" | "purchaser" | "auditor") =>
    scopeOf(workspace, role, (await aMember(db, workspace, role)).id);
  return { owner: scopeOf(workspace), officer: await as("officer"), purchaser: await as("purchaser"), auditor: await as("auditor"), mill }; // prettier-ignore
}

const row = async (scope: Scope, id: string, today = TODAY) => commitmentView(db, scope, id, today);
/** Kinds of which something is held, or that this reader may not read. */
const kinds = async (scope: Scope, id: string) =>
  Object.fromEntries((await row(scope, id)).evidence.kinds.map(({ kind, tally }) => [kind, tally?.count ?? null]));
const everything = {
  words: "", jurisdiction: null, binds: null, theme: null, when: null, by: null, confidence: null, forUs: false,
}; // prettier-ignore
const judge = (scope: Scope, replaces = "", more: Partial<{ judgement: string; reason: string }> = {}, now = A_DAY) =>
  judgeCommitment(db, scope, "ILO-FR-01", { judgement: "partly", reason: "Half of them are repaid.", replaces, ...more }, now); // prettier-ignore

const aFinding = (mill: ASupplier, more: Partial<NewFinding> = {}): NewFinding => ({
  supplierId: mill.id,
  source: "authority",
  saidBy: "Labour inspectorate, case 7/2026",
  foundOn: "2026-02-01",
  site: null,
  product: null,
  indicators: ["ILO-07"],
  severity: "severe",
  summary: "Papers of 40 workers lie in the office safe.",
  accessClass: "internal",
  namesNobody: true,
  ...more,
});
const confirmation = (party: "union" | "supplier") =>
  ({ kind: "confirmation", on: "2026-02-20", amount: "10000", proof: "Minutes", party, acceptedBy: "workers", inPrivate: true }) as const; // prettier-ignore

describe("what is held", () => {
  test("actions, and those of them that somebody verified, are counted once for the row, with their days", async () => {
    const { owner, officer, mill } = await aPlace();
    const record = () =>
      recordAction(db, owner, { supplierId: mill.id, findingId: null, facts: anAction(owner.userId) }, A_DAY);
    const [first] = [await record(), await record()];
    await moveAction(db, owner, { id: first, version: 1, to: "done", on: TODAY, text: "Done" }, later(1));
    await verifyAction(db, officer, { id: first, version: 2, how: "Seen" }, later(2));
    const { evidence } = await row(owner, "OECD-DDG-04", "2026-03-06");
    expect(await kinds(owner, "OECD-DDG-04")).toEqual({ action: 2, verified: 1, report: 0 });
    expect(evidence.all).toEqual({ count: 2, newest: "2026-03-04", oldest: TODAY, medianAge: 3 });
  });

  test("a repayment counts as confirmed where workers accepted who confirmed it, and not once it is withdrawn", async () => {
    const { owner, mill } = await aPlace();
    const id = await recordGroup(db, owner, { supplierId: mill.id, actionId: null, facts: aGroup() }, A_DAY);
    const enter = (party: "union" | "supplier") =>
      enterRepayment(db, owner, { groupId: id, entry: confirmation(party) }, A_DAY);
    const entry = await enter("union");
    await enter("supplier");
    expect(await kinds(owner, "UN-GP-07")).toMatchObject({ repayment: 1, confirmed: 1 });
    await withdrawEntry(db, owner, { groupId: id, entryId: entry, reason: "Another group" }, A_DAY);
    expect(await kinds(owner, "UN-GP-07")).toMatchObject({ repayment: 1, confirmed: 0 });
  });

  test("a finding that was taken back is no evidence, and what was told in confidence is never counted", async () => {
    const { owner, officer, mill } = await aPlace();
    const findingId = await recordFinding(db, officer, aFinding(mill), A_DAY);
    await recordFinding(db, owner, aFinding(mill, { source: "union" }), A_DAY);
    expect(await kinds(owner, "COE-CETS197-03")).toMatchObject({ finding: 1, assessed: 0, reply: 0 });
    await takeBackFinding(db, officer, { findingId, version: 1, reason: "Another mill" }, A_DAY);
    expect(await kinds(owner, "COE-CETS197-03")).toMatchObject({ finding: 0 });
  });

  test("a contract speaks for the rows of the clauses its last terms have", async () => {
    const { owner } = await aPlace();
    const id = await recordContract(
      db,
      owner,
      { reference: "C-1", title: "Cleaning", contractor: "Broom", checkId: null, startsOn: TODAY, endsOn: null }, // prettier-ignore
      A_DAY,
    );
    const terms = { clauses: "", labourCostLine: "", employerPays: "", subcontractors: "", agencies: "", auditAccess: "" }; // prettier-ignore
    const agree = (measures: ("feeBan" | "complaints")[]) =>
      noteContract(db, owner, id, { kind: "terms", contents: { ...terms, measures } }, A_DAY);
    await agree(["feeBan"]);
    expect(await kinds(owner, "OSCE-MG18-03")).toMatchObject({ clauseFeeBan: 1 });
    await agree(["complaints"]);
    expect(await kinds(owner, "OSCE-MG18-03")).toMatchObject({ clauseFeeBan: 0 });
    expect(await kinds(owner, "OSCE-0807-03")).toMatchObject({ clauseComplaints: 1 });
    expect(await kinds(owner, "UN-GP-01")).toMatchObject({ contract: 1 });
  });

  test("whoever may not read records of a kind is not told how many there are", async () => {
    const { purchaser, officer, mill } = await aPlace();
    await recordFinding(db, officer, aFinding(mill), A_DAY);
    expect(await kinds(officer, "OSCE-0807-01")).toMatchObject({ finding: 1, check: 0 });
    const seen = await kinds(purchaser, "OSCE-0807-01");
    expect(seen).toMatchObject({ finding: null, assessed: null, decision: null, check: 0 });
    expect((await row(purchaser, "OSCE-0807-01")).evidence.all.count).toBe(0);
  });

  test("what was released counts on the day of its release, whatever day it was told for; what was not counts nowhere", async () => {
    const { owner, auditor, mill } = await aPlace();
    const told = (what: "feesPaidByWorkers" | "papersHeldBy", value: string) =>
      recordReadings(
        db,
        owner,
        {
          supplierId: mill.id,
          answers: [{ what, value, proof: "interviews", validFrom: "2026-01-20", money: null }],
          source: "Union",
          protectedSource: "union",
        },
        later(-20),
      );
    const batch = await told("feesPaidByWorkers", "yes");
    await told("papersHeldBy", "employer");
    expect(await kinds(auditor, "ILO-FR-02")).toMatchObject({ recruitment: 0 });
    const risk = { groupSize: 30, assessedBy: "Ines", assessedOn: TODAY, assessment: "Every worker of the site says the same; nobody can be told from the answer." }; // prettier-ignore
    await releaseReadings(db, owner, { supplierId: mill.id, batch }, risk, A_DAY);
    const { all } = (await row(auditor, "ILO-FR-02")).evidence;
    expect(all).toMatchObject({ count: 1, newest: TODAY, oldest: TODAY });
  });

  test("the page asks each kind once, whatever the number of rows", async () => {
    const statements: string[] = [];
    const watched = await aDatabase();
    const spied = new Proxy(watched, {
      get: (target, name) => {
        if (name === "q") statements.push("q");
        return Reflect.get(target, name) as unknown;
      },
    });
    const scope = scopeOf(await aWorkspace(watched));
    await evidenceView(spied, scope, { ...everything, words: "no row has these words" }, TODAY);
    const asked = statements.length;
    const { rows } = await evidenceView(spied, scope, everything, TODAY);
    expect(rows).toHaveLength(269);
    expect(statements.length - asked).toBe(asked);
    await watched.close();
  });
});

describe("what is judged", () => {
  test("a judgement stands with name, reason, day and what it knew; the next takes its place and keeps it", async () => {
    const { owner, officer, mill } = await aPlace();
    expect((await row(owner, "ILO-FR-01")).judged).toBeNull();
    const first = await judge(owner);
    await recordGroup(db, officer, { supplierId: mill.id, actionId: null, facts: aGroup() }, A_DAY);
    expect((await row(owner, "ILO-FR-01")).judged).toMatchObject({ id: first, judgement: "partly", who: "Person", at: A_DAY, knew: 0, madeBefore: { evidence: true, edition: false } }); // prettier-ignore
    const second = await judge(owner, first, { judgement: "not-met", reason: "Nobody was asked." }, later(1));
    const { judged, history } = await row(owner, "ILO-FR-01");
    expect(judged).toMatchObject({
      id: second,
      judgement: "not-met",
      knew: 1,
      madeBefore: { evidence: false, edition: false },
    });
    expect(history.map(({ id, replacedAt }) => [id, replacedAt])).toEqual([[second, null], [first, later(1)]]); // prettier-ignore
    const [event] = await auditTrail(db, owner, { limit: 1 });
    expect(event).toMatchObject({ name: "commitment.judged" });
    expect(await verifyChain(db, owner.workspaceNo)).toMatchObject({ valid: true });
  });

  test("of two who judge at once the later is told, and nothing is judged without a reason, a word and a row", async () => {
    const { owner } = await aPlace();
    const first = await judge(owner);
    await expect(judge(owner)).rejects.toMatchObject({ code: "commitment.changed", status: 409 });
    const both = await Promise.allSettled([judge(owner, first), judge(owner, first)]);
    expect(both.map(({ status }) => status).sort()).toEqual(["fulfilled", "rejected"]);
    await expect(judge(owner, "", { reason: "  " })).rejects.toMatchObject({ code: "commitment.reason" });
    await expect(judge(owner, "", { judgement: "compliant" })).rejects.toMatchObject({ code: "commitment.judgement" });
    await expect(
      judgeCommitment(db, owner, "XX-1", { judgement: "met", reason: "x", replaces: "" }, A_DAY),
    ).rejects.toMatchObject({ code: "commitment.not-found", status: 404 });
  });

  test("taken back from its own row's page alone it stays in the history with its reason, and another may judge", async () => {
    const { owner } = await aPlace();
    const first = await judge(owner);
    const of = { judgementId: first, commitmentId: "ILO-FR-01" };
    await expect(
      takeBackJudgement(db, owner, { ...of, commitmentId: "ILO-FR-02" }, "From another row's page.", later(1)),
    ).rejects.toMatchObject({ code: "commitment.no-judgement", status: 404 });
    expect((await row(owner, "ILO-FR-01")).judged).toMatchObject({ id: first, takenBack: null });
    await takeBackJudgement(db, owner, of, "It was another row.", later(1));
    const { judged, history } = await row(owner, "ILO-FR-01");
    expect(judged).toBeNull();
    expect(history[0]).toMatchObject({ id: first, takenBack: { who: "Person", reason: "It was another row." } });
    await expect(takeBackJudgement(db, owner, of, "Again", later(2))).rejects.toMatchObject({ status: 409 });
    await judge(owner, "", {}, later(3));
    expect((await row(owner, "ILO-FR-01")).history).toHaveLength(2);
  });

  test("who may not read every kind that was counted is told neither how much was known nor whether more came", async () => {
    const { owner, officer, purchaser, auditor, mill } = await aPlace();
    await recordFinding(db, officer, aFinding(mill), A_DAY);
    await judgeCommitment(db, owner, "OSCE-0807-01", { judgement: "partly", reason: "Some.", replaces: "" }, A_DAY);
    await recordFinding(db, officer, aFinding(mill), later(1));
    const told = async (scope: Scope) => {
      const { judged, history } = await row(scope, "OSCE-0807-01");
      const { rows } = await evidenceView(db, scope, { ...everything, words: "OSCE-0807-01" }, TODAY);
      const table = evidenceTable(rows);
      const cell = (name: string) => table[1]![table[0]!.indexOf(name)];
      expect(rows[0]!.judged).toEqual(judged);
      return [judged!.knew, history[0]!.knew, judged!.madeBefore, cell("records_known_then"), cell("judged_before")];
    };
    for (const scope of [owner, officer, auditor])
      expect(await told(scope)).toEqual([1, 1, { evidence: true, edition: false }, 1, "evidence"]);
    expect(await told(purchaser)).toEqual([null, null, { evidence: null, edition: false }, null, ""]);
  });

  test("who approves reports may judge; an auditor reads it", async () => {
    const { owner, officer, auditor } = await aPlace();
    await judge(owner);
    const may = async (scope: Scope) => (await row(scope, "ILO-FR-01")).mayJudge;
    expect([await may(owner), await may(officer), await may(auditor)]).toEqual([true, false, false]);
    expect((await row(auditor, "ILO-FR-01")).judged?.reason).toBe("Half of them are repaid.");
  });
});

test("a report prints who judged each row it contributes to, frozen; once published it counts for the rows it names", async () => {
  const { owner, officer } = await aPlace();
  const first = await judge(owner, "", { judgement: "not-met" });
  const id = await startReport(
    db,
    officer,
    { type: "statement", variant: "uk", subjectId: "", subjectName: "" },
    A_DAY,
  );
  await statePoint(db, officer, id, { point: "recruitmentPolicy", text: "Employers pay.", evidence: "Policy on recruitment, 2 March 2026", replaces: "" }, A_DAY); // prettier-ignore
  await submitReport(db, officer, id, { title: "", note: "" }, A_DAY);
  await judge(owner, first, { judgement: "met" }, later(1));
  const { filed, template } = await reportView(db, owner, id, later(2));
  const named = (of: string) => filed.report.commitments.find((one) => one.id === of)?.judgement;
  expect(named("ILO-FR-01")).toEqual({ judgement: "not-met", by: "", at: A_DAY.toISOString() });
  expect(named("OSCE-PROC-01")).toBeNull();
  const printed = async (language: "en" | "ru") => JSON.stringify(reportDocument(filed, template, await wordingIn(language)).blocks); // prettier-ignore
  expect(await printed("en")).toContain("not met, judged by someone named inside the organisation, ");
  expect(await printed("ru")).toContain("не исполнено; так считает сотрудник, названный внутри организации, ");
  expect(await kinds(owner, "OSCE-PROC-01")).toMatchObject({ report: 0 });
  await approveReport(db, owner, id, { title: "", note: "", contentSha256: filed.sha256!, knowsGaps: true }, later(3));
  await publishAsItIs(db, owner, id, later(4));
  expect(await kinds(owner, "OSCE-PROC-01")).toMatchObject({ report: 1 });
  expect(await kinds(owner, "GB-MSA-02")).toMatchObject({ statementUk: 1 });
  expect(await kinds(owner, "EU-PPD-19")).toMatchObject({ report: 0 });
});

test("the file holds the rows of the page with their numbers and judgements; who took it is in the trail", async () => {
  const { owner } = await aPlace();
  const buyer = { country: "DE", body: "company", size: null, buys: null, sector: null, sellsTo: [] } as const;
  await stateBuyer(db, owner, { ...buyer, sellsTo: [] }, A_DAY);
  await judge(owner, "", { reason: "=1+1" });
  const { rows } = await evidenceView(db, owner, { ...everything, forUs: true }, TODAY);
  expect(rows.some(({ row: { id } }) => id === "GB-PA23-01")).toBe(false);
  const file = await text((await exportEvidence(db, owner, { rows, query: "ours=1" })).stream);
  const lines = file.split("\r\n");
  expect(lines[0]).toContain("records,newest,oldest,median_age_days");
  const line = lines.find((one) => one.startsWith("ILO-FR-01"))!;
  expect(line).toContain("partly,Person,2026-03-02T10:00:00.000Z");
  expect(line).not.toContain(",=1+1");
  expect((await auditTrail(db, owner, { limit: 1 }))[0]).toMatchObject({ name: "commitment.evidence-exported" });
});

test("rows are asked for by the day on which they apply", async () => {
  const { owner } = await aPlace();
  const shown = async (more: object) =>
    (await evidenceView(db, owner, { ...everything, ...more }, TODAY)).rows.map(({ row: { id } }) => id);
  expect(await shown({ words: "EU-FLR-01", by: "2027-12-13" })).not.toContain("EU-FLR-01");
  expect(await shown({ words: "EU-FLR-01", by: "2027-12-14" })).toContain("EU-FLR-01");
  expect(await shown({ when: "coming", by: "2026-12-31" })).not.toContain("EU-FLR-01");
});
