/** From where a report about a record is started: from the list of reports, and from the record's own page however old it is. */
import { afterAll, beforeAll, expect, test } from "vitest";
import { checkPage } from "../../app/lib/check-page.server";
import { fileCheck } from "../../app/services/checks/file-check.server";
import { noteInCheck } from "../../app/services/checks/note.server";
import { correctCheck } from "../../app/services/checks/correct-check.server";
import { stateBuyer } from "../../app/services/commitments/state-buyer.server";
import { startReport } from "../../app/services/reports/start-report.server";
import { MOST_OFFERED, startableTemplates, startsFrom } from "../../app/services/reports/startable.server";
import { ReportSettings } from "../../app/reports/settings";
import type { Database, Scope } from "../../db/database";
import { newId } from "../../db/ids";
import { findReport } from "../../db/queries/reports";
import { A_DAY, aDatabase, aMember, aWorkspace, scopeOf } from "../builders";
import { aDecision, anOpenLot, nothingFound } from "../check-steps";

let db: Database;
beforeAll(async () => {
  db = await aDatabase();
});
afterAll(() => db.close());

const pageOf = (scope: Scope, checkId: string, on: string | null = null) =>
  checkPage(db, scope, checkId, { language: "en", on, now: new Date(A_DAY.getTime() + 86_400_000) });

test("a filed check that the list of reports has no room for is reported from its own page", async () => {
  const workspace = await aWorkspace(db);
  const scope = scopeOf(workspace);
  const { checkId } = await anOpenLot(db, scope);
  expect((await pageOf(scope, checkId)).reports).toEqual([]);
  await nothingFound(db, scope, checkId);
  await noteInCheck(db, scope, checkId, { kind: "decision", contents: aDecision() }, A_DAY);
  await fileCheck(db, scope, checkId, A_DAY);
  await newerChecks(scope, MOST_OFFERED);
  const [memo] = (await startableTemplates(db, scope)).filter(({ template }) => template.type === "tender-check");
  expect(memo!.records.map(({ id }) => id)).not.toContain(checkId);
  expect(memo!.most).toBe(MOST_OFFERED);
  const { reports } = await pageOf(scope, checkId);
  expect(reports).toEqual(["tender-check", "espd"]);
  for (const type of reports) {
    const id = await startReport(db, scope, { type, variant: "", subjectId: checkId, subjectName: "" }, A_DAY);
    const row = (await findReport(db, scope, id))!;
    expect([row.type, ReportSettings.parse(row.settings).subject?.id]).toEqual([type, checkId]);
  }
  // A past page offers no action, nor does a page to who may not write reports.
  expect((await pageOf(scope, checkId, "2026-03-02")).reports).toEqual([]);
  const purchaser = scopeOf(workspace, "auditor", (await aMember(db, workspace, "auditor")).id);
  expect((await pageOf(purchaser, checkId)).reports).toEqual(startsFrom("auditor", "check"));
  expect(startsFrom("auditor", "check")).toEqual([]);
  await correctCheck(db, scope, checkId, "A name was misspelt.", A_DAY);
  expect((await pageOf(scope, checkId)).reports).toEqual([]);
});

test("a draft has the country that was stated of the buyer after the report before it was started", async () => {
  const scope = scopeOf(await aWorkspace(db));
  const country = async () => {
    const id = await startReport(db, scope, { type: "statement", variant: "", subjectId: "", subjectName: "" }, A_DAY);
    return ReportSettings.parse((await findReport(db, scope, id))!.settings).organisation.country;
  };
  expect(await country()).toBeNull();
  await stateBuyer(db, scope, { country: "NL", body: null, size: null, buys: null, sector: null, sellsTo: [] }, A_DAY); // prettier-ignore
  expect(await country()).toBe("NL");
});

/** Filed checks of a lot that was opened later. */
async function newerChecks(scope: Scope, many: number): Promise<void> {
  const later = new Date(A_DAY.getTime() + 1000);
  const { lots, lotBidders, vendorChecks } = db.t;
  const { workspaceNo, userId } = scope;
  const lotId = newId(later);
  await db.transact(function* (q) {
    yield q.insert(lots).values({ id: lotId, workspaceNo, reference: "2026/99", name: "", buyer: "", subject: "", regime: "eu", national: [], stages: ["award"], openedBy: userId, openedAt: later }); // prettier-ignore
    for (let at = 0; at < many; at++) {
      const bidderId = newId(later);
      yield q.insert(lotBidders).values({ id: bidderId, workspaceNo, lotId, name: `Bidder ${at}`, addedBy: userId, addedAt: later }); // prettier-ignore
      yield q.insert(vendorChecks).values({ id: newId(later), workspaceNo, lotId, bidderId, stage: "award", revision: 1, state: "filed", openedBy: userId, openedAt: later, fileNo: 1000 + at, filedBy: userId, filedAt: later }); // prettier-ignore
    }
  });
}
