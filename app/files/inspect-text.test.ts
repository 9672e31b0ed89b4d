import { createHash } from "node:crypto";
import { join } from "node:path";
import fc from "fast-check";
import { expect, test } from "vitest";
import { inspectFile } from "./inspect-file.server";
import type { InspectOptions } from "./inspect-file.server";
import { readRecords } from "./read-records.server";
import { wholeCharacters } from "./sniff-encoding.server";
import { encoded, problemCode, problemOf, temporaryFolder, writeTemporary } from "./test-fixtures";
import type { Encoding } from "./types";

const folder = temporaryFolder();

const inspect = (content: string | Uint8Array, options: Partial<InspectOptions> = {}) =>
  inspectFile(writeTemporary(folder, content), { fileName: "list.csv", workDir: join(folder, "work"), ...options });

const english = "name,country,city\nMill Ltd,India,Pune\nYard Co,China,Ningbo\n";

test("a plain list: hash, size, encoding, delimiter, the first records", async () => {
  const found = await inspect(english);
  expect(found).toMatchObject({
    fileName: "list.csv",
    bytes: english.length,
    sha256: createHash("sha256").update(english).digest("hex"),
    format: "csv",
    sheet: null,
    sheets: [],
    oddRecords: [],
    table: { encoding: "utf-8", delimiter: ",", skipBytes: 0, numbering: "line" },
  });
  expect(found.sample).toEqual([
    ["name", "country", "city"],
    ["Mill Ltd", "India", "Pune"],
    ["Yard Co", "China", "Ningbo"],
  ]);
});

test("an 8-bit byte at position 1,431,941 is found, and the file read as windows-1252", async () => {
  const row = "Supplier of all sorts Ltd,Harrogate,1040.00\n";
  const bytes = Buffer.from("name,town,amount\n" + row.repeat(50_000));
  bytes[1_431_941] = 0xe9;
  const found = await inspect(bytes);
  expect(found.table.encoding).toBe("windows-1252");
  expect(found.oddRecords).toHaveLength(1);
  const line = bytes.subarray(0, 1_431_941).toString("latin1").split("\n").length;
  expect(found.oddRecords[0]).toMatchObject({ line, text: expect.stringContaining("é") });
});

test("a byte 0xAB used as an apostrophe does not make an English file Cyrillic", async () => {
  const bytes = encoded(
    "supplier,amount\nHER MAJESTY«S COURTS SERVICE,12.00\nFARRAH«S OF HARROGATE,3.50\n",
    "windows-1252",
  );
  const found = await inspect(bytes);
  expect(found.table.encoding).toBe("windows-1252");
  expect(found.oddRecords.map((record) => record.line)).toEqual([2, 3]);
  expect(found.sample[1]![0]).toBe("HER MAJESTY«S COURTS SERVICE");
});

const texts: [Encoding, string][] = [
  ["windows-1252", "fournisseur;ville\nSociété Générale;Orléans\nMüller & Söhne;Köln\nL’Atelier – Paris;5 €\n"],
  ["windows-1251", "Поставщик;Город\nООО «Ромашка»;Москва\nАО Завод № 5;Тверь\n"],
  ["windows-1251", "supplier;city\nООО РОМАШКА;Moscow\nMill Ltd;Pune\nYard Ltd;Oslo\n"],
  ["utf-8", "supplier,city\n企业名称,宁波\nТоварищество,Алматы\nMüller,Köln\n"],
  ["utf-16le", "supplier\tcity\nMüller\tKöln\n企业\t宁波\n"],
  ["utf-16be", "supplier\tcity\nMüller\tKöln\n企业\t宁波\n"],
];

test.each(texts)("%s is recognised by what the whole file holds: %j", async (encoding, text) => {
  const found = await inspect(encoded(text, encoding));
  expect(found.table.encoding).toBe(encoding);
  const lines = text.trimEnd().split("\n");
  expect(found.sample.map((cells) => cells.join(found.table.delimiter))).toEqual(lines);
});

test("bytes that windows-1252 does not have mean latin1", async () => {
  expect((await inspect(Buffer.from("name,x\nMill \x81 \xe9t\xe9,1\n", "latin1"))).table.encoding).toBe("latin1");
});

test("a UTF-8 file with one stray byte stays UTF-8, and the stray cell is still read", async () => {
  const text = "name,city\n" + "Müller,Köln\n".repeat(20);
  const found = await inspect(Buffer.concat([Buffer.from(text), Buffer.from("Ren\xe9,Paris\n", "latin1")]));
  expect(found.table.encoding).toBe("utf-8");
  expect(found.sample.at(-1)).toEqual(["René", "Paris"]);
  expect(found.oddRecords.map((record) => record.line)).toEqual([22]);
});

test("letters encoded twice are shown as odd", async () => {
  const found = await inspect("name,city\nMill,Pune\nMARÃ\u0089CHAL,Paris\nÅ\u009eti.,Izmir\n");
  expect(found.oddRecords.map((record) => record.line)).toEqual([3, 4]);
});

const mark = Buffer.from([0xef, 0xbb, 0xbf]);
const doubleMark = Buffer.from([0xc3, 0xaf, 0xc2, 0xbb, 0xc2, 0xbf]);
test.each([
  ["a byte order mark", mark, 3],
  ["a byte order mark encoded twice", doubleMark, 6],
  ["both", Buffer.concat([mark, doubleMark]), 9],
])("%s does not stick to the first header", async (_, bytes, skipBytes) => {
  const found = await inspect(Buffer.concat([bytes, Buffer.from(english)]));
  expect(found.table).toMatchObject({ encoding: "utf-8", skipBytes });
  expect(found.sample[0]![0]).toBe("name");
});

test("UTF-16 with a byte order mark, CRLF and a sep= line", async () => {
  const found = await inspect(
    Buffer.concat([Buffer.from([0xff, 0xfe]), encoded('sep=;\r\nname;city\r\n"A;B";Köln\r\n', "utf-16le")]),
  );
  expect(found.table).toMatchObject({ encoding: "utf-16le", delimiter: ";", skipBytes: 2 + 14 });
  expect(found.sample).toEqual([
    ["name", "city"],
    ["A;B", "Köln"],
  ]);
  expect([...readRecords(found.table)][0]!.lines[0]).toBe(2);
});

test("a semicolon file whose addresses have more commas than it has semicolons", async () => {
  const rows = ["A 1, Street 2, Floor 3, City, State", "B 7, Lane, City, State, Zip, Land", "C, D", "12, E, F"];
  const text = "name;address;country\n" + rows.map((address, i) => `Mill ${i};${address};India\n`).join("");
  expect((await inspect(text)).table.delimiter).toBe(";");
});

test("decimal commas do not make a semicolon file a comma file", async () => {
  const text = "Leverandør;Beløp;Mva\n" + Array.from({ length: 30 }, (_, i) => `Firma ${i};${i},50;2,00\n`).join("");
  expect((await inspect(text)).table.delimiter).toBe(";");
});

test("a tab file named .csv, a bar file, a title and an SQL query above the header", async () => {
  expect((await inspect("name\tcity, country\nMill\tPune, India\nYard\tOslo, Norway\n")).table.delimiter).toBe("\t");
  expect((await inspect("name|city|land\nMill|Pune, North|IN\nYard|Oslo|NO\n")).table.delimiter).toBe("|");
  const query = "SELECT a.name, a.city,\n  b.amount, b.day, b.code\nFROM payments b, vendors a\nWHERE a.id = b.id\n\n";
  const rows = Array.from({ length: 20 }, (_, i) => `Mill ${i};Pune;${i}.00;x\n`).join("");
  expect((await inspect(query + "name;city;amount;day\n" + rows)).table.delimiter).toBe(";");
});

test("lines of unequal length and nameless trailing columns do not hide the delimiter", async () => {
  const rows = Array.from(
    { length: 40 },
    (_, i) => `Mill ${i},Pune,${i % 7 === 0 ? "a,b" : "a"}${",".repeat(i % 5 === 0 ? 0 : 9)}\n`,
  );
  expect((await inspect("name,city,note,,,,,,,,,\n" + rows.join(""))).table.delimiter).toBe(",");
});

test("a list of names alone is one column, though some names have a comma", async () => {
  const found = await inspect("Supplier\nMill Ltd\nYard, Inc.\nDock GmbH\nPier\n");
  expect(found.table.delimiter).toBe(",");
  expect(found.sample).toHaveLength(5);
});

test("the user's encoding and delimiter are taken as said", async () => {
  const found = await inspect(encoded("имя;город\nМельница;Тверь\n", "windows-1251"), {
    encoding: "latin1",
    delimiter: ",",
  });
  expect(found.table).toMatchObject({ encoding: "latin1", delimiter: "," });
  expect(await problemCode(() => inspect(english, { delimiter: '"' }))).toBe("file.delimiter-invalid");
});

test("a few NULs in a text are no reason to refuse it", async () => {
  const found = await inspect(`name,city\nMill\u0000,Pune\n${"Yard,Oslo\n".repeat(100)}`);
  expect(found.table.encoding).toBe("utf-8");
  expect(found.sample[1]![0]).toBe("Mill\u0000");
});

test("the sample holds at most 400 records, the file all of them", async () => {
  const found = await inspect("name,n\n" + Array.from({ length: 2000 }, (_, i) => `Mill ${i},${i}\n`).join(""));
  expect(found.sample).toHaveLength(400);
  let records = 0;
  for (const batch of readRecords(found.table)) records += batch.cells.length;
  expect(records).toBe(2001);
});

test("progress reaches the size of the file, and a cancelled inspection ends with a problem", async () => {
  const seen: number[] = [];
  const big = "name,city\n" + "Mill,Pune\n".repeat(300_000);
  await inspect(big, { onProgress: (done, total) => seen.push(done / total) });
  expect(seen.at(-1)).toBe(1);
  expect(seen).toEqual([...seen].sort((a, b) => a - b));
  expect(await problemCode(() => inspect(big, { cancelled: () => seen.length > 0 }))).toBe("cancelled");
});

test("a file over the size limit is refused before it is read, with the limit and its size", async () => {
  const problem = await problemOf(() => inspect(english, { limits: { maxBytes: 10 } }));
  expect(problem).toMatchObject({ code: "file.too-many-bytes", values: { limit: 10, found: english.length } });
});

test("no valid UTF-8 is cut inside a character", () => {
  fc.assert(
    fc.property(fc.string({ unit: "binary" }), fc.nat(), (text, cut) => {
      const bytes = Buffer.from(text, "utf8");
      const end = Math.min(bytes.length, cut);
      const whole = wholeCharacters(bytes, end);
      expect(end - whole).toBeLessThan(4);
      const before = bytes.subarray(0, whole).toString("utf8");
      expect(Buffer.from(text, "utf8").toString("utf8").startsWith(before)).toBe(true);
    }),
  );
});
