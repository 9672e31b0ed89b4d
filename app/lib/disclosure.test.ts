import fc from "fast-check";
import { expect, test } from "vitest";
import { ACCESS_CLASSES } from "../../db/schema/findings";
import { disclosedRows, isLeftOut, type DisclosedRecord } from "./disclosure";

const mark = (accessClass: string | null) => `[left out: ${accessClass}]`;
const records = fc.array(
  fc.record({
    kind: fc.constantFrom("finding" as const, "step" as const, "document" as const),
    accessClass: fc.constantFrom(...ACCESS_CLASSES),
    // Words that no mark and no class holds.
    cells: fc.array(fc.stringMatching(/^@[0-9]{8}$/), { minLength: 1, maxLength: 6 }),
  }),
  { maxLength: 20 },
);

test("nothing of a record above the class appears, and everything at or below it does", () => {
  fc.assert(
    fc.property(records, fc.constantFrom(...ACCESS_CLASSES), (given, upTo) => {
      const text = JSON.stringify(disclosedRows(given, upTo, mark));
      const open = new Set(given.filter((one) => !isLeftOut(one, upTo)).flatMap(({ cells }) => cells));
      for (const record of given) for (const cell of record.cells) expect(text.includes(cell)).toBe(open.has(cell));
    }),
  );
});

test("each place that was left out says for which class", () => {
  const record: DisclosedRecord = { kind: "finding", accessClass: "confidential", cells: ["a", "b"] };
  const left = "[left out: confidential]";
  expect(disclosedRows([record], "internal", mark)).toEqual([["finding", "confidential", left, left]]);
  expect(disclosedRows([record], "confidential", mark)).toEqual([["finding", "confidential", "a", "b"]]);
});

test("a record whose class nothing tells any more is left out of every file, which says so at its place", () => {
  const record: DisclosedRecord = { kind: "step", accessClass: null, cells: ["a"] };
  for (const upTo of ACCESS_CLASSES)
    expect(disclosedRows([record], upTo, mark)).toEqual([["step", "", "[left out: null]"]]);
});

test("the classes go from what everyone may see to what few may", () => {
  expect(ACCESS_CLASSES).toEqual(["public", "internal", "confidential"]);
});
