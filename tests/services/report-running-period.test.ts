/** A report of a period that is not over yet tells what is known today: nothing is late, or old, by days that have not come. */
import { afterEach, beforeEach, expect, test } from "vitest";
import { askedPeriod } from "../../app/lib/demand-page.server";
import type { ReportType, Value } from "../../app/reports/model";
import type { Filled } from "../../app/reports/template";
import { TEMPLATES } from "../../app/reports/templates";
import { recordAction } from "../../app/services/remedy/record-action.server";
import { recordGroup } from "../../app/services/remedy/record-group.server";
import { fillingsOf } from "../../app/services/reports/fill";
import type { Database, Scope } from "../../db/database";
import { aDatabase, aGeneration, aSupplier, aWorkspace, scopeOf } from "../builders";
import { aGroup, anAction } from "../remedy-facts";
import { dayOf, now, onDay } from "../story-clock";

let db: Database;
let scope: Scope;
let supplierId: string;
/** Recorded on day 0, due on day 20; the report is made on day 8. */
beforeEach(async () => {
  onDay(0);
  db = await aDatabase();
  const workspace = await aWorkspace(db);
  scope = scopeOf(workspace);
  const { no: generation } = await aGeneration(db, workspace);
  supplierId = (await aSupplier(db, workspace, { name: "Mill", generation })).id;
  await recordAction(db, scope, { supplierId, findingId: null, facts: anAction(scope.userId, { dueOn: dayOf(20) }) }, now); // prettier-ignore
  await recordGroup(db, scope, { supplierId, actionId: null, facts: aGroup({ dueOn: dayOf(20) }) }, now);
  onDay(8);
});
afterEach(() => db.close());

async function point(type: ReportType, id: string, to: string): Promise<Filled> {
  const template = TEMPLATES.find((one) => one.type === type)!;
  const organisation = { name: "Buyer", identifier: "", country: null };
  const settings = {
    from: dayOf(-5),
    to,
    organisation,
    subject: null,
    class: "internal" as const,
    facts: {},
    entered: {},
  };
  return (await fillingsOf(db, scope, template, { settings, variant: template.variants[0]!.id, now, attachments: [] }))[id]!; // prettier-ignore
}
const lastCell = (filled: Filled, table: string): Value | null => filled.tables![table]!.rows[0]!.at(-1)!;

test("an action that is due after today is not overdue in a report of a period that ends later still", async () => {
  expect(lastCell(await point("remediation", "actionsOpen", dayOf(60)), "actions")).toEqual({ is: "count", count: 0 });
});

test("an action is as old as it is today, however late the period ends", async () => {
  const { bars } = await point("demand", "openActions", dayOf(60));
  expect(bars!["actionAges"]!.map(({ count }) => count)).toEqual([1, 0, 0, 0]);
});

test("a repayment that is due after today is not overdue in a report of a period that ends later still", async () => {
  expect(lastCell(await point("remediation", "groups", dayOf(60)), "groups")).toMatchObject({ code: "due" });
});

test("the page of the demand side ends its period today, as the report does", () => {
  const query = new URLSearchParams({ from: dayOf(-5), to: dayOf(60) });
  expect(askedPeriod(query, now)).toEqual({ from: dayOf(-5), to: dayOf(8) });
});
