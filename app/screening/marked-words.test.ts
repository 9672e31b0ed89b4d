import fc from "fast-check";
import { expect, test } from "vitest";
import { match } from "../matching/match";
import type { Party } from "../matching/types";
import { markName, markedWords, rowVerdicts } from "./marked-words";

const marks = (left: Party, right: Party, side: "left" | "right", name?: string) => {
  const { because, compared } = match(left, right);
  const { pieces, readAs } = markName(name ?? compared[side === "left" ? 0 : 1], because, side);
  return [
    pieces.filter(({ mark }) => mark).map(({ text, mark }) => `${text}:${mark}`),
    readAs.map(({ word, mark }) => `${word}:${mark}`),
  ];
};

test("words of both names, nearly the same ones and words of one name are marked where they stand", () => {
  const [left, right] = [{ name: "Hetian Taida Cotton Co., Ltd." }, { name: "Hetian Tajda Haolin Cotton Ltd" }];
  expect(marks(left, right, "left")).toEqual([["Hetian:same", "Taida:near", "Cotton:same"], []]);
  expect(marks(left, right, "right")).toEqual([["Hetian:same", "Tajda:near", "Haolin:other", "Cotton:same"], []]);
});

test("a plural is found in the name as it was written; a word brought to another is written out", () => {
  const [left, right] = [{ name: "Yaxin Zhuowan Garments" }, { name: "Yaxin Zhuowan Apparel" }];
  expect(marks(left, right, "left")).toEqual([["Yaxin:same", "Zhuowan:same", "Garments:same"], []]);
  expect(marks(left, right, "right")).toEqual([["Yaxin:same", "Zhuowan:same"], ["garment:same"]]);
});

test("of a name in another script the words are given as they were read", () => {
  const [pieces, readAs] = marks(
    { name: "新疆天泽棉业有限公司" },
    { name: "Xinjiang Tianze Cotton Co., Ltd." },
    "left",
  );
  expect(pieces).toEqual([]);
  expect([...readAs!].sort()).toEqual(["cotton:same", "tianze:same", "xinjiang:same"]);
});

test("a number of a plant that the other name lacks is marked", () => {
  const [left, right] = [{ name: "Green Mill Factory No. 02" }, { name: "Green Mill Factory" }];
  expect(marks(left, right, "left")[0]).toContain("02:other");
});

test("whatever is written, the pieces joined are the name, and no compared word is lost or doubled", () => {
  const word = fc.constantFrom("cotton", "Cottons", "新疆", "Ünal", "No. 2", "mill", "Co.", "ООО", "Заря", "&", "  ");
  const names = fc.array(word, { minLength: 1, maxLength: 5 }).map((words) => words.join(" "));
  fc.assert(
    fc.property(names, names, (left, right) => {
      const { because } = match({ name: left }, { name: right });
      for (const [name, side] of [
        [left, "left"],
        [right, "right"],
      ] as const) {
        const { pieces, readAs } = markName(name, because, side);
        expect(pieces.map(({ text }) => text).join("")).toBe(name);
        const marked = pieces.filter(({ mark }) => mark !== null).length;
        expect(marked + readAs.length).toBe(markedWords(because, side).length);
      }
    }),
    { numRuns: 300 },
  );
});

const verdictsOf = (left: Party, right: Party) => {
  const { because, features } = match(left, right);
  return rowVerdicts(because, features);
};

test("each kind of fact says whether it agrees, agrees in part, differs or was not compared", () => {
  const firm = { name: "Baoding Lvsheng Textile Co., Ltd.", country: "CN", city: "Baoding", ids: { lei: "RUBY12345" } };
  expect(verdictsOf(firm, firm)).toMatchObject({
    name: "agrees",
    form: "agrees",
    country: "agrees",
    address: "partly",
    ids: "agrees",
    parent: "notCompared",
    sector: "notCompared",
  });
  const other = {
    name: "Baoding Hongda Textile GmbH & Co. KG",
    country: "DE",
    city: "Kassel",
    ids: { lei: "OPAL12345" },
  };
  expect(verdictsOf(firm, other)).toMatchObject({
    name: "partly",
    form: "differs",
    country: "differs",
    address: "differs",
    ids: "differs",
  });
  expect(verdictsOf({ name: "Ruby" }, { name: "Opal" }).name).toBe("differs");
});
