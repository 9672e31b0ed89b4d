import { gzipSync } from "node:zlib";
import { join } from "node:path";
import { expect, test } from "vitest";
import { inspectFile } from "./inspect-file.server";
import {
  encoded,
  problemOf,
  temporaryFolder,
  textRows,
  workbookParts,
  writeTemporary,
  writeZip,
} from "./test-fixtures";

const folder = temporaryFolder();
const refusalOf = (path: string, fileName = "suppliers.xlsx") =>
  problemOf(() => inspectFile(path, { fileName, workDir: join(folder, "work") }));

/** An OLE compound file with one directory entry of that name. */
const compound = (entry: string) =>
  Buffer.concat([
    Buffer.from("d0cf11e0a1b11ae1", "hex"),
    Buffer.alloc(1528),
    encoded(entry, "utf-16le"),
    Buffer.alloc(300),
  ]);

const spreadsheetXml =
  '<?xml version="1.0"?>\n<?mso-application progid="Excel.Sheet"?><Workbook xmlns="urn:schemas-microsoft-com:office:spreadsheet"/>';

const refused: [what: string, code: string, bytes: Uint8Array | string][] = [
  ["an old .xls", "file.xls", compound("Workbook")],
  ["a very old .xls", "file.xls", Buffer.from([9, 8, 16, 0, 0, 6, 5, 0, 1, 2])],
  ["a workbook with a password", "file.password", compound("EncryptedPackage")],
  ["an OLE file of unknown kind", "file.xls-or-password", compound("Something")],
  ["an old Word file", "file.document", compound("WordDocument")],
  ["a PDF", "file.pdf", "%PDF-1.7\n1 0 obj"],
  ["a web page named .xls", "file.html", "\r\n<html xmlns:o='urn'><table><tr><td>Mill</td></tr></table></html>"],
  ["a web page with a byte order mark", "file.html", "\ufeff<!DOCTYPE html><html></html>"],
  [
    "a web page in UTF-16",
    "file.html",
    Buffer.concat([Buffer.from([255, 254]), encoded("<table><tr><td>x", "utf-16le")]),
  ],
  ["a bare table of HTML", "file.html", "<table border=1><tr><td>Mill</td></tr></table>"],
  ["XML named .xls", "file.xml", spreadsheetXml],
  ["JSON", "file.json", '[{"name": "Mill"}]'],
  ["a gzip archive", "file.archive", gzipSync("name,city\nMill,Pune\n")],
  ["a RAR archive", "file.archive", "Rar!\x1a\x07\x00 and so on"],
  ["a 7z archive", "file.archive", Buffer.from("377abcaf271c0004", "hex")],
  ["a PNG picture", "file.image", Buffer.from("89504e470d0a1a0a0000000d", "hex")],
  ["a JPEG picture", "file.image", Buffer.from("ffd8ffe000104a464946", "hex")],
  ["an RTF document", "file.document", "{\\rtf1\\ansi Mill}"],
  ["bytes of some program", "file.binary", Buffer.from(Array.from({ length: 4000 }, (_, i) => (i * 7919) % 251))],
  ["an empty file", "file.empty", ""],
  ["only blank lines", "file.blank", "\n\r\n ,\n\n"],
  ["a header without rows", "file.form-without-data", "Supplier name,Country,Address,Sector\n\n"],
  [
    "a title, a header and no rows",
    "file.form-without-data",
    "Supplier form 2026\n\nSupplier name;Country;Address\n;;\n",
  ],
];

test.each(refused)("%s is refused with code %s and a sentence that says what to do", async (_, code, bytes) => {
  const problem = await refusalOf(writeTemporary(folder, bytes));
  expect(problem?.code).toBe(code);
  expect(problem!.message).toMatch(/^(?:This|The) .+\. .+\.$/s);
});

const zips: [what: string, code: string, parts: Record<string, string>][] = [
  ["a binary workbook", "file.xlsb", { "[Content_Types].xml": "<Types/>", "xl/workbook.bin": "x" }],
  [
    "an OpenDocument spreadsheet",
    "file.ods",
    { mimetype: "application/vnd.oasis.opendocument.spreadsheet", "content.xml": "<x/>" },
  ],
  [
    "an OpenDocument text",
    "file.document",
    { mimetype: "application/vnd.oasis.opendocument.text", "content.xml": "<x/>" },
  ],
  ["an Apple Numbers file", "file.numbers", { "Index/Document.iwa": "x", "Metadata/Properties.plist": "x" }],
  ["a Word document", "file.document", { "[Content_Types].xml": "<Types/>", "word/document.xml": "<x/>" }],
  ["a presentation", "file.document", { "[Content_Types].xml": "<Types/>", "ppt/presentation.xml": "<x/>" }],
  ["a zip of lists", "file.archive", { "suppliers.csv": "name\nMill\n" }],
  [
    "a workbook without a table",
    "file.no-table",
    workbookParts([
      { name: "A", rows: "" },
      { name: "B", rows: "<row/>" },
    ]),
  ],
  [
    "a form without data",
    "file.form-without-data",
    workbookParts([{ name: "A", rows: textRows([["Supplier"], [], ["Name", "Country", "City"]]) }]),
  ],
];

test.each(zips)("%s (zip) is refused with code %s", async (what, code, parts) => {
  const problem = await refusalOf(await writeZip(join(folder, `${what}.xlsx`), parts));
  expect(problem?.code).toBe(code);
  expect(problem!.message).toMatch(/^(?:This|The|No) .+\. .+\.$/s);
});

test("a workbook cut short, or one whose parts are not XML, is called damaged", async () => {
  const parts = workbookParts([
    {
      name: "A",
      rows: textRows([
        ["Name", "City"],
        ["Mill", "Pune"],
      ]),
    },
  ]);
  const path = await writeZip(join(folder, "whole.xlsx"), parts);
  const { readFileSync } = await import("node:fs");
  const cut = writeTemporary(folder, readFileSync(path).subarray(0, -60));
  expect((await refusalOf(cut))?.code).toBe("file.workbook-damaged");
  const broken = { ...parts, "xl/worksheets/sheet1.xml": "<worksheet><sheetData><row><c><v>1</row>" };
  expect((await refusalOf(await writeZip(join(folder, "broken.xlsx"), broken)))?.code).toBe("file.workbook-damaged");
});

test("a workbook that declares entities is not read", async () => {
  const parts = workbookParts([
    {
      name: "A",
      rows: textRows([
        ["Name", "City"],
        ["Mill", "Pune"],
      ]),
    },
  ]);
  const bomb =
    '<?xml version="1.0"?><!DOCTYPE x [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;">]><worksheet><sheetData>' +
    "<row><c t='inlineStr'><is><t>&b;</t></is></c></row></sheetData></worksheet>";
  const path = await writeZip(join(folder, "entities.xlsx"), { ...parts, "xl/worksheets/sheet1.xml": bomb });
  expect((await refusalOf(path))?.code).toBe("file.workbook-unsafe");
});

test("a zip bomb is refused by its declared size, before it is unpacked", async () => {
  const rows = "<row>" + " ".repeat(3_000_000) + "</row>";
  const path = await writeZip(join(folder, "bomb.xlsx"), workbookParts([{ name: "A", rows }]));
  const problem = await problemOf(() =>
    inspectFile(path, {
      fileName: "bomb.xlsx",
      workDir: join(folder, "work"),
      limits: { maxUnzippedBytes: 1_000_000 },
    }),
  );
  expect(problem).toMatchObject({
    code: "file.too-much-unzipped",
    values: { limit: 1_000_000, part: "xl/worksheets/sheet1.xml" },
  });
});
