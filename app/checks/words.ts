/** The closed lists of words of a check, for pages and shapes alike. */
import { PROTECTED_SOURCES } from "../recruitment/protected-sources";

/** What a firm is to the bidder. */
export const FIRM_KINDS = ["bidder", "group", "consortium", "subcontractor"] as const;
export type FirmKind = (typeof FIRM_KINDS)[number];

export const PAIR_DECISIONS = ["match", "not-match", "cannot-tell"] as const;
export type PairDecision = (typeof PAIR_DECISIONS)[number];

/** `done`: nothing found in the sources named. */
export const RESULTS = ["done", "found", "not-known", "not-applicable"] as const;
export type Result = (typeof RESULTS)[number];

export const FACT_STATUS = ["established", "under-review"] as const;
/** Where a fact is known from. What those of `PROTECTED_SOURCES` told is not put to a bidder. */
export const FACT_ORIGINS = [
  "authority",
  "register",
  "own-records",
  "press",
  "another-bidder",
  ...PROTECTED_SOURCES,
] as const;
export type FactOrigin = (typeof FACT_ORIGINS)[number];

export const DECISIONS = ["admit", "conditions", "ask", "replace", "exclude"] as const;
export type DecisionKind = (typeof DECISIONS)[number];
