/** How long a report is kept, and the sector of who buys, as a workspace states them; what is printed says both. */
import { afterAll, beforeAll, expect, test } from "vitest";
import { readBuyer } from "../../app/lib/commitments-form.server";
import { REPORT_TYPES, Report } from "../../app/reports/model";
import { reportDocument } from "../../app/reports/report-document";
import { aFiled } from "../../app/reports/test-filed";
import { TEMPLATES } from "../../app/reports/templates";
import { buyerProfile } from "../../app/services/commitments/buyer.server";
import { stateBuyer } from "../../app/services/commitments/state-buyer.server";
import { reportView } from "../../app/services/reports/report-view.server";
import { startReport } from "../../app/services/reports/start-report.server";
import type { Database, Scope } from "../../db/database";
import { auditTrail } from "../../db/queries/audit";
import { A_DAY, aDatabase, aWorkspace, scopeOf } from "../builders";
import { wordingIn } from "../report-wording";

let db: Database;
beforeAll(async () => {
  db = await aDatabase();
});
afterAll(() => db.close());

const BUYER = { country: "DE", body: null, size: null, buys: null, sector: "C", sellsTo: [] };
const aDraft = (scope: Scope) => startReport(db, scope, { type: "statement", variant: "", subjectId: "", subjectName: "" }, A_DAY); // prettier-ignore
async function headOf(scope: Scope, id: string, language: "en" | "ru" = "en") {
  const { filed, template } = await reportView(db, scope, id, A_DAY);
  const { blocks } = reportDocument(filed, template, await wordingIn(language));
  const facts = blocks.find(({ kind }) => kind === "facts");
  return Object.fromEntries(facts?.kind === "facts" ? facts.items.map(({ term, value }) => [term, value]) : []);
}

test("a report is kept as long as its template asks, or longer where the workspace says so; who said it stands in the chain", async () => {
  const scope = scopeOf(await aWorkspace(db));
  const id = await aDraft(scope);
  expect((await headOf(scope, id))["Kept"]).toMatch(/^At least 7 years\. What was published stays open/u);
  await stateBuyer(db, scope, { ...BUYER, keepYears: 12 }, A_DAY);
  expect((await headOf(scope, id))["Kept"]).toMatch(/^At least 12 years\./u);
  expect((await buyerProfile(db, scope))?.keepYears).toBe(12);
  const [stated] = (await auditTrail(db, scope, { limit: 100 })).filter(({ name }) => name === "buyer.stated");
  expect(stated?.contents).toContain('"keepYears":12');
});

test.each(["6", "0", "100", "7.5", "-8", "ten", "1e1"])("%s years are refused: fewer than a template asks, too many, or no number", async (given) => {
  const scope = scopeOf(await aWorkspace(db));
  const form = new FormData();
  for (const [name, value] of Object.entries({ country: "DE", keepYears: given })) form.set(name, value);
  const { profile } = readBuyer(form);
  await expect(stateBuyer(db, scope, profile, A_DAY)).rejects.toMatchObject({ code: "buyer.keep-years", status: 422 });
  expect(await buyerProfile(db, scope)).toBeNull();
}); // prettier-ignore

test("left empty, nothing is stated of years, and what was stated before it was asked is read without it", async () => {
  const scope = scopeOf(await aWorkspace(db));
  const form = new FormData();
  form.set("country", "DE");
  form.set("keepYears", " ");
  expect(readBuyer(form).profile.keepYears).toBeNull();
  await stateBuyer(db, scope, BUYER, A_DAY);
  expect((await buyerProfile(db, scope))?.keepYears).toBeNull();
});

test("every type says its own rule and that a dispute holds deletion, in both languages", async () => {
  expect(TEMPLATES.map(({ type }) => type).toSorted()).toEqual([...REPORT_TYPES].toSorted());
  for (const language of ["en", "ru"] as const) {
    const wording = await wordingIn(language);
    const kept = TEMPLATES.map((template) => {
      const facts = reportDocument(aFiled(template, {}), template, wording).blocks.find(({ kind }) => kind === "facts");
      return facts?.kind === "facts"
        ? facts.items.find(({ term }) => term === wording.t("reports.head.keep"))!.value
        : "";
    });
    for (const one of kept) expect(one).toContain(wording.t("reports.keepRule.hold"));
    expect(new Set(kept).size).toBe(TEMPLATES.length);
  }
});

test("the sector that was stated is named in the head of a report, in the language it is read in", async () => {
  const scope = scopeOf(await aWorkspace(db));
  const id = await aDraft(scope);
  expect(await headOf(scope, id)).not.toHaveProperty("Its sector");
  await stateBuyer(db, scope, BUYER, A_DAY);
  expect((await headOf(scope, id))["Its sector"]).toBe("Manufacturing");
  expect((await headOf(scope, id, "ru"))["Её отрасль"]).toMatch(/[а-я]/u);
  expect(Report.safeParse((await reportView(db, scope, id, A_DAY)).filed.report).success).toBe(true);
});
