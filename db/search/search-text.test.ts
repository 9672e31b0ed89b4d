import fc from "fast-check";
import { expect, test } from "vitest";
import { holdsWords, searchText, searchWords, shortTokens, trigrams } from "./search-text";

test.each([
  ["Ödegaard & Söhne GmbH", "odegaard sohne gmbh"],
  ["ŁÓDŹ Straße Ærø", "lodz strasse aero"],
  ["ФАБРИКА «Мебель»", "фабрика мебель"],
  ["华为技术有限公司", "华为技术有限公司"],
  ["한국 전자", "한국 전자"],
  ["  9002-1205   QUEBEC INC. ", "9002 1205 quebec inc"],
  ["Şti.", "sti"],
  ["İSTANBUL", "istanbul"],
  ["", ""],
])("%j is searched as %j", (text, folded) => {
  expect(searchText(text)).toBe(folded);
});

test("folding twice is folding once, and words are parts of the folded text", () => {
  fc.assert(
    fc.property(fc.string({ unit: "grapheme" }), (text) => {
      const folded = searchText(text);
      expect(searchText(folded)).toBe(folded);
      expect(holdsWords(folded, searchWords(text))).toBe(true);
    }),
    { numRuns: 500 },
  );
});

test("short tokens hold the beginnings of words, and every one and two characters of Han", () => {
  expect(shortTokens("mill ab c").split(" ").sort()).toEqual(["a", "ab", "c", "m", "mi"]);
  expect(shortTokens("华为技").split(" ").sort()).toEqual(["为", "为技", "华", "华为", "技"].sort());
  expect(shortTokens("")).toBe("");
});

test("short words stand at the start of a word, longer ones anywhere", () => {
  expect(holdsWords("mill house", ["ho"])).toBe(true);
  expect(holdsWords("mill house", ["us"])).toBe(false);
  expect(holdsWords("mill house", ["ous", "mil"])).toBe(true);
});

test("trigrams of a word are all its runs of three characters, each once", () => {
  expect(trigrams("textile")).toEqual(["tex", "ext", "xti", "til", "ile"]);
  expect(trigrams("aaaa")).toEqual(["aaa"]);
  expect(trigrams("ab")).toEqual([]);
});
