import { Buffer, isUtf8 } from "node:buffer";
import type { FileHandle } from "node:fs/promises";
import { isProblem, Problem } from "../lib/problem";
import { OddPlaces } from "./odd-lines.server";
import { readRecords } from "./read-records.server";
import { chooseDelimiter, fieldCounts } from "./sniff-delimiter";
import {
  countEightBit,
  eightBitEncoding,
  noCounts,
  utf16Of,
  utf8MarkBytes,
  wholeCharacters,
} from "./sniff-encoding.server";
import { unitBytes, viewOf } from "./text-view.server";
import type { Encoding, FileLimits, TableText } from "./types";

const PIECE = 1 << 20;
/** Records the delimiter is decided on, and bytes read for it. */
const SNIFFED_RECORDS = 400;

/** Reads all bytes of an open file in pieces; `use` gets each piece, valid until the next. */
export async function eachPiece(
  file: FileHandle,
  use: (piece: Buffer, position: number) => void,
  from = 0,
): Promise<void> {
  const bytes = Buffer.allocUnsafe(PIECE);
  for (let position = from; ;) {
    const { bytesRead } = await file.read(bytes, 0, PIECE, position);
    if (bytesRead === 0) return;
    use(bytes.subarray(0, bytesRead), position);
    position += bytesRead;
  }
}

/** Fed with all bytes in order, tells whether they are valid UTF-8, and where lines look odd although they are. */
export class Utf8Check {
  valid = true;
  readonly odd = new OddPlaces();
  private carry: Buffer = Buffer.alloc(0);

  add(piece: Buffer, position: number): void {
    if (!this.valid) return;
    const joined = this.carry.length > 0 ? Buffer.concat([this.carry, piece]) : piece;
    const whole = wholeCharacters(joined, joined.length);
    const text = joined.subarray(0, whole);
    if (!isUtf8(text)) {
      this.valid = false;
      return;
    }
    this.odd.findInUtf8(text, position - this.carry.length);
    this.carry = Buffer.from(joined.subarray(whole));
  }

  /** After the last byte: a character cut off at the end is not valid. */
  end(): boolean {
    if (this.carry.length > 0) this.valid = false;
    return this.valid;
  }
}

/** The encoding of the whole file, and how many bytes of byte order mark stand before its text. */
export async function decideEncoding(
  file: FileHandle,
  head: Buffer,
  check: Utf8Check,
  given: Encoding | undefined,
  onPiece: () => void,
): Promise<{ encoding: Encoding; skipBytes: number; odd: OddPlaces }> {
  const wide = utf16Of(head);
  if (given !== undefined && unitBytes(given) === 2) {
    return { encoding: given, skipBytes: wide?.encoding === given ? wide.skipBytes : 0, odd: new OddPlaces() };
  }
  if (wide && given === undefined) return { ...wide, odd: new OddPlaces() };
  const skipBytes = utf8MarkBytes(head);
  if (check.end()) return { encoding: given ?? "utf-8", skipBytes, odd: check.odd };
  const counts = noCounts();
  const odd = new OddPlaces();
  await eachPiece(file, (piece, position) => {
    onPiece();
    countEightBit(piece, piece.length, counts);
    odd.findStrayBytes(piece, position);
  });
  return { encoding: given ?? eightBitEncoding(counts), skipBytes, odd };
}

/** A first line `sep=;`, which Excel obeys: its delimiter, and its length in bytes. */
function separatorLine(
  head: Buffer,
  encoding: Encoding,
  skipBytes: number,
): { delimiter: string; bytes: number } | null {
  const start = viewOf(head.subarray(skipBytes), Math.min(64, head.length - skipBytes), encoding);
  const found = /^"?sep=(\\t|[^\r\n])"?(?:\r\n|\n|\r)/i.exec(start);
  if (!found) return null;
  const named = found[1]!;
  return { delimiter: named === "\\t" ? "\t" : named, bytes: found[0].length * unitBytes(encoding) };
}

/** Any ASCII sign may separate fields that cannot be part of one. */
export function checkDelimiter(delimiter: string): string {
  if (delimiter.length !== 1 || !/^[\t\x20-\x7e]$/.test(delimiter) || /["A-Za-z0-9]/.test(delimiter)) {
    throw new Problem(
      "file.delimiter-invalid",
      `The delimiter must be one sign such as a comma, a semicolon, a tab or a bar, not "${delimiter}".`,
      { delimiter },
    );
  }
  return delimiter;
}

/** Where the table begins and how its records are cut. */
export function findTable(
  path: string,
  head: Buffer,
  encoding: Encoding,
  markBytes: number,
  given: string | undefined,
  limits: FileLimits,
): TableText {
  const separator = separatorLine(head, encoding, markBytes);
  const skipBytes = markBytes + (separator?.bytes ?? 0);
  const at = (delimiter: string): TableText => ({ path, encoding, delimiter, skipBytes, numbering: "line" });
  if (given !== undefined) return at(checkDelimiter(given));
  if (separator && /^[\t\x20-\x7e]$/.test(separator.delimiter)) return at(checkDelimiter(separator.delimiter));
  return at(
    chooseDelimiter((delimiter) => {
      try {
        return fieldCounts(firstRecords(at(delimiter), SNIFFED_RECORDS, limits));
      } catch (error) {
        // A wrong delimiter can pass a limit where the right one does not.
        if (isProblem(error)) return { records: 0, usual: 1, withUsual: 0, withOne: 0 };
        throw error;
      }
    }),
  );
}

/** At most `count` records from the start of the table. */
export function firstRecords(table: TableText, count: number, limits: FileLimits): string[][] {
  const records: string[][] = [];
  for (const batch of readRecords(table, { limits })) {
    for (const cells of batch.cells) {
      if (records.length >= count) return records;
      records.push(cells);
    }
    if (records.length >= count) break;
  }
  return records;
}
