import { closeSync, openSync, writeSync } from "node:fs";
import type { Readable } from "node:stream";
import { quoted } from "../csv-writer.server";
import { cellTooLong, tooManyColumns, tooManyRecords } from "../limits";
import type { FileLimits } from "../types";
import { columnOf } from "./cell-reference";
import { GENERAL, shownNumber } from "./number-format";
import type { NumberKind } from "./number-format";
import { parseSheet } from "./parse-xml.server";
import type { SharedStrings } from "./shared-strings.server";
import type { SheetAttributes, SheetHandlers } from "./sheet-xml";
import { cellTextFromXml } from "./xml-text";

export interface SheetStatistics {
  /** Rows and columns that hold something. */
  readonly rows: number;
  readonly columns: number;
  /** Rows with two cells or more, and the number of cells that most of them have. */
  readonly recordRows: number;
  readonly usualCells: number;
}

export interface SheetReading {
  readonly strings: SharedStrings;
  readonly kinds: readonly NumberKind[];
  readonly date1904: boolean;
  readonly limits: FileLimits;
  /** Called with the bytes of XML read, a piece at a time; may throw to stop. */
  onPiece(bytes: number): void;
}

const PIECE = 1 << 18;

/**
 * Reads a sheet, and writes it to `csvPath` as UTF-8 CSV with one record for each row of the sheet: rows that are missing
 * or empty become empty lines, so that a record's index + 1 is the number of its row. Nothing is written behind the last
 * row that holds something. `csvPath` null: only count. Of a formula only the value that the file holds is taken.
 */
export async function sheetToCsv(
  stream: Readable,
  csvPath: string | null,
  reading: SheetReading,
): Promise<SheetStatistics> {
  const sheet = new SheetRows(csvPath, reading);
  try {
    await parseSheet(stream, sheet, reading.onPiece);
    sheet.flush();
    return sheet.statistics();
  } finally {
    sheet.end();
  }
}

class SheetRows implements SheetHandlers {
  private readonly fd: number | null;
  private waiting = "";
  /** The row being read: 1-based number, cells by column. */
  private row = 0;
  private cells: string[] = [];
  private filled = 0;
  /** Rows written, empty ones included. */
  private written = 0;
  private column = -1;
  private type = "";
  private kind: NumberKind = GENERAL;
  private value = "";
  collecting = false;
  private phonetic = 0;
  finished = false;
  private rowsFilled = 0;
  private recordRows = 0;
  private readonly columnFilled: boolean[] = [];
  private readonly widths = new Map<number, number>();

  constructor(
    csvPath: string | null,
    private readonly reading: SheetReading,
  ) {
    this.fd = csvPath === null ? null : openSync(csvPath, "w");
  }

  open(name: string, attributes: Readonly<SheetAttributes>): void {
    switch (name) {
      case "c": {
        const reference = attributes.r;
        this.column = reference === undefined ? this.column + 1 : columnOf(reference);
        this.type = attributes.t ?? "n";
        const style = attributes.s;
        this.kind = style === undefined ? GENERAL : (this.reading.kinds[Number(style)] ?? GENERAL);
        this.value = "";
        return;
      }
      case "v":
        this.collecting = true;
        return;
      case "t":
        this.collecting = this.phonetic === 0;
        return;
      case "rPh":
        this.phonetic++;
        return;
      case "row": {
        // Rows stand in order; a number that goes back would tear the numbering apart.
        const number = Number(attributes.r);
        this.row = number > this.row ? number : this.row + 1;
        this.column = -1;
        return;
      }
    }
  }

  close(name: string): void {
    switch (name) {
      case "c":
        if (this.value !== "") this.cell();
        return;
      case "v":
      case "t":
        this.collecting = false;
        return;
      case "rPh":
        this.phonetic--;
        return;
      case "row":
        this.endRow();
        return;
      case "sheetData":
        this.finished = true;
    }
  }

  end(): void {
    if (this.fd !== null) closeSync(this.fd);
  }

  text(text: string): void {
    this.value += text;
    const { maxCellLength } = this.reading.limits;
    // Escapes make a text shorter, never sixteen times.
    if (this.value.length > 16 * maxCellLength) {
      throw cellTooLong(maxCellLength, this.value.length, this.row, this.column + 1, "row");
    }
  }

  private cell(): void {
    const text = this.cellText();
    if (text === "") return;
    const { limits } = this.reading;
    if (this.column < 0) this.column = 0;
    if (this.column >= limits.maxColumns) throw tooManyColumns(limits.maxColumns, this.column + 1, this.row, "row");
    if (text.length > limits.maxCellLength) {
      throw cellTooLong(limits.maxCellLength, text.length, this.row, this.column + 1, "row");
    }
    while (this.cells.length <= this.column) this.cells.push("");
    this.cells[this.column] = text;
    this.filled++;
    this.columnFilled[this.column] = true;
  }

  private cellText(): string {
    switch (this.type) {
      case "s":
        return this.reading.strings.get(Number(this.value));
      case "inlineStr":
      case "str":
        return cellTextFromXml(this.value);
      case "b":
        return this.value.trim() === "1" || this.value.trim() === "true" ? "TRUE" : "FALSE";
      case "e":
        return this.value;
      case "d":
        return this.value.replace(/T00:00:00(?:\.0+)?Z?$/, "").replace(/\.\d+Z?$|Z$/, "");
      default:
        return shownNumber(this.value, this.kind, this.reading.date1904);
    }
  }

  private endRow(): void {
    if (this.filled === 0) return;
    this.rowsFilled++;
    if (this.filled > 1) {
      this.recordRows++;
      this.widths.set(this.filled, (this.widths.get(this.filled) ?? 0) + 1);
    }
    if (this.fd !== null) {
      const { maxRecords } = this.reading.limits;
      if (this.row > maxRecords) throw tooManyRecords(maxRecords, this.row, "row");
      for (; this.written < this.row - 1; this.written++) {
        this.waiting += "\n";
        if (this.waiting.length >= PIECE) this.flush();
      }
      for (let c = 0; c < this.cells.length; c++) {
        if (c > 0) this.waiting += ",";
        this.waiting += quoted(this.cells[c]!, ",");
      }
      this.waiting += "\n";
      this.written = this.row;
      if (this.waiting.length >= PIECE) this.flush();
    }
    this.cells.length = 0;
    this.filled = 0;
  }

  flush(): void {
    if (this.fd === null || this.waiting === "") return;
    const bytes = Buffer.from(this.waiting, "utf8");
    for (let at = 0; at < bytes.length;) at += writeSync(this.fd, bytes, at);
    this.waiting = "";
  }

  statistics(): SheetStatistics {
    let usualCells = this.rowsFilled > 0 ? 1 : 0;
    let times = 0;
    for (const [cells, rows] of this.widths) {
      if (rows > times || (rows === times && cells > usualCells)) {
        usualCells = cells;
        times = rows;
      }
    }
    return {
      rows: this.rowsFilled,
      columns: this.columnFilled.filter(Boolean).length,
      recordRows: this.recordRows,
      usualCells,
    };
  }
}
