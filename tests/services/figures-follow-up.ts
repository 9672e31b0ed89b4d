/** Findings, actions, decisions and the ledger of the workspace of figures: of every state some, of every age one. */
import { recordFinding } from "../../app/services/findings/record-finding.server";
import { confirmSettlement, proposeSettlement } from "../../app/services/findings/settle-finding.server";
import { changeFinding, takeBackFinding } from "../../app/services/findings/step-finding.server";
import { answerProposal } from "../../app/services/remedy/answer-proposal.server";
import { decideSupplier } from "../../app/services/remedy/decide-supplier.server";
import { enterRepayment } from "../../app/services/remedy/enter-repayment.server";
import { moveAction } from "../../app/services/remedy/move-action.server";
import { noteStep } from "../../app/services/remedy/note-step.server";
import { recordAction } from "../../app/services/remedy/record-action.server";
import { recordGroup } from "../../app/services/remedy/record-group.server";
import { verifyAction } from "../../app/services/remedy/verify-action.server";
import type { AccessClass } from "../../db/schema/findings";
import { aDecision, aGroup, anAction } from "../remedy-facts";
import { dayOf, onDay, type Figured } from "./figures-days";

export async function someFollowUp(at: Figured): Promise<{ readonly findings: Readonly<Record<string, string>> }> {
  const findings = await someFindings(at);
  const actions = await someActions(at, findings);
  await someDecisions(at);
  await aLedger(at, actions["repaid"]!);
  return { findings };
}

const AUTHORITY = { source: "authority", saidBy: "Labour inspectorate", site: null, product: null, severity: "severe", namesNobody: true } as const; // prettier-ignore

async function someFindings({ db, owner, officer, legal, line }: Figured): Promise<Record<string, string>> {
  const find = (name: string, days: number, accessClass: AccessClass, indicators: string[], more: object = {}) =>
    recordFinding(db, "source" in more && more.source === "union" ? owner : officer, { ...AUTHORITY, supplierId: line(name).id, foundOn: dayOf(days - 3), indicators, summary: `Papers are kept. ${days}`, accessClass, ...more }, onDay(days)); // prettier-ignore
  const settle = async (findingId: string, to: "substantiated" | "rejected", days: number, version = 1) => {
    await proposeSettlement(
      db,
      legal,
      { findingId, version, to, reason: "Photos and the act.", on: dayOf(days) },
      onDay(days),
    );
    await confirmSettlement(db, owner, { findingId, version: version + 1 }, onDay(days));
  };
  const substantiated = await find("Birch Mill Ltd", -30, "public", ["ILO-07"]);
  await changeFinding(db, officer, { findingId: substantiated, version: 1 }, { kind: "ask", text: "Please tell us.", on: dayOf(-29), answerBy: dayOf(-20) }, onDay(-29)); // prettier-ignore
  await changeFinding(db, officer, { findingId: substantiated, version: 2 }, { kind: "reply", text: "Given back.", on: dayOf(-25) }, onDay(-25)); // prettier-ignore
  await settle(substantiated, "substantiated", -24, 3);
  const alleged = await find("华东纺织有限公司", -28, "internal", ["ILO-01", "ILO-02", "ILO-07"], { source: "audit" });
  await find("华东纺织有限公司", -27, "internal", ["ILO-09"], { source: "press" });
  const rejected = await find("Прядильная фабрика", -26, "confidential", ["ILO-11"], { source: "press" });
  await settle(rejected, "rejected", -22);
  const back = await find("Alder Staffing", -21, "internal", ["ILO-04"]);
  await takeBackFinding(db, officer, { findingId: back, version: 1, reason: "Another firm" }, onDay(-20));
  const early = await find("Vale Legal Ltd", -500, "internal", ["ILO-03"], { source: "court" });
  await find("Прядильная фабрика", -12, "confidential", ["ILO-05"], { source: "union", saidBy: "Union X" });
  return { substantiated, alleged, rejected, back, early };
}

async function someActions(
  { db, owner, officer, line }: Figured,
  findings: Readonly<Record<string, string>>,
): Promise<Record<string, string>> {
  const act = (name: string, days: number, dueOn: string, of: string | null = null, more: object = {}) =>
    recordAction(db, owner, { supplierId: line(name).id, findingId: of && findings[of]!, facts: anAction(owner.userId, { title: `Plan ${days} ${name}`, startOn: dayOf(days), dueOn, ...more }) }, onDay(days)); // prettier-ignore
  const move = (id: string, version: number, to: "under-way" | "done" | "not-achieved", days: number) =>
    moveAction(db, owner, { id, version, to, on: dayOf(days), text: "As told." }, onDay(days));
  const verified = async (id: string, days: number) => {
    await move(id, 1, "done", days - 1);
    await verifyAction(db, officer, { id, version: 2, how: "Talked to ten workers outside the plant." }, onDay(days));
  };
  const repaid = await act("Birch Mill Ltd", -23, dayOf(-5), "substantiated", { practices: ["price", "lead-time"] });
  await verified(repaid, -10);
  await verified(await act("Vale Legal Ltd", -800, dayOf(-750)), -700);
  await act("华东纺织有限公司", -200, dayOf(-100), "alleged");
  await move(await act("Alder Staffing", -100, dayOf(-3)), 1, "under-way", -50);
  await move(await act("Grey Heron Cleaning Ltd", -9, dayOf(-1)), 1, "done", -2);
  await move(await act("Grey Heron Cleaning Ltd", -60, dayOf(-30)), 1, "not-achieved", -31);
  await act("Somewhere Ltd", -8, dayOf(60), null, { practices: [], involvement: "linked" });
  await act("Birch Mill Ltd", -7, dayOf(30), "substantiated", { involvement: "caused", practices: ["late-changes"] });
  for (const [kind, result] of [
    ["reprisal-3", "none-told"],
    ["reprisal-3", "none-told"],
    ["reprisal-3", "signs"],
    ["reprisal-12", "not-possible"],
  ] as const)
    // prettier-ignore
    await noteStep(db, owner, { id: repaid, kind, on: dayOf(-1), result, text: "Asked." }, onDay(-1));
  await noteStep(
    db,
    owner,
    { id: repaid, kind: "escalation", on: dayOf(-15), result: null, text: "Board" },
    onDay(-15),
  );
  return { repaid };
}

async function someDecisions({ db, owner, officer, line }: Figured): Promise<void> {
  const decide = (name: string, decision: "buy" | "conditions" | "hold" | "exit", days: number, more: object = {}) =>
    decideSupplier(db, owner, { supplierId: line(name).id, facts: aDecision(owner.userId, { decision, decidedOn: dayOf(days), nextReviewOn: dayOf(90), ...(decision === "conditions" && { conditions: "Papers back" }), ...more }) }, onDay(days)); // prettier-ignore
  await decide("Birch Mill Ltd", "conditions", -20);
  // Replaced before anybody confirmed it: it never came into force.
  await decide("华东纺织有限公司", "hold", -19);
  await decide("华东纺织有限公司", "conditions", -18);
  await decide("Vale Legal Ltd", "conditions", -17);
  const left = await decide("Grey Heron Cleaning Ltd", "exit", -16);
  await answerProposal(db, officer, { decisionId: left, answer: "confirm", reason: "" }, onDay(-15));
  const held = await decide("Nowhere Ltd", "hold", -14);
  await answerProposal(db, officer, { decisionId: held, answer: "confirm", reason: "" }, onDay(-14));
  await decide("Alder Staffing", "exit", -14);
  const early = await decide("Somewhere Ltd", "exit", -500);
  await answerProposal(db, officer, { decisionId: early, answer: "confirm", reason: "" }, onDay(-499));
}

async function aLedger({ db, owner, line }: Figured, actionId: string): Promise<void> {
  const group = (name: string, label: string, workers: number, change: Parameters<typeof aGroup>[0], of: string | null = null) =>
    recordGroup(db, owner, { supplierId: line(name).id, actionId: of, facts: aGroup({ label, workers, receiptsWorkers: 1, ...change }) }, onDay(-13)); // prettier-ignore
  const enter = (groupId: string, entry: object, days: number) =>
    enterRepayment(db, owner, { groupId, entry: { on: dayOf(days), ...entry } as never }, onDay(days));
  const sewers = await group("Birch Mill Ltd", "Sewers", 40, { receipts: "1000000", borneBy: "shared" }, actionId);
  const dyers = await group("华东纺织有限公司", "Dyers", 312, {
    receipts: "500000",
    currency: "USD",
    borneBy: "buyer",
  });
  await group("Alder Staffing", "Packers", 58, { receipts: "300000" });
  await group("Alder Staffing", "Guards", 3, { receipts: "200000" });
  const confirmed = { kind: "confirmation", proof: "", party: "union", acceptedBy: "workers", inPrivate: true };
  await enter(sewers, { kind: "payment", amount: "40000000", way: "bank", proof: "List" }, -12);
  await enter(sewers, { ...confirmed, amount: "40000000" }, -6);
  await enter(dyers, { kind: "payment", amount: "90000000", way: "bank", proof: "List of dyers" }, -11);
  await enter(dyers, { ...confirmed, amount: "30000000", party: "supplier" }, -10);
}
