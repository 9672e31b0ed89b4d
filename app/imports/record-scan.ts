/**
 * One pass over a whole record: which cells need no repair, and a 64-bit hash of all of them. The cells are written as UTF-8 into
 * one array and looked at there, since looking at the characters of many small strings one by one is what costs most in a check.
 */
import { Hash64 } from "./hash";
import { endsTidy, SEPARATOR, type SeenRecords } from "./seen-records";

const JOINT = String.fromCharCode(SEPARATOR);
const SEED = 17;
const SLOW_SEED = 19;

export class RecordScan {
  /** Unsigned halves of the hash of the record, valid after `hash()`. */
  hi = 0;
  lo = 0;
  /** 1 for each cell of which is known that `isTidy` is true or that it is empty; 0 where the cell itself must be looked at. */
  tidy: Uint8Array;
  /** Where each cell starts in the bytes; the next cell starts one separator behind its end. */
  private starts: Uint32Array;
  private readonly encoder = new TextEncoder();
  private readonly hash64 = new Hash64();
  /** Own memory, for records that no reader described. */
  private ownBytes = new Uint8Array(4096);
  private ownWords = new Uint32Array(this.ownBytes.buffer);
  private ownStarts: Uint32Array;
  /** Where the record stands: in own memory, or in the reader's. */
  bytes: Uint8Array = this.ownBytes;
  private words: Uint32Array = this.ownWords;
  private base = 0;
  /** Place of the first cell in `starts`. */
  private first = 0;
  /** Bytes of the record: its cells as UTF-8 with one separator between two. */
  private length = 0;
  private cells: readonly string[] = [];
  /** The bytes tell the record from every other: no cell holds the separator or may hold half a surrogate pair. */
  private faithful = false;
  private isAsRead = false;

  constructor(width: number) {
    this.tidy = new Uint8Array(width);
    this.starts = this.ownStarts = new Uint32Array(width + 1);
  }

  /**
   * Takes the next record.
   * @param seen, record what its reader saw of it: record number `record` there.
   */
  read(cells: readonly string[], seen: SeenRecords | null = null, record = 0): void {
    if (cells.length > this.tidy.length) {
      this.tidy = new Uint8Array(cells.length);
      this.ownStarts = new Uint32Array(cells.length + 1);
    }
    this.cells = cells;
    this.isAsRead = true;
    if (seen !== null && seen.first[record]! >= 0) this.take(seen, seen.first[record]!);
    else this.look();
  }

  private take(seen: SeenRecords, first: number): void {
    const { tidy, starts } = seen;
    const count = this.cells.length;
    for (let c = 0; c < count; c++) this.tidy[c] = tidy[first + c]!;
    this.bytes = seen.bytes;
    this.words = seen.words;
    this.starts = starts;
    this.first = first;
    this.base = starts[first]!;
    this.length = starts[first + count]! - 1 - this.base;
    this.faithful = true;
  }

  private look(): void {
    const joined = this.cells.join(JOINT);
    if (joined.length * 3 + 4 > this.ownBytes.length) {
      this.ownBytes = new Uint8Array(2 ** Math.ceil(Math.log2(joined.length * 3 + 4)));
      this.ownWords = new Uint32Array(this.ownBytes.buffer);
    }
    this.bytes = this.ownBytes;
    this.words = this.ownWords;
    this.starts = this.ownStarts;
    this.first = this.base = 0;
    const length = (this.length = this.encoder.encodeInto(joined, this.bytes).written);
    const { bytes, tidy, starts } = this;
    // A last separator ends the last cell; it is overwritten before the bytes are hashed.
    bytes[length] = SEPARATOR;
    const count = this.cells.length;
    let cell = 0;
    let start = 0;
    let good = true;
    let faithful = true;
    for (let i = 0; i <= length; i++) {
      const byte = bytes[i]!;
      if (byte > 32 && byte < 127) continue;
      if (byte === 32) {
        if (bytes[i + 1]! <= 32) good = false;
      } else if (byte === SEPARATOR) {
        if (cell < count) tidy[cell] = good && (i === start || endsTidy(bytes, start, i)) ? 1 : 0;
        cell++;
        start = i + 1;
        starts[cell] = start;
        good = true;
      } else {
        good = false;
        // Half a surrogate pair is written as U+FFFD, EF BF BD.
        if (byte === 0xef) faithful = false;
      }
    }
    bytes[length] = bytes[length + 1] = bytes[length + 2] = 0;
    this.faithful = faithful && cell === count;
    if (cell !== count) this.forgetTidy();
  }

  /** Where a cell starts in `bytes`; it ends one before the next one starts. */
  startOf(cell: number): number {
    return this.starts[this.first + cell]!;
  }

  /** The cells in use are no longer those that were read. */
  forgetTidy(): void {
    this.tidy.fill(0);
    this.isAsRead = false;
  }

  /**
   * Adds cells of the record last read to `into`: equal ones give equal hashes. Answers false where the cells in use are not
   * those that were read, or may look alike in bytes without being equal.
   */
  cellsInto(columns: Int32Array, into: Hash64): boolean {
    if (!this.isAsRead || !this.faithful) return false;
    const count = this.cells.length;
    for (let i = 0; i < columns.length; i++) {
      const column = columns[i]!;
      if (column >= count) return false;
      const at = this.first + column;
      into.byteRange(this.bytes, this.starts[at]!, this.starts[at + 1]! - 1);
    }
    return true;
  }

  /**
   * Adds a cell of the record last read to `into`, as `text(distinctNameKey(cell))` would, without building that key. Answers
   * false, having added nothing, where the cell itself must be looked at.
   */
  caseFolded(cell: number, into: Hash64): boolean {
    if (this.tidy[cell] !== 1) return false;
    const at = this.first + cell;
    into.caseFoldedBytes(this.bytes, this.starts[at]!, this.starts[at + 1]! - 1);
    return true;
  }

  /** Computes the hash of the record last read: equal cells give equal hashes, others differ but for a chance of 1 in 2⁶⁴. */
  hash(): void {
    const { hash64, length } = this;
    if (this.faithful) {
      hash64.start(SEED);
      hash64.bytes(this.words, length, this.base >>> 2);
    } else {
      hash64.start(SLOW_SEED);
      for (let c = 0; c < this.cells.length; c++) hash64.text(this.cells[c]!);
    }
    hash64.end();
    this.hi = hash64.hi;
    this.lo = hash64.lo;
  }
}
