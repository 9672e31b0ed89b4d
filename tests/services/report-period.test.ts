/** A report of a period that is over tells what stood at its end, whatever has happened since. */
import { afterEach, beforeEach, expect, test } from "vitest";
import { eq } from "drizzle-orm";
import type { ReportType, Value } from "../../app/reports/model";
import type { Filled } from "../../app/reports/template";
import { TEMPLATES } from "../../app/reports/templates";
import { valuesText } from "../../app/reports/report-words";
import { findingFor } from "../../app/services/findings/findings-view.server";
import { recordFinding } from "../../app/services/findings/record-finding.server";
import { changeFinding } from "../../app/services/findings/step-finding.server";
import { confirmSettlement, proposeSettlement } from "../../app/services/findings/settle-finding.server";
import { answerProposal } from "../../app/services/remedy/answer-proposal.server";
import { changeAction } from "../../app/services/remedy/change-action.server";
import { decideSupplier } from "../../app/services/remedy/decide-supplier.server";
import { moveAction } from "../../app/services/remedy/move-action.server";
import { recordGroup } from "../../app/services/remedy/record-group.server";
import { recordAction } from "../../app/services/remedy/record-action.server";
import { verifyAction } from "../../app/services/remedy/verify-action.server";
import { recordReadings } from "../../app/services/readings/record-readings.server";
import { recordContract } from "../../app/services/contracts/record-contract.server";
import { noteBuying } from "../../app/services/demand/note-buying.server";
import { alertsOf } from "../../app/services/demand/follow-up-facts.server";
import { linesByNumber } from "../../app/services/reports/told-list.server";
import { fillingsOf } from "../../app/services/reports/fill";
import { endOfPeriod, standingAtEnd } from "../../app/services/reports/fill/standing.server";
import { answersOf } from "../../app/services/reports/fill/told-facts.server";
import type { Database, Scope } from "../../db/database";
import { newId } from "../../db/ids";
import { aGeneration, aSupplier } from "../builders";
import { aDecision, aGroup, anAction } from "../remedy-facts";
import { wordingIn } from "../report-wording";
import { dayOf, now, onDay } from "../story-clock";
import { aStoryPlace } from "./story-place";

let db: Database;
let [scope, second]: [Scope, Scope] = [undefined as never, undefined as never];
let supplierId: string;

beforeEach(async () => {
  ({ db, scope, second, supplierId } = await aStoryPlace());
});
afterEach(() => db.close());

/** A point of a report over the days up to `to`, made on `now`. */
async function point(type: ReportType, id: string, to: number): Promise<Filled> {
  const template = TEMPLATES.find((one) => one.type === type)!;
  const organisation = { name: "Buyer", identifier: "", country: null };
  const settings = { from: dayOf(-5), to: dayOf(to), organisation, subject: null, class: "internal" as const, facts: {}, entered: {} }; // prettier-ignore
  const filled = await fillingsOf(db, scope, template, { settings, variant: template.variants[0]!.id, now, attachments: [] }); // prettier-ignore
  return filled[id]!;
}
const counted = (word: string): readonly Value[] => [
  expect.objectContaining({ code: word }) as Value,
  { is: "count", count: 1 },
];

const findingOf = (about: string): Parameters<typeof recordFinding>[2] => ({ supplierId: about, source: "authority", saidBy: "Inspectorate", foundOn: dayOf(0), site: null, product: null, indicators: [], severity: "severe", summary: "Papers are kept.", accessClass: "internal", namesNobody: true }); // prettier-ignore

async function aSettledFinding(): Promise<void> {
  const id = await recordFinding(db, scope, findingOf(supplierId), now);
  const seen = async () => ({ findingId: id, version: (await findingFor(db, scope, id)).finding.version });
  await changeFinding(db, scope, await seen(), { kind: "reply", text: "It denies it.", on: dayOf(0) }, now);
  onDay(4);
  await proposeSettlement(db, scope, { ...(await seen()), to: "substantiated", reason: "It is final", on: dayOf(4) }, now); // prettier-ignore
  await confirmSettlement(db, second, await seen(), now);
}

async function aVerifiedAction(): Promise<string> {
  const id = await recordAction(db, scope, { supplierId, findingId: null, facts: anAction(scope.userId) }, now);
  onDay(1);
  await moveAction(db, scope, { id, version: 1, to: "done", on: dayOf(1), text: "" }, now);
  onDay(4);
  await verifyAction(db, second, { id, version: 2, how: "Spoke with workers" }, now);
  return id;
}

test("a finding that was substantiated after the period is alleged in its report", async () => {
  await aSettledFinding();
  for (const [type, id] of [
    ["statement", "findings"],
    ["remediation", "findingsOpen"],
    ["register", "registerFindings"],
  ] as const) {
    // prettier-ignore
    expect((await point(type, id, 2)).values).toEqual(counted("alleged"));
    expect((await point(type, id, 4)).values).toEqual(counted("substantiated"));
  }
});

test("an action that was verified after the period is done in its report, is open there, and closed in no time", async () => {
  await aVerifiedAction();
  onDay(9);
  expect((await point("statement", "actions", 2)).values).toEqual(counted("done"));
  expect((await point("remediation", "daysToClose", 2)).values).toBeNull();
  expect((await point("demand", "openActions", 2)).values).toEqual([{ is: "count", count: 1 }]);
  expect((await point("statement", "actions", 4)).values).toEqual(counted("verified"));
  expect((await point("remediation", "daysToClose", 4)).values).toEqual([{ is: "days", days: 4 }]);
  expect((await point("demand", "openActions", 4)).values).toBeNull();
});

test("a folder and what is known of a bidder tell findings, actions and answers as they stood at the end", async () => {
  await aVerifiedAction();
  const answer = { what: "papersHeldBy", value: "worker", proof: "policy", validFrom: dayOf(0), money: null } as const;
  await recordReadings(db, scope, { supplierId, answers: [answer], source: "Personnel", protectedSource: null }, now);
  onDay(9);
  const share = async (to: number) => (await point("response", "verified", to)).values;
  expect(await share(2)).toEqual([{ is: "share", part: 0, whole: 1 }]);
  expect(await share(4)).toEqual([{ is: "share", part: 1, whole: 1 }]);
  const done = async (to: number) => JSON.stringify((await point("response", "done", to)).tables!["done"]);
  expect(await done(2)).not.toContain('"verified"');
  expect(await done(4)).toContain('"verified"');
  const numbers = (await db.q.select({ no: db.t.suppliers.no }).from(db.t.suppliers)).map(({ no }) => no);
  const told = async (to: number) => (await answersOf(db, scope, numbers, endOfPeriod({ from: dayOf(-5), to: dayOf(to) }, now))).length; // prettier-ignore
  expect([await told(2), await told(4)]).toEqual([0, 1]);
});

test("an exit that a second person confirmed after the period is not in its report, nor among its measures", async () => {
  const facts = aDecision(scope.userId, { decidedOn: dayOf(0) });
  const decisionId = await decideSupplier(db, scope, { supplierId, facts }, now);
  onDay(4);
  await answerProposal(db, second, { decisionId, answer: "confirm", reason: "" }, now);
  const exits = async (to: number) => [
    (await point("remediation", "exits", to)).values,
    (await point("demand", "exitsMeasure", to)).values,
  ];
  expect(await exits(2)).toEqual([[{ is: "count", count: 0 }], null]);
  expect(await exits(4)).toEqual([[{ is: "count", count: 1 }], [{ is: "share", part: 1, whole: 1 }]]);
});

test("what was erased and cannot be told as of the period's end is left out, and the report says how many", async () => {
  const id = await recordAction(db, scope, { supplierId, findingId: null, facts: anAction(scope.userId) }, now);
  onDay(4);
  await changeAction(db, scope, { id, version: 1, facts: anAction(scope.userId, { title: "Another" }) });
  await db.transact(function* (q) {
    yield q.delete(db.t.auditContents).where(eq(db.t.auditContents.workspaceNo, scope.workspaceNo));
  });
  const { values } = await point("statement", "actions", 2);
  expect(valuesText(values!, await wordingIn("en"))).toBe(
    "Actions left out, because what stood at the end of the period cannot be told: 1.",
  );
  expect((await point("statement", "actions", 4)).values).toEqual(counted("planned"));
});

test("orders and contracts noted after the period are in none of its measures, and the report says how many counts it leaves out", async () => {
  const orders = (about: string) => ({ about, from: dayOf(-5), to: dayOf(0), orders: 10, minimumDays: 20, kept: 4, changed: null, source: "Order book" }); // prettier-ignore
  const contract = (title: string) => recordContract(db, scope, { reference: "C", title, contractor: "Mill", startsOn: dayOf(0), endsOn: "", checkId: "" }, now); // prettier-ignore
  await noteBuying(db, scope, { kind: "orders", contractId: null, contents: orders("Mill") }, now);
  await told(await contract("Cleaning"));
  onDay(4);
  await noteBuying(db, scope, { kind: "orders", contractId: null, contents: orders("Other mill") }, now);
  await told(await contract("Guarding"));
  const of = async (id: string, to: number) => (await point("demand", id, to)).values;
  expect(await of("leadTimeMeasure", 2)).toEqual([{ is: "share", part: 4, whole: 10 }]);
  expect(await of("depthMeasure", 2)).toEqual([{ is: "share", part: 1, whole: 1 }]);
  expect(valuesText((await of("allMeasures", 2))!, await wordingIn("en"))).toBe(
    "Entries about these days left out, because they were noted after the end of the period: 1.",
  );
  expect(await of("leadTimeMeasure", 4)).toEqual([{ is: "share", part: 8, whole: 20 }]);
  expect(await of("depthMeasure", 4)).toEqual([{ is: "share", part: 2, whole: 2 }]);
  expect(await of("allMeasures", 4)).toEqual([]);
});
async function told(contractId: string): Promise<void> {
  const contents = { labourHeavy: null, recruitment: null, recruitmentCost: null, currency: null, depthKnown: 1, depthAllowed: 1, agencies: "none", agenciesAllowed: "no" } as const; // prettier-ignore
  await noteBuying(db, scope, { kind: "contract", contractId, contents }, now);
}

test("whom a repayment concerns, and the buyer's part in it, are counted as they stood at the end of the period", async () => {
  const id = await recordAction(db, scope, { supplierId, findingId: null, facts: anAction(scope.userId) }, now);
  await recordGroup(db, scope, { supplierId, actionId: id, facts: aGroup({ borneBy: "shared" }) }, now);
  onDay(4);
  await recordGroup(db, scope, { supplierId, actionId: id, facts: aGroup({ label: "Sewers", borneBy: "shared" }) }, now); // prettier-ignore
  const own = async (to: number) => (await point("demand", "ownRepaymentMeasure", to)).values;
  expect(await own(2)).toEqual([{ is: "share", part: 1, whole: 1 }]);
  expect(await own(4)).toEqual([{ is: "share", part: 2, whole: 2 }]);
  await changeAction(db, scope, { id, version: 1, facts: anAction(scope.userId, { involvement: "linked" }) });
  onDay(9);
  expect(await own(2)).toEqual([{ is: "share", part: 1, whole: 1 }]);
  expect(await own(5)).toEqual([{ is: "share", part: 0, whole: 0 }]);
});

test("the decision beside an alert is one that came after it, and without one nobody decided", async () => {
  const conditions = (said: string) => aDecision(scope.userId, { decision: "conditions", conditions: said, decidedOn: now.toISOString().slice(0, 10) }); // prettier-ignore
  await decideSupplier(db, scope, { supplierId, facts: conditions("Papers back") }, now);
  onDay(1);
  await recordFinding(db, scope, findingOf(supplierId), now);
  const alert = async () => alertsOf(db, scope, { from: dayOf(-5), to: dayOf(9) }, await standingAtEnd(db, scope, { from: dayOf(-5), to: dayOf(9) }, now)); // prettier-ignore
  expect(await alert()).toMatchObject([{ decidedOn: null, decision: null }]);
  onDay(3);
  await decideSupplier(db, scope, { supplierId, facts: conditions("And fees") }, now);
  expect(await alert()).toMatchObject([{ decidedOn: dayOf(3), decision: "conditions" }]);
});

test("records about a supplier that was merged since keep the name and the line of what it has become", async () => {
  const [before] = await db.q.select({ no: db.t.suppliers.no }).from(db.t.suppliers);
  await recordFinding(db, scope, findingOf(supplierId), now);
  const workspace = { no: scope.workspaceNo, id: scope.workspaceId, slug: scope.workspaceSlug, userId: scope.userId };
  const generation = await aGeneration(db, workspace);
  const firm = await aSupplier(db, workspace, { name: "Mill Holding", generation: generation.no });
  await db.transact(function* (q) {
    yield q.insert(db.t.duplicateDecisions).values({ id: newId(now), workspaceNo: scope.workspaceNo, pairId: "pair", decision: "merged", fromNo: before!.no, intoNo: firm.no, reason: "", leftHash: "", rightHash: "", decidedBy: scope.userId, decidedAt: now }); // prettier-ignore
  });
  expect((await linesByNumber(db, scope, [before!.no])).get(before!.no)?.supplierNo).toBe(firm.no);
  expect((await point("remediation", "findingsOpen", 2)).tables!["findings"]!.rows[0]![0]).toEqual({ is: "text", text: "Mill Holding" }); // prettier-ignore
  expect((await point("response", "done", 2)).tables!["done"]!.rows[0]![1]).toEqual({ is: "text", text: "Mill Holding" }); // prettier-ignore
});
