/** The whole study of one model: tables and cases in, figures out. Pure and seeded: the same input gives the same figures. */
import { createEngine } from "../engine";
import type { RiskModel } from "../model-file";
import type { RiskReference } from "../reference-types";
import type { Iso2 } from "../types";
import { customsOrders, knownCases, type CustomsEntry, type ListedEntry } from "./known-cases";
import { checkLaws } from "./laws";
import { populationsOf } from "./populations";
import { Random } from "./random";
import { labourProviders, measurePopulation } from "./release";
import { supplierOf } from "./suppliers";
import { uncertainty } from "./uncertainty";
import { checkCases, type Cases } from "./worked-cases";

/** Fewer listed companies than this in one country say nothing. */
export const FEWEST_LISTED = 30;
/** Goods on the full 2024 edition of the list of goods. */
const GOODS_2024 = 204;

export interface StudyInput {
  readonly model: RiskModel;
  readonly reference: RiskReference;
  readonly cases: Cases;
  /** World Bank income group of each country, where the tables have one. */
  readonly incomeGroups: Readonly<Record<Iso2, string>>;
  /** Entries of lists with ground forced labour, a country and a sector of an industry classification. */
  readonly listed: readonly ListedEntry[];
  readonly customs: readonly CustomsEntry[];
  /** Entries left out of question 3, with the reason. */
  readonly leftOut: Readonly<Record<string, number>>;
  /** ISIC division of each ordinary company, by construction. */
  readonly ordinary: Readonly<Record<string, readonly string[]>>;
  /** Edition (a year) of each row of the list of goods, with its good. */
  readonly goodsEditions: readonly { readonly good: string; readonly edition: number }[];
  readonly seed: number;
  readonly draws: number;
  readonly resamples: number;
  /** Suppliers drawn from each population for question 2. */
  readonly sample: number;
  /** Suppliers the laws are tried on. */
  readonly lawSuppliers: number;
}

const isUsLabour = (publisher: string) => publisher.startsWith("US Department of Labor");
/** US federal authorities, and what a secondary source prints of their list. */
const isUs = (publisher: string) => /^US\b|^Central Intelligence Agency|^Thompson Hine/.test(publisher);

/** Runs every question of the plan. */
export function runStudy(input: StudyInput) {
  const { model, reference, seed } = input;
  const asOf = model.dataDate;
  const engine = createEngine(model, reference);
  const populations = populationsOf(reference, asOf, seed);
  const followed = input.cases.worked
    .filter(({ facts }) => engine.score(supplierOf(facts, asOf)).score !== null)
    .map(({ id, title, facts }) => ({ name: `${id} ${title}`, facts: supplierOf(facts, asOf) }));
  const sample = populations.flatMap(({ name, suppliers }) =>
    new Random(seed, `sample ${name}`).sample(suppliers, input.sample).map((facts) => ({ name: null, facts })),
  );
  const byCountry = new Map<Iso2, ListedEntry[]>();
  for (const entry of input.listed) byCountry.set(entry.country, [...(byCountry.get(entry.country) ?? []), entry]);
  const enough = [...byCountry].filter(([, list]) => new Set(list.map((one) => one.company)).size >= FEWEST_LISTED);
  const goods2024 = new Set(input.goodsEditions.filter(({ edition }) => edition >= 2024).map(({ good }) => good)).size;
  const measured = populations.map((population) =>
    measurePopulation(engine, model, population, (country) => input.incomeGroups[country] ?? null),
  );
  return {
    cases: checkCases(engine, input.cases, asOf),
    uncertainty: uncertainty({ model, reference, sample: [...followed, ...sample], draws: input.draws, seed }),
    knownCases: {
      leftOut: input.leftOut,
      countries: enough
        .sort(([a], [b]) => (a < b ? -1 : 1))
        .map(([country, listed]) =>
          knownCases({
            model,
            reference,
            country,
            listed,
            ordinary: input.ordinary,
            goodsList: isUsLabour,
            resamples: input.resamples,
            seed,
            asOf,
          }),
        ),
      customs: customsOrders(model, reference, input.customs, isUs, asOf),
    },
    forwardTest2024: { tested: goods2024 >= GOODS_2024, goodsOfThatEdition: goods2024, goodsNeeded: GOODS_2024 },
    release: {
      populations: measured,
      mainEffectsHold: measured.every((one) => one.mainEffectsHold),
      betweenCountriesHolds: measured.every((one) => one.betweenCountriesHolds),
      everyIncomeGroupInTopFifth: measured.every((one) => one.everyGroupInTopFifth),
      labourProviders: labourProviders(engine, Object.keys(reference.countries).sort(), asOf),
    },
    laws: checkLaws(
      model,
      reference,
      new Random(seed, "law suppliers").sample(populations[1]!.suppliers, input.lawSuppliers),
      seed,
    ),
  };
}

export type StudyResults = ReturnType<typeof runStudy>;
