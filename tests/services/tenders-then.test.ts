/** Lots, contracts, categories, comments and members as known on a past day: each day shows again what it showed when it was today. */
import { afterEach, beforeEach, expect, test } from "vitest";
import { endOfDay } from "../../app/lib/as-known-on";
import { checkPage } from "../../app/lib/check-page.server";
import { lotRows } from "../../app/lib/tenders-page.server";
import { categoryStory, newestCategories } from "../../app/services/categories/category-record.server";
import { fileCategory, type ToFile } from "../../app/services/categories/file-category.server";
import { addBidder } from "../../app/services/checks/add-bidder.server";
import { askQuestion } from "../../app/services/checks/ask-question.server";
import { correctCheck } from "../../app/services/checks/correct-check.server";
import { fileCheck } from "../../app/services/checks/file-check.server";
import { lotView } from "../../app/services/checks/lot-view.server";
import { noteInCheck } from "../../app/services/checks/note.server";
import { openStage } from "../../app/services/checks/open-stage.server";
import { contractList, contractRecord } from "../../app/services/contracts/contract-record.server";
import { noteContract } from "../../app/services/contracts/note-contract.server";
import { recordContract } from "../../app/services/contracts/record-contract.server";
import { changeRole } from "../../app/services/members/change-role.server";
import { invite, withdrawInvitation } from "../../app/services/members/invite.server";
import { invitationsThen, membersThen } from "../../app/services/members/members-then.server";
import { membersView } from "../../app/services/members/members-view.server";
import { removeMember } from "../../app/services/members/remove-member.server";
import { addNote } from "../../app/services/notes/add-note.server";
import { notesView } from "../../app/services/notes/notes-view.server";
import { takeBackNote } from "../../app/services/notes/take-back-note.server";
import type { Database, Scope } from "../../db/database";
import { addMember } from "../../db/queries/accounts";
import { openDatabase } from "../../db/open";
import { aGeneration, aSupplier, aUser, aWorkspace, scopeOf, type AWorkspace } from "../builders";
import { aDecision, anOpenLot, nothingFound, TODAY } from "../check-steps";
import { dayOf, now, onDay } from "../story-clock";

let db: Database;
let workspace: AWorkspace;
let scope: Scope;

beforeEach(async () => {
  onDay(0);
  db = await openDatabase({ file: ":memory:", role: "web", now: () => now });
  workspace = await aWorkspace(db);
  scope = scopeOf(workspace);
});
afterEach(() => db.close());

const notFound = { status: 404 };

test("a lot shows the bidders, stages, questions and checks that it had at the end of each day", async () => {
  const { lotId, checkId } = await anOpenLot(db, scope, { bidders: ["Mill One", "Mill Two"] });
  // The version is the row's number for writing; nothing is written to a past day.
  const plain = ({ lot, ...view }: Awaited<ReturnType<typeof lotView>>) => ({ ...view, lot: { ...lot, version: 0 } });
  const listed = async (day: string | null) => (await lotRows(db, scope, day)).map(({ id, stages }) => [id, stages]);
  const shown: unknown[] = [];
  const look = async () => shown.push([plain(await lotView(db, scope, lotId)), await listed(null)]);
  const steps = [
    () => nothingFound(db, scope, checkId),
    () => addBidder(db, scope, lotId, { name: "Mill Three", country: null, identifier: "", supplierId: "" }, now),
    () => noteInCheck(db, scope, checkId, { kind: "decision", contents: aDecision() }, now),
    () => fileCheck(db, scope, checkId, now),
    () => openStage(db, scope, lotId, "award", now),
    () => correctCheck(db, scope, checkId, "The extract was of another firm.", now),
    () => askQuestion(db, scope, lotId, { stage: "award", text: "Who sews it?", link: "The sewing is what is bought." }, now), // prettier-ignore
  ];
  for (const [day, step] of steps.entries()) {
    onDay(day);
    await step();
    await look();
  }
  for (const [day, then] of shown.entries())
    expect([plain(await lotView(db, scope, lotId, endOfDay(dayOf(day)))), await listed(dayOf(day))]).toEqual(then);
  const words = shown.map((one) => JSON.stringify(one));
  expect(new Set(words).size).toBeGreaterThanOrEqual(steps.length - 1);
  await expect(lotView(db, scope, lotId, endOfDay(dayOf(-1)))).rejects.toMatchObject(notFound);
  expect(await listed(dayOf(-1))).toEqual([]);
});

test("a check was open, filed and corrected on its days, and on none of them can anything be written", async () => {
  const { checkId } = await anOpenLot(db, scope);
  const seen = (on: string | null, id = checkId) => checkPage(db, scope, id, { language: "en", on, now });
  const told = ({ check, status, others }: Awaited<ReturnType<typeof seen>>) => ({
    check: { ...check, version: 0 },
    status,
    others,
  });
  const shown: ReturnType<typeof told>[] = [];
  let correctionId = "";
  const steps = [
    () => nothingFound(db, scope, checkId),
    () => noteInCheck(db, scope, checkId, { kind: "decision", contents: aDecision() }, now),
    () => fileCheck(db, scope, checkId, now),
    async () => (correctionId = await correctCheck(db, scope, checkId, "The extract was of another firm.", now)),
  ];
  for (const [day, step] of steps.entries()) {
    onDay(day);
    await step();
    shown.push(told(await seen(null)));
  }
  onDay(9);
  for (const [day, then] of shown.entries()) {
    const page = await seen(dayOf(day));
    expect(told(page)).toEqual(then);
    const { canWrite, canDecidePairs, canExclude, canContract, isOpen } = page;
    expect([canWrite, canDecidePairs, canExclude, canContract, isOpen]).toEqual(Array(5).fill(false));
  }
  expect(shown.map(({ check, others }) => [check.state, check.fileNo, others.length])).toEqual([
    ["open", null, 0],
    ["open", null, 0],
    ["filed", 1, 0],
    ["corrected", 1, 1],
  ]);
  // A correction begins with what was noted before, and was not there itself.
  await expect(seen(dayOf(2), correctionId)).rejects.toMatchObject(notFound);
});

test("a contract shows the terms, reviews and its end as they were noted by each day", async () => {
  const contract = { reference: "C-1", title: "Clothing", contractor: "Mill", startsOn: TODAY, endsOn: "", checkId: "" }; // prettier-ignore
  onDay(1);
  const id = await recordContract(db, scope, contract, now);
  const terms = { measures: [], clauses: "Annex 2", labourCostLine: "", employerPays: "Every fee", subcontractors: "", agencies: "", auditAccess: "" }; // prettier-ignore
  const review = { reviewId: "review-1", on: dayOf(3), what: "Look at the wages" };
  const end = { on: dayOf(5), reason: "No work left.", workers: "About 60", wagesDue: "None", tried: "A plan", notice: "A month", informed: "The union", measures: "Taken over" }; // prettier-ignore
  const steps = [
    { kind: "terms", contents: terms },
    { kind: "review", contents: review },
    { kind: "review-done", contents: { reviewId: "review-1", on: dayOf(1), result: "Paid in full" } },
    { kind: "terms", contents: { ...terms, clauses: "Annex 3" } },
    { kind: "termination", contents: end },
  ] as const;
  const shown = [(await contractRecord(db, scope, id)).status];
  for (const [at, entry] of steps.entries()) {
    onDay(at + 2);
    await noteContract(db, scope, id, entry, now);
    shown.push((await contractRecord(db, scope, id)).status);
  }
  for (const [at, status] of shown.entries())
    expect((await contractRecord(db, scope, id, endOfDay(dayOf(at + 1)))).status).toEqual(status);
  expect(shown.map(({ terms: said, termination }) => [said?.clauses ?? null, termination !== null])).toEqual([
    [null, false],
    ["Annex 2", false],
    ["Annex 2", false],
    ["Annex 2", false],
    ["Annex 3", false],
    ["Annex 3", true],
  ]);
  await expect(contractRecord(db, scope, id, endOfDay(dayOf(0)))).rejects.toMatchObject(notFound);
  expect(await contractList(db, scope, endOfDay(dayOf(0)))).toEqual([]);
  expect(await contractList(db, scope, endOfDay(dayOf(1)))).toHaveLength(1);
});

test("an assessment that was corrected later is the newest of its day, and its correction was not filed yet", async () => {
  const input: ToFile["input"] = {
    title: "Work shirts",
    codes: ["18332000-5"],
    origins: ["BD"],
    originUnknown: false,
    places: [],
    placeUnknown: false,
    buyer: "DE",
    regime: "eu",
  };
  const toFile = { input, measures: [], ownText: "Ask the union first." };
  const first = await fileCategory(db, scope, { ...toFile, corrects: null }, now);
  const before = [await newestCategories(db, scope, 9), (await categoryStory(db, scope, first.id)).versions];
  onDay(2);
  const corrects = { id: first.id, reason: "A second maker." };
  const second = await fileCategory(db, scope, { ...toFile, corrects }, now);
  const then = endOfDay(dayOf(1));
  expect([await newestCategories(db, scope, 9, then), (await categoryStory(db, scope, first.id, then)).versions]).toEqual(before); // prettier-ignore
  expect((await newestCategories(db, scope, 9, endOfDay(dayOf(2)))).map(({ id }) => id)).toEqual([second.id]);
  await expect(categoryStory(db, scope, second.id, then)).rejects.toMatchObject(notFound);
});

test("comments are those of the day, one taken back since stands, and none can be written or taken back", async () => {
  const auditor = { ...scope, role: "auditor" } as const;
  const { no: generation } = await aGeneration(db, workspace);
  const record = { kind: "supplier", id: (await aSupplier(db, workspace, { name: "Mill", generation })).id } as const;
  const said = async (day: string | null) =>
    (await notesView(db, auditor, record, day)).notes.map(({ text, takenBackAt }) => [text, takenBackAt]);
  const { noteId } = await addNote(db, auditor, record, { kind: "comment", text: "Seen the papers" }, now);
  const shown = [await said(null)];
  onDay(1);
  await takeBackNote(db, auditor, noteId, now);
  shown.push(await said(null));
  onDay(2);
  await addNote(db, auditor, record, { kind: "comment", text: "Seen them again" }, now);
  shown.push(await said(null));
  for (const [day, then] of shown.entries()) expect(await said(dayOf(day))).toEqual(then);
  expect(shown[0]).toEqual([["Seen the papers", null]]);
  expect(await said(dayOf(-1))).toEqual([]);
  expect((await notesView(db, auditor, record)).canComment).toBe(true);
  const then = await notesView(db, auditor, record, dayOf(2));
  expect([then.canComment, then.canSign, then.notes.some(({ isMine }) => isMine)]).toEqual([false, false, false]);
});

test("members had the roles of the day, and who does not manage them is told no number of invitations", async () => {
  const who = async () =>
    (await membersView(db, scope, now)).members
      .map(({ userId, name, role }) => ({ userId, name, role }))
      .sort((a, b) => (a.name < b.name ? -1 : 1));
  const shown = [await who()];
  const look = async () => shown.push(await who());
  onDay(1);
  const { id } = await aUser(db, { name: "Nadia" });
  await addMember(db, scope, id, "officer", now);
  await look();
  onDay(2);
  await changeRole(db, scope, id, "auditor");
  const made = await invite(db, scope, { email: "late@example.org", role: "officer" }, now);
  await look();
  onDay(3);
  await removeMember(db, scope, id);
  await withdrawInvitation(db, scope, made.invitationId, now);
  await look();
  for (const [day, then] of shown.entries()) expect(await membersThen(db, scope, dayOf(day))).toEqual(then);
  expect(shown.map((members) => members.length)).toEqual([1, 2, 2, 1]);
  const invited = [0, 1, 2, 3].map((day) => invitationsThen(db, scope, dayOf(day)));
  expect(await Promise.all(invited)).toEqual([0, 0, 1, 0]);
  expect(await invitationsThen(db, { ...scope, role: "auditor" }, dayOf(2))).toBeNull();
});
