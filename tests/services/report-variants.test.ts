/** Variants of the yearly statement: what each law asks has its points, and one that no lawyer released can be seen and not started. */
import { afterAll, beforeAll, expect, test } from "vitest";
import { reference } from "../../app/lib/reference.server";
import { templateChoices } from "../../app/lib/report-page.server";
import { emptyPoints } from "../../app/reports/model";
import { reportDocument } from "../../app/reports/report-document";
import { pointKey, sectionOf, variantNoteKey } from "../../app/reports/report-keys";
import { sectionsOf } from "../../app/reports/template";
import { statement } from "../../app/reports/templates/statement";
import { aFiled } from "../../app/reports/test-filed";
import { startReport } from "../../app/services/reports/start-report.server";
import { startableTemplates } from "../../app/services/reports/startable.server";
import type { Database, Scope } from "../../db/database";
import { A_DAY, aDatabase, aWorkspace, scopeOf } from "../builders";
import { wordingIn } from "../report-wording";

let db: Database;
let scope: Scope;
beforeAll(async () => {
  db = await aDatabase();
  scope = scopeOf(await aWorkspace(db));
});
afterAll(() => db.close());

const ROWS = new Set(reference().table("commitments").map(({ id }) => id)); // prettier-ignore
const BY_LAW = statement.variants.filter(({ law }) => law !== null);
const WAITING = statement.variants.filter(({ released }) => !released);

test("the variants of the written template are all there: two of the Kingdom, two of Canada, three of the Union among them", () => {
  expect(BY_LAW.map(({ id }) => id)).toEqual(["uk", "ukBill", "au", "ca", "caInstitution", "no", "csddd", "csrd", "fr", "de", "us"]); // prettier-ignore
});

test.each(BY_LAW.map((variant) => [variant.id, variant] as const))(
  "each thing the law of %s asks stands in points of the variant, and every point of its own is asked for",
  (id, { asks = [], law }) => {
    const points = sectionsOf(statement, id).flatMap((section) => section.points);
    const here = new Set(points.map((point) => point.id));
    expect(asks.length).toBeGreaterThanOrEqual(3);
    expect(asks.flatMap(({ points: named }) => named).filter((point) => !here.has(point))).toEqual([]);
    expect([...asks.flatMap(({ rows }) => rows), law!].filter((row) => !ROWS.has(row))).toEqual([]);
    // What the template needs is needed in the report: at least one point of each thing, but for a joint statement.
    const needed = new Set(points.filter(({ mandatory }) => mandatory).map((point) => point.id));
    const optional = asks.filter(({ points: named }) => !named.some((point) => needed.has(point)));
    expect(optional.map(({ points: named }) => named)).toEqual(id === "au" ? [["auJoint"]] : []);
    const own = statement.sections.filter(({ only }) => only?.includes(id)).flatMap((section) => section.points);
    expect(own.length).toBeGreaterThanOrEqual(3);
    const asked = new Set(asks.flatMap(({ points: named }) => named));
    expect(own.filter((point) => !asked.has(point.id)).map((point) => point.id)).toEqual([]);
    expect(own.flatMap(({ commitments }) => commitments).filter((row) => !ROWS.has(row))).toEqual([]);
  },
);

test.each(WAITING.map(({ id }) => id))("%s waits for a lawyer: nobody can start it, and it is shown with what its law asks", async (variant) => {
  await expect(
    startReport(db, scope, { type: "statement", variant, subjectId: "", subjectName: "" }, A_DAY),
  ).rejects.toMatchObject({ code: "report.variant" });
  const wording = await wordingIn("ru");
  const choices = templateChoices((await startableTemplates(db, scope)).map(({ template }) => template), wording);
  const choice = choices.find(({ type }) => type === "statement")!;
  expect(choice.variants.map(({ id }) => id)).not.toContain(variant);
  const shown = choice.waiting.find(({ id }) => id === variant)!;
  expect(shown.note).toBe(wording.t(variantNoteKey(statement, variant) as "reports.title"));
}); // prettier-ignore

test.each(WAITING.map(({ id }) => id))("released, %s asks what its law asks and no longer says that nobody looked", async (variant) => {
  const wording = await wordingIn("en");
  const printed = (released: boolean) => {
    const one = statement.variants.find(({ id }) => id === variant)!;
    const template = { ...statement, variants: [{ ...one, released }] };
    return { filed: aFiled(template, {}), text: JSON.stringify(reportDocument(aFiled(template, {}), template, wording).blocks) }; // prettier-ignore
  };
  const after = printed(true);
  const notReleased = wording.t("reports.notReleased");
  expect(printed(false).text).toContain(notReleased);
  expect(after.text).not.toContain(notReleased);
  const own = statement.sections.filter(({ only }) => only?.includes(variant));
  const empty = emptyPoints(after.filed.report).map(({ point }) => point);
  for (const { id: section, points } of own)
    for (const { id, mandatory } of points) {
      const name = wording.t(pointKey(statement, sectionOf(statement, variant, section), id) as "reports.title");
      expect(after.text).toContain(JSON.stringify(name).slice(1, -1));
      expect(empty.includes(id)).toBe(mandatory);
    }
}); // prettier-ignore
