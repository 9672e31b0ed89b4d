/** The follow-up as known on a past day: what was changed, withdrawn, settled or replaced since is as it was then. */
import { afterEach, beforeEach, expect, test } from "vitest";
import { eq } from "drizzle-orm";
import { answerProposal } from "../../app/services/remedy/answer-proposal.server";
import { changeAction } from "../../app/services/remedy/change-action.server";
import { countGroup } from "../../app/services/remedy/count-group.server";
import { decideSupplier } from "../../app/services/remedy/decide-supplier.server";
import { enterRepayment } from "../../app/services/remedy/enter-repayment.server";
import {
  actionLinesThen,
  decisionLinesThen,
  repaymentLinesThen,
} from "../../app/services/remedy/follow-up-then.server";
import { actionLines, decisionLines, repaymentLines } from "../../app/services/remedy/follow-up-view.server";
import { moveAction } from "../../app/services/remedy/move-action.server";
import { recordAction } from "../../app/services/remedy/record-action.server";
import { recordGroup } from "../../app/services/remedy/record-group.server";
import { verifyAction } from "../../app/services/remedy/verify-action.server";
import { withdrawEntry } from "../../app/services/remedy/withdraw-entry.server";
import { findingForThen, workspaceFindingsThen } from "../../app/services/findings/findings-then.server";
import { findingFor } from "../../app/services/findings/findings-view.server";
import { recordFinding } from "../../app/services/findings/record-finding.server";
import { changeFinding } from "../../app/services/findings/step-finding.server";
import { confirmSettlement, proposeSettlement } from "../../app/services/findings/settle-finding.server";
import type { Database, Scope } from "../../db/database";
import { aDecision, aGroup, anAction } from "../remedy-facts";
import { dayOf, now, onDay } from "../story-clock";
import { aStoryPlace } from "./story-place";

let db: Database;
let [scope, second]: [Scope, Scope] = [undefined as never, undefined as never];
let supplierId: string;

beforeEach(async () => {
  ({ db, scope, second, supplierId } = await aStoryPlace());
});
afterEach(() => db.close());

test("an action is as it was said and stood at the end of each day", async () => {
  const facts = anAction(scope.userId, { title: "Pay back fees" });
  const id = await recordAction(db, scope, { supplierId, findingId: null, facts }, now);
  const shown = [await actionLines(db, scope, dayOf(0))];
  onDay(1);
  await changeAction(db, scope, { id, version: 1, facts: { ...facts, title: "Pay back all fees" } });
  await moveAction(db, scope, { id, version: 2, to: "done", on: dayOf(1), text: "" }, now);
  shown.push(await actionLines(db, scope, dayOf(1)));
  onDay(2);
  await verifyAction(db, second, { id, version: 3, how: "Spoke with workers" }, now);
  shown.push(await actionLines(db, scope, dayOf(2)));
  onDay(3);
  await moveAction(db, scope, { id, version: 4, to: "under-way", on: dayOf(3), text: "Fees again" }, now);

  expect((await actionLinesThen(db, scope, dayOf(-1))).lines).toEqual([]);
  // The version is the row's number for writing; nothing is written to a past day.
  const plain = (lines: readonly { action: object }[]) =>
    lines.map((line) => ({ ...line, action: { ...line.action, version: 0 } }));
  for (const [day, then] of shown.entries())
    expect(plain((await actionLinesThen(db, scope, dayOf(day))).lines)).toEqual(plain(then));
  expect(shown.map(([line]) => line!.action.state)).toEqual(["planned", "done", "verified"]);
});

test("an action whose past was erased from the chain is left out and counted, not guessed", async () => {
  const facts = anAction(scope.userId);
  const id = await recordAction(db, scope, { supplierId, findingId: null, facts }, now);
  onDay(1);
  await changeAction(db, scope, { id, version: 1, facts: { ...facts, title: "Another" } });
  await db.transact(function* (q) {
    yield q.delete(db.t.auditContents).where(eq(db.t.auditContents.workspaceNo, scope.workspaceNo));
  });
  expect(await actionLinesThen(db, scope, dayOf(0))).toMatchObject({ lines: [], untold: 1 });
});

const payment = { kind: "payment", on: dayOf(0), amount: "50000", proof: "Bank", way: "bank" } as const;
const ledger = async (lines: Promise<readonly { group: { owed: string | null }; standing: { paid: bigint } }[]>) =>
  (await lines).map(({ group, standing }) => [group.owed, standing.paid]);

test("a repayment counts anew and loses an entry without its past changing", async () => {
  const groupId = await recordGroup(db, scope, { supplierId, actionId: null, facts: aGroup() }, now);
  const entryId = await enterRepayment(db, scope, { groupId, entry: payment }, now);
  const before = await ledger(repaymentLines(db, scope, dayOf(0)));
  onDay(2);
  await countGroup(db, scope, { id: groupId, version: 1, facts: aGroup({ receipts: "180000000" }), keep: [] });
  await withdrawEntry(db, scope, { groupId, entryId, reason: "Twice" }, now);
  const then = async (days: number) => ledger(repaymentLinesThen(db, scope, dayOf(days)).then(({ lines }) => lines));
  expect(await ledger(repaymentLines(db, scope, dayOf(2)))).not.toEqual(before);
  expect(await then(0)).toEqual(before);
  expect(await then(1)).toEqual(before);
  expect(await then(2)).toEqual(await ledger(repaymentLines(db, scope, dayOf(2))));
});

test("a group under five that was counted anew is not told as of the day before, for the chain has no such numbers", async () => {
  const small = aGroup({ workers: 3, receiptsWorkers: 3 });
  const id = await recordGroup(db, scope, { supplierId, actionId: null, facts: small }, now);
  onDay(2);
  await countGroup(db, scope, { id, version: 1, facts: { ...small, workers: 4 }, keep: [] });
  expect(await repaymentLinesThen(db, scope, dayOf(1))).toEqual({ lines: [], untold: 1 });
  expect((await repaymentLinesThen(db, scope, dayOf(2))).lines[0]!.group.workers).toBe(4);
});

test("a decision is proposed, in force and replaced on the days it was", async () => {
  const buy = aDecision(scope.userId, { decision: "buy" });
  await decideSupplier(db, scope, { supplierId, facts: buy }, now);
  onDay(2);
  const exit = await decideSupplier(db, scope, { supplierId, facts: aDecision(scope.userId) }, now);
  onDay(4);
  await answerProposal(db, second, { decisionId: exit, answer: "confirm", reason: "" }, now);
  const then = async (days: number) =>
    (await decisionLinesThen(db, scope, dayOf(days))).lines.map(({ decision, state }) => `${decision} ${state}`);
  expect(await then(0)).toEqual(["buy in-force"]);
  expect(await then(3)).toEqual(["exit proposed", "buy in-force"]);
  expect(await then(4)).toEqual(["exit in-force", "buy replaced"]);
  expect(await then(4)).toEqual((await decisionLines(db, scope)).map(({ decision, state }) => `${decision} ${state}`));
});

test("a finding has the status, the class and the steps that it had on the day", async () => {
  const id = await recordFinding(
    db,
    scope,
    {
      supplierId,
      source: "authority",
      saidBy: "Inspectorate",
      foundOn: dayOf(0),
      site: null,
      product: null,
      indicators: [],
      severity: "severe",
      summary: "Papers are kept in the office.",
      accessClass: "internal",
      namesNobody: true,
    },
    now,
  );
  const seen = async () => ({ findingId: id, version: (await findingFor(db, scope, id)).finding.version });
  onDay(1);
  await changeFinding(db, scope, await seen(), { kind: "class", to: "confidential", reason: "The case is open" }, now);
  await changeFinding(db, scope, await seen(), { kind: "reply", text: "It is so", on: dayOf(1) }, now);
  onDay(2);
  await proposeSettlement(
    db,
    scope,
    { ...(await seen()), to: "substantiated", reason: "It is final", on: dayOf(2) },
    now,
  );
  onDay(3);
  await confirmSettlement(db, second, await seen(), now);
  const then = async (days: number) => {
    const { held, steps, accessClass } = await findingForThen(db, scope, id, dayOf(days));
    return [held.finding.status, accessClass, held.finding.waitingStepId !== null, steps.length];
  };
  expect(await then(0)).toEqual(["alleged", "internal", false, 0]);
  expect(await then(1)).toEqual(["alleged", "confidential", false, 2]);
  expect(await then(2)).toEqual(["alleged", "confidential", true, 3]);
  expect(await then(3)).toEqual(["substantiated", "confidential", false, 3]);
  await expect(findingForThen(db, scope, id, dayOf(-1))).rejects.toMatchObject({ code: "finding.not-found" });
  expect(await workspaceFindingsThen(db, scope, dayOf(-1))).toEqual([]);
  const onTheList = await workspaceFindingsThen(db, scope, dayOf(2));
  expect(onTheList.map(({ finding }) => finding.status)).toEqual(["alleged"]);
});
