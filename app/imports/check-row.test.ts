import { describe, expect, test } from "vitest";
import fc from "fast-check";
import { RecruitmentFacts, WorkforceFacts } from "../../risk-models/facts";
import { IMPORT_FIELD_NAMES } from "./fields";
import { checker, codesOf, one } from "./test-tables";

describe("repairs", () => {
  test.each([
    [
      "leading and trailing spaces",
      " Jiangsu Feilong Plastic Co., Ltd ",
      "Jiangsu Feilong Plastic Co., Ltd",
      "cell.spaces",
    ],
    ["double spaces", "COLIN  CRAWSHAW LTD", "COLIN CRAWSHAW LTD", "cell.spaces"],
    ["a name padded to fixed width", "NORTHERN RADIATORS LTD            ", "NORTHERN RADIATORS LTD", "cell.spaces"],
    ["a line break", "Bandar\nTextiles", "Bandar Textiles", "cell.line-break"],
    ["text encoded twice", "SARL MARÃ‰CHAL", "SARL MARÉCHAL", "cell.double-encoded"],
    ["a trailing comma", "Bandar Textiles,", "Bandar Textiles", "cell.stray-mark"],
    ["a trailing quote", 'Bandar Textiles"', "Bandar Textiles", "cell.stray-mark"],
  ])("%s in a name is repaired and reported", (_, cell, name, code) => {
    const row = one(["Supplier", "City"], [cell, "Lahore"]);
    expect(row).toMatchObject({ outcome: "imported", name, city: "Lahore" });
    expect(row.issues).toEqual([{ code, field: "name", found: cell }]);
  });

  test("a clean row has no issues and shares one empty list", () => {
    const check = checker(["Supplier", "City"]);
    expect(check.check(["A Ltd", "Oslo"]).issues).toEqual([]);
    expect(check.check(["B Ltd", "Oslo"]).issues).toBe(check.check(["C Ltd", "Oslo"]).issues);
  });

  test("NO SUPPLIER GROUP is no parent, and the row is a supplier all the same", () => {
    const row = one(["Factory Name", "Supplier Group"], ["A. FIRST VINA CO. LTD.", "NO SUPPLIER GROUP"]);
    expect(row).toMatchObject({ outcome: "imported", parent: "" });
    expect(codesOf(row)).toEqual(["cell.empty-word"]);
  });

  test("a chatbot's sentence is no product", () => {
    const row = one(
      ["Supplier", "Product"],
      ["A Ltd", "Certainly! Here is a concise description: the supplier makes cotton yarn for knitters."],
    );
    expect(row).toMatchObject({ outcome: "imported", product: "" });
    expect(codesOf(row)).toEqual(["cell.chatbot-text"]);
  });

  test("what is found is cut at 200 characters", () => {
    const row = one(["Supplier", "Product"], [` ${"x".repeat(2929)}`, ""]);
    expect(row.issues[0]!.found).toHaveLength(200);
    expect(row.name).toHaveLength(2929);
  });
});

describe("rows that are no suppliers", () => {
  const headers = ["Supplier", "Country", "Amount", "Date"];
  test.each([
    ["no name", ["", "NO", "12.00", "2017-01-04"], "no-name"],
    ["a dash for a name", ["-", "NO", "12.00", "2017-01-04"], "no-name"],
    ["#N/A for a name", ["#N/A", "NO", "12.00", "2017-01-04"], "no-name"],
    ["an empty record", ["", " ", "", "\u00a0"], "blank-record"],
    ["a record with one empty cell", [""], "blank-record"],
    ["the header again", ["supplier", "COUNTRY", "Amount", "Date"], "repeated-header"],
    ["a total row", ["Total", "", "1,040,712.33", ""], "total-row"],
    ["a total row with its currency", ["Total", "", "1,040,712.33", "EUR"], "total-row"],
    ["a total row in Russian", ["ИТОГО:", "", "1040712.33", ""], "total-row"],
    ["a total row with its word elsewhere", ["", "Sum", "1040712.33", ""], "total-row"],
    ["a sum without any word", ["", "", "1040712.33", ""], "total-row"],
    ["an author's note", ["Note: payments under £500 are not shown", "", "", ""], "note-row"],
    ["a source line", ["Source: finance system extract, run on request of the auditor", "", "", ""], "note-row"],
    [
      "a chatbot's line",
      ["I hope this helps! Let me know if you need the list in another format.", "", "", ""],
      "chatbot-text",
    ],
  ])("%s is left out as %s", (_, cells, reason) => {
    const row = one(headers, cells, { ledger: true });
    expect(row).toMatchObject({ outcome: "left-out", reason });
    expect(codesOf(row).at(-1)).toBe(reason);
  });

  test("a company called Total with a country stays", () => {
    expect(one(headers, ["TOTAL", "FR", "12.00", "2017-01-04"], { ledger: true })).toMatchObject({
      outcome: "imported",
      name: "TOTAL",
    });
  });

  test("a supplier of whom only the name is known stays", () => {
    expect(one(headers, ["Bandar Textiles Ltd", "", "", ""])).toMatchObject({
      outcome: "imported",
      name: "Bandar Textiles Ltd",
    });
  });

  test("what was checked before changes nothing", () => {
    const records = [
      ["A Ltd", "NO", "12.00", ""],
      ["A Ltd", "NO", "12.00", ""],
      ["A Ltd", "NO", "12.00", "", ""],
      ["Smith, Ltd", "Oslo", "NO", "12.00", ""],
    ];
    const check = checker(headers);
    for (const record of records) expect(check.check(record)).toEqual(one(headers, record));
  });

  test("a rejected row keeps its amount for the control totals, a repeated header has none", () => {
    expect(one(headers, ["", "NO", "12.00", "2017-01-04"]).amount).toBe(120_000);
    expect(one(headers, headers).amount).toBeNull();
  });
});

describe("set aside", () => {
  test("persons, authorities and placeholders are kept with their amount and reason", () => {
    const check = checker(["Supplier Name", "Narrative", "Net Amount"], [], { ledger: true });
    const reason = (name: string, narrative = ""): unknown[] => {
      const row = check.check([name, narrative, "999"]);
      return [row.outcome, row.reason, row.amount];
    };
    expect(reason("DR R SPENCER", "Dec-16")).toEqual(["set-aside", "natural-person", 9_990_000]);
    expect(reason("REDACTED PERSONAL DATA")).toEqual(["set-aside", "redacted", 9_990_000]);
    expect(reason("UNKNOWN")).toEqual(["set-aside", "placeholder-name", 9_990_000]);
    expect(reason("VARIOUS")).toEqual(["set-aside", "placeholder-name", 9_990_000]);
    expect(reason("LEEDS CITY COUNCIL")).toEqual(["set-aside", "public-body", 9_990_000]);
    expect(reason("HARROGATE CHORAL SOCIETY", "Grants to Vol Organisations")).toEqual([
      "set-aside",
      "grant",
      9_990_000,
    ]);
    expect(reason("BRIGHTER FUTURE ADAPTATIONS LTD", "Mand Disabled Facilities Grants")).toEqual([
      "imported",
      null,
      9_990_000,
    ]);
    expect(reason("BROOK STREET (UK) LTD", "Temporary Staff")).toEqual(["imported", null, 9_990_000]);
    expect(reason("TIM STUBBS CAD AND VISUALISATION", "Redacted Personal Data")).toEqual(["imported", null, 9_990_000]);
  });

  test("a person's name and number do not stand in the report", () => {
    const row = one(["Наименование поставщика", "ИНН"], ["Петров Пётр Петрович", "500100732259"]);
    expect(row).toMatchObject({ outcome: "set-aside", reason: "natural-person", registrationId: "" });
    expect(JSON.stringify(row.issues)).not.toMatch(/Петров|500100732259/);
    expect(one(["Наименование поставщика", "ИНН"], ["Рассвет", "500100732259"])).toMatchObject({
      reason: "natural-person",
    });
    expect(one(["Наименование поставщика", "ИНН/КПП"], ["ООО Рассвет", "7707083893/773601001"])).toMatchObject({
      registrationId: "7707083893",
    });
    expect(one(["Fornecedor", "CNPJ"], ["AMOSTRA LTDA", "11.222.333/0001-81"])).toMatchObject({
      registrationId: "11.222.333/0001-81",
    });
    expect(one(["Наименование поставщика", "ИНН"], ["ООО Рассвет", "7707083893"])).toMatchObject({
      outcome: "imported",
      registrationId: "7707083893",
    });
  });
});

describe("rows of another length than the header", () => {
  const headers = ["supplier_name", "country", "address", "product", "hs_code", "workers", "annual_spend_eur"];
  const good = ["A Ltd", "Norway", "Ring Road 1", "Yarn", "520512", "120", "1000.00"];

  test("missing cells are unknown, and that is reported", () => {
    const row = one(headers, good.slice(0, 4));
    expect(row).toMatchObject({ outcome: "imported", product: "Yarn", hs: "", amount: null });
    expect(codesOf(row)).toEqual(["row.missing-cells"]);
  });

  test("empty cells beyond the header are nothing", () => {
    expect(one(headers, [...good, "", " ", ""]).issues).toEqual([]);
  });

  test("an address cut at its comma is joined where the typed columns then fit", () => {
    const row = one(headers, ["A Ltd", "Norway", "Ring Road 1", "Unit 4", "Yarn", "520512", "120", "1000.00"]);
    expect(row).toMatchObject({ address: "Ring Road 1, Unit 4", product: "Yarn", hs: "520512", amount: 10_000_000 });
    expect(codesOf(row)).toEqual(["row.rejoined"]);
  });

  test("a cut record whose own last cells are empty is joined too, and so is one that is short besides", () => {
    expect(
      one([...headers, "parent"], ["A Ltd", "Norway", "Ring Road 1", "Unit 4", "Yarn", "520512", "120", "1000.00", ""]),
    ).toMatchObject({ hs: "520512", amount: 10_000_000 });
    const short = one(
      [...headers, "tier", "parent"],
      ["A Ltd", "Norway", "Ring Road 1", "Unit 4", "Yarn", "520512", "120"],
    );
    expect(short).toMatchObject({
      address: "Ring Road 1, Unit 4",
      hs: "520512",
      workforce: { workers: 120 },
      amount: null,
    });
    expect(codesOf(short)).toEqual(["row.missing-cells", "row.rejoined"]);
  });

  test("a name cut at its comma shows by the space behind it", () => {
    const row = one(headers, [
      "Feilong Plastic Co.",
      " Ltd",
      "Norway",
      "Ring Road 1",
      "Yarn",
      "520512",
      "120",
      "1000.00",
    ]);
    expect(row).toMatchObject({ name: "Feilong Plastic Co., Ltd", country: "Norway", hs: "520512" });
  });

  test("surplus behind good cells is ignored, and reported", () => {
    const row = one(headers, [...good, "left over"]);
    expect(row).toMatchObject({ name: "A Ltd", amount: 10_000_000 });
    expect(codesOf(row)).toEqual(["row.extra-cells"]);
  });

  test("a record that fits no way is left out, and its stray numbers are no amount", () => {
    const row = one(headers, ["a", "b", "c", "d", "e", "f", "g", "h", "i", "j", "k", "l", "m", "n"]);
    expect(row).toMatchObject({ outcome: "left-out", reason: "unreadable-record", amount: null });
  });
});

describe("values", () => {
  test("currency comes from its column, else the cell, else the header, else it is unknown", () => {
    expect(one(["Supplier", "Amount", "Currency"], ["A Ltd", "€12.00", "nok"]).currency).toBe("NOK");
    expect(one(["Supplier", "Amount", "Currency"], ["A Ltd", "€12.00", ""]).currency).toBe("EUR");
    expect(one(["Supplier", "Net Amount (£)"], ["A Ltd", "12.00"]).currency).toBe("GBP");
    expect(one(["Supplier", "Amount"], ["A Ltd", "12.00"]).currency).toBe("");
    expect(codesOf(one(["Supplier", "Amount", "Currency"], ["A Ltd", "12.00", "doubloons"]))).toEqual([
      "currency.unknown",
    ]);
  });

  test("an amount that cannot be read is unknown, never zero; a word for nothing is blank", () => {
    const unreadable = one(["Supplier", "Amount"], ["A Ltd", "see invoice"]);
    expect([unreadable.amount, codesOf(unreadable)]).toEqual([null, ["amount.unreadable"]]);
    const blank = one(["Supplier", "Amount"], ["A Ltd", "N/A"]);
    expect([blank.amount, codesOf(blank)]).toEqual([null, ["cell.empty-word"]]);
  });

  test("defaults of the list stand where the row is silent", () => {
    const defaults = { country: "GB", product: "Cleaning" };
    expect(one(["Supplier", "Country", "Product"], ["A Ltd", "", ""], { defaults })).toMatchObject({
      country: "GB",
      product: "Cleaning",
    });
    expect(one(["Supplier", "Country", "Sector"], ["A Ltd", "Norway", "Catering"], { defaults })).toMatchObject({
      country: "Norway",
      product: "",
    });
  });

  test("codes and identifiers are cleaned and stay text", () => {
    const row = one(
      ["Supplier", "Supplier No", "HS Code", "CPV code", "ISIC", "Postal Code"],
      ["A Ltd", "00123", "'6109.10", "9331200-0", "ISIC 1410", "01396"],
    );
    expect(row).toMatchObject({
      supplierNumber: "00123",
      hs: "610910",
      cpv: "09331200-0",
      isic: "1410",
      postalCode: "01396",
    });
    expect(codesOf(row).sort()).toEqual(["code.format", "code.format", "code.leading-zero"]);
  });

  test("the row object is used again, its facts are not", () => {
    const check = checker(["Supplier", "Workers", "Passport retention"]);
    const first = check.check(["A Ltd", "120", "yes"]);
    const { workforce, recruitment } = first;
    expect(check.check(["B Ltd", "", ""])).toBe(first);
    expect([first.workforce, first.recruitment, workforce, recruitment]).toEqual([
      null,
      null,
      { workers: 120 },
      { passportRetention: "yes" },
    ]);
  });
});

test("no record of any shape stops the checker, and every record gets an outcome", () => {
  const headers = IMPORT_FIELD_NAMES.slice(0, 40);
  const cell = fc.oneof(
    fc.string(),
    fc.string({ unit: "binary" }),
    fc.constantFrom(
      "",
      " ",
      "-",
      "12,5",
      "1.234,56",
      "(5)",
      "yes",
      "нет",
      "DR A B",
      "Total",
      "Ã©",
      "=1+1",
      "#N/A",
      "2017-01-04",
      "6.31E+11",
    ),
  );
  const check = checker(["Supplier", ...headers]);
  fc.assert(
    fc.property(fc.array(cell, { maxLength: 60 }), (cells) => {
      const row = check.check(cells);
      expect(["imported", "set-aside", "left-out"]).toContain(row.outcome);
      expect(row.reason === null).toBe(row.outcome === "imported");
      expect(row.amount === null || Number.isInteger(row.amount)).toBe(true);
      expect(row.recruitment === null || RecruitmentFacts.safeParse(row.recruitment).success).toBe(true);
      expect(row.workforce === null || WorkforceFacts.safeParse(row.workforce).success).toBe(true);
    }),
    { numRuns: 300 },
  );
});
