/** The page of a past day counts what people worked on as it stood when that day was today. */
import { afterEach, beforeEach, expect, test } from "vitest";
import { openLot } from "../../app/services/checks/open-lot.server";
import { recordContract } from "../../app/services/contracts/record-contract.server";
import { answerProposal } from "../../app/services/remedy/answer-proposal.server";
import { decideSupplier } from "../../app/services/remedy/decide-supplier.server";
import { enterRepayment } from "../../app/services/remedy/enter-repayment.server";
import { actionLines, decisionLines, repaymentLines } from "../../app/services/remedy/follow-up-view.server";
import { moveAction } from "../../app/services/remedy/move-action.server";
import { recordAction } from "../../app/services/remedy/record-action.server";
import { recordGroup } from "../../app/services/remedy/record-group.server";
import { decideDuplicate } from "../../app/services/screening/decide-duplicate.server";
import { decideMatch } from "../../app/services/screening/decide-match.server";
import { recordsThen } from "../../app/services/trail/records-then.server";
import type { Database, Scope } from "../../db/database";
import { openDatabase } from "../../db/open";
import { contractsOf } from "../../db/queries/contracts";
import { lotsOf } from "../../db/queries/checks";
import { countPairs } from "../../db/queries/merges";
import { countCandidates } from "../../db/queries/screening";
import { aGeneration, aMember, aSupplier, aWorkspace, scopeOf } from "../builders";
import { aLot, TODAY } from "../check-steps";
import { aDecision, aGroup, anAction } from "../remedy-facts";
import { aCandidate, aPair } from "../screening-rows";
import { dayOf, now, onDay } from "../story-clock";

let db: Database;
let [scope, second]: [Scope, Scope] = [undefined as never, undefined as never];
let supplier: { readonly id: string; readonly no: number };

beforeEach(async () => {
  onDay(0);
  db = await openDatabase({ file: ":memory:", role: "web", now: () => now });
  const workspace = await aWorkspace(db);
  scope = scopeOf(workspace);
  second = scopeOf(workspace, "officer", (await aMember(db, workspace, "officer")).id);
  const { no: generation } = await aGeneration(db, workspace);
  supplier = await aSupplier(db, workspace, { name: "Mill", generation });
});
afterEach(() => db.close());

/** What the pages count now. */
async function countsNow(day: string) {
  const counts = (states: readonly string[]) =>
    Object.fromEntries([...new Set(states)].map((one) => [one, states.filter((other) => other === one).length]));
  return {
    matches: await countCandidates(db, scope),
    duplicates: await countPairs(db, scope),
    actions: counts((await actionLines(db, scope, day)).map(({ action }) => action.state)),
    repayments: counts((await repaymentLines(db, scope, day)).map(({ state }) => state)),
    decisions: counts((await decisionLines(db, scope)).map(({ state }) => state)),
    lots: (await lotsOf(db, scope, 99)).length,
    contracts: (await contractsOf(db, scope, 99)).length,
  };
}

async function countsThen(day: string) {
  const { matches, duplicates, actions, repayments, decisions, lots, contracts } = await recordsThen(db, scope, day);
  for (const one of [matches, duplicates, actions, repayments, decisions]) expect(one!.untold).toBe(0);
  return {
    matches: matches!.counts,
    duplicates: duplicates!.counts,
    actions: actions!.counts,
    repayments: repayments!.counts,
    decisions: decisions!.counts,
    lots,
    contracts,
  };
}

test("each day counts matches, actions, repayments, decisions and purchases as they stood at its end", async () => {
  const { id: supplierId, no } = supplier;
  let [actionId, groupId, decisionId, candidateId, pairId] = ["", "", "", "", ""];
  const said = { reason: "Another town", checkedOn: TODAY };
  const facts = anAction(scope.userId);
  const contract = { reference: "C-1", title: "Clothing", contractor: "Mill", startsOn: TODAY, endsOn: "", checkId: "" }; // prettier-ignore
  const payment = { kind: "payment", on: dayOf(4), amount: "50000", proof: "Bank", way: "bank" } as const;
  const steps = [
    async () => (actionId = await recordAction(db, scope, { supplierId, findingId: null, facts }, now)),
    async () => (candidateId = await aCandidate(db, scope, no, "x", { state: "open", screeningId: "s", editionId: "e" }, now)), // prettier-ignore
    async () => (groupId = await recordGroup(db, scope, { supplierId, actionId: null, facts: aGroup() }, now)),
    async () => moveAction(db, scope, { id: actionId, version: 1, to: "done", on: dayOf(3), text: "" }, now),
    async () => enterRepayment(db, scope, { groupId, entry: payment }, now),
    async () => (decisionId = await decideSupplier(db, scope, { supplierId, facts: aDecision(scope.userId) }, now)),
    async () => decideMatch(db, scope, { candidateId, version: 1, decision: "not-match", ...said }, now),
    async () => answerProposal(db, second, { decisionId, answer: "confirm", reason: "" }, now),
    async () => (pairId = await aPair(db, scope, [no, no + 1], "x", { state: "open" }, now)),
    async () => decideDuplicate(db, scope, { pairId, version: 1, decision: "different", stays: "left", reason: "" }, now), // prettier-ignore
    async () => openLot(db, scope, aLot(), now),
    async () => recordContract(db, scope, contract, now),
  ];
  const shown = [];
  for (const [day, step] of steps.entries()) {
    onDay(day);
    await step();
    shown.push(await countsNow(dayOf(day)));
  }
  for (const [day, then] of shown.entries()) expect(await countsThen(dayOf(day))).toEqual(then);
  expect(new Set(shown.map((one) => JSON.stringify(one))).size).toBeGreaterThanOrEqual(steps.length - 1);
  expect(await recordsThen(db, scope, dayOf(-1))).toEqual({
    matches: { counts: {}, untold: 0 },
    duplicates: { counts: {}, untold: 0 },
    groups: null,
    actions: { counts: {}, untold: 0 },
    repayments: { counts: {}, untold: 0 },
    decisions: { counts: {}, untold: 0 },
    categories: 0,
    lots: 0,
    contracts: 0,
  });
});

test("a government purchaser is told of purchases alone, and nothing of matches and the follow-up", async () => {
  expect(await recordsThen(db, { ...scope, role: "purchaser" }, dayOf(0))).toEqual({
    matches: null,
    duplicates: null,
    groups: null,
    actions: null,
    repayments: null,
    decisions: null,
    categories: 0,
    lots: 0,
    contracts: 0,
  });
});
