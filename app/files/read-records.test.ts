import fc from "fast-check";
import { expect, test } from "vitest";
import { csvRecord } from "./csv-writer.server";
import { DELIMITERS } from "./sniff-delimiter";
import { readRecordAt, readRecords } from "./read-records.server";
import type { ReadOptions } from "./read-records.server";
import { encoded, problemOf, temporaryFolder, writeTemporary } from "./test-fixtures";
import { ENCODINGS } from "./types";
import type { Encoding, TableText } from "./types";

const folder = temporaryFolder();

function tableOf(content: string | Uint8Array, changes: Partial<TableText> = {}): TableText {
  return {
    path: writeTemporary(folder, content, "table"),
    encoding: "utf-8",
    delimiter: ",",
    skipBytes: 0,
    numbering: "line",
    ...changes,
  };
}

interface ReadRecord {
  cells: string[];
  index: number;
  line: number;
  offset: number;
  length: number;
}

function readAll(table: TableText, options: ReadOptions = {}): ReadRecord[] {
  const all: ReadRecord[] = [];
  for (const batch of readRecords(table, options)) {
    batch.cells.forEach((cells, i) =>
      all.push({
        cells: [...cells],
        index: batch.firstRecord + i,
        line: batch.lines[i]!,
        offset: batch.offsets[i]!,
        length: batch.lengths[i]!,
      }),
    );
  }
  return all;
}

const cellsOf = (content: string, options: ReadOptions = {}) =>
  readAll(tableOf(content), options).map((record) => record.cells);

/** Characters that every kind of trouble is made of, and some that an encoding has beyond ASCII. */
const alphabet: Record<Encoding, string> = {
  "utf-8": "éЖ中😀\ufeff",
  "utf-16le": "éЖ中Ā",
  "utf-16be": "éЖ中Ā",
  "windows-1252": "é€’«ÿ",
  "windows-1251": "Жяё№«",
  latin1: "é«ÿ\u0081",
};
const textIn = (encoding: Encoding) =>
  fc.string({ unit: fc.constantFrom(...'ab ,;\t|"\n\r\u0000', ...alphabet[encoding]), maxLength: 12 });

test("what is written is read: any cells, any delimiter, any encoding that can carry them", () => {
  fc.assert(
    fc.property(
      fc.constantFrom(...ENCODINGS).chain((encoding) =>
        fc.record({
          encoding: fc.constant(encoding),
          delimiter: fc.constantFrom(...DELIMITERS),
          lineEnd: fc.constantFrom("\n", "\r\n", "\r"),
          records: fc.array(fc.array(textIn(encoding), { minLength: 1, maxLength: 4 }), { minLength: 1, maxLength: 6 }),
          chunkBytes: fc.integer({ min: 1, max: 40 }),
        }),
      ),
      ({ encoding, delimiter, lineEnd, records, chunkBytes }) => {
        const text = records.map((cells) => csvRecord(cells, delimiter, false) + lineEnd).join("");
        const table = tableOf(encoded(text, encoding), { encoding, delimiter });
        expect(readAll(table, { chunkBytes }).map((record) => record.cells)).toEqual(records);
      },
    ),
    { numRuns: 400 },
  );
});

test("any text at all gives the same records whatever the size of the pieces, each found again by its offset and length", () => {
  const limits = { maxCellLength: 30 };
  const read = (table: TableText, chunkBytes: number) => {
    try {
      return readAll(table, { chunkBytes, limits });
    } catch (error) {
      return (error as Error).message;
    }
  };
  fc.assert(
    fc.property(
      fc.constantFrom(...ENCODINGS).chain((encoding) =>
        fc.record({
          encoding: fc.constant(encoding),
          text: fc.string({ unit: fc.constantFrom(...'abc  ,,""""\n\n\r', ...alphabet[encoding]), maxLength: 120 }),
        }),
      ),
      fc.integer({ min: 1, max: 50 }),
      ({ encoding, text }, chunkBytes) => {
        const bytes = encoded(text, encoding);
        const table = tableOf(bytes, { encoding });
        const whole = read(table, 1 << 20);
        expect(read(table, chunkBytes)).toEqual(whole);
        if (typeof whole === "string") return;
        let end = 0;
        for (const record of whole) {
          expect(record.offset).toBe(end);
          end += record.length;
          expect(readRecordAt(table, record.offset, record.length)).toEqual(record.cells);
          const rest = readAll(table, {
            startOffset: record.offset,
            startRecord: record.index,
            startLine: record.line,
            limits,
          });
          expect(rest).toEqual(whole.slice(record.index));
        }
        expect(end).toBe(bytes.length);
      },
    ),
    { numRuns: 800 },
  );
});

test("no character is lost: the cells of a text without quotation marks are the text itself", () => {
  fc.assert(
    fc.property(fc.string({ unit: fc.constantFrom(..."ab, ;\n\r"), maxLength: 60 }), (text) => {
      const lines = text.replaceAll("\r\n", "\n").replaceAll("\r", "\n").replace(/\n$/, "");
      const expected = text === "" ? [] : lines.split("\n").map((line) => line.split(","));
      expect(cellsOf(text, { chunkBytes: 3 })).toEqual(expected);
    }),
  );
});

test("lines are counted as an editor counts them, breaks inside cells included", () => {
  const text = 'name,note\r\nMill,"two\r\nlines"\r\n\r\nYard,"a\nb\nc"\rDock,x\nQuay,y';
  expect(readAll(tableOf(text)).map(({ cells, index, line }) => [index, line, cells[0]])).toEqual([
    [0, 1, "name"],
    [1, 2, "Mill"],
    [2, 4, ""],
    [3, 5, "Yard"],
    [4, 8, "Dock"],
    [5, 9, "Quay"],
  ]);
});

test("lines skipped before the table are counted, rows of a sheet are counted by record", () => {
  const text = 'sep=;\nname;note\nMill;"a\nb"\nYard;c\n';
  const table = tableOf(text, { delimiter: ";", skipBytes: 6 });
  expect(readAll(table).map((record) => record.line)).toEqual([2, 3, 5]);
  const sheet = tableOf("\n" + text.slice(6), { delimiter: ";", numbering: "row" });
  expect(readAll(sheet).map((record) => record.line)).toEqual([1, 2, 3, 4]);
});

test("a blank line is a record with one empty cell, and the end of the file is none", () => {
  expect(cellsOf("a,b\n\n\nc,d\n\n")).toEqual([["a", "b"], [""], [""], ["c", "d"], [""]]);
  expect(cellsOf("")).toEqual([]);
});

test("a quotation mark that opens and never closes costs its own line nothing but the mark's meaning", () => {
  expect(cellsOf('name,city\n"Mill,Pune\nYard,Oslo\n"Dock, Ltd",Riga\n')).toEqual([
    ["name", "city"],
    ['"Mill', "Pune"],
    ["Yard", "Oslo"],
    ["Dock, Ltd", "Riga"],
  ]);
  expect(cellsOf('a,b\nc,"d\ne,f')).toEqual([
    ["a", "b"],
    ["c", '"d'],
    ["e", "f"],
  ]);
});

test("a mark inside a quoted cell that nobody doubled stays in the cell", () => {
  expect(cellsOf('"5" pipe, steel",x\n"Mill "North" Ltd",y\n')).toEqual([
    ['5" pipe, steel', "x"],
    ['Mill "North" Ltd', "y"],
  ]);
  expect(cellsOf('"Mill" Ltd,foo,"x"\nYard,a,b\n')).toEqual([
    ['"Mill" Ltd', "foo", "x"],
    ["Yard", "a", "b"],
  ]);
});

test("a mark that is never closed in a long file does not swallow the rows behind it", () => {
  const rows = Array.from({ length: 20_000 }, (_, i) => `Supplier ${i},Street ${i},City`);
  rows[5_000] = '"Supplier 5000,Street,City';
  rows[15_000] = 'Supplier 15000,"Street 12" (rear),City';
  const records = cellsOf(rows.join("\n"), { chunkBytes: 10_000 });
  expect(records).toHaveLength(20_000);
  expect(records[5_000]).toEqual(['"Supplier 5000', "Street", "City"]);
  expect(records[5_001]![0]).toBe("Supplier 5001");
  expect(records[15_000]).toEqual(["Supplier 15000", '"Street 12" (rear)', "City"]);
});

test("stray 8-bit bytes in a UTF-8 file are read as windows-1252, cell by cell", () => {
  const bytes = Buffer.concat([Buffer.from("Müller,"), Buffer.from([0x46, 0xfc, 0x72]), Buffer.from(",Öl\n")]);
  expect(readAll(tableOf(bytes))[0]!.cells).toEqual(["Müller", "Für", "Öl"]);
});

test("windows-1252 and windows-1251 have their own signs, whatever the runtime's decoder thinks", () => {
  const western = tableOf(Buffer.from([0x80, 0x92, 0x9f, 0xe9]), { encoding: "windows-1252" });
  expect(readAll(western)[0]!.cells).toEqual(["€’Ÿé"]);
  const cyrillic = tableOf(Buffer.from([0xce, 0xce, 0xce, 0x20, 0xab, 0xb8, 0xbb, 0xb9]), { encoding: "windows-1251" });
  expect(readAll(cyrillic)[0]!.cells).toEqual(["ООО «ё»№"]);
});

test("over a limit the problem names the limit and the place", async () => {
  const limits = { maxCellLength: 100, maxColumns: 3, maxRecords: 3 };
  const long = await problemOf(() => cellsOf(`a,b\nc,${"x".repeat(101)}\n`, { limits }));
  expect(long).toMatchObject({ code: "file.cell-too-long", values: { limit: 100, line: 2, column: 2 } });
  expect(long!.message).toContain("line 2, column 2");
  const unbroken = await problemOf(() => cellsOf(`a,b\nc,"${"x".repeat(5_000)}"\n`, { limits, chunkBytes: 64 }));
  expect(unbroken).toMatchObject({ code: "file.cell-too-long", values: { line: 2, column: 2 } });
  const wide = await problemOf(() => cellsOf("a\nb,c,d,e\n", { limits }));
  expect(wide).toMatchObject({ code: "file.too-many-columns", values: { limit: 3, found: 4, line: 2 } });
  const many = await problemOf(() => cellsOf("a\nb\nc\nd\n", { limits }));
  expect(many).toMatchObject({ code: "file.too-many-records", values: { limit: 3, line: 4 } });
});

test("a generator that is left early closes its file", () => {
  const table = tableOf("a\nb\n".repeat(1000));
  for (let i = 0; i < 3000; i++) {
    for (const batch of readRecords(table, { chunkBytes: 100 })) {
      expect(batch.firstRecord).toBe(0);
      break;
    }
  }
  expect(readAll(table)).toHaveLength(2000);
});
