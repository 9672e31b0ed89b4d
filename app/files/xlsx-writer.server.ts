import { createWriteStream } from "node:fs";
import { rename, rm } from "node:fs/promises";
import { Readable } from "node:stream";
import type { Writable } from "node:stream";
import { finished } from "node:stream/promises";
import yazl from "yazl";
import { safeCell } from "./safe-cell";
import { columnLetters } from "./xlsx/cell-reference";
import {
  contentTypes,
  filterRange,
  packageRelations,
  sheetEnd,
  sheetStart,
  STYLE_OF,
  styles,
  uniqueSheetName,
  workbook,
  workbookRelations,
  type SheetOut,
} from "./xlsx/parts-out";
import { xmlCellText } from "./xlsx/xml-text";

/** Rows of a sheet, header included. */
export const MAX_SHEET_ROWS = 1_048_576;
/** Characters a cell of a spreadsheet can hold. */
export const MAX_CELL_CHARACTERS = 32_767;

/** Numbers become number cells, text becomes text that no program takes for a formula, null and undefined stay empty. */
export type XlsxCell = string | number | boolean | null | undefined;

export interface XlsxColumn {
  readonly header: string;
  /** In characters of the usual font (default 16). */
  readonly width?: number;
  /** How numbers of the column are shown (default: as they are). `percent`: 0.14 is shown as 14%. `day`: a text of the form 2026-03-04 becomes that day. */
  readonly format?: "general" | "integer" | "decimal" | "percent" | "day";
}

export interface SheetToWrite {
  readonly name: string;
  readonly columns: readonly XlsxColumn[];
  readonly rows: Iterable<readonly XlsxCell[]> | AsyncIterable<readonly XlsxCell[]>;
  /** Left out: its header has a filter. False: it is text to be read. */
  readonly filter?: boolean;
}

export interface WrittenSheet {
  /** The name it got: unique, at most 31 characters, without `[]:*?/\`. */
  readonly name: string;
  /** Rows under the header. */
  readonly rows: number;
  /** Name of the sheet that this one continues because that one was full; null for a first one. */
  readonly continues: string | null;
}

export interface WrittenWorkbook {
  readonly sheets: readonly WrittenSheet[];
  /** True when a table did not fit on one sheet. */
  readonly continued: boolean;
  /** Cells cut at 32,767 characters. */
  readonly cutCells: number;
}

export interface XlsxOptions {
  /** Rows of a sheet before it goes on to the next (default and at most 1,048,576). */
  readonly maxSheetRows?: number;
  /** 1 (quick) to 9 (small); default 1. */
  readonly compressionLevel?: number;
}

/** The same content gives the same bytes (zip entries carry local time, hence a local date). */
const FIXED_TIME = new Date(2020, 0, 1);
const PIECE = 1 << 16;

/**
 * Writes a workbook as a stream: memory does not grow with the rows. Every sheet has a bold, frozen header. A table that
 * is longer than a sheet goes on on a further one with the same header, and the answer says so. A path is written beside
 * its place and renamed when complete; a stream is ended.
 */
export async function writeXlsx(
  target: string | Writable,
  sheets: Iterable<SheetToWrite> | AsyncIterable<SheetToWrite>,
  options: XlsxOptions = {},
): Promise<WrittenWorkbook> {
  if (typeof target !== "string") return writeTo(target, sheets, options);
  const part = `${target}.part`;
  try {
    const written = await writeTo(createWriteStream(part, { flush: true }), sheets, options);
    await rename(part, target);
    return written;
  } catch (error) {
    await rm(part, { force: true });
    throw error;
  }
}

async function writeTo(
  stream: Writable,
  sheets: Iterable<SheetToWrite> | AsyncIterable<SheetToWrite>,
  options: XlsxOptions,
): Promise<WrittenWorkbook> {
  const zip = new yazl.ZipFile();
  const done = finished(stream);
  // A failure of the stream is thrown where it is awaited; until then nobody may see it as unhandled.
  const failure = done.then(
    () => new Error("The stream was closed before the workbook was complete."),
    (error: unknown) => error,
  );
  const broken = new Promise<never>((_, reject) => void failure.then(reject));
  broken.catch(() => undefined);
  zip.on("error", (error: Error) => stream.destroy(error));
  zip.outputStream.pipe(stream);
  try {
    const written = await addParts(zip, sheets, options, broken);
    zip.end();
    await done;
    return written;
  } catch (error) {
    stream.destroy();
    await failure;
    throw error;
  }
}

async function addParts(
  zip: yazl.ZipFile,
  sheets: Iterable<SheetToWrite> | AsyncIterable<SheetToWrite>,
  options: XlsxOptions,
  broken: Promise<never>,
): Promise<WrittenWorkbook> {
  const entry = {
    mtime: FIXED_TIME,
    mode: 0o100644,
    forceDosTimestamp: true,
    compressionLevel: options.compressionLevel ?? 1,
  };
  const maxRows = Math.max(2, Math.min(options.maxSheetRows ?? MAX_SHEET_ROWS, MAX_SHEET_ROWS));
  const add = (path: string, xml: string) => zip.addBuffer(Buffer.from(xml, "utf8"), path, entry);
  const written: WrittenSheet[] = [];
  const out: SheetOut[] = [];
  let cutCells = 0;
  add("[Content_Types].xml", contentTypes);
  add("_rels/.rels", packageRelations);
  add("xl/styles.xml", styles);
  for await (const sheet of sheets) {
    const rows = rowIterator(sheet.rows);
    let continues: string | null = null;
    try {
      for (let more = true; more;) {
        const name = uniqueSheetName(
          sheet.name,
          written.map((each) => each.name),
        );
        const part = new SheetPart(sheet.columns, rows, maxRows, sheet.filter ?? true);
        const xml = Readable.from(part.xml(), { objectMode: false, highWaterMark: PIECE });
        zip.addReadStream(xml, `xl/worksheets/sheet${written.length + 1}.xml`, entry);
        await Promise.race([finished(xml), broken]);
        written.push({ name, rows: part.rows, continues });
        out.push({ name, filter: part.filter });
        cutCells += part.cutCells;
        continues ??= name;
        more = part.full && !(await rows.ended());
      }
    } finally {
      await rows.close();
    }
  }
  if (written.length === 0) throw new Error("A workbook needs at least one sheet.");
  add("xl/workbook.xml", workbook(out));
  add("xl/_rels/workbook.xml.rels", workbookRelations(out.length));
  return { sheets: written, continued: written.some((sheet) => sheet.continues !== null), cutCells };
}

/** The XML of one sheet, taken from the rows that are left. */
class SheetPart {
  /** Rows written under the header. */
  rows = 0;
  cutCells = 0;
  /** The sheet took all the rows it can hold. */
  full = false;
  private readonly letters: readonly string[];
  private readonly styleAttributes: readonly string[];
  private readonly isDay: readonly boolean[];

  constructor(
    private readonly columns: readonly XlsxColumn[],
    private readonly source: RowIterator,
    private readonly maxRows: number,
    private readonly hasFilter: boolean,
  ) {
    this.letters = columns.map((_, i) => columnLetters(i));
    this.styleAttributes = columns.map(({ format }) => {
      const style = STYLE_OF[format ?? "general"];
      return style === 0 ? "" : ` s="${style}"`;
    });
    this.isDay = columns.map(({ format }) => format === "day");
  }

  /** The cells its filter is for, once it is written; null: it has none. */
  get filter(): readonly [string, string] | null {
    return this.hasFilter ? filterRange(this.columns.length, this.rows) : null;
  }

  async *xml(): AsyncGenerator<Buffer> {
    const header = this.columns.map((column) => column.header);
    let piece =
      sheetStart(this.columns.map((column) => column.width ?? 16)) + this.row(1, header, ` s="${STYLE_OF.header}"`);
    for (;;) {
      if (this.rows + 1 >= this.maxRows) {
        this.full = true;
        break;
      }
      const next = this.source.next();
      const cells = next instanceof Promise ? await next : next;
      if (cells === null) break;
      this.rows++;
      piece += this.row(this.rows + 1, cells, null);
      if (piece.length >= PIECE) {
        yield Buffer.from(piece, "utf8");
        piece = "";
      }
    }
    yield Buffer.from(piece + sheetEnd(this.filter), "utf8");
  }

  private row(number: number, cells: readonly XlsxCell[], headerStyle: string | null): string {
    let xml = `<row r="${number}">`;
    for (let c = 0; c < cells.length; c++) {
      const given = cells[c];
      const cell = this.isDay[c] && headerStyle === null && typeof given === "string" ? dayNumber(given) : given;
      if (cell === null || cell === undefined || cell === "") continue;
      const reference = (this.letters[c] ?? columnLetters(c)) + number;
      if (typeof cell === "string") {
        xml += `<c r="${reference}"${headerStyle ?? ""} t="inlineStr"><is>${this.text(cell)}</is></c>`;
      } else if (typeof cell === "boolean") {
        xml += `<c r="${reference}" t="b"><v>${cell ? 1 : 0}</v></c>`;
      } else if (Number.isFinite(cell)) {
        xml += `<c r="${reference}"${this.styleAttributes[c] ?? ""}><v>${cell}</v></c>`;
      }
    }
    return xml + "</row>";
  }

  private text(cell: string): string {
    let text = safeCell(cell);
    if (text.length > MAX_CELL_CHARACTERS) {
      text = text.slice(0, MAX_CELL_CHARACTERS);
      this.cutCells++;
    }
    return edgesMatter(text) ? `<t xml:space="preserve">${xmlCellText(text)}</t>` : `<t>${xmlCellText(text)}</t>`;
  }
}

const DAY = /^\d{4}-\d{2}-\d{2}$/u;
/** 1 March 1900: spreadsheet programs count the days before as if that year had been a leap year. */
const FIRST_DAY = Date.UTC(1900, 2, 1);

/** The number by which a spreadsheet knows a day; the text itself where it is none, or one before March 1900. */
function dayNumber(text: string): number | string {
  const at = DAY.test(text) ? Date.parse(text) : Number.NaN;
  return at >= FIRST_DAY ? (at - Date.UTC(1899, 11, 30)) / 86_400_000 : text;
}

/** Blanks at an end of the text, or line breaks, are kept by readers only when asked. */
function edgesMatter(text: string): boolean {
  return text.charCodeAt(0) <= 32 || text.charCodeAt(text.length - 1) <= 32 || text.includes("\n");
}

interface RowIterator {
  /** The next row, or null at the end; a promise only where the rows come asynchronously. */
  next(): readonly XlsxCell[] | null | Promise<readonly XlsxCell[] | null>;
  ended(): Promise<boolean>;
  close(): Promise<void>;
}

/** One row can be looked at ahead, to know whether a full sheet needs another. */
function rowIterator(rows: SheetToWrite["rows"]): RowIterator {
  const sync = Symbol.iterator in rows ? rows[Symbol.iterator]() : null;
  const asynchronous = sync === null ? (rows as AsyncIterable<readonly XlsxCell[]>)[Symbol.asyncIterator]() : null;
  let ahead: readonly XlsxCell[] | null | undefined;
  const pull = () => {
    if (sync) {
      const result = sync.next();
      return result.done ? null : result.value;
    }
    return asynchronous!.next().then((result) => (result.done ? null : result.value));
  };
  return {
    next() {
      if (ahead === undefined) return pull();
      const row = ahead;
      if (row !== null) ahead = undefined;
      return row;
    },
    async ended() {
      if (ahead === undefined) ahead = await pull();
      return ahead === null;
    },
    async close() {
      sync?.return?.();
      await asynchronous?.return?.();
    },
  };
}
