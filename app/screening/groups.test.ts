import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { supplierGroups, type GroupLine } from "./groups";

type Short = Partial<GroupLine> & { readonly name: string };
const lines = (...some: readonly Short[]): GroupLine[] =>
  some.map((line, at) => ({ no: at + 1, parent: null, country: null, city: null, ...line }));
const groups = (...some: readonly Short[]) =>
  supplierGroups(lines(...some)).map(({ by, head, members }) => [by, head, ...members]);

describe("suppliers of one stated owner", () => {
  test("stand together, whatever way the owner is written, with the owner itself", () => {
    expect(
      groups(
        { name: "Aksu Yarn Ltd", parent: "Huafu Holding Co., Ltd." },
        { name: "Kuitun Dyeing", parent: "HUAFU HOLDING" },
        { name: "Huafu Holding Limited" },
        { name: "Ruby Garments" },
      ),
    ).toEqual([["owner", "HUAFU HOLDING", 1, 2, 3]]);
  });

  test("follow their owner's owner, and a circle of owners has an end", () => {
    expect(
      groups(
        { name: "Zenta Mill", parent: "Zephon" },
        { name: "Zephon", parent: "Zurla Group" },
        { name: "Zurla Group" },
      ),
    ).toEqual([["owner", "Zurla Group", 1, 2, 3]]);
    expect(groups({ name: "Zephon", parent: "Zurla" }, { name: "Zurla", parent: "Zephon" })).toEqual([
      ["owner", "Zephon", 1, 2],
    ]);
  });

  test("take the sites of their name along, unless those name several owners", () => {
    const site = (no: number, parent: string | null = null) => ({ name: `Zenta Garments Factory No. ${no}`, parent });
    expect(groups(site(1, "Zurla"), site(2))).toEqual([["owner", "Zurla", 1, 2]]);
    expect(groups(site(1, "Zurla"), site(2, "Zephon"), site(3), site(4)).map(([by, , ...members]) => [by, ...members])).toEqual([["name", 3, 4]]); // prettier-ignore
  });
});

describe("sites of one firm", () => {
  test("are one name with other numbers or a city behind it, in one country", () => {
    expect(
      groups(
        { name: "Zenta Garments Factory No. 2", country: "BD", city: "Dhaka" },
        { name: "Zenta Garments Ltd. Unit III", country: "BD", city: "Chittagong" },
        { name: "ZENTA GARMENTS, Gazipur", country: "BD", city: "Gazipur" },
        { name: "Zenta Garments", country: "VN" },
      ),
    ).toEqual([["name", "ZENTA GARMENTS, Gazipur", 1, 2, 3]]);
  });

  test("a line without a country goes where the name stands in one country alone", () => {
    expect(groups({ name: "Zenta Garments", country: "BD" }, { name: "Zenta Garments 2" })).toHaveLength(1);
    const both = groups({ name: "Zenta Garments", country: "BD" }, { name: "Zenta Garments", country: "VN" }, { name: "Zenta Garments" }); // prettier-ignore
    expect(both).toEqual([]);
  });

  test("words of trades, places and sites alone name no firm", () => {
    expect(groups({ name: "Textile Factory No. 1" }, { name: "Textile Factory No. 2" })).toEqual([]);
    expect(groups({ name: "Shanghai Trading" }, { name: "Shanghai Trading 2" })).toEqual([]);
    expect(groups({ name: "" }, { name: "Ltd." }, { name: "???" })).toEqual([]);
  });

  test("a city before the name is a part of it", () => {
    expect(
      groups({ name: "Beijing Zenta Steel", city: "Beijing" }, { name: "Shanghai Zenta Steel", city: "Shanghai" }),
    ).toEqual([]);
  });
});

test("whatever the order of the list, the groups are the same, nobody is in two, and each has two and more", () => {
  const name = fc.constantFrom(
    "Zenta Garments",
    "Zenta Garments No. 2",
    "Zurla",
    "Zephon Holding",
    "Ltd.",
    "Zephon Unit 3",
  );
  const line = fc.record({
    name,
    parent: fc.constantFrom(null, "Zurla", "Zephon Holding", "Zephon", "Zenta Garments"),
    country: fc.constantFrom(null, "BD", "VN"),
    city: fc.constantFrom(null, "Dhaka"),
  });
  fc.assert(
    fc.property(fc.array(line, { maxLength: 12 }), fc.integer(), (some, turn) => {
      const list = lines(...some);
      const found = supplierGroups(list);
      const turned = list.map((_, at) => list[(at + Math.abs(turn)) % list.length]!).reverse();
      expect(supplierGroups(turned)).toEqual(found);
      const members = found.flatMap((group) => group.members);
      expect(new Set(members).size).toBe(members.length);
      expect(found.every((group) => group.members.length > 1 && group.head !== "")).toBe(true);
    }),
  );
});

test("a long chain of owners is one group", () => {
  const chain = lines(
    ...Array.from({ length: 20_000 }, (_, at) => ({ name: `Zenta${word(at)}`, parent: `Zenta${word(at + 1)}` })),
  );
  expect(supplierGroups(chain)[0]!.members).toHaveLength(20_000);
});
/** A number in letters: digits would be read as the number of a site. */
const word = (at: number): string => [...String(at)].map((digit) => "bcdfghjklm"[Number(digit)]! + "a").join("");
