import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { eq } from "drizzle-orm";
import type { Database, Scope } from "../../db/database";
import { verifyChain } from "../../db/chain";
import { entriesOfChecks, findCheck } from "../../db/queries/checks";
import { addBidder } from "../../app/services/checks/add-bidder.server";
import { checkRecord } from "../../app/services/checks/check-record.server";
import { checkView } from "../../app/services/checks/check-view.server";
import { correctCheck } from "../../app/services/checks/correct-check.server";
import { fileCheck } from "../../app/services/checks/file-check.server";
import { lotView } from "../../app/services/checks/lot-view.server";
import { memoOf } from "../../app/services/checks/memo.server";
import { noteInCheck } from "../../app/services/checks/note.server";
import { openLot } from "../../app/services/checks/open-lot.server";
import { openStage } from "../../app/services/checks/open-stage.server";
import { screenFirms } from "../../app/services/checks/screen-firms.server";
import { shippedEditions } from "../../app/lib/shipped-lists.server";
import { isCompared } from "../../app/screening/party";
import { A_DAY, aDatabase, aMember, aWorkspace, scopeOf, type AWorkspace } from "../builders";
import { aDecision, aLot, anOpenLot, found, nothingFound, TODAY, toExclude } from "../check-steps";

let db: Database;
let workspace: AWorkspace;
let owner: Scope;
let legal: Scope;
let purchaser: Scope;

beforeAll(async () => {
  db = await aDatabase();
});
afterAll(() => db.close());
beforeEach(async () => {
  workspace = await aWorkspace(db);
  owner = scopeOf(workspace);
  legal = scopeOf(workspace, "legal-reviewer", (await aMember(db, workspace, "legal-reviewer")).id);
  purchaser = scopeOf(workspace, "purchaser", (await aMember(db, workspace, "purchaser")).id);
});

const decide = (scope: Scope, checkId: string, decision = aDecision(), now = A_DAY) =>
  noteInCheck(db, scope, checkId, { kind: "decision", contents: decision }, now);
const refused = (code: string) => expect.objectContaining({ name: "Problem", code }) as Error;

/** The name of a firm on a list that comes with the program. */
const listed = () => shippedEditions().flatMap(({ entries }) => entries).find(isCompared)!; // prettier-ignore

describe("a lot", () => {
  test("opens a stage for all bidders, and a bidder added later gets its check of every open stage", async () => {
    const { lotId, checkIds } = await anOpenLot(db, owner, { bidders: ["Mill One", "Mill Two"] });
    expect(checkIds).toHaveLength(2);
    await openStage(db, owner, lotId, "award", new Date(A_DAY.getTime() + 1000));
    const late = { name: "Mill Three", country: null, identifier: "", supplierId: "" };
    expect((await addBidder(db, owner, lotId, late, A_DAY)).checkIds).toHaveLength(2);
    const { bidders } = await lotView(db, owner, lotId);
    expect(bidders.map(({ name, checks }) => [name, checks.map(({ stage }) => stage).sort()])).toEqual([
      ["Mill One", ["award", "selection"]],
      ["Mill Two", ["award", "selection"]],
      ["Mill Three", ["award", "selection"]],
    ]);
    await expect(openStage(db, owner, lotId, "award", A_DAY)).rejects.toEqual(refused("lot.stage-open"));
  });

  test("is refused without a law that a person chose, and without the name of the checklist of another law", async () => {
    const unfit = refused("lot.unfit");
    await expect(openLot(db, owner, aLot({ regime: "" as never }), A_DAY)).rejects.toEqual(unfit);
    await expect(openLot(db, owner, aLot({ regime: "other" }), A_DAY)).rejects.toEqual(unfit);
    await expect(openLot(db, owner, aLot({ value: "12", currency: "" }), A_DAY)).rejects.toEqual(unfit);
    await openLot(db, owner, aLot({ regime: "other", checklist: "Counsel’s list of March" }), A_DAY);
  });

  test("without a bidder has no check to open", async () => {
    const lotId = await openLot(db, owner, aLot(), A_DAY);
    await expect(openStage(db, owner, lotId, "selection", A_DAY)).rejects.toEqual(refused("lot.no-bidder"));
  });
});

describe("a check", () => {
  test("of a small firm with nothing found is filed after one answer and one decision, with its number and a frozen record", async () => {
    const { checkId } = await anOpenLot(db, owner);
    await nothingFound(db, owner, checkId);
    await decide(owner, checkId);
    expect(await fileCheck(db, owner, checkId, A_DAY)).toBe(1);
    const { record, isIntact, sha256 } = await memoOf(db, owner, checkId);
    expect(isIntact).toBe(true);
    expect(sha256).toMatch(/^[0-9a-f]{64}$/);
    expect(record.steps.map(({ answer }) => answer?.result)).toEqual(record.steps.map(() => "done"));
    expect(record.circle[0]).toMatchObject({ name: "Quiet Mill Works", matches: [], otherPairs: 0 });
    expect(record.circle[0]!.compared!.lists.length).toBeGreaterThan(0);
    expect(await verifyChain(db, workspace.no)).toMatchObject({ valid: true });
  });

  test("is numbered one after the other in its workspace", async () => {
    const { checkIds } = await anOpenLot(db, owner, { bidders: ["Mill One", "Mill Two"] });
    const numbers: number[] = [];
    for (const checkId of checkIds) {
      await nothingFound(db, owner, checkId);
      await decide(owner, checkId);
      numbers.push(await fileCheck(db, owner, checkId, A_DAY));
    }
    expect(numbers).toEqual([1, 2]);
  });

  test("cannot be filed without results, a decision, or with a question to the bidder open", async () => {
    const { checkId } = await anOpenLot(db, owner);
    const file = () => fileCheck(db, owner, checkId, A_DAY);
    await expect(file()).rejects.toEqual(refused("check.to-do.steps"));
    await nothingFound(db, owner, checkId);
    await expect(file()).rejects.toEqual(refused("check.to-do.decision"));
    await decide(owner, checkId, aDecision({ kind: "ask", reasons: "Unclear", terms: "Which sites, by 1 April" }));
    await expect(file()).rejects.toEqual(refused("check.to-do.decision"));
  });

  test("cannot be filed while a firm of its circle is not compared", async () => {
    const { checkId } = await anOpenLot(db, owner);
    await nothingFound(db, owner, checkId);
    const firm = { firmId: "firm-2", kind: "subcontractor", name: "Dye House", country: null, identifier: null, supplierId: null } as const; // prettier-ignore
    await noteInCheck(db, owner, checkId, { kind: "circle", contents: firm }, A_DAY);
    await nothingFound(db, owner, checkId);
    await decide(owner, checkId);
    await expect(fileCheck(db, owner, checkId, A_DAY)).rejects.toEqual(refused("check.to-do.screening"));
    await screenFirms(db, owner, [checkId], A_DAY);
    expect(await fileCheck(db, owner, checkId, A_DAY)).toBe(1);
  });

  test("asks about subcontractors only where the circle holds one, and about self-cleaning only once something was found", async () => {
    const { checkId } = await anOpenLot(db, owner);
    const asked = async () => (await checkRecord(db, owner, checkId)).asked;
    expect(await asked()).not.toContain("eu71subcontractors");
    expect(await asked()).not.toContain("eu57cleaning");
    const firm = { firmId: "firm-2", kind: "subcontractor", name: "Dye House", country: null, identifier: null, supplierId: null } as const; // prettier-ignore
    await noteInCheck(db, owner, checkId, { kind: "circle", contents: firm }, A_DAY);
    await found(db, owner, checkId, "eu57labour");
    expect(await asked()).toContain("eu71subcontractors");
    expect(await asked()).toContain("eu57cleaning");
  });

  test("that is filed takes nothing more; its correction begins with what was noted, names it, and gets the next number", async () => {
    const { checkId } = await anOpenLot(db, owner);
    await nothingFound(db, owner, checkId);
    await decide(owner, checkId);
    await fileCheck(db, owner, checkId, A_DAY);
    const before = await findCheck(db, owner, checkId);
    await expect(decide(owner, checkId)).rejects.toEqual(refused("check.is-filed"));
    const next = await correctCheck(db, owner, checkId, "The extract was of another firm.", A_DAY);
    const after = await findCheck(db, owner, checkId);
    expect(after).toMatchObject({ state: "corrected", record: before!.record, recordSha256: before!.recordSha256 });
    const copied = await entriesOfChecks(db, owner, [next]);
    expect(copied.map(({ kind }) => kind)).toEqual((await entriesOfChecks(db, owner, [checkId])).map(({ kind }) => kind)); // prettier-ignore
    expect(await fileCheck(db, owner, next, A_DAY)).toBe(2);
    expect(await memoOf(db, owner, next)).toMatchObject({
      replacesNo: 1,
      record: { revision: 2, correctionReason: "The extract was of another firm." },
    });
    await expect(correctCheck(db, owner, checkId, "Again", A_DAY)).rejects.toEqual(refused("check.not-filed"));
  });

  test("whose record was changed by hand says so", async () => {
    const { checkId } = await anOpenLot(db, owner);
    await nothingFound(db, owner, checkId);
    await decide(owner, checkId);
    await fileCheck(db, owner, checkId, A_DAY);
    const { vendorChecks } = db.t;
    const { record } = await memoOf(db, owner, checkId);
    await db.transact(function* (q) {
      yield q.update(vendorChecks).set({ record: { ...record, bidder: "Another Mill" } }).where(eq(vendorChecks.id, checkId)); // prettier-ignore
    });
    expect((await memoOf(db, owner, checkId)).isIntact).toBe(false);
  });

  test("is shown as it was known on a past day", async () => {
    const { checkId } = await anOpenLot(db, owner);
    const later = new Date(A_DAY.getTime() + 86_400_000);
    const contents = { steps: ["eu57conduct"], result: "done" as const, proof: "Register", reference: "", sourceOn: TODAY }; // prettier-ignore
    await noteInCheck(db, owner, checkId, { kind: "answer", contents }, later);
    expect((await checkView(db, owner, checkId)).status.answers["eu57conduct"]?.result).toBe("done");
    expect((await checkView(db, owner, checkId, A_DAY)).status.answers).toEqual({});
  });

  test("keeps both of two results noted at the same moment", async () => {
    const { checkId } = await anOpenLot(db, owner);
    await Promise.all(["eu57conviction", "eu57persons", "eu57conduct"].map((step) => found(db, owner, checkId, step)));
    expect(Object.keys((await checkRecord(db, owner, checkId)).status.answers).sort()).toEqual(["eu57conduct", "eu57conviction", "eu57persons"]); // prettier-ignore
  });

  test("refuses a source looked at on a day to come, a step that is not asked, and a result without a source", async () => {
    const { checkId } = await anOpenLot(db, owner);
    const say = (said: object) =>
      noteInCheck(db, owner, checkId, { kind: "answer", contents: { steps: ["eu57conduct"], result: "done", proof: "Register", reference: "", sourceOn: TODAY, ...said } }, A_DAY); // prettier-ignore
    await expect(say({ sourceOn: "2026-03-03" })).rejects.toEqual(refused("check.day-to-come"));
    await expect(say({ steps: ["ukOrders"] })).rejects.toEqual(refused("check.step-unknown"));
    await expect(say({ proof: "" })).rejects.toEqual(refused("check.unfit"));
  });
});

describe("a pair of a firm and an entry of a list", () => {
  test("keeps the check open until somebody who may decides, and is then told as found", async () => {
    const entry = listed();
    const { checkId } = await anOpenLot(db, owner, { bidders: [entry.name] });
    const { status } = await checkRecord(db, owner, checkId);
    expect(status.candidates.map((one) => one.entry.name)).toContain(entry.name);
    await nothingFound(db, owner, checkId);
    await decide(owner, checkId, aDecision({ reasons: "Nothing stands against it." }));
    await expect(fileCheck(db, owner, checkId, A_DAY)).rejects.toEqual(refused("check.to-do.matches"));
    const answer = (scope: Scope, candidateId: string) =>
      noteInCheck(db, scope, checkId, { kind: "match-decided", contents: { candidateId, decision: "match", reason: "Same address" } }, A_DAY); // prettier-ignore
    await expect(answer(purchaser, status.candidates[0]!.candidateId)).rejects.toEqual(refused("check.not-allowed"));
    for (const { candidateId } of status.candidates) await answer(legal, candidateId);
    await fileCheck(db, owner, checkId, A_DAY);
    const [firm] = (await memoOf(db, purchaser, checkId)).record.circle;
    expect(firm!.matches.map((one) => one.entry)).toContain(entry.name);
    expect(firm!.matches[0]!.effects.length).toBeGreaterThan(0);
  });

  test("that was decided stays decided when the same entry is compared again", async () => {
    const { checkId } = await anOpenLot(db, owner, { bidders: [listed().name] });
    const { status } = await checkRecord(db, owner, checkId);
    expect(status.candidates.length).toBeGreaterThan(0);
    for (const { candidateId } of status.candidates)
      await noteInCheck(db, legal, checkId, { kind: "match-decided", contents: { candidateId, decision: "not-match", reason: "Another town" } }, A_DAY); // prettier-ignore
    const { checkEntries } = db.t;
    const [screened] = (await entriesOfChecks(db, owner, [checkId])).filter(({ kind }) => kind === "screened");
    await db.transact(function* (q) {
      yield q.update(checkEntries).set({ contents: { ...(screened!.contents as object), listsHash: "older" } }).where(eq(checkEntries.id, screened!.id)); // prettier-ignore
    });
    await screenFirms(db, owner, [checkId], A_DAY);
    const again = await checkRecord(db, owner, checkId);
    expect(again.status.candidates.length).toBe(status.candidates.length);
    expect(again.status.candidates.every(({ decided }) => decided?.decision === "not-match")).toBe(true);
  });
});

describe("an exclusion", () => {
  test("counts once a second member who may decide agreed, and is filed then", async () => {
    const { checkId } = await anOpenLot(db, owner);
    await found(db, owner, checkId, "eu57conviction");
    await nothingFound(db, owner, checkId);
    await decide(owner, checkId, toExclude());
    await expect(fileCheck(db, owner, checkId, A_DAY)).rejects.toEqual(refused("check.to-do.second"));
    const second = (scope: Scope, agreed: boolean) =>
      noteInCheck(db, scope, checkId, { kind: "decision-second", contents: { decisionId: "decision-1", agreed, note: "" } }, A_DAY); // prettier-ignore
    await expect(second(owner, true)).rejects.toEqual(refused("check.same-person"));
    await expect(second(purchaser, true)).rejects.toEqual(refused("check.not-allowed"));
    await second(legal, true);
    await expect(second(legal, true)).rejects.toEqual(refused("check.second-unknown"));
    expect(await fileCheck(db, owner, checkId, A_DAY)).toBe(1);
  });

  test("that the second member refused is no decision to file on", async () => {
    const { checkId } = await anOpenLot(db, owner);
    await found(db, owner, checkId, "eu57conviction");
    await nothingFound(db, owner, checkId);
    await decide(owner, checkId, toExclude());
    const no = { decisionId: "decision-1", agreed: false, note: "The judgment is under appeal." };
    await noteInCheck(db, legal, checkId, { kind: "decision-second", contents: no }, A_DAY);
    await expect(fileCheck(db, owner, checkId, A_DAY)).rejects.toEqual(refused("check.to-do.decision"));
  });
});
