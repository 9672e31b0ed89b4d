import fc from "fast-check";
import { expect, test } from "vitest";
import { SMALLEST } from "../remedy/small-groups";
import { asMany, tellable, together, type Figure } from "./small-counts";

const records = Array.from({ length: 24 }, (_, at) => `r${at}`);
const aSet = fc.subarray(records).map((some) => new Set(some));
const someFigures = fc
  .array(fc.array(aSet, { minLength: 1, maxLength: 3 }), { maxLength: 6 })
  .map((all) => all.map((sets, at): Figure => ({ id: String(at), sets })));
const toldSets = (figures: readonly Figure[], isOpen?: (record: string) => boolean) => {
  const told = tellable(figures, isOpen);
  return figures.filter(({ id }) => told.has(id)).flatMap(({ sets }) => sets);
};

/** What is left of all records when each told set is kept or taken away, as a reader of the numbers could. */
const parts = (sets: readonly ReadonlySet<string>[]): string[][] =>
  sets.reduce<string[][]>(
    (all, set) => all.flatMap((part) => [part.filter((one) => set.has(one)), part.filter((one) => !set.has(one))]),
    [records],
  );
const isSmall = (part: readonly string[]) => part.length > 0 && part.length < SMALLEST;

test("no union, intersection or rest of told sets has one to four records, whatever is counted", () => {
  fc.assert(
    fc.property(someFigures, (figures) => {
      const told = toldSets(figures);
      const inSome = parts(told).filter(([first]) => first !== undefined && told.some((set) => set.has(first)));
      expect(inSome.filter(isSmall)).toEqual([]);
    }),
  );
});

test("a small part is told where all of it is open to everybody, and not where one record of it is not", () => {
  fc.assert(
    fc.property(someFigures, fc.subarray(records, { maxLength: 4 }), (figures, open) => {
      const isOpen = (record: string) => open.includes(record);
      const told = toldSets(figures, isOpen);
      const small = parts(told).filter((part) => isSmall(part) && told.some((set) => set.has(part[0]!)));
      expect(small.filter((part) => !part.every(isOpen))).toEqual([]);
    }),
  );
});

test("a total is told, and what it consists of only where no part of it is small, nor the rest", () => {
  const [a, b, few] = [asMany("a", 9), asMany("b", 5), asMany("few", 2)];
  const all = { id: "all", sets: [together(a, b, few)] };
  const ask = (...sets: ReadonlySet<string>[]) => [...tellable([all, { id: "parts", sets }])];
  expect(ask(a, b, few)).toEqual(["all"]);
  // Without the small part it would be the rest.
  expect(ask(a, b)).toEqual(["all"]);
  expect(ask(a)).toEqual(["all", "parts"]);
  expect([...tellable([{ id: "few", sets: [few] }])]).toEqual([]);
  expect([...tellable([{ id: "none", sets: [new Set()] }])]).toEqual(["none"]);
});

test("of a number alone as many records stand as matter", () => {
  expect([0, 3, 5, 900].map((count) => asMany("x", count).size)).toEqual([0, 3, 5, 5]);
});
