import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { inspectFile } from "./inspect-file.server";
import type { InspectOptions } from "./inspect-file.server";
import { readRecords } from "./read-records.server";
import { problemOf, temporaryFolder, textRows, workbookParts, writeZip } from "./test-fixtures";
import type { FixtureSheet } from "./test-fixtures";

const folder = temporaryFolder();
let count = 0;

async function inspect(
  sheets: readonly FixtureSheet[],
  workbook: Parameters<typeof workbookParts>[1] = {},
  options: Partial<InspectOptions> = {},
) {
  const path = await writeZip(join(folder, `book-${++count}.xlsx`), workbookParts(sheets, workbook));
  return inspectFile(path, { fileName: "book.xlsx", workDir: join(folder, `work-${count}`), ...options });
}

const list = textRows([
  ["Name", "Country", "City", "Workers"],
  ["Mill", "India", "Pune", "many"],
  ["Yard", "China", "Ningbo", "few"],
]);
const cell = (reference: string, value: string, attributes = "") =>
  `<c r="${reference}"${attributes}><v>${value}</v></c>`;

test("the table of a workbook is one record a row of the sheet, missing and empty rows included", async () => {
  const rows =
    '<row r="2"><c r="B2" t="inlineStr"><is><t>Suppliers 2026</t></is></c></row>' +
    '<row r="3"/><row r="4"><c r="A4" s="0"/></row>' +
    '<row r="6"><c r="A6" t="str"><v>Name</v></c><c r="C6" t="str"><v>City</v></c></row>' +
    '<row r="7"><c r="A7" t="str"><v>Mill</v></c><c r="C7" t="str"><v>Pune</v></c></row>' +
    '<row r="1000"><c r="A1000" s="0"/></row>';
  const found = await inspect([
    { name: "List", rows, behind: '<mergeCells count="1"><mergeCell ref="B2:D2"/></mergeCells>' },
  ]);
  expect(found).toMatchObject({
    format: "xlsx",
    sheet: "List",
    table: { numbering: "row", encoding: "utf-8", delimiter: "," },
  });
  expect(found.sheets).toEqual([{ name: "List", hidden: false, rows: 3, columns: 3 }]);
  expect(found.sample).toEqual([
    [""],
    ["", "Suppliers 2026"],
    [""],
    [""],
    [""],
    ["Name", "", "City"],
    ["Mill", "", "Pune"],
  ]);
  for (const batch of readRecords(found.table)) expect([...batch.lines]).toEqual([1, 2, 3, 4, 5, 6, 7]);
});

test("numbers come as people see them: shares, dates, times, leading zeros, no exponents, no rounding dust", async () => {
  const formats = [
    "0.00%",
    "dd.mm.yyyy",
    "yyyy-mm-dd hh:mm",
    "h:mm",
    "[h]:mm",
    "00000",
    '#,##0.00 "m USD"',
    "[$-409]mmm\\-yy;@",
  ];
  const cells = [
    ["0.14", 1, "14%"],
    ["0.57999999999999996", 1, "58%"],
    ["43831", 2, "2020-01-01"],
    ["43831.75", 2, "2020-01-01"],
    ["43831.75", 3, "2020-01-01T18:00:00"],
    ["43831.999999", 3, "2020-01-02T00:00:00"],
    ["0.5", 4, "12:00:00"],
    ["1.5", 5, "36:00:00"],
    ["1234", 6, "01234"],
    ["1234.5", 7, "1234.5"],
    ["36526", 8, "2000-01-01"],
    ["59", 2, "1900-02-28"],
    ["61", 2, "1900-03-01"],
    ["-3", 2, "-3"],
    ["0.14000000000000001", 0, "0.14"],
    ["0.30000000000000004", 0, "0.3"],
    ["1.2345678901234E+17", 0, "123456789012340000"],
    ["9007199254740991", 0, "9007199254740991"],
    ["1E-7", 0, "0.0000001"],
    ["-12.50", 0, "-12.5"],
    ["1E+22", 0, "10000000000000000000000"],
  ] as const;
  const rows = cells.map(
    ([raw, style], i) => `<row r="${i + 1}">${cell(`A${i + 1}`, raw, ` s="${style}"`)}${cell(`B${i + 1}`, "1")}</row>`,
  );
  const found = await inspect([{ name: "Numbers", rows: rows.join("") }], { formats });
  expect(found.sample.map((record) => record[0])).toEqual(cells.map((each) => each[2]));
});

test("the 1904 date system is obeyed", async () => {
  const rows = `<row>${cell("A1", "42369", ' s="1"')}${cell("B1", "0", ' s="1"')}</row>`;
  const found = await inspect([{ name: "Dates", rows }], { formats: ["yyyy-mm-dd"], date1904: true });
  expect(found.sample[0]).toEqual(["2020-01-01", "1904-01-01"]);
});

test("shared strings with rich text, readings aids, escapes and line breaks; booleans, errors and formulas", async () => {
  const strings =
    "<si><t>Name\nof the &lt;mill&gt; &amp; Co</t></si>" +
    "<si><r><rPr><b/></rPr><t>Rich </t></r><r><t xml:space='preserve'>text</t></r></si>" +
    "<si><t>東京</t><rPh sb='0' eb='2'><t>とうきょう</t></rPh><phoneticPr/></si>" +
    "<si><t>a_x000D_b_x005F_x0041_</t></si><si><t><![CDATA[x<y]]></t></si>";
  const rows =
    `<row r="1">${[0, 1, 2, 3, 4, 99].map((i, c) => cell(`${"ABCDEF"[c]}1`, String(i), ' t="s"')).join("")}</row>` +
    `<row r="2">${cell("A2", "1", ' t="b"')}${cell("B2", "#N/A", ' t="e"')}<c r="C2"><f>1+A9</f><v>42</v></c>` +
    '<c r="D2" t="str"><f>"x"&amp;"y"</f><v>xy</v></c><c r="E2"><f>1+1</f></c><c r="F2" t="d"><v>2020-01-31T00:00:00</v></c></row>';
  const found = await inspect([{ name: "Strings", rows }], { strings });
  expect(found.sample).toEqual([
    ["Name\nof the <mill> & Co", "Rich text", "東京", "a\rb_x0041_", "x<y"],
    ["TRUE", "#N/A", "42", "xy", "", "2020-01-31"],
  ]);
});

test("prefixed names, cells without references and parts under other names are read", async () => {
  const parts = workbookParts([{ name: "List", rows: "" }]);
  parts["xl/worksheets/sheet1.xml"] =
    '<x:worksheet xmlns:x="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><x:sheetData><x:row>' +
    "<x:c t='inlineStr'><x:is><x:t>Name</x:t></x:is></x:c><x:c/><x:c><x:v>7</x:v></x:c></x:row>" +
    "<x:row><x:c><x:v>1</x:v></x:c></x:row></x:sheetData></x:worksheet>";
  for (const [from, to] of [
    ["xl/workbook.xml", "xl/Workbook2.xml"],
    ["xl/_rels/workbook.xml.rels", "xl/_rels/Workbook2.xml.rels"],
  ] as const) {
    parts[to] = parts[from]!;
    delete parts[from];
  }
  parts["_rels/.rels"] = parts["_rels/.rels"]!.replace("xl/workbook.xml", "/xl/workbook2.xml");
  const path = await writeZip(join(folder, "prefixed.xlsx"), parts);
  const found = await inspectFile(path, { fileName: "p.xlsx", workDir: join(folder, "work-p") });
  expect(found.sample).toEqual([["Name", "", "7"], ["1"]]);
});

const pivot = textRows(
  Array.from({ length: 40 }, (_, i) => ["Row Labels", "Sum", "Count", "Share", "Max", "Min", String(i)]),
);
const codes = textRows(Array.from({ length: 900 }, (_, i) => [`${i}`, `Code ${i}`]));

test("of several sheets the table of records is taken, not a pivot, a summary, instructions, a code list or a hidden sheet", async () => {
  const found = await inspect([
    { name: "Read me", rows: textRows([["How to fill in this list"], ["Please do"], ["One a row"]]) },
    { name: "Summary by category", rows: pivot },
    { name: "Sheet3", rows: pivot, pivot: true },
    { name: "Data", rows: list + textRows(Array.from({ length: 60 }, (_, i) => [`Mill ${i}`, "India", "Pune", "9"])) },
    { name: "HS codes", rows: codes },
    { name: "Old", rows: list + pivot + pivot, state: "hidden" },
    { name: "Older", rows: list + pivot + pivot, state: "veryHidden" },
  ]);
  expect(found.sheet).toBe("Data");
  expect(found.sample[0]).toEqual(["Name", "Country", "City", "Workers"]);
  expect(found.sheets.map(({ name, hidden }) => [name, hidden])).toEqual([
    ["Read me", false],
    ["Summary by category", false],
    ["Sheet3", false],
    ["Data", false],
    ["HS codes", false],
    ["Old", true],
    ["Older", true],
  ]);
  expect(found.sheets[5]).toMatchObject({ rows: 83, columns: 7 });
  expect(readdirSync(join(folder, `work-${count}`))).toEqual(["sheet-4.csv"]);
});

test("a hidden sheet is taken when it is named, an unknown name is refused with the visible ones", async () => {
  const sheets: FixtureSheet[] = [
    { name: "Asia", rows: list },
    { name: "Europe &amp; Africa", rows: list },
    { name: "Secret", rows: list, state: "hidden" },
  ];
  expect((await inspect(sheets, {}, { sheet: "Secret" })).sheet).toBe("Secret");
  expect((await inspect(sheets, {}, { sheet: "europe & africa" })).sheet).toBe("Europe & Africa");
  const problem = await problemOf(() => inspect(sheets, {}, { sheet: "Suppliers" }));
  expect(problem?.code).toBe("file.sheet-unknown");
  expect(problem!.message).toContain('"Asia", "Europe & Africa"');
  expect(problem!.message).not.toContain("Secret");
});

test("hidden sheets alone are not taken, but named in the problem", async () => {
  const problem = await problemOf(() =>
    inspect([
      { name: "Shown", rows: "" },
      { name: "Kept", rows: list, state: "hidden" },
    ]),
  );
  expect(problem?.code).toBe("file.no-table");
  expect(problem!.message).toContain('"Kept"');
});

test("limits of a sheet name the row and the column", async () => {
  const wide = await problemOf(() =>
    inspect([{ name: "A", rows: `<row r="5">${cell("F5", "1")}</row>` }], {}, { limits: { maxColumns: 5 } }),
  );
  expect(wide).toMatchObject({ code: "file.too-many-columns", values: { limit: 5, found: 6, line: 5 } });
  const long = await problemOf(() => inspect([{ name: "A", rows: list }], {}, { limits: { maxCellLength: 6 } }));
  expect(long).toMatchObject({ code: "file.cell-too-long", values: { limit: 6, found: 7, line: 1, column: 2 } });
  const many = await problemOf(() =>
    inspect([{ name: "A", rows: `<row r="11">${cell("A11", "1")}</row>` }], {}, { limits: { maxRecords: 10 } }),
  );
  expect(many).toMatchObject({ code: "file.too-many-records", values: { limit: 10, line: 11 } });
});

test("strings beyond the memory limit go to disk and come back", async () => {
  const text = (i: number) => `Supplier number ${i} of a very long list ${"é".repeat(i % 90)}`;
  const strings = Array.from({ length: 60_000 }, (_, i) => `<si><t>${text(i)}</t></si>`).join("");
  const order = Array.from({ length: 60_000 }, (_, i) => (i * 7919) % 60_000);
  const rows = order
    .map((n) => `<row>${cell("A1", String(n), ' t="s"')}${cell("B1", String(n), ' t="s"')}</row>`)
    .join("");
  const found = await inspect([{ name: "Long", rows }], { strings });
  let index = 0;
  for (const batch of readRecords(found.table)) {
    for (const cells of batch.cells) expect(cells).toEqual([text(order[index]!), text(order[index++]!)]);
  }
  expect(index).toBe(60_000);
  expect(readdirSync(join(folder, `work-${count}`))).toEqual(["sheet-1.csv"]);
});

test("a workbook of one sheet of nothing but names is a table", async () => {
  const found = await inspect([{ name: "Names", rows: textRows([["Supplier"], ["Mill, Ltd"], ["Yard"]]) }]);
  expect(found.sample).toEqual([["Supplier"], ["Mill, Ltd"], ["Yard"]]);
  expect(readFileSync(found.table.path, "utf8")).toBe('Supplier\n"Mill, Ltd"\nYard\n');
});

test("progress of a workbook grows to the size of the file", async () => {
  const seen: number[] = [];
  const found = await inspect(
    [
      { name: "A", rows: list },
      { name: "B", rows: codes },
    ],
    {},
    { onProgress: (done) => seen.push(done) },
  );
  expect(seen).toEqual([...seen].sort((a, b) => a - b));
  expect(seen.at(-1)).toBe(found.bytes);
});
