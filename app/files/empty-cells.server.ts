import { Buffer } from "node:buffer";
import { closeSync, fsyncSync, openSync, readSync, rmSync, writeSync } from "node:fs";
import { DEFAULT_LIMITS } from "./limits";
import { scanRecord } from "./scan-record";
import { cellDecoder, unitBytes, viewOf } from "./text-view.server";
import type { Encoding, TableText } from "./types";

/** Which cells of a table are emptied. Columns are 0-based. */
export interface CellsToEmpty {
  /** Records before this one (titles, header) stay as they are. */
  readonly firstDataRecord: number;
  /** Columns the table has; a record with more or fewer cells is looked at more closely. */
  readonly width: number;
  readonly columns: readonly number[];
  /**
   * A column of which only some cells are emptied: those of which `test` is true, given the decoded cell. They get stars
   * in place of blanks, so that it still can be told that something stood there.
   */
  readonly some: { readonly column: number; readonly test: (cell: string) => boolean } | null;
  /** In a record with more or fewer cells than `width`: is this decoded cell one that must not stay, wherever it stands? */
  readonly anywhere: (cell: string) => boolean;
}

export interface Emptied {
  readonly records: number;
  /** Cells that held something and hold blanks now. */
  readonly cells: number;
}

const LF = 10;
const CR = 13;
const BLANK = 32;
const STAR = 42;
const PIECE = 1 << 20;

/**
 * Copies a table to `target` with some cells emptied: each of their characters becomes a blank, quotation marks and line
 * breaks stay. So every record keeps its line, its offset and its length in bytes, and whatever pointed into the file
 * still points to the same record. Streams; memory does not grow with the file. The file is synced, not renamed.
 *
 * A record whose other cells would read differently afterwards (a quotation mark without its partner can do that) is
 * emptied whole.
 *
 * @returns null, with nothing written, when a record passes the limits of what is read.
 */
export function emptyCells(table: TableText, target: string, what: CellsToEmpty): Emptied | null {
  const from = openSync(table.path, "r");
  const to = openSync(target, "w", 0o600);
  let emptied: Emptied | null = null;
  try {
    emptied = new CellEmptier(from, to, table, what).run();
    fsyncSync(to);
  } finally {
    closeSync(from);
    closeSync(to);
    if (emptied === null) rmSync(target, { force: true });
  }
  return emptied;
}

class CellEmptier {
  private readonly unit: 1 | 2;
  private readonly decode: ((cell: string) => string) | null;
  private readonly wanted: ReadonlySet<number>;
  private bytes = Buffer.allocUnsafe(2 * PIECE);
  private size = 0;
  private view = "";
  private position = 0;
  private records = 0;
  private cells = 0;
  /** Begin and end of each cell of the record in hand. */
  private readonly places: number[] = [];
  private nextQuote = -1;
  private nextReturn = -1;

  constructor(
    private readonly from: number,
    private readonly to: number,
    private readonly table: TableText,
    private readonly what: CellsToEmpty,
  ) {
    this.unit = unitBytes(table.encoding);
    this.decode = cellDecoder(table.encoding);
    this.wanted = new Set(what.columns);
  }

  run(): Emptied | null {
    const { skipBytes } = this.table;
    const head = Buffer.alloc(skipBytes);
    this.put(head.subarray(0, readSync(this.from, head, 0, skipBytes, 0)));
    for (let offset = skipBytes, final = false; !final;) {
      const want = Math.max(PIECE, this.size);
      if (this.size + want > this.bytes.length) {
        const larger = Buffer.allocUnsafe((this.size + want) * 2);
        this.bytes.copy(larger, 0, 0, this.size);
        this.bytes = larger;
      }
      const got = readSync(this.from, this.bytes, this.size, want, offset);
      offset += got;
      this.size += got;
      final = got === 0;
      if (!this.takePiece(final)) return null;
    }
    return { records: this.records, cells: this.cells };
  }

  /** Empties and writes the complete records of the piece; false when a record passes a limit. */
  private takePiece(final: boolean): boolean {
    this.view = viewOf(this.bytes, this.size, this.table.encoding);
    this.position = 0;
    this.nextQuote = this.nextReturn = -2;
    while (this.position < this.view.length) {
      const end = this.plainRecord() ?? this.carefulRecord(final);
      if (end === "more") break;
      if (end === "too-large") return false;
      this.position = end;
      this.records++;
    }
    // An odd last byte of UTF-16 is no character; it goes over as it is.
    const used = final ? this.size : this.position * this.unit;
    this.put(this.bytes.subarray(0, used));
    this.bytes.copyWithin(0, used, this.size);
    this.size -= used;
    return true;
  }

  /** The end of a record without quotation marks and odd line ends, its cells emptied; null when it is not one. */
  private plainRecord(): number | null {
    const { view, position } = this;
    const lineEnd = view.indexOf("\n", position);
    if (lineEnd === -1) return null;
    if (this.nextQuote !== -1 && this.nextQuote < position) this.nextQuote = view.indexOf('"', position);
    if (this.nextQuote !== -1 && this.nextQuote < lineEnd) return null;
    if (this.nextReturn !== -1 && this.nextReturn < position) this.nextReturn = view.indexOf("\r", position);
    if (this.nextReturn !== -1 && this.nextReturn < lineEnd - 1) return null;
    if (lineEnd - position > DEFAULT_LIMITS.maxCellLength) return null;
    if (this.records < this.what.firstDataRecord) return lineEnd + 1;
    const { places } = this;
    const last = this.nextReturn === lineEnd - 1 ? lineEnd - 1 : lineEnd;
    places.length = 0;
    for (let at = position; ;) {
      const delimiter = view.indexOf(this.table.delimiter, at);
      if (delimiter === -1 || delimiter >= last) {
        places.push(at, last);
        break;
      }
      places.push(at, delimiter);
      at = delimiter + 1;
    }
    this.emptyPlaces();
    return lineEnd + 1;
  }

  private carefulRecord(final: boolean): number | "more" | "too-large" {
    const { view, position, places, table } = this;
    const { maxCellLength, maxColumns } = DEFAULT_LIMITS;
    places.length = 0;
    const found = scanRecord(view, position, table.delimiter, final, maxCellLength, maxColumns, places);
    if (found.kind === "more") return "more";
    if (found.kind !== "record") return "too-large";
    if (this.records < this.what.firstDataRecord) return found.end;
    const emptied = this.emptyPlaces();
    if (emptied.size > 0 && !this.readsTheSame(found.cells, emptied, found.end)) this.blank(position, found.end);
    return found.end;
  }

  /** Empties the cells in `places` that must not stay. */
  private emptyPlaces(): ReadonlySet<number> {
    const { places, what } = this;
    const count = places.length / 2;
    const emptied = new Set<number>();
    const starred = new Set<number>();
    const surplus = count > what.width && this.hasSurplus(count) ? count - what.width : 0;
    for (const column of this.wanted)
      for (let cell = column; cell <= Math.min(column + surplus, count - 1); cell++) emptied.add(cell);
    if (what.some !== null) {
      const { column, test } = what.some;
      for (let cell = column; cell <= Math.min(column + surplus, count - 1); cell++)
        if (test(this.textOf(cell))) {
          emptied.add(cell);
          starred.add(cell);
        }
    }
    if (count < what.width || surplus > 0)
      for (let cell = 0; cell < count; cell++) if (what.anywhere(this.textOf(cell))) emptied.add(cell);
    for (const cell of emptied)
      if (this.blank(places[2 * cell]!, places[2 * cell + 1]!, starred.has(cell) ? STAR : BLANK)) this.cells++;
    return emptied;
  }

  /** Cells behind the last column that hold something: the record is torn, and its cells may have moved to the right. */
  private hasSurplus(count: number): boolean {
    for (let cell = this.what.width; cell < count; cell++)
      if (this.view.slice(this.places[2 * cell], this.places[2 * cell + 1]).trim() !== "") return true;
    return false;
  }

  private textOf(cell: number): string {
    const text = this.view.slice(this.places[2 * cell], this.places[2 * cell + 1]);
    return this.decode === null ? text : this.decode(text);
  }

  /** Puts `sign` in the place of every character but line breaks; false when there was nothing but blanks. */
  private blank(from: number, to: number, sign = BLANK): boolean {
    let changed = false;
    for (let at = from; at < to; at++) {
      const code = this.view.charCodeAt(at);
      if (code === BLANK || code === LF || code === CR) continue;
      changed = true;
      if (this.unit === 1) this.bytes[at] = sign;
      else this.bytes.writeUInt16LE(this.table.encoding === "utf-16be" ? sign << 8 : sign, at * 2);
    }
    return changed;
  }

  private readsTheSame(before: readonly string[], emptied: ReadonlySet<number>, end: number): boolean {
    const bytes = this.bytes.subarray(this.position * this.unit, end * this.unit);
    const after = scanOf(bytes, this.table.encoding, this.table.delimiter);
    return (
      after?.length === before.length &&
      after.every((cell, i) => (emptied.has(i) ? /^[\s*]*$/.test(cell) : cell === before[i]))
    );
  }

  private put(some: Buffer): void {
    for (let at = 0; at < some.length;) at += writeSync(this.to, some, at);
  }
}

/** The cells of one record as its bytes are read by themselves, not decoded; null when they are no record. */
function scanOf(bytes: Buffer, encoding: Encoding, delimiter: string): string[] | null {
  const limit = Number.MAX_SAFE_INTEGER / 4;
  const scan = scanRecord(viewOf(bytes, bytes.length, encoding), 0, delimiter, true, limit, Number.MAX_SAFE_INTEGER);
  return scan.kind === "record" ? scan.cells : null;
}
