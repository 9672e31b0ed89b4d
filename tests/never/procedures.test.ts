/** What a government purchaser is never offered, 8 to 14 of docs/never.md: words, silence, protected information, persons, contracts. */
import { eq } from "drizzle-orm";
import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import type { Database, Scope } from "../../db/database";
import { PROTECTED_SOURCES } from "../../app/recruitment/protected-sources";
import { catalogue as en } from "../../app/i18n/en";
import { catalogue as ru } from "../../app/i18n/ru";
import { addBidder } from "../../app/services/checks/add-bidder.server";
import { askQuestion } from "../../app/services/checks/ask-question.server";
import { checkRecord } from "../../app/services/checks/check-record.server";
import { checkView } from "../../app/services/checks/check-view.server";
import { fileCheck } from "../../app/services/checks/file-check.server";
import { lotView } from "../../app/services/checks/lot-view.server";
import { inspectionOf, memoOf } from "../../app/services/checks/memo.server";
import { noteInCheck } from "../../app/services/checks/note.server";
import { contractRecord } from "../../app/services/contracts/contract-record.server";
import { noteContract } from "../../app/services/contracts/note-contract.server";
import { recordContract } from "../../app/services/contracts/record-contract.server";
import { screenFirms } from "../../app/services/checks/screen-firms.server";
import { openLot } from "../../app/services/checks/open-lot.server";
import { recordReadings } from "../../app/services/readings/record-readings.server";
import { A_DAY, aDatabase, aGeneration, aMember, aSupplier, aWorkspace, scopeOf, type AWorkspace } from "../builders";
import { aDecision, aLot, anOpenLot, nothingFound, TODAY, toExclude } from "../check-steps";

let db: Database;
let workspace: AWorkspace;
let owner: Scope;
let purchaser: Scope;

beforeAll(async () => {
  db = await aDatabase();
});
afterAll(() => db.close());
beforeEach(async () => {
  workspace = await aWorkspace(db);
  owner = scopeOf(workspace);
  purchaser = scopeOf(workspace, "purchaser", (await aMember(db, workspace, "purchaser")).id);
});

const decide = (checkId: string, decision = aDecision()) =>
  noteInCheck(db, owner, checkId, { kind: "decision", contents: decision }, A_DAY);
const refused = (code: string) => expect.objectContaining({ name: "Problem", code }) as Error;
const words = (value: unknown) => JSON.stringify(value);

test("8: nothing says clean, cleared or compliant", async () => {
  const never = { en: /\b(?:clean|cleared|compliant)\b/iu, ru: /соответствует требованиям|\bчист(?:ый|о|а)\b/iu };
  const texts = (part: unknown): string[] => typeof part === "string" ? [part] : Object.values(part as object).flatMap(texts); // prettier-ignore
  expect(texts(en).filter((text) => never.en.test(text))).toEqual([]);
  expect(texts(ru).filter((text) => never.ru.test(text))).toEqual([]);
  expect(en.checks.result.done).toBe("Nothing found in the sources named");
  const { checkId } = await anOpenLot(db, owner);
  await nothingFound(db, owner, checkId);
  await decide(checkId);
  await fileCheck(db, owner, checkId, A_DAY);
  expect(words(await memoOf(db, owner, checkId))).not.toMatch(never.en);
});

test("9: silence and not known are no ground", async () => {
  const { checkId } = await anOpenLot(db, owner);
  const unknown = { steps: ["eu57conviction"], result: "not-known" as const, proof: "", reference: "", sourceOn: null };
  await noteInCheck(db, owner, checkId, { kind: "answer", contents: unknown }, A_DAY);
  await expect(decide(checkId, toExclude())).rejects.toEqual(refused("check.because-not-known"));
  await expect(decide(checkId, toExclude({}, { because: [] }))).rejects.toEqual(refused("check.ground-not-found"));
  await expect(decide(checkId, toExclude({}, { because: ["eu57conduct"] }))).rejects.toEqual(refused("check.because-unknown")); // prettier-ignore
  // A bidder that let the day pass has answered nothing: the fact may be cited, and proves no ground.
  const fact = { factId: "fact-1", text: "Wages were late", source: "Court register", sourceOn: null, origin: "register", status: "established" } as const; // prettier-ignore
  await noteInCheck(db, owner, checkId, { kind: "fact", contents: fact }, A_DAY);
  await noteInCheck(db, owner, checkId, { kind: "fact-put", contents: { factId: "fact-1", putOn: "2026-02-01", how: "Letter" } }, A_DAY); // prettier-ignore
  await noteInCheck(db, owner, checkId, { kind: "fact-answer", contents: { factId: "fact-1", answered: false, answer: "", on: "2026-02-20" } }, A_DAY); // prettier-ignore
  await expect(decide(checkId, toExclude({}, { because: ["fact-1"] }))).rejects.toEqual(
    refused("check.ground-not-found"),
  );
});

test("10: no protected worker information reaches a file that the bidder may inspect", async () => {
  const { no: generation } = await aGeneration(db, workspace);
  const mill = await aSupplier(db, workspace, { name: "Quiet Mill", seat: "TR", generation });
  const told = { what: "recruitedFrom", value: ["NP"], proof: "policy", validFrom: "2026-02-01", money: null } as const;
  await recordReadings(db, owner, { supplierId: mill.id, answers: [told], source: "MARK-OF-A-WORKER", protectedSource: "workers" }, A_DAY); // prettier-ignore
  const { lotId, checkId } = await anOpenLot(db, owner);
  const late = { name: "Quiet Mill", country: null, identifier: "", supplierId: mill.id };
  const [linked] = (await addBidder(db, owner, lotId, late, A_DAY)).checkIds;
  for (const origin of PROTECTED_SOURCES) {
    const contents = { factId: `fact-${origin}`, text: "MARK-OF-A-WORKER", source: "told", sourceOn: null, origin, status: "established" } as const; // prettier-ignore
    await expect(noteInCheck(db, owner, linked!, { kind: "fact", contents }, A_DAY)).rejects.toEqual(refused("check.fact-protected")); // prettier-ignore
  }
  // What was not put to the bidder is not in its file either, while the memo of the buyer has it.
  const own = { factId: "fact-own", text: "MARK-NOT-PUT", source: "Court register", sourceOn: null, origin: "register", status: "established" } as const; // prettier-ignore
  await noteInCheck(db, owner, linked!, { kind: "fact", contents: own }, A_DAY);
  const file = words(await inspectionOf(db, owner, linked!));
  expect(file).not.toMatch(/MARK-OF-A-WORKER|MARK-NOT-PUT/u);
  expect(file).toContain("Quiet Mill");
  expect(words(await memoOf(db, owner, linked!))).toContain("MARK-NOT-PUT");
  expect(words([await checkView(db, owner, linked!), await memoOf(db, owner, checkId)])).not.toContain("MARK-OF-A-WORKER"); // prettier-ignore
});

test("11: no derived model has a part in a procedure", async () => {
  // A category assessment made with own weights is joined by no lot.
  const category = (id: string, modelId: string) => ({
    id,
    workspaceNo: workspace.no,
    number: id.length,
    version: 1,
    title: "Clothing",
    input: {},
    result: {},
    chosen: [],
    modelId,
    dataDate: TODAY,
    dataHash: "0",
    filedBy: owner.userId,
    filedAt: A_DAY,
    recordSha256: "0",
  });
  const [released, own] = [`released-${workspace.no}`, `own-${workspace.no}`];
  await db.transact(function* (q) {
    yield q.insert(db.t.categoryAssessments).values([category(released, "2026.1"), category(own, "2026.1~own")]);
  });
  await expect(openLot(db, owner, aLot({ categoryId: own }), A_DAY)).rejects.toEqual(refused("lot.derived-model"));
  await openLot(db, owner, aLot({ categoryId: released }), A_DAY);
  // And a check holds no result of any model.
  const { no: generation } = await aGeneration(db, workspace);
  const derived = "2026.1~MARK-OF-OWN-WEIGHTS";
  await db.commitPlain((q) => [
    q.update(db.t.generations).set({ modelId: derived }).where(eq(db.t.generations.no, generation)),
  ]);
  const mill = await aSupplier(db, workspace, {
    name: "Quiet Mill",
    seat: "TR",
    score: 61.5,
    band: "high",
    generation,
  });
  const { lotId } = await anOpenLot(db, owner);
  const late = { name: "Quiet Mill", country: null, identifier: "", supplierId: mill.id };
  const [linked] = (await addBidder(db, owner, lotId, late, A_DAY)).checkIds;
  await screenFirms(db, owner, [linked!], A_DAY);
  await nothingFound(db, owner, linked!);
  await decide(linked!);
  await fileCheck(db, owner, linked!, A_DAY);
  const shown = words([await lotView(db, owner, lotId), await checkView(db, owner, linked!), await memoOf(db, owner, linked!)]); // prettier-ignore
  expect(shown).toContain("Quiet Mill");
  expect(shown).not.toMatch(/MARK-OF-OWN-WEIGHTS|modelId|61\.5|"high"/u);
});

test("12: no natural person is kept or scored", async () => {
  const { checkId } = await anOpenLot(db, owner);
  const person = { firmId: "p", kind: "person", name: "A. Person", country: null, identifier: null, supplierId: null };
  await expect(noteInCheck(db, owner, checkId, { kind: "circle", contents: person as never }, A_DAY)).rejects.toEqual(refused("check.unfit")); // prettier-ignore
  const named = { steps: ["eu57persons"], result: "done" as const, proof: "Extract", reference: "", sourceOn: TODAY, names: ["A. Person"] }; // prettier-ignore
  await expect(noteInCheck(db, owner, checkId, { kind: "answer", contents: named }, A_DAY)).rejects.toEqual(refused("check.unfit")); // prettier-ignore
  await nothingFound(db, owner, checkId);
  const { record } = await memoOf(db, owner, checkId);
  expect(record.circle.every(({ kind }) => kind === "bidder")).toBe(true);
  expect(words(record)).not.toMatch(/"(?:score|band|persons|names)"/u);
});

test("13: a question that is not tied to the contract is not put to bidders", async () => {
  const { lotId, checkId } = await anOpenLot(db, owner);
  const ask = (link: string) => askQuestion(db, owner, lotId, { stage: "selection", text: "Who sews the clothing?", link }, A_DAY); // prettier-ignore
  for (const link of ["", "  ", "yes", "n/a"]) await expect(ask(link)).rejects.toEqual(refused("lot.question-link"));
  const id = await ask("The sewing of the clothing is what is bought.");
  const { asked } = await checkRecord(db, owner, checkId);
  expect(asked).toContain(`question:${id}`);
  // Every bidder gets it, one that is added later too.
  const late = { name: "Late Mill", country: null, identifier: "", supplierId: "" };
  const [other] = (await addBidder(db, owner, lotId, late, A_DAY)).checkIds;
  expect((await checkRecord(db, owner, other!)).asked).toContain(`question:${id}`);
});

test("14: no contract is terminated without an assessment of what it does to workers", async () => {
  const { checkId } = await anOpenLot(db, owner);
  await nothingFound(db, owner, checkId);
  await decide(checkId);
  await fileCheck(db, owner, checkId, A_DAY);
  const contract = { reference: "C-1", title: "Work clothing", contractor: "Quiet Mill Works", startsOn: TODAY, endsOn: "", checkId }; // prettier-ignore
  const id = await recordContract(db, purchaser, contract, A_DAY);
  const whole = {
    on: "2026-06-30",
    reason: "Clauses were broken again and again.",
    workers: "About 60, half of them hired by an agency",
    wagesDue: "May and June; fees of 12 workers",
    tried: "Two plans, a visit, a meeting with the union",
    notice: "Three months",
    informed: "Union and labour inspectorate",
    measures: "Wages are paid from what is held back; the next contractor takes workers over",
  };
  const end = (contents: object) =>
    noteContract(db, purchaser, id, { kind: "termination", contents: contents as typeof whole }, A_DAY);
  const assessment = refused("contract.termination-assessment");
  for (const part of ["workers", "wagesDue", "tried", "notice", "informed", "measures"] as const) {
    await expect(end({ ...whole, [part]: " " })).rejects.toEqual(assessment);
    const { [part]: _left, ...rest } = whole;
    await expect(end(rest)).rejects.toEqual(assessment);
  }
  expect((await contractRecord(db, owner, id)).status.termination).toBeNull();
  await end(whole);
  expect((await contractRecord(db, owner, id)).status.termination).toMatchObject(whole);
});
