/** What the isolation test asks of actions, repayments and decisions: with the scope of one workspace and the ids of another. */
import { text } from "node:stream/consumers";
import { actionAt, actionFacts, actionOf } from "../../app/services/remedy/action-record.server";
import { answerProposal } from "../../app/services/remedy/answer-proposal.server";
import { changeAction } from "../../app/services/remedy/change-action.server";
import { corridorFigures, corridorMedian } from "../../app/services/remedy/corridor-median.server";
import { countGroup } from "../../app/services/remedy/count-group.server";
import { decideSupplier } from "../../app/services/remedy/decide-supplier.server";
import { enterRepayment } from "../../app/services/remedy/enter-repayment.server";
import { countedFacts, groupAt, groupRecord } from "../../app/services/remedy/group-record.server";
import { decisionStory } from "../../app/services/remedy/decision-story.server";
import { exportCalendar } from "../../app/services/remedy/export-calendar.server";
import { exportFollowUp } from "../../app/services/remedy/export-follow-up.server";
import { findingFor } from "../../app/services/remedy/finding-for.server";
import * as then from "../../app/services/remedy/follow-up-then.server";
import * as followUp from "../../app/services/remedy/follow-up-view.server";
import { dueTo, ledgers } from "../../app/services/remedy/ledgers.server";
import { moveAction } from "../../app/services/remedy/move-action.server";
import { noteStep } from "../../app/services/remedy/note-step.server";
import { recordAction } from "../../app/services/remedy/record-action.server";
import { recordGroup } from "../../app/services/remedy/record-group.server";
import * as shared from "../../app/services/remedy/shared.server";
import { supplierRemedy } from "../../app/services/remedy/supplier-remedy.server";
import { verifyAction } from "../../app/services/remedy/verify-action.server";
import { withdrawEntry } from "../../app/services/remedy/withdraw-entry.server";
import { addOwnCorridor } from "../../app/services/corridors/add-own-corridor.server";
import type { Database, Scope } from "../../db/database";
import { findingsAbout } from "../../db/queries/findings";
import * as stored from "../../db/queries/remedy";
import { A_DAY, aMember, scopeOf, type ASupplier, type AWorkspace } from "../builders";
import { aDecision, aGroup, anAction } from "../remedy-facts";

export interface Remedied {
  readonly actionId: string;
  readonly groupId: string;
  readonly entryId: string;
  readonly decisionId: string;
}
interface Place {
  readonly workspace: AWorkspace;
  readonly scope: Scope;
  readonly supplier: ASupplier;
  readonly memberId: string;
  readonly remedied: Remedied;
}
type Asked = Readonly<Record<string, (scope: Scope, of: Place) => Promise<unknown>>>;

const today = "2026-03-02";
/** A second member who may confirm. */
const second = async (db: Database, of: Place): Promise<Scope> =>
  scopeOf(of.workspace, "officer", (await aMember(db, of.workspace, "officer")).id);

/** One row of everything the follow-up keeps, with the workspace's own word in it. */
export async function someRemedy(db: Database, scope: Scope, supplierId: string, word: string): Promise<Remedied> {
  const facts = anAction(scope.userId, { title: `Action ${word}` });
  const actionId = await recordAction(db, scope, { supplierId, findingId: null, facts }, A_DAY);
  await noteStep(db, scope, { id: actionId, kind: "note", on: today, result: null, text: `Step ${word}` }, A_DAY);
  const group = aGroup({ label: `Group ${word}` });
  const groupId = await recordGroup(db, scope, { supplierId, actionId, facts: group }, A_DAY);
  const entry = { kind: "payment", on: today, amount: "10000", proof: `Proof ${word}`, way: "bank" } as const;
  const entryId = await enterRepayment(db, scope, { groupId, entry }, A_DAY);
  const decision = aDecision(scope.userId, { decision: "conditions", conditions: `Only if ${word}` });
  const decisionId = await decideSupplier(db, scope, { supplierId, facts: decision }, A_DAY);
  return { actionId, groupId, entryId, decisionId };
}

export const remedyReads = (db: () => Database): Asked => ({
  "db/queries/remedy.ts correctiveActions": (scope) => stored.correctiveActions(db(), scope),
  "db/queries/remedy.ts findAction": (scope, of) => stored.findAction(db(), scope, of.remedied.actionId),
  "db/queries/remedy.ts actionSteps": (scope, of) => stored.actionSteps(db(), scope, [of.remedied.actionId]),
  "db/queries/remedy.ts repaymentGroups": (scope) => stored.repaymentGroups(db(), scope),
  "db/queries/remedy.ts findRepaymentGroup": (scope, of) => stored.findRepaymentGroup(db(), scope, of.remedied.groupId),
  "db/queries/remedy.ts repaymentEntries": (scope, of) => stored.repaymentEntries(db(), scope, [of.remedied.groupId]),
  "db/queries/remedy.ts supplierDecisions": (scope) => stored.supplierDecisions(db(), scope),
  "db/queries/remedy.ts findSupplierDecision": (scope, of) =>
    stored.findSupplierDecision(db(), scope, of.remedied.decisionId),
  "app/services/remedy/action-record.server.ts actionOf": (scope, of) => actionOf(db(), scope, of.remedied.actionId),
  "app/services/remedy/action-record.server.ts actionAt": (scope, of) => actionAt(db(), scope, of.remedied.actionId, 1),
  "app/services/remedy/action-record.server.ts actionFacts": async (scope, of) => {
    await actionFacts(db(), scope, anAction(of.workspace.userId));
    return { id: of.workspace.id };
  },
  "app/services/remedy/group-record.server.ts groupRecord": (scope, of) =>
    groupRecord(db(), scope, of.remedied.groupId),
  "app/services/remedy/group-record.server.ts groupAt": (scope, of) => groupAt(db(), scope, of.remedied.groupId, 1),
  "app/services/remedy/group-record.server.ts countedFacts": async (scope, of) => {
    await ownFigure(db(), of);
    return countedFacts(db(), scope, aGroup({ currency: "USD" }));
  },
  "app/services/remedy/corridor-median.server.ts corridorFigures": async (scope, of) => {
    await ownFigure(db(), of);
    const found = await corridorFigures(db(), scope, { origin: "KG", destination: "TR" });
    return found.map((figure) => ({ ...figure, amount: String(figure.amount) }));
  },
  "app/services/remedy/corridor-median.server.ts corridorMedian": async (scope, of) => {
    await ownFigure(db(), of);
    return (await corridorMedian(db(), scope, { origin: "KG", destination: "TR", currency: "USD" }))?.source;
  },
  "app/services/remedy/ledgers.server.ts ledgers": async (scope) =>
    (await ledgers(db(), scope)).map(({ group, entries }) => ({ group, entries })),
  "app/services/remedy/ledgers.server.ts dueTo": async (scope, of) =>
    (await dueTo(db(), scope, [of.supplier.no], today)).length > 0 && {
      groupId: of.remedied.groupId,
      id: of.supplier.id,
    },
  "app/services/remedy/follow-up-view.server.ts actionLines": (scope) => followUp.actionLines(db(), scope, today),
  "app/services/remedy/follow-up-view.server.ts repaymentLines": async (scope) =>
    (await followUp.repaymentLines(db(), scope, today)).map(({ group }) => group),
  "app/services/remedy/follow-up-view.server.ts decisionLines": (scope) => followUp.decisionLines(db(), scope),
  "app/services/remedy/follow-up-then.server.ts actionLinesThen": (scope) =>
    then.actionLinesThen(db(), scope, "2100-01-01"),
  "app/services/remedy/follow-up-then.server.ts repaymentLinesThen": async (scope) =>
    (await then.repaymentLinesThen(db(), scope, "2100-01-01")).lines.map(({ group }) => group),
  "app/services/remedy/follow-up-then.server.ts decisionLinesThen": (scope) =>
    then.decisionLinesThen(db(), scope, "2100-01-01"),
  "app/services/remedy/follow-up-view.server.ts becameOfAll": async (scope) => [
    ...(await followUp.becameOfAll(db(), scope)).values(),
  ],
  "app/services/remedy/follow-up-view.server.ts dueDays": (scope) => followUp.dueDays(db(), scope, today),
  "app/services/remedy/follow-up-view.server.ts followUpDue": (scope) =>
    followUp.followUpDue(db(), scope, "2026-05-01"),
  "app/services/remedy/export-calendar.server.ts exportCalendar": (scope) => exportCalendar(db(), scope, today),
  "app/services/remedy/export-follow-up.server.ts exportFollowUp": async (scope) => {
    const lines = await followUp.actionLines(db(), scope, today);
    const asked = { taken: { what: "actions", lines }, query: "" } as const;
    return text((await exportFollowUp(db(), scope, "csv", asked)).stream);
  },
  "app/services/remedy/finding-for.server.ts findingFor": async (scope, of) => {
    const [found] = await findingsAbout(db(), of.scope, of.supplier.no);
    return found && findingFor(db(), scope, of.supplier.no, found.id);
  },
  "app/services/remedy/supplier-remedy.server.ts supplierRemedy": (scope, of) =>
    supplierRemedy(db(), scope, of.supplier.no, today),
  "app/services/remedy/decision-story.server.ts decisionStory": async (scope, of) =>
    (await decisionStory(db(), scope, of.supplier.no)).map((told) => ({ ...told, of: of.supplier.id })),
  "app/services/remedy/shared.server.ts suppliersOf": async (scope, of) => [
    ...(await shared.suppliersOf(db(), scope, [of.supplier.id])).values(),
  ],
  "app/services/remedy/shared.server.ts supplierOf": (scope, of) => shared.supplierOf(db(), scope, of.supplier.id),
  "app/services/remedy/shared.server.ts followUpMembers": async (scope, of) =>
    (await shared.followUpMembers(db(), scope)).some(({ userId }) => userId === of.workspace.userId) && {
      id: of.workspace.id,
    },
  "app/services/remedy/shared.server.ts checkOwner": async (scope, of) => {
    await shared.checkOwner(db(), scope, of.workspace.userId);
    return { id: of.workspace.id };
  },
});

/** A figure of the corridor that no table has, of the place alone. */
async function ownFigure(db: Database, of: Place): Promise<void> {
  const row = {
    origin: "KG",
    destination: "TR",
    workers: "",
    kind: "paid-by-worker",
    money: { amount: 700, currency: "USD", rate: null },
    year: 2025,
    source: `told to ${of.workspace.slug}`,
    note: "",
    validFrom: "2025-01-01",
  } as const;
  await addOwnCorridor(db, of.scope, row, A_DAY).catch(() => null);
}

const done = { to: "done", on: today, text: "" } as const;

export const remedyChanges = (db: () => Database): Asked => ({
  "app/services/remedy/record-action.server.ts recordAction": (scope, of) =>
    recordAction(db(), scope, { supplierId: of.supplier.id, findingId: null, facts: anAction(scope.userId) }, A_DAY),
  "app/services/remedy/change-action.server.ts changeAction": (scope, of) =>
    changeAction(db(), scope, { id: of.remedied.actionId, version: 1, facts: anAction(scope.userId) }),
  "app/services/remedy/move-action.server.ts moveAction": (scope, of) =>
    moveAction(db(), scope, { id: of.remedied.actionId, version: 1, ...done }, A_DAY),
  "app/services/remedy/verify-action.server.ts verifyAction": async (scope, of) => {
    const { actionId: id } = of.remedied;
    if (scope === of.scope) await moveAction(db(), scope, { id, version: 1, ...done }, A_DAY);
    const verifier = scope === of.scope ? await second(db(), of) : scope;
    return verifyAction(db(), verifier, { id, version: 2, how: "Talked to workers in private" }, A_DAY);
  },
  "app/services/remedy/note-step.server.ts noteStep": (scope, of) =>
    noteStep(db(), scope, { id: of.remedied.actionId, kind: "note", on: today, result: null, text: "More" }, A_DAY),
  "app/services/remedy/record-group.server.ts recordGroup": (scope, of) =>
    recordGroup(db(), scope, { supplierId: of.supplier.id, actionId: null, facts: aGroup() }, A_DAY),
  "app/services/remedy/count-group.server.ts countGroup": (scope, of) =>
    countGroup(db(), scope, { id: of.remedied.groupId, version: 1, facts: aGroup(), keep: [] }),
  "app/services/remedy/enter-repayment.server.ts enterRepayment": (scope, of) =>
    enterRepayment(
      db(),
      scope,
      { groupId: of.remedied.groupId, entry: { kind: "instalment", on: today, amount: "1", proof: "", way: "bank" } },
      A_DAY,
    ),
  "app/services/remedy/withdraw-entry.server.ts withdrawEntry": (scope, of) =>
    withdrawEntry(db(), scope, { ...of.remedied, reason: "Entered twice" }, A_DAY),
  "app/services/remedy/decide-supplier.server.ts decideSupplier": (scope, of) =>
    decideSupplier(db(), scope, { supplierId: of.supplier.id, facts: aDecision(scope.userId) }, A_DAY),
  "app/services/remedy/answer-proposal.server.ts answerProposal": async (scope, of) => {
    const isOwn = scope === of.scope;
    const asks = isOwn ? await second(db(), of) : scope;
    const proposed = { supplierId: of.supplier.id, facts: aDecision(scope.userId) };
    const decisionId = isOwn ? await decideSupplier(db(), scope, proposed, A_DAY) : of.remedied.decisionId;
    return answerProposal(db(), asks, { decisionId, answer: "confirm", reason: "" }, A_DAY);
  },
});
