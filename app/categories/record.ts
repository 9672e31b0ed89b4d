/** The parts of a filed assessment as they are kept, and what an officer chose. Pure. */
import { z } from "zod";
import { BANDS } from "../../risk-models/types";
import { CategoryInput } from "./category";
import { LAWS, MEASURE_IDS, type LawId, type MeasureId } from "./measures";
import { ResultRow } from "./result";
import { TRAITS } from "./words";

const material = z.object({
  good: z.string(),
  codes: z.array(z.string()),
  places: z.array(z.string()),
  stateImposed: z.array(z.string()),
  source: z.string(),
});

/** What came out, as it was on that day. */
export const StoredResult = z.object({
  rows: z.array(ResultRow).min(1),
  materials: z.array(material),
  traits: z.array(z.enum(TRAITS)),
  plausible: z.tuple([z.number(), z.number()]),
  scores: z.tuple([z.number(), z.number()]).nullable(),
  bands: z.tuple([z.enum(BANDS), z.enum(BANDS)]).nullable(),
});
export type StoredResult = z.infer<typeof StoredResult>;

/** A measure that goes into the tender: with why it fitted and by what it was backed. */
const chosenMeasure = z.object({
  id: z.enum(MEASURE_IDS as [MeasureId, ...MeasureId[]]),
  because: z.array(z.enum(TRAITS)),
  commitments: z.array(z.string()),
  laws: z.array(z.enum(Object.keys(LAWS) as [LawId, ...LawId[]])),
});

export const StoredChoice = z.object({
  /** Version of the catalogue of measures. */
  catalogue: z.number(),
  measures: z.array(chosenMeasure),
  /** Measures that fitted and were not chosen. */
  left: z.array(z.enum(MEASURE_IDS as [MeasureId, ...MeasureId[]])),
  /** The officer's own words for the tender, or why nothing was chosen; "" where there are none. */
  ownText: z.string(),
});
export type StoredChoice = z.infer<typeof StoredChoice>;

export const StoredInput = CategoryInput;
