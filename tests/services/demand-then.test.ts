/** The demand side as known on a past day: what was told, taken back, noted, filed, corrected, settled and merged later is as it was. */
import { eq } from "drizzle-orm";
import { afterEach, beforeEach, expect, test } from "vitest";
import { askedPeriod, demandPage } from "../../app/lib/demand-page.server";
import { correctCheck } from "../../app/services/checks/correct-check.server";
import { fileCheck } from "../../app/services/checks/file-check.server";
import { noteInCheck } from "../../app/services/checks/note.server";
import { noteContract } from "../../app/services/contracts/note-contract.server";
import { recordContract } from "../../app/services/contracts/record-contract.server";
import { noteBuying, notePayments } from "../../app/services/demand/note-buying.server";
import { findingFor } from "../../app/services/findings/findings-view.server";
import { recordFinding } from "../../app/services/findings/record-finding.server";
import { confirmSettlement, proposeSettlement } from "../../app/services/findings/settle-finding.server";
import { changeFinding, takeBackFinding } from "../../app/services/findings/step-finding.server";
import { changeAction } from "../../app/services/remedy/change-action.server";
import { decideSupplier } from "../../app/services/remedy/decide-supplier.server";
import { moveAction } from "../../app/services/remedy/move-action.server";
import { recordAction } from "../../app/services/remedy/record-action.server";
import { recordGroup } from "../../app/services/remedy/record-group.server";
import { toolsThen } from "../../app/services/trail/tools-then.server";
import type { ContractFacts } from "../../app/demand/entries";
import type { Database, Scope } from "../../db/database";
import { aMember } from "../builders";
import { aDecision as aCheckDecision, anOpenLot, nothingFound } from "../check-steps";
import { aDecision, aGroup, anAction } from "../remedy-facts";
import { story } from "./day-story";
import { aList, aPast, dayText, now, onDay, type Past } from "./past-steps";

let past: Past;
let db: Database;
let scope: Scope;
let second: Scope;
beforeEach(async () => {
  past = await aPast();
  ({ db, scope } = past);
  const { workspaceNo: no, workspaceId: id, workspaceSlug: slug, userId } = scope;
  second = { ...scope, role: "officer", userId: (await aMember(db, { no, id, slug, userId }, "officer")).id };
});
afterEach(() => past.end());

const today = () => now().toISOString().slice(0, 10);
type Page = Awaited<ReturnType<typeof demandPage>>;
/** What a page shows; names of suppliers are today's, and what can be done there is not shown on a past day. */
const plain = ({ canWrite: _can, contracts: _to, measures, ...page }: Page) => ({
  ...page,
  measures: measures.map(({ place: _place, measured, ...line }) => ({
    ...line,
    measured: measured && { ...measured, records: measured.records.map(({ to }) => to) },
  })),
});
const pageNow = (reader = scope, query = "") =>
  demandPage(db, reader, askedPeriod(new URLSearchParams(query), now()), now());
const pageThen = (day: string, reader = scope, query = "") =>
  demandPage(db, reader, askedPeriod(new URLSearchParams(query), now(), day), now(), day);
const two = ({ measures }: Page, id: string) => {
  const measured = measures.find((line) => line.id === id)?.measured ?? null;
  return measured && [measured.numerator, measured.denominator];
};

const NOTHING: ContractFacts = { labourHeavy: null, recruitment: null, recruitmentCost: null, currency: null, depthKnown: null, depthAllowed: null, agencies: null, agenciesAllowed: null }; // prettier-ignore
const findingOf = (supplierId: string) => ({ supplierId, source: "authority", saidBy: "Inspectorate", foundOn: dayText(0), site: null, product: null, indicators: [], severity: "severe", summary: "Papers are kept.", accessClass: "internal", namesNobody: true }) as const; // prettier-ignore
const conditions = () => aDecision(scope.userId, { decision: "conditions", conditions: "Papers back", decidedOn: today() }); // prettier-ignore

test("each measure of a past day is what the page of that day had, whatever was told, filed and decided since", async () => {
  await past.publish(aList(12));
  const [mill, other] = (await past.idsNow()) as [string, string];
  const { checkId } = await anOpenLot(db, scope, { stage: "award" });
  const floor = { price: 1000, currency: "EUR", hours: 100, hourlyWage: 12, onCosts: 0, otherDirectCosts: 0, subcontracted: 0, wageBasis: "law", wageSource: "Act", wageSourceOn: dayText(0) } as const; // prettier-ignore
  await noteInCheck(db, scope, checkId, { kind: "floor", contents: floor }, now());
  await nothingFound(db, scope, checkId);
  await noteInCheck(db, scope, checkId, { kind: "decision", contents: aCheckDecision() }, now());
  let [contractId, correction, ledger, finding, action] = ["", "", "", "", ""];
  const tell = (facts: Partial<ContractFacts>) =>
    noteBuying(db, scope, { kind: "contract", contractId, contents: { ...NOTHING, ...facts } }, now());
  const seen = async () => ({ findingId: finding, version: (await findingFor(db, scope, finding)).finding.version });
  const steps = [
    async () => fileCheck(db, scope, checkId, now()),
    async () => (contractId = await recordContract(db, scope, { reference: "C", title: "Cleaning", contractor: "Broom", startsOn: dayText(2), endsOn: "", checkId }, now())), // prettier-ignore
    async () => tell({ labourHeavy: "yes", recruitment: "not-priced", depthKnown: 1 }),
    async () => tell({ labourHeavy: "yes", recruitment: "priced" }),
    async () => (correction = await correctCheck(db, scope, checkId, "The wage was another.", now())),
    async () => fileCheck(db, scope, correction, now()),
    async () => (ledger = await notePayments(db, scope, { text: "2026-02-01;2026-02-01", order: "ymd", source: "Ledger" }, now())), // prettier-ignore
    async () => noteBuying(db, scope, { kind: "withdrawn", contractId: null, contents: { entryId: ledger, reason: "Another year" } }, now()), // prettier-ignore
    async () => noteBuying(db, scope, { kind: "owner", contractId: null, contents: { measure: "training", owner: "Buying" } }, now()), // prettier-ignore
    async () => noteBuying(db, scope, { kind: "training", contractId: null, contents: { on: today(), what: "Signs", whom: "buyers", people: 6, outOf: 20, hours: 3 } }, now()), // prettier-ignore
    async () => (finding = await recordFinding(db, scope, findingOf(mill), now())),
    async () => {
      await decideSupplier(db, scope, { supplierId: other, facts: conditions() }, now());
      action = await recordAction(db, scope, { supplierId: mill, findingId: finding, facts: anAction(scope.userId) }, now()); // prettier-ignore
      await moveAction(db, scope, { id: action, version: 1, to: "under-way", on: today(), text: "" }, now());
    },
    async () => {
      await recordGroup(db, scope, { supplierId: mill, actionId: action, facts: aGroup({ borneBy: "shared" }) }, now());
      await changeFinding(db, scope, await seen(), { kind: "reply", text: "It denies it.", on: today() }, now());
      await proposeSettlement(db, scope, { ...(await seen()), to: "substantiated", reason: "Final", on: today() }, now()); // prettier-ignore
      await confirmSettlement(db, second, await seen(), now());
    },
    // What was decided of the other supplier is a decision about this one from here on.
    async () => past.merge(mill, other),
    async () => changeAction(db, scope, { id: action, version: 2, facts: anAction(scope.userId, { practices: ["lead-time"], involvement: "linked" }) }), // prettier-ignore
    async () => noteContract(db, scope, contractId, { kind: "termination", contents: { on: today(), reason: "a", workers: "b", wagesDue: "c", tried: "d", notice: "e", informed: "f", measures: "g" } }, now()), // prettier-ignore
    async () => (finding = await recordFinding(db, scope, findingOf(other), now())),
    async () => takeBackFinding(db, scope, { ...(await seen()), reason: "Another mill" }, now()),
  ];
  const noted = await story(steps, pageNow, 1);
  for (const [index, before] of noted.entries()) {
    const day = dayText(index + 1);
    const then = await pageThen(day);
    expect(plain(then), `day ${index + 1}`).toEqual(plain(before));
    expect([then.canWrite, then.contracts, then.untold]).toEqual([false, [], 0]);
    expect(then.measures.map(({ place }) => place)).toEqual(then.measures.map(() => null));
  }
  const of = (id: string) => noted.map((page) => two(page, id));
  expect(of("labourFloor").slice(0, 6)).toEqual([[0, null], [0, null], [1, 1], [1, 1], [0, 1], [1, 1]]); // prettier-ignore
  expect(of("alerts").slice(9)).toEqual([[0, null], [0, 1], [0, 1], [0, 1], [1, 1], [1, 1], [1, 1], [1, 2], [1, 1]]); // prettier-ignore
  expect(of("exits").slice(14, 17)).toEqual([[0, null], [1, 1], [1, 1]]); // prettier-ignore
  expect((await toolsThen(db, scope, dayText(7))).buying).toBe(2);
  expect((await toolsThen(db, scope, dayText(8))).buying).toBe(1);
  const empty = await pageThen(dayText(-1));
  expect(empty.measures.map(({ measured }) => measured?.denominator)).toEqual(empty.measures.map(() => null));
  expect(empty.told).toEqual([]);
});

test("the time that is asked for ends on the past day at the latest", () => {
  const asked = (query: string) => askedPeriod(new URLSearchParams(query), now(), "2025-06-30");
  expect(asked("")).toEqual({ from: "2024-07-01", to: "2025-06-30" });
  expect(asked("from=2025-01-01&to=2026-01-01")).toEqual({ from: "2025-01-01", to: "2025-06-30" });
  expect(asked("from=2025-01-01&to=2025-03-31")).toEqual({ from: "2025-01-01", to: "2025-03-31" });
  expect(asked("from=2025-08-01&to=2025-09-01")).toEqual({ from: "2025-06-30", to: "2025-06-30" });
});

test("a past page says how much of the follow-up is left out, and to whoever does not read it neither that nor a number", async () => {
  await past.publish(aList(12));
  const [mill] = (await past.idsNow()) as [string];
  const findingId = await recordFinding(db, scope, findingOf(mill), now());
  const id = await recordAction(db, scope, { supplierId: mill, findingId, facts: anAction(scope.userId) }, now());
  onDay(1);
  await changeAction(db, scope, { id, version: 1, facts: anAction(scope.userId, { title: "Another" }) });
  await db.transact(function* (q) {
    yield q.delete(db.t.auditContents).where(eq(db.t.auditContents.workspaceNo, scope.workspaceNo));
  });
  onDay(2);
  expect(await pageThen(dayText(0))).toMatchObject({ untold: 1, practices: [] });
  const asPurchaser = await pageThen(dayText(0), { ...scope, role: "purchaser" });
  expect(asPurchaser).toMatchObject({ untold: 0, practices: null });
  expect(["alerts", "ownRepayment", "exits"].map((measure) => two(asPurchaser, measure))).toEqual([null, null, null]);
  expect(JSON.stringify(asPurchaser)).not.toContain(findingId);
});

test("what was told in confidence changes nothing of a past day, for whoever may read it neither", async () => {
  await past.publish(aList(12));
  const [mill] = (await past.idsNow()) as [string];
  await recordFinding(db, scope, findingOf(mill), now());
  onDay(1);
  const before = [await pageThen(dayText(0)), await pageThen(dayText(0), second)];
  onDay(0, 2);
  await recordFinding(db, scope, { ...findingOf(mill), source: "union" }, now());
  onDay(1);
  expect([await pageThen(dayText(0)), await pageThen(dayText(0), second)]).toEqual(before);
});
