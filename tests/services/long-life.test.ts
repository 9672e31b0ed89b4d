/** A workspace that lives long, through everything its people and its jobs do: its trail calls nothing changed by hand. */
import { afterEach, beforeEach, expect, test } from "vitest";
import { eq } from "drizzle-orm";
import type { Database, Scope } from "../../db/database";
import { planEntries, planInState } from "../../db/queries/plans";
import { sweepGenerations } from "../../db/sweep";
import { verifyTrail } from "../../db/verify-trail";
import { sealRegister } from "../../app/jobs/seal-register.server";
import { readConfig } from "../../app/lib/config.server";
import { confirmSettlement, proposeSettlement } from "../../app/services/findings/settle-finding.server";
import { recordFinding } from "../../app/services/findings/record-finding.server";
import { findingFor } from "../../app/services/findings/findings-view.server";
import { changeFinding } from "../../app/services/findings/step-finding.server";
import { undoImport } from "../../app/services/imports/publish-import.server";
import { removeMember } from "../../app/services/members/remove-member.server";
import { acceptPlan } from "../../app/services/plan/accept-plan.server";
import { draftPlan } from "../../app/services/plan/draft-plan.server";
import { moveEntry } from "../../app/services/plan/move-entry.server";
import { recordReadings } from "../../app/services/readings/record-readings.server";
import { undoReadings } from "../../app/services/readings/undo-readings.server";
import { decideSupplier } from "../../app/services/remedy/decide-supplier.server";
import { answerProposal } from "../../app/services/remedy/answer-proposal.server";
import { enterRepayment } from "../../app/services/remedy/enter-repayment.server";
import { moveAction } from "../../app/services/remedy/move-action.server";
import { recordAction } from "../../app/services/remedy/record-action.server";
import { recordGroup } from "../../app/services/remedy/record-group.server";
import { decideDuplicate, undoDuplicate } from "../../app/services/screening/decide-duplicate.server";
import { decideMatch } from "../../app/services/screening/decide-match.server";
import { duplicatesView } from "../../app/services/screening/duplicates-view.server";
import { decideUnderstanding } from "../../app/services/understanding/decide.server";
import { understandView } from "../../app/services/understanding/understand-view.server";
import { undoDecision } from "../../app/services/understanding/undo-decision.server";
import { renameWorkspace } from "../../app/services/workspaces/rename-workspace.server";
import { noteInCheck } from "../../app/services/checks/note.server";
import { fileCheck } from "../../app/services/checks/file-check.server";
import { aDatabase, A_DAY, aFolder, aMember, aWorkspace, scopeOf } from "../builders";
import { aDecision as anAdmission, anOpenLot, nothingFound } from "../check-steps";
import { aDecision, aGroup, anAction } from "../remedy-facts";
import { importSteps, type Steps } from "./import-steps";
import { pairsIn, runJobs, shownLines } from "./screening-steps";

const LIST = `Supplier;Country;City;Product;Amount (EUR);Account name
Grey Heron Castings Ltd;GB;Leeds;Castings;100;Metal
Gray Heron Castings Limited;GB;Leeds;Castings;50;Metal
Alder & Birch Cleaning Ltd;GB;York;;7;Sundry 17
Birch Help Ltd;GB;York;;9;Sundry 17
Dahua Technology;CN;Hangzhou;Cameras;9;Plant
Vale Mill;TR;Bursa;Yarn;5;Cloth
`;

let folder: ReturnType<typeof aFolder>;
let db: Database;
let [owner, officer]: [Scope, Scope] = [undefined as never, undefined as never];
let steps: Steps;
beforeEach(async () => {
  folder = aFolder();
  db = await aDatabase();
  const workspace = await aWorkspace(db);
  owner = scopeOf(workspace);
  officer = scopeOf(workspace, "officer", (await aMember(db, workspace, "officer")).id);
  steps = importSteps(db, folder.path, () => A_DAY);
});
afterEach(async () => {
  await db.close();
  folder.remove();
});

const today = A_DAY.toISOString().slice(0, 10);

/** What the job process does after something was decided: builds, compares, seals, sweeps. */
async function jobs(): Promise<void> {
  await runJobs(db, owner, folder.path);
  const config = readConfig({ CANDOUR_DATA: folder.path });
  // Each list that was shown has had its job: those of past days, too, were built and replaced between two of these.
  for (const { generation } of await db.q.select({ generation: db.t.generations.no }).from(db.t.generations)) {
    const job = { id: "seal", workspaceNo: owner.workspaceNo, payload: { generation } };
    await sealRegister({ db, config, job, progress: async () => undefined, cancelled: async () => false });
  }
  await sweepGenerations(db);
}
const idOf = async (name: string) => (await shownLines(db, owner)).get(name)!.id;
const faults = async () => (await verifyTrail(db, owner.workspaceNo)).faults;
/** What was done, and what the check says of it. */
async function then(what: string): Promise<void> {
  expect({ what, faults: await faults() }).toEqual({ what, faults: [] });
  await jobs();
  expect({ what: `${what}, after its jobs`, faults: await faults() }).toEqual({ what: `${what}, after its jobs`, faults: [] }); // prettier-ignore
}

const answered = (supplierId: string) =>
  recordReadings(
    db,
    officer,
    {
      supplierId,
      answers: [{ what: "papersHeldBy", value: "employer", proof: "invoices", validFrom: today, money: null }],
      source: "HR manager, by letter",
      protectedSource: null,
    },
    A_DAY,
  );

async function aFinding(supplierId: string, source: "court" | "workers"): Promise<string> {
  const said = { supplierId, source, saidBy: "A court", foundOn: today, site: null, product: null };
  const more = { indicators: ["debt-bondage"], severity: "severe", summary: "Fees were held back.", namesNobody: true };
  return recordFinding(db, owner, { ...said, ...more, accessClass: "internal" } as never, A_DAY);
}

async function substantiate(findingId: string): Promise<void> {
  const seen = async () => ({ findingId, version: (await findingFor(db, owner, findingId)).finding.version });
  const reply = { kind: "reply", text: "It denies it.", on: today } as const;
  await changeFinding(db, owner, await seen(), reply, A_DAY);
  const made = { to: "substantiated", reason: "The judgment.", on: today } as const;
  await proposeSettlement(db, officer, { ...(await seen()), ...made }, A_DAY);
  await confirmSettlement(db, owner, await seen(), A_DAY);
}

test("after a long life the check of the trail says that nothing was changed by hand", async () => {
  const first = (await steps.publish(owner, LIST)).id;
  await then("a first list");

  const mill = await idOf("Vale Mill");
  const batch = await answered(mill);
  await then("answers");
  const [group] = (await understandView(db, owner, [], A_DAY))!.groups;
  const said = { scope: "group", key: group!.key, decision: { notSeller: "grants" } } as const;
  const decided = await decideUnderstanding(db, officer, said, A_DAY);
  await then("a decision about a group");

  await draftPlan(db, owner, 2, A_DAY);
  const [chosen] = await planEntries(db, owner, (await planInState(db, owner, "draft"))!.id, ["chosen"]);
  await moveEntry(db, owner, { supplierId: chosen!.supplierId, to: "out", reason: "We know it." }, A_DAY);
  await acceptPlan(db, owner, "For this year.", A_DAY, "2027-01-01");
  await then("a plan");

  const [pair] = (await duplicatesView(db, owner, { state: "open", after: null })).pairs;
  const merging = { pairId: pair!.id, version: pair!.version, decision: "merged", reason: "", stays: "left" } as const;
  await decideDuplicate(db, officer, merging, A_DAY);
  await then("a merge");

  const found = await pairsIn(db, owner, "open");
  expect(found.length).toBeGreaterThan(0);
  for (const { id, version } of found)
    await decideMatch(db, owner, { candidateId: id, version, decision: "not-match", reason: "Elsewhere", checkedOn: null }, A_DAY); // prettier-ignore
  await then("decided matches");

  await substantiate(await aFinding(mill, "court"));
  await aFinding(mill, "workers");
  await then("findings, one of a court and one in confidence");

  const made = { supplierId: mill, findingId: null, facts: anAction(owner.userId) };
  const action = await recordAction(db, owner, made, A_DAY);
  await moveAction(db, officer, { id: action, version: 1, to: "under-way", on: today, text: "" }, A_DAY);
  const groupId = await recordGroup(db, owner, { supplierId: mill, actionId: action, facts: aGroup() }, A_DAY);
  const paid = { kind: "payment", on: today, amount: "10000", proof: "Slips", way: "bank" } as never;
  await enterRepayment(db, officer, { groupId, entry: paid }, A_DAY);
  const facts = aDecision(owner.userId, { decidedOn: today });
  const decisionId = await decideSupplier(db, owner, { supplierId: mill, facts }, A_DAY);
  await answerProposal(db, officer, { decisionId, answer: "confirm", reason: "" }, A_DAY);
  await then("an action, its ledger and a decision to leave");

  const { checkId } = await anOpenLot(db, owner);
  await nothingFound(db, owner, checkId);
  await noteInCheck(db, owner, checkId, { kind: "decision", contents: anAdmission() }, A_DAY);
  await fileCheck(db, owner, checkId, A_DAY);
  await then("a lot and its check");

  const second = (await steps.publish(owner, `${LIST}New Quarry Ltd;NO;Oslo;Stone;3;Ground\n`)).id;
  expect(second).not.toBe(first);
  await answered(await idOf("New Quarry Ltd"));
  await then("a second list, with an answer before it is sealed");
  await undoReadings(db, officer, { supplierId: mill, batch }, A_DAY);
  const [merged] = (await duplicatesView(db, owner, { state: "merged", after: null })).pairs;
  await undoDuplicate(db, officer, { pairId: merged!.id, version: merged!.version }, A_DAY);
  await undoDecision(db, officer, decided, A_DAY);
  await then("answers, merge and decision taken back");

  await undoImport(db, owner, second, A_DAY);
  await then("the second list taken back");
  await renameWorkspace(db, owner, "Another name");
  await removeMember(db, owner, officer.userId);
  await then("a member gone");
  expect(await verifyTrail(db, owner.workspaceNo)).toMatchObject({ valid: true, unsealedLists: [] });

  await db.transact(function* (q) {
    yield q.update(db.t.correctiveActions).set({ title: "Nothing" }).where(eq(db.t.correctiveActions.id, action));
  });
  expect(await faults()).toMatchObject([
    { kind: "changed", table: "corrective_actions", key: JSON.stringify([action]) },
  ]);
});
