/** The country dimension: seven inputs per country, with blanks filled from the classes written in the model. */
import { indicatorOf } from "./model-file";
import type { IndicatorEntry, ReferenceClass, RiskModel } from "./model-file";
import { blankSpan, measuredSpan, normalise, quantile, weightedSpan } from "./normalise";
import type { Span } from "./normalise";
import type { RiskReference } from "./reference-types";
import type { ContributionBasis, Fraction, Iso2 } from "./types";

/** One input as read for one supplier, ready to become a contribution. */
export interface InputReading {
  readonly indicator: IndicatorEntry;
  readonly span: Span;
  readonly value: number | string | null;
  readonly year: number | null;
  readonly source: string;
  readonly basis: ContributionBasis;
  /** How far it counts as known, 0 to 1. */
  readonly known: Fraction;
}

/** A dimension before controls. */
export interface DimensionReading {
  readonly inputs: readonly InputReading[];
  readonly span: Span;
  readonly coverage: Fraction;
}

export const dimensionReading = (inputs: readonly InputReading[]): DimensionReading => {
  const weights = inputs.map((input) => input.indicator.weight);
  return {
    inputs,
    span: weightedSpan(
      inputs.map((input) => input.span),
      weights,
    ),
    coverage: inputs.reduce((sum, input) => sum + input.known * input.indicator.weight, 0),
  };
};

/** The class that stands in for a blank: the group when the model has it, else all. */
export function classOf(model: RiskModel, indicatorId: string, group: string | null): ReferenceClass {
  const classes = model.referenceClasses[indicatorId];
  if (!classes) throw new Error(`Model ${model.id} has no reference class for ${indicatorId}`);
  return (group !== null ? classes.groups[group] : undefined) ?? classes.all;
}

const classSource = (model: RiskModel, group: string | null): string =>
  `model ${model.id}, reference class ${group ?? "all"}`;

export interface CountryTable {
  /** Null country: nothing known, the class of all countries. */
  of(country: Iso2 | null): DimensionReading;
  /** Goods of unknown origin in a trader's hands: never below the seat, spanning the countries where they are listed (all, when none is). */
  open(seat: Iso2 | null, candidates: readonly Iso2[]): DimensionReading;
}

export function countryTable(model: RiskModel, reference: RiskReference): CountryTable {
  const indicators = model.indicators.filter((indicator) => indicator.dimension === "country");
  const byCountry = new Map<string, DimensionReading>();

  const read = (country: Iso2 | null): DimensionReading => {
    const known = country !== null ? reference.countries[country] : undefined;
    const inputs = indicators.map((indicator): InputReading => {
      const reading = known?.values[indicator.id];
      if (reading) {
        return {
          indicator,
          span: measuredSpan(
            indicator.anchors,
            reading.value,
            indicator.error?.plausible ?? 0,
            indicator.error?.possible ?? 0,
          ),
          value: (indicator.id === "tipTier" ? known?.notes["tipTier"] : undefined) ?? reading.value,
          year: reading.year,
          source: reading.source,
          basis: "measured",
          known: 1,
        };
      }
      const group = known?.subregion || null;
      const own = group !== null && model.referenceClasses[indicator.id]?.groups[group] ? group : null;
      return {
        indicator,
        span: blankSpan(classOf(model, indicator.id, own)),
        value: null,
        year: null,
        source: classSource(model, own),
        basis: "reference-class",
        known: 0,
      };
    });
    return dimensionReading(inputs);
  };

  const of = (country: Iso2 | null): DimensionReading => {
    const key = country ?? "";
    const found = byCountry.get(key) ?? read(country);
    byCountry.set(key, found);
    return found;
  };

  const everyCountry = Object.keys(reference.countries).filter((code) => of(code).coverage > 0);
  const sortedByRisk = (codes: readonly Iso2[]) =>
    [...codes].sort((a, b) => of(a).span.value - of(b).span.value || (a < b ? -1 : 1));
  const allSorted = sortedByRisk(everyCountry);

  const openings = new Map<string, DimensionReading>();
  return {
    of,
    open(seat, candidates) {
      const key = `${seat ?? ""} ${candidates.join(" ")}`;
      const kept = openings.get(key);
      if (kept) return kept;
      const sorted = candidates.length ? sortedByRisk(candidates) : allSorted;
      const median = sorted[Math.floor((sorted.length - 1) / 2)]!;
      const own = seat !== null && of(seat).span.value >= of(median).span.value ? seat : median;
      const base = of(own);
      const all = sorted.map((code) => of(code).span);
      const values = all.map((span) => span.value);
      const ends = seat === null ? all : [...all, of(seat).span];
      const span: Span = {
        value: base.span.value,
        plausibleLow: Math.min(quantile(values, 0.1), base.span.value),
        plausibleHigh: Math.max(
          candidates.length ? values[values.length - 1]! : quantile(values, 0.9),
          base.span.value,
        ),
        possibleLow: Math.min(...ends.map((one) => one.possibleLow)),
        possibleHigh: Math.max(...ends.map((one) => one.possibleHigh)),
      };
      const opening: DimensionReading = {
        coverage: 0,
        span: {
          ...span,
          possibleLow: Math.min(span.possibleLow, span.plausibleLow),
          possibleHigh: Math.max(span.possibleHigh, span.plausibleHigh),
        },
        inputs: base.inputs.map((input) => ({
          ...input,
          known: 0,
          basis: "reference-class" as const,
          source:
            own === seat
              ? input.source
              : `${input.source}; country in the middle of those the goods may come from: ${own}`,
        })),
      };
      openings.set(key, opening);
      return opening;
    },
  };
}

/** Inputs of each country on the model's anchors, for reference classes and the correlation check. Blanks are left out. */
export function normalisedCountryInputs(model: RiskModel, reference: RiskReference): Map<string, Map<Iso2, Fraction>> {
  const found = new Map<string, Map<Iso2, Fraction>>();
  for (const { id, dimension } of model.indicators) {
    if (dimension !== "country") continue;
    const values = new Map<Iso2, Fraction>();
    for (const [country, entry] of Object.entries(reference.countries)) {
      const reading = entry.values[id];
      if (reading) values.set(country, normalise(indicatorOf(model, id).anchors, reading.value));
    }
    found.set(id, values);
  }
  return found;
}
