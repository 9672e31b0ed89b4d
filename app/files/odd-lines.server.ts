import { Buffer } from "node:buffer";
import type { FileHandle } from "node:fs/promises";
import { sequenceAt } from "./sniff-encoding.server";
import { cellDecoder, viewOf } from "./text-view.server";
import type { Encoding } from "./types";

const MOST = 20;
/** Characters of a line that are shown, around the odd place. */
const SHOWN = 200;
const PIECE = 1 << 20;

/**
 * What valid UTF-8 holds when something went wrong before: the replacement character, and letters encoded twice ("Ã©"
 * for "é", "Å¡" for "š", "Ð¡" for "С"): the second half of such a pair is a sign or a control character.
 */
const SUSPICIOUS = ["\xef\xbf\xbd", "\xc3\x83\xc2", "\xc3\x85\xc2", "\xc3\x84\xc2", "\xc3\x90\xc2", "\xc3\x91\xc2"].map(
  (bytes) => Buffer.from(bytes, "latin1"),
);

/** Where odd characters stand: byte offsets, at most 20, one a line. */
export class OddPlaces {
  readonly offsets: number[] = [];
  private last = -1;

  private get full(): boolean {
    return this.offsets.length >= MOST;
  }

  findInUtf8(bytes: Buffer, position: number): void {
    if (this.full) return;
    const found: number[] = [];
    for (const sequence of SUSPICIOUS) {
      let at = bytes.indexOf(sequence);
      for (let n = 0; at !== -1 && n < MOST; n++) {
        found.push(at);
        const lineEnd = bytes.indexOf(10, at);
        at = lineEnd === -1 ? -1 : bytes.indexOf(sequence, lineEnd);
      }
    }
    found.sort((a, b) => a - b);
    for (const at of found) this.add(bytes, at, position);
  }

  /** Bytes beyond ASCII that are not part of a UTF-8 character. */
  findStrayBytes(bytes: Buffer, position: number): void {
    for (let i = 0; i < bytes.length && !this.full; i++) {
      if (bytes[i]! < 0x80) continue;
      const sequence = sequenceAt(bytes, i, bytes.length);
      if (sequence > 0) {
        i += sequence - 1;
        continue;
      }
      this.add(bytes, i, position);
      const lineEnd = bytes.indexOf(10, i);
      if (lineEnd === -1) return;
      i = lineEnd;
    }
  }

  private add(bytes: Buffer, at: number, position: number): void {
    const lineEndBefore = position + bytes.lastIndexOf(10, at);
    if (this.full || this.last > lineEndBefore) return;
    this.offsets.push(position + at);
    this.last = position + at;
  }
}

/** The lines (1-based) of those places and their text, shortened around the place. */
export async function oddLinesAt(
  file: FileHandle,
  odd: OddPlaces,
  encoding: Encoding,
): Promise<{ line: number; text: string }[]> {
  const lines: { line: number; text: string }[] = [];
  let line = 1;
  let counted = 0;
  let previous = 0;
  const bytes = Buffer.allocUnsafe(PIECE);
  for (const offset of odd.offsets) {
    while (counted < offset) {
      const { bytesRead } = await file.read(bytes, 0, Math.min(PIECE, offset - counted), counted);
      if (bytesRead === 0) break;
      for (let i = 0; i < bytesRead; i++) {
        const byte = bytes[i]!;
        if (byte === 13 || (byte === 10 && previous !== 13)) line++;
        previous = byte;
      }
      counted += bytesRead;
    }
    // A line that is cut between two pieces may come twice.
    if (lines.at(-1)?.line !== line) lines.push({ line, text: await textAround(file, offset, encoding) });
  }
  return lines;
}

async function textAround(file: FileHandle, offset: number, encoding: Encoding): Promise<string> {
  const from = Math.max(0, offset - SHOWN);
  const bytes = Buffer.alloc(2 * SHOWN);
  const { bytesRead } = await file.read(bytes, 0, bytes.length, from);
  const isLineEnd = (byte: number | undefined) => byte === 10 || byte === 13;
  let start = offset - from;
  while (start > 0 && !isLineEnd(bytes[start - 1])) start--;
  // Never start in the middle of a UTF-8 character.
  if (encoding === "utf-8") while (start < offset - from && (bytes[start]! & 0xc0) === 0x80) start++;
  let end = offset - from;
  while (end < bytesRead && !isLineEnd(bytes[end])) end++;
  const view = viewOf(bytes.subarray(start, end), end - start, encoding);
  return (cellDecoder(encoding)?.(view) ?? view).slice(0, SHOWN);
}
