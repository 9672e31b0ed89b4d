import { rm } from "node:fs/promises";
import { join } from "node:path";
import { Problem } from "../lib/problem";
import type { FileLimits, SheetInfo, TableText } from "./types";
import { chooseSheet } from "./xlsx/choose-sheet";
import { ZipPackage } from "./xlsx/package.server";
import { readSharedStrings } from "./xlsx/shared-strings.server";
import type { SharedStrings } from "./xlsx/shared-strings.server";
import { sheetToCsv } from "./xlsx/sheet-to-csv.server";
import type { SheetStatistics } from "./xlsx/sheet-to-csv.server";
import { readWorkbook } from "./xlsx/workbook-in.server";
import type { WorkbookIn, WorkbookSheet } from "./xlsx/workbook-in.server";

export interface WorkbookOptions {
  readonly workDir: string;
  readonly limits: FileLimits;
  /** The sheet to take, by name; null: the one that looks most like the table. */
  readonly sheet: string | null;
  /** Called with a share, 0 to 1. */
  onShare(share: number): void;
  /** Throws when the work was cancelled. */
  check(): void;
}

export interface InspectedWorkbook {
  readonly table: TableText;
  readonly sheet: string;
  readonly sheets: readonly SheetInfo[];
}

interface ReadSheet {
  readonly sheet: WorkbookSheet;
  readonly statistics: SheetStatistics;
  readonly csvPath: string | null;
}

/**
 * Reads a workbook once from front to end, writes its table into `workDir` as CSV (one record a row of the sheet) and
 * tells about all its sheets. A hidden sheet is counted, and taken only when it is named.
 *
 * @throws Problem for a zip that is no workbook, a damaged one, a sheet that is not there, a workbook without a table,
 *   and limits that are passed
 */
export async function inspectWorkbook(path: string, options: WorkbookOptions): Promise<InspectedWorkbook> {
  const parts = await ZipPackage.open(path, options.limits.maxUnzippedBytes);
  let strings: SharedStrings | null = null;
  try {
    const workbook = await readWorkbook(parts);
    const wanted = options.sheet === null ? null : namedSheet(workbook.sheets, options.sheet);
    options.check();
    const stringStream = workbook.sharedStringsPath === null ? null : await parts.read(workbook.sharedStringsPath);
    strings = stringStream
      ? await readSharedStrings(stringStream, join(options.workDir, "shared-strings.tmp"))
      : { get: () => "", close: () => undefined };
    const read = await readSheets(parts, workbook, strings, wanted, options);
    const chosen = await keepChosen(read, wanted);
    return {
      table: { path: chosen.csvPath, encoding: "utf-8", delimiter: ",", skipBytes: 0, numbering: "row" },
      sheet: chosen.name,
      sheets: read.map(({ sheet, statistics: { rows, columns } }) => ({
        name: sheet.name,
        hidden: sheet.hidden,
        rows,
        columns,
      })),
    };
  } finally {
    strings?.close();
    parts.close();
  }
}

async function readSheets(
  parts: ZipPackage,
  workbook: WorkbookIn,
  strings: SharedStrings,
  wanted: WorkbookSheet | null,
  options: WorkbookOptions,
): Promise<ReadSheet[]> {
  const stored = workbook.sheets.map((sheet) => Math.max(1, parts.storedBytes(sheet.path)));
  const total = stored.reduce((sum, bytes) => sum + bytes, 0);
  const read: ReadSheet[] = [];
  let before = 0;
  for (const [i, sheet] of workbook.sheets.entries()) {
    const mayBeTaken = wanted === null ? !sheet.hidden : sheet === wanted;
    const csvPath = mayBeTaken ? join(options.workDir, `sheet-${i + 1}.csv`) : null;
    const stream = await parts.read(sheet.path);
    if (!stream) continue;
    let bytes = 0;
    const unzipped = parts.unzippedBytes(sheet.path);
    const statistics = await sheetToCsv(stream, csvPath, {
      strings,
      kinds: workbook.kinds,
      date1904: workbook.date1904,
      limits: options.limits,
      onPiece(size) {
        options.check();
        bytes += size;
        options.onShare((before + stored[i]! * Math.min(1, bytes / unzipped)) / total);
      },
    });
    before += stored[i]!;
    read.push({ sheet, statistics, csvPath });
  }
  return read;
}

/** Deletes what was written of the sheets that are not taken. */
async function keepChosen(
  read: readonly ReadSheet[],
  wanted: WorkbookSheet | null,
): Promise<{ name: string; csvPath: string }> {
  const written = read.flatMap(({ sheet, statistics, csvPath }) =>
    csvPath === null ? [] : [{ sheet, statistics, csvPath }],
  );
  const index = chooseSheet(written.map(({ sheet, statistics }) => ({ ...sheet, ...statistics })));
  const chosen = written[index];
  await Promise.all(written.filter((each) => each !== chosen).map((each) => rm(each.csvPath, { force: true })));
  if (!chosen) throw noTable(read, wanted);
  return { name: chosen.sheet.name, csvPath: chosen.csvPath };
}

function namedSheet(sheets: readonly WorkbookSheet[], name: string): WorkbookSheet {
  const plain = (text: string) => text.trim().toLowerCase();
  const found =
    sheets.find((sheet) => sheet.name === name) ?? sheets.find((sheet) => plain(sheet.name) === plain(name));
  if (found) return found;
  const visible = sheets.filter((sheet) => !sheet.hidden).map((sheet) => `"${sheet.name}"`);
  throw new Problem(
    "file.sheet-unknown",
    `There is no sheet "${name}" in this workbook. ${visible.length > 0 ? `Its visible sheets are ${visible.join(", ")}.` : "It has no visible sheet."}`,
    { sheet: name, sheets: visible.join(", ") },
  );
}

function noTable(read: readonly ReadSheet[], wanted: WorkbookSheet | null): Problem {
  if (wanted) {
    return new Problem(
      "file.sheet-empty",
      `The sheet "${wanted.name}" holds nothing. Choose another sheet, or check that the right file was sent.`,
      { sheet: wanted.name },
    );
  }
  const hidden = read
    .filter(({ sheet, statistics }) => sheet.hidden && statistics.rows > 0)
    .map(({ sheet }) => `"${sheet.name}"`);
  return new Problem(
    "file.no-table",
    hidden.length > 0
      ? `No visible sheet of this workbook holds a table. Hidden sheets that hold something: ${hidden.join(", ")}. Name the sheet to read, or unhide it and upload the file again.`
      : "No sheet of this workbook holds a table. Check that the right file was sent.",
    { sheets: hidden.join(", ") },
  );
}
