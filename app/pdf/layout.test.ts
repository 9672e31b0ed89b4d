/** What the layout promises of every report, read back from where things stand on the page. */
import { execFileSync } from "node:child_process";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { bare, readPdf, readPieces, type Piece } from "../../tests/pdf-text";
import { wordingIn } from "../../tests/report-wording";
import type { Block, Column, PdfDocument } from "../reports/pdf-document";
import { compilePdf } from "./compile";

const { t } = await wordingIn("en");

const documentOf = (blocks: readonly Block[], workspace = "Alder"): PdfDocument => ({
  lang: "en",
  title: "A report",
  fullTitle: "A report of Alder",
  workspace,
  description: "",
  keywords: [],
  madeAt: [2026, 3, 4, 9, 12, 33],
  foot: "Draft",
  page: ["Page ", " of "],
  blocks,
  attachment: null,
});
const pdfOf = (blocks: readonly Block[], workspace?: string): Buffer =>
  compilePdf(documentOf(blocks, workspace), null, { t }, "ua-1");

const text = (words: string, quiet = false): Block => ({ kind: "text", text: words, quiet });
/** So many lines of their own. */
const lines = (count: number): Block[] => Array.from({ length: count }, (_, at) => text(`filler ${at}`));
const heading = (words: string, level: 1 | 2 = 1): Block => ({ kind: "heading", level, text: words });
const start = (head: string): Column => ({ head, width: 3, align: "start" });
const end = (head: string): Column => ({ head, width: 1, align: "end" });
const rowsOf = (name: string, count: number, cell: string): Block => ({
  kind: "table",
  columns: [start("What"), start("Words")],
  rows: Array.from({ length: count }, (_, at) => [`${name}-${at}.`, cell]),
});

/** As a program reads it that knows which glyphs stand for which letters. */
const textOf = (bytes: Buffer) => execFileSync("pdftotext", ["-", "-"], { input: bytes, encoding: "utf8" });

/** On which pages, by their index, the wanted words stand, in the order of reading. */
const pagesWith = (pages: readonly (readonly Piece[])[], wanted: RegExp): number[] =>
  pages.flatMap((pieces, page) => pieces.filter((piece) => wanted.test(piece.text)).map(() => page));
const countsOf = (pages: readonly number[]): number[] =>
  [...new Set(pages)].map((page) => pages.filter((one) => one === page).length);

/** A table after so many lines. */
const aPlace = fc.record({ before: fc.integer({ min: 0, max: 40 }), rows: fc.integer({ min: 1, max: 24 }), high: fc.boolean() }); // prettier-ignore

describe("wherever on a page it begins", () => {
  test("a short table stays whole, a longer one leaves no row alone, and its heading and caption stand on the page of its first rows", async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(aPlace, { minLength: 20, maxLength: 20 }), async (places) => {
        const blocks = places.flatMap(({ before, rows, high }, at) => [
          ...lines(before),
          heading(`Heading ${at}.`),
          text(`Caption ${at}.`, true),
          rowsOf(`row ${at}`, rows, high ? "words that go on and on ".repeat(9) : "some words"),
        ]);
        const pages = await readPieces(pdfOf([...blocks, ...lines(30)]));
        for (const [at, { rows }] of places.entries()) {
          const found = pagesWith(pages, new RegExp(`^row ${at}-\\d+\\.$`, "u"));
          const counts = countsOf(found);
          expect(found).toHaveLength(rows);
          if (rows <= 6) expect(counts).toHaveLength(1);
          expect(Math.min(...counts)).toBeGreaterThanOrEqual(Math.min(2, rows));
          expect(pagesWith(pages, new RegExp(`^(?:Heading|Caption) ${at}\\.$`, "u"))).toEqual([found[0], found[0]]);
        }
      }),
      { numRuns: 10, endOnFailure: true },
    );
  });

  test("a few facts and a short list stay together, the list with the words it is of", async () => {
    const terms = ["first term", "second term", "third term"];
    const facts: Block = { kind: "facts", items: terms.map((term) => ({ term, value: "A value. ".repeat(20) })) };
    const list: Block = { kind: "list", items: ["first item", "second item", "third item"] };
    await fc.assert(
      fc.asyncProperty(fc.integer({ min: 0, max: 60 }), async (before) => {
        const pages = await readPieces(pdfOf([...lines(before), facts, text("What is listed:"), list]));
        expect(countsOf(pagesWith(pages, /^(?:first|second|third) term$/u))).toEqual([3]);
        expect(countsOf(pagesWith(pages, /^(?:What is listed:|(?:first|second|third) item)$/u))).toEqual([4]);
      }),
      { numRuns: 25 },
    );
  });

  test("what begins on a new page does so unless most of the page is left", async () => {
    const begins: Block = { kind: "heading", level: 1, text: "Begins", newPage: true };
    const pageAfter = async (before: number) =>
      pagesWith(await readPieces(pdfOf([...lines(before), begins, ...lines(3)])), /^Begins$/u);
    expect(await pageAfter(5)).toEqual([0]);
    expect(await pageAfter(35)).toEqual([1]);
  });
});

test("there are contents with page numbers where there are more than three pages, and none where they are few", async () => {
  const report = (perSection: number): Block[] => [
    { kind: "contents", title: "Contents" },
    ...["One", "Two", "Three"].flatMap((name) => [heading(`Part ${name}`), ...lines(perSection)]),
  ];
  const long = await readPieces(pdfOf(report(70)));
  expect(pagesWith(long, /^Contents$/u)).toEqual([0]);
  const [first = []] = long;
  for (const name of ["One", "Two", "Three"]) {
    const entry = first.find((piece) => piece.text.includes(`Part ${name}`))!;
    const inLine = first.filter((piece) => piece.line === entry.line).map((piece) => piece.text).join(""); // prettier-ignore
    const page = pagesWith(long, new RegExp(`^Part ${name}$`, "u")).at(-1)! + 1;
    expect(inLine).toMatch(new RegExp(`${page}$`, "u"));
  }
  expect(pagesWith(await readPieces(pdfOf(report(20))), /^Contents$/u)).toEqual([]);
});

test("a last page of a few lines is saved by a little less air", async () => {
  const pages = await Promise.all(
    Array.from({ length: 12 }, (_, at) => at + 48).map(async (count) => (await readPieces(pdfOf(lines(count)))).map((pieces) => pieces.filter((piece) => piece.text.startsWith("filler")).length)), // prettier-ignore
  );
  const last = pages.filter((counts) => counts.length > 1).map((counts) => counts.at(-1)!);
  expect(last.length).toBeGreaterThan(0);
  expect(Math.min(...last)).toBeGreaterThan(3);
});

test("a long name breaks with a hyphen, an id without one, and both read back whole", async () => {
  const name = "Donaudampfschifffahrtselektrizitaetenhauptbetriebswerkbauunterbeamtengesellschaft";
  const site = "https://www.example.org/procurement/supply-chain/reports/2026/annex-3/measures.html?part=4711";
  const columns = ["Name", "Address", "a", "b", "c", "d"].map(start);
  const rows = [[name, site, "one", "two", "three", "four"]];
  const bytes = pdfOf([{ kind: "table", columns, rows }, text("EU-PPD-01 is well-known")]);
  const read = await readPdf(bytes);
  expect(read.collisions).toEqual([]);
  expect(read.text).toContain(name);
  expect(read.text).toContain(site);
  expect(read.text).toContain("EU-PPD-01iswell-known");
  const [pieces = []] = await readPieces(bytes);
  const linesWith = (part: string) => new Set(pieces.filter((piece) => part.includes(bare(piece.text)) && bare(piece.text).length > 3).map((piece) => piece.line)).size; // prettier-ignore
  expect(linesWith(name)).toBeGreaterThan(1);
  expect(linesWith(site)).toBeGreaterThan(1);
  expect(textOf(bytes).split("\u00ad")).toHaveLength(linesWith(name));
});

test("Thai is broken between words, never within one", () => {
  const words = ["บริษัท", "ตัวอย่าง", "อุตสาหกรรม", "จำกัด"];
  const columns = [..."abcdefgh"].map(start);
  const rows = [0, 1, 2, 3].map((from) => [Array.from({ length: 24 }, (_, at) => words[(at + from) % 4]!).join(""), ...Array<string>(7).fill("some words of this column")]); // prettier-ignore
  const thai = textOf(pdfOf([{ kind: "table", columns, rows }])).split(/\s+/u).filter((line) => /\p{Script=Thai}/u.test(line)); // prettier-ignore
  expect(thai.length).toBeGreaterThan(8);
  for (const line of thai) expect(line).toMatch(new RegExp(`^(?:${words.join("|")})+$`, "u"));
});

test("a running head too long for its line ends at a word", async () => {
  const workspace = "Purchasing association of the municipalities and hospital companies of the upper central forest region and its neighbours to the north and east, established under public law"; // prettier-ignore
  const second = (await readPieces(pdfOf([...lines(60)], workspace)))[1]!;
  const head = second.filter((piece) => piece.line === second[0]!.line).map((piece) => piece.text).join(""); // prettier-ignore
  const kept = /^(.*)… ?A report$/u.exec(head.trim())?.[1];
  expect(workspace.split(" ").slice(0, kept!.split(" ").length).join(" ")).toBe(kept);
});

test("numbers keep their distance from the words after them, and a column to be written on keeps its width", async () => {
  const columns = [start("What"), end("Number"), start("Reason"), { ...start("Answer"), width: 6 }];
  const long = "A reason in many words that fills its column to the end, and more. ".repeat(3);
  const [pieces = []] = await readPieces(pdfOf([{ kind: "table", columns, rows: [["One", "4711", long, ""], ["Two", "12", long, ""]] }])); // prettier-ignore
  const at = (words: string) => pieces.find((piece) => piece.text.startsWith(words))!;
  expect(at("A reason").from - at("4711").to).toBeGreaterThan(12);
  // Three tenths of 178 mm, in points.
  expect(550 - at("Answer").from).toBeGreaterThan(0.3 * 504 - 10);
});
