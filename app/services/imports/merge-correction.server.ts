import { existsSync } from "node:fs";
import path from "node:path";
import type { AnyScope, Database } from "../../../db/database";
import { writeCsv } from "../../files/csv-writer.server";
import { readRecords } from "../../files/read-records.server";
import { safeCell } from "../../files/safe-cell";
import type { InspectedFile, TableText } from "../../files/types";
import { columnsInCorrection, findCorrectionHeader, type CorrectionHeader } from "../../imports/correction-columns";
import { personalCells } from "../../imports/personal-columns";
import type { MappingProposal } from "../../imports/types";
import { isProblem, Problem } from "../../lib/problem";
import { findImport, type CorrectionOf, type ImportRecord } from "./import-record.server";
import { defaultSettings, type ImportSettings } from "./settings";

/** Corrected rows held in memory at once. */
const MAX_ROWS = 200_000;
const SAMPLE_RECORDS = 400;

export interface Merged {
  readonly file: InspectedFile;
  /** The list is read as the one it corrects. */
  readonly settings: ImportSettings;
  readonly correction: CorrectionOf;
}

/**
 * Puts a corrected workbook (`exportCorrections`) together with the list its rows are of: rows that carry a line of the list
 * take its place, rows without one are added at its end, all others stay as they are. The result is a table of its own,
 * from which the list is built; its lines are those of the list.
 * @returns null for any other file.
 * @throws Problem `correction.unknown`, `correction.no-list`, `correction.too-many`.
 */
export async function mergeCorrection(
  db: Database,
  scope: AnyScope,
  inspected: InspectedFile,
  settings: ImportSettings,
  workDir: string,
): Promise<Merged | null> {
  const header = findCorrectionHeader(inspected.sample);
  if (header === null) return null;
  const base = await findImport(db, scope, header.importId).catch((error: unknown) => {
    if (isProblem(error)) return null;
    throw error;
  });
  if (!base?.inspection)
    throw new Problem(
      "correction.unknown",
      "These are corrected rows of a list that is not in this workspace. Upload the whole list instead.",
      {},
      422,
    );
  const { table, fileName } = { table: base.inspection.file.table, fileName: base.upload.fileName };
  if (!existsSync(table.path))
    throw new Problem(
      "correction.no-list",
      `The kept copy of ${fileName}, which these rows correct, is gone. Upload the whole list instead.`,
      { file: fileName },
      422,
    );
  const rows = readCorrectedRows(inspected.table, header);
  const merger = new Merger(base.inspection.proposal, header, rows);
  const target = path.join(workDir, "merged.csv");
  // A line `sep=;` before the table counts as a line there, and here.
  const separator = table.numbering === "line" && table.skipBytes > 3 ? "sep=," : null;
  await writeCsv(target, merger.records(table, separator), { byteOrderMark: false, safe: false });
  const merged: TableText = {
    path: target,
    encoding: "utf-8",
    delimiter: ",",
    skipBytes: separator === null ? 0 : separator.length + 2,
    numbering: table.numbering,
  };
  return {
    file: {
      ...inspected,
      format: "csv",
      table: merged,
      sheet: null,
      sheets: [],
      sample: firstOf(merged),
      oddRecords: [],
    },
    settings: readLike(base, settings),
    correction: { importId: base.id, fileName, ...merger.counts() },
  };
}

/** Everything that was said about how the list is read holds for its correction; how the workbook is opened is its own. */
function readLike({ settings, inspection }: ImportRecord, own: ImportSettings): ImportSettings {
  const { mapping, headerRecord } = inspection!.proposal;
  return {
    ...defaultSettings(),
    ...settings,
    sheet: own.sheet,
    encoding: own.encoding,
    delimiter: own.delimiter,
    header: headerRecord ?? "none",
    mapping: mapping as Record<string, number>,
    readAs: null,
    useMemory: false,
  };
}

interface CorrectedRow {
  /** Of the list; null for a row that was added. */
  readonly line: number | null;
  readonly cells: readonly string[];
}

function readCorrectedRows(table: TableText, header: CorrectionHeader): CorrectedRow[] {
  const rows: CorrectedRow[] = [];
  const seen = new Set<number>();
  for (const batch of readRecords(table)) {
    for (const [i, record] of batch.cells.entries()) {
      if (batch.firstRecord + i <= header.record) continue;
      const lineText = (record[header.lineColumn] ?? "").replace(/[\s.,\u00a0]/g, "");
      if (record.every((cell) => cell.trim() === "")) continue;
      const line = /^\d{1,10}$/.test(lineText) && !seen.has(Number(lineText)) ? Number(lineText) : null;
      if (line !== null) seen.add(line);
      rows.push({ line, cells: record.map(asTyped) });
      if (rows.length > MAX_ROWS)
        throw new Problem(
          "correction.too-many",
          `The workbook has more than ${MAX_ROWS.toLocaleString("en-US")} corrected rows. Correct the list itself and upload it whole.`,
          { limit: MAX_ROWS },
          422,
        );
    }
  }
  return rows;
}

/** A cell as it was before the workbook made it one that starts no formula. */
const asTyped = (cell: string): string =>
  cell.startsWith("'") && safeCell(cell.slice(1)) === cell ? cell.slice(1) : cell;

class Merger {
  private readonly places: readonly (number | null)[];
  private readonly personal: ReadonlySet<number>;
  private readonly byLine = new Map<number, readonly string[]>();
  private readonly added: (readonly string[])[] = [];
  private replaced = 0;
  private rows = 0;

  constructor(
    private readonly proposal: MappingProposal,
    header: CorrectionHeader,
    corrected: readonly CorrectedRow[],
  ) {
    this.places = columnsInCorrection(proposal.columns, header);
    this.personal = new Set(personalCells(proposal).columns);
    for (const { line, cells } of corrected) {
      if (line === null) this.added.push(cells);
      else this.byLine.set(line, cells);
    }
  }

  /** Of the records; valid once they were all taken. */
  counts(): Pick<CorrectionOf, "replaced" | "added" | "rows"> {
    return { replaced: this.replaced, added: this.added.length + this.byLine.size, rows: this.rows };
  }

  *records(table: TableText, separator: string | null): Generator<readonly string[]> {
    if (separator !== null) yield ["sep=", ""];
    for (const batch of readRecords(table)) {
      for (const [i, record] of batch.cells.entries()) {
        const isData = batch.firstRecord + i >= this.proposal.firstDataRecord;
        const corrected = isData ? this.byLine.get(batch.lines[i]!) : undefined;
        if (isData) this.rows++;
        if (corrected === undefined) yield record;
        else {
          this.byLine.delete(batch.lines[i]!);
          this.replaced++;
          yield this.row(corrected, record);
        }
      }
    }
    // A line that the list does not have was typed by hand: the row is one more.
    for (const cells of [...this.byLine.values(), ...this.added]) {
      this.rows++;
      yield this.row(cells, []);
    }
  }

  /** Columns of persons, and columns the workbook no longer has, stay as the list has them. */
  private row(corrected: readonly string[], before: readonly string[]): string[] {
    const { columns } = this.proposal;
    const fits = before.length === columns.length;
    return columns.map(({ index }, i) => {
      const place = this.places[i] ?? null;
      if (place === null || this.personal.has(index)) return fits ? before[index]! : "";
      return corrected[place] ?? "";
    });
  }
}

function firstOf(table: TableText): string[][] {
  const sample: string[][] = [];
  for (const batch of readRecords(table)) {
    sample.push(...batch.cells.slice(0, SAMPLE_RECORDS - sample.length));
    if (sample.length >= SAMPLE_RECORDS) break;
  }
  return sample;
}
