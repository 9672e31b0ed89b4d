import { createHash } from "node:crypto";
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { PassThrough, Readable, Writable } from "node:stream";
import fc from "fast-check";
import { expect, test } from "vitest";
import { writeCsv } from "./csv-writer.server";
import { inspectFile } from "./inspect-file.server";
import { receiveUpload } from "./receive-upload.server";
import { readRecords } from "./read-records.server";
import { safeCell } from "./safe-cell";
import { problemCode, temporaryFolder } from "./test-fixtures";
import { writeXlsx } from "./xlsx-writer.server";
import type { SheetToWrite, XlsxCell } from "./xlsx-writer.server";

const folder = temporaryFolder();
let count = 0;

async function readBack(path: string, sheet?: string) {
  const found = await inspectFile(path, {
    fileName: "r.xlsx",
    workDir: join(folder, `work-${++count}`),
    sheet: sheet ?? null,
  });
  const records: string[][] = [];
  for (const batch of readRecords(found.table)) records.push(...batch.cells);
  return { found, records };
}

const columns = (...headers: string[]) => headers.map((header) => ({ header }));

test.each([
  ["=1+1", "'=1+1"],
  ["+49 30 1234", "'+49 30 1234"],
  ["-", "'-"],
  ["@SUM(A1)", "'@SUM(A1)"],
  ["|calc", "'|calc"],
  ["%0A", "'%0A"],
  ["\\server", "'\\server"],
  ["  =1", "'  =1"],
  ["\n=1", "'\n=1"],
  ["\u00a0=1", "'\u00a0=1"],
  ["\tx", "'\tx"],
  ["\rx", "'\rx"],
  ["＝1", "'＝1"],
  ["Mill = Yard", "Mill = Yard"],
  ["7-Eleven", "7-Eleven"],
  ["", ""],
  ["Ж", "Ж"],
])("the text %j leaves as %j", (text, safe) => expect(safeCell(text)).toBe(safe));

test("a workbook that is written is read with the same cells: any text, any number", async () => {
  const text = fc.string({
    unit: fc.constantFrom(..."ab \t\n\r,;\"'&<>=+-_x0041_é中\u0000\u001f\ufffe😀"),
    maxLength: 20,
  });
  const number = fc.oneof(fc.integer(), fc.double({ noNaN: true, noDefaultInfinity: true, min: -1e12, max: 1e12 }));
  await fc.assert(
    fc.asyncProperty(
      fc.array(fc.array(fc.oneof(text, number), { minLength: 3, maxLength: 3 }), { minLength: 1, maxLength: 8 }),
      async (rows) => {
        const path = join(folder, "round.xlsx");
        await writeXlsx(path, [{ name: "Data", columns: columns("A", "B", "C"), rows }]);
        const { records } = await readBack(path);
        const shown = (cell: XlsxCell) =>
          typeof cell === "string"
            ? safeCell(cell)
            : String(Number.isInteger(cell) ? Number(cell) + 0 : Number(Number(cell).toPrecision(15)));
        const padded = records.slice(1).map((cells) => [...cells, "", "", ""].slice(0, 3));
        const expected = rows.map((cells) => cells.map(shown));
        while (expected.length > padded.length && expected.at(-1)!.every((cell) => cell === "")) expected.pop();
        expect(padded.map((cells) => cells.map(plain))).toEqual(expected.map((cells) => cells.map(plain)));
      },
    ),
    { numRuns: 60 },
  );
});

/** Numbers compare by value (-0 and 1e-9 have several spellings), texts as they are. */
const plain = (cell: string) => (/^-?[\d.]+(?:e[-+]?\d+)?$/.test(cell) ? Number(cell) + 0 : cell);

test("several sheets: names made valid and unique, header bold and frozen, numbers as numbers, widths as asked", async () => {
  const path = join(folder, "sheets.xlsx");
  const written = await writeXlsx(path, [
    {
      name: "Register: 2026/11",
      columns: [
        { header: "Name", width: 40 },
        { header: "Share", format: "percent" },
      ],
      rows: [
        ["Mill", 0.14],
        ["=A1", null],
      ],
    },
    { name: "register  2026 11", columns: columns("A", "B"), rows: [["x", true]] },
    { name: "REGISTER  2026 11", columns: columns("A", "B"), rows: [] },
  ]);
  expect(written.sheets.map(({ name, rows }) => [name, rows])).toEqual([
    ["Register  2026 11", 2],
    ["register  2026 11 (2)", 1],
    ["REGISTER  2026 11 (3)", 0],
  ]);
  expect(written).toMatchObject({ continued: false, cutCells: 0 });
  const { records, found } = await readBack(path, "Register  2026 11");
  expect(records).toEqual([["Name", "Share"], ["Mill", "14%"], ["'=A1"]]);
  expect(found.sheets.map((sheet) => sheet.rows)).toEqual([3, 2, 1]);
  expect(existsSync(`${path}.part`)).toBe(false);
});

test("a column of days holds days as numbers, and leaves what is no day as it is", async () => {
  const path = join(folder, "days.xlsx");
  const rows = [["2026-03-04"], ["1899-12-31"], ["=2026-03-04"], ["soon"], [null], ["2024-02-29"]];
  await writeXlsx(path, [{ name: "Days", columns: [{ header: "2026-01-01", format: "day" }], rows }]);
  const { records } = await readBack(path);
  expect(records.map(([cell]) => cell ?? "")).toEqual(["2026-01-01", "2026-03-04", "1899-12-31", "'=2026-03-04", "soon", "", "2024-02-29"]); // prettier-ignore
});

test("a table longer than a sheet goes on on a further one with the same header, and the answer says so", async () => {
  const path = join(folder, "long.xlsx");
  const rows = async function* () {
    for (let i = 1; i <= 9; i++) yield [`Mill ${i}`, i];
  };
  const written = await writeXlsx(path, [{ name: "List", columns: columns("Name", "No"), rows: rows() }], {
    maxSheetRows: 5,
  });
  expect(written.continued).toBe(true);
  expect(written.sheets).toEqual([
    { name: "List", rows: 4, continues: null },
    { name: "List (2)", rows: 4, continues: "List" },
    { name: "List (3)", rows: 1, continues: "List" },
  ]);
  expect((await readBack(path, "List (3)")).records).toEqual([
    ["Name", "No"],
    ["Mill 9", "9"],
  ]);
  const full = await writeXlsx(path, [{ name: "List", columns: columns("Name"), rows: [["a"], ["b"]] }], {
    maxSheetRows: 3,
  });
  expect(full.sheets).toHaveLength(1);
});

test("a cell beyond what a spreadsheet holds is cut, and counted", async () => {
  const path = join(folder, "cut.xlsx");
  const written = await writeXlsx(path, [{ name: "A", columns: columns("a", "b"), rows: [["x".repeat(40_000), "y"]] }]);
  expect(written.cutCells).toBe(1);
  expect((await readBack(path)).records[1]![0]).toHaveLength(32_767);
});

test("the same content gives the same bytes, to a path and to a stream", async () => {
  const sheet = (): SheetToWrite => ({ name: "A", columns: columns("a", "b"), rows: [["x", 1]] });
  await writeXlsx(join(folder, "one.xlsx"), [sheet()]);
  const pieces: Buffer[] = [];
  const stream = new PassThrough();
  stream.on("data", (piece: Buffer) => pieces.push(piece));
  await writeXlsx(stream, [sheet()]);
  expect(Buffer.concat(pieces).equals(readFileSync(join(folder, "one.xlsx")))).toBe(true);
});

test("rows that fail, and a reader that goes away, end the writing and leave nothing behind", async () => {
  const failing = function* () {
    yield ["x"];
    throw new Error("no more rows");
  };
  const path = join(folder, "failed.xlsx");
  await expect(writeXlsx(path, [{ name: "A", columns: columns("a"), rows: failing() }])).rejects.toThrow(
    "no more rows",
  );
  await expect(writeCsv(join(folder, "failed.csv"), failing())).rejects.toThrow("no more rows");
  expect(readdirSync(folder).filter((name) => name.startsWith("failed"))).toEqual([]);
  let closed = false;
  const endless = function* () {
    try {
      for (let i = 0; ; i++) yield [`row ${i}`, Math.sin(i)];
    } finally {
      closed = true;
    }
  };
  const closing = () => {
    let seen = 0;
    const stream: Writable = new Writable({
      write(piece: Buffer, _, done) {
        seen += piece.length;
        if (seen > 100_000) stream.destroy();
        done();
      },
    });
    return stream;
  };
  await expect(writeXlsx(closing(), [{ name: "A", columns: columns("a", "b"), rows: endless() }])).rejects.toThrow();
  expect(closed).toBe(true);
  await expect(writeCsv(closing(), endless())).rejects.toThrow();
});

test("CSV: byte order mark, CRLF, quotes where needed, safe text, numbers as numbers", async () => {
  const path = join(folder, "register.csv");
  const rows = [
    ["Name", "Amount"],
    ['Mill "North", Ltd', -12.5],
    ["=cmd|x", null],
    ["a\nb", true],
  ];
  expect(await writeCsv(path, rows)).toEqual({ records: 4 });
  expect(readFileSync(path, "utf8")).toBe(
    '\ufeffName,Amount\r\n"Mill ""North"", Ltd",-12.5\r\n\'=cmd|x,\r\n"a\nb",TRUE\r\n',
  );
  const pieces: string[] = [];
  const stream = new PassThrough({ encoding: "utf8", highWaterMark: 10 });
  stream.on("data", (piece: string) => pieces.push(piece));
  await writeCsv(stream, Readable.from(rows), { byteOrderMark: false, delimiter: ";" });
  expect(pieces.join("")).toBe('Name;Amount\r\n"Mill ""North"", Ltd";-12.5\r\n\'=cmd|x;\r\n"a\nb";TRUE\r\n');
});

test("an upload arrives whole under its name, with its size and hash", async () => {
  const bytes = Buffer.from("name,city\n".repeat(50_000));
  const path = join(folder, "upload.csv");
  const expected = { bytes: bytes.length, sha256: createHash("sha256").update(bytes).digest("hex") };
  expect(
    await receiveUpload(Readable.from([bytes.subarray(0, 1000), bytes.subarray(1000)]), path, { maxBytes: 1e6 }),
  ).toEqual(expected);
  expect(readFileSync(path).equals(bytes)).toBe(true);
  const web = new Response(bytes).body!;
  expect(await receiveUpload(web, path, { maxBytes: 1e6 })).toEqual(expected);
});

test("an upload over the limit, or one that breaks off, leaves nothing", async () => {
  const path = join(folder, "never.csv");
  const endless = Readable.from(
    (function* () {
      for (;;) yield Buffer.alloc(1000);
    })(),
  );
  expect(await problemCode(() => receiveUpload(endless, path, { maxBytes: 5000 }))).toBe("upload.too-large");
  expect(endless.destroyed).toBe(true);
  const broken = new Readable({
    read() {
      this.push("name,ci");
      this.destroy(new Error("aborted"));
    },
  });
  expect(await problemCode(() => receiveUpload(broken, path, { maxBytes: 5000 }))).toBe("upload.interrupted");
  expect(readdirSync(folder).filter((name) => name.startsWith("never"))).toEqual([]);
});
