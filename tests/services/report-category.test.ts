/** The report of a category says what the filed record says: every number, reason, measure and place of it. */
import { eq } from "drizzle-orm";
import { afterAll, beforeAll, expect, test } from "vitest";
import { valueText } from "../../app/reports/report-words";
import { reportDocument } from "../../app/reports/report-document";
import { emptyPoints, isTold, type Report } from "../../app/reports/model";
import { requireCategory } from "../../app/services/categories/category-record.server";
import { fileCategory } from "../../app/services/categories/file-category.server";
import { reportView } from "../../app/services/reports/report-view.server";
import { startReport } from "../../app/services/reports/start-report.server";
import type { Database, Scope } from "../../db/database";
import { A_DAY, aDatabase, aWorkspace, scopeOf } from "../builders";
import { wordingIn } from "../report-wording";
import { pointOf } from "./report-points";

let db: Database;
let scope: Scope;
beforeAll(async () => {
  db = await aDatabase();
  scope = scopeOf(await aWorkspace(db));
});
afterAll(() => db.close());

const INPUT = {
  title: "Work shirts",
  codes: ["18332000-5"],
  origins: ["BD", "CN-XJ"],
  originUnknown: true,
  places: [],
  placeUnknown: false,
  buyer: "DE",
  regime: "eu",
} as const;

async function aCategory(): Promise<string> {
  const filed = await fileCategory(
    db,
    scope,
    {
      input: { ...INPUT, codes: [...INPUT.codes], origins: [...INPUT.origins], places: [] },
      measures: ["labourLaw", "originProof"],
      ownText: "We ask for the spinner too.",
      corrects: null,
    },
    A_DAY,
  );
  return filed.id;
}

test("an assessment that was changed since it was filed is not printed", async () => {
  const categoryId = await aCategory();
  const before = await reportOf(categoryId);
  expect(before.subject).toEqual({ kind: "category", id: categoryId, isIntact: true, correctedBy: null });
  await db.transact(function* (q) {
    yield q.update(db.t.categoryAssessments).set({ title: "Blankets" }).where(eq(db.t.categoryAssessments.id, categoryId)); // prettier-ignore
  });
  const after = await reportView(db, scope, before.id, A_DAY);
  expect(after.subject?.isIntact).toBe(false);
  expect(after.filed.report.sections.flatMap(({ points }) => points.filter(isTold))).toEqual([]);
});

const reportOf = async (categoryId: string) => {
  const id = await startReport(db, scope, { type: "category", variant: "", subjectId: categoryId, subjectName: "" }, A_DAY); // prettier-ignore
  return reportView(db, scope, id, A_DAY);
};
const rowsOf = (report: Report, point: string, table: string) =>
  pointOf(report, point).tables.find(({ id }) => id === table)!.rows;

test("every place has its score, range and reasons as the record keeps them, and the unknown origin is one of them", async () => {
  const categoryId = await aCategory();
  const { result } = await requireCategory(db, scope, categoryId);
  const { report } = (await reportOf(categoryId)).filed;
  const rows = rowsOf(report, "places", "places");
  expect(rows.map((row) => row[1])).toEqual(
    result.rows.map(({ place }) => ({ is: "code", of: "place", code: place ?? "unknown" })),
  );
  expect(rows.map((row) => row[4])).toEqual(
    result.rows.map(({ score }) =>
      score === null ? { is: "code", of: "dash", code: "none" } : { is: "number", number: Math.round(score * 10) / 10 },
    ),
  );
  expect(rows.map((row) => row[5])).toEqual(
    result.rows.map(({ plausible: [low, high] }) => ({ is: "code", of: "range", code: `${low}/${high}` })),
  );
  expect(rowsOf(report, "places", "reasons")).toHaveLength(
    result.rows.reduce((sum, row) => sum + row.reasons.length, 0),
  );
  expect(rowsOf(report, "listedMaterials", "listedMaterials")).toHaveLength(result.materials.length);
  expect(rowsOf(report, "categoryFloors", "categoryFloors").map((row) => row[3])).toEqual(
    result.rows.flatMap(({ floors }) => floors.map(({ height }) => ({ is: "number", number: height }))),
  );
});

test("what was chosen, what was left, and the rows that back it stand in the report, and in its list of commitments", async () => {
  const categoryId = await aCategory();
  const { chosen } = await requireCategory(db, scope, categoryId);
  const { report } = (await reportOf(categoryId)).filed;
  expect(rowsOf(report, "measures", "measures").map((row) => row[1])).toEqual(
    chosen.measures.map(({ id }) => ({ is: "code", of: "measure", code: id })),
  );
  expect(pointOf(report, "notChosen").values).toHaveLength(chosen.left.length);
  const backed = chosen.measures.flatMap(({ commitments }) => commitments);
  expect(backed.length).toBeGreaterThan(0);
  expect(report.commitments.map(({ id }) => id)).toEqual(expect.arrayContaining(backed));
  expect(pointOf(report, "ownText").values).toEqual([{ is: "text", text: "We ask for the spinner too." }]);
  expect(emptyPoints(report)).toEqual([]);
});

test.each(["en", "ru"] as const)(
  "in %s every word is the language's: no key and no code of a list is left",
  async (language) => {
    const { filed, template } = await reportOf(await aCategory());
    const wording = await wordingIn(language);
    const printed = JSON.stringify(reportDocument(filed, template, wording).blocks);
    expect(printed).not.toMatch(/reportCategory\.|measure\.|reason\.|never\.|CN-XJ/u);
    const [low, high] = (await requireCategory(db, scope, filed.report.subject!.id)).result.plausible;
    expect(printed).toContain(valueText({ is: "code", of: "range", code: `${low}/${high}` }, wording));
  },
);
