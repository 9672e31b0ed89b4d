/** Files that tests need, made on the spot. */
import { createWriteStream, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { finished } from "node:stream/promises";
import { afterAll } from "vitest";
import yazl from "yazl";
import { isProblem } from "../lib/problem";
import type { Encoding } from "./types";

/** A folder that is gone after the tests of the file. */
export function temporaryFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), "candour-files-"));
  afterAll(() => rmSync(folder, { recursive: true, force: true }));
  return folder;
}

let files = 0;

export function writeTemporary(folder: string, content: string | Uint8Array, name = `file-${++files}`): string {
  const path = join(folder, name);
  writeFileSync(path, content);
  return path;
}

/** Text as bytes of an encoding, for characters that it has. */
export function encoded(text: string, encoding: Encoding): Buffer {
  switch (encoding) {
    case "utf-8":
      return Buffer.from(text, "utf8");
    case "utf-16le":
      return Buffer.from(text, "utf16le");
    case "utf-16be":
      return Buffer.from(text, "utf16le").swap16();
    case "latin1":
      return Buffer.from(text, "latin1");
    case "windows-1252":
      return Buffer.from(Array.from(text, (c) => WESTERN.get(c) ?? c.charCodeAt(0)));
    case "windows-1251":
      return Buffer.from(Array.from(text, (c) => CYRILLIC.get(c) ?? c.charCodeAt(0)));
  }
}

/** Bytes that differ from latin1, from the tables of the WHATWG encoding standard. */
const WESTERN = new Map([
  ["€", 0x80],
  ["‘", 0x91],
  ["’", 0x92],
  ["“", 0x93],
  ["”", 0x94],
  ["–", 0x96],
  ["Š", 0x8a],
  ["š", 0x9a],
  ["Ž", 0x8e],
  ["œ", 0x9c],
]);

const CYRILLIC = new Map([
  ...Array.from({ length: 64 }, (_, i) => [String.fromCharCode(0x410 + i), 0xc0 + i] as const),
  ["Ё", 0xa8],
  ["ё", 0xb8],
  ["І", 0xb2],
  ["і", 0xb3],
  ["№", 0xb9],
  ["«", 0xab],
  ["»", 0xbb],
]);

export async function writeZip(path: string, parts: Readonly<Record<string, string | Uint8Array>>): Promise<string> {
  const zip = new yazl.ZipFile();
  for (const [name, content] of Object.entries(parts)) zip.addBuffer(Buffer.from(content as string), name);
  zip.end();
  await finished(zip.outputStream.pipe(createWriteStream(path)));
  return path;
}

export interface FixtureSheet {
  readonly name: string;
  readonly state?: "hidden" | "veryHidden";
  /** What stands inside `<sheetData>`. */
  readonly rows: string;
  /** What stands behind it. */
  readonly behind?: string;
  readonly pivot?: boolean;
}

const SPREADSHEET = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
const RELATIONS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
const relation = (id: string, type: string, target: string) =>
  `<Relationship Id="${id}" Type="${RELATIONS}/${type}" Target="${target}"/>`;
const relationships = (inside: string) =>
  `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">${inside}</Relationships>`;

/** The parts of a workbook as spreadsheet programs write it. `formats`: the format code of style 1, 2, … */
export function workbookParts(
  sheets: readonly FixtureSheet[],
  {
    strings = "",
    formats = [],
    date1904 = false,
  }: { strings?: string; formats?: readonly string[]; date1904?: boolean } = {},
): Record<string, string> {
  const parts: Record<string, string> = {
    "[Content_Types].xml": "<Types/>",
    "_rels/.rels": relationships(relation("rId1", "officeDocument", "xl/workbook.xml")),
    "xl/workbook.xml":
      `<workbook xmlns="${SPREADSHEET}" xmlns:r="${RELATIONS}"><workbookPr${date1904 ? ' date1904="1"' : ""}/><sheets>` +
      sheets
        .map(
          (s, i) =>
            `<sheet name="${s.name}" sheetId="${i + 1}"${s.state ? ` state="${s.state}"` : ""} r:id="rId${i + 1}"/>`,
        )
        .join("") +
      "</sheets></workbook>",
    "xl/_rels/workbook.xml.rels": relationships(
      sheets.map((_, i) => relation(`rId${i + 1}`, "worksheet", `worksheets/sheet${i + 1}.xml`)).join("") +
        relation("rIdA", "styles", "styles.xml") +
        relation("rIdB", "sharedStrings", "sharedStrings.xml"),
    ),
    "xl/styles.xml":
      `<styleSheet xmlns="${SPREADSHEET}"><numFmts>` +
      formats
        .map((code, i) => `<numFmt numFmtId="${164 + i}" formatCode="${code.replaceAll('"', "&quot;")}"/>`)
        .join("") +
      `</numFmts><cellStyleXfs><xf numFmtId="14"/></cellStyleXfs><cellXfs><xf numFmtId="0"/>` +
      formats.map((_, i) => `<xf numFmtId="${164 + i}"/>`).join("") +
      "</cellXfs></styleSheet>",
    "xl/sharedStrings.xml": `<sst xmlns="${SPREADSHEET}">${strings}</sst>`,
  };
  sheets.forEach((sheet, i) => {
    parts[`xl/worksheets/sheet${i + 1}.xml`] =
      `<?xml version="1.0" encoding="UTF-8"?><worksheet xmlns="${SPREADSHEET}"><sheetData>${sheet.rows}</sheetData>${sheet.behind ?? ""}</worksheet>`;
    if (sheet.pivot) {
      parts[`xl/worksheets/_rels/sheet${i + 1}.xml.rels`] = relationships(
        relation("rId1", "pivotTable", "../pivotTables/pivotTable1.xml"),
      );
    }
  });
  return parts;
}

/** Rows of inline text, starting at row 1. */
export const textRows = (rows: readonly (readonly string[])[]): string =>
  rows
    .map((cells) => `<row>${cells.map((cell) => `<c t="inlineStr"><is><t>${cell}</t></is></c>`).join("")}</row>`)
    .join("");

/** The code of the problem that the work ends with; "none" when it ends well. */
export async function problemCode(work: () => unknown): Promise<string> {
  return (await problemOf(work))?.code ?? "none";
}

export async function problemOf(work: () => unknown) {
  try {
    await work();
    return null;
  } catch (error) {
    if (isProblem(error)) return error;
    throw error;
  }
}
