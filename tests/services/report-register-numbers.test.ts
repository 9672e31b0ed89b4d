/** Every number of the register's report is its page's: rows and sums of the import, levels, bands and places of the overview. */
import { afterAll, beforeAll, expect, test } from "vitest";
import type { Point, Report } from "../../app/reports/model";
import { findImport } from "../../app/services/imports/import-record.server";
import { overviewOf } from "../../app/services/overview/overview.server";
import { reportView } from "../../app/services/reports/report-view.server";
import { startReport } from "../../app/services/reports/start-report.server";
import type { Database, Scope } from "../../db/database";
import { controlTotals } from "../../db/queries/register";
import { publishedGeneration } from "../../db/queries/generations";
import { topSuppliers } from "../../db/queries/top-suppliers";
import { A_DAY, aDatabase, aFolder, aWorkspace, scopeOf } from "../builders";
import { importSteps } from "./import-steps";

const LIST = `Supplier,Country,Product,Amount,Currency
华东纺织有限公司,China,cotton yarn,"1,200.50",EUR
Прядильная фабрика,Kazakhstan,cotton yarn,300,EUR
โรงงานทอผ้า,Thailand,shrimp,10,USD
Alder Staffing,Poland,temporary agency work,-5,EUR
Nowhere Ltd,,,7,EUR
`;

let db: Database;
let scope: Scope;
let report: Report;
let generation: number;
let importId: string;
const data = aFolder();
beforeAll(async () => {
  db = await aDatabase();
  scope = scopeOf(await aWorkspace(db));
  importId = (await importSteps(db, data.path, () => A_DAY).publish(scope, LIST)).id;
  generation = (await publishedGeneration(db, scope))!;
  const id = await startReport(db, scope, { type: "register", variant: "", subjectId: "", subjectName: "" }, A_DAY);
  report = (await reportView(db, scope, id, A_DAY)).filed.report;
});
afterAll(async () => {
  await db.close();
  data.remove();
});

const pointOf = (id: string): Point =>
  report.sections.flatMap(({ points }) => points).find((point) => point.id === id)!;
const tableOf = (point: string, table: string) => pointOf(point).tables.find(({ id }) => id === table)!;
const counts = (bars: Point["bars"][number]) => bars.bars.map(({ count }) => count);

test("rows and sums are those of the import, and add up", async () => {
  const { rows } = (await findImport(db, scope, importId)).summary!;
  const told = tableOf("registerRows", "registerRows").rows.map(([, cell]) =>
    cell?.is === "count" ? cell.count : null,
  );
  expect(told).toEqual([rows.read, rows.imported, rows.repaired, rows.setAside, rows.leftOut]);
  expect(rows.read).toBe(rows.imported + rows.setAside + rows.leftOut);
  const sums = tableOf("registerRows", "registerTotals").rows.map((row) => row.slice(1).map((cell) => (cell?.is === "money" ? cell.amount : null))); // prettier-ignore
  expect(sums).toEqual(
    (await controlTotals(db, scope, generation)).map((one) => [one.fileTotal, one.counted, one.creditNotes, one.setAside, one.rejected]), // prettier-ignore
  );
});

test("levels, bands, roles and places are those of the overview, and each sums to all suppliers", async () => {
  const { numbers } = (await overviewOf(db, scope, generation))!;
  const sum = (all: readonly number[]) => all.reduce((one, other) => one + other, 0);
  expect(sum(counts(pointOf("registerLevels").bars[0]!))).toBe(numbers.suppliers);
  expect(sum(counts(pointOf("registerBands").bars[0]!))).toBe(numbers.suppliers);
  expect(counts(pointOf("registerRoles").bars[0]!)).toEqual(numbers.roles.map(({ suppliers }) => suppliers));
  const places = tableOf("registerPlaces", "registerPlaces").rows.map(([place, all, high]) => [
    place?.is === "code" ? place.code : null,
    all?.is === "count" ? all.count : null,
    high?.is === "count" ? high.count : null,
  ]);
  expect(places).toEqual(numbers.countries.map(({ code, suppliers, high }) => [code, suppliers, high]));
});

test("its lines are the first suppliers by priority, with their scores to a tenth", async () => {
  const lines = await topSuppliers(db, scope, generation, 2000);
  const { rows, columns, all } = tableOf("registerLines", "registerLines");
  const at = (id: string) => columns.findIndex((column) => column.id === id);
  expect(all).toBe(5);
  expect(rows.map((row) => row[at("name")])).toEqual(lines.map(({ name }) => ({ is: "text", text: name })));
  expect(rows.map((row) => row[at("score")])).toEqual(
    lines.map(({ score }) => (score === null ? null : { is: "number", number: Math.round(score * 10) / 10 })),
  );
});
