import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { SupplierAccumulator } from "./collapse";
import { ControlTotals } from "./control-totals";
import { ExactSum, toDecimal } from "./exact-sum";

const amounts = fc.oneof(
  fc.integer({ min: -1_000_000_0000, max: 1_000_000_0000 }),
  fc.maxSafeInteger(),
  fc.constant(0),
  fc.constant(2 ** 60),
);
const currencies = fc.constantFrom("EUR", "GBP", "", "VND");

describe("SupplierAccumulator", () => {
  test("gives numbers in order of first appearance and finds them again", () => {
    const suppliers = new SupplierAccumulator();
    expect([suppliers.indexOf(7, 9), suppliers.indexOf(8, 9), suppliers.indexOf(7, 9), suppliers.size]).toEqual([
      0, 1, 0, 2,
    ]);
    expect([suppliers.find(8, 9), suppliers.find(9, 9)]).toEqual([1, -1]);
    expect([suppliers.hiOf(1), suppliers.loOf(1)]).toEqual([8, 9]);
  });

  test("behaves like a map for any identities, beyond its first size", () => {
    const pair = fc.tuple(fc.integer({ min: 0, max: 3 }), fc.integer({ min: 0, max: 4000 }));
    fc.assert(
      fc.property(fc.array(pair, { maxLength: 6000, minLength: 3000 }), (pairs) => {
        const suppliers = new SupplierAccumulator();
        const known = new Map<string, number>();
        for (const [hi, lo] of pairs) {
          const key = `${hi}:${lo}`;
          if (!known.has(key)) known.set(key, known.size);
          if (suppliers.indexOf(hi, lo) !== known.get(key)) throw new Error(`${key} has another number`);
        }
        expect(suppliers.size).toBe(known.size);
      }),
      { numRuns: 20 },
    );
  });

  test("sums are exact per supplier and currency, credit notes apart, whatever their size", () => {
    const row = fc.tuple(fc.integer({ min: 0, max: 3 }), amounts, currencies);
    fc.assert(
      fc.property(fc.array(row, { maxLength: 60 }), (rows) => {
        const suppliers = new SupplierAccumulator();
        const expected = new Map<string, [bigint, bigint]>();
        for (const [who, amount, currency] of rows) {
          suppliers.addRow(suppliers.indexOf(1, who), amount, currency, "");
          const key = `${suppliers.find(1, who)}/${currency}`;
          const sums = expected.get(key) ?? [0n, 0n];
          sums[amount < 0 ? 1 : 0] += BigInt(amount);
          expected.set(key, sums);
        }
        const found = new Map<string, [bigint, bigint]>();
        for (let i = 0; i < suppliers.size; i++)
          for (const sum of suppliers.amountsOf(i)) found.set(`${i}/${sum.currency}`, [sum.purchases, sum.credits]);
        expect(found).toEqual(expected);
      }),
    );
  });

  test("keeps the first and last date and the number of rows", () => {
    const suppliers = new SupplierAccumulator();
    const i = suppliers.indexOf(1, 1);
    for (const date of ["2017-03-01", "", "2016-12-31", "2017-01-02"]) suppliers.addRow(i, null, "", date);
    expect([suppliers.firstDateOf(i), suppliers.lastDateOf(i), suppliers.rowsOf(i)]).toEqual([
      "2016-12-31",
      "2017-03-01",
      4,
    ]);
    const other = suppliers.indexOf(1, 2);
    suppliers.addRow(other, 5, "EUR", "");
    expect([suppliers.firstDateOf(other), suppliers.amountsOf(i), suppliers.amountsOf(other).length]).toEqual([
      "",
      [],
      1,
    ]);
  });
});

describe("ControlTotals", () => {
  const outcomes = fc.constantFrom("imported", "set-aside", "left-out") as fc.Arbitrary<
    "imported" | "set-aside" | "left-out"
  >;

  test("the file is what was counted, set aside and rejected, to the last ten-thousandth", () => {
    const row = fc.record({ amount: fc.option(amounts), currency: currencies, outcome: outcomes });
    fc.assert(
      fc.property(fc.array(row), (rows) => {
        const totals = new ControlTotals();
        for (const one of rows) totals.add({ ...one, reason: one.outcome === "left-out" ? "no-name" : null });
        for (const total of totals.totals()) {
          expect(total.balanced).toBe(true);
          const exact = rows
            .filter((one) => one.currency === total.currency && one.amount !== null)
            .reduce((sum, one) => sum + BigInt(one.amount!), 0n);
          expect(total.file.net).toBe(exact);
          expect(total.counted.net + total.setAside.net + total.rejected.net).toBe(exact);
        }
      }),
    );
  });

  test("a total row of the file stands beside and is not a payment", () => {
    const totals = new ControlTotals();
    totals.add({ amount: 100_0000, currency: "GBP", outcome: "imported", reason: null });
    totals.add({ amount: -10_0000, currency: "GBP", outcome: "imported", reason: null });
    totals.add({ amount: 90_0000, currency: "GBP", outcome: "left-out", reason: "total-row" });
    const [total] = totals.totals();
    expect(total).toMatchObject({ stated: [900000n], balanced: true });
    expect([total!.file.net, total!.counted.purchases, total!.counted.credits]).toEqual([900000n, 1000000n, -100000n]);
  });
});

describe("ExactSum and toDecimal", () => {
  test("stay exact past 2^53", () => {
    const sum = new ExactSum();
    for (let i = 0; i < 3; i++) sum.add(Number.MAX_SAFE_INTEGER);
    sum.add(-1);
    expect(sum.value).toBe(BigInt(Number.MAX_SAFE_INTEGER) * 3n - 1n);
  });

  test.each([
    [-1234500n, "-123.45"],
    [0n, "0.00"],
    [1n, "0.0001"],
    [10n, "0.001"],
    [-5000n, "-0.50"],
    [123456789012345678900n, "12345678901234567.89"],
  ])("%s ten-thousandths are %s", (value, text) => {
    expect(toDecimal(value)).toBe(text);
  });
});
