import { describe, expect, test } from "vitest";
import { proposeMapping } from "./map-columns";
import { AMOUNTS, COUNTRIES, DATES, NAMES, headersOf, table } from "./test-tables";

describe("finding the header", () => {
  const plain = table({ "Supplier Name": NAMES, Country: COUNTRIES, "Net Amount": AMOUNTS });

  test.each([
    ["at the top", [], 0],
    [
      "under two titles and an empty line",
      [["Supplier master data extract"], ["Purchasing department - internal"], [""]],
      3,
    ],
    ["under a title row merged over the table", [["Payments over £500, January 2017", "", ""]], 1],
    [
      "under a filter line with values",
      [
        ["Period:", "2017-01", ""],
        ["Run by:", "finance", ""],
      ],
      2,
    ],
  ])("%s", (_, above, expected) => {
    const proposal = proposeMapping([...above, ...plain]);
    expect(proposal.headerRecord).toBe(expected);
    expect(proposal.firstDataRecord).toBe(expected + 1);
    expect(headersOf(proposal)).toEqual({ name: "Supplier Name", country: "Country", amount: "Net Amount" });
  });

  test("under a whole SQL query that names the same columns", () => {
    const query = [
      ["select v.supplier_name", " v.country", " sum(v.net_amount) as net_amount"],
      ["from ap.vouchers v"],
      ["where v.pay_date between '2017-01-01' and '2017-01-31'"],
      ["group by v.supplier_name", " v.country"],
      [""],
    ];
    const proposal = proposeMapping([...query, ...plain]);
    expect(proposal.headerRecord).toBe(5);
    expect(proposal.mapping.name).toBe(0);
  });

  test("of two header rows the one that maps better is taken, and neither is data", () => {
    const upper = proposeMapping([
      ["Vendor Name", "Country", "Amount"],
      ["apar_name", "", "Curr. amount"],
      ...plain.slice(1),
    ]);
    expect([upper.headerRecord, upper.firstDataRecord]).toEqual([0, 2]);
    const lower = proposeMapping([
      ["Supplier", "", "Figures"],
      ["Supplier Name", "Country", "Net Amount"],
      ...plain.slice(1),
    ]);
    expect([lower.headerRecord, lower.firstDataRecord]).toEqual([1, 2]);
  });

  test("none at all: the values say which column is which", () => {
    const rows = NAMES.map((name, r) => [
      COUNTRIES[r]!,
      name,
      AMOUNTS[r]!,
      DATES[r]!,
      `info${r}@mill.example`,
      "+47 22 33 44 55",
    ]);
    const proposal = proposeMapping(rows);
    expect([proposal.headerRecord, proposal.firstDataRecord]).toEqual([null, 0]);
    expect(proposal.mapping).toMatchObject({ country: 0, name: 1, amount: 2, date: 3 });
    expect(proposal.columns.map((column) => column.excluded)).toEqual([null, null, null, null, "person", "person"]);
  });

  test("in a language without synonyms, a row of words over numbers and dates is a header", () => {
    const proposal = proposeMapping([
      ["Toimittajanimi", "Summa yht", "Maksupvm"],
      ...NAMES.map((name, r) => [name, AMOUNTS[r]!, DATES[r]!]),
    ]);
    expect(proposal.headerRecord).toBe(0);
    expect(proposal.mapping.name).toBe(0);
  });

  test("with a byte order mark, also one encoded twice, in front of the first header", () => {
    for (const mark of ["\ufeff", "ï»¿", "\ufeffï»¿"]) {
      const proposal = proposeMapping([
        [`${mark}Supplier Name`, "Country"],
        ...NAMES.map((name, r) => [name, COUNTRIES[r]!]),
      ]);
      expect(proposal.mapping).toMatchObject({ name: 0, country: 1 });
      expect(proposal.columns[0]!.header).toBe("Supplier Name");
    }
  });

  test("with an empty first cell, nameless trailing columns and line breaks in header cells", () => {
    const header = ["", "Supplier\nName", "Country /\r\nRegion", "", "", ""];
    const proposal = proposeMapping([header, ...NAMES.map((name, r) => [String(r), name, COUNTRIES[r]!, "", "", ""])]);
    expect(proposal.mapping).toMatchObject({ name: 1, country: 2 });
    expect(proposal.columns).toHaveLength(3);
  });

  test("where the user says it is, or says there is none", () => {
    const twice = [["Supplier", "Amount"], ...plain];
    expect(proposeMapping(twice, { header: 1 }).headerRecord).toBe(1);
    expect(proposeMapping(plain.slice(1), { header: "none" }).headerRecord).toBeNull();
    expect(() => proposeMapping(plain, { header: 99 })).toThrow(/no record 99/);
  });
});
