import { expect, test } from "vitest";
import { holding } from "./palette-search";

const all = ["Overview", "Upload a list", "Поставщики", "Язык: Русский", "Über uns"].map((text) => ({ text }));
const texts = (words: string) => holding(all, words).map(({ text }) => text);

test("without words everything is there", () => {
  expect(texts("  ")).toHaveLength(all.length);
});

test("every word must begin one of the text's own, whatever case and accents", () => {
  expect(texts("UP")).toEqual(["Upload a list"]);
  expect(texts("li up")).toEqual(["Upload a list"]);
  expect(texts("load")).toEqual([]);
  expect(texts("uber")).toEqual(["Über uns"]);
  expect(texts("пост")).toEqual(["Поставщики"]);
  expect(texts("русский язык")).toEqual(["Язык: Русский"]);
});
