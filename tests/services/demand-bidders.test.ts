/** Bidders looked at before the award: what was known before a contract of the lot began, and each bidder once. */
import { afterAll, beforeAll, expect, test } from "vitest";
import { correctCheck } from "../../app/services/checks/correct-check.server";
import { fileCheck } from "../../app/services/checks/file-check.server";
import { memoOf } from "../../app/services/checks/memo.server";
import { noteInCheck } from "../../app/services/checks/note.server";
import { recordContract } from "../../app/services/contracts/record-contract.server";
import { demandMeasures } from "../../app/services/demand/measures.server";
import type { Result } from "../../app/checks/words";
import { checksOfBidders } from "../../db/queries/demand";
import type { Database, Scope } from "../../db/database";
import { A_DAY, aDatabase, aWorkspace, scopeOf } from "../builders";
import { aDecision, anOpenLot, nothingFound, TODAY } from "../check-steps";

let db: Database;
beforeAll(async () => {
  db = await aDatabase();
});
afterAll(() => db.close());

const YEAR = { from: "2026-01-01", to: "2026-12-31" };
const JUNE = new Date("2026-06-01T10:00:00.000Z");

/** Says of the preventive steps, files the check. */
async function fileWith(scope: Scope, checkId: string, result: Result, now: Date): Promise<void> {
  const looked = result === "done" || result === "found";
  const contents = { steps: ["osce0617"], result, proof: looked ? "Its policy" : "", reference: "", sourceOn: looked ? TODAY : null }; // prettier-ignore
  await noteInCheck(db, scope, checkId, { kind: "answer", contents }, now);
  await nothingFound(db, scope, checkId);
  await noteInCheck(db, scope, checkId, { kind: "decision", contents: aDecision({ decisionId: `of-${checkId}` }) }, now); // prettier-ignore
  await fileCheck(db, scope, checkId, now);
}
const anAward = (scope: Scope, bidders: readonly string[]) => anOpenLot(db, scope, { stage: "award", bidders });
/** The contract of the lot begins in the week after the checks were opened. */
const begin = (scope: Scope, checkId: string) =>
  recordContract(db, scope, { reference: "C", title: "Sewing", contractor: "A", startsOn: "2026-03-09", endsOn: "", checkId }, A_DAY); // prettier-ignore
async function bidders(scope: Scope) {
  const { bidders: measured } = await demandMeasures(db, scope, YEAR, null);
  return [measured!.numerator, measured!.denominator];
}

test("what is counted over all checks is what their records say, and no record is read for it", async () => {
  const scope = scopeOf(await aWorkspace(db));
  const { checkIds } = await anAward(scope, ["Winner Works", "Loser Works"]);
  const input = { price: 1000, currency: "EUR", hours: 100, hourlyWage: 12, onCosts: 0, otherDirectCosts: 0, subcontracted: 0, wageBasis: "law", wageSource: "Act", wageSourceOn: TODAY } as const; // prettier-ignore
  await noteInCheck(db, scope, checkIds[0]!, { kind: "floor", contents: input }, A_DAY);
  await fileWith(scope, checkIds[0]!, "done", A_DAY);
  const checks = await checksOfBidders(db, scope);
  expect(checks.some((check) => "record" in check)).toBe(false);
  const counted = new Map(checks.map((check) => [check.id, check.counted]));
  const { record } = await memoOf(db, scope, checkIds[0]!);
  expect(counted.get(checkIds[0]!)).toEqual({
    floor: { gap: record.floor!.answer.floor!.gap, currency: "EUR" },
    preventive: record.steps.find(({ id }) => id === "osce0617")!.answer!.result,
  });
  expect(counted.get(checkIds[1]!)).toBeNull();
});

test("a bidder that lost and was looked at after the contract began was not looked at before the award", async () => {
  const scope = scopeOf(await aWorkspace(db));
  const { checkIds } = await anAward(scope, ["Winner Works", "Loser Works"]);
  await fileWith(scope, checkIds[0]!, "done", A_DAY);
  await begin(scope, checkIds[0]!);
  expect(await bidders(scope)).toEqual([1, 2]);
  await fileWith(scope, checkIds[1]!, "done", JUNE);
  expect(await bidders(scope)).toEqual([1, 2]);
});

test("a correction after the award examines nobody before it, and counts no bidder twice", async () => {
  const scope = scopeOf(await aWorkspace(db));
  const { checkId } = await anAward(scope, ["Winner Works"]);
  await fileWith(scope, checkId, "not-known", A_DAY);
  await begin(scope, checkId);
  const correction = await correctCheck(db, scope, checkId, "The policy was found.", JUNE);
  await fileWith(scope, correction, "done", JUNE);
  expect(await bidders(scope)).toEqual([0, 1]);
});

test("what was looked at in time stays so when another part is corrected later, and not when it turns out to be unknown", async () => {
  const scope = scopeOf(await aWorkspace(db));
  const { checkId } = await anAward(scope, ["Winner Works"]);
  await fileWith(scope, checkId, "done", A_DAY);
  await begin(scope, checkId);
  const second = await correctCheck(db, scope, checkId, "A name was misspelt.", JUNE);
  // While the correction is open, what was filed stands.
  expect(await bidders(scope)).toEqual([1, 1]);
  await fileWith(scope, second, "done", JUNE);
  expect(await bidders(scope)).toEqual([1, 1]);
  const third = await correctCheck(db, scope, second, "The policy is another firm's.", JUNE);
  await fileWith(scope, third, "not-known", JUNE);
  expect(await bidders(scope)).toEqual([0, 1]);
});

test("bidders of a lot whose contract came of the selection alone are counted: nobody asked about their measures", async () => {
  const scope = scopeOf(await aWorkspace(db));
  const { checkIds } = await anOpenLot(db, scope, { stage: "selection", bidders: ["Winner Works", "Loser Works"] });
  expect(await bidders(scope)).toEqual([0, null]);
  await nothingFound(db, scope, checkIds[0]!);
  await noteInCheck(db, scope, checkIds[0]!, { kind: "decision", contents: aDecision() }, A_DAY);
  await fileCheck(db, scope, checkIds[0]!, A_DAY);
  await begin(scope, checkIds[0]!);
  expect(await bidders(scope)).toEqual([0, 2]);
});
