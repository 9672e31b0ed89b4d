import fc from "fast-check";
import { afterAll, beforeAll, expect, test } from "vitest";
import { aGeneration, aWorkspace } from "../../tests/contract/databases";
import type { AGeneration } from "../../tests/contract/databases";
import type { Database } from "../database";
import { openDatabase } from "../open";
import { foldTexts, holdsWords, searchWords } from "./search-text";

let db: Database;
let made: AGeneration;
let other: AGeneration;
const parts = [
  "mill",
  "textile",
  "tex",
  "tile",
  "华为",
  "技术",
  "华",
  "Ödegaard",
  "a",
  "ab",
  "мебель",
  "9002-1205",
  "&",
];
const list = Array.from({ length: 400 }, (_, i) => ({
  name: [parts[i % 13], parts[(i * 7) % 11], parts[(i * 3) % 12]].join(i % 2 ? " " : ""),
  city: i % 3 ? null : "Çorlu",
  supplierNumber: i % 4 ? null : `S-${i}`,
}));

beforeAll(async () => {
  db = await openDatabase({ file: ":memory:", role: "cli" });
  const scope = await aWorkspace(db);
  made = await aGeneration(db, scope, list);
  other = await aGeneration(db, scope, list.slice(0, 50));
});
afterAll(() => db.close());

const brute = (generation: AGeneration, typed: string): number[] => {
  const words = searchWords(typed);
  return generation.nos.filter(
    (_, i) => words.length > 0 && holdsWords(foldTexts([list[i]!.name, list[i]!.city, list[i]!.supplierNumber]), words),
  );
};

test("finds what reading every row finds; where it says it may find more, it finds at least that", async () => {
  const word = fc.oneof(
    fc.constantFrom(...parts, "corlu", "S-12", "exti", "milltex", "tiletex", "zzz", '"', "*"),
    fc.constantFrom(...parts).chain((part) => fc.nat(part.length).map((end) => part.slice(0, end))),
  );
  await fc.assert(
    fc.asyncProperty(fc.array(word, { maxLength: 3 }), async (words) => {
      for (const generation of [made, other]) {
        const right = brute(generation, words.join(" "));
        const { supplierNos, exact } = await db.search.find(generation.no, words.join(" "), 1000);
        if (exact) expect(supplierNos).toEqual(right);
        else expect(supplierNos).toEqual(expect.arrayContaining(right));
      }
    }),
    { numRuns: 300 },
  );
});

test("stops at the limit, with one piece, several, and long and short words together", async () => {
  for (const typed of ["mill", "tex", "a", "mill a"]) {
    const all = brute(made, typed);
    expect(all.length).toBeGreaterThan(7);
    expect((await db.search.find(made.no, typed, 7)).supplierNos).toEqual(all.slice(0, 7));
  }
});

test("a generation built again is found once, and one that was dropped not at all", async () => {
  await db.search.build(made.no);
  expect((await db.search.find(made.no, "мебель", 1000)).supplierNos).toEqual(brute(made, "мебель"));
  await db.search.drop(made.no);
  expect((await db.search.find(made.no, "мебель", 1000)).supplierNos).toEqual([]);
  expect((await db.search.find(made.no, "华", 1000)).supplierNos).toEqual([]);
  expect((await db.search.find(other.no, "мебель", 1000)).supplierNos).toEqual(brute(other, "мебель"));
});
