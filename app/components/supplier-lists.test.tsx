import { renderToStaticMarkup } from "react-dom/server";
import { I18nextProvider } from "react-i18next";
import { expect, test } from "vitest";
import { catalogue as en } from "../i18n/en";
import { catalogue as ru } from "../i18n/ru";
import { formatFor } from "../i18n/format";
import { effectSentence } from "../i18n/match-words";
import { createTranslator } from "../i18n/translator";
import { SupplierLists, type SupplierMatch } from "./supplier-lists";

const translators = { en: createTranslator("en", en), ru: createTranslator("ru", ru) };
const list = {
  listId: "US-UFLPA",
  editionId: null,
  title: "UFLPA Entity List",
  publisher: "DHS",
  date: "2026-01-02",
  readOn: "2026-02-25",
  entries: 144,
  outOfDate: false,
};
const screened = {
  finishedAt: new Date("2026-03-02T10:00:00.000Z"),
  suppliers: 5,
  candidates: 3,
  lists: [list],
  isOfShownList: true,
  isOutdated: false,
};

const html = (language: "en" | "ru", seesAll: boolean, isOfShownList = true, matches: readonly SupplierMatch[] = []) =>
  renderToStaticMarkup(
    <I18nextProvider i18n={translators[language]}>
      <SupplierLists
        workspace="ours"
        lists={{ screened: { ...screened, isOfShownList }, isRunning: false }}
        matches={matches}
        seesAll={seesAll}
      />
    </I18nextProvider>,
  );

test("a reader who may not see undecided pairs is told of confirmed matches alone, never that there is no match", () => {
  expect(html("en", false)).toContain("No confirmed match in the sources listed");
  expect(html("en", false)).not.toContain("No match");
  expect(html("ru", false)).toContain("Подтверждённых совпадений");
});

test("a reader who sees every pair is told that none was found in the sources listed", () => {
  expect(html("en", true)).toContain("No match in the sources listed");
  expect(html("ru", true)).toContain("совпадений нет");
});

test("of a list that nobody compared yet it is not said that there is no match", () => {
  for (const seesAll of [true, false]) {
    expect(html("en", seesAll, false)).toContain("has not been compared");
    expect(html("en", seesAll, false)).not.toContain("match in the sources");
    expect(html("ru", seesAll, false)).not.toContain("овпадений");
  }
});

test("what the listing does in law stands with every match, also for those who see confirmed ones alone", () => {
  const entry = {
    name: "Hetian Taida Apparel Co., Ltd.",
    ground: "forced-labour",
    effects: [{ jurisdiction: "US", effect: "import-presumption" }],
    subsidiaries: false,
  } as const;
  const match = { id: "1", state: "match", score: 0.98, entry, list, outOfDate: false, stands: true } as const;
  const effect = (language: "en" | "ru") =>
    effectSentence(translators[language].t, formatFor(language), entry.effects[0]);
  for (const language of ["en", "ru"] as const)
    expect(html(language, false, true, [match])).toContain(effect(language));
});
