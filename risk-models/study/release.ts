/** Question 5 of a study: the release conditions, with their figures. */
import type { RiskModel } from "../model-file";
import { DIMENSIONS } from "../types";
import type { Engine, Iso2, IsoDate } from "../types";
import type { Population } from "./populations";
import { groupsOf, inTop, topEdge, varianceBetween } from "./statistics";
import { supplierOf } from "./suppliers";

const BINS = 20;
/** How far the share of a dimension may lie from what it is meant to be, as a part of that. */
export const TOLERANCE = 0.25;
export const MOST_BETWEEN_COUNTRIES = 0.6;
/** Income groups of the World Bank, lowest first. */
const GROUP_ORDER = ["low", "lower middle", "upper middle", "high", "not known"];

/** What one population says about the conditions. `groupOf` gives the income group of a country, null when unknown. */
export function measurePopulation(
  engine: Engine,
  model: RiskModel,
  { name, suppliers }: Population,
  groupOf: (country: Iso2) => string | null,
) {
  const scores = new Float64Array(suppliers.length);
  const arithmetic = new Float64Array(suppliers.length);
  const dimensions = DIMENSIONS.map(() => new Float64Array(suppliers.length));
  for (const [at, facts] of suppliers.entries()) {
    const found = engine.assess(facts);
    scores[at] = found.residual ?? 0;
    arithmetic[at] = found.arithmeticMean;
    for (const [place, dimension] of DIMENSIONS.entries())
      dimensions[place]![at] = found.dimensions[dimension].residual;
  }
  const grouped = dimensions.map((values) => groupsOf(values, BINS));
  const effectsOn = (y: Float64Array) => grouped.map((groups) => varianceBetween(groups, y));
  const sharesOf = (effects: readonly number[]) => {
    const sum = effects.reduce((all, one) => all + one, 0);
    return effects.map((one) => (sum === 0 ? 0 : one / sum));
  };
  const effects = effectsOn(scores);
  const shares = sharesOf(effects);
  const arithmeticShares = sharesOf(effectsOn(arithmetic));
  const mainEffects = DIMENSIONS.map((dimension, at) => {
    const { weight, importance } = model.dimensions[dimension];
    const stated = importance ?? weight;
    const share = shares[at]!;
    return {
      dimension,
      weight,
      stated,
      effect: effects[at]!,
      share,
      shareWithArithmeticMean: arithmeticShares[at]!,
      holds: share >= stated * (1 - TOLERANCE) && share <= stated * (1 + TOLERANCE),
    };
  });
  const countries = suppliers.map((facts) => facts.seat.country ?? "");
  const numbers = new Map([...new Set(countries)].map((country, at) => [country, at]));
  const betweenCountries = varianceBetween(
    countries.map((country) => numbers.get(country)!),
    scores,
  );
  const edge = topEdge(scores);
  const groups = new Map<string, { suppliers: number; inTop: number }>();
  for (const [at, country] of countries.entries()) {
    const group = groupOf(country) ?? "not known";
    const entry = groups.get(group) ?? { suppliers: 0, inTop: 0 };
    groups.set(group, entry);
    entry.suppliers += 1;
    entry.inTop += inTop(scores[at]!, edge);
  }
  const topFifth = [...groups]
    .sort(([a], [b]) => GROUP_ORDER.indexOf(a) - GROUP_ORDER.indexOf(b) || (a < b ? -1 : 1))
    .map(([group, found]) => ({ group, suppliers: found.suppliers, shareInTopFifth: found.inTop / found.suppliers }));
  return {
    population: name,
    suppliers: suppliers.length,
    countries: numbers.size,
    mainEffects,
    mainEffectsHold: mainEffects.every((one) => one.holds),
    betweenCountries,
    betweenCountriesHolds: betweenCountries <= MOST_BETWEEN_COUNTRIES,
    topFifth,
    everyGroupInTopFifth: topFifth.every((one) => one.group === "not known" || one.shareInTopFifth > 0),
  };
}

const LABOUR_PROVIDERS = ["78", "7810", "7820", "7830"] as const;

/** Labour providers of which nothing is known but where they are, in every country of the tables. */
export function labourProviders(engine: Engine, countries: readonly Iso2[], asOf: IsoDate) {
  const inLowest: { country: Iso2; known: string; score: number }[] = [];
  let [asked, lowest, where, rangeTouchesLow] = [0, Infinity, "", 0];
  for (const country of countries)
    for (const place of ["seat", "placeOfWork"] as const)
      for (const what of [{ role: "labour-provider" }, ...LABOUR_PROVIDERS.map((isic) => ({ isic }))]) {
        const { score, band, between } = engine.score(supplierOf({ [place]: country, ...what }, asOf));
        asked += 1;
        if (between?.[0] === "low") rangeTouchesLow += 1;
        if (score === null || band === "low")
          inLowest.push({ country, known: `${place}, ${Object.values(what)[0]}`, score: score ?? -1 });
        if (score !== null && score < lowest) [lowest, where] = [score, country];
      }
  return { countries: countries.length, asked, inLowest, lowestScore: lowest, lowestIn: where, rangeTouchesLow };
}
