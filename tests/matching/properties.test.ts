import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { match } from "../../app/matching/match";
import { Screen } from "../../app/matching/screen";
import type { Party } from "../../app/matching/types";
import { readCases } from "./cases";

const RUNS = { numRuns: 300 };

const words = fc.constantFrom(
  "Huafu",
  "textile",
  "Co., Ltd.",
  "No. 2",
  "新疆",
  "纺织",
  "有限公司",
  "ООО",
  "завод",
  "شركة",
  "النور",
  "Xinjiang",
  "Group",
  "主",
  "7",
  "a",
  "GmbH",
  "Mill",
  "삼성",
  "😀",
);
const name = fc.oneof(
  fc.string({ unit: "binary", maxLength: 60 }),
  fc.array(words, { maxLength: 7 }).map((some) => some.join(" ")),
);
const party: fc.Arbitrary<Party> = fc.record(
  {
    name,
    aliases: fc.array(name, { maxLength: 2 }),
    country: fc.constantFrom(null, "CN", "RU", "VG", "zz"),
    city: fc.constantFrom(null, "Ningbo", "Aksu"),
    address: fc.constantFrom(null, "12 Harbour Road, Ningbo 315000", "7 Keyuan Street, Shenzhen 518000", "x"),
    ids: fc.constantFrom({}, { lei: "529900ABCDEF12345678" }, { lei: "529900ABCDEF87654321", vat: "00000" }),
    parent: fc.constantFrom(null, "Huafu Group", "Tianhong Holding"),
    sector: fc.constantFrom(null, "1311", "24"),
  },
  { requiredKeys: ["name"] },
);

describe("any two parties", () => {
  test("get a score above 0 and below 1, the same from either side, and reasons with finite effects", () => {
    fc.assert(
      fc.property(party, party, (left, right) => {
        const [there, back] = [match(left, right), match(right, left)];
        expect(there.score).toBe(back.score);
        expect(there.score).toBeGreaterThan(0);
        expect(there.score).toBeLessThan(1);
        expect(there.because.every(({ effect }) => Number.isFinite(effect))).toBe(true);
        expect(Object.values(there.features).every((value) => value >= 0 && value <= 1)).toBe(true);
      }),
      RUNS,
    );
  });

  test("a number that a name says twice is one number, from either side", () => {
    const [once, twice] = [{ name: "Mill No. 2" }, { name: "Mill No. 2 No. 2" }];
    expect(match(once, twice)).toMatchObject({ score: match(twice, once).score, features: { numbersSame: 1 } });
    expect(match({ name: "No. 2 No. 2" }, { name: "No. 2" }).score).toBe(match({ name: "No. 2" }, { name: "No. 2 No. 2" }).score); // prettier-ignore
  });

  test("score no higher for being told another country, another number, another address, another parent or another trade", () => {
    fc.assert(
      fc.property(name, name, fc.boolean(), (first, second, same) => {
        const [left, right] = [{ name: first }, { name: same ? first : second }];
        const { score } = match(left, right);
        const contradictions: (readonly [Partial<Party>, Partial<Party>])[] = [
          [{ country: "CN" }, { country: "TR" }],
          [{ ids: { lei: "529900ABCDEF12345678" } }, { ids: { lei: "529900ABCDEF87654321" } }],
          [{ address: "12 Harbour Lane, Ningbo 315000" }, { address: "7 Keyuan West, Shenzhen 518000" }],
          [{ parent: "Huafu Group" }, { parent: "Tianhong Holding" }],
          [{ sector: "1311" }, { sector: "24" }],
        ];
        for (const [a, b] of contradictions)
          expect(match({ ...left, ...a }, { ...right, ...b }).score).toBeLessThanOrEqual(score);
      }),
      RUNS,
    );
  });
});

test("the order of a name's own words hardly counts", () => {
  for (const [one, other] of [
    ["Gulzar Textile Mills", "Textile Mills Gulzar"],
    ["Almaz Trading Company", "Trading Company Almaz"],
  ] as const)
    expect(match({ name: one }, { name: other }).score).toBeGreaterThan(0.6);
});

test("a legal form written otherwise costs nothing, another form does", () => {
  const against = (form: string) => match({ name: "Marlen Textile GmbH" }, { name: `Marlen Textile ${form}` }).score;
  expect(against("Gesellschaft mit beschränkter Haftung")).toBe(against("GmbH"));
  expect(against("AG")).toBeLessThan(against("GmbH"));
});

test("a legal form in another script is no name of its own", () => {
  const score = (left: string, right: string) => match({ name: left }, { name: right }).score;
  for (const form of ["ООО", "ОсОО", "ХО", "有限公司"])
    expect(score(`Zarya Trading ${form}`, `Kamsky Works ${form}`)).toBeLessThan(0.1);
  expect(score("Tianze Cotton 天泽棉业有限公司", "天泽棉业")).toBeGreaterThan(0.7);
});

test("a different number makes two plants of what would be one", () => {
  const score = (right: string) => match({ name: "Hotan Garment Factory No. 2" }, { name: right }).score;
  expect(score("Hotan Second Garment Factory")).toBeGreaterThan(0.6);
  expect(score("Hotan Garment Factory No. 3")).toBeLessThan(0.2);
});

test("what agrees beside the name makes no match of other names", () => {
  const place = {
    country: "CN",
    address: "88 Harbour Road, Ningbo 315000",
    city: "Ningbo",
    parent: "Huafu Group",
    sector: "13",
  };
  expect(match({ name: "Kadina Cotton", ...place }, { name: "Tembo Flowers", ...place }).score).toBeLessThan(0.5);
});

test("a list held in memory finds the entry, by any of its names, and leaves other firms alone", () => {
  const list: Party[] = [
    { name: "Xinjiang Tianze Cotton Co., Ltd.", country: "CN", aliases: ["Tianze Mianye"] },
    { name: "Kamskiy Textile LLC", country: "RU" },
    { name: "Siam Union Foods", country: "TH", ids: { lei: "529900ABCDEF12345678" } },
  ];
  const screen = new Screen(list);
  const first = (party: Party) => screen.find(party)[0]?.entry;
  expect(first({ name: "新疆天泽棉业有限公司" })).toBe(0);
  expect(first({ name: "ООО «Камский текстиль»" })).toBe(1);
  expect(first({ name: "Another name since", ids: { lei: "529900ABCDEF12345678" } })).toBe(2);
  expect(first({ name: "Xinjiang Honghua Cotton Co., Ltd.", country: "CN" })).toBeUndefined();
  expect(screen.find({ name: "Tianze Mianye", country: "CN" })[0]!.answer().compared).toEqual([
    "Tianze Mianye",
    "Tianze Mianye",
  ]);
});

test("scores make an order: few of the labelled pairs that are one firm have the same", () => {
  const scores = readCases()
    .filter(({ same }) => same)
    .map(({ left, right }) => match(left, right).score);
  expect(new Set(scores).size).toBeGreaterThan(scores.length * 0.6);
});
