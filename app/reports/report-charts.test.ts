/** Bars have shares only where they are parts of one whole: the page, the PDF, the workbook and the CSV are made of these blocks and rows. */
import { expect, test } from "vitest";
import { wordingIn } from "../../tests/report-wording";
import { code, text, type FiledReport, type Value } from "./model";
import type { Chart } from "./pdf-document";
import { sectionBlocks } from "./report-blocks";
import { reportRows, reportTables } from "./report-rows";
import type { Template } from "./template";
import { demand } from "./templates/demand";
import { register } from "./templates/register";
import { remediation } from "./templates/remediation";
import { statement } from "./templates/statement";
import { aFiled } from "./test-filed";

type Bar = { readonly label: Value; readonly count: number };

const chartIn = async (filed: FiledReport, template: Template): Promise<Chart> =>
  sectionBlocks(filed.report, template, await wordingIn("en")).flatMap((block) =>
    block.kind === "charts" ? block.charts : [],
  )[0]!;

test.each([
  ["register", register, "registerIndicators", code("indicator", "ILO-01")],
  ["remediation report", remediation, "ownPart", code("practice", "price")],
] as const)(
  "in a %s one record may count in several bars, so no bar has a share",
  async (_name, template, point, label) => {
    const chart = point === "ownPart" ? "ownPractices" : point;
    const filed = aFiled(template, {
      [point]: { values: [], bars: { [chart]: [{ label, count: 2 }] satisfies Bar[] } },
    });
    const drawn = await chartIn(filed, template);
    expect(drawn.head).toEqual(["What", "Number"]);
    expect(drawn.bars.map(({ number, share }) => [number, share])).toEqual([["2", ""]]);
  },
);

test("what was paid back is a per cent of what is owed in its currency, and no part of the sum of such per cents", async () => {
  const bars = { feesPaid: [{ label: text("EUR"), count: 85 }, { label: text("USD"), count: 15 }] }; // prettier-ignore
  const filed = aFiled(demand, { feesRepaid: { values: [], bars } });
  const { head, most, bars: drawn } = await chartIn(filed, demand);
  expect(head).toEqual(["What", "Share"]);
  expect([most, ...drawn.map(({ number, share, length }) => [number, share, length])]).toEqual([
    "100%",
    ["85%", "", 0.85],
    ["15%", "", 0.15],
  ]);
  const { rows } = reportRows(filed, demand, await wordingIn("en"));
  expect(rows.filter((row) => row[2] === "feesPaid").map((row) => row.slice(4, 8))).toEqual([
    ["EUR", "85%", 0.85, "share"],
    ["USD", "15%", 0.15, "share"],
  ]);
});

test("bars that are parts of one whole keep their shares", async () => {
  const bars = { findingStates: [{ label: code("finding-status", "alleged"), count: 1 }, { label: code("finding-status", "rejected"), count: 3 }] }; // prettier-ignore
  const filed = aFiled(remediation, { findingsOpen: { values: [], bars } });
  expect((await chartIn(filed, remediation)).bars.map(({ share }) => share)).toEqual(["25%", "75%"]);
});

test("a template says of no chart that it does not have how it counts", () => {
  for (const { sections } of [demand, register, remediation])
    for (const { bars = [], notParts = {} } of sections.flatMap(({ points }) => points))
      expect(bars).toEqual(expect.arrayContaining(Object.keys(notParts)));
});

const USD = (amount: string): Value => ({ is: "money", amount, currency: "USD" });

test("a table of pairs stands in every file: each pair with its number, and as a sheet of its own", async () => {
  const wording = await wordingIn("en");
  const heat = { pairs: { across: [code("country", "TR"), code("country", "UZ")], down: [text("Sewing")], cells: [[2, null]] } }; // prettier-ignore
  const filed = aFiled(statement, { areas: { values: [], heat } });
  const { rows } = reportRows(filed, statement, wording);
  expect(rows.filter((row) => row[2] === "pairs").map((row) => row.slice(2, 8))).toEqual([
    ["pairs", 1, "Sewing · Türkiye", "2", 2, "number"],
  ]);
  expect(reportTables(filed, statement, wording)).toEqual([
    {
      title: wording.t("reportStatement.heat.pairs"),
      header: ["What", "Türkiye", "Uzbekistan"],
      rows: [["Sewing", 2, null]],
    },
  ]);
});

test("a table of pairs as it is shown ends with the sums of its rows and columns, and no file counts them as pairs", async () => {
  const wording = await wordingIn("en");
  const heat = { pairs: { across: [code("country", "TR"), code("country", "UZ")], down: [text("Sewing"), text("Yarn")], cells: [[2, null], [1, 4]] } }; // prettier-ignore
  const filed = aFiled(statement, { areas: { values: [], heat } });
  const [block] = sectionBlocks(filed.report, statement, wording).flatMap((one) => (one.kind === "heat" ? [one] : []));
  expect(block!.head).toEqual(["Türkiye", "Uzbekistan", "All"]);
  expect(block!.rows.map(({ label, cells }) => [label, ...cells.map((cell) => cell.text)])).toEqual([
    ["Sewing", "2", "", "2"],
    ["Yarn", "1", "4", "5"],
    ["All", "3", "4", "7"],
  ]);
  const { rows } = reportRows(filed, statement, wording);
  expect(rows.filter((row) => row[2] === "pairs")).toHaveLength(3);
});

test("an amount has its number in the file, to the last digit, beside its words", async () => {
  const amounts = ["12345600", "-5", "123456789012345678901"].map(USD);
  const filed = aFiled(statement, { spend: { values: amounts } });
  const { rows } = reportRows(filed, statement, await wordingIn("en"));
  expect(rows.filter((row) => row[7] === "USD").map((row) => row[6])).toEqual([1234.56, -0.0005, "12345678901234567.8901"]); // prettier-ignore
});

test("a table that is cut says whether the files have the rest", async () => {
  const wording = await wordingIn("en");
  const said = (held: number, all: number, shown: number) => {
    const rows = Array.from({ length: held }, () => [text("a"), { is: "count", count: 1 } as const]);
    const filed = aFiled(statement, { suppliers: { values: [], tables: { sectors: { rows, all } } } });
    return sectionBlocks(filed.report, statement, wording, shown).flatMap((block) =>
      block.kind === "text" && block.text.startsWith(wording.t("reportStatement.table.sectors")) ? [block.text] : [],
    )[0];
  };
  expect(said(3, 3, 3)).toBe(wording.t("reportStatement.table.sectors"));
  expect(said(3, 3, 2)).toMatch(/\. The first 2 of 3; the files hold all$/u);
  expect(said(3, 9, 3)).toMatch(/\. The first 3 of 9; the files hold no more$/u);
  expect(said(3, 9, 2)).toMatch(/\. The first 2 of 9; the files hold the first 3$/u);
  expect(said(47, 47, 200)).toMatch(/\. The first 30 of 47; the files hold all$/u);
});

test("of a table whose rows stand in a kept file no reader is told that the files hold no more", async () => {
  const wording = await wordingIn("en");
  const columns = register.sections.flatMap(({ points }) => points.flatMap(({ tables = [] }) => tables)).find(({ id }) => id === "registerLines")!.columns; // prettier-ignore
  const rows = Array.from({ length: 3 }, () => columns.map(() => text("a")));
  const filed = aFiled(register, { registerLines: { values: [], tables: { registerLines: { rows, all: 9 } } } });
  const told = sectionBlocks(filed.report, register, wording, 2).flatMap((block) => (block.kind === "text" ? [block.text] : [])).join("\n"); // prettier-ignore
  expect(told).toMatch(/The first 2 of 9; .* hold the first 3, and the register file .* holds all/u);
});
