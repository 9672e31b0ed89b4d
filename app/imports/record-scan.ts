/**
 * One pass over a whole record: which cells need no repair, and a 64-bit hash of all of them. The cells are written as UTF-8 into
 * one array and looked at there, since looking at the characters of many small strings one by one is what costs most in a check.
 */
import { mayBeEmptyWord } from "./cells";
import { Hash64 } from "./hash";

const SEPARATOR = 1;
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
  /** The record: its cells as UTF-8 with one separator between two, and one behind the last. */
  bytes = new Uint8Array(4096);
  private words = new Uint32Array(this.bytes.buffer);
  private length = 0;
  private cells: readonly string[] = [];
  /** The bytes tell the record from every other: no cell holds the separator or may hold half a surrogate pair. */
  private faithful = false;

  constructor(width: number) {
    this.tidy = new Uint8Array(width);
    this.starts = new Uint32Array(width + 1);
  }

  /** Takes the next record. */
  read(cells: readonly string[]): void {
    const joined = cells.join(JOINT);
    if (joined.length * 3 + 4 > this.bytes.length) {
      this.bytes = new Uint8Array(2 ** Math.ceil(Math.log2(joined.length * 3 + 4)));
      this.words = new Uint32Array(this.bytes.buffer);
    }
    if (cells.length > this.tidy.length) {
      this.tidy = new Uint8Array(cells.length);
      this.starts = new Uint32Array(cells.length + 1);
    }
    this.cells = cells;
    this.length = this.encoder.encodeInto(joined, this.bytes).written;
    this.look();
  }

  /** Where a cell starts in `bytes`; it ends one before the next one starts. */
  startOf(cell: number): number {
    return this.starts[cell]!;
  }

  /** The cells in use are no longer those that were read. */
  forgetTidy(): void {
    this.tidy.fill(0);
  }

  private look(): void {
    const { bytes, length, tidy, starts } = this;
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
    this.faithful = faithful && cell === count;
    if (cell !== count) this.forgetTidy();
  }

  /**
   * Adds a cell of the record last read to `into`, as `text(distinctNameKey(cell))` would, without building that key. Answers
   * false, having added nothing, where the cell itself must be looked at.
   */
  caseFolded(cell: number, into: Hash64): boolean {
    if (this.tidy[cell] !== 1) return false;
    into.caseFoldedBytes(this.bytes, this.starts[cell]!, this.starts[cell + 1]! - 1);
    return true;
  }

  /** Computes the hash of the record last read: equal cells give equal hashes, others differ but for a chance of 1 in 2⁶⁴. */
  hash(): void {
    const { hash64, bytes, length } = this;
    if (this.faithful) {
      bytes[length] = bytes[length + 1] = bytes[length + 2] = 0;
      hash64.start(SEED);
      hash64.bytes(this.words, length);
    } else {
      hash64.start(SLOW_SEED);
      for (let c = 0; c < this.cells.length; c++) hash64.text(this.cells[c]!);
    }
    hash64.end();
    this.hi = hash64.hi;
    this.lo = hash64.lo;
  }
}

/** A cell of plain characters: no stray mark at either end, no word for nothing. */
function endsTidy(bytes: Uint8Array, start: number, end: number): boolean {
  const first = bytes[start]!;
  if (first <= 35 && (first === 32 || first === 34 || first === 35)) return false;
  const last = bytes[end - 1]!;
  if (last === 44 || last === 59 || last === 34) return false;
  return !mayBeEmptyWord(first, end - start > 1 ? bytes[start + 1]! : 0, end - start);
}
