import { readFileSync, writeFileSync } from "node:fs";
import path from "node:path";
import * as fc from "fast-check";
import { afterAll, describe, expect, test } from "vitest";
import { aFolder } from "../../tests/builders";
import { looksPersonal } from "../imports/personal-columns";
import { emptyCells, type CellsToEmpty } from "./empty-cells.server";
import { readRecordAt, readRecords } from "./read-records.server";
import type { Encoding, TableText } from "./types";

const folder = aFolder("candour-empty-");
afterAll(() => folder.remove());
const [from, to] = [path.join(folder.path, "from.csv"), path.join(folder.path, "to.csv")];

const tableOf = (bytes: Buffer, options: Partial<TableText> = {}): TableText => {
  writeFileSync(from, bytes);
  return { path: from, encoding: "utf-8", delimiter: ",", skipBytes: 0, numbering: "line", ...options };
};

interface Read {
  readonly line: number;
  readonly offset: number;
  readonly length: number;
  readonly cells: readonly string[];
}
const readAll = (table: TableText): Read[] =>
  [...readRecords(table)].flatMap(({ cells, lines, offsets, lengths }) =>
    cells.map((record, i) => ({ line: lines[i]!, offset: offsets[i]!, length: lengths[i]!, cells: record })),
  );
const places = (records: readonly Read[]) => records.map(({ line, offset, length }) => [line, offset, length]);

const emails = (width: number, ...columns: number[]): CellsToEmpty => ({
  firstDataRecord: 1,
  width,
  columns,
  some: null,
  anywhere: looksPersonal,
});

/** The copy's cells, and whether every record lies where it lay. */
function copyOf(text: string | Buffer, what: CellsToEmpty, options: Partial<TableText> = {}) {
  const table = tableOf(Buffer.from(text), options);
  const emptied = emptyCells(table, to, what);
  const copy = { ...table, path: to };
  expect(places(readAll(copy))).toEqual(places(readAll(table)));
  return { emptied, cells: readAll(copy).map((record) => record.cells), text: readFileSync(to) };
}

describe("a copy with a column emptied", () => {
  test("keeps the header, every other cell, and where each record lies", () => {
    const { cells, emptied } = copyOf("Name,E-mail,Country\nMill,ann@mill.example,TR\nWorks,,PL\n", emails(3, 1));
    expect(cells).toEqual([
      ["Name", "E-mail", "Country"],
      ["Mill", " ".repeat("ann@mill.example".length), "TR"],
      ["Works", "", "PL"],
    ]);
    expect(emptied).toEqual({ records: 3, cells: 1 });
  });

  test("keeps quotation marks and line breaks, so that lines still count", () => {
    const { text } = copyOf(
      'Name,Contact,Country\r\n"Mill, old","Ann ""A"" Miller\r\n+90 555",TR\r\nWorks,Bo,PL',
      emails(3, 1),
    );
    expect(text.toString()).toBe(
      `Name,Contact,Country\r\n"Mill, old","${" ".repeat(16)}\r\n${" ".repeat(7)}",TR\r\nWorks,  ,PL`,
    );
  });

  test("empties the cell wherever it may have moved in a record with too many cells", () => {
    const { cells } = copyOf("Name,E-mail,Country\nMill, old,ann@mill.example,TR\n", emails(3, 1));
    expect(cells[1]!.join("")).not.toContain("ann");
    expect(cells[1]![0]).toBe("Mill");
    expect(cells[1]![3]).toBe("TR");
  });

  test("finds an address that moved in a record with too few", () => {
    const { cells } = copyOf("Name,Town,E-mail,Country\nMill,ann@mill.example,TR\n", emails(4, 2));
    expect(cells[1]!.join("")).not.toContain("ann");
  });

  test("does not shift where only nameless empty columns follow", () => {
    const { cells } = copyOf("Name,E-mail,Country,,\nMill,ann@mill.example,TR,,\n", emails(3, 1));
    expect(cells[1]![2]).toBe("TR");
  });

  test("empties single cells by what they hold", () => {
    const some = { column: 1, test: (cell: string) => cell === "Ж2" };
    const { cells } = copyOf("Name,No\nMill,Ж2\nWorks,Ж3\n", { ...emails(2), some });
    expect(cells.slice(1).map((record) => record[1])).toEqual(["***", "Ж3"]);
  });

  test.each(["utf-16le", "utf-16be", "windows-1251"] as const)("reads %s", (encoding: Encoding) => {
    const text = "Name;Телефон;Land\nMill;555 12;TR\nWorks;;PL\n";
    const wide = Buffer.from(text, "utf16le");
    const bytes =
      encoding === "windows-1251"
        ? Buffer.from(text.replace("Телефон", "Tel"), "latin1")
        : encoding === "utf-16le"
          ? wide
          : wide.swap16();
    const { cells } = copyOf(bytes, emails(3, 1), { encoding, delimiter: ";" });
    expect(cells.slice(1)).toEqual([
      ["Mill", "      ", "TR"],
      ["Works", "", "PL"],
    ]);
  });

  test("is not made of a file that passes the limits of what is read", () => {
    expect(emptyCells(tableOf(Buffer.from(`Name,E-mail\nMill,${"x".repeat(40_000)}\n`)), to, emails(2, 1))).toBeNull();
  });
});

test("whatever a file holds: each record stays where it is, its other cells as they were, the emptied ones blank", () => {
  const piece = fc.constantFrom("a", "ж", "1", ",", ",", '"', '""', "\n", "\r\n", "\r", " ", "@x.y", '","', '"\n');
  fc.assert(
    fc.property(fc.array(piece, { maxLength: 60 }), fc.constantFrom(0, 1, 2), (pieces, column) => {
      const table = tableOf(Buffer.from(pieces.join("")));
      const before = readAll(table);
      const emptied = emptyCells(table, to, { ...emails(3, column), firstDataRecord: 0, anywhere: () => false });
      expect(emptied?.records).toBe(before.length);
      const copy = { ...table, path: to };
      for (const { offset, length, cells } of before) {
        const after = readRecordAt(copy, offset, length);
        const whole = after.every((cell) => cell.trim() === "");
        if (whole) continue;
        expect(after.length).toBe(cells.length);
        after.forEach((cell, i) => {
          if (i === column) expect(cell.trim()).toBe("");
          else if (cells.length <= 3) expect(cell).toBe(cells[i]);
        });
      }
    }),
    { numRuns: 2000 },
  );
});
