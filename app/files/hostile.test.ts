/** Files made to do harm: each is refused with a sentence, soon, and without filling the memory. */
import { readFileSync, statSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { deflateRawSync } from "node:zlib";
import { expect, test } from "vitest";
import { inspectFile } from "./inspect-file.server";
import { readRecords } from "./read-records.server";
import { problemCode, temporaryFolder, textRows, workbookParts, writeTemporary, writeZip } from "./test-fixtures";

const folder = temporaryFolder();
let made = 0;
const list = textRows([
  ["Name", "Country"],
  ["Mill", "India"],
  ["Yard", "China"],
]);
const book = (parts: Readonly<Record<string, string | Uint8Array>>): Promise<string> =>
  writeZip(join(folder, `book-${++made}.xlsx`), { ...workbookParts([{ name: "List", rows: list }]), ...parts });
const inspect = (path: string, limits = {}) =>
  inspectFile(path, { fileName: "list.xlsx", workDir: join(folder, `work-${++made}`), limits });
const codeOf = (path: string, limits = {}) => problemCode(() => inspect(path, limits));
const sheet = (rows: string): Record<string, string> => ({
  "xl/worksheets/sheet1.xml": `<worksheet><sheetData>${rows}</sheetData></worksheet>`,
});
const times = (text: string, count: number): string => text.repeat(count);

test("a small file that unpacks to a thousand times its size is refused before it is unpacked", async () => {
  const path = await book({ "xl/worksheets/sheet1.xml": Buffer.alloc(96 << 20, 32) });
  expect(statSync(path).size).toBeLessThan(200_000);
  expect(await codeOf(path)).toBe("file.too-much-unzipped");
});

test("what unpacks to as much but is as large as it says is read: the measure is the file's own size", async () => {
  const rows = Array.from(
    { length: 30_000 },
    (_, at) => `<row><c t="inlineStr"><is><t>Mill ${(at * 7919) % 104_729}</t></is></c><c><v>${at}</v></c></row>`,
  );
  expect(await codeOf(await book(sheet(rows.join(""))))).toBe("none");
});

test("one part named by many sheets counts as often as it is read", async () => {
  const many = Array.from({ length: 300 }, (_, at) => `<sheet name="s${at}" sheetId="${at}" r:id="rId1"/>`).join("");
  const path = await book({
    "xl/workbook.xml": `<workbook xmlns:r="x"><sheets>${many}</sheets></workbook>`,
    ...sheet(times("<row><c><v>1</v></c></row>", 40_000)),
  });
  expect(await codeOf(path)).toBe("file.too-much-unzipped");
});

test("a size that is not true is found out while it is read", async () => {
  const path = await book(sheet(times(list, 50)));
  const bytes = readFileSync(path);
  const central = bytes.indexOf(Buffer.from("xl/worksheets/sheet1.xml"), bytes.indexOf(Buffer.from("504b0102", "hex")));
  bytes.writeUInt32LE(10, central - 46 + 24);
  writeFileSync(path, bytes);
  expect(await codeOf(path)).toBe("file.workbook-damaged");
});

const ENTITIES = `<!DOCTYPE x [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;&a;&a;">]>`;
const EXTERNAL = `<!DOCTYPE x [<!ENTITY a SYSTEM "file:///etc/passwd">]>`;
test.each([
  ["entities in entities", ENTITIES, "&b;"],
  ["an entity from elsewhere", EXTERNAL, "&a;"],
  ["a document type from elsewhere", `<!DOCTYPE x SYSTEM "http://evil.example/x.dtd">`, "x"],
  ["a parameter entity", `<!DOCTYPE x [<!ENTITY % a SYSTEM "http://evil.example/x.dtd"> %a;]>`, "x"],
])("%s is refused in every part of a workbook", async (_what, type, use) => {
  const cell = `<row><c t="inlineStr"><is><t>${use}</t></is></c></row>`;
  for (const [part, xml] of Object.entries({
    "xl/worksheets/sheet1.xml": `${type}<worksheet><sheetData>${cell}</sheetData></worksheet>`,
    "xl/sharedStrings.xml": `${type}<sst><si><t>${use}</t></si></sst>`,
    "xl/workbook.xml": `${type}<workbook><sheets/></workbook>`,
    "xl/styles.xml": `${type}<styleSheet/>`,
    "_rels/.rels": `${type}<Relationships/>`,
  }))
    expect(await codeOf(await book({ [part]: xml })), part).toBe("file.workbook-unsafe");
});

test.each([
  ["elements in one another", times("<a>", 200_000)],
  ["one tag of many attributes", `<row ${times('a="1" ', 400_000)}>`],
  ["one attribute without an end", `<row r="${times("x", 3_000_000)}`],
  ["a comment without an end", `<!--${times("x", 3_000_000)}`],
  ["an entity nobody knows", `<row><c t="str"><v>&unknown;</v></c></row>`],
  ["a character that is none", `<row><c t="str"><v>&#x110000;</v></c></row>`],
])("a sheet with %s is damaged, no more", async (_what, rows) => {
  expect(await codeOf(await book(sheet(rows)))).toBe("file.workbook-damaged");
});

test.each([
  ["elements in one another", times("<si>", 200_000)],
  ["a text without an end", `<si><t>${times("x", 18 << 20)}`],
])("a table of strings with %s is damaged, no more", async (_what, strings) => {
  expect(await codeOf(await book({ "xl/sharedStrings.xml": `<sst>${strings}</sst>` }))).toBe("file.workbook-damaged");
});

test("a workbook that names more sheets than any has is damaged", async () => {
  const sheets = times('<sheet name="s" sheetId="1" r:id="rId1"/>', 25_000);
  const xml = `<workbook xmlns:r="x"><sheets>${sheets}</sheets></workbook>`;
  expect(await codeOf(await book({ "xl/workbook.xml": xml }))).toBe("file.workbook-damaged");
});

test.each([
  ["a row far down", '<row r="4000000000"><c t="str"><v>x</v></c></row>'],
  ["a cell far to the right", '<row r="3"><c r="ZZZZZZZ3" t="str"><v>x</v></c></row>'],
  ["a row before the first", '<row r="-5"><c t="str"><v>x</v></c></row>'],
  ["a string that does not exist", '<row><c t="s"><v>99999999999</v></c></row>'],
  ["a style that does not exist", '<row><c s="99999999"><v>45000</v></c></row>'],
])(
  "%s is refused or read, and ends soon",
  async (_what, row) => {
    const path = await book(sheet(list + row));
    expect(["none", "file.workbook-damaged", "file.too-many-records", "file.too-many-columns"]).toContain(
      await codeOf(path),
    );
  },
  10_000,
);

test("names of parts lead nowhere outside: what is read is in the zip, what is written in the work folder", async () => {
  const path = await book({});
  const bytes = readFileSync(path);
  // The zip writer refuses such names; an attacker's does not.
  const evil = Buffer.from(
    bytes.toString("latin1").replaceAll("xl/worksheets/sheet1.xml", "../../../evil/sheet.xml1"),
    "latin1",
  );
  expect(await codeOf(writeTemporary(folder, evil, "evil.xlsx"))).toBe("file.workbook-damaged");
  const relations = (target: string) => ({
    "xl/_rels/workbook.xml.rels": `<Relationships><Relationship Id="rId1" Type="x/worksheet" Target="${target}"/></Relationships>`,
  });
  for (const target of ["../../../../../../etc/passwd", "file:///etc/passwd", "http://evil.example/x", "/etc/passwd"])
    expect(await codeOf(await book(relations(target))), target).toBe("file.no-table");
});

test("a file that is two kinds at once is what its first bytes say, and nothing of it is carried out", async () => {
  const zip = readFileSync(await book({}));
  const pdf = Buffer.concat([Buffer.from("%PDF-1.7\n<html><script>alert(1)</script></html>\n"), zip]);
  expect(await codeOf(writeTemporary(folder, pdf))).toBe("file.pdf");
  const page = Buffer.concat([Buffer.from("<!DOCTYPE html><script>alert(1)</script>"), zip]);
  expect(await codeOf(writeTemporary(folder, page))).toBe("file.html");
  const gif = Buffer.concat([Buffer.from("GIF89a/*"), Buffer.from("*/=alert(1)//"), zip]);
  expect(await codeOf(writeTemporary(folder, gif))).toBe("file.image");
  expect(await codeOf(writeTemporary(folder, Buffer.concat([zip, Buffer.from("<script>alert(1)</script>")])))).toMatch(
    /^(?:none|file\.workbook-damaged)$/,
  );
});

test("a zip in a zip is an archive, at any depth only the outermost is opened", async () => {
  let inner = readFileSync(await book({}));
  for (let depth = 0; depth < 5; depth++) {
    const path = await writeZip(join(folder, `nested-${depth}.zip`), { "list.xlsx": inner });
    inner = readFileSync(path);
  }
  expect(await codeOf(writeTemporary(folder, inner))).toBe("file.archive");
});

test("one line of 50 MB is refused at its first cell too long, whatever it is made of", async () => {
  for (const fill of ["x", '"', ",", ";", "\u0000"]) {
    const path = writeTemporary(
      folder,
      Buffer.concat([Buffer.from("Name,Country\nMill,India\n"), Buffer.alloc(50 << 20, fill)]),
    );
    const began = performance.now();
    expect(
      await problemCode(async () => {
        const { table } = await inspect(path);
        for (const batch of readRecords(table)) void batch;
      }),
    ).toMatch(/^file\./);
    expect(performance.now() - began, JSON.stringify(fill)).toBeLessThan(20_000);
  }
}, 120_000);

test("a workbook cut off anywhere, or with a byte turned anywhere, is read or refused, never a fault of ours", async () => {
  const whole = readFileSync(await book({}));
  for (let at = 1; at < whole.length; at += Math.ceil(whole.length / 60)) {
    await codeOf(writeTemporary(folder, whole.subarray(0, at), "cut.xlsx"));
    const turned = Buffer.from(whole);
    turned[at] = turned[at]! ^ 0xff;
    await codeOf(writeTemporary(folder, turned, "turned.xlsx"));
  }
});

test("a sheet that unpacks to nothing but its head, and one whose bytes are no deflate, are damaged", async () => {
  const path = await book({ "xl/worksheets/sheet1.xml": deflateRawSync("x") });
  expect(await codeOf(path)).toBe("file.workbook-damaged");
});
