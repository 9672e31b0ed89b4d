/**
 * Models a workspace derives: a released model with other weights of its dimensions, each within a quarter of the released weight,
 * and nothing else. The id says all of it (`2026.2~40-25-35`: country, sector and product, recruitment in per cent), so a result of a
 * derived model can be recomputed by anybody who has the released one.
 */
import type { RiskModel } from "../model-file";
import { DIMENSIONS, type Dimension } from "../types";

/** Largest part of a released weight by which a workspace may change it. */
export const DERIVED_LIMIT = 0.25;

/** Weights of the dimensions in whole per cent. */
export type DimensionPercents = Readonly<Record<Dimension, number>>;

/** What is wrong with weights: they do not sum to 100, or one leaves its limits. */
export type DerivedFault =
  | { readonly kind: "sum"; readonly total: number }
  | { readonly kind: "limit"; readonly dimension: Dimension; readonly least: number; readonly most: number }
  | { readonly kind: "same" };

const FORM = /^(?<base>[^+~]+)~(?<country>\d{1,3})-(?<sector>\d{1,3})-(?<recruitment>\d{1,3})$/u;

export const isDerived = (modelId: string): boolean => modelId.includes("~");
/** The id of the released model that a model, a variant or a derived model stands on. */
export const releasedIdOf = (modelId: string): string => modelId.split(/[+~]/u)[0]!;

/** The weights of a model in whole per cent. */
export const percentsOf = ({ dimensions }: RiskModel): DimensionPercents => ({
  country: Math.round(dimensions.country.weight * 100),
  sector: Math.round(dimensions.sector.weight * 100),
  recruitment: Math.round(dimensions.recruitment.weight * 100),
});

/** The least and the most per cent a workspace may give a dimension. */
export function limitsOf(base: RiskModel, dimension: Dimension): { readonly least: number; readonly most: number } {
  const released = base.dimensions[dimension].weight * 100;
  const close = 1e-9;
  return {
    least: Math.ceil(released * (1 - DERIVED_LIMIT) - close),
    most: Math.floor(released * (1 + DERIVED_LIMIT) + close),
  };
}

/** Everything that is wrong with these weights; empty when they can be used. */
export function derivedFaults(base: RiskModel, percents: DimensionPercents): DerivedFault[] {
  const faults: DerivedFault[] = DIMENSIONS.flatMap((dimension) => {
    const { least, most } = limitsOf(base, dimension);
    const percent = percents[dimension];
    return Number.isInteger(percent) && percent >= least && percent <= most
      ? []
      : [{ kind: "limit" as const, dimension, least, most }];
  });
  const total = DIMENSIONS.reduce((sum, dimension) => sum + percents[dimension], 0);
  if (total !== 100) faults.push({ kind: "sum", total });
  const released = percentsOf(base);
  if (DIMENSIONS.every((dimension) => percents[dimension] === released[dimension])) faults.push({ kind: "same" });
  return faults;
}

export const derivedId = (base: RiskModel, { country, sector, recruitment }: DimensionPercents): string =>
  `${base.id}~${country}-${sector}-${recruitment}`;

/** The released model with these weights. @throws RangeError when they leave the limits. */
export function derivedModel(base: RiskModel, percents: DimensionPercents): RiskModel {
  const faults = derivedFaults(base, percents);
  if (faults.length > 0) throw new RangeError(`No model can be derived so from ${base.id}: ${JSON.stringify(faults)}`);
  const dimension = (name: Dimension): RiskModel["dimensions"][Dimension] => {
    const { importance: _meant, ...released } = base.dimensions[name];
    return { ...released, weight: percents[name] / 100 };
  };
  return {
    ...base,
    id: derivedId(base, percents),
    dimensions: { country: dimension("country"), sector: dimension("sector"), recruitment: dimension("recruitment") },
  };
}

/** The derived model an id names among these released ones; null when it names none, or weights outside the limits. */
export function derivedById(models: readonly RiskModel[], modelId: string): RiskModel | null {
  const found = FORM.exec(modelId)?.groups;
  const base = models.find(({ id }) => id === found?.["base"]);
  if (!found || !base) return null;
  const percents: DimensionPercents = {
    country: Number(found["country"]),
    sector: Number(found["sector"]),
    recruitment: Number(found["recruitment"]),
  };
  // One id a model: "036" is not 36.
  if (derivedId(base, percents) !== modelId || derivedFaults(base, percents).length > 0) return null;
  return derivedModel(base, percents);
}
