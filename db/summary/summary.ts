import type { SummaryKind } from "../schema/codes";
import type { SummaryTally } from "./tally";

export interface SummaryCount {
  readonly kind: SummaryKind;
  /** A code of the kind's list, an ISO country, a letter; "" stands for unknown. */
  readonly key: string;
  readonly count: number;
}

/** Counted dashboards. */
export interface Summary {
  /**
   * Counts the generation's register rows and row issues, or takes what was counted while they were written, and replaces
   * what was counted before.
   */
  count(generation: number, tally?: SummaryTally): Promise<SummaryCount[]>;
}
