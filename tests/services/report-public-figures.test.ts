/** A public statement of a workspace with few of everything: no count of one to four of the follow-up in any file, and each number it tells is the one inside. */
import { afterAll, beforeAll, expect, test } from "vitest";
import { buffer } from "node:stream/consumers";
import type { Cell, Point, Report } from "../../app/reports/model";
import { exportReport } from "../../app/services/reports/export-report.server";
import { changeReportSettings } from "../../app/services/reports/report-settings.server";
import { reportView } from "../../app/services/reports/report-view.server";
import { startReport } from "../../app/services/reports/start-report.server";
import { A_DAY } from "../builders";
import { wordingIn } from "../report-wording";
import { aFiguresPlace, type FiguresPlace } from "./figures-place";
import { plain } from "./figures-told";
import { pointOf } from "./report-points";

let at: FiguresPlace;
let [inside, told]: [Report, Report] = [undefined as never, undefined as never];
let publicId: string;
beforeAll(async () => {
  at = await aFiguresPlace();
  const asked = { type: "statement", variant: "common", subjectId: "", subjectName: "" };
  publicId = await startReport(at.db, at.owner, asked, A_DAY);
  const id = await startReport(at.db, at.owner, asked, A_DAY);
  const { settings, seen } = await reportView(at.db, at.owner, id, A_DAY);
  const { from, to, organisation } = settings;
  await changeReportSettings(at.db, at.owner, id, { variant: "common", from, to, organisation: organisation.name, identifier: "", country: "", class: "internal", seen }, A_DAY); // prettier-ignore
  const read = async (of: string) => (await reportView(at.db, at.owner, of, A_DAY)).filed.report;
  [inside, told] = [await read(id), await read(publicId)];
}, 60_000);
afterAll(() => at.close());

const rowsOf = (report: Report, id: string, table: string) =>
  Object.fromEntries(pointOf(report, id).tables.find((one) => one.id === table)!.rows.map(([first, ...rest]) => [String(plain(first!)), rest.map(plain)])); // prettier-ignore
const valuesOf = (report: Report, id: string) => pointOf(report, id).values?.map(plain);

/** Points about findings, actions, decisions, pairs, answers and money of workers. */
const FOLLOW_UP = ["findings", "actions", "decisions", "looked", "repaid", "alertsMeasure", "exitsMeasure", "ownRepaymentMeasure", "openActions", "buyingChanged", "spendAtStake", "feesRepaid"]; // prettier-ignore
const small = (cell: Cell): boolean => {
  if (cell === null) return false;
  const counts = cell.is === "count" ? [cell.count] : cell.is === "share" ? [cell.part, cell.whole, cell.whole - cell.part] : []; // prettier-ignore
  return counts.some((count) => count > 0 && count < 5);
};

test("few findings, alerts, decisions, exits and answers are told as few, and seven actions by their number alone", () => {
  expect(valuesOf(inside, "findings")).toEqual(["alleged", 2, "substantiated", 1, "rejected", 1]);
  for (const id of ["findings", "looked", "alertsMeasure", "exitsMeasure", "ownRepaymentMeasure"])
    expect([id, valuesOf(told, id)]).toEqual([id, ["few"]]);
  expect(valuesOf(told, "actions")).toEqual([7, "parts"]);
  expect(valuesOf(told, "decisions")).toEqual([5, "parts"]);
  // With the seven, the five open ones would tell that two are not.
  expect(valuesOf(told, "openActions")).toEqual(["few"]);
  expect(pointOf(told, "openActions").bars).toEqual([]);
});

test("no number of one to four stands in any point of the follow-up, and no spend of a few suppliers", () => {
  for (const id of FOLLOW_UP) {
    const { values, tables } = pointOf(told, id);
    const cells = [...(values ?? []), ...tables.flatMap(({ rows }) => rows.filter(([part]) => !["all", "high"].includes(String(plain(part!)))).flat())]; // prettier-ignore
    expect([id, cells.filter(small)]).toEqual([id, []]);
  }
  for (const [decision, [count, spend]] of Object.entries(rowsOf(told, "buyingChanged", "changed")))
    expect([decision, count, spend]).toEqual([decision, "few", "few"]);
  expect(rowsOf(told, "spendAtStake", "stake")["looked"]).toEqual(["few", "few", "few", "few"]);
  expect(rowsOf(told, "allMeasures", "measures")["alerts"]!.slice(0, 2)).toEqual(["few", "few"]);
  expect(rowsOf(told, "allMeasures", "measures")["training"]!.slice(0, 2)).toEqual([9, 20]);
});

test("of the commitments no share and no record of a measure that is not told", () => {
  const { rows } = pointOf(told, "commitmentTable").tables[0]!;
  const alerts = rows.filter(([, measure]) => plain(measure!) === "alerts");
  expect(alerts.length).toBeGreaterThan(0);
  for (const row of alerts) expect([plain(row[2]!), row[4]]).toEqual(["few", null]);
  expect(pointOf(told, "alertsMeasure").evidence).toEqual([]);
  expect(pointOf(inside, "alertsMeasure").evidence.length).toBeGreaterThan(0);
});

test("money of many workers is told, and each number that is told is the one inside", () => {
  expect(rowsOf(told, "repaid", "money")).toEqual(rowsOf(inside, "repaid", "money"));
  const numbers = (point: Point) => [...(point.values ?? []), ...point.tables.flatMap(({ rows }) => rows.flat())].flatMap((cell) => (cell && ["count", "share", "money", "number"].includes(cell.is) ? [plain(cell)] : [])); // prettier-ignore
  const totals: Readonly<Record<string, number>> = { actions: 7, decisions: 5, listed: 19 };
  for (const { points } of told.sections)
    for (const point of points) {
      const known = new Set([...numbers(pointOf(inside, point.id)), totals[point.id] ?? -1]);
      expect([point.id, numbers(point).filter((number) => !known.has(number))]).toEqual([point.id, []]);
    }
});

test.each(["json", "csv"] as const)(
  "the %s says of the hidden numbers that they are few, and has none of them",
  async (format) => {
    // prettier-ignore
    const order = { format, language: "en", wording: await wordingIn("en"), now: A_DAY } as const;
    const text = (await buffer((await exportReport(at.db, at.owner, publicId, order)).stream)).toString("utf8");
    if (format === "csv") expect(text).toMatch(/not told: fewer than five/iu);
    else expect(text).toContain('"code":"few"');
    expect(text).not.toContain(at.findings["alleged"]!);
  },
);
