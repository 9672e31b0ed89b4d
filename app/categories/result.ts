/**
 * The result of a category: one row for each code with each place that was stated, made by the engine that scores suppliers. Pure.
 * A row knows no bidder and no supplier; its score says where to look, never whom to exclude or how to weigh a tender.
 */
import { z } from "zod";
import { explain } from "../../risk-models";
import {
  BANDS,
  CONTRIBUTION_BASES,
  DIMENSIONS,
  FLOORS,
  LEVELS,
  WORK_KINDS,
  type Assessment,
  type Band,
  type Place,
  type SupplierFacts,
} from "../../risk-models/types";
import { LABOUR_KINDS, labourKindOf } from "../groups/labour-heavy";
import type { SectorMatch } from "../resolve/types";
import type { CpvKind } from "./cpv-search";
import { placeOf } from "./places";

const range = z.tuple([z.number(), z.number()]);

/** One reason with what fills its line: as `Reason` of the engine, without the lines it stands for. */
const ReasonRow = z.object({
  key: z.string(),
  kind: z.enum(["indicator", "control", "floor"]),
  points: z.number(),
  dimension: z.enum(DIMENSIONS).nullable(),
  indicator: z.string(),
  value: z.union([z.number(), z.string()]).nullable(),
  year: z.number().nullable(),
  /** Ids of sources, joined by ";". */
  source: z.string(),
  basis: z.enum(CONTRIBUTION_BASES),
  normalised: z.number(),
});

export const ResultRow = z.object({
  code: z.string(),
  /** What the place is to the work: where the goods come from, or where services and works are performed. */
  on: z.enum(["origin", "place"]),
  /** Null: the place is not known; the range covers what is open. */
  place: z.string().nullable(),
  level: z.enum(LEVELS),
  /** Null where nothing is scored. */
  score: z.number().nullable(),
  band: z.enum(BANDS).nullable(),
  between: z.tuple([z.enum(BANDS), z.enum(BANDS)]).nullable(),
  plausible: range,
  possible: range,
  workKind: z.enum(WORK_KINDS),
  /** Labour-heavy work by name. */
  labour: z.enum(LABOUR_KINDS).nullable(),
  goods: z.array(z.string()),
  floors: z.array(
    z.object({
      id: z.enum(FLOORS),
      height: z.number(),
      on: z.string(),
      country: z.string().nullable(),
      source: z.string(),
    }),
  ),
  concerns: z.array(
    z.object({ key: z.string(), values: z.record(z.string(), z.union([z.string(), z.number()])), source: z.string() }),
  ),
  reasons: z.array(ReasonRow),
});
export type ResultRow = z.infer<typeof ResultRow>;

const NOWHERE: Place = { country: null, region: null, basis: "unknown" };

/** What the engine is told: goods made at their origin, services and works done at their place, and nothing of any supplier. */
export function factsOf(kind: CpvKind, sector: SectorMatch | null, place: string | null, asOf: string): SupplierFacts {
  const stated = place === null ? null : placeOf(place);
  const there: Place = stated === null ? NOWHERE : { ...stated, basis: "stated" };
  const isGood = kind === "supplies";
  return {
    seat: NOWHERE,
    placeOfWork: isGood ? NOWHERE : there,
    origin: isGood ? there : NOWHERE,
    role: isGood ? "maker" : "service-elsewhere",
    sector: {
      isic: sector?.isic ?? null,
      basis: sector ? "stated" : "unknown",
      confidence: sector?.confidence ?? null,
    },
    goods: sector?.goods ?? [],
    recruitment: {},
    workforce: {},
    asOf,
  };
}

/** The row of an assessment. */
export function rowOf(
  { code, kind, place, isic }: { code: string; kind: CpvKind; place: string | null; isic: string | null },
  facts: SupplierFacts,
  assessment: Assessment,
): ResultRow {
  return {
    code,
    on: kind === "supplies" ? "origin" : "place",
    place,
    level: assessment.level,
    score: assessment.residual,
    band: assessment.band,
    between: assessment.between === null ? null : [...assessment.between],
    plausible: [...assessment.plausible],
    possible: [...assessment.possible],
    workKind: assessment.workKind,
    labour: labourKindOf(isic),
    goods: [...facts.goods],
    floors: assessment.floors.map(({ id, height, on, country, source }) => ({ id, height, on, country, source })),
    concerns: assessment.concerns.map(({ key, values, source }) => ({ key, values: { ...values }, source })),
    reasons: explain(assessment).flatMap(({ key, kind: line, points, lines: [first] }) =>
      first === undefined
        ? []
        : [
            {
              key,
              kind: line,
              points,
              dimension: first.dimension,
              indicator: first.indicator,
              value: first.value,
              year: first.year,
              source: first.source,
              basis: first.basis,
              normalised: first.normalised,
            },
          ],
    ),
  };
}

/** How far the results of a category lie apart. */
export interface Spread {
  /** From the lowest to the highest end of any plausible range. */
  readonly plausible: readonly [number, number];
  /** Lowest and highest score; null where nothing is scored. */
  readonly scores: readonly [number, number] | null;
  /** Lowest and highest band that a row is in or reaches; null where no row has one. */
  readonly bands: readonly [Band, Band] | null;
  readonly rows: number;
  readonly unscored: number;
}

const bandsOf = ({ band, between }: ResultRow): readonly Band[] => between ?? (band === null ? [] : [band]);

/** @param rows at least one. */
export function spreadOf(rows: readonly ResultRow[]): Spread {
  const scores = rows.flatMap(({ score }) => score ?? []);
  const places = rows.flatMap(bandsOf).map((band) => BANDS.indexOf(band));
  return {
    plausible: [
      Math.min(...rows.map(({ plausible }) => plausible[0])),
      Math.max(...rows.map((row) => row.plausible[1])),
    ],
    scores: scores.length === 0 ? null : [Math.min(...scores), Math.max(...scores)],
    bands: places.length === 0 ? null : [BANDS[Math.min(...places)]!, BANDS[Math.max(...places)]!],
    rows: rows.length,
    unscored: rows.length - scores.length,
  };
}
