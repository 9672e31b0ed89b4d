/** Every number of the register's report is its page's: rows and sums of the import, levels, bands and places of the overview. */
import { afterAll, beforeAll, expect, test } from "vitest";
import { buildRegisterPages } from "../../app/jobs/build-register-pages.server";
import { readConfig } from "../../app/lib/config.server";
import type { Point, Report } from "../../app/reports/model";
import { findImport } from "../../app/services/imports/import-record.server";
import { overviewOf } from "../../app/services/overview/overview.server";
import { heatOf } from "../../app/services/reports/fill/list-facts.server";
import { reportView } from "../../app/services/reports/report-view.server";
import { startReport } from "../../app/services/reports/start-report.server";
import type { Database, Scope } from "../../db/database";
import { controlTotals } from "../../db/queries/register";
import { publishedGeneration } from "../../db/queries/generations";
import { topSuppliers } from "../../db/queries/top-suppliers";
import { BANDS, LEVELS, type Band } from "../../risk-models/types";
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
  // What the job process does after a list was published: spend and gaps are counted there.
  await buildRegisterPages({
    db,
    config: readConfig({ CANDOUR_DATA: data.path }),
    job: { id: "job", workspaceNo: scope.workspaceNo, payload: { generation } },
    progress: async () => undefined,
    cancelled: async () => false,
  });
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

/** By the code of its label: the length of each bar. */
const byLabel = (bars: Point["bars"][number]) =>
  Object.fromEntries(bars.bars.map(({ label, count }) => [label.is === "code" ? label.code : "", count]));
const moneyOf = (amount: string | null, currency: string) =>
  amount === null ? null : { is: "money", amount, currency };

test("levels, bands, roles and places are those of the overview, one by one, with their spend", async () => {
  const { numbers } = (await overviewOf(db, scope, generation))!;
  const { currency, total } = numbers.spend!;
  const levels = Object.fromEntries(LEVELS.map((level) => [level, numbers.levels.find((one) => one.level === level)?.suppliers ?? 0])); // prettier-ignore
  expect(byLabel(pointOf("registerLevels").bars[0]!)).toEqual(levels);
  const band = (of: Band | null) => numbers.bands.find((one) => one.band === of);
  const [high, low] = [band("high")!, band(null)];
  expect(high.suppliers).not.toBe(low?.suppliers ?? 0);
  const bands = pointOf("registerBands");
  expect(byLabel(bands.bars[0]!)).toEqual(Object.fromEntries([...BANDS, null].map((of) => [of ?? "none", band(of)?.suppliers ?? 0]))); // prettier-ignore
  const ofBands = tableOf("registerBands", "registerBands").rows;
  expect(ofBands).toEqual(
    [...BANDS.toReversed(), null].map((of) => [{ is: "code", of: "band", code: of ?? "none" }, { is: "count", count: band(of)!.suppliers }, moneyOf(band(of)!.spend, currency)]), // prettier-ignore
  );
  // The table stands in the order of the chart over it.
  expect(ofBands.map(([label]) => label)).toEqual(bands.bars[0]!.bars.map(({ label }) => label));
  const part = (spend: string | null | undefined) =>
    Math.max(0, Math.round((Number(spend ?? 0) / Number(total)) * 100));
  expect(byLabel(bands.bars[1]!)).toEqual(Object.fromEntries([...BANDS, null].map((of) => [of ?? "none", part(band(of)?.spend)]))); // prettier-ignore
  expect(tableOf("registerPlaces", "registerPlaces").rows.map((row) => row[3])).toEqual(numbers.countries.map(({ spend }) => moneyOf(spend, currency))); // prettier-ignore
  expect(tableOf("registerPlaces", "registerSectors").rows.map((row) => row[2])).toEqual(numbers.sectors.map(({ spend }) => moneyOf(spend, currency))); // prettier-ignore
  expect(counts(pointOf("registerRoles").bars[0]!)).toEqual(numbers.roles.map(({ suppliers }) => suppliers));
  const places = tableOf("registerPlaces", "registerPlaces").rows.map(([place, all, high]) => [
    place?.is === "code" ? place.code : null,
    all?.is === "count" ? all.count : null,
    high?.is === "count" ? high.count : null,
  ]);
  expect(places).toEqual(numbers.countries.map(({ code, suppliers, high }) => [code, suppliers, high]));
});

test("what is not known is the overview's, gap by gap, and pairs sum to the suppliers of the high band", async () => {
  const { numbers } = (await overviewOf(db, scope, generation))!;
  expect(tableOf("registerGaps", "registerGaps").rows).toEqual(
    numbers.gaps!.map(({ gap, lacking, raisesLevel }) => [{ is: "code", of: "gap", code: gap }, { is: "share", part: lacking, whole: numbers.suppliers }, { is: "count", count: raisesLevel }]), // prettier-ignore
  );
  const { values, heat } = pointOf("registerPairs");
  const high = numbers.bands.find(({ band }) => band === "high")!.suppliers;
  expect(values).toEqual([{ is: "count", count: high }]);
  expect(heat[0]!.cells.flat().reduce<number>((sum, cell) => sum + (cell ?? 0), 0)).toBe(high);
});

test("countries and sectors beyond those a page holds stand in a line of their own, so that no supplier is lost", () => {
  const pairs = Array.from({ length: 20 }, (_, at) => ({
    country: `C${at}`,
    division: String(10 + at),
    suppliers: 20 - at,
  }));
  const { across, down, cells } = heatOf([...pairs, { country: null, division: null, suppliers: 50 }]);
  expect([across.length, down.length]).toEqual([8, 12]);
  expect([across.at(-1), down.at(-1)]).toEqual([
    { is: "code", of: "rest", code: "places" },
    { is: "code", of: "rest", code: "sectors" },
  ]);
  expect(cells.flat().reduce<number>((sum, cell) => sum + (cell ?? 0), 0)).toBe(260);
  expect(heatOf(pairs.slice(0, 3)).across).toHaveLength(3);
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
