/** The questionnaire with what is known here: for those alone who may read findings and actions, and with nothing a model made. */
import { afterAll, beforeAll, expect, test } from "vitest";
import { reportPage, templateChoices } from "../../app/lib/report-page.server";
import type { Report } from "../../app/reports/model";
import { addBidder } from "../../app/services/checks/add-bidder.server";
import { fileCheck } from "../../app/services/checks/file-check.server";
import { noteInCheck } from "../../app/services/checks/note.server";
import { openLot } from "../../app/services/checks/open-lot.server";
import { openStage } from "../../app/services/checks/open-stage.server";
import { screenFirms } from "../../app/services/checks/screen-firms.server";
import { recordAction } from "../../app/services/remedy/record-action.server";
import { approveReport } from "../../app/services/reports/approve-report.server";
import { correctReport } from "../../app/services/reports/correct-report.server";
import { changeReportSettings } from "../../app/services/reports/report-settings.server";
import { reportRecord } from "../../app/services/reports/report-record.server";
import { reportList, reportView } from "../../app/services/reports/report-view.server";
import { readableKinds } from "../../app/services/reports/subject.server";
import { reportsOf } from "../../db/queries/reports";
import { startableTemplates } from "../../app/services/reports/startable.server";
import { statePoint } from "../../app/services/reports/state-point.server";
import { submitReport } from "../../app/services/reports/submit-report.server";
import { startReport } from "../../app/services/reports/start-report.server";
import type { Database, Scope } from "../../db/database";
import { FLOORS } from "../../risk-models/types";
import { A_DAY, aDatabase, aMember, aSupplier, aWorkspace, scopeOf } from "../builders";
import { aDecision, aLot, nothingFound } from "../check-steps";
import { anAction } from "../remedy-facts";
import { wordingIn } from "../report-wording";
import { publishAsItIs } from "./as-it-is";

let db: Database;
let owner: Scope;
let purchaser: Scope;
let officer: Scope;
let checkId: string;
beforeAll(async () => {
  db = await aDatabase();
  const workspace = await aWorkspace(db);
  owner = scopeOf(workspace);
  purchaser = scopeOf(workspace, "purchaser", (await aMember(db, workspace, "purchaser")).id);
  officer = scopeOf(workspace, "officer", (await aMember(db, workspace, "officer")).id);
  const mill = await aSupplier(db, workspace, {
    name: "Alder Mill",
    seat: "CN",
    score: 81,
    band: "high",
    level: "assessed",
    floors: (1 << FLOORS.length) - 1,
  });
  const facts = anAction(owner.userId, { title: "Give the papers back" });
  await recordAction(db, owner, { supplierId: mill.id, findingId: null, facts }, A_DAY);
  const lotId = await openLot(db, owner, aLot(), A_DAY);
  await addBidder(db, owner, lotId, { name: "Alder Mill", country: "CN", identifier: "", supplierId: mill.id }, A_DAY);
  const checkIds = await openStage(db, owner, lotId, "selection", A_DAY);
  await screenFirms(db, owner, checkIds, A_DAY);
  checkId = checkIds[0]!;
  await nothingFound(db, owner, checkId);
  await noteInCheck(db, owner, checkId, { kind: "decision", contents: aDecision() }, A_DAY);
  await fileCheck(db, owner, checkId, A_DAY);
});
afterAll(() => db.close());

const start = (scope: Scope, variant: string) =>
  startReport(db, scope, { type: "espd", variant, subjectId: checkId, subjectName: "" }, A_DAY);
async function switchTo(scope: Scope, id: string, variant: string): Promise<void> {
  const { settings, seen } = await reportView(db, scope, id, A_DAY);
  const { from, to, organisation } = settings;
  const head = { from, to, organisation: organisation.name, identifier: "", country: "DE", class: "confidential" };
  await changeReportSettings(db, scope, id, { ...head, variant, facts: {}, seen });
}
const offered = async (scope: Scope) =>
  (await startableTemplates(db, scope)).find(({ template }) => template.type === "espd")!.template.variants.map(({ id }) => id); // prettier-ignore

test("a purchaser is offered the questionnaire to send alone, and starts no other", async () => {
  expect(await offered(owner)).toEqual(["send", "known"]);
  expect(await offered(purchaser)).toEqual(["send"]);
  const wording = await wordingIn("en");
  const templates = (await startableTemplates(db, purchaser)).map(({ template }) => template);
  const choice = templateChoices(templates, wording).find(({ type }) => type === "espd")!;
  expect(choice.variants.map(({ id }) => id)).toEqual(["send"]);
  await expect(start(purchaser, "known")).rejects.toMatchObject({ code: "report.variant", status: 422 });
  const id = await start(purchaser, "");
  const page = await reportPage(db, purchaser, id, wording, A_DAY);
  expect([page.variant, page.variants.map((one) => one.id)]).toEqual(["send", ["send"]]);
});

test("for a purchaser a report with what is known is not there, in the list, by its id, or by switching a draft to it", async () => {
  const known = await start(owner, "known");
  const sent = await start(purchaser, "send");
  for (const read of [reportRecord(db, purchaser, known), reportView(db, purchaser, known, A_DAY)])
    await expect(read).rejects.toMatchObject({ code: "report.not-found", status: 404 });
  const ids = (await reportList(db, purchaser)).lines.map(({ id }) => id);
  expect([ids.includes(known), ids.includes(sent)]).toEqual([false, true]);
  await expect(switchTo(purchaser, sent, "known")).rejects.toMatchObject({ code: "report.variant", status: 422 });
  expect(JSON.stringify((await reportView(db, purchaser, sent, A_DAY)).filed.report)).not.toContain(
    "Give the papers back",
  );
  // Whoever may read it switches the draft; from then on the purchaser does not see it.
  await switchTo(owner, sent, "known");
  await expect(reportView(db, purchaser, sent, A_DAY)).rejects.toMatchObject({ status: 404 });
});

test("what a reader may not read takes no place in the list: the query leaves it out before it counts", async () => {
  // Minutes apart, so that no id drawn by chance says which is the newer.
  const startLater = (scope: Scope, variant: string, minutes: number) =>
    startReport(db, scope, { type: "espd", variant, subjectId: checkId, subjectName: "" }, new Date(A_DAY.getTime() + minutes * 60_000)); // prettier-ignore
  const sent = await startLater(purchaser, "send", 1);
  await startLater(owner, "known", 2);
  const newest = async (role: "owner" | "purchaser") => (await reportsOf(db, owner, readableKinds(role), 1))[0]!;
  expect((await newest("owner")).variant).toBe("known");
  expect((await newest("purchaser")).id).toBe(sent);
  expect(await reportsOf(db, owner, [], 9)).toEqual([]);
});

test("a draft with what is known, and the correction of one, is never switched to the variant a purchaser reads", async () => {
  const id = await start(officer, "known");
  const given = {
    point: "contradictions",
    text: "The union says otherwise.",
    evidence: "Letter of the union, 2 March 2026",
    replaces: "",
  };
  await statePoint(db, officer, id, given, A_DAY);
  const refused = { code: "report.variant-wider", status: 422 };
  const wording = await wordingIn("en");
  const isKept = async (of: string) => {
    await expect(switchTo(owner, of, "send")).rejects.toMatchObject(refused);
    expect((await reportPage(db, owner, of, wording, A_DAY)).variants.map((one) => one.id)).toEqual(["known"]);
    await expect(reportView(db, purchaser, of, A_DAY)).rejects.toMatchObject({ status: 404 });
  };
  await isKept(id);
  await submitReport(db, officer, id, { title: "", note: "Not for the purchaser." }, A_DAY);
  const { sha256 } = (await reportView(db, owner, id, A_DAY)).filed;
  await approveReport(db, owner, id, { title: "", note: "", contentSha256: sha256!, knowsGaps: true }, A_DAY);
  await publishAsItIs(db, owner, id, A_DAY);
  await isKept(await correctReport(db, owner, id, "A day was wrong.", A_DAY));
});

/** The lists of words of which a report names one. */
const listsOf = ({ sections }: Report): Set<string> =>
  new Set([...JSON.stringify(sections).matchAll(/"of":"([^"]+)"/gu)].map(([, of]) => of!));

test("what is known of a bidder that is a supplier holds its actions, and no floor, band or reason of a model", async () => {
  const { report } = (await reportView(db, owner, await start(owner, "known"), A_DAY)).filed;
  expect(JSON.stringify(report)).toContain("Give the papers back");
  const lists = listsOf(report);
  expect(lists.has("action-state")).toBe(true);
  for (const made of ["reason", "band", "level", "likelihood", "severity", "espd-state"])
    expect([made, lists.has(made)]).toEqual([made, false]);
  const state = report.sections.flatMap(({ points }) => points).find(({ id }) => id === "knownState")!;
  expect([state.values, state.statement]).toEqual([null, null]);
});
