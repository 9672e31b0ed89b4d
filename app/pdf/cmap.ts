/** Which characters a font has, read from its `cmap` table (OpenType formats 4 and 12, the only ones our fonts use). */
import { closeSync, openSync, readSync } from "node:fs";
import type { FontCoverage } from "../reports/printable";

/** Ascending, not overlapping. */
type Ranges = readonly (readonly [first: number, last: number])[];

/** @throws Error when the file is not a font with a Unicode table. */
export function coverageOf(file: string): FontCoverage {
  const ranges = rangesOf(unicodeTable(readCmap(file)));
  return {
    has(codePoint) {
      let [low, high] = [0, ranges.length - 1];
      while (low <= high) {
        const middle = (low + high) >> 1;
        const [first, last] = ranges[middle]!;
        if (codePoint < first) high = middle - 1;
        else if (codePoint > last) low = middle + 1;
        else return true;
      }
      return false;
    },
  };
}

/** The `cmap` table alone: a Chinese font has ten megabytes of outlines beside it. */
function readCmap(file: string): Buffer {
  const font = openSync(file, "r");
  try {
    const read = (from: number, length: number) => {
      const bytes = Buffer.alloc(length);
      readSync(font, bytes, 0, length, from);
      return bytes;
    };
    const records = read(12, 16 * read(4, 2).readUInt16BE(0));
    for (let at = 0; at < records.length; at += 16)
      if (records.toString("latin1", at, at + 4) === "cmap")
        return read(records.readUInt32BE(at + 8), records.readUInt32BE(at + 12));
  } finally {
    closeSync(font);
  }
  throw new Error(`${file} is not a font`);
}

/** The widest Unicode table of the font. */
function unicodeTable(cmap: Buffer): Buffer {
  const encodings = Array.from({ length: cmap.readUInt16BE(2) }, (_, n) => {
    const at = 4 + 8 * n;
    const table = cmap.subarray(cmap.readUInt32BE(at + 4));
    return { platform: cmap.readUInt16BE(at), format: table.readUInt16BE(0), table };
  });
  const unicode = encodings.filter(({ platform }) => platform === 0 || platform === 3);
  const found = unicode.find(({ format }) => format === 12) ?? unicode.find(({ format }) => format === 4);
  if (!found) throw new Error("The font has no table of Unicode characters");
  return found.table;
}

function rangesOf(table: Buffer): Ranges {
  return merged(table.readUInt16BE(0) === 12 ? groups(table) : segments(table));
}

function groups(table: Buffer): [number, number][] {
  return Array.from({ length: table.readUInt32BE(12) }, (_, n): [number, number] => {
    const at = 16 + 12 * n;
    return [table.readUInt32BE(at), table.readUInt32BE(at + 4)];
  });
}

/** Format 4: a segment may point into an array in which a 0 says that this character is not there. */
function segments(table: Buffer): [number, number][] {
  const twice = table.readUInt16BE(6);
  const [ends, starts, deltas, offsets] = [14, 16 + twice, 16 + 2 * twice, 16 + 3 * twice];
  const found: [number, number][] = [];
  for (let at = 0; at < twice; at += 2) {
    const [first, last] = [table.readUInt16BE(starts + at), table.readUInt16BE(ends + at)];
    const delta = table.readUInt16BE(deltas + at);
    const offset = table.readUInt16BE(offsets + at);
    for (let code = first; code <= last && code < 0xffff; code++) {
      const glyph =
        offset === 0 ? (code + delta) & 0xffff : table.readUInt16BE(offsets + at + offset + 2 * (code - first));
      if (glyph !== 0) found.push([code, code]);
    }
  }
  return found;
}

function merged(found: [number, number][]): Ranges {
  const ranges: [number, number][] = [];
  for (const [first, last] of found.sort((a, b) => a[0] - b[0])) {
    const before = ranges.at(-1);
    if (before && first <= before[1] + 1) before[1] = Math.max(before[1], last);
    else ranges.push([first, last]);
  }
  return ranges;
}
