import { GAPS, gapsOf, type Gap, type GapFacts } from "../plan/gaps";

/** What a result is ordered by: suppliers with the same cannot be told apart (the order of the plan). */
export interface Standing {
  readonly model: string;
  readonly score: number | null;
  readonly severity: string;
  readonly likelihood: string;
  readonly rangeLow: number;
  readonly rangeHigh: number;
}

/** Lines of the input that cannot be told apart from one another. */
export interface Ties {
  /** How many lines have this result, this one among them. */
  readonly suppliers: number;
  /** Keys of the input that most of them leave blank: what would separate them, at most three. Empty without a tie. */
  readonly columns: readonly string[];
}

/** Where the plan's columns stand in a line of `candour score`. */
const KEY_OF: Readonly<Record<Gap, string>> = {
  product: "product",
  seat: "seat",
  origin: "origin",
  placeOfWork: "placeOfWork",
  recruiter: "recruitment.recruiter",
  workersRecruited: "recruitment.workersRecruited",
  employerCost: "recruitment.employerCostTotalUsd",
  papers: "recruitment.papersHeldBy",
  repaid: "recruitment.workersRepaid",
  workers: "workforce.workers",
};
const MOST_COLUMNS = 3;

/** Counts ties over a whole input: memory grows with the different results, not with the lines. */
export class TieCounter {
  readonly #groups = new Map<string, { suppliers: number; blank: number[] }>();

  add(standing: Standing, facts: GapFacts): void {
    const key = keyOf(standing);
    let group = this.#groups.get(key);
    if (!group) this.#groups.set(key, (group = { suppliers: 0, blank: GAPS.map(() => 0) }));
    group.suppliers += 1;
    for (const gap of gapsOf(facts)) group.blank[GAPS.indexOf(gap)]! += 1;
  }

  of(standing: Standing): Ties {
    const group = this.#groups.get(keyOf(standing));
    if (!group || group.suppliers < 2) return { suppliers: 1, columns: [] };
    const columns = GAPS.map((gap, at) => ({ gap, blank: group.blank[at]! }))
      .filter(({ blank }) => blank > 0)
      .sort((a, b) => b.blank - a.blank)
      .slice(0, MOST_COLUMNS)
      .map(({ gap }) => KEY_OF[gap]);
    return { suppliers: group.suppliers, columns };
  }
}

const keyOf = ({ model, score, severity, likelihood, rangeLow, rangeHigh }: Standing): string =>
  [model, score, severity === "unknown" ? "serious" : severity, likelihood, rangeLow, rangeHigh].join(" ");
