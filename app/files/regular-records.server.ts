/**
 * The quick reader of records in encodings of one byte a character (and UTF-8): one pass over the bytes finds the borders of the
 * cells, what the check of a row needs to know of them, and cuts them. It takes what is as RFC 4180 has it; whatever
 * is not (a quotation mark out of place, a lone carriage return) it leaves to `scanRecord`, which decides it.
 */
import { Buffer, isUtf8 } from "node:buffer";
import { endsTidy, SEPARATOR, type SeenRecords } from "../imports/seen-records";
import { cellDecoder } from "./text-view.server";
import type { Encoding } from "./types";

const LF = 10;
const CR = 13;
const SPACE = 32;
const QUOTE = 34;
/** First byte of U+FFFD, which also stands for half a surrogate pair: cells that differ may look alike. */
const DOUBTFUL = 0xef;

/** Kinds of bytes. What is visible ASCII and no delimiter is 0. */
const IS_SPACE = 1;
const IS_DELIMITER = 2;
const IS_LINE_END = 3;
const IS_CONTROL = 4;
const IS_BEYOND_ASCII = 5;

function kindsOf(delimiter: number): Uint8Array {
  const kinds = new Uint8Array(256);
  kinds.fill(IS_CONTROL, 0, 32);
  kinds[SPACE] = IS_SPACE;
  kinds[127] = IS_CONTROL;
  kinds.fill(IS_BEYOND_ASCII, 128);
  if (delimiter >= 0) {
    kinds[LF] = kinds[CR] = IS_LINE_END;
    kinds[delimiter] = IS_DELIMITER;
  }
  return kinds;
}
/** Inside quotation marks neither the delimiter nor a line end ends anything. */
const QUOTED_KINDS = kindsOf(-1);

export class RegularRecords {
  /** Of the record last read: its cells, the line breaks in it and its place in `seen.starts`, -1 when it is not described. */
  cells: string[] = [];
  breaks = 0;
  first = -1;
  private readonly kinds: Uint8Array;
  private readonly delimiter: number;
  private readonly decode: ((cell: string) => string) | null;
  private source: Buffer = Buffer.alloc(0);
  private text = "";
  private end = 0;
  /** Whether all of the piece is valid UTF-8; null while nobody asked. */
  private valid: boolean | null = null;
  private bytes = new Uint8Array(0);
  private words = new Uint32Array(0);
  private starts = new Uint32Array(4096);
  private tidy = new Uint8Array(4096);
  private filled = 0;
  private described = 0;
  /** Empty cells, as many as the last record had. */
  private blank: string[] = [""];

  constructor(
    private readonly encoding: Encoding,
    delimiter: string,
    private readonly longest: number,
  ) {
    this.delimiter = delimiter.charCodeAt(0);
    this.kinds = kindsOf(this.delimiter);
    this.decode = cellDecoder(encoding);
  }

  /** Takes a piece of `size` bytes; `text` has one character a byte. What was described of the piece before is gone. */
  begin(source: Buffer, size: number, text: string): void {
    this.source = source;
    this.text = text;
    this.end = size === 0 ? 0 : source.lastIndexOf(LF, size - 1) + 1;
    this.valid = this.encoding === "utf-8" ? null : false;
    this.filled = this.described = 0;
    // At worst records of one character: four bytes for two.
    if (this.bytes.length < size * 2 + 8) {
      this.bytes = new Uint8Array((size * 2 + 64) & ~7);
      this.words = new Uint32Array(this.bytes.buffer);
    }
  }

  seen(first: Int32Array): SeenRecords {
    const { bytes, words, starts, tidy } = this;
    return { bytes, words, starts, tidy, first };
  }

  /** Reads the record that starts at `from`: the index behind its line end, or -1 when it is irregular or not all there. */
  read(from: number): number {
    const { source, kinds, text, bytes, starts, tidy, end } = this;
    const cells = this.blank.slice();
    const first = this.described;
    const limit = starts.length - 2;
    let n = 0;
    let i = from;
    let o = this.filled;
    let breaks = 1;
    let faithful = true;
    if (i >= end) return -1;
    for (;;) {
      if (first + n >= limit) {
        this.grow();
        return this.read(from);
      }
      const start = o;
      let good = true;
      let doubled = false;
      let beyond = false;
      let begin = i;
      let stop: number;
      let byte = source[i]!;
      if (byte === QUOTE) {
        begin = ++i;
        for (;;) {
          byte = source[i++]!;
          if (byte === QUOTE) {
            if (source[i] !== QUOTE) break;
            doubled = true;
            i++;
          } else {
            const kind = QUOTED_KINDS[byte]!;
            if (kind !== 0) {
              if (kind === IS_SPACE) {
                // What a mark behind a space is, is not asked.
                if (source[i]! <= QUOTE) good = false;
              } else {
                good = false;
                if (byte === LF) {
                  breaks++;
                  if (i >= end) return -1;
                } else if (byte === CR) {
                  if (source[i] !== LF) return -1;
                } else if (kind === IS_BEYOND_ASCII) {
                  beyond = true;
                  if (byte === DOUBTFUL) faithful = false;
                } else if (byte === SEPARATOR) faithful = false;
              }
            }
          }
          bytes[o++] = byte;
        }
        stop = i - 1;
        byte = source[i]!;
        if (kinds[byte] !== IS_DELIMITER && kinds[byte] !== IS_LINE_END) return -1;
      } else {
        for (;;) {
          const kind = kinds[byte]!;
          if (kind !== 0) {
            if (kind === IS_SPACE) {
              const next = kinds[source[i + 1]!]!;
              if (next !== 0 && next !== IS_BEYOND_ASCII) good = false;
            } else if (kind <= IS_LINE_END) break;
            else {
              good = false;
              if (kind === IS_BEYOND_ASCII) {
                beyond = true;
                if (byte === DOUBTFUL) faithful = false;
              } else if (byte === SEPARATOR) faithful = false;
            }
          }
          bytes[o++] = byte;
          byte = source[++i]!;
        }
        stop = i;
      }
      // `byte`, at `i`, is what ends the cell.
      if (stop > begin) {
        let cell = text.substring(begin, stop);
        if (doubled) cell = cell.replaceAll('""', '"');
        if (beyond) {
          if (this.isValid()) {
            cell = doubled ? this.decode!(cell) : source.toString("utf8", begin, stop);
          } else {
            faithful = false;
            if (this.decode !== null) cell = this.decode(cell);
          }
        }
        if (n < cells.length) cells[n] = cell;
        else cells.push(cell);
      } else if (n >= cells.length) cells.push("");
      starts[first + n] = start;
      tidy[first + n] = good && (o === start || endsTidy(bytes, start, o)) ? 1 : 0;
      n++;
      i++;
      bytes[o++] = SEPARATOR;
      if (kinds[byte] === IS_DELIMITER) continue;
      if (byte === CR && source[i++] !== LF) return -1;
      break;
    }
    if (i - from > this.longest) return -1;
    if (n !== cells.length) cells.length = n;
    if (n !== this.blank.length) this.blank = cells.map(() => "");
    this.cells = cells;
    this.breaks = breaks;
    if (faithful) {
      starts[first + n] = o;
      bytes[o - 1] = bytes[o] = bytes[o + 1] = bytes[o + 2] = 0;
      this.filled = (o + 2) & ~3;
      this.described = first + n + 1;
      this.first = first;
    } else this.first = -1;
    return i;
  }

  private isValid(): boolean {
    this.valid ??= isUtf8(this.source.subarray(0, this.end));
    return this.valid;
  }

  private grow(): void {
    const starts = new Uint32Array(this.starts.length * 2);
    starts.set(this.starts);
    this.starts = starts;
    const tidy = new Uint8Array(starts.length);
    tidy.set(this.tidy);
    this.tidy = tidy;
  }
}
