import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { cleanSuppliers } from "../../tests/matching/cases";
import { match } from "../matching/match";
import type { Party } from "../matching/types";
import { duplicatesBetween, duplicatesWithin, type DuplicateOptions, type DuplicatePair } from "./duplicates";

function finished<T>(work: Generator<unknown, T>): T {
  for (;;) {
    const step = work.next();
    if (step.done) return step.value;
  }
}
const within = (list: readonly Party[], options?: DuplicateOptions) => finished(duplicatesWithin(list, options));
const between = (lefts: readonly Party[], rights: readonly Party[], options?: DuplicateOptions) =>
  finished(duplicatesBetween(lefts, rights, options));
const keys = (pairs: readonly DuplicatePair[]) => pairs.map(({ left, right }) => `${left} ${right}`);

/** Firms written in two ways; the first stands in the ordinary list, the second is planted behind it. */
const PLANTED: readonly (readonly [why: string, one: Party, other: Party])[] = [
  ["a letter left out", { name: "Quenstad Ironworks GmbH", country: "DE" }, { name: "Quenstd Ironworks GmbH", country: "DE" }],
  ["two letters turned", { name: "Morvaldi Tessitura S.p.A.", country: "IT" }, { name: "Movraldi Tessitura S.p.A.", country: "IT" }],
  ["another script", { name: "新疆天泽棉业有限公司", country: "CN" }, { name: "Xinjiang Tianze Cotton Co., Ltd.", country: "CN" }],
  ["Cyrillic letters", { name: "ООО «Волжанка»", country: "RU" }, { name: "Volzhanka LLC", country: "RU" }],
  ["words in another order", { name: "Pelgrano Tekstil Sanayi", country: "TR" }, { name: "Sanayi Tekstil Pelgrano", country: "TR" }],
  ["a wrong legal form", { name: "Vextorimo Logistics GmbH", country: "AT" }, { name: "Vextorimo Logistics AG", country: "AT" }],
  ["no country", { name: "Hjelmarsund Fisk AS", country: "NO" }, { name: "Hjelmarsund Fisk", country: null }],
  ["a number that is its own", { name: "Zorbital Foods", ids: { vat: "BR33000167000101" } }, { name: "Nova Era Alimentos", ids: { vat: "33000167000101" } }],
  ["capitals and signs", { name: "Kravtex & Söhne", country: "CH" }, { name: "KRAVTEX SOEHNE", country: "CH" }],
]; // prettier-ignore
const ordinary = cleanSuppliers(2000, "duplicates");
const list = [...ordinary, ...PLANTED.map(([, one]) => one), ...PLANTED.map(([, , other]) => other)];
const inList = within(list);

describe("inside one list", () => {
  test.each(PLANTED.map(([why], at) => [why, at] as const))("finds a firm that stands twice: %s", (_why, at) => {
    const first = ordinary.length + at;
    expect(keys(inList)).toContain(`${first} ${first + PLANTED.length}`);
  });

  test("a pair stands once, the smaller place first, the strongest before the weaker", () => {
    expect(new Set(keys(inList)).size).toBe(inList.length);
    for (const { left, right } of inList) expect(left).toBeLessThan(right);
    const scores = inList.map(({ score }) => score);
    expect(scores).toEqual([...scores].sort((a, b) => b - a));
    expect(Math.min(...scores)).toBeGreaterThanOrEqual(0.7);
  });

  test("an answer is made when it is asked for, and says the same score", () => {
    for (const pair of inList.slice(0, 20)) expect(pair.answer().score).toBe(pair.score);
    const at = ordinary.length;
    const pair = inList.find(({ left }) => left === at)!;
    expect(pair.answer().compared).toEqual([list[at]!.name, list[at + PLANTED.length]!.name]);
  });

  test("two firms with nothing in common are no pair, nor are two plants with other numbers", () => {
    expect(within([{ name: "Quenstad Ironworks" }, { name: "Pelgrano Tekstil" }])).toEqual([]);
    expect(within([{ name: "Pelgrano Mill No. 1" }, { name: "Pelgrano Mill No. 2" }])).toEqual([]);
  });

  test("nameless rows and empty lists give nothing", () => {
    expect(within([])).toEqual([]);
    expect(within([{ name: "" }, { name: "" }, { name: "???" }])).toEqual([]);
  });

  test("500 rows of one name are a chain and no block, and nobody has more pairs than asked for", () => {
    const branches = Array.from({ length: 500 }, (_, at) => ({
      name: "Pelgrano Tekstil",
      city: at % 2 ? "Bursa" : null,
    }));
    const pairs = within(branches);
    expect(pairs.length).toBeGreaterThan(400);
    expect(pairs.length).toBeLessThan(500);
    const few = within(branches, { most: 1 });
    const counts = new Map<number, number>();
    for (const { left, right } of few) for (const at of [left, right]) counts.set(at, (counts.get(at) ?? 0) + 1);
    expect(few.length).toBeGreaterThan(100);
    expect(Math.max(...counts.values())).toBe(1);
  });

  test("tells how far it is, and ends at the end", () => {
    const work = duplicatesWithin(ordinary);
    const steps: number[] = [];
    for (let step = work.next(); !step.done; step = work.next()) {
      expect(step.value.of).toBeGreaterThan(step.value.done);
      steps.push(step.value.done);
    }
    expect(steps.length).toBeGreaterThan(2);
    expect(steps).toEqual([...steps].sort((a, b) => a - b));
  });
});

const short = fc.record({
  name: fc.constantFrom(
    "Pelgrano Tekstil",
    "Pelgrano Tekstl",
    "PELGRANO",
    "Zorbital",
    "Zorbital No. 2",
    "Зорбитал",
    "",
  ),
  country: fc.constantFrom(null, "TR", "BR"),
  city: fc.constantFrom(null, "Bursa", "Recife"),
  ids: fc.constantFrom({}, { vat: "BR330001670" }, { lei: "529900ABCDEF12345678" }),
});
/** A pair by what it says of both, whichever place they have. */
const said = (parties: readonly Party[], pairs: readonly DuplicatePair[]) =>
  pairs.map(({ left, right, score }) => `${[parties[left], parties[right]].map((one) => JSON.stringify(one)).sort().join()} ${score}`).sort(); // prettier-ignore

test("the order of the list does not matter, and every pair is what the engine says of it", () => {
  fc.assert(
    fc.property(fc.array(short, { maxLength: 14 }), fc.infiniteStream(fc.nat()), (some, random) => {
      const keyed = some.map((party) => [random.next().value!, party] as const);
      const turned = [...keyed].sort(([a], [b]) => a - b).map(([, party]) => party);
      const [pairs, again] = [within(some), within(turned)];
      expect(said(turned, again)).toEqual(said(some, pairs));
      expect(new Set(keys(pairs)).size).toBe(pairs.length);
      for (const { left, right, answer, score } of pairs) {
        expect(left).toBeLessThan(right);
        expect(answer().score).toBe(score);
      }
    }),
    { numRuns: 150 },
  );
});

describe("between two lists", () => {
  test("finds in the other list what is planted in it, and pairs of one list with itself never", () => {
    const [ours, theirs] = [PLANTED.map(([, one]) => one), [...ordinary, ...PLANTED.map(([, , other]) => other)]];
    const found = between(ours, theirs);
    for (const at of PLANTED.keys()) expect(keys(found)).toContain(`${at} ${ordinary.length + at}`);
    for (const { left, right, score, answer } of found) {
      expect(left).toBeLessThan(ours.length);
      expect(right).toBeLessThan(theirs.length);
      expect(answer().score).toBe(score);
    }
  });

  test("of many rows of one name each goes to one of its country and place", () => {
    const row = (city: string) => ({ name: "Pelgrano Tekstil", country: "TR", city });
    const cities = ["Bursa", "Izmir", "Adana", "Konya", "Sivas"];
    const [ours, theirs] = [cities.map(row), [...cities].reverse().map(row)];
    const found = between(ours, theirs);
    for (const at of cities.keys()) expect(keys(found)).toContain(`${at} ${cities.length - 1 - at}`);
    expect(found.length).toBeLessThanOrEqual(2 * cities.length);
  });

  test("with an empty list gives nothing", () => {
    expect(between([], ordinary)).toEqual([]);
    expect(between(ordinary, [])).toEqual([]);
  });
});

test("what is not told is weaker than what was asked for", () => {
  const [one, other] = [{ name: "Vextorimo Logistics GmbH" }, { name: "Vextorimo Logistics AG" }];
  const { score } = match(one, other);
  expect(within([one, other], { least: 0.99 })).toEqual([]);
  expect(within([one, other], { least: score - 0.2 })).toHaveLength(1);
});
