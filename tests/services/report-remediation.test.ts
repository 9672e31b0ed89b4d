/** The plan and log of remedies: what its actions cost and who pays, what proves a payment, how many workers have all of it, and who said so. */
import { afterEach, beforeEach, expect, test } from "vitest";
import type { Report } from "../../app/reports/model";
import { answerProposal } from "../../app/services/remedy/answer-proposal.server";
import { decideSupplier } from "../../app/services/remedy/decide-supplier.server";
import { enterRepayment } from "../../app/services/remedy/enter-repayment.server";
import { recordAction } from "../../app/services/remedy/record-action.server";
import { recordGroup } from "../../app/services/remedy/record-group.server";
import { withdrawEntry } from "../../app/services/remedy/withdraw-entry.server";
import { reportView } from "../../app/services/reports/report-view.server";
import { startReport } from "../../app/services/reports/start-report.server";
import type { Database, Scope } from "../../db/database";
import { findUser } from "../../db/queries/accounts";
import { aDecision, aGroup, anAction } from "../remedy-facts";
import { dayOf, now, onDay } from "../story-clock";
import { aStoryPlace } from "./story-place";
import { pointOf, rowsOf, text } from "./report-points";

let db: Database;
let [scope, second]: [Scope, Scope] = [undefined as never, undefined as never];
let supplierId: string;
beforeEach(async () => {
  ({ db, scope, second, supplierId } = await aStoryPlace());
});
afterEach(() => db.close());

async function aReport(type: string): Promise<Report> {
  const id = await startReport(db, scope, { type, variant: "", subjectId: "", subjectName: "" }, now);
  return (await reportView(db, scope, id, now)).filed.report;
}

const nameOf = async ({ userId }: Scope): Promise<string> => (await findUser(db, userId))!.name;

test("of an action stands its start, cost, who pays, our part, and who recorded it when", async () => {
  const cost = { cost: "12500000", costCurrency: "EUR", costBorneBy: "shared" } as const;
  const facts = anAction(scope.userId, { startOn: dayOf(-3), dueOn: dayOf(-1), involvement: "contributed", ...cost });
  await recordAction(db, scope, { supplierId, findingId: null, facts }, now);
  const report = await aReport("remediation");
  expect(rowsOf(pointOf(report, "actionsOpen"), "course")).toEqual([
    {
      action: text(facts.title),
      involvement: { is: "code", of: "involvement", code: "contributed" },
      start: { is: "day", day: dayOf(-3) },
      done: null,
      cost: { is: "money", amount: "12500000", currency: "EUR" },
      bearer: { is: "code", of: "bearer", code: "shared" },
      who: text(await nameOf(scope)),
      recorded: { is: "day", day: dayOf(0) },
      practices: { is: "codes", of: "practice", codes: ["price"] },
      finding: null,
    },
  ]);
  expect(pointOf(report, "overdue").values).toEqual([{ is: "count", count: 1 }]);
});

test("a payment and its confirmation stand with their proofs; what was withdrawn does not", async () => {
  const groupId = await recordGroup(db, scope, { supplierId, actionId: null, facts: aGroup() }, now);
  const payment = { kind: "payment", on: dayOf(0), amount: "10000", way: "bank" } as const;
  const wrong = await enterRepayment(db, scope, { groupId, entry: { ...payment, proof: "Wrong slip" } }, now);
  await withdrawEntry(db, scope, { groupId, entryId: wrong, reason: "Another factory" }, now);
  await enterRepayment(db, scope, { groupId, entry: { ...payment, proof: "Bank list 7" } }, now);
  onDay(1);
  const party = { party: "union", acceptedBy: "workers", inPrivate: true } as const;
  await enterRepayment(db, scope, { groupId, entry: { kind: "confirmation", on: dayOf(1), amount: "10000", proof: "Minutes", ...party } }, now); // prettier-ignore
  const proofs = rowsOf(pointOf(await aReport("remediation"), "groups"), "proofs");
  expect(proofs.map(({ what, party, proof }) => [what, party, proof])).toEqual([
    [{ is: "code", of: "done", code: "payment" }, null, text("Bank list 7")],
    [{ is: "code", of: "done", code: "confirmation" }, { is: "code", of: "party", code: "union" }, text("Minutes")],
  ]);
});

test("workers are counted over groups of five and more, those with the whole claim confirmed once more; small groups beside", async () => {
  const group = (change: Parameters<typeof aGroup>[0]) => recordGroup(db, scope, { supplierId, actionId: null, facts: aGroup(change) }, now); // prettier-ignore
  const groupId = await group({ workers: 40, receipts: "10000" });
  await group({ label: "Sewers", workers: 12, receipts: "10000" });
  await group({ label: "Guards", workers: 3, receipts: "10000", receiptsWorkers: 1 });
  const whole = { on: dayOf(0), amount: "10000000" } as const;
  await enterRepayment(db, scope, { groupId, entry: { kind: "payment", ...whole, way: "bank", proof: "List" } }, now);
  await enterRepayment(db, scope, { groupId, entry: { kind: "confirmation", ...whole, proof: "", party: "union", acceptedBy: "workers", inPrivate: true } }, now); // prettier-ignore
  const rows = rowsOf(pointOf(await aReport("remediation"), "workers"), "workers");
  const counts = rows.map(({ workers, groups, small }) => [workers, groups, small].map((cell) => (cell?.is === "count" ? cell.count : null))); // prettier-ignore
  expect(counts).toEqual([
    [52, 3, 1],
    [40, 1, 0],
  ]);
});

test("a decision about a supplier stands with its owner, its next review, and who decided and confirmed it", async () => {
  const facts = aDecision(scope.userId, { decidedOn: dayOf(0), nextReviewOn: dayOf(90) });
  const decisionId = await decideSupplier(db, scope, { supplierId, facts }, now);
  await answerProposal(db, second, { decisionId, answer: "confirm", reason: "" }, now);
  const who = text(`${await nameOf(scope)} / ${await nameOf(second)}`);
  const [decision] = rowsOf(pointOf(await aReport("register"), "registerDecisions"), "registerDecisions");
  expect(decision).toMatchObject({ owner: text(await nameOf(scope)), review: { is: "day", day: dayOf(90) }, who });
  const [exit] = rowsOf(pointOf(await aReport("remediation"), "exits"), "exits");
  expect(exit).toMatchObject({ harm: text(facts.harm), tried: text(facts.tried), who });
});

test("how long repayment took is told of groups confirmed in the period, and of none that was confirmed before it", async () => {
  const groupId = await recordGroup(db, scope, { supplierId, actionId: null, facts: aGroup({ workers: 40, receipts: "10000" }) }, now); // prettier-ignore
  onDay(2);
  const whole = { on: dayOf(2), amount: "10000000" } as const;
  await enterRepayment(db, scope, { groupId, entry: { kind: "payment", ...whole, way: "bank", proof: "List" } }, now);
  await enterRepayment(db, scope, { groupId, entry: { kind: "confirmation", ...whole, proof: "", party: "union", acceptedBy: "workers", inPrivate: true } }, now); // prettier-ignore
  const told = async () => pointOf(await aReport("remediation"), "daysToRepay").values;
  expect(await told()).toContainEqual({ is: "days", days: 2 });
  onDay(500);
  expect(await told()).toBeNull();
});
