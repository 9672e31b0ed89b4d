/** The numbers of a report as its files and its page have them. */
import { writeFileSync } from "node:fs";
import path from "node:path";
import { buffer } from "node:stream/consumers";
import { inspectFile } from "../../app/files/inspect-file.server";
import { readRecords } from "../../app/files/read-records.server";
import { textsOf } from "../../app/reports/print-document";
import { reportDocument } from "../../app/reports/report-document";
import { valuesText, valueText } from "../../app/reports/report-words";
import type { Cell, Point, Report } from "../../app/reports/model";
import type { TemplatePoint } from "../../app/reports/template";
import { TEMPLATES } from "../../app/reports/templates";
import { exportReport } from "../../app/services/reports/export-report.server";
import { reportView } from "../../app/services/reports/report-view.server";
import { A_DAY } from "../builders";
import { wordingIn } from "../report-wording";
import type { FiguresPlace } from "./figures-place";

const pointsOf = ({ sections }: Report): Point[] => sections.flatMap(({ points }) => points);

/** What a program counts with, said apart from the program: amounts by their digits, a share as a part of one. */
function numberIn(cell: Cell): number[] {
  if (cell === null) return [];
  if (cell.is === "count") return [cell.count];
  if (cell.is === "number") return [cell.number];
  if (cell.is === "days") return [cell.days];
  if (cell.is === "money") return [Number(cell.amount) / 10_000];
  if (cell.is === "share") return cell.whole === 0 ? [] : [cell.part / cell.whole];
  return cell.is === "code" && cell.of === "percent" ? [Number(cell.code)] : [];
}

/** Every number of the report in the order in which it is told: values, bars, pairs, tables. */
export function numbersOf(report: Report): number[] {
  const declared = new Map<string, TemplatePoint>(TEMPLATES.find(({ type }) => type === report.type)!.sections.flatMap(({ points }) => points.map((point) => [point.id, point] as const))); // prettier-ignore
  return pointsOf(report).flatMap(({ id, values, bars, heat, tables }) => [
    ...(values ?? []).flatMap(numberIn),
    ...bars.flatMap(({ id: chart, bars: of }) => of.map(({ count }) => (declared.get(id)?.notParts?.[chart] === "percent" ? count / 100 : count))), // prettier-ignore
    ...heat.flatMap(({ cells }) => cells.flat().filter((cell) => cell !== null)),
    ...tables.flatMap(({ rows }) => rows.flat().flatMap(numberIn)),
  ]);
}

const NUMBER = 6;

/** The column of numbers of the CSV, and of the sheet of the workbook that says what the sections say. */
export async function numbersInFile(
  { db, owner }: FiguresPlace,
  id: string,
  format: "csv" | "xlsx",
  folder: string,
): Promise<number[]> {
  // prettier-ignore
  const wording = await wordingIn("en");
  const file = path.join(folder, `${id}.${format}`);
  const { stream } = await exportReport(db, owner, id, { format, language: "en", wording, now: A_DAY });
  writeFileSync(file, await buffer(stream));
  const sheet = format === "xlsx" ? { sheet: wording.t("reports.sheet.points") } : {};
  const { table } = await inspectFile(file, {
    fileName: path.basename(file),
    workDir: path.join(folder, "work"),
    ...sheet,
  });
  const [header, ...rows] = [...readRecords(table)].flatMap(({ cells }) => cells);
  if (header?.[NUMBER] !== "number") throw new Error(`No column of numbers in ${header?.join()}`);
  return rows.flatMap((row) => (row[NUMBER] ? [Number(row[NUMBER])] : []));
}

export async function sectionsInJson({ db, owner }: FiguresPlace, id: string): Promise<unknown> {
  const order = { format: "json", language: "en", wording: await wordingIn("en"), now: A_DAY } as const;
  const { stream } = await exportReport(db, owner, id, order);
  return (JSON.parse((await buffer(stream)).toString("utf8")) as { report: Report }).report.sections;
}

/** Numbers of the report's points and printed columns that no text of its page has. The PDF has the page's document. */
export async function missingOnPage({ db, owner }: FiguresPlace, id: string): Promise<string[]> {
  const wording = await wordingIn("en");
  const { filed, template } = await reportView(db, owner, id, A_DAY);
  const texts = textsOf(reportDocument(filed, template, wording));
  const cells = pointsOf(filed.report).flatMap(
    ({ tables }) =>
    tables.flatMap(({ columns, rows }) => rows.flatMap((row) => row.filter((cell, at) => columns[at]!.width > 0 && numberIn(cell).length > 0))), // prettier-ignore
  );
  const values = pointsOf(filed.report).flatMap(({ values: of }) => (of && of.flatMap(numberIn).length > 0 ? [valuesText(of, wording)] : [])); // prettier-ignore
  const wanted = new Set([...cells.map((cell) => valueText(cell!, wording)), ...values]);
  // Where the row names its currency, the amount stands without it.
  return [...wanted].filter((one) => !texts.some((text) => text.includes(one.replace(/ [A-Z]{3}$/u, ""))));
}
