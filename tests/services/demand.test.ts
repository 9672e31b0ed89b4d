/** The demand side against a real database: what is told, what the page shows, and what the report says of it. */
import { afterAll, beforeAll, expect, test } from "vitest";
import { emptyPoints, isTold, NOT_MEASURED } from "../../app/reports/model";
import { reportDocument } from "../../app/reports/report-document";
import { noteForm } from "../../app/lib/demand-form.server";
import { demandPage } from "../../app/lib/demand-page.server";
import { noteContract } from "../../app/services/contracts/note-contract.server";
import { recordContract } from "../../app/services/contracts/record-contract.server";
import { buyingRecord } from "../../app/services/demand/buying.server";
import { demandMeasures } from "../../app/services/demand/measures.server";
import { noteBuying, notePayments } from "../../app/services/demand/note-buying.server";
import { fileCheck } from "../../app/services/checks/file-check.server";
import { noteInCheck } from "../../app/services/checks/note.server";
import { recordFinding } from "../../app/services/findings/record-finding.server";
import { decideSupplier } from "../../app/services/remedy/decide-supplier.server";
import { moveAction } from "../../app/services/remedy/move-action.server";
import { verifyAction } from "../../app/services/remedy/verify-action.server";
import { recordAction } from "../../app/services/remedy/record-action.server";
import { recordGroup } from "../../app/services/remedy/record-group.server";
import { reportView } from "../../app/services/reports/report-view.server";
import { standingAtEnd } from "../../app/services/reports/fill/standing.server";
import { changeReportSettings } from "../../app/services/reports/report-settings.server";
import { startReport } from "../../app/services/reports/start-report.server";
import type { ContractFacts, Training } from "../../app/demand/entries";
import type { MeasureId } from "../../app/demand/measures";
import type { Database, Scope } from "../../db/database";
import { A_DAY, aDatabase, aGeneration, aMember, aSupplier, aWorkspace, scopeOf, type ASupplier } from "../builders";
import { aDecision as aCheckDecision, anOpenLot, nothingFound } from "../check-steps";
import { aDecision, aGroup, anAction } from "../remedy-facts";
import { wordingIn } from "../report-wording";

let db: Database;
beforeAll(async () => {
  db = await aDatabase();
});
afterAll(() => db.close());

const PERIOD = { from: "2025-03-03", to: "2026-03-31" };
const TODAY = A_DAY.toISOString().slice(0, 10);

interface Place {
  readonly owner: Scope;
  readonly purchaser: Scope;
  readonly mill: ASupplier;
}
async function aPlace(): Promise<Place> {
  const workspace = await aWorkspace(db);
  const { no: generation } = await aGeneration(db, workspace);
  const mill = await aSupplier(db, workspace, { name: "Alder Mill", generation });
  const purchaser = scopeOf(workspace, "purchaser", (await aMember(db, workspace, "purchaser")).id);
  return { owner: scopeOf(workspace), purchaser, mill };
}

const NOTHING: ContractFacts = { labourHeavy: null, recruitment: null, recruitmentCost: null, currency: null, depthKnown: null, depthAllowed: null, agencies: null, agenciesAllowed: null }; // prettier-ignore
const aContract = (scope: Scope, title: string, checkId = "") =>
  recordContract(db, scope, { reference: "C", title, contractor: "Alder Mill", startsOn: TODAY, endsOn: "", checkId }, A_DAY); // prettier-ignore
const tell = (scope: Scope, contractId: string, facts: Partial<ContractFacts>, now = A_DAY) =>
  noteBuying(db, scope, { kind: "contract", contractId, contents: { ...NOTHING, ...facts } }, now);
const train = (scope: Scope, said: Partial<Training> = {}) =>
  noteBuying(db, scope, { kind: "training", contractId: null, contents: { on: TODAY, what: "Signs of forced labour", whom: "buyers", people: 6, outOf: 20, hours: 3, ...said } }, A_DAY); // prettier-ignore
const measuresOf = async (scope: Scope) =>
  demandMeasures(db, scope, PERIOD, await standingAtEnd(db, scope, PERIOD, A_DAY));
const two = async (scope: Scope, id: MeasureId) => {
  const measured = (await measuresOf(scope))[id];
  return measured && [measured.numerator, measured.denominator];
};

/** A contract that comes of a check with a worked-out floor, filed on the same day. */
async function aCheckedContract(scope: Scope): Promise<string> {
  const { checkId } = await anOpenLot(db, scope, { stage: "award" });
  const input = { price: 1000, currency: "EUR", hours: 100, hourlyWage: 12, onCosts: 0, otherDirectCosts: 0, subcontracted: 0, wageBasis: "law", wageSource: "Act", wageSourceOn: TODAY } as const; // prettier-ignore
  await noteInCheck(db, scope, checkId, { kind: "floor", contents: input }, A_DAY);
  await nothingFound(db, scope, checkId);
  await noteInCheck(db, scope, checkId, { kind: "decision", contents: aCheckDecision() }, A_DAY);
  await fileCheck(db, scope, checkId, A_DAY);
  return aContract(scope, "Checked", checkId);
}

test("an empty workspace measures nothing, and the report says so instead of zero", async () => {
  const { owner } = await aPlace();
  const measures = Object.values(await measuresOf(owner));
  expect(measures.map((one) => one?.denominator)).toEqual(measures.map(() => null));
  const id = await startReport(db, owner, { type: "demand", variant: "", subjectId: "", subjectName: "" }, A_DAY);
  const { filed, template } = await reportView(db, owner, id, A_DAY);
  const points = filed.report.sections.flatMap((section) => section.points);
  const measured = points.filter((point) => point.id.endsWith("Measure"));
  expect(measured.length).toBe(measures.length);
  expect(measured.map(isTold)).toEqual(measured.map(() => false));
  expect(emptyPoints(filed.report).map(({ point }) => point)).toContain("paymentsMeasure");
  const printed = JSON.stringify(reportDocument(filed, template, await wordingIn("en")).blocks);
  expect(printed).toContain("Not measured");
  const rows = points.find((point) => point.id === "allMeasures")!.tables[0]!.rows;
  expect(rows.map((row) => row[2])).toEqual(measures.map(() => ({ is: "code", of: "measured", code: "not" })));
});

test("contracts: floor from the check, price for recruitment, depth; one that nobody marked is told and not counted", async () => {
  const { owner } = await aPlace();
  const checked = await aCheckedContract(owner);
  const other = await aContract(owner, "Guarding");
  await aContract(owner, "Nobody marked it");
  expect(await two(owner, "labourFloor")).toEqual([0, null]);
  await tell(owner, checked, { labourHeavy: "yes", recruitment: "priced", recruitmentCost: "5000000", currency: "EUR", depthKnown: 1, depthAllowed: 1, agencies: "none", agenciesAllowed: "no" }); // prettier-ignore
  await tell(owner, other, { labourHeavy: "yes", depthKnown: 2, depthAllowed: 1, agencies: "none", agenciesAllowed: "no" }); // prettier-ignore
  const { labourFloor, employerPays, depth } = await measuresOf(owner);
  expect(labourFloor).toMatchObject({ numerator: 1, denominator: 2, amounts: [{ what: "gap", amount: 2_000_000n, currency: "EUR" }] }); // prettier-ignore
  expect(labourFloor?.further).toContainEqual({ what: "unmarked", number: 1 });
  expect(employerPays).toMatchObject({ numerator: 1, denominator: 2, amounts: [{ what: "recruitment", amount: 5_000_000n, currency: "EUR" }] }); // prettier-ignore
  expect(depth).toMatchObject({ numerator: 1, denominator: 3 });
  expect(await two(owner, "bidders")).toEqual([1, 1]);
  await tell(owner, other, { labourHeavy: "no" }, new Date(A_DAY.getTime() + 1000));
  expect(await two(owner, "labourFloor")).toEqual([1, 1]);
});

test("the floor of a contract without a bidder's check is worked out by itself: the newest counts, and one that lacks something is refused", async () => {
  const { owner } = await aPlace();
  const id = await aContract(owner, "Guarding");
  await tell(owner, id, { labourHeavy: "yes" });
  const input = { price: 1000, currency: "EUR", hours: 100, hourlyWage: 12, onCosts: 0, otherDirectCosts: null, subcontracted: null, wageBasis: "law", wageSource: "Wage Act", wageSourceOn: TODAY } as const; // prettier-ignore
  const work = (contractId: string | null, change: object, minutes: number) =>
    noteBuying(db, owner, { kind: "floor", contractId, contents: { ...input, ...change } }, new Date(A_DAY.getTime() + minutes * 60_000)); // prettier-ignore
  await work(id, {}, 1);
  expect((await measuresOf(owner)).labourFloor).toMatchObject({ numerator: 1, denominator: 1, amounts: [{ amount: 2_000_000n, currency: "EUR" }] }); // prettier-ignore
  await work(id, { price: 1500 }, 2);
  expect((await measuresOf(owner)).labourFloor).toMatchObject({ numerator: 1, denominator: 1, amounts: [] });
  const { told } = await demandPage(db, owner, PERIOD, A_DAY);
  expect(told.map(({ contract, floor }) => [contract, floor?.gap])).toEqual([["C · Guarding", 300], ["C · Guarding", -200]]); // prettier-ignore
  for (const [contractId, change] of [
    [null, {}],
    [id, { hours: null }],
    [id, { wageSource: "" }],
  ] as const)
    await expect(work(contractId, change, 3)).rejects.toMatchObject({ code: "buying.floor-unfit", status: 422 });
});

test("what was fixed with a supplier stands beside the decisions, once for each supplier; of no supplier the spend is nothing", async () => {
  const { owner, purchaser, mill } = await aPlace();
  const officer: Scope = { ...purchaser, role: "officer" };
  const id = await recordAction(
    db,
    owner,
    { supplierId: mill.id, findingId: null, facts: anAction(owner.userId) },
    A_DAY,
  );
  const changed = async () => {
    const report = await startReport(db, owner, { type: "demand", variant: "", subjectId: "", subjectName: "" }, A_DAY);
    const { filed } = await reportView(db, owner, report, A_DAY);
    const points = filed.report.sections.flatMap((section) => section.points);
    return points.find((point) => point.id === "buyingChanged")!.tables[0]?.rows.map(([what, times]) => [what, times]);
  };
  expect(await changed()).toBeUndefined();
  await moveAction(db, owner, { id, version: 1, to: "done", on: TODAY, text: "" }, A_DAY);
  await verifyAction(db, officer, { id, version: 2, how: "Seen at the site" }, A_DAY);
  const rows = (await changed())!;
  expect(rows.at(-1)).toEqual([
    { is: "code", of: "buying-changed", code: "fixed" },
    { is: "count", count: 1 },
  ]);
  expect(rows.slice(0, -1).map(([, times]) => times)).toEqual(rows.slice(0, -1).map(() => ({ is: "count", count: 0 })));
});

test("a ledger is counted from its two days and not kept; the same lines are refused, and count again once taken back", async () => {
  const { owner } = await aPlace();
  const text = "Due;Paid\n01.02.2026;31.01.2026\n02.02.2026;12.02.2026\n";
  const note = () => notePayments(db, owner, { text, order: "dmy", source: "Ledger of February" }, A_DAY);
  const id = await note();
  expect(await two(owner, "payments")).toEqual([1, 2]);
  await expect(note()).rejects.toMatchObject({ code: "buying.same-ledger" });
  const back = { kind: "withdrawn", contractId: null, contents: { entryId: id, reason: "Wrong months" } } as const;
  await noteBuying(db, owner, back, A_DAY);
  expect(await two(owner, "payments")).toEqual([0, null]);
  await expect(noteBuying(db, owner, back, A_DAY)).rejects.toMatchObject({ code: "buying.withdrawn" });
  await note();
  expect(await two(owner, "payments")).toEqual([1, 2]);
  await expect(notePayments(db, owner, { text: "none", order: "dmy", source: "x" }, A_DAY)).rejects.toMatchObject({ code: "buying.ledger-unread" }); // prettier-ignore
});

test("a ledger of days that another counts is refused, one of other days is added, and an entry sent twice counts once", async () => {
  const { owner, purchaser } = await aPlace();
  const note = (text: string) => notePayments(db, owner, { text, order: "dmy", source: "Ledger" }, A_DAY);
  await note("01.02.2026;31.01.2026\n10.02.2026;10.02.2026\n");
  await expect(note("10.02.2026;11.02.2026\n20.02.2026;19.02.2026\n")).rejects.toMatchObject({
    code: "buying.overlapping-ledger",
    status: 409,
    values: { from: "2026-02-10", to: "2026-02-20", countedFrom: "2026-02-01", countedTo: "2026-02-10" },
  });
  await note("11.02.2026;11.02.2026\n");
  expect(await two(owner, "payments")).toEqual([3, 3]);
  await train(owner);
  await expect(train(owner)).rejects.toMatchObject({ code: "buying.sent-twice", status: 409 });
  await train(owner, { people: 2 });
  await train(purchaser);
  const later = new Date(A_DAY.getTime() + 61_000);
  await noteBuying(db, owner, { kind: "training", contractId: null, contents: { on: TODAY, what: "Signs of forced labour", whom: "buyers", people: 6, outOf: 20, hours: 3 } }, later); // prettier-ignore
  const { buying } = await buyingRecord(db, owner);
  expect(buying.trainings.map(({ contents }) => contents.people).toSorted()).toEqual([2, 6, 6, 6]);
});

test("what cannot be so is refused with what is wrong", async () => {
  const { owner } = await aPlace();
  await expect(train(owner, { people: 21 })).rejects.toMatchObject({ code: "buying.training-unfit" });
  await expect(train(owner, { on: "2027-01-01" })).rejects.toMatchObject({ code: "buying.day-to-come" });
  await expect(tell(owner, "no-such", {})).rejects.toMatchObject({ code: "contract.not-found", status: 404 });
  await expect(tell(owner, "", {})).rejects.toMatchObject({ code: "buying.contract-unfit" });
  const orders = { about: "Mill", from: TODAY, to: TODAY, orders: 5, minimumDays: null, kept: 3, changed: null, source: "x" }; // prettier-ignore
  await expect(noteBuying(db, owner, { kind: "orders", contractId: null, contents: orders }, A_DAY)).rejects.toMatchObject({ code: "buying.orders-unfit" }); // prettier-ignore
});

test("from an alert to protection: each step is there only once it was taken", async () => {
  const { owner, purchaser, mill } = await aPlace();
  const findingId = await recordFinding(
    db,
    owner,
    {
      supplierId: mill.id,
      source: "authority",
      saidBy: "Labour office",
      foundOn: "2026-02-01",
      site: null,
      product: null,
      indicators: ["ILO-07"],
      severity: "severe",
      summary: "Papers of 40 workers are kept.",
      accessClass: "internal",
      namesNobody: true,
    },
    A_DAY,
  );
  expect(await two(owner, "alerts")).toEqual([0, 1]);
  const facts = anAction(owner.userId, { practices: ["price", "lead-time"] });
  const actionId = await recordAction(db, owner, { supplierId: mill.id, findingId, facts }, A_DAY);
  await moveAction(db, owner, { id: actionId, version: 1, to: "under-way", on: TODAY, text: "" }, A_DAY);
  await recordGroup(db, owner, { supplierId: mill.id, actionId, facts: aGroup({ borneBy: "shared" }) }, A_DAY);
  expect(await two(owner, "alerts")).toEqual([0, 1]);
  expect(await two(owner, "ownRepayment")).toEqual([1, 1]);
  await decideSupplier(db, owner, { supplierId: mill.id, facts: aDecision(owner.userId, { decision: "conditions", conditions: "Papers back" }) }, A_DAY); // prettier-ignore
  expect(await two(purchaser, "alerts")).toBeNull();
  const page = await demandPage(db, purchaser, PERIOD, A_DAY);
  expect(page.practices).toBeNull();
  expect(JSON.stringify(page)).not.toContain("Alder Mill");
  expect((await demandPage(db, owner, PERIOD, A_DAY)).practices).toEqual([
    { practice: "price", actions: 1 },
    { practice: "lead-time", actions: 1 },
  ]);
});

test("hours of training are those of everybody who took part", async () => {
  const { owner } = await aPlace();
  await train(owner, { people: 20, hours: 3 });
  await train(owner, { people: 6, hours: 2 });
  expect((await measuresOf(owner)).training?.further).toContainEqual({ what: "hours", number: 72 });
});

test("every number of the report is the page's", async () => {
  const { owner } = await aPlace();
  const contractId = await aContract(owner, "Cleaning");
  await tell(owner, contractId, { labourHeavy: "yes" });
  await train(owner);
  await noteBuying(db, owner, { kind: "owner", contractId: null, contents: { measure: "training", owner: "Head of buying" } }, A_DAY); // prettier-ignore
  const ended = { on: TODAY, reason: "a", workers: "b", wagesDue: "c", tried: "d", notice: "e", informed: "f", measures: "g" }; // prettier-ignore
  await noteContract(db, owner, contractId, { kind: "termination", contents: ended }, A_DAY);
  for (const type of ["demand", "statement", "remediation"] as const) {
    const id = await startReport(db, owner, { type, variant: "", subjectId: "", subjectName: "" }, A_DAY);
    const settings = {
      variant: "",
      organisation: "Buyer",
      identifier: "",
      country: "DE",
      class: type === "remediation" ? "confidential" : "internal",
      seen: 1,
    };
    await changeReportSettings(db, owner, id, { ...settings, ...PERIOD });
    const { filed } = await reportView(db, owner, id, A_DAY);
    const points = new Map(filed.report.sections.flatMap((section) => section.points.map((point) => [point.id, point] as const))); // prettier-ignore
    const { measures } = await demandPage(db, owner, PERIOD, A_DAY);
    for (const { id: measure, measured } of measures) {
      const { numerator, denominator, further } = measured!;
      const beside = further.flatMap(({ what, number }) => [{ is: "code", of: "demand-beside", code: what }, { is: "number", number }]); // prettier-ignore
      const blank = beside.length === 0 ? null : [NOT_MEASURED, ...beside];
      const told = denominator === null ? blank : [{ is: "share", part: numerator, whole: denominator }];
      expect([type, measure, points.get(`${measure}Measure`)?.values]).toEqual([type, measure, told]);
    }
    const row = points.get("allMeasures")!.tables[0]!.rows.find(([first]) => first?.is === "code" && first.code === "training"); // prettier-ignore
    expect(row?.slice(1, 3)).toEqual([
      { is: "count", count: 6 },
      { is: "count", count: 20 },
    ]);
    expect(row?.[4]).toEqual({ is: "text", text: "Head of buying" });
    expect(points.get("exitsMeasure")!.values).toEqual([{ is: "share", part: 1, whole: 1 }]);
    // An account for the public names no contractor.
    if (type === "statement") expect(JSON.stringify(filed.report)).not.toContain("Alder Mill");
    expect(points.get("alertsMeasure")!.tables.some(({ id }) => id === "knowledge")).toBe(false);
  }
});

test("a number that can be read in two ways is refused as it was typed, and never kept as another", async () => {
  const { owner } = await aPlace();
  const sent = (fields: Record<string, string>) => {
    const form = new FormData();
    for (const [name, value] of Object.entries(fields)) form.set(name, value);
    return noteForm(db, owner, "orders", form, A_DAY);
  };
  const orders = { about: "Alder Mill", from: "2026-01-01", to: "2026-02-28", source: "Order book" };
  for (const typed of ["1,000", "1.000", "1e3", "-5", "ten"])
    await expect(sent({ ...orders, orders: typed })).rejects.toMatchObject({ status: 422 });
  await sent({ ...orders, orders: "1 000" });
  const { entries } = await buyingRecord(db, owner);
  expect(entries.map(({ contents }) => (contents as { orders: number }).orders)).toEqual([1000]);
});
