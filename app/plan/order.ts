import type { Level, Likelihood, SeverityLevel } from "../../risk-models/types";

/** Where a supplier stands: all that decides when its turn comes. Amounts and leverage are not here. */
export interface Standing {
  readonly severity: SeverityLevel;
  readonly likelihood: Likelihood;
  /** Null at the levels listed and placed. */
  readonly score: number | null;
  /** The plausible range, 0 to 100. */
  readonly rangeLow: number | null;
  readonly rangeHigh: number | null;
  readonly level: Level;
}

const SEVERITY_STEPS: Readonly<Record<SeverityLevel, number>> = {
  critical: 3,
  severe: 2,
  serious: 1,
  // The model reads unknown severity as no less than serious: silence is neither better nor worse than what was told.
  unknown: 1,
  moderate: 0,
};
const LIKELIHOOD_STEPS: Readonly<Record<Likelihood, number>> = {
  "very-likely": 4,
  likely: 3,
  possible: 2,
  "less-likely": 1,
  unknown: 0,
};

/** 3 critical, 2 severe, 1 serious or unknown, 0 moderate. */
export const severityStep = (severity: SeverityLevel): number => SEVERITY_STEPS[severity];
export const likelihoodStep = (likelihood: Likelihood): number => LIKELIHOOD_STEPS[likelihood];

/** Does severity tell any of these apart? Where it is unknown for all, likelihood and score alone made the order. */
export const severityTellsApart = (severities: readonly SeverityLevel[]): boolean =>
  new Set(severities.map(severityStep)).size > 1;

const down = (a: number | null, b: number | null): number => (b ?? -1) - (a ?? -1);

/**
 * Whose turn comes first, negative for `a`: who has a score; then severity; then likelihood; then the score and the upper and
 * lower end of its range. Zero: the two cannot be told apart.
 */
export const compareStanding = (a: Standing, b: Standing): number =>
  Number(b.score !== null) - Number(a.score !== null) ||
  severityStep(b.severity) - severityStep(a.severity) ||
  likelihoodStep(b.likelihood) - likelihoodStep(a.likelihood) ||
  down(a.score, b.score) ||
  down(a.rangeHigh, b.rangeHigh) ||
  down(a.rangeLow, b.rangeLow);

/** Why a supplier waits while the last one chosen does not. */
export const WHYS = ["lower-severity", "less-likely", "lower-score", "not-drawn", "no-score"] as const;
export type Why = (typeof WHYS)[number];

/** The reason why a supplier waits behind `last`, the last one chosen for its place. */
export function whyWaiting(last: Standing | null, waiting: Standing): Why {
  if (waiting.score === null) return "no-score";
  if (last === null || severityStep(waiting.severity) < severityStep(last.severity)) return "lower-severity";
  if (likelihoodStep(waiting.likelihood) < likelihoodStep(last.likelihood)) return "less-likely";
  return compareStanding(last, waiting) === 0 ? "not-drawn" : "lower-score";
}
