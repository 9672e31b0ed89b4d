import type { SummaryKind } from "../schema/codes";

export interface SummaryCount {
  readonly kind: SummaryKind;
  /** A code of the kind's list, an ISO country, a letter; "" stands for unknown. */
  readonly key: string;
  readonly count: number;
}

/** Counted dashboards. */
export interface Summary {
  /** Counts the generation's register rows and row issues and replaces what was counted before. */
  count(generation: number): Promise<SummaryCount[]>;
}
