import type { Buffer } from "node:buffer";
import type { Encoding } from "./types";

/** UTF-16 by its byte order mark, or by where the NULs of its ASCII characters stand; null when it is not UTF-16. */
export function utf16Of(
  head: Buffer,
): { readonly encoding: "utf-16le" | "utf-16be"; readonly skipBytes: number } | null {
  if (head[0] === 0xff && head[1] === 0xfe) return { encoding: "utf-16le", skipBytes: 2 };
  if (head[0] === 0xfe && head[1] === 0xff) return { encoding: "utf-16be", skipBytes: 2 };
  const pairs = head.length >> 1;
  if (pairs < 2) return null;
  // NULs at even and odd places whose partner is a printable character of latin1 or a line end; other NULs are no UTF-16.
  let even = 0;
  let odd = 0;
  let other = 0;
  const isText = (byte: number) => (byte >= 32 && byte < 127) || byte >= 0xa0 || (byte >= 9 && byte <= 13);
  for (let i = 0; i < pairs * 2; i += 2) {
    const [first, second] = [head[i]!, head[i + 1]!];
    if (first === 0 && isText(second)) even++;
    else if (second === 0 && isText(first)) odd++;
    else if (first === 0 || second === 0) other++;
  }
  if (other * 20 > even + odd) return null;
  // Some characters of other scripts have a zero byte, too (U+4E00), but few beside the ASCII ones: digits, delimiters and
  // line ends at least. Those have their NUL second in little-endian, first in big-endian.
  if (odd >= 2 && odd > pairs * 0.04 && even * 4 < odd) return { encoding: "utf-16le", skipBytes: 0 };
  if (even >= 2 && even > pairs * 0.04 && odd * 4 < even) return { encoding: "utf-16be", skipBytes: 0 };
  return null;
}

/** Bytes of the byte order marks at the start: the mark itself, and "ï»¿", the mark once more encoded as text. */
export function utf8MarkBytes(head: Buffer): number {
  let at = 0;
  for (;;) {
    if (head[at] === 0xef && head[at + 1] === 0xbb && head[at + 2] === 0xbf) at += 3;
    else if (head.toString("latin1", at, at + 6) === "\xc3\xaf\xc2\xbb\xc2\xbf") at += 6;
    else return at;
  }
}

/** Length of `bytes[0, end)` without a UTF-8 character that is cut off at its end. */
export function wholeCharacters(bytes: Uint8Array, end: number): number {
  for (let back = 1; back <= 3 && back <= end; back++) {
    const byte = bytes[end - back]!;
    if (byte < 0x80) return end;
    if (byte >= 0xc0) {
      const needs = byte >= 0xf0 ? 4 : byte >= 0xe0 ? 3 : 2;
      return needs > back ? end - back : end;
    }
  }
  return end;
}

/** What was counted over all bytes of a file that is not valid UTF-8. */
export interface EightBitCounts {
  /** Well-formed UTF-8 sequences of two bytes or more, and bytes ≥ 0x80 outside them. */
  utf8Sequences: number;
  strayBytes: number;
  /** How often each byte occurs outside well-formed UTF-8. */
  readonly bytes: Float64Array;
  /** Neighbours outside well-formed UTF-8: both bytes 0xC0–0xFF; one of them and an ASCII letter. */
  highPairs: number;
  mixedPairs: number;
}

export const noCounts = (): EightBitCounts => ({
  utf8Sequences: 0,
  strayBytes: 0,
  bytes: new Float64Array(256),
  highPairs: 0,
  mixedPairs: 0,
});

const isAsciiLetter = (byte: number) => (byte >= 65 && byte <= 90) || (byte >= 97 && byte <= 122);

/** Length of the well-formed UTF-8 sequence at `i`; 0 when there is none. */
export function sequenceAt(bytes: Uint8Array, i: number, end: number): number {
  const lead = bytes[i]!;
  const needs =
    lead >= 0xc2 && lead <= 0xdf ? 2 : lead >= 0xe0 && lead <= 0xef ? 3 : lead >= 0xf0 && lead <= 0xf4 ? 4 : 0;
  if (needs === 0 || i + needs > end) return 0;
  for (let k = 1; k < needs; k++) if ((bytes[i + k]! & 0xc0) !== 0x80) return 0;
  return needs;
}

/** Adds what `bytes[0, end)` holds to the counts. Cut pieces at ASCII bytes to be exact; elsewhere one pair may be missed. */
export function countEightBit(bytes: Uint8Array, end: number, counts: EightBitCounts): void {
  let previous = 0;
  for (let i = 0; i < end;) {
    const byte = bytes[i]!;
    if (byte < 0x80) {
      if (previous >= 0xc0 && isAsciiLetter(byte)) counts.mixedPairs++;
      previous = byte;
      i++;
      continue;
    }
    const sequence = sequenceAt(bytes, i, end);
    if (sequence > 0) {
      counts.utf8Sequences++;
      previous = 0;
      i += sequence;
      continue;
    }
    counts.strayBytes++;
    counts.bytes[byte]!++;
    if (byte >= 0xc0) {
      if (previous >= 0xc0) counts.highPairs++;
      else if (isAsciiLetter(previous)) counts.mixedPairs++;
    }
    previous = byte;
    i++;
  }
}

/** а в е и к л н о п р с т, small and capital, in windows-1251: over half of any Russian, Ukrainian or Bulgarian text. */
const COMMON_CYRILLIC = [0xe0, 0xe2, 0xe5, 0xe8, 0xea, 0xeb, 0xed, 0xee, 0xef, 0xf0, 0xf1, 0xf2];
/** Letters of windows-1251 below 0xC0: Ё ё Ґ ґ Є є І і Ї ї Ў ў Ј. */
const OTHER_CYRILLIC = [0xa8, 0xb8, 0xa5, 0xb4, 0xaa, 0xba, 0xb2, 0xb3, 0xaf, 0xbf, 0xa1, 0xa2, 0xa3];
/** « » „ “ ” – — № and the no-break space belong to running Cyrillic text. */
const CYRILLIC_SIGNS = [0xab, 0xbb, 0x84, 0x93, 0x94, 0x96, 0x97, 0xb9, 0xa0];

/**
 * The encoding of a file that is not valid UTF-8. Mostly UTF-8 with a few stray bytes stays UTF-8 (the odd cells are then
 * read as windows-1252). Cyrillic letters stand next to each other, accented Latin letters next to plain ones: one sign
 * used as an apostrophe decides nothing. Bytes that windows-1252 leaves open mean latin1.
 */
export function eightBitEncoding(counts: EightBitCounts): Encoding {
  if (counts.utf8Sequences > 4 * counts.strayBytes) return "utf-8";
  const sum = (bytes: readonly number[]) => bytes.reduce((total, byte) => total + counts.bytes[byte]!, 0);
  let letters = sum(OTHER_CYRILLIC);
  for (let byte = 0xc0; byte <= 0xff; byte++) letters += counts.bytes[byte]!;
  const common = sum(COMMON_CYRILLIC) + sum(COMMON_CYRILLIC.map((byte) => byte - 0x20));
  const cyrillic =
    counts.highPairs > 2 * counts.mixedPairs &&
    letters + sum(CYRILLIC_SIGNS) > 0.9 * counts.strayBytes &&
    common > 0.45 * letters;
  if (cyrillic) return "windows-1251";
  return sum([0x81, 0x8d, 0x8f, 0x90, 0x9d]) > 0 ? "latin1" : "windows-1252";
}
