/** Files made to do harm, sent as anybody could send them: the program says what is wrong, goes on, and stays quick for others. */
import { afterAll, beforeAll, expect, test } from "vitest";
import { yazlZip } from "./zips";
import { formsOf } from "../bench/visitor";
import { inTurns, isExpected, type Attacker, type Told } from "./attacker";
import { HEADER, TAG } from "./odd-values";
import { startWorld, type World } from "./world";

/** From the last byte sent until somebody knows what became of it. */
const PATIENCE_MS = 150_000;
let world: World;
let us: Attacker;
let slug: string;

beforeAll(async () => {
  world = await startWorld();
  us = await world.ours.as("owner");
  slug = world.ours.workspace.slug;
});
afterAll(() => world.close());

const GOOD = "Supplier name,Country,Spend (EUR)\nMill,India,10\nYard,China,20\n";
const workbook = (parts: Readonly<Record<string, string | Uint8Array>> = {}) =>
  yazlZip({
    "_rels/.rels": `<Relationships><Relationship Id="a" Type="x/officeDocument" Target="xl/workbook.xml"/></Relationships>`,
    "xl/workbook.xml": `<workbook xmlns:r="r"><sheets><sheet name="s" sheetId="1" r:id="a"/></sheets></workbook>`,
    "xl/_rels/workbook.xml.rels": `<Relationships><Relationship Id="a" Type="x/worksheet" Target="worksheets/sheet1.xml"/><Relationship Id="b" Type="x/sharedStrings" Target="sharedStrings.xml"/></Relationships>`,
    "xl/worksheets/sheet1.xml": `<worksheet><sheetData><row><c t="inlineStr"><is><t>Supplier name</t></is></c><c t="inlineStr"><is><t>Country</t></is></c></row><row><c t="inlineStr"><is><t>Mill</t></is></c><c t="inlineStr"><is><t>India</t></is></c></row></sheetData></worksheet>`,
    ...parts,
  });
const text = (content: string): Promise<Buffer> => Promise.resolve(Buffer.from(content));
const sheet = (rows: string) =>
  workbook({ "xl/worksheets/sheet1.xml": `<worksheet><sheetData>${rows}</sheetData></worksheet>` });
const xxe = `<!DOCTYPE x [<!ENTITY a SYSTEM "file:///etc/passwd"><!ENTITY b "&a;&a;&a;">]>`;

/** By what it is: its bytes, and the name it comes with. */
const FILES: Readonly<Record<string, () => Promise<{ readonly bytes: Buffer; readonly name: string }>>> =
  Object.fromEntries(
    (
      [
        ["a good list", "list.csv", () => text(GOOD)],
        ["a good workbook", "list.xlsx", () => workbook()],
        ["a workbook that calls itself a picture", "list.png", () => workbook()],
        [
          "a picture that calls itself a list",
          "list.csv",
          () => Promise.resolve(Buffer.from("89504e470d0a1a0a0000000d", "hex")),
        ],
        ["a bomb", "bomb.xlsx", () => workbook({ "xl/worksheets/sheet1.xml": Buffer.alloc(200 << 20, 32) })],
        [
          "a bomb in a part nobody asked for",
          "bomb.xlsx",
          () => workbook({ "xl/media/x.bin": Buffer.alloc(100 << 20) }),
        ],
        [
          "a zip in a zip in a zip",
          "nested.xlsx",
          async () => yazlZip({ "a.zip": await yazlZip({ "b.xlsx": await workbook() }) }),
        ],
        [
          "an entity from elsewhere in the sheet",
          "xxe.xlsx",
          () => workbook({ "xl/worksheets/sheet1.xml": `${xxe}<worksheet/>` }),
        ],
        [
          "an entity from elsewhere in the strings",
          "xxe.xlsx",
          () => workbook({ "xl/sharedStrings.xml": `${xxe}<sst/>` }),
        ],
        ["elements in one another", "deep.xlsx", () => sheet("<a>".repeat(300_000))],
        [
          "strings that never end",
          "long.xlsx",
          () => workbook({ "xl/sharedStrings.xml": `<sst><si><t>${"x".repeat(20 << 20)}` }),
        ],
        ["a row four thousand million down", "far.xlsx", () => sheet('<row r="4000000000"><c><v>1</v></c></row>')],
        [
          "a page and a PDF and a zip at once",
          "x.pdf",
          async () => Buffer.concat([Buffer.from("%PDF-1.7\n<html><script>"), await workbook()]),
        ],
        ["a page", "x.html", () => text(`<!DOCTYPE html>${TAG}></qzscript>`)],
        ["an upward path for a name", "../../../../etc/cron.d/x.csv", () => text(GOOD)],
        ["a name with a header in it", `a\r\n${HEADER}: 1\r\n.csv`, () => text(GOOD)],
        ["a name with half a letter and empty bytes", "\ud800\u0000.csv", () => text(GOOD)],
        ["a name of a thousand letters", `${"x".repeat(1000)}.csv`, () => text(GOOD)],
        ["a name that is a tag", `${TAG}>.csv`, () => text(GOOD)],
        ["half a workbook", "cut.xlsx", async () => (await workbook()).subarray(0, 300)],
        ["empty bytes", "nul.csv", () => Promise.resolve(Buffer.alloc(100_000))],
        ["a list with empty bytes in it", "nul.csv", () => text(GOOD.replaceAll("Mill", "Mi\u0000ll"))],
        ["one line of 20 MB", "line.csv", () => Promise.resolve(Buffer.alloc(20 << 20, "x"))],
        ["a mark that is never closed", "mark.csv", () => text(`${GOOD}"${"x\n".repeat(500_000)}`)],
        ["a hundred thousand columns", "wide.csv", () => text(`${"a,".repeat(100_000)}\n${"1,".repeat(100_000)}\n`)],
        ["formulas", "formula.csv", () => text(`Supplier name,Country\n=1+1,@x\n"+cmd|' /C calc'!A0",India\n`)],
        ["tags", "tags.csv", () => text(`Supplier name,${TAG}>\n${TAG}>,India\n`)],
        ["names of the language", "proto.csv", () => text("__proto__,constructor,Supplier name\n1,2,Mill\n")],
      ] as const
    ).map(([what, name, make]) => [what, async () => ({ name, bytes: await make() })]),
  );

const put = (bytes: Buffer, name: string): Promise<Told> =>
  us.ask(`/w/${slug}/imports/upload?name=${encodeURIComponent(name.replace("\ud800", ""))}`, {
    method: "PUT",
    body: bytes as unknown as BodyInit,
    headers: { "Content-Type": "application/octet-stream" },
  });

/** The state in which an import comes to rest. */
async function restOf(place: string): Promise<string> {
  for (const end = Date.now() + PATIENCE_MS; Date.now() < end; await new Promise((done) => setTimeout(done, 50))) {
    const told = await us.ask(`${place}/progress`);
    const { importState } = JSON.parse(told.text) as { importState: string };
    if (["mapping", "failed", "preview"].includes(importState)) return importState;
  }
  return "still at work";
}

test("each is read or refused with a sentence, whoever reads it goes on, and its page and its list can be seen", async () => {
  const wrong: string[] = [];
  await inTurns(
    Object.entries(FILES),
    async ([what, make]) => {
      const { bytes, name } = await make();
      const told = await put(bytes, name);
      if (told.status !== 201) return void wrong.push(`${what}: ${told.status}`);
      const { location } = JSON.parse(told.text) as { location: string };
      const rest = await restOf(location);
      const good =
        /^a good|picture$|^an upward|^a name|^formulas|^tags|^names of|^a bomb in/.test(what) &&
        !what.startsWith("a picture");
      if (good ? rest !== "mapping" : rest === "still at work") wrong.push(`${what}: ${rest}`);
      for (const address of [location, `${location}.data`]) {
        const page = await us.ask(address);
        if (page.status !== 200 && page.status !== 202) wrong.push(`${what}: its page ${page.status}`);
        if (page.headers.get("content-type")?.startsWith("text/html") && page.text.includes(TAG))
          wrong.push(`${what}: a tag`);
        if (/root:x?:0:0|file:\/\/\/etc/.test(page.text)) wrong.push(`${what}: says what is in the machine`);
      }
      if (rest !== "mapping") return;
      const form = formsOf((await us.ask(location)).text).find(({ buttons }) =>
        buttons.some(({ value }) => value === "build"),
      );
      const built = await us.ask(location, { form: { ...Object.fromEntries(form?.fields ?? []), intent: "build" } });
      if (!isExpected(built)) wrong.push(`${what}: build ${built.status}`);
      const made = await restOf(location);
      if (made === "still at work") wrong.push(`${what}: ${made} after the build`);
      const preview = await us.ask(location);
      if (preview.status !== 200 || preview.text.includes(TAG)) wrong.push(`${what}: preview ${preview.status}`);
      const original = await us.ask(`${location}/original`);
      if (!isExpected(original) || original.headers.has(HEADER)) wrong.push(`${what}: original ${original.status}`);
      if (original.status === 200 && !original.headers.get("content-disposition")?.startsWith("attachment"))
        wrong.push(`${what}: shown`);
    },
    2,
  );
  expect(wrong).toEqual([]);
  // A process that ran out of memory or threw would have been started again.
  expect(world.server.output()).not.toContain("job process ended");
}, 400_000);

test("a file of no bytes, one larger than is taken and a form without a file get a sentence", async () => {
  expect((await put(Buffer.alloc(0), "empty.csv")).status).toBe(400);
  const form = (inside: string) => ({
    body: `--e\r\n${inside}\r\n--e--\r\n`,
    headers: { "Content-Type": "multipart/form-data; boundary=e" },
  });
  for (const at of ["imports/new", "lists"])
    for (const inside of [
      'Content-Disposition: form-data; name="file"; filename=""\r\n\r\n',
      'Content-Disposition: form-data; name="file"; filename="a;b.csv"\r\n\r\nx',
      'Content-Disposition: form-data; name="file"\r\n\r\nx',
      'Content-Disposition: form-data; name="file"; filename="../../x.csv"\r\n\r\n',
      `Content-Disposition: form-data; name="${"x".repeat(100_000)}"\r\n\r\nx`,
      "nothing",
    ]) {
      const told = await us.ask(`/w/${slug}/${at}`, form(inside));
      expect([302, 400, 413, 422], `${at} ${inside.slice(0, 60)}`).toContain(told.status);
    }
});

const LISTS: Readonly<Record<string, string | Buffer>> = {
  "XML with an entity from elsewhere": `<?xml version="1.0"?>${xxe}<export generationDate="2026-01-01"><sanctionEntity logicalId="&a;"/></export>`,
  "XML of elements in one another": `<?xml version="1.0"?>${"<a>".repeat(2_000_000)}`,
  "JSON of lists in one another": `${"[".repeat(1_000_000)}`,
  "JSON of nothing": `{"response":{"ZPROCSUPP":[null,1,"x",[],{"SUPP_NAME":null}]}}`,
  "a page of tables in one another": `<html><body>${"<table><tr><td>".repeat(100_000)}`,
  "a page of half tags": `<html><body><table>${"<tr><td".repeat(300_000)}`,
  "a page of marks of characters": `<html><body><table><tr><td>${"&#x110000;&#0;&".repeat(200_000)}</td></tr></table>`,
  "one line": Buffer.alloc(8 << 20, "x"),
  "quotation marks": Buffer.alloc(4 << 20, '"'),
  tags: `Name,Country\n${TAG}>,India\n`,
};

test("each list of entries made to do harm is refused or read in time, by every reader, and nobody else waits", async () => {
  const page = await us.ask(`/w/${slug}/lists`);
  const readers = [...page.text.matchAll(/name="list"[^>]*>([\s\S]*?)<\/select>/g)].flatMap(([, options = ""]) =>
    [...options.matchAll(/value="([^"]+)"/g)].map(([, value]) => value!),
  );
  expect(readers.length).toBeGreaterThan(4);
  const wrong: string[] = [];
  const kindOf: Readonly<Record<string, string>> = { "EU-FSF": "XML", "WB-DEBARRED": "JSON" };
  for (const [nth, [what, content]] of Object.entries(LISTS).entries())
    for (const [at, list] of readers.entries()) {
      // Each reader gets those of its own kind, and a third of the others.
      if ((at + nth) % 3 !== 0 && !what.startsWith(kindOf[list] ?? "-")) continue;
      const form = new FormData();
      for (const [name, value] of Object.entries({
        list,
        title: "Harm",
        readOn: "2026-11-01",
        date: "2026-10-01",
        expected: "",
      }))
        form.set(name, value);
      form.set("file", new Blob([content as BlobPart]), `harm-${what}`);
      const told = await us.ask(`/w/${slug}/lists`, { body: form });
      if (!isExpected(told) || told.ms > 10_000)
        wrong.push(`${list}, ${what}: ${told.status} in ${Math.round(told.ms)} ms`);
      if (told.text.includes(TAG)) wrong.push(`${list}, ${what}: a tag`);
    }
  expect(wrong).toEqual([]);
}, 400_000);
