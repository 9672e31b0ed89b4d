import { expect, test } from "vitest";
import { MODELS, type RiskModel } from "../../risk-models";
import type { StudyReport } from "../../risk-models/study/report";
import type { Cases } from "../../risk-models/study/worked-cases";
import { languageCodes } from "./languages";
import { modelTextsIn } from "./model-texts.server";

const files = <T>(found: Record<string, T>): T[] => Object.values(found);
const studies = files(
  import.meta.glob<StudyReport>("../../docs/model/*/results.json", { import: "default", eager: true }),
);
const cases = files(
  import.meta.glob<Cases>("../../risk-models/models/*/cases.json", { import: "default", eager: true }),
);

/** Every text of a model that a page shows in the reader's language: names and meanings, not the judgements. */
function textsOf(model: RiskModel): string[] {
  const judged = [model.aggregation, model.sectorOnly, model.typicalFeeMonths, model.proof, model.composition, model.corridorGap, model.bands, model.likelihood, model.severity, model.priority, ...Object.values(model.dimensions), ...Object.values(model.workKinds), ...Object.values(model.destinationNorms), ...model.signs, ...model.floors, ...model.indicators, ...model.indicators.flatMap(({ error }) => error ?? [])]; // prettier-ignore
  return [
    ...model.indicators.flatMap(({ name, meaning, unit, licence, coverage }) => [
      name,
      meaning,
      unit,
      licence,
      coverage,
    ]),
    ...model.practices.flatMap(({ name, meaning }) => [name, meaning]),
    ...model.floors.flatMap(({ ground, liftedBy, legalEffect }) => [ground, liftedBy, legalEffect]),
    ...model.signs.map(({ meaning }) => meaning),
    ...model.variants.map(({ meaning }) => meaning),
    ...judged.map(({ whoKnowsBetter }) => whoKnowsBetter),
    ...Object.values(model.referenceClasses).flatMap(({ groups, groupedBy }) =>
      groupedBy === "subregion" ? Object.keys(groups) : [],
    ),
  ];
}

const textsOfStudy = ({ laws, uncertainty, knownCases }: StudyReport): string[] => [
  ...laws.laws.map(({ law }) => law),
  ...uncertainty.importance.groups.map(({ group }) => group),
  ...knownCases.countries.flatMap(({ constructions }) =>
    constructions.flatMap(({ lifts }) => lifts.map((one) => one.ranking)),
  ),
  ...Object.keys(knownCases.leftOut),
];

const shown = new Set([
  ...MODELS.flatMap(textsOf),
  ...cases.flatMap(({ worked }) => worked.map(({ title }) => title)),
  ...studies.flatMap(textsOfStudy),
]);

test("every name and meaning of every released model, its cases and its study has its words in every language", () => {
  expect(shown.size).toBeGreaterThan(150);
  for (const language of languageCodes) {
    if (language === "en") continue;
    const texts = modelTextsIn(language);
    expect([language, [...shown].filter((text) => !texts[text]?.trim())]).toEqual([language, []]);
  }
});

test("no translation is left over from a text that no file says any more", () => {
  for (const language of languageCodes)
    expect([language, Object.keys(modelTextsIn(language)).filter((text) => !shown.has(text))]).toEqual([language, []]);
});
