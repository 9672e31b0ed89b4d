/** What is told of own ways of buying as evidence for commitments: how many records, how old, and on a past day. */
import { afterEach, beforeEach, expect, test } from "vitest";
import type { ContractFacts } from "../../app/demand/entries";
import { commitmentView } from "../../app/services/commitments/commitment-view.server";
import { commitmentsThen } from "../../app/services/commitments/commitments-then.server";
import { recordContract } from "../../app/services/contracts/record-contract.server";
import { buyingRecord } from "../../app/services/demand/buying.server";
import { noteBuying, notePayments } from "../../app/services/demand/note-buying.server";
import { aPast, dayText, now, onDay, type Past } from "./past-steps";

let past: Past;
beforeEach(async () => {
  past = await aPast();
});
afterEach(() => past.end());

const today = () => now().toISOString().slice(0, 10);
/** How many of each kind stand for a row, and all of them: today, or as known at the end of a past day. */
async function held(row: string, day: string | null = null) {
  const { db, scope } = past;
  const then = day === null ? null : await commitmentsThen(db, scope, day);
  const { evidence } = await commitmentView(db, scope, row, day ?? today(), then);
  const kinds = Object.fromEntries(evidence.kinds.map(({ kind, tally }) => [kind, tally?.count ?? null]));
  return { kinds, all: evidence.all, noRecord: evidence.noRecord };
}
const train = (whom: "buyers" | "suppliers") =>
  noteBuying(past.db, past.scope, { kind: "training", contractId: null, contents: { on: today(), what: "Signs of forced labour", whom, people: 20, outOf: 40, hours: 2 } }, now()); // prettier-ignore
const orders = () =>
  noteBuying(past.db, past.scope, { kind: "orders", contractId: null, contents: { about: "Mill", from: today(), to: today(), orders: 9, minimumDays: 30, kept: 4, changed: null, source: "ERP" } }, now()); // prettier-ignore
const NOTHING: ContractFacts = { labourHeavy: null, recruitment: null, recruitmentCost: null, currency: null, depthKnown: null, depthAllowed: null, agencies: null, agenciesAllowed: null }; // prettier-ignore
const tell = (contractId: string, facts: Partial<ContractFacts>) =>
  noteBuying(past.db, past.scope, { kind: "contract", contractId, contents: { ...NOTHING, ...facts } }, now());
const takeBackLast = async () => {
  const { entries } = await buyingRecord(past.db, past.scope);
  await noteBuying(past.db, past.scope, { kind: "withdrawn", contractId: null, contents: { entryId: entries.at(-1)!.id, reason: "Another year" } }, now()); // prettier-ignore
};

test("a training of buyers is counted for the rows whose evidence are training records, with its age; of suppliers not where buyers are asked for", async () => {
  await train("buyers");
  onDay(10);
  for (const row of ["OSCE-AP03-03", "UN-CCPCJ18-01", "EU-ATD-04", "OSCE-MG18-05"]) {
    const found = await held(row);
    expect(found.all).toEqual({ count: 1, newest: dayText(0), oldest: dayText(0), medianAge: 10 });
    expect(found.noRecord).toBeNull();
  }
  await train("suppliers");
  expect((await held("OSCE-AP03-03")).kinds).toEqual({ training: 2, report: 0 });
  expect((await held("EU-ATD-04")).kinds).toEqual({ trainingBuyers: 1, report: 0 });
});

test("orders, ledgers of payments and facts of contracts are counted for the demand side; a contract of which nothing is known is not", async () => {
  const { db, scope } = past;
  const aContract = (title: string) =>
    recordContract(db, scope, { reference: "C", title, contractor: "Mill", startsOn: today(), endsOn: "", checkId: "" }, now()); // prettier-ignore
  const [cleaning, catering] = [await aContract("Cleaning"), await aContract("Catering")];
  await tell(cleaning, { labourHeavy: "yes" });
  await tell(cleaning, { labourHeavy: "yes", depthKnown: 1 });
  await tell(catering, {});
  await orders();
  await notePayments(db, scope, { text: `${dayText(-20)};${dayText(-25)}`, order: "dmy", source: "Ledger" }, now());
  const { kinds, all } = await held("OSCE-AP03-01");
  expect(kinds).toEqual({ orders: 1, payments: 1, buyingFacts: 1, report: 0 });
  expect(all).toMatchObject({ count: 3, newest: dayText(0), oldest: dayText(-20) });
  expect((await held("OSCE-0807-01")).kinds).toMatchObject({ buyingFacts: 1 });
});

test("what was taken back is no evidence any more, and was on the days before", async () => {
  await orders();
  onDay(3);
  await takeBackLast();
  onDay(5);
  await train("buyers");
  onDay(6);
  expect((await held("COE-CETS197-01")).kinds).toEqual({ training: 1, orders: 0, report: 0 });
  expect((await held("COE-CETS197-01", dayText(2))).kinds).toEqual({ training: 0, orders: 1, report: 0 });
  expect((await held("COE-CETS197-01", dayText(4))).kinds).toEqual({ training: 0, orders: 0, report: 0 });
  expect((await held("COE-CETS197-01", dayText(5))).kinds).toEqual({ training: 1, orders: 0, report: 0 });
});
