/** How the tables and values of a report are set: numbers under numbers, a unit once, a count that says of what it is. */
import { expect, test } from "vitest";
import { wordingIn } from "../../tests/report-wording";
import { code, count, dated, dayOrText, days, money, NOT_MEASURED, number, text, type Cell, type Value } from "./model";
import { headBlocks, reportDocument } from "./report-document";
import { sectionBlocks, statementBlocks } from "./report-blocks";
import { reportRows } from "./report-rows";
import { valuesText, valueText } from "./report-words";
import type { Fillings, Template } from "./template";
import { demand } from "./templates/demand";
import { register } from "./templates/register";
import { remediation } from "./templates/remediation";
import { aFiled } from "./test-filed";

const blocksOf = async (template: Template, fillings: Fillings, language: "en" | "ru" = "en") =>
  sectionBlocks(aFiled(template, fillings).report, template, await wordingIn(language));
const tableOf = async (template: Template, point: string, table: string, rows: readonly (readonly Cell[])[]) => {
  const found = (await blocksOf(template, { [point]: { values: [], tables: { [table]: { rows } } } })).find(
    ({ kind }) => kind === "table",
  );
  if (found?.kind !== "table") throw new Error("no table");
  return found;
};

test("numbers of a column have as many decimals as the one with the most", async () => {
  const row = (hours: number): Cell[] => [null, text("Signs"), null, count(3), null, number(hours)];
  const { rows } = await tableOf(demand, "trainingMeasure", "trainings", [row(3), row(1.5), row(12.25)]);
  expect(rows.map((cells) => cells[5])).toEqual(["3.00", "1.50", "12.25"]);
});

test("what was recorded stands on the page though the number is not measured; a table without rows does not say that there is none", async () => {
  const row: Cell[] = [null, text("Signs"), null, count(7), null, null];
  const values = [NOT_MEASURED, code("demand-beside", "attended"), number(7)];
  const fillings = (rows: readonly (readonly Cell[])[]): Fillings => ({ trainingMeasure: { values, tables: { trainings: { rows } } } }); // prettier-ignore
  const blocks = await blocksOf(demand, fillings([row]));
  const tables = blocks.flatMap((block) => (block.kind === "table" ? block.rows : []));
  expect(tables.some((cells) => cells.includes("Signs"))).toBe(true);
  const name = (await wordingIn("en")).t("reportDemand.point.trainingMeasure");
  const at = blocks.findIndex((block) => block.kind === "heading" && block.text === name);
  expect(blocks.slice(at, at + 4).map(({ kind }) => kind)).toEqual(["heading", "text", "text", "table"]);
  const without = await blocksOf(demand, fillings([]));
  expect(without.some((block) => block.kind === "facts" && block.items.some(({ term }) => term === name))).toBe(true);
  expect(without.some((block) => block.kind === "heading" && block.text === name)).toBe(false);
});

test("a file of rows has an empty row of a point alone of which it has no other", async () => {
  const points = async (fillings: Fillings) => {
    const wording = await wordingIn("en");
    const name = wording.t("reportDemand.point.trainingMeasure");
    return reportRows(aFiled(demand, fillings), demand, wording).rows.flatMap((cells) => (cells[1] === name ? [cells[5]] : [])); // prettier-ignore
  };
  const values = [NOT_MEASURED, code("demand-beside", "attended"), number(7)];
  const told = await points({ trainingMeasure: { values } });
  expect(told).toHaveLength(3);
  expect(told).not.toContain(null);
  expect(await points({})).toEqual([null]);
});

test("the currency stands once in a row, and with each amount where no column says it", async () => {
  const row: Cell[] = [text("EUR"), money("12500", "EUR"), money("0", "EUR"), money("0", "EUR")];
  expect((await tableOf(remediation, "money", "money", [row])).rows[0]).toEqual(["EUR", "1.25", "0.00", "0.00"]);
  const place: Cell[] = [code("country", "TR"), count(2), count(1), money("12500", "EUR")];
  expect((await tableOf(register, "registerPlaces", "registerPlaces", [place])).rows[0]).toEqual([
    "Türkiye",
    "2",
    "1",
    "1.25 EUR",
  ]);
});

test("what is not known, not measured or too few to be told stands where the numbers would", async () => {
  const align = async (cells: readonly Cell[]) => {
    const { columns } = await tableOf(register, "registerPlaces", "registerPlaces", cells.map((cell) => [code("country", "TR"), count(2), count(1), cell])); // prettier-ignore
    return columns.map((column) => column.align).join(" ");
  };
  expect(await align([money("10000", "EUR"), null])).toBe("start end end end");
  expect(await align([null, null])).toBe("start end end end");
  expect(await align([code("measured", "not"), count(3), text("<5")])).toBe("start end end end");
  expect(await align([text("about ten"), count(3)])).toBe("start end end start");
});

test("a number after a word is the number of it; other values stand beside each other", async () => {
  const wording = await wordingIn("en");
  const line = (values: readonly Value[]) => valuesText(values, wording);
  expect(line([code("finding-status", "alleged"), count(4), code("finding-status", "rejected"), count(1)])).toBe(
    "Alleged: 4; rejected: 1",
  );
  expect(line([count(4), code("left-out", "actions/2")])).toMatch(/^4; /u);
  expect(line([code("band", "raised"), code("band", "high")])).toBe("Raised; High");
});

test.each([
  ["en", "In all: 2"],
  ["ru", "Всего: 2"],
] as const)("in %s a bare number over a table says that it is the whole, and stays with it", async (language, said) => {
  const row: Cell[] = [code("country", "TR"), count(2), count(1), null];
  const blocks = await blocksOf(register, { registerPlaces: { values: [count(2)], tables: { registerPlaces: { rows: [row], all: 67 } } } }, language); // prettier-ignore
  expect(blocks).toContainEqual({ kind: "text", text: said, stays: true });
  const caption = blocks.find((block) => block.kind === "text" && block.text.includes("67"));
  expect(caption?.kind === "text" && caption.text).toMatch(/\. (?:The|Первые) /u);
});

test("the form of a word follows the number that is printed", async () => {
  const wording = await wordingIn("ru");
  expect([0.02, 1.04, 2, 5, 1.5].map((value) => valueText(days(value), wording))).toEqual([
    "0 дней",
    "1 день",
    "2 дня",
    "5 дней",
    "1,5 дня",
  ]);
});

test("days are written as the language writes them, beside a name too, and do not break", async () => {
  const [en, ru] = [await wordingIn("en"), await wordingIn("ru")];
  const signed = dated("Kim / Ålund", "2026-03-02");
  expect(valueText(signed, en)).toBe("Kim / Ålund, 2\u00a0March\u00a02026");
  expect(valueText(signed, ru)).toBe("Kim / Ålund, 2\u00a0марта\u00a02026");
  expect(valueText(dated("A register", null), en)).toBe("A register");
  expect(["2026-02-25", "2026-02", "4.1"].map((edition) => valueText(dayOrText(edition), en))).toEqual([
    "25 February 2026",
    "2026-02",
    "4.1",
  ]);
});

test("whoever wrote stays with what they wrote, and the title of a record loses its full stop before the day", async () => {
  const evidence = [{ kind: "finding", id: "f", title: "Papers are kept.", day: "2026-02-01", sha256: null }] as const;
  const said = { text: "One.\n\nTwo.", by: "Kim", at: "2026-03-02T10:00:00.000Z" };
  const wording = await wordingIn("en");
  expect(statementBlocks({ ...said, evidence: [...evidence] }, wording)).toEqual([
    { kind: "text", text: "One.", stays: false },
    { kind: "text", text: "Two.", stays: true },
    { kind: "text", text: "Kim, 2 March 2026. It rests on:", quiet: true },
    { kind: "list", items: ["Finding: Papers are kept, 1 February 2026"] },
  ]);
  expect(statementBlocks({ ...said, evidence: [] }, wording).at(-1)).toMatchObject({ quiet: true, stays: false });
});

test("a report that rests on a list says so where none is published", async () => {
  const said = async (template: Template) =>
    JSON.stringify(headBlocks(aFiled(template, {}), template, await wordingIn("en")));
  expect(await said(register)).toContain("None is published; what rests on one is not measured");
  const check = { ...register, subject: "check" } as const;
  expect(await said(check)).not.toContain("none is published");
  expect(reportDocument(aFiled(demand, {}), demand, await wordingIn("ru")).blocks).not.toEqual([]);
});
