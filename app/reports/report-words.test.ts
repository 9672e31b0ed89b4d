/** Words of a report: how a value begins, what a record is called, why a point is empty, when shares do not add up. */
import { expect, test } from "vitest";
import { wordingIn } from "../../tests/report-wording";
import { code, codes, count, dated, emptyPoints, type Reference } from "./model";
import { referenceText, sectionBlocks } from "./report-blocks";
import { reportRows, reportTables } from "./report-rows";
import { cellText } from "./report-words";
import type { Fillings, Template } from "./template";
import { demand } from "./templates/demand";
import { register } from "./templates/register";
import { response } from "./templates/response";
import { aFiled } from "./test-filed";

test("a word of a list that stands in a cell begins with a capital, and a name as its owner writes it", async () => {
  const [en, ru] = [await wordingIn("en"), await wordingIn("ru")];
  expect([cellText(code("decision", "buy"), en), cellText(code("decision", "buy"), ru)]).toEqual(["Buy", "Покупать"]);
  expect([cellText(null, en), cellText(null, ru)]).toEqual(["Not known", "Неизвестно"]);
  expect(cellText(codes("risk-told", ["finding", "high"]), en)).toBe("A finding that was not rejected; high band");
  expect(cellText(dated("van der Berg", "2026-03-02"), en)).toMatch(/^van der Berg/u);
  expect(cellText(code("range", "53.6/79.6"), ru)).toMatch(/^от 53,6/u);
  expect([cellText(code("band-between", "low-high"), en), cellText(code("band-between", "raised-high"), ru)]).toEqual([
    "Low to high",
    "От повышенной до высокой",
  ]);
});

const record = (reference: Partial<Reference>): Reference => ({ kind: "finding", id: "01kjpzv280y23xhh7gxg0z", title: "Papers are kept in the office safe", day: "2026-01-10", sha256: null, ...reference }); // prettier-ignore

test("a record is called by kind, title and day; its id stands in a file of data, and its end where no title may be read", async () => {
  const wording = await wordingIn("en");
  expect(referenceText(record({}), wording)).toBe("Finding: Papers are kept in the office safe, 10 January 2026");
  expect(referenceText(record({}), wording, true)).toContain("01kjpzv280y23xhh7gxg0z");
  const closed = referenceText(record({ title: "", day: null }), wording);
  expect(closed).toBe("Finding (an internal record, its id ends with 7gxg0z)");
  expect(referenceText(record({ kind: "check", title: "3", day: null }), wording)).toBe("Vendor check: no. 3");
  expect(referenceText(record({ id: "", title: "", day: null }), wording)).toBe("Finding (an internal record)");
});

const factsOf = async (template: Template, list: boolean, fillings: Fillings = {}) => {
  const { report } = aFiled(template, fillings);
  const told = list ? { ...report, list: { fileName: "a.csv", sha256: "0".repeat(64), publishedAt: null, suppliers: 3 } } : { ...report, list: null }; // prettier-ignore
  return sectionBlocks(told, template, await wordingIn("en"))
    .flatMap((block) => (block.kind === "facts" ? block.items : []))
    .reduce((all, { term, value }) => all.set(term, value), new Map<string, string>());
};

test("what is not measured says why: no list, no list before it, a file kept later, or no record", async () => {
  const without = await factsOf(register, false);
  expect(without.get("Suppliers")).toBe("Not measured: no list is published");
  expect(without.get("Since the list before")).toBe("Not measured: no list is published");
  const withList = await factsOf(register, true);
  expect(withList.get("Since the list before")).toBe("Not measured: there is no list before this one");
  expect(withList.get("The whole register")).toBe("Kept from the day the report goes to review");
  expect(withList.get("Fees found and repaid")).toBe("Not measured: no record tells it");
});

test("a rehearsal, in which no authority has asked, has no gap where a request would say something", () => {
  const gaps = (variant: string) => {
    const { report } = aFiled(response, {}, variant);
    return emptyPoints(report).map(({ point }) => point);
  };
  expect(gaps("request")).toEqual(expect.arrayContaining(["authority", "dueOn", "clock", "confidentiality", "suspectPart"])); // prettier-ignore
  expect(gaps("rehearsal").filter((id) => ["authority", "dueOn", "clock", "confidentiality"].includes(id))).toEqual([]);
  expect(gaps("rehearsal")).toContain("suspectPart");
});

test("shares that do not add up to a hundred per cent after they are rounded are said to be rounded", async () => {
  const noted = async (counts: readonly number[]) => {
    const bars = counts.map((one, at) => ({ label: code("level", ["listed", "placed", "indicative"][at]!), count: one })); // prettier-ignore
    const { report } = aFiled(register, { registerLevels: { values: [], bars: { registerLevels: bars } } });
    const blocks = sectionBlocks(report, register, await wordingIn("en"));
    return blocks.some((block) => block.kind === "text" && block.text.startsWith("Shares are rounded"));
  };
  expect(await noted([1, 1, 1])).toBe(true);
  expect(await noted([1, 1, 2])).toBe(false);
});

test("ids of records stand in the files and in no table that is printed", async () => {
  const rows = [[code("x", "EU-ATD-04"), code("demand-measure", "training"), count(3), codes("record-kind", ["contract"]), code("x", "01kjq5m070")]]; // prettier-ignore
  const filed = aFiled(demand, { commitmentTable: { values: [], tables: { contributions: { rows } } } });
  const wording = await wordingIn("en");
  const printed = sectionBlocks(filed.report, demand, wording).flatMap((block) => (block.kind === "table" ? block.rows.flat() : [])); // prettier-ignore
  expect(printed).toContain("Contracts");
  expect(printed.join(" ")).not.toMatch(/01kjq5m070/iu);
  expect(reportRows(filed, demand, wording).rows.flat().join(" ")).toMatch(/01kjq5m070/iu);
});

test("an empty cell says in print whether nobody is named or it has not come to it; the files leave it blank", async () => {
  const measure = [code("demand-measure", "payments"), count(2), count(4), code("demand-data", "payments"), null];
  const alert = [code("x", "Alder Mill"), null, null, null, null, null, null, null];
  const filed = aFiled(demand, {
    allMeasures: { values: [], tables: { measures: { rows: [measure] } } },
    alertsMeasure: { values: [count(1)], tables: { knowledge: { rows: [alert] } } },
  });
  const wording = await wordingIn("en");
  const printed = sectionBlocks(filed.report, demand, wording).flatMap((block) => (block.kind === "table" ? block.rows : [])); // prettier-ignore
  expect(printed[0]?.at(-1)).toBe("Nobody is named");
  expect(printed[1]).toEqual([
    "Alder Mill",
    "Not known",
    "Not known",
    "Not yet",
    "Not yet",
    "–",
    "Not yet",
    "Not known",
  ]);
  const rows = reportTables(filed, demand, wording).flatMap((table) => table.rows);
  expect(rows.flat().filter((cell) => cell === "Nobody is named" || cell === "Not yet")).toEqual([]);
});
