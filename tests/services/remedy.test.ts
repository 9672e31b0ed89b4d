/** Corrective actions, the repayment ledger and decisions about suppliers, against a real database. */
import { beforeAll, describe, expect, test } from "vitest";
import { answerProposal } from "../../app/services/remedy/answer-proposal.server";
import { addOwnCorridor } from "../../app/services/corridors/add-own-corridor.server";
import { changeAction } from "../../app/services/remedy/change-action.server";
import { countGroup } from "../../app/services/remedy/count-group.server";
import { decideSupplier } from "../../app/services/remedy/decide-supplier.server";
import { enterRepayment, type NewEntry } from "../../app/services/remedy/enter-repayment.server";
import { dueTo, ledgers } from "../../app/services/remedy/ledgers.server";
import { moveAction } from "../../app/services/remedy/move-action.server";
import { noteStep } from "../../app/services/remedy/note-step.server";
import { recordAction } from "../../app/services/remedy/record-action.server";
import { recordGroup } from "../../app/services/remedy/record-group.server";
import { verifyAction } from "../../app/services/remedy/verify-action.server";
import { withdrawEntry } from "../../app/services/remedy/withdraw-entry.server";
import { stateOf } from "../../app/remedy/ledger";
import type { Database, Scope } from "../../db/database";
import { auditTrail } from "../../db/queries/audit";
import { actionSteps, findAction, findSupplierDecision } from "../../db/queries/remedy";
import { verifyChain } from "../../db/chain";
import { A_DAY, aDatabase, aGeneration, aMember, aSupplier, aWorkspace, scopeOf, type ASupplier } from "../builders";
import { aDecision, aGroup, anAction } from "../remedy-facts";

const today = "2026-03-02";
const later = (minutes: number) => new Date(A_DAY.getTime() + minutes * 60_000);
let db: Database;

interface Place {
  readonly owner: Scope;
  readonly officer: Scope;
  readonly mill: ASupplier;
}

/** A workspace with an owner, an officer and a supplier; or with the owner alone. */
async function aPlace(alone = false): Promise<Place> {
  const workspace = await aWorkspace(db);
  const { no: generation } = await aGeneration(db, workspace);
  const mill = await aSupplier(db, workspace, { name: "Mill", seat: "TR", generation });
  const officer = alone ? workspace.userId : (await aMember(db, workspace, "officer")).id;
  return { owner: scopeOf(workspace), officer: scopeOf(workspace, "officer", officer), mill };
}

beforeAll(async () => {
  db = await aDatabase();
});

const problem = (code: string) => ({ name: "Problem", code });
const record = ({ owner, mill }: Place, change = {}) =>
  recordAction(db, owner, { supplierId: mill.id, findingId: null, facts: anAction(owner.userId, change) }, A_DAY);
const record2 = ({ owner, mill }: Place, change = {}) =>
  recordGroup(db, owner, { supplierId: mill.id, actionId: null, facts: aGroup(change) }, A_DAY);

test("a group of the ledger hangs on no action of another supplier", async () => {
  const workspace = await aWorkspace(db);
  const { no: generation } = await aGeneration(db, workspace);
  const mill = await aSupplier(db, workspace, { name: "Mill", generation });
  const weaver = await aSupplier(db, workspace, { name: "Weaver", generation });
  const owner = scopeOf(workspace);
  const actionId = await record({ owner, officer: owner, mill });
  const grouped = ({ id }: ASupplier) => recordGroup(db, owner, { supplierId: id, actionId, facts: aGroup() }, A_DAY);
  await expect(grouped(weaver)).rejects.toMatchObject(problem("action.not-found"));
  expect(await grouped(mill)).toEqual(expect.any(String));
});

describe("a corrective action", () => {
  test("goes from planned to verified by a second person, and every step is kept with who took it", async () => {
    const place = await aPlace();
    const id = await record(place);
    await moveAction(db, place.owner, { id, version: 1, to: "under-way", on: today, text: "" }, A_DAY);
    await moveAction(db, place.owner, { id, version: 2, to: "done", on: today, text: "says the manager" }, later(1));
    await expect(verifyAction(db, place.owner, { id, version: 3, how: "I know" }, A_DAY)).rejects.toMatchObject(
      problem("action.second-person"),
    );
    await verifyAction(db, place.officer, { id, version: 3, how: "Talked to ten workers outside" }, later(2));
    expect(await findAction(db, place.owner, id)).toMatchObject({
      state: "verified",
      doneOn: today,
      verifiedBy: place.officer.userId,
      selfVerified: false,
    });
    expect((await actionSteps(db, place.owner, [id])).map(({ result }) => result)).toEqual(["under-way", "done", "verified"]); // prettier-ignore
  });

  test("whoever owned it while it was done cannot hand it over and verify it then", async () => {
    const place = await aPlace();
    const { owner, officer } = place;
    const id = await record(place);
    await moveAction(db, officer, { id, version: 1, to: "done", on: today, text: "" }, A_DAY);
    const handed = { id, version: 2, facts: anAction(officer.userId) };
    await expect(changeAction(db, owner, handed)).rejects.toMatchObject(problem("action.owner-waits"));
    await changeAction(db, owner, { ...handed, facts: anAction(owner.userId, { title: "Pay back all fees" }) });
    expect(await findAction(db, owner, id)).toMatchObject({ ownerId: owner.userId, title: "Pay back all fees" });
  });

  test("who said that it is done does not verify it, though another one owns it", async () => {
    const place = await aPlace();
    const id = await record(place);
    await moveAction(db, place.officer, { id, version: 1, to: "done", on: today, text: "" }, A_DAY);
    await expect(verifyAction(db, place.officer, { id, version: 2, how: "Seen" }, A_DAY)).rejects.toMatchObject(
      problem("action.second-person"),
    );
  });

  test("in a workspace of one the same person verifies it, which is kept", async () => {
    const place = await aPlace(true);
    const id = await record(place);
    await moveAction(db, place.owner, { id, version: 1, to: "done", on: today, text: "" }, A_DAY);
    await verifyAction(db, place.owner, { id, version: 2, how: "Receipts" }, A_DAY);
    expect(await findAction(db, place.owner, id)).toMatchObject({ state: "verified", selfVerified: true });
  });

  test("an auditor in the workspace is no second person who could verify", async () => {
    const workspace = await aWorkspace(db);
    const { no: generation } = await aGeneration(db, workspace);
    const mill = await aSupplier(db, workspace, { name: "Mill", generation });
    await aMember(db, workspace, "auditor");
    const place = { owner: scopeOf(workspace), officer: scopeOf(workspace), mill };
    const id = await record(place);
    await moveAction(db, place.owner, { id, version: 1, to: "done", on: today, text: "" }, A_DAY);
    await verifyAction(db, place.owner, { id, version: 2, how: "Receipts" }, A_DAY);
    expect(await findAction(db, place.owner, id)).toMatchObject({ selfVerified: true });
  });

  test("is not verified before it is done, without words, or of another version", async () => {
    const place = await aPlace();
    const id = await record(place);
    const verify = (version: number, how: string) => verifyAction(db, place.officer, { id, version, how }, A_DAY);
    await expect(verify(1, "Seen")).rejects.toMatchObject(problem("action.not-done"));
    await moveAction(db, place.owner, { id, version: 1, to: "done", on: today, text: "" }, A_DAY);
    await expect(verify(2, " ")).rejects.toMatchObject(problem("action.how"));
    await expect(verify(1, "Seen")).rejects.toMatchObject(problem("remedy.changed"));
  });

  test("of two people at once one is told that the other was faster, and nothing of the first is lost", async () => {
    const place = await aPlace();
    const id = await record(place);
    const changed = (who: Scope, title: string) =>
      changeAction(db, who, { id, version: 1, facts: anAction(place.owner.userId, { title }) });
    await changed(place.officer, "Of the officer");
    await expect(changed(place.owner, "Of the owner")).rejects.toMatchObject({ ...problem("remedy.changed"), status: 409 }); // prettier-ignore
    expect(await findAction(db, place.owner, id)).toMatchObject({ title: "Of the officer", version: 2 });
    const both = await Promise.allSettled([
      moveAction(db, place.owner, { id, version: 2, to: "under-way", on: today, text: "" }, A_DAY),
      moveAction(db, place.officer, { id, version: 2, to: "not-achieved", on: today, text: "Refused" }, A_DAY),
    ]);
    expect(both.filter(({ status }) => status === "fulfilled")).toHaveLength(1);
    expect(await actionSteps(db, place.owner, [id])).toHaveLength(1);
  });

  test("going back asks for a reason, clears who verified it, and ways that are not there are refused", async () => {
    const place = await aPlace();
    const id = await record(place);
    const move = (version: number, to: "done" | "under-way" | "planned", text = "") =>
      moveAction(db, place.owner, { id, version, to, on: today, text }, A_DAY);
    await expect(move(1, "planned")).rejects.toMatchObject(problem("action.state"));
    await move(1, "done");
    await verifyAction(db, place.officer, { id, version: 2, how: "Seen" }, A_DAY);
    await expect(changeAction(db, place.owner, { id, version: 3, facts: anAction(place.owner.userId) })).rejects.toMatchObject(problem("action.is-verified")); // prettier-ignore
    await expect(move(3, "under-way")).rejects.toMatchObject(problem("action.reason"));
    await move(3, "under-way", "The fees came back");
    expect(await findAction(db, place.owner, id)).toMatchObject({ state: "under-way", verifiedBy: null, doneOn: null });
  });

  test.each([
    ["a day to come", { on: "2026-03-03", result: "held" }, "remedy.day-ahead"],
    ["no words", { text: "" }, "action.step"],
    ["a result of another kind", { result: "none-told" }, "action.step"],
  ])("a re-check with %s is refused", async (_, change, code) => {
    const place = await aPlace();
    const id = await record(place);
    const step = { id, kind: "re-check", on: today, result: "held", text: "Visited", ...change } as const;
    await expect(noteStep(db, place.owner, step, A_DAY)).rejects.toMatchObject(problem(code));
  });

  test("an owner who may not follow up, or is of another workspace, is refused", async () => {
    const place = await aPlace();
    const stranger = await aPlace();
    await expect(record(place, { ownerId: stranger.owner.userId })).rejects.toMatchObject(problem("remedy.owner"));
    await expect(record(place, { startOn: "2026-06-01" })).rejects.toMatchObject(problem("action.days"));
  });
});

const entered = (place: Place, groupId: string, entry: NewEntry) =>
  enterRepayment(db, place.owner, { groupId, entry }, A_DAY);
const payment = { kind: "payment", on: today, amount: "360000000", proof: "bank list 7", way: "bank" } as const;

describe("the repayment ledger", () => {
  test("what is owed is the highest basis for all workers, by the kept facts", async () => {
    const place = await aPlace();
    await record2(place);
    const [{ group }] = (await ledgers(db, place.owner)) as [Awaited<ReturnType<typeof ledgers>>[number]];
    // Receipts of 10 of 40 workers show 9,000: 36,000 for all.
    expect(group).toMatchObject({ owed: "360000000", basis: "receipts" });
  });

  test("a figure of the corridor in the group's currency is taken when none is told, with its source", async () => {
    const place = await aPlace();
    const own = {
      origin: "KG",
      destination: "TR",
      workers: "",
      kind: "paid-by-worker",
      money: { amount: 1000, currency: "EUR", rate: { perUsd: 0.9, on: "2026-01-01", source: "ECB" } },
      year: 2025,
      source: "Study of 2025",
      note: "",
      validFrom: "2025-01-01",
    } as const;
    await addOwnCorridor(db, place.owner, own, A_DAY);
    const id = await record2(place);
    const [found] = await ledgers(db, place.owner);
    expect(found!.group).toMatchObject({
      id,
      owed: "400000000",
      basis: "corridor",
      corridor: "10000000",
      corridorSource: "Study of 2025 (2025)",
    });
  });

  test("a signature that the supplier collected leaves a payment unconfirmed; a union asked in private confirms it", async () => {
    const place = await aPlace();
    const id = await record2(place);
    await entered(place, id, payment);
    const confirmation = { kind: "confirmation", on: today, amount: "360000000", proof: "" } as const;
    await entered(place, id, { ...confirmation, party: "supplier", acceptedBy: "workers", inPrivate: true });
    const state = async () => stateOf((await ledgers(db, place.owner))[0]!.ledger, today);
    expect(await state()).toBe("unconfirmed");
    await entered(place, id, { ...confirmation, party: "union", acceptedBy: "workers", inPrivate: true });
    expect(await state()).toBe("confirmed");
    expect(await dueTo(db, place.owner, [place.mill.no], today)).toMatchObject([
      { currency: "EUR", owed: "360000000", paid: "360000000", confirmed: "360000000", unconfirmed: "0", open: "0" },
    ]);
  });

  test("a plan or a payment by way of wages is refused, and nothing is kept of it", async () => {
    const place = await aPlace();
    const groupId = await record2(place);
    for (const kind of ["instalment", "payment"] as const)
      await expect(entered(place, groupId, { ...payment, kind, way: "wages" })).rejects.toMatchObject(problem("repayment.wage-deduction")); // prettier-ignore
    expect((await ledgers(db, place.owner))[0]!.entries).toEqual([]);
  });

  test("a payment without proof, of nothing, or of a day to come is refused", async () => {
    const place = await aPlace();
    const groupId = await record2(place);
    await expect(entered(place, groupId, { ...payment, proof: " " })).rejects.toMatchObject(problem("remedy.unfit"));
    await expect(entered(place, groupId, { ...payment, amount: "0" })).rejects.toMatchObject(problem("remedy.unfit"));
    await expect(entered(place, groupId, { ...payment, on: "2026-03-03" })).rejects.toMatchObject(problem("remedy.day-ahead")); // prettier-ignore
  });

  test("a withdrawn entry stays and counts for nothing; it is withdrawn once, with a reason", async () => {
    const place = await aPlace();
    const groupId = await record2(place);
    const entryId = await entered(place, groupId, payment);
    const withdraw = (reason: string) => withdrawEntry(db, place.owner, { groupId, entryId, reason }, A_DAY);
    await expect(withdraw("")).rejects.toMatchObject(problem("repayment.reason"));
    await withdraw("Entered twice");
    await expect(withdraw("Again")).rejects.toMatchObject(problem("repayment.entry"));
    const [found] = await ledgers(db, place.owner);
    expect(found!.ledger.payments).toEqual([]);
    expect(found!.entries).toMatchObject([{ id: entryId, withdrawnReason: "Entered twice" }]);
  });

  test("no number of a group under five stands in the chain, nor the working of what it is owed", async () => {
    const place = await aPlace();
    await record2(place, { workers: 3, receiptsWorkers: 3, receipts: "31234567", left: 1 });
    await record2(place, { workers: 40, left: 38, receiptsWorkers: 37, receipts: "31234567" });
    const told = (await auditTrail(db, place.owner, { limit: 9 }))
      .filter(({ name }) => name === "repayment.recorded")
      .map(({ contents }) => (JSON.parse(contents!) as { group: Record<string, unknown> }).group);
    const [large, small] = told;
    expect(small).toMatchObject({ workers: "<5", left: null });
    expect(JSON.stringify(small)).not.toContain("receiptsWorkers");
    expect(small).not.toHaveProperty("basis");
    expect(small).not.toHaveProperty("corridorSource");
    expect(large).toMatchObject({ workers: 40, left: null, receiptsWorkers: null });
  });

  test("a recount keeps the numbers that the reader did not see, and says when somebody was faster", async () => {
    const place = await aPlace();
    const id = await record2(place, { workers: 3, receiptsWorkers: 3, receipts: "30000000" });
    const facts = { ...aGroup({ currency: "USD", receiptsWorkers: null, receipts: null }), workers: null, left: null };
    const recount = () =>
      countGroup(db, place.owner, { id, version: 1, facts, keep: ["workers", "left", "receipts", "receiptsWorkers"] });
    await recount();
    expect((await ledgers(db, place.owner))[0]!.group).toMatchObject({ workers: 3, currency: "USD", owed: "30000000" });
    await expect(recount()).rejects.toMatchObject(problem("remedy.changed"));
  });

  test.each([
    ["more left than there are", { left: 41 }, "repayment.parts"],
    ["receipts of more than there are", { receiptsWorkers: 41 }, "repayment.parts"],
    ["an amount without its workers", { receiptsWorkers: null }, "repayment.pairs"],
    ["interest without its source", { interestPercent: "12", interestFrom: "2025-01-01", interestTo: "2026-01-01" }, "repayment.interest"], // prettier-ignore
    ["a currency there is not", { currency: "EURO" }, "remedy.unfit"],
  ])("a group with %s is refused", async (_, change, code) => {
    await expect(record2(await aPlace(), change)).rejects.toMatchObject(problem(code));
  });
});

const decided = ({ owner, mill }: Place, change = {}) =>
  decideSupplier(db, owner, { supplierId: mill.id, facts: aDecision(owner.userId, change) }, A_DAY);

describe("a decision about a supplier", () => {
  test.each(["hold", "exit"] as const)(
    "%s is not saved without what it does to workers, what was tried, what is due, and notice",
    async (decision) => {
      const place = await aPlace();
      for (const [part, code] of [
        ["harm", "decision.harm"],
        ["tried", "decision.tried"],
        ["wagesDue", "decision.wages"],
        ["notice", "decision.notice"],
      ] as const)
        await expect(decided(place, { decision, [part]: " " })).rejects.toMatchObject(problem(code));
    },
  );

  test("exit waits for a second person, and counts once that person confirms it", async () => {
    const place = await aPlace();
    const buy = await decided(place, { decision: "buy" });
    const decisionId = await decided(place);
    expect(await findSupplierDecision(db, place.owner, decisionId)).toMatchObject({ state: "proposed" });
    expect(await findSupplierDecision(db, place.owner, buy)).toMatchObject({ state: "in-force" });
    const confirm = { decisionId, answer: "confirm", reason: "" } as const;
    await expect(answerProposal(db, place.owner, confirm, A_DAY)).rejects.toMatchObject(problem("decision.second-person")); // prettier-ignore
    await answerProposal(db, place.officer, confirm, A_DAY);
    expect(await findSupplierDecision(db, place.owner, decisionId)).toMatchObject({
      state: "in-force",
      confirmedBy: place.officer.userId,
      selfConfirmed: false,
    });
    expect(await findSupplierDecision(db, place.owner, buy)).toMatchObject({ state: "replaced" });
    await expect(answerProposal(db, place.officer, confirm, A_DAY)).rejects.toMatchObject(problem("decision.not-proposed")); // prettier-ignore
  });

  test("what the ledger says that day is kept with it", async () => {
    const place = await aPlace();
    await record2(place);
    const id = await decided(place);
    expect(await findSupplierDecision(db, place.owner, id)).toMatchObject({
      repaymentsDue: [{ currency: "EUR", owed: "360000000", open: "360000000" }],
    });
  });

  test("a refusal needs its reason and leaves what is in force", async () => {
    const place = await aPlace();
    const decisionId = await decided(place);
    const refuse = (reason: string) =>
      answerProposal(db, place.officer, { decisionId, answer: "refuse", reason }, A_DAY);
    await expect(refuse("")).rejects.toMatchObject(problem("decision.reason"));
    await refuse("Nothing was tried with the other buyers");
    expect(await findSupplierDecision(db, place.owner, decisionId)).toMatchObject({ state: "refused" });
  });

  test("in a workspace of one it counts at once and says that nobody else confirmed it", async () => {
    const place = await aPlace(true);
    const id = await decided(place);
    expect(await findSupplierDecision(db, place.owner, id)).toMatchObject({ state: "in-force", selfConfirmed: true });
  });

  test("only a named law with its article leaves out the rest, and half a name does not", async () => {
    const place = await aPlace();
    const bare = { harm: "", tried: "", wagesDue: "", notice: "" };
    await expect(decided(place, { ...bare, banLaw: "the law" })).rejects.toMatchObject(problem("decision.ban"));
    const id = await decided(place, { ...bare, banLaw: "Regulation (EU) 2024/3015", banArticle: "Article 3" });
    expect(await findSupplierDecision(db, place.owner, id)).toMatchObject({ state: "in-force", selfConfirmed: false });
  });

  test.each([
    ["conditions that are not named", { decision: "conditions", conditions: "" }, "decision.conditions"],
    ["a review before the decision", { nextReviewOn: "2026-02-01" }, "decision.review"],
    ["a day to come", { decidedOn: "2026-03-03" }, "remedy.day-ahead"],
  ])("with %s it is refused", async (_, change, code) => {
    await expect(decided(await aPlace(), change)).rejects.toMatchObject(problem(code));
  });
});

test("after all of it every chain is whole", async () => {
  const { workspaces } = db.t;
  for (const { no } of await db.q.select({ no: workspaces.no }).from(workspaces))
    expect(await verifyChain(db, no)).toMatchObject({ valid: true });
});
