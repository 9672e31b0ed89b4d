/** The page on which a category is assessed, as plain values. */
import { inputOf, missingOf, type CategoryInput } from "../categories/category";
import { countriesIn, countryNames } from "../i18n/countries.server";
import type { Language } from "../i18n/languages";
import { assessCategory, listedFor } from "../services/categories/assess-category.server";
import { findCpv } from "../services/categories/find-cpv.server";
import { kindsOfDraft, type ReadCategory } from "./category-form.server";
import { codeView, codeViews, measureViews, resultView } from "./category-page.server";
import { sourceNotes } from "./line-origin.server";
import { Problem } from "./problem";

/** What the address states, whole. @throws Problem `category.incomplete` (422) while something is missing or not understood. */
export function stateable(asked: ReadCategory): CategoryInput {
  const input = asked.notCountries.length > 0 ? null : inputOf(asked.draft, kindsOfDraft(asked.draft));
  if (input === null)
    throw new Problem(
      "category.incomplete",
      "Something is missing from what was stated. Fill it in and assess the category again.",
      {},
      422,
    );
  return input;
}

export function newCategoryView(asked: ReadCategory, language: Language, today: string) {
  const { draft, words, notCountries, wantsResult, corrects } = asked;
  const kinds = kindsOfDraft(draft);
  const { found, alike } = words === "" ? { found: [], alike: [] } : findCpv(words);
  const listed = listedFor(draft.codes, today).map(({ code, goods }) => ({
    code,
    goods: goods.map((good) => ({ ...good, sources: sourceNotes(good) })),
  }));
  const input = wantsResult && notCountries.length === 0 ? inputOf(draft, kinds) : null;
  const assessed = input && assessCategory(input, today);
  const countries = countriesIn(language);
  return {
    what: {
      draft,
      codes: codeViews(draft.codes, language),
      kinds: [...kinds],
      words,
      found: found.map((row) => codeView(row, language)),
      alike: alike.map((row) => codeView(row, language)),
      listed,
      countries,
      notCountries,
      missing: wantsResult ? missingOf(draft, kinds) : [],
      corrects,
    },
    /** Null while something is missing, or the result was not asked for. */
    result: input && assessed && resultView(input, assessed, language),
    measures: assessed ? measureViews(assessed.measures) : [],
    /** Changes with what was stated: ticks of another category do not stay. */
    key: JSON.stringify(input),
    countryNames: countryNames(
      language,
      countries.map(({ code }) => code),
    ),
  };
}
