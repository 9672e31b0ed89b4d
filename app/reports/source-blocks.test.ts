/** A cell names a source by the number that the list of the same report has for it. */
import { expect, test } from "vitest";
import { wordingIn } from "../../tests/report-wording";
import { code, codes, count, number, text, type Cell } from "./model";
import { reportDocument } from "./report-document";
import { reportRows, reportTables } from "./report-rows";
import { namedSources, sourceBlocks } from "./source-blocks";
import { category } from "./templates/category";
import { aFiled } from "./test-filed";

const SOURCES = [
  { key: "S-ONE", title: "One list", publisher: "A ministry", year: "2022", licence: "copyright; figures only" },
  { key: "wb-two", title: "Two tables", publisher: "", year: "", licence: "CC BY 4.0 for datasets published on or after 2023-05-03" }, // prettier-ignore
];
const row: Cell[] = [code("place", "TR"), text("18332000-5"), text("Listed"), number(4), text("2022"), codes("source", ["wb-two", "S-ONE"])]; // prettier-ignore
const filed = () => {
  const one = aFiled(category, { places: { values: [count(1)], tables: { places: { rows: [] }, reasons: { rows: [row] } } } }); // prettier-ignore
  return { ...one, report: { ...one.report, sources: SOURCES } };
};

test("the page, the PDF, the workbook and the CSV say the number, and each number is found in the list of the same report", async () => {
  const wording = await wordingIn("en");
  const { blocks } = reportDocument(filed(), category, wording);
  const tables = blocks.flatMap((block) => (block.kind === "table" ? [block] : []));
  expect(tables.find(({ rows }) => rows[0]?.includes("Listed"))?.rows[0]?.at(-1)).toBe("[2], [1]");
  expect(tables.at(-1)?.rows.map(([at, title]) => [at, title])).toEqual([
    ["[1]", "One list. A ministry"],
    ["[2]", "Two tables"],
  ]);
  const cells = reportRows(filed(), category, wording).rows.map((cell) => cell[5]);
  expect(cells).toContain("[2], [1]");
  expect(reportTables(filed(), category, wording).flatMap(({ rows }) => rows.flat())).toContain("[2], [1]");
  expect(JSON.stringify([cells, blocks])).not.toContain("wb-two");
});

test("the report itself keeps the ids, and tells which of them it names", () => {
  expect(namedSources(filed().report.sections)).toEqual(["wb-two", "S-ONE"]);
});

test("a licence is told in the reader's language, with days as the reader writes them", async () => {
  const licences = async (language: "en" | "ru") =>
    sourceBlocks(SOURCES, 2, await wordingIn(language)).flatMap((block) => (block.kind === "table" ? block.rows.map((cells) => cells.at(-1)) : [])); // prettier-ignore
  expect(await licences("ru")).toContain("авторское право; взяты только числа");
  expect(await licences("en")).toEqual([
    "copyright; figures only",
    "CC BY 4.0 for datasets published on or after 3 May 2023",
  ]);
});
