import { Buffer } from "node:buffer";
import { closeSync, fstatSync, openSync, readSync } from "node:fs";
import Papa from "papaparse";
import { cellTooLong, tooManyColumns, tooManyRecords, withDefaults } from "./limits";
import { RegularRecords } from "./regular-records.server";
import { countLineBreaks, hasLoneCarriageReturn, scanRecord } from "./scan-record";
import { cellDecoder, decodeCells, unitBytes, viewOf } from "./text-view.server";
import type { FileLimits, RecordBatch, TableText } from "./types";

/** Larger ones make larger texts, which the engine gives memory of their own to and takes it back for each. */
const CHUNK_BYTES = 1 << 15;

export interface ReadOptions {
  /** Byte offset of the first record to read: the table's own start, or the offset of a record read before. */
  readonly startOffset?: number;
  /** Index of the record at `startOffset` (default 0) and the line or row it starts at (default: counted at the table's start, else 1). */
  readonly startRecord?: number;
  readonly startLine?: number;
  /** Read only records that start before this byte offset (default: all to the end of the file). */
  readonly endOffset?: number;
  /** Bytes read at a time (default 32 KiB, which measured best). It never changes what is read. */
  readonly chunkBytes?: number;
  readonly limits?: Partial<FileLimits>;
}

const LF = 10;
const CR = 13;
const QUOTE = 34;

/**
 * Reads the records of a table in batches, one for each piece of the file (256 KiB unless told otherwise). Cells are as in
 * the file: not trimmed, no padding of short records; a blank line is a record with one empty cell. Offsets and lengths
 * are in bytes and exact in every encoding; a length includes the line end. The number arrays of a batch are used again
 * for the next one. A cell is often a slice of the text of its whole piece: whoever keeps cells for long should keep copies.
 *
 * @throws Problem `file.too-many-records`, `file.too-many-columns`, `file.cell-too-long`, each naming the place.
 */
export function* readRecords(table: TableText, options: ReadOptions = {}): Generator<RecordBatch> {
  const fd = openSync(table.path, "r");
  try {
    yield* new TableReader(fd, table, options).batches();
  } finally {
    closeSync(fd);
  }
}

/** The cells of the one record that starts at `offset` and is `length` bytes long, as `readRecords` gave them. */
export function readRecordAt(table: TableText, offset: number, length: number): string[] {
  const fd = openSync(table.path, "r");
  try {
    return readRecordFrom(fd, table, offset, length);
  } finally {
    closeSync(fd);
  }
}

function readRecordFrom(fd: number, table: TableText, offset: number, length: number): string[] {
  const bytes = Buffer.allocUnsafe(length);
  let have = 0;
  while (have < length) {
    const got = readSync(fd, bytes, have, length - have, offset + have);
    if (got === 0) break;
    have += got;
  }
  const text = viewOf(bytes, have, table.encoding);
  if (text === "") return [""];
  const scan = scanRecord(text, 0, table.delimiter, true, Number.MAX_SAFE_INTEGER / 4, Number.MAX_SAFE_INTEGER);
  if (scan.kind !== "record") return [""];
  const decode = cellDecoder(table.encoding);
  if (decode) decodeCells(scan.cells, decode);
  return scan.cells;
}

class TableReader {
  private readonly limits: FileLimits;
  private readonly unit: 1 | 2;
  private readonly chunk: number;
  private readonly decode: ((cell: string) => string) | null;
  /** The batch that is being filled. */
  private cells: string[][] = [];
  private lines = new Uint32Array(1024);
  private offsets = new Float64Array(1024);
  private lengths = new Uint32Array(1024);
  private firsts = new Int32Array(1024);
  private count = 0;
  /** The piece that is being read: its bytes from `base` in the file, and where the next record starts. */
  private bytes: Buffer;
  private base = 0;
  private size = 0;
  private position = 0;
  private line = 1;
  private record = 0;
  private readonly endOffset: number;
  /** A record that starts at or after `endOffset` was met. */
  private done = false;
  /** Null for UTF-16. */
  private readonly regular: RegularRecords | null;

  constructor(
    private readonly fd: number,
    private readonly table: TableText,
    private readonly options: ReadOptions,
  ) {
    this.limits = withDefaults(options.limits);
    this.unit = unitBytes(table.encoding);
    this.chunk = Math.max(this.unit, Math.floor(options.chunkBytes ?? CHUNK_BYTES));
    this.decode = cellDecoder(table.encoding);
    this.endOffset = options.endOffset ?? Infinity;
    this.bytes = Buffer.allocUnsafe(this.chunk * 2);
    this.regular =
      this.unit === 1 ? new RegularRecords(table.encoding, table.delimiter, this.limits.maxCellLength) : null;
  }

  *batches(): Generator<RecordBatch> {
    const fileSize = fstatSync(this.fd).size;
    const start = this.options.startOffset ?? this.table.skipBytes;
    this.base = start;
    this.record = this.options.startRecord ?? 0;
    this.line = this.options.startLine ?? (start === this.table.skipBytes ? 1 + this.skippedLines() : 1);
    for (let final = false; !final && !this.done && this.base < this.endOffset;) {
      const before = this.endOffset - (this.base + this.size);
      // What lies behind the end is read only to complete a record that starts before it.
      const most = Math.max(this.chunk, this.size);
      const want = before > 0 ? Math.min(most, before) : most;
      if (this.size + want > this.bytes.length) {
        const larger = Buffer.allocUnsafe((this.size + want) * 2);
        this.bytes.copy(larger, 0, 0, this.size);
        this.bytes = larger;
      }
      const got = readSync(this.fd, this.bytes, this.size, want, this.base + this.size);
      this.size += got;
      final = got === 0 || this.base + this.size >= fileSize;
      const firstRecord = this.record;
      this.readPiece(final);
      if (this.count > 0) {
        yield {
          cells: this.cells,
          firstRecord,
          lines: this.lines.subarray(0, this.count),
          offsets: this.offsets.subarray(0, this.count),
          lengths: this.lengths.subarray(0, this.count),
          seen: this.regular?.seen(this.firsts) ?? null,
          bytesRead: Math.min(fileSize, this.base),
          nextLine: this.line,
        };
        this.cells = [];
        this.count = 0;
      }
    }
  }

  /** Line ends before the table begins (a `sep=;` line is a line of the file). */
  private skippedLines(): number {
    if (this.table.skipBytes === 0 || this.table.numbering === "row") return 0;
    const skipped = Buffer.allocUnsafe(this.table.skipBytes);
    const got = readSync(this.fd, skipped, 0, skipped.length, 0);
    return countLineBreaks(viewOf(skipped, got, this.table.encoding));
  }

  /** Reads the complete records of the piece and moves what is left of it to the front. */
  private readPiece(final: boolean): void {
    const text = viewOf(this.bytes, this.size, this.table.encoding);
    this.position = 0;
    if (this.regular) this.readBytes(this.regular, text, final);
    else this.readText(text, final);
    const used = this.position * this.unit;
    if (used > 0) this.bytes.copyWithin(0, used, this.size);
    this.size -= used;
    this.base += used;
  }

  /** The quick way; each irregular record is read the careful way by itself. */
  private readBytes(regular: RegularRecords, text: string, final: boolean): void {
    regular.begin(this.bytes, this.size, text);
    while (this.position < text.length) {
      const start = this.position;
      if (this.base + start >= this.endOffset) {
        this.done = true;
        return;
      }
      const end = regular.read(start);
      if (end >= 0) this.add(regular.cells, start, end, regular.breaks, regular.first);
      else if (!this.scan(text, final)) return;
    }
  }

  /** UTF-16, whose units are characters: papaparse, and the careful way from where it stumbles. */
  private readText(text: string, final: boolean): void {
    const parsed = hasLoneCarriageReturn(text, final) ? "stumbled" : this.parseRegular(text, final);
    // What is left after a regular parse is one incomplete record; it is only looked at when it has grown suspiciously long.
    if (parsed === "stumbled" || (!this.done && text.length - this.position > 2 * this.limits.maxCellLength)) {
      while (this.position < text.length) {
        if (this.base + this.position * this.unit >= this.endOffset) {
          this.done = true;
          return;
        }
        if (!this.scan(text, final)) return;
      }
    }
  }

  /** papaparse, until it meets something irregular. */
  private parseRegular(text: string, final: boolean): "parsed" | "stumbled" {
    if (text === "") return "parsed";
    const maxCell = this.limits.maxCellLength;
    let stumbled = false;
    const parser = new Papa.Parser({
      delimiter: this.table.delimiter,
      newline: "\n",
      step: (result: Papa.ParseStepResult<unknown>) => {
        // One record a step; the type of the low-level parser says otherwise.
        const cells = (result.data as string[][])[0]!;
        const start = this.position;
        const end = result.meta.cursor;
        if (end === start) return; // what papaparse sees behind the last line end
        if (this.base + start * this.unit >= this.endOffset) {
          this.done = true;
          parser.abort();
          return;
        }
        if (result.errors.length > 0 || end - start > maxCell) {
          stumbled = true;
          parser.abort();
          return;
        }
        if (text.charCodeAt(end - 2) === CR) dropCarriageReturn(cells, text, start, end, this.table.delimiter);
        const firstBreak = text.indexOf("\n", start);
        const breaks = firstBreak === -1 ? 0 : firstBreak >= end - 1 ? 1 : countLineBreaks(text, start, end);
        this.add(cells, start, end, breaks, -1);
      },
    });
    parser.parse(text, 0, !final);
    return stumbled ? "stumbled" : "parsed";
  }

  /** Reads one record the careful way; false when it is not all there. */
  private scan(text: string, final: boolean): boolean {
    const { maxCellLength, maxColumns } = this.limits;
    const unit = this.table.numbering;
    const found = scanRecord(text, this.position, this.table.delimiter, final, maxCellLength, maxColumns);
    if (found.kind === "more") return false;
    if (found.kind === "cell-too-long") {
      throw cellTooLong(maxCellLength, found.length, this.line, found.column + 1, unit);
    }
    if (found.kind === "too-many-columns") throw tooManyColumns(maxColumns, found.columns, this.line, unit);
    if (this.decode !== null) decodeCells(found.cells, this.decode);
    this.add(found.cells, this.position, found.end, found.breaks, -1);
    return true;
  }

  /** @param seen see `SeenRecords.first` */
  private add(cells: string[], start: number, end: number, breaks: number, seen: number): void {
    const { maxColumns, maxRecords } = this.limits;
    if (cells.length > maxColumns) throw tooManyColumns(maxColumns, cells.length, this.line, this.table.numbering);
    if (this.record >= maxRecords) throw tooManyRecords(maxRecords, this.line, this.table.numbering);
    const i = this.count;
    if (i === this.offsets.length) this.grow();
    this.cells.push(cells);
    this.lines[i] = this.line;
    this.offsets[i] = this.base + start * this.unit;
    this.lengths[i] = (end - start) * this.unit;
    this.firsts[i] = seen;
    this.count = i + 1;
    this.position = end;
    this.line += this.table.numbering === "row" ? 1 : breaks;
    this.record++;
  }

  private grow(): void {
    const capacity = this.offsets.length * 2;
    const lines = new Uint32Array(capacity);
    const offsets = new Float64Array(capacity);
    const lengths = new Uint32Array(capacity);
    lines.set(this.lines);
    offsets.set(this.offsets);
    lengths.set(this.lengths);
    const firsts = new Int32Array(capacity);
    firsts.set(this.firsts);
    this.firsts = firsts;
    this.lines = lines;
    this.offsets = offsets;
    this.lengths = lengths;
  }
}

/**
 * papaparse splits at LF, so the CR of a CRLF stays with the last cell unless that cell was quoted. A cell that was not
 * quoted stands in the text as it is, right before the LF, behind a delimiter or the record's start.
 */
function dropCarriageReturn(cells: string[], text: string, start: number, end: number, delimiter: string): void {
  const last = cells.length - 1;
  const cell = cells[last]!;
  if (cell.charCodeAt(cell.length - 1) !== CR || text.charCodeAt(end - 1) !== LF) return;
  const from = end - 1 - cell.length;
  const unquoted = (from === start || text[from - 1] === delimiter) && text.charCodeAt(from) !== QUOTE;
  if (unquoted) cells[last] = cell.slice(0, -1);
}
