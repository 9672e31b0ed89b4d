/** Comments beside the sections of a report: on the text that was read, open until they are answered or taken back, and told to its readers alone. */
import { text } from "node:stream/consumers";
import { eq } from "drizzle-orm";
import { afterAll, beforeAll, expect, test } from "vitest";
import { addNote } from "../../app/services/notes/add-note.server";
import { answerComment } from "../../app/services/notes/answer-comment.server";
import { commentSection } from "../../app/services/notes/comment-section.server";
import { notesView } from "../../app/services/notes/notes-view.server";
import { sectionComments, type SectionComment } from "../../app/services/notes/section-comments.server";
import { takeBackNote } from "../../app/services/notes/take-back-note.server";
import { approveReport } from "../../app/services/reports/approve-report.server";
import { correctReport } from "../../app/services/reports/correct-report.server";
import { exportReport } from "../../app/services/reports/export-report.server";
import { reportView } from "../../app/services/reports/report-view.server";
import { startReport } from "../../app/services/reports/start-report.server";
import { statePoint } from "../../app/services/reports/state-point.server";
import { submitReport } from "../../app/services/reports/submit-report.server";
import { knownOn } from "../../app/services/trail/known-on.server";
import { fileCheck } from "../../app/services/checks/file-check.server";
import { noteInCheck } from "../../app/services/checks/note.server";
import type { Database, Scope } from "../../db/database";
import { findReport } from "../../db/queries/reports";
import { auditTrail } from "../../db/queries/audit";
import { ROLES, type Role } from "../../db/schema/codes";
import { verifyTrail } from "../../db/verify-trail";
import { A_DAY, aDatabase, aMember, aUser, aWorkspace, scopeOf } from "../builders";
import { aDecision, anOpenLot, nothingFound } from "../check-steps";
import { wordingIn } from "../report-wording";
import { publishAsItIs, returnAsItIs } from "./as-it-is";

const DAY = 86_400_000;
/** So many days after the first, an hour later for each call on the same day. */
const on = (days: number, hours = 0) => new Date(A_DAY.getTime() + days * DAY + hours * 3_600_000);
const dayOf = (days: number) => on(days).toISOString().slice(0, 10);

let db: Database;
let team: Readonly<Record<Role, Scope>>;
let elsewhere: Scope;
beforeAll(async () => {
  db = await aDatabase();
  const workspace = await aWorkspace(db);
  const scopes = ROLES.map(async (role) => {
    const userId = role === "owner" ? workspace.userId : (await aUser(db, { name: `The ${role}` })).id;
    return [role, scopeOf(workspace, role, userId)] as const;
  });
  team = Object.fromEntries(await Promise.all(scopes)) as Record<Role, Scope>;
  const other = await aWorkspace(db);
  elsewhere = scopeOf(other, "auditor", (await aMember(db, other, "auditor")).id);
});
afterAll(() => db.close());

const STATEMENT = { type: "statement", variant: "uk", subjectId: "", subjectName: "" };
const hashOf = async (id: string) => (await findReport(db, team.owner, id))!.contentSha256;

async function submitted(now = A_DAY): Promise<string> {
  const id = await startReport(db, team.officer, STATEMENT, now);
  await submitReport(db, team.officer, id, { title: "", note: "" }, now);
  return id;
}
const say = async (
  id: string,
  { by = team.auditor, section = "structure", words = "Who counted this?", now = A_DAY } = {},
) => (await commentSection(db, by, id, { section, text: words, contentSha256: (await hashOf(id)) ?? "" }, now)).noteId;
const answer = (id: string, comment: string, { by = team.officer, words = "Counted anew.", now = A_DAY } = {}) =>
  answerComment(db, by, id, { comment, text: words }, now);
const seen = async (id: string, by = team.owner, day: string | null = null) =>
  sectionComments(db, by, id, await hashOf(id), day);
const approve = async (id: string, seenComments: readonly string[] = []) =>
  approveReport(db, team.owner, id, { title: "", note: "", contentSha256: (await hashOf(id))!, knowsGaps: true, seenComments }, A_DAY); // prettier-ignore

test("a comment stands beside its section with name, time and the text it is about; nothing of the report changes", async () => {
  const id = await submitted();
  const [before, sha256] = [await findReport(db, team.owner, id), await hashOf(id)];
  const noteId = await say(id, { words: "  Who counted this?\n" });
  expect(await findReport(db, team.owner, id)).toEqual({ ...before, seen: before!.seen + 1 });
  expect(await seen(id)).toEqual([
    {
      id: noteId,
      section: "structure",
      text: "Who counted this?",
      who: "The auditor",
      at: A_DAY,
      takenBackAt: null,
      isMine: false,
      sentAt: A_DAY,
      isEarlier: false,
      isOpen: true,
      answers: [],
    },
  ]);
  expect((await seen(id, team.auditor))[0]!.isMine).toBe(true);
  const [last] = await auditTrail(db, team.owner, { limit: 1 });
  expect([last!.name, JSON.parse(last!.contents!)]).toEqual([
    "record.section-commented",
    { noteId, recordKind: "report", recordId: id, section: "structure", contentSha256: sha256, text: "Who counted this?" }, // prettier-ignore
  ]);
});

test("auditors, legal reviewers and purchasers comment on what they may read, in review, approved and published; nobody else does, and no draft", async () => {
  const id = await submitted();
  for (const role of ["owner", "officer"] as const)
    await expect(say(id, { by: team[role] })).rejects.toMatchObject({ code: "note.record-not-found", status: 404 });
  for (const role of ["purchaser", "supplier-contact"] as const)
    await expect(say(id, { by: team[role] })).rejects.toMatchObject({ code: "report.not-found", status: 404 });
  await expect(say(id, { by: elsewhere })).rejects.toMatchObject({ code: "report.not-found", status: 404 });
  const first = await say(id);
  await approve(id, [first]);
  await say(id, { by: team["legal-reviewer"], now: on(1) });
  await publishAsItIs(db, team.owner, id, A_DAY);
  await say(id, { now: on(2) });
  expect((await seen(id)).map(({ who }) => who)).toEqual(["The auditor", "The legal-reviewer", "The auditor"]);

  const draft = await startReport(db, team.officer, STATEMENT, A_DAY);
  await expect(say(draft)).rejects.toMatchObject({ code: "report.state", status: 409 });
  const correction = await correctReport(db, team.officer, id, "A sum was wrong.", A_DAY);
  expect(await seen(correction)).toEqual([]);
});

test("a section that the frozen contents do not have, words that are none and a text that was not read are refused with a sentence", async () => {
  const id = await submitted();
  await expect(say(id, { section: "chain" })).rejects.toMatchObject({ code: "note.no-section", status: 422 });
  await expect(say(id, { section: "Structure" })).rejects.toMatchObject({ code: "note.no-section" });
  await expect(say(id, { words: " \n " })).rejects.toMatchObject({ code: "note.empty", status: 422 });
  await expect(say(id, { words: "x".repeat(4001) })).rejects.toMatchObject({ code: "note.too-long", status: 422 });
  const read = { section: "structure", text: "x", contentSha256: "0".repeat(64) };
  await expect(commentSection(db, team.auditor, id, read, A_DAY)).rejects.toMatchObject({ code: "report.state" });
  expect(await seen(id)).toEqual([]);
  await db.transact(function* (q) {
    yield q
      .update(db.t.reports)
      .set({ content: { schema: "none" } })
      .where(eq(db.t.reports.id, id));
  });
  await expect(say(id)).rejects.toMatchObject({ code: "report.not-intact", status: 409 });
});

test("a comment is open until whoever writes reports answers it, and again when the answer is taken back", async () => {
  const id = await submitted();
  const comment = await say(id);
  for (const role of ["auditor", "legal-reviewer"] as const)
    await expect(answer(id, comment, { by: team[role] })).rejects.toMatchObject({ status: 404 });
  await expect(answer(id, comment, { by: team.purchaser })).rejects.toMatchObject({ code: "report.not-found" });
  await expect(answer(id, comment, { words: " " })).rejects.toMatchObject({ code: "note.answer-empty", status: 422 });
  const whole = await addNote(db, team.auditor, { kind: "report", id }, { kind: "comment", text: "All of it" }, A_DAY);
  for (const none of ["nothing", whole.noteId])
    await expect(answer(id, none)).rejects.toMatchObject({ code: "note.not-open", status: 409 });
  const { noteId } = await answer(id, comment);
  const [answered] = await seen(id);
  expect(answered).toMatchObject({
    isOpen: false,
    answers: [{ id: noteId, text: "Counted anew.", who: "The officer" }],
  });
  await expect(answer(id, comment)).rejects.toMatchObject({ code: "note.not-open" });
  await expect(answer(id, noteId, { by: team.owner })).rejects.toMatchObject({ code: "note.not-open" });
  await expect(takeBackNote(db, team.auditor, noteId, A_DAY)).rejects.toMatchObject({ status: 404 });
  await takeBackNote(db, team.officer, noteId, A_DAY);
  expect((await seen(id))[0]).toMatchObject({ isOpen: true, answers: [{ takenBackAt: A_DAY }] });
  await takeBackNote(db, team.auditor, comment, A_DAY);
  expect((await seen(id))[0]).toMatchObject({ isOpen: false, takenBackAt: A_DAY, isMine: false });
  await expect(answer(id, comment)).rejects.toMatchObject({ code: "note.not-open" });
  const { rows, faults } = await verifyTrail(db, team.owner.workspaceNo);
  expect(rows["record_notes"]).toBeGreaterThan(2);
  expect(faults.filter((fault) => "table" in fault && fault.table === "record_notes")).toEqual([]);
});

test("an open comment does not stop an approval, but nobody approves without having seen it, and the trail names it", async () => {
  const id = await submitted();
  const [answered, withdrawn, open, late] = [
    await say(id),
    await say(id),
    await say(id),
    await say(id, { now: on(0, 1) }),
  ];
  await answer(id, answered);
  await takeBackNote(db, team.auditor, withdrawn, A_DAY);
  await expect(approve(id)).rejects.toMatchObject({ code: "report.comments", status: 422, values: { count: 2 } });
  await expect(approve(id, [open])).rejects.toMatchObject({ code: "report.comments", values: { count: 1 } });
  await approve(id, [open, late]);
  const [last] = await auditTrail(db, team.owner, { limit: 1 });
  expect(JSON.parse(last!.contents!)).toMatchObject({ openComments: [open, late] });
});

test("given back and sent again, a comment is said to be about the earlier text; it can still be answered and taken back", async () => {
  const id = await submitted(on(0));
  const comment = await say(id, { now: on(0, 1) });
  await returnAsItIs(db, team.owner, id, "Answer the auditor.", on(1));
  expect((await seen(id))[0]).toMatchObject({ isEarlier: true, isOpen: true, sentAt: on(0) });
  const said = {
    point: "about",
    text: "We sew shirts.",
    evidence: "Company register, 3 March 2026, intranet",
    replaces: "",
  };
  await statePoint(db, team.officer, id, said, on(1, 1));
  await answer(id, comment, { now: on(1, 2) });
  await submitReport(db, team.officer, id, { title: "", note: "" }, on(2));
  const second = await say(id, { now: on(2, 1) });
  expect((await seen(id)).map((one) => [one.id, one.isEarlier, one.isOpen, one.sentAt])).toEqual([
    [comment, true, false, on(0)],
    [second, false, true, on(2)],
  ]);
  await takeBackNote(db, team.auditor, comment, on(3));
  expect((await seen(id))[0]).toMatchObject({ takenBackAt: on(3), isEarlier: true });
});

test("comments of a past day are those of that day, open as they were then, and there is nothing to take back", async () => {
  const id = await submitted(on(0));
  const shown: SectionComment[][] = [];
  const look = async () => void shown.push((await seen(id, team.auditor)).map((one) => ({ ...one, isMine: false })));
  await look();
  const comment = await say(id, { now: on(1) });
  await look();
  const { noteId } = await answer(id, comment, { now: on(2) });
  await look();
  await takeBackNote(db, team.officer, noteId, on(3));
  await look();
  await takeBackNote(db, team.auditor, comment, on(4));
  await look();
  for (const [day, then] of shown.entries()) expect(await seen(id, team.auditor, dayOf(day))).toEqual(then);
  expect(shown.map(([one]) => one && one.isOpen)).toEqual([undefined, true, false, true, false]);
});

test("comments are told to nobody who may not read the report, nor counted before them", async () => {
  const { checkId } = await anOpenLot(db, team.owner);
  await nothingFound(db, team.owner, checkId);
  await noteInCheck(db, team.owner, checkId, { kind: "decision", contents: aDecision() }, A_DAY);
  await fileCheck(db, team.owner, checkId, A_DAY);
  const questionnaire = async (variant: string) => {
    const id = await startReport(db, team.owner, { type: "espd", variant, subjectId: checkId, subjectName: "" }, A_DAY);
    await submitReport(db, team.owner, id, { title: "", note: "" }, A_DAY);
    return id;
  };
  const [known, sent] = [await questionnaire("known"), await questionnaire("send")];
  const { sections } = (await reportView(db, team.owner, known, A_DAY)).filed.report;
  const section = sections[0]!.id;
  const confidential = await say(known, { section, words: "Who told of the papers?" });
  const own = await say(sent, { section, by: team.purchaser, words: "Is this asked of all?" });
  for (const reader of [team.purchaser, team["supplier-contact"], elsewhere])
    await expect(seen(known, reader)).rejects.toMatchObject({ code: "note.record-not-found", status: 404 });
  await expect(say(known, { section, by: team.purchaser })).rejects.toMatchObject({ code: "report.not-found" });
  await expect(answer(known, confidential, { by: team.purchaser })).rejects.toMatchObject({ code: "report.not-found" });
  await expect(answer(sent, confidential, { by: team.purchaser })).rejects.toMatchObject({ code: "note.not-open" });
  expect((await seen(sent, team.purchaser)).map(({ id }) => id)).toEqual([own]);
  await expect(answer(sent, own, { by: team.purchaser })).rejects.toMatchObject({ code: "note.answer-own" });
  await answer(sent, own, { by: team.officer });
});

test("comments stand in no file of the report and not among the notes on it as a whole; answers are counted nowhere as comments", async () => {
  const id = await submitted();
  const words = "Said beside a section alone";
  const order = { language: "en", wording: await wordingIn("en"), now: A_DAY } as const;
  const files = () =>
    Promise.all(
      (["json", "csv"] as const).map(async (format) =>
        text((await exportReport(db, team.owner, id, { ...order, format })).stream),
      ),
    );
  const before = await files();
  const noted = async () => (await knownOn(db, team.owner, dayOf(0))).inForce.notes;
  const count = await noted();
  const comment = await say(id, { words });
  await answer(id, comment, { words });
  expect(await files()).toEqual(before);
  expect((await notesView(db, team.owner, { kind: "report", id })).notes).toEqual([]);
  expect(await noted()).toBe(count + 1);
});
