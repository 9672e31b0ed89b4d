import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { toDecimal } from "./exact-sum";
import { NumberNote, readAmount, readCount, readShare } from "./numbers";

describe("readAmount", () => {
  test.each([
    ["1234.56", ".", "1234.56", null],
    ["1,234.56", ".", "1234.56", null],
    ["157 380.00", ".", "157380.00", null],
    ["157\u00a0380,00", ",", "157380.00", null],
    ["1.234,56", ",", "1234.56", null],
    ["1.234,56", ".", "1234.56", "amount.format"],
    ["3175,81", ".", "3175.81", "amount.format"],
    ["102'867.53", ".", "102867.53", "amount.format"],
    ["-6000.0000", ".", "-6000.00", null],
    ["(12.00)", ".", "-12.00", "amount.negative-form"],
    ["12.00-", ".", "-12.00", "amount.negative-form"],
    ["12.00 CR", ".", "-12.00", "amount.negative-form"],
    ["−12.5", ".", "-12.50", null],
    ["0", ".", "0.00", null],
    ["-0.00", ".", "0.00", null],
    ["12,-", ",", "12.00", null],
    ["12.--", ".", "12.00", null],
    ["1,234,567", ".", "1234567.00", null],
    ["1.234.567", ",", "1234567.00", null],
    ["12,34,567.00", ".", "1234567.00", null],
    ["1.234", ".", "1.234", null],
    ["1.234", ",", "1234.00", null],
    ["1,234", ".", "1234.00", null],
    ["0,375", ".", "0.375", "amount.format"],
    [".5", ".", "0.50", null],
    ["1.2E+05", ".", "120000.00", "amount.format"],
    ["0.30000000000000004", ".", "0.30", null],
    ["1234.5600000000001", ".", "1234.56", null],
    ["1.23456", ".", "1.2346", "amount.rounded"],
    ["999999999999.99", ".", "999999999999.99", null],
    ["5000000000000000", ".", "5000000000000000.00", null],
  ] as const)("%j with decimal %j is %s", (cell, decimal, value, repair) => {
    const amount = readAmount(cell, decimal);
    expect(amount === null ? null : toDecimal(amount)).toBe(value);
    expect(NumberNote.repair).toBe(repair);
  });

  test.each([
    ["1 234,56 kr", ",", ""],
    ["kr 1 234,56", ",", ""],
    ["€1,234.56", ".", "EUR"],
    ["EUR 1,234.56", ".", "EUR"],
    ["1234,56 руб.", ",", "RUB"],
    ["US$ 1,234.56", ".", "USD"],
    ["£1,234.56", ".", "GBP"],
    ["-£1,234.56", ".", "GBP"],
    ["£-1,234.56", ".", "GBP"],
    ["1.234,56 €", ",", "EUR"],
    ["$1,234.56 CAD", ".", "CAD"],
  ] as const)("%j is read and its currency is %j", (cell, decimal, currency) => {
    const amount = readAmount(cell, decimal);
    expect(Math.abs(amount!)).toBe(12345600);
    expect(amount! < 0).toBe(cell.includes("-"));
    expect(NumberNote.currency).toBe(currency);
  });

  test.each(["", "n/a", "abc", "12 thousand", "1.2.3,4,5", "12 34 x 5", "2 mln", "1,2,3", "--5", "€", "12-13"])(
    "%j is unreadable and not zero",
    (cell) => {
      expect(readAmount(cell, ".")).toBeNull();
      expect(NumberNote.repair).toBe("amount.unreadable");
    },
  );

  test("what cannot be kept exactly is unknown, not rounded", () => {
    expect(readAmount("12345678901234567.89", ".")).toBeNull();
    expect(NumberNote.repair).toBe("amount.too-large");
  });

  test("every amount with up to four decimals survives being written and read, in each style", () => {
    const styles: readonly [(whole: string, decimals: string) => string, "." | ","][] = [
      [(w, d) => `${w}.${d}`, "."],
      [(w, d) => `${w},${d}`, ","],
      [(w, d) => `${w.replace(/\B(?=(\d{3})+$)/g, ",")}.${d}`, "."],
      [(w, d) => `${w.replace(/\B(?=(\d{3})+$)/g, ".")},${d}`, ","],
      [(w, d) => `${w.replace(/\B(?=(\d{3})+$)/g, " ")},${d} kr`, ","],
      [(w, d) => `${w.replace(/\B(?=(\d{3})+$)/g, "'")}.${d}`, "."],
    ];
    fc.assert(
      fc.property(
        fc.nat({ max: 9_000_000_000 }),
        fc.integer({ min: 0, max: 9999 }),
        fc.boolean(),
        fc.constantFrom(...styles),
        (whole, decimals, negative, [write, decimal]) => {
          const written = write(String(whole), String(decimals).padStart(4, "0"));
          const expected = (whole * 10_000 + decimals) * (negative ? -1 : 1);
          expect(readAmount(negative ? `-${written}` : written, decimal) ?? Number.NaN).toBe(
            expected === 0 ? 0 : expected,
          );
          expect(readAmount(negative ? `(${written})` : written, decimal) ?? Number.NaN).toBe(
            expected === 0 ? 0 : expected,
          );
        },
      ),
    );
  });
});

describe("readCount", () => {
  test.each([
    ["250", 250, null],
    ["1,200", 1200, null],
    ["1.200", 1200, null],
    ["1 200", 1200, null],
    ["250.0", 250, null],
    ["250,00", 250, null],
    ["ca. 250", 250, "number.approximate"],
    ["250+", 250, "number.approximate"],
    [">250", 250, "number.approximate"],
    ["250 workers", 250, "number.approximate"],
    ["около 250", 250, "number.approximate"],
    ["250-301", 275, "number.range"],
    ["250 – 300", 275, "number.range"],
    ["1,000 to 2,000", 1500, "number.range"],
    ["0", 0, null],
  ] as const)("%j is %d", (cell, value, repair) => {
    expect(readCount(cell)).toBe(value);
    expect(NumberNote.repair).toBe(repair);
  });
  test.each(["many", "12.5", "300-200", "12a34", "-5", "99999999999"])("%j cannot be read and is not zero", (cell) => {
    expect(readCount(cell)).toBeNull();
    expect(NumberNote.repair).toBe("number.unreadable");
  });
});

describe("readShare", () => {
  test.each([
    ["0.62", "fraction", 0.62, null],
    ["62", "percent", 0.62, null],
    ["71.0%", "fraction", 0.71, "share.format"],
    ["71.0%", "percent", 0.71, null],
    ["37,0 %", "percent", 0.37, null],
    ["0,37", "fraction", 0.37, "share.format"],
    ["0,375", "fraction", 0.375, "share.format"],
    ["37", "fraction", 0.37, "share.format"],
    ["0.5", "percent", 0.005, null],
    ["120", "count", 120, null],
    ["0.14000000000000001", "fraction", 0.14, null],
    ["9.9999999999999995E-3", "fraction", 0.01, null],
  ] as const)("%j in a column of %s is %d", (cell, scale, value, repair) => {
    expect(readShare(cell, scale)).toBeCloseTo(value, 12);
    expect(NumberNote.repair).toBe(repair);
  });
  test("outside 0 to 100 % is unknown", () => {
    expect([readShare("140%", "percent"), readShare("250", "fraction"), readShare("-3", "percent")]).toEqual([
      null,
      null,
      null,
    ]);
  });
});
