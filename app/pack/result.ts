/** What a pack says of a supplier's assessment: the numbers of the register, as they are rounded there. */
import { z } from "zod";
import { reasonCode } from "../../risk-models/explain";
import {
  BANDS,
  FLOORS,
  LEVELS,
  LIKELIHOODS,
  SEVERITIES,
  type CompactResult,
  type Engine,
  type SupplierFacts,
} from "../../risk-models/types";

const score = z.number().min(0).max(100);
const fraction = z.number().min(0).max(1);

export const PackedResult = z.strictObject({
  level: z.enum(LEVELS),
  /** Residual, a tenth of a point; null below the level that is scored. */
  score: score.nullable(),
  band: z.enum(BANDS).nullable(),
  inherent: score,
  /** The plausible range. */
  range: z.tuple([score, score]),
  coverage: z.strictObject({ context: fraction, supplier: fraction }),
  dimensions: z.strictObject({ country: score.nullable(), sector: score.nullable(), recruitment: score.nullable() }),
  /** Of a derived model: what the released one gives. */
  releasedScore: score.nullable(),
  severity: z.enum(SEVERITIES),
  likelihood: z.enum(LIKELIHOODS),
  priority: z.union([z.literal(1), z.literal(2), z.literal(3), z.literal(4)]).nullable(),
  floors: z.array(z.enum(FLOORS)),
  /** Keys of the strongest reasons, the strongest first. */
  reasons: z.array(z.string()).max(3),
});
export type PackedResult = z.infer<typeof PackedResult>;

const tenth = (value: number) => Math.round(value * 10) / 10;
const tenthOrNull = (value: number | null) => (value === null ? null : tenth(value));
const hundredth = (value: number) => Math.round(value * 100) / 100;

/** @param releasedScore of the released model under a derived one. */
export function packedResult(result: CompactResult, releasedScore: number | null): PackedResult {
  return {
    level: result.level,
    score: tenthOrNull(result.score),
    band: result.band,
    inherent: tenth(result.inherent),
    range: [tenth(result.plausibleLow), tenth(result.plausibleHigh)],
    coverage: { context: hundredth(result.contextCoverage), supplier: hundredth(result.supplierCoverage) },
    dimensions: {
      country: tenthOrNull(result.country),
      sector: tenthOrNull(result.sector),
      recruitment: tenthOrNull(result.recruitment),
    },
    releasedScore: tenthOrNull(releasedScore),
    severity: result.severity,
    likelihood: result.likelihood,
    priority: result.priority,
    floors: FLOORS.filter((_floor, bit) => (result.floorBits >> bit) & 1),
    reasons: result.reasons.flatMap((code) => (code > 0 ? (reasonCode(code) ?? []) : [])),
  };
}

/** What the engine gives, as a pack says it. */
export const recomputed = (engine: Engine, released: Engine | null, facts: SupplierFacts): PackedResult =>
  packedResult(engine.score(facts), released === null ? null : released.score(facts).score);
