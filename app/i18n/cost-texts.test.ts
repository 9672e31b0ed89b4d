import { expect, test } from "vitest";
import { reference } from "../lib/reference.server";
import { costTextsIn } from "./cost-texts.server";
import { languageCodes } from "./languages";

test("every text of the table of recruitment costs has its words in every language, and nothing else has", () => {
  const shown = new Set(
    reference()
      .table("recruitment-cost-categories")
      .flatMap(({ category, whatItMeans, whoShouldPay }) => [category, whatItMeans, whoShouldPay]),
  );
  expect(shown.size).toBeGreaterThan(25);
  for (const language of languageCodes) {
    if (language === "en") continue;
    expect([language, Object.keys(costTextsIn(language)).sort()]).toEqual([language, [...shown].sort()]);
  }
});
