/** What readers of a report's class may not know is told by no median and by no name. */
import { afterEach, beforeEach, expect, test } from "vitest";
import type { Point, Report } from "../../app/reports/model";
import { valuesText } from "../../app/reports/report-words";
import { reportDocument } from "../../app/reports/report-document";
import { judgeCommitment } from "../../app/services/commitments/judge-commitment.server";
import { noteBuying } from "../../app/services/demand/note-buying.server";
import { recordFinding } from "../../app/services/findings/record-finding.server";
import { decideSupplier } from "../../app/services/remedy/decide-supplier.server";
import { recordAction } from "../../app/services/remedy/record-action.server";
import { medianWait } from "../../app/services/reports/fill/median-facts";
import { reportView } from "../../app/services/reports/report-view.server";
import { startReport } from "../../app/services/reports/start-report.server";
import type { Database, Scope } from "../../db/database";
import { findUser } from "../../db/queries/accounts";
import { openDatabase } from "../../db/open";
import { aGeneration, aSupplier, aWorkspace, scopeOf } from "../builders";
import { aDecision, anAction } from "../remedy-facts";
import { wordingIn } from "../report-wording";
import { dayOf, now, onDay } from "../story-clock";

let db: Database;
let scope: Scope;
let supplierId: string;
beforeEach(async () => {
  onDay(0);
  db = await openDatabase({ file: ":memory:", role: "web", now: () => now });
  const workspace = await aWorkspace(db);
  scope = scopeOf(workspace);
  const { no: generation } = await aGeneration(db, workspace);
  supplierId = (await aSupplier(db, workspace, { name: "Mill", generation })).id;
});
afterEach(() => db.close());

async function viewOf(type: string) {
  const id = await startReport(db, scope, { type, variant: "", subjectId: "", subjectName: "" }, now);
  return reportView(db, scope, id, now);
}
const reportOf = async (type: string): Promise<Report> => (await viewOf(type)).filed.report;
const valuesOf = ({ sections }: Report, id: string): Point["values"] =>
  sections.flatMap(({ points }) => points).find((point) => point.id === id)!.values;

async function aDecidedFinding(accessClass: "public" | "confidential"): Promise<void> {
  const about: Parameters<typeof recordFinding>[2] = { supplierId, source: "authority", saidBy: "Inspectorate", foundOn: dayOf(0), site: null, product: null, indicators: [], severity: "severe", summary: "Papers are kept.", accessClass, namesNobody: true }; // prettier-ignore
  const findingId = await recordFinding(db, scope, about, now);
  onDay(3);
  await decideSupplier(db, scope, { supplierId, facts: aDecision(scope.userId, { decision: "conditions", conditions: "Papers back", decidedOn: dayOf(3) }) }, now); // prettier-ignore
  await recordAction(db, scope, { supplierId, findingId, facts: anAction(scope.userId) }, now);
}
const FEW = [{ is: "code", of: "withheld", code: "few" }];
const THREE = [{ is: "days", days: 3 }];

test("the wait of a single confidential finding is told in a confidential report, and in none that more people read", async () => {
  await aDecidedFinding("confidential");
  const [statement, log] = [await reportOf("statement"), await reportOf("remediation")];
  expect([valuesOf(statement, "daysToDecide"), valuesOf(statement, "pace")]).toEqual([FEW, FEW]);
  expect(valuesText(valuesOf(statement, "pace")!, await wordingIn("en"))).toMatch(/^Not told: fewer than five/u);
  expect([valuesOf(log, "daysToDecide"), valuesOf(log, "daysToAct")]).toEqual([THREE, THREE]);
});

test("the wait of a finding that everybody may know of is told in a public statement", async () => {
  await aDecidedFinding("public");
  expect(valuesOf(await reportOf("statement"), "pace")).toEqual(THREE);
});

test("of five and more waits the middle is told, of which some readers may not know each", () => {
  const waits = [1, 2, 3, 4].map((days) => ({ days, accessClass: "confidential" as const }));
  expect(medianWait(waits, "public").values).toEqual(FEW);
  expect(medianWait([...waits, { days: 9, accessClass: "public" }], "public").values).toEqual(THREE);
  expect(medianWait([], "public").values).toBeNull();
});

test("a public statement names neither who answers for a measure nor who judged a row; the report inside names both", async () => {
  const name = (await findUser(db, scope.userId))!.name;
  await noteBuying(
    db,
    scope,
    { kind: "owner", contractId: null, contents: { measure: "payments", owner: "Kim Berg" } },
    now,
  );
  await judgeCommitment(db, scope, "UN-PAL-01", { judgement: "partly", reason: "Half of it.", replaces: "" }, now);
  const inside = await reportOf("demand");
  expect(JSON.stringify(inside.sections)).toContain("Kim Berg");
  expect(inside.commitments.find(({ id }) => id === "UN-PAL-01")!.judgement!.by).toBe(name);
  const { filed, template } = await viewOf("statement");
  expect(JSON.stringify(filed.report)).not.toContain("Kim Berg");
  expect(filed.report.commitments.find(({ id }) => id === "UN-PAL-01")!.judgement).toMatchObject({ judgement: "partly", by: "" }); // prettier-ignore
  const { t } = await wordingIn("en");
  const printed = JSON.stringify(reportDocument(filed, template, await wordingIn("en")).blocks);
  expect(printed).toContain(`judged by ${t("reports.namedInside")}`);
});
