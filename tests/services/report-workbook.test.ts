/** The workbook of a report, written and read back: its cells are the model's, of their kinds, with filters and notes on method. */
import { writeFileSync } from "node:fs";
import path from "node:path";
import { buffer } from "node:stream/consumers";
import { afterAll, beforeAll, expect, test } from "vitest";
import { cellTextFromXml } from "../../app/files/xlsx/xml-text";
import type { Cell, Report, ReportType } from "../../app/reports/model";
import { sectionOf, tableKey } from "../../app/reports/report-keys";
import { cellText } from "../../app/reports/report-words";
import { noteBuying } from "../../app/services/demand/note-buying.server";
import { enterRepayment } from "../../app/services/remedy/enter-repayment.server";
import { recordAction } from "../../app/services/remedy/record-action.server";
import { recordGroup } from "../../app/services/remedy/record-group.server";
import { exportReport } from "../../app/services/reports/export-report.server";
import { reportView } from "../../app/services/reports/report-view.server";
import { startReport } from "../../app/services/reports/start-report.server";
import type { Database, Scope } from "../../db/database";
import { A_DAY, aDatabase, aFolder, aGeneration, aSupplier, aWorkspace, scopeOf } from "../builders";
import { openPromise } from "../e2e/zip";
import { aGroup, anAction } from "../remedy-facts";
import { wordingIn } from "../report-wording";

let db: Database;
let scope: Scope;
const folder = aFolder();
const TODAY = A_DAY.toISOString().slice(0, 10);

beforeAll(async () => {
  db = await aDatabase();
  const workspace = await aWorkspace(db);
  scope = scopeOf(workspace);
  const { no: generation } = await aGeneration(db, workspace);
  const mill = await aSupplier(db, workspace, { name: '=cmd|"x", Ltd', generation });
  await recordAction(db, scope, { supplierId: mill.id, findingId: null, facts: anAction(scope.userId, { title: "+Pay back" }) }, A_DAY); // prettier-ignore
  const groupId = await recordGroup(db, scope, { supplierId: mill.id, actionId: null, facts: aGroup() }, A_DAY);
  await enterRepayment(db, scope, { groupId, entry: { kind: "confirmation", on: "2026-02-20", amount: "12345600", proof: "Minutes", party: "union", acceptedBy: "workers", inPrivate: true } }, A_DAY); // prettier-ignore
  await noteBuying(db, scope, { kind: "training", contractId: null, contents: { on: TODAY, what: "Signs", whom: "buyers", people: 6, outOf: 20, hours: 3 } }, A_DAY); // prettier-ignore
});
afterAll(async () => {
  await db.close();
  folder.remove();
});

const PERCENT = "4";
const DATE = "5";
/** A cell as it stands in the file: text, or a number with its style. */
type Read = string | readonly [number, string];

interface Sheet {
  readonly xml: string;
  readonly header: readonly string[];
  /** Without blank cells, by their column. */
  readonly rows: readonly (readonly (readonly [number, Read])[])[];
}

const unescaped = (xml: string) =>
  cellTextFromXml(xml.replaceAll("&lt;", "<").replaceAll("&gt;", ">").replaceAll("&amp;", "&"));
const columnOf = (letters: string) => [...letters].reduce((sum, one) => sum * 26 + one.charCodeAt(0) - 64, 0) - 1;

function sheetOf(xml: string): Sheet {
  const lines = [...xml.matchAll(/<row r="\d+">(.*?)<\/row>/gsu)].map(([, cells = ""]) =>
    [
      ...cells.matchAll(/<c r="([A-Z]+)\d+"( s="(\d+)")?[^>]*>(?:<is><t[^>]*>(.*?)<\/t><\/is>|<v>(.*?)<\/v>)<\/c>/gsu),
    ].map(([, letters = "", , style = "0", text, number]): readonly [number, Read] => [
      columnOf(letters),
      text === undefined ? [Number(number), style] : unescaped(text),
    ]),
  );
  return { xml, header: (lines[0] ?? []).map(([, cell]) => String(cell)), rows: lines.slice(1) };
}

/** The sheets by their names, with the model they were made of. */
async function workbookOf(type: ReportType) {
  const wording = await wordingIn("en");
  const id = await startReport(db, scope, { type, variant: "", subjectId: "", subjectName: "" }, A_DAY);
  const { stream } = await exportReport(db, scope, id, { format: "xlsx", language: "en", wording, now: A_DAY });
  const file = path.join(folder.path, `${type}.xlsx`);
  writeFileSync(file, await buffer(stream));
  const parts = await openPromise(file);
  const book = parts.get("xl/workbook.xml")!;
  const names = [...book.matchAll(/<sheet name="([^"]*)"/gu)].map(([, name = ""]) => unescaped(name));
  const sheets = names.map((name, at) => [name, sheetOf(parts.get(`xl/worksheets/sheet${at + 1}.xml`)!)] as const);
  const { filed, template } = await reportView(db, scope, id, A_DAY);
  return { book, sheets, report: filed.report, template, wording };
}

const tablesOf = ({ sections }: Report) =>
  sections.flatMap(({ id, points }) => points.flatMap(({ tables }) => tables.map((table) => ({ section: id, table }))));

/** What a cell of the model has to be in the file, said apart from the program: amounts by their digits. */
function expected(cell: Cell, wording: Awaited<ReturnType<typeof wordingIn>>): Read[] {
  if (cell === null) return [];
  if (cell.is === "count") return [[cell.count, "0"]];
  if (cell.is === "number") return [[cell.number, "0"]];
  if (cell.is === "money") return [[Number(cell.amount) / 10_000, "0"], cell.currency];
  if (cell.is === "day") return [[Date.parse(cell.day) / 86_400_000 + 25_569, DATE]];
  if (cell.is === "share")
    return [
      [cell.part, "0"],
      [cell.whole, "0"],
      ...(cell.whole === 0 ? [] : [[cell.part / cell.whole, PERCENT] as const]),
    ];
  const words = cellText(cell, wording);
  return [/^[=+\-@|%\\]/u.test(words) ? `'${words}` : words];
}

test.each(["demand", "remediation", "statement"] as const)(
  "in the workbook of %s each cell of a table is the model's, as a number, a day, a share or an amount with its currency",
  async (type) => {
    const { sheets, report, template, wording } = await workbookOf(type);
    const kinds = new Set<string>();
    // The report, its notes and what it says come first, then the tables in the order of the report.
    const pairs = report.sections.flatMap(({ points }) => points.flatMap(({ heat }) => heat)).length;
    const tables = tablesOf(report);
    expect(sheets.length).toBe(3 + pairs + tables.length);
    for (const { section, table } of tables) {
      const title = wording.t(
        tableKey(template, sectionOf(template, report.variant, section), table.id) as "reports.title",
      );
      const found = sheets.filter(([name]) => name.replace(/ \(\d+\)$/u, "").startsWith(title.replaceAll(/[[\]:*?/\\]/gu, " ").slice(0, 20).trim())); // prettier-ignore
      const wanted = table.rows.map((row) => row.flatMap((cell) => expected(cell, wording)));
      expect(found.map(([, { rows }]) => rows.map((row) => row.map(([, cell]) => cell)))).toContainEqual(wanted);
      for (const cell of table.rows.flat()) if (cell) kinds.add(cell.is);
    }
    expect([...kinds]).toEqual(expect.arrayContaining(type === "remediation" ? ["money", "day"] : type === "demand" ? ["share"] : ["money"])); // prettier-ignore
  },
);

test("a column holds one kind: numbers, days or words, and an amount has its currency in the next", async () => {
  const { sheets, report } = await workbookOf("remediation");
  expect(JSON.stringify(report)).toContain('"is":"money"');
  for (const [, { header, rows }] of sheets.slice(3)) {
    for (const at of header.keys()) {
      const cells = rows.flatMap((row) => row.filter(([column]) => column === at).map(([, cell]) => cell));
      expect(new Set(cells.map((cell) => (typeof cell === "string" ? "text" : cell[1]))).size).toBeLessThanOrEqual(1);
    }
    header.forEach((head, at) => {
      if (head.endsWith(": amount")) expect(header[at + 1]).toBe(head.replace(/amount$/u, "currency"));
    });
  }
});

test("each table has a filter over all its lines and a frozen header; what is only read has no filter", async () => {
  const { book, sheets } = await workbookOf("demand");
  sheets.forEach(([name, { xml, header, rows }], at) => {
    expect(xml).toContain('state="frozen"');
    const [, last] = /<autoFilter ref="A1:([A-Z]+\d+)"\/>/u.exec(xml) ?? [];
    if (at < 2) {
      expect(last).toBeUndefined();
      return;
    }
    expect(last).toMatch(new RegExp(`^[A-Z]+${rows.length + 1}$`, "u"));
    expect(columnOf(last!.replace(/\d+$/u, ""))).toBe(header.length - 1);
    expect(book).toContain(`localSheetId="${at}" hidden="1">'${name.replaceAll("'", "''").replaceAll("&", "&amp;")}'!$A$1:`); // prettier-ignore
  });
});

test("the notes on method say what the score, its range and its limits mean, what a blank is, and name every source", async () => {
  const { sheets, report, wording } = await workbookOf("remediation");
  const { t } = wording;
  const [name, { rows }] = sheets[1]!;
  expect(name).toBe(t("reports.sheet.notes"));
  const said = rows.flatMap((row) => row.map(([, cell]) => String(cell)));
  for (const key of [
    "registerPdf.rangeText",
    "registerPdf.limits.attention",
    "registerPdf.limits.country",
    "reports.claims",
    "reports.notes.blank",
  ] as const)
    // prettier-ignore
    expect(said).toContain(t(key));
  expect(report.sources.length).toBeGreaterThan(0);
  for (const { title } of report.sources) expect(said.some((line) => line.includes(title))).toBe(true);
  for (const { id } of report.commitments) expect(said).toContain(id);
});
