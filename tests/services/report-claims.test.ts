/** Words of an author that claim too much are shown to the author and to whoever approves, who says that they were seen. */
import { afterAll, beforeAll, expect, test } from "vitest";
import { reportPage } from "../../app/lib/report-page.server";
import { approveReport } from "../../app/services/reports/approve-report.server";
import { reportView } from "../../app/services/reports/report-view.server";
import { startReport } from "../../app/services/reports/start-report.server";
import { statePoint } from "../../app/services/reports/state-point.server";
import { submitReport } from "../../app/services/reports/submit-report.server";
import type { Database } from "../../db/database";
import { auditTrail } from "../../db/queries/audit";
import { A_DAY, aDatabase, aMember, aWorkspace, scopeOf } from "../builders";
import { wordingIn } from "../report-wording";

let db: Database;
beforeAll(async () => {
  db = await aDatabase();
});
afterAll(() => db.close());

test("what a named person writes is looked through in both languages, for the author and for whoever approves, who approves it knowingly, which the trail keeps", async () => {
  const workspace = await aWorkspace(db);
  const owner = scopeOf(workspace);
  const officer = scopeOf(workspace, "officer", (await aMember(db, workspace, "officer")).id);
  const id = await startReport(db, owner, { type: "statement", variant: "", subjectId: "", subjectName: "" }, A_DAY);
  const write = (point: string, text: string) => statePoint(db, owner, id, { point, text, evidence: "", replaces: "" }, A_DAY); // prettier-ignore
  await write("about", "We sew shirts and complies with the FLR.");
  await write("policies", "Наши поставщики свободны от принудительного труда.");
  await write("remedy", "Fees of 12 workers were repaid.");
  const page = async (scope: typeof owner) => reportPage(db, scope, id, await wordingIn("en"), A_DAY);
  const seen = await page(owner);
  const written = Object.fromEntries(seen.writing.flatMap(({ points }) => points).map(({ id: point, claims }) => [point, claims])); // prettier-ignore
  expect(written["about"]).toEqual([{ kind: "compliance", words: "complies" }]);
  expect(written["policies"]).toEqual([{ kind: "free", words: "свободны от принудительного" }]);
  expect(written["remedy"]).toEqual([]);
  await submitReport(db, owner, id, { title: "", note: "", seen: seen.seen }, A_DAY);
  expect((await page(officer)).claims.map(({ point, claims }) => [point, claims.map(({ kind }) => kind)])).toEqual([["about", ["compliance"]], ["policies", ["free"]]]); // prettier-ignore
  const { filed } = await reportView(db, officer, id, A_DAY);
  const approve = (knowsGaps: boolean) => approveReport(db, officer, id, { title: "", note: "", contentSha256: filed.sha256!, knowsGaps }, A_DAY); // prettier-ignore
  await expect(approve(false)).rejects.toMatchObject({ code: "report.gaps", values: { claims: 2 } });
  await approve(true);
  const [last] = await auditTrail(db, owner, { limit: 1 });
  expect(JSON.parse(last!.contents!).claims).toEqual([{ point: "structure.about", kinds: ["compliance"] }, { point: "policies.policies", kinds: ["free"] }]); // prettier-ignore
  expect((await reportView(db, officer, id, A_DAY)).filed.state).toBe("approved");
});
