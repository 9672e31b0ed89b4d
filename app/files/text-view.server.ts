/**
 * Bytes as text, in two steps. The *view* has one character for each unit of the file (a byte; two bytes in UTF-16), so
 * that a position in the text is a position in the file: delimiters, quotation marks and line ends are ASCII in every
 * encoding read here and never part of another character. Cells are then decoded one by one, and only those that hold
 * something beyond ASCII. An ASCII file costs nothing.
 */
import { Buffer } from "node:buffer";
import type { Encoding } from "./types";

/**
 * Code points 0x80 to 0x9F of windows-1252; the five bytes it leaves open stay control characters. Own tables, because
 * `TextDecoder("windows-1252")` of some Node releases answers with latin1.
 */
const WINDOWS_1252 = "€\u0081‚ƒ„…†‡ˆ‰Š‹Œ\u008dŽ\u008f\u0090‘’“”•–—˜™š›œ\u009džŸ";
/** Code points 0x80 to 0xFF of windows-1251; 0x98, which it leaves open, stays a control character. */
const WINDOWS_1251 =
  "ЂЃ‚ѓ„…†‡€‰Љ‹ЊЌЋЏђ‘’“”•–—\u0098™љ›њќћџ\u00a0ЎўЈ¤Ґ¦§Ё©Є«¬\u00ad®Ї°±Ііґµ¶·ё№є»јЅѕї" +
  "АБВГДЕЖЗИЙКЛМНОПРСТУФХЦЧШЩЪЫЬЭЮЯабвгдежзийклмнопрстуфхцчшщъыьэюя";

/** The code unit for each byte: `upper` from 0x80 on, latin1 elsewhere. */
function unitsOf(upper: string): Uint16Array {
  const units = Uint16Array.from({ length: 256 }, (_, byte) => byte);
  for (let i = 0; i < upper.length; i++) units[0x80 + i] = upper.charCodeAt(i);
  return units;
}

const WESTERN_UNITS = unitsOf(WINDOWS_1252);
const CYRILLIC_UNITS = unitsOf(WINDOWS_1251);

let wide = Buffer.allocUnsafe(8192);

function byTable(cell: string, units: Uint16Array): string {
  const bytes = cell.length * 2;
  if (wide.length < bytes) wide = Buffer.allocUnsafe(bytes * 2);
  for (let i = 0; i < cell.length; i++) {
    const unit = units[cell.charCodeAt(i)]!;
    wide[2 * i] = unit & 0xff;
    wide[2 * i + 1] = unit >> 8;
  }
  return wide.toString("utf16le", 0, bytes);
}

/** windows-1252 differs from latin1, which the view is, in 0x80 to 0x9F alone. */
function fromWindows1252(cell: string): string {
  for (let i = 0; i < cell.length; i++) {
    const byte = cell.charCodeAt(i);
    if (byte >= 0x80 && byte < 0xa0) return byTable(cell, WESTERN_UNITS);
  }
  return cell;
}

let scratch = Buffer.allocUnsafe(4096);

/** A cell that is not valid UTF-8 (a stray 8-bit byte in a UTF-8 file) is read as windows-1252: nothing is lost. */
function fromUtf8(cell: string): string {
  if (scratch.length < cell.length) scratch = Buffer.allocUnsafe(cell.length * 2);
  const bytes = scratch.write(cell, 0, "latin1");
  const text = scratch.toString("utf8", 0, bytes);
  return text.includes("\ufffd") && !cell.includes("\xef\xbf\xbd") ? fromWindows1252(cell) : text;
}

/** From the view of a cell to its text. `null`: the view is the text. */
export function cellDecoder(encoding: Encoding): ((cell: string) => string) | null {
  switch (encoding) {
    case "utf-8":
      return fromUtf8;
    case "windows-1252":
      return fromWindows1252;
    case "windows-1251":
      return (cell) => byTable(cell, CYRILLIC_UNITS);
    case "latin1":
    case "utf-16le":
    case "utf-16be":
      return null;
  }
}

/** Bytes of one character of the view. */
export const unitBytes = (encoding: Encoding): 1 | 2 => (encoding === "utf-16le" || encoding === "utf-16be" ? 2 : 1);

/** The view of the first `length` bytes; an odd last byte of UTF-16 is left off. */
export function viewOf(bytes: Buffer, length: number, encoding: Encoding): string {
  if (encoding === "utf-16le") return bytes.toString("utf16le", 0, length & ~1);
  if (encoding === "utf-16be")
    return Buffer.from(bytes.subarray(0, length & ~1))
      .swap16()
      .toString("utf16le");
  return bytes.toString("latin1", 0, length);
}

/** Decodes in place those cells that hold something beyond ASCII. */
export function decodeCells(cells: string[], decode: (cell: string) => string): void {
  for (let c = 0; c < cells.length; c++) {
    const cell = cells[c]!;
    for (let i = 0; i < cell.length; i++) {
      if (cell.charCodeAt(i) >= 0x80) {
        cells[c] = decode(cell);
        break;
      }
    }
  }
}
