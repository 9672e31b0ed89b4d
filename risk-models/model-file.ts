/** What a released model file holds. The checks that need more than its shape are in `model-checks.ts`. */
import { z } from "zod";
import { PROOF_LEVELS } from "./facts";
import { BANDS, DIMENSIONS, FLOORS, LIKELIHOODS, ROLES, SEVERITIES, WORK_KINDS } from "./types";

const fraction = z.number().min(0).max(1);
const text = z.string().min(1);
/** Every height, bound and weight is judgement: why this one, and who would know better. */
const judgement = { why: text, whoKnowsBetter: text };

const Anchors = z.array(z.tuple([z.number(), fraction])).min(2);

/** One input of a dimension. */
export const IndicatorEntry = z.strictObject({
  id: text,
  dimension: z.enum(DIMENSIONS),
  /** Context, practice and finding are disjoint sets. */
  set: z.literal("context"),
  name: text,
  meaning: text,
  direction: z.enum(["higher-is-more-risk", "lower-is-more-risk"]),
  unit: text,
  /** Raw value to fraction; for answers in words see `answers`. */
  anchors: Anchors,
  answers: z.record(text, fraction).optional(),
  anchorsWhy: text,
  /** Share of the dimension. */
  weight: fraction,
  weightWhy: text,
  /** Measured value or judgement. */
  basis: z.enum(["measured", "judgement", "stated"]),
  /** Error either way in raw units, for measured values. */
  error: z.strictObject({ plausible: z.number().min(0), possible: z.number().min(0), ...judgement }).optional(),
  sources: z.array(text),
  licence: text,
  coverage: text,
  newestYear: z.int().nullable(),
  whoKnowsBetter: text,
});
export type IndicatorEntry = z.infer<typeof IndicatorEntry>;

/** A practice that takes points off one recruitment input, bounded by its proof. */
export const PracticeEntry = z.strictObject({
  id: text,
  set: z.literal("practice"),
  lowers: text,
  name: text,
  meaning: text,
  /** Answers of `facts.ts` that count. */
  answers: z.array(text).min(1),
});

export const ReferenceClass = z.strictObject({ median: fraction, p10: fraction, p90: fraction, n: z.int().min(1) });
export type ReferenceClass = z.infer<typeof ReferenceClass>;

const WorkKindEntry = z.strictObject({
  /** ISIC prefixes; the longest one that fits decides. */
  isic: z.array(text),
  roles: z.array(z.enum(ROLES)),
  /** Value of the setting for those who are silent, and its 10–90 % span. */
  silent: z.strictObject({ median: fraction, p10: fraction, p90: fraction }),
  feesAreTheNorm: z.boolean(),
  ...judgement,
});

const SignEntry = z.strictObject({
  id: text,
  value: fraction,
  low: fraction,
  high: fraction,
  /** How far the input counts as known. */
  known: fraction,
  meaning: text,
  ...judgement,
});

const FloorEntry = z.strictObject({
  id: z.enum(FLOORS),
  set: z.literal("finding"),
  height: z.number().min(0).max(100),
  scope: z.enum(["entity", "site", "product-line"]),
  ground: text,
  liftedBy: text,
  /** What the naming means in law, and what it does not. */
  legalEffect: text,
  ...judgement,
});

export const RiskModel = z.strictObject({
  id: text,
  title: text,
  effectiveFrom: z.iso.date(),
  dataDate: z.iso.date(),
  aggregation: z.strictObject({ order: z.literal(3), ...judgement }),
  /**
   * `weight` enters the formula. `importance`, where a model states it, is the share of the order the dimension is meant to decide:
   * the two differ, since what decides also depends on how far a dimension's values spread and move together.
   */
  dimensions: z.record(
    z.enum(DIMENSIONS),
    z.strictObject({ weight: fraction, importance: fraction.optional(), ...judgement }),
  ),
  indicators: z.array(IndicatorEntry),
  practices: z.array(PracticeEntry),
  floors: z.array(FloorEntry),
  signs: z.array(SignEntry),
  sectorOnly: z.strictObject({ known: fraction, evidenceSpan: fraction, silentHigh: fraction, ...judgement }),
  workKinds: z.record(z.enum(WORK_KINDS), WorkKindEntry),
  typicalFeeMonths: z.strictObject({ value: z.number(), sources: z.array(text), ...judgement }),
  /** Destinations with a published typical worker-paid cost, in months of pay. */
  destinationNorms: z.record(
    z.string().regex(/^[A-Z]{2}$/),
    z.strictObject({ months: z.number(), sources: z.array(text), ...judgement }),
  ),
  /** Largest share that proof of this kind may take off. */
  proof: z.strictObject({ bounds: z.record(z.enum(PROOF_LEVELS), fraction), ...judgement }),
  /**
   * How an answer is read where worker-paid fees are not the norm: up to the usual bad answer it counts at most as bare denial
   * does there, above it rises to its full value. Not in 2026.1.
   */
  disclosure: z.strictObject({ usual: fraction, ...judgement }).optional(),
  composition: z.strictObject({ womenCountAs: fraction, youngCountAs: fraction, lowestShare: fraction, ...judgement }),
  corridorGap: z.strictObject({ userCostSpan: fraction, ...judgement }),
  bands: z.strictObject({ low: z.literal(0), raised: z.number(), high: z.number(), ...judgement }),
  likelihood: z.strictObject({ from: z.record(z.enum(LIKELIHOODS).exclude(["unknown"]), z.number()), ...judgement }),
  severity: z.strictObject({ manyWorkers: z.int(), severeMonths: z.number(), ...judgement }),
  priority: z.strictObject({
    table: z.record(
      z.enum(SEVERITIES),
      z.record(
        z.enum(LIKELIHOODS).exclude(["unknown"]),
        z.union([z.literal(1), z.literal(2), z.literal(3), z.literal(4)]),
      ),
    ),
    ...judgement,
  }),
  /** Computed from the reference tables by `reference-classes.ts`; a test recomputes them. */
  referenceClasses: z.record(
    text,
    z.strictObject({
      all: ReferenceClass,
      groups: z.record(text, ReferenceClass),
      groupedBy: z.enum(["subregion", "section"]),
    }),
  ),
  /** Released variants: other weights for some inputs, nothing else. */
  variants: z.array(z.strictObject({ id: text, meaning: text, weights: z.record(text, fraction) })),
  bandNames: z.tuple([z.literal(BANDS[0]), z.literal(BANDS[1]), z.literal(BANDS[2])]),
});
export type RiskModel = z.infer<typeof RiskModel>;

/** The indicator with this id. Throws when the model does not have it: a mistake in the code, not in the input. */
export function indicatorOf(model: RiskModel, id: string): IndicatorEntry {
  const found = model.indicators.find((indicator) => indicator.id === id);
  if (!found) throw new Error(`Model ${model.id} has no indicator ${id}`);
  return found;
}

/** The model with the weights of one of its variants; everything else stays as released. */
export function variantModel(model: RiskModel, variantId: string): RiskModel {
  const variant = model.variants.find((one) => one.id === variantId);
  if (!variant) throw new Error(`Model ${model.id} has no variant ${variantId}`);
  return {
    ...model,
    id: `${model.id}+${variant.id}`,
    indicators: model.indicators.map((indicator) => ({
      ...indicator,
      weight: variant.weights[indicator.id] ?? indicator.weight,
    })),
  };
}
