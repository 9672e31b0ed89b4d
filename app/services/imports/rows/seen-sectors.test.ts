import fc from "fast-check";
import { expect, test } from "vitest";
import { checker } from "../../../imports/test-tables";
import type { Mapping } from "../../../imports/types";
import { sectorMatch, type Resolver } from "../../../resolve/types";
import { sectorOf } from "../../scoring/supplier-facts";
import { SeenSectors } from "./seen-sectors";

const HEADER = ["Supplier", "Product", "ISIC code", "HS code", "Account name"];
const MAPPING: Mapping = { name: 0, product: 1, isic: 2, hs: 3, accountName: 4 };
/** Answers what it was asked, so that two rows are told apart by anything `sectorOf` reads. */
const resolver = {
  sector: (input: Parameters<Resolver["sector"]>[0]) =>
    input.product === "nothing" ? null : sectorMatch(JSON.stringify(input), "text", 1, []),
} as Resolver;

/** Cells that meet again, with faults, with marks of other scripts, and records that are too short or too long. */
const cell = fc.constantFrom(
  "",
  "tea",
  " tea ",
  "tea bags",
  "nothing",
  "1410",
  "14.10",
  "чай",
  "茶",
  "half\ud800",
  "a\u0001b",
  "x",
  "XX",
);
const record = fc.array(cell, { minLength: 1, maxLength: 7 });

test("a sector that is remembered is the one that would be read", () => {
  fc.assert(
    fc.property(fc.array(record, { maxLength: 60 }), fc.integer({ min: 1, max: 5 }), (records, limit) => {
      const check = checker(HEADER);
      const seen = new SeenSectors(MAPPING, resolver, limit);
      for (const cells of records) {
        const row = check.check(cells);
        expect(seen.of(row, check.scan)).toEqual(sectorOf(row, resolver));
      }
    }),
    { numRuns: 300 },
  );
});

test("a combination met again is not read again", () => {
  let asked = 0;
  const counting = { sector: () => (asked++, null) } as unknown as Resolver;
  const check = checker(HEADER);
  const seen = new SeenSectors(MAPPING, counting);
  for (let i = 0; i < 100; i++)
    seen.of(check.check([`Supplier ${i}`, i % 2 ? "tea" : "coffee", "", "", ""]), check.scan);
  expect(asked).toBe(2);
});
