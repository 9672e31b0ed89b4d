/** Who reads what of a report: its references, its comments and its name are told only to those who may read what they are of. */
import { text } from "node:stream/consumers";
import { afterAll, beforeAll, expect, test } from "vitest";
import { fileCheck } from "../../app/services/checks/file-check.server";
import { noteInCheck } from "../../app/services/checks/note.server";
import { commitmentView } from "../../app/services/commitments/commitment-view.server";
import { heldHere } from "../../app/services/commitments/held.server";
import { recordFinding } from "../../app/services/findings/record-finding.server";
import { changeFinding, takeBackFinding } from "../../app/services/findings/step-finding.server";
import { addNote } from "../../app/services/notes/add-note.server";
import { notesView } from "../../app/services/notes/notes-view.server";
import { approveReport } from "../../app/services/reports/approve-report.server";
import { exportReport } from "../../app/services/reports/export-report.server";
import { referencesIn } from "../../app/services/reports/references.server";
import { changeReportSettings } from "../../app/services/reports/report-settings.server";
import { reportView } from "../../app/services/reports/report-view.server";
import { startReport } from "../../app/services/reports/start-report.server";
import { statePoint } from "../../app/services/reports/state-point.server";
import { submitReport } from "../../app/services/reports/submit-report.server";
import type { Database, Scope } from "../../db/database";
import type { AccessClass } from "../../db/schema/findings";
import { newId } from "../../db/ids";
import { A_DAY, aDatabase, aGeneration, aMember, aSupplier, aWorkspace, scopeOf } from "../builders";
import { aDecision, anOpenLot, nothingFound } from "../check-steps";
import { wordingIn } from "../report-wording";
import { publishAsItIs } from "./as-it-is";

const FOUND_ON = "2026-02-01";
const SUMMARY = "Papers of 40 workers lie in the office safe.";
const later = (minutes: number) => new Date(A_DAY.getTime() + minutes * 60_000);
let db: Database;
let owner: Scope;
let officer: Scope;
let purchaser: Scope;
let auditor: Scope;
let supplierId: string;
let checkId: string;
beforeAll(async () => {
  db = await aDatabase();
  const workspace = await aWorkspace(db);
  owner = scopeOf(workspace);
  const as = async (role: "officer" | "purchaser" | "auditor") =>
    scopeOf(workspace, role, (await aMember(db, workspace, role)).id);
  [officer, purchaser, auditor] = [await as("officer"), await as("purchaser"), await as("auditor")];
  const { no: generation } = await aGeneration(db, workspace);
  supplierId = (await aSupplier(db, workspace, { name: "Mill", seat: "TR", generation })).id;
  checkId = (await anOpenLot(db, owner)).checkId;
  await nothingFound(db, owner, checkId);
  await noteInCheck(db, owner, checkId, { kind: "decision", contents: aDecision() }, A_DAY);
  await fileCheck(db, owner, checkId, A_DAY);
});
afterAll(() => db.close());

const aFinding = (accessClass: AccessClass) =>
  recordFinding(
    db,
    officer,
    {
      supplierId,
      source: "authority",
      saidBy: "Labour inspectorate",
      foundOn: FOUND_ON,
      site: null,
      product: null,
      indicators: ["ILO-07"],
      severity: "severe",
      summary: SUMMARY,
      accessClass,
      namesNobody: true,
    },
    A_DAY,
  );
const start = (type: "statement" | "tender-check") =>
  startReport(db, officer, { type, variant: "", subjectId: type === "statement" ? "" : checkId, subjectName: "" }, A_DAY); // prettier-ignore
const say = (id: string, point: string, evidence: string) =>
  statePoint(db, officer, id, { point, text: "As we know it.", evidence, replaces: "" }, A_DAY);
const json = async (scope: Scope, id: string) =>
  text((await exportReport(db, scope, id, { format: "json", language: "en", wording: await wordingIn("en"), now: later(40) })).stream); // prettier-ignore
async function publish(id: string): Promise<void> {
  await submitReport(db, officer, id, { title: "", note: "" }, later(1));
  const { filed } = await reportView(db, owner, id, later(2));
  await approveReport(db, owner, id, { title: "", note: "", contentSha256: filed.sha256!, knowsGaps: true }, later(2));
  await publishAsItIs(db, owner, id, later(3));
}

test("a tender memo that cites an alleged finding does not tell purchasers its summary, in no file and in no draft", async () => {
  const findingId = await aFinding("public");
  const id = await start("tender-check");
  await say(id, "procedureType", `/w/x/findings/${findingId}`);
  expect(JSON.stringify(await reportView(db, purchaser, id, A_DAY).then(({ filed }) => filed))).not.toContain(SUMMARY);
  await publish(id);
  const told = await json(purchaser, id);
  expect(told).toContain(findingId);
  expect(told).not.toContain(SUMMARY);
});

test("a public statement names a public finding, and loses its id, title and day when that is put to confidential or taken back after citing", async () => {
  const [kept, closed, undone] = [await aFinding("public"), await aFinding("public"), await aFinding("public")];
  const id = await start("statement");
  await say(id, "about", [kept, closed, undone].map((one) => `/w/x/findings/${one}`).join("\n"));
  const titles = async () => {
    const { sections } = (await reportView(db, officer, id, A_DAY)).filed.report;
    const said = sections.flatMap(({ points }) => points).find((point) => point.id === "about")!.statement!;
    return said.evidence.map(({ id: of, title, day, sha256 }) => [of, title, day, sha256]);
  };
  const told = (of: string) => [of, SUMMARY, FOUND_ON, null];
  const withheld = ["", "", null, null];
  expect(await titles()).toEqual([told(kept), told(closed), told(undone)]);
  await changeFinding(db, officer, { findingId: closed, version: 1 }, { kind: "class", to: "confidential", reason: "A witness" }, later(1)); // prettier-ignore
  await takeBackFinding(db, officer, { findingId: undone, version: 1, reason: "Another mill" }, later(1));
  expect(await titles()).toEqual([told(kept), withheld, withheld]);
});

test("of a document that is not there to be read a statement has neither title nor day nor the hash of its file", async () => {
  const sha256 = "ab".repeat(32);
  const named = { kind: "evidence", id: newId(A_DAY), title: "Audit of the mill", day: "2026-02-01", sha256, class: "public" } as const; // prettier-ignore
  expect(await referencesIn(db, officer, { type: "statement", class: "public" }, [named])).toEqual([
    { kind: "evidence", id: "", title: "", day: null, sha256: null },
  ]);
  const cited = { ...named, kind: "cited", id: "" } as const;
  expect(await referencesIn(db, officer, { type: "statement", class: "public" }, [cited])).toMatchObject([{ sha256 }]);
});

test("what is remarked about a report is told to nobody who may not read the report", async () => {
  const [statement, memo] = [await start("statement"), await start("tender-check")];
  const on = (id: string) => ({ kind: "report", id }) as const;
  await addNote(db, auditor, on(statement), { kind: "comment", text: "Who counted this?" }, A_DAY);
  expect((await notesView(db, officer, on(statement))).notes).toHaveLength(1);
  await expect(notesView(db, purchaser, on(statement))).rejects.toMatchObject({ code: "note.record-not-found", status: 404 }); // prettier-ignore
  expect((await notesView(db, purchaser, on(memo))).notes).toEqual([]);
});

test("a row of the catalogue names and counts published reports to those who may read them, and to nobody else", async () => {
  const statement = await start("statement");
  await say(statement, "about", "Company register, 3 March 2026");
  await publish(statement);
  const row = (await heldHere(db, owner)).reports!.find(({ id }) => id === statement)!.commitments[0]!;
  const seen = async (scope: Scope) => {
    const { reports, evidence } = await commitmentView(db, scope, row, "2026-03-02");
    return {
      named: reports?.map(({ id }) => id).includes(statement),
      counted: evidence.kinds.find(({ kind }) => kind === "report")?.tally?.count ?? null,
    };
  };
  expect((await seen(owner)).named).toBe(true);
  const [all, fewer] = [await seen(owner), await seen(purchaser)];
  expect(fewer.named).toBe(false);
  expect(fewer.counted).toBeLessThan(all.counted!);
  expect((await heldHere(db, purchaser)).held.has("statement")).toBe(false);
  expect((await heldHere(db, owner)).held.get("statement")).toContainEqual({ id: statement, day: "2026-03-02" });
});

test("nobody opens a report to more people than its template does; fewer may read it", async () => {
  const id = await start("tender-check");
  const change = async (to: string) => {
    const { seen, settings } = await reportView(db, officer, id, A_DAY);
    const { from, to: until, organisation } = settings;
    return changeReportSettings(db, officer, id, { variant: "memo", from, to: until, organisation: organisation.name, identifier: "", country: "", class: to, seen }); // prettier-ignore
  };
  for (const wider of ["public", "internal"])
    await expect(change(wider)).rejects.toMatchObject({ code: "report.class-wider", status: 422 });
  await change("confidential");
  expect((await reportView(db, officer, id, A_DAY)).settings.class).toBe("confidential");
});
