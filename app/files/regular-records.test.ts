import fc from "fast-check";
import Papa from "papaparse";
import { expect, test } from "vitest";
import { isTidy } from "../imports/cells";
import { RecordScan } from "../imports/record-scan";
import { csvRecord } from "./csv-writer.server";
import { DELIMITERS } from "./sniff-delimiter";
import { readRecords } from "./read-records.server";
import { encoded, temporaryFolder, writeTemporary } from "./test-fixtures";
import type { Encoding } from "./types";

const folder = temporaryFolder();

interface Described {
  cells: string[];
  described: boolean;
  tidy: number[];
  hash: string;
  /** Each cell as its bytes say, where the record is described. */
  bytes: string[];
}

/** Each record as it is read from a file, and what the scan takes from its reader. */
function describedRecords(bytes: Uint8Array, encoding: Encoding, delimiter: string, chunkBytes: number): Described[] {
  const path = writeTemporary(folder, bytes, "table");
  const scan = new RecordScan(2);
  const all: Described[] = [];
  for (const { cells: records, seen } of readRecords(
    { path, encoding, delimiter, skipBytes: 0, numbering: "line" },
    { chunkBytes },
  )) {
    records.forEach((cells, i) => {
      scan.read(cells, seen, i);
      scan.hash();
      const text = Buffer.from(scan.bytes);
      all.push({
        cells,
        described: seen !== null && seen.first[i]! >= 0,
        tidy: cells.map((_, c) => scan.tidy[c]!),
        hash: `${scan.hi} ${scan.lo}`,
        bytes: cells.map((_, c) => text.toString("utf8", scan.startOf(c), scan.startOf(c + 1) - 1)),
      });
    });
  }
  return all;
}

/** The hash of a record that no reader described. */
function hashOf(cells: readonly string[]): string {
  const scan = new RecordScan(2);
  scan.read(cells);
  scan.hash();
  return `${scan.hi} ${scan.lo}`;
}

const cell = fc.oneof(
  fc.constantFrom("", "-", "n/a", "Unknown", "a b", "a  b", " a", "a ", "a,", ";", "#REF!", '"x"', "5\" pipe", "a!", "\u0001", "\0", "\u007f", "é", "Жук", "中", "\ufffd", "ｆ", "two\nlines", "two\r\nlines"), // prettier-ignore
  fc.string({ unit: fc.constantFrom(...'abZ9 ,;\t|"\n!é'), maxLength: 10 }),
);
const records = fc.array(fc.array(cell, { minLength: 1, maxLength: 5 }), { minLength: 1, maxLength: 8 });
const chunk = fc.integer({ min: 1, max: 60 });

test("a record is described by its bytes as it would be by its cells, however it is quoted and wherever the pieces end", () => {
  fc.assert(
    fc.property(
      records,
      fc.constantFrom(...DELIMITERS),
      fc.boolean(),
      chunk,
      (given, delimiter, quoted, chunkBytes) => {
        const quote = (text: string) => `"${text.replaceAll('"', '""')}"`;
        const text = given
          .map((cells) =>
            quoted ? cells.map(quote).join(delimiter) + "\r\n" : csvRecord(cells, delimiter, false) + "\n",
          )
          .join("");
        const found = describedRecords(Buffer.from(text), "utf-8", delimiter, chunkBytes);
        expect(found.map(({ cells }) => cells)).toEqual(given);
        for (const { cells, described, tidy, hash, bytes } of found) {
          expect(hash).toBe(hashOf(cells));
          if (described) expect(bytes).toEqual(cells);
          cells.forEach((one, c) => {
            if (tidy[c] === 1) expect(one === "" || isTidy(one)).toBe(true);
          });
        }
      },
    ),
    { numRuns: 300 },
  );
});

test.each(["utf-8", "windows-1252", "windows-1251", "latin1"] as const)(
  "%s: what papaparse reads without a complaint is read alike",
  (encoding) => {
    const unit = encoding === "windows-1251" ? 'ab ,,""\n\nЖ' : 'ab ,,""\n\né';
    fc.assert(
      fc.property(fc.string({ unit: fc.constantFrom(...unit), maxLength: 40 }), chunk, (text, chunkBytes) => {
        const { data, errors } = Papa.parse<string[]>(text, { delimiter: ",", newline: "\n" });
        fc.pre(errors.length === 0);
        // What papaparse sees behind the last line end is no record.
        if (text === "" || text.endsWith("\n")) data.pop();
        const found = describedRecords(encoded(text, encoding), encoding, ",", chunkBytes);
        expect(found.map(({ cells }) => cells)).toEqual(data);
        for (const { cells, hash } of found) expect(hash).toBe(hashOf(cells));
      }),
      { numRuns: 200 },
    );
  },
);

test("plain records are described, whole and tidy; what may be mistaken for another is not", () => {
  const text = 'Acme Ltd.,"Quay 5, Lagos",,x\nЖук,"a ""b"" c",é,x\na\u0001b,c,,\n\ufffd,c,,\nstray "x,"y" z,,\n';
  const found = describedRecords(Buffer.from(text), "utf-8", ",", 1 << 16);
  expect(found.map(({ described }) => described)).toEqual([true, true, false, false, false]);
  expect(found[0]!.tidy).toEqual([1, 1, 1, 1]);
  expect(found[1]!.cells).toEqual(["Жук", 'a "b" c', "é", "x"]);
});
