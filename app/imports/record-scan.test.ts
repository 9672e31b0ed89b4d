import fc from "fast-check";
import { expect, test } from "vitest";
import { isTidy } from "./cells";
import { RecordScan } from "./record-scan";
import { PairSet } from "./hash";

const cell = fc.oneof(
  fc.constantFrom("", "-", "n/a", "N/A", "Unknown", "a b", "a  b", " a", "a ", "a,", ";", "#REF!", '"x"', "é", "\u0001", "a\u0001", "\u0001a", "\0", "\ud800", "\udc00", "\ufffd", "ｆ"), // prettier-ignore
  fc.string({ maxLength: 12 }),
  fc.string({ unit: "binary", maxLength: 6 }),
);
const record = fc.array(cell, { minLength: 1, maxLength: 6 });

function seenTwice(first: readonly string[], second: readonly string[]): boolean {
  const scan = new RecordScan(6);
  const seen = new PairSet();
  const isNew = () => (scan.hash(), seen.add(scan.hi, scan.lo));
  scan.read(first);
  isNew();
  scan.read(second);
  return !isNew();
}

test("a cell that the scan calls tidy is empty or tidy", () => {
  const scan = new RecordScan(2);
  fc.assert(
    fc.property(record, record, (before, cells) => {
      scan.read(before);
      scan.read(cells);
      cells.forEach((text, c) => {
        if (scan.tidy[c] === 1) expect(text === "" || isTidy(text)).toBe(true);
      });
    }),
  );
});

test("plain words are called tidy without looking at the cell", () => {
  const scan = new RecordScan(3);
  scan.read(["Acme Ltd.", "", "Lagos"]);
  expect([...scan.tidy]).toEqual([1, 1, 1]);
});

test("a record is a repeat exactly when every cell is the same", () => {
  fc.assert(
    fc.property(record, record, (first, second) => {
      expect(seenTwice(first, [...first])).toBe(true);
      expect(seenTwice(first, second)).toBe(JSON.stringify(first) === JSON.stringify(second));
    }),
  );
});

test.each([
  [
    ["ab", "c"],
    ["a", "bc"],
  ],
  [
    ["a\u0001", "b"],
    ["a", "\u0001b"],
  ],
  [["a", "b"], ["a\u0001b"]],
  [["a"], ["a\0"]],
  [["\ud800"], ["\udc00"]],
  [["\ud800"], ["\ufffd"]],
  [["", ""], [""]],
])("records that look alike when joined are told apart: %j, %j", (first, second) => {
  expect(seenTwice(first, second)).toBe(false);
});

test("a record longer than all before it is read whole", () => {
  const long = "ж".repeat(5000);
  expect(seenTwice([long, "a"], [long, "a"])).toBe(true);
  expect(seenTwice([long, "a"], [long, "b"])).toBe(false);
});
