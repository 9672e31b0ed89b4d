/** Which of a supplier's reasons is the one a plan gives. */
import { FLOORS } from "../../risk-models/types";

/** What is known of this supplier or of what it sells; the rest describes its country or what is usual in its trade. */
const TOLD = /^reason\.(?:debt|recruiter|papers|deposits|wages|freedom|exposedWorkers)$/u;
const SIGN = /^reason\.sign\.(?!none$|unknown$)/u;

const rank = (reason: string): number =>
  reason.startsWith("reason.floor.") ? 0 : TOLD.test(reason) ? 1 : SIGN.test(reason) ? 2 : 3;

/**
 * The reasons of a register line (keys of the engine, strongest first) with the one to give in front: a floor that holds, by
 * its bit; else what was told of the supplier; else what it sells; else the strongest.
 */
export function reasonsFirst(reasons: readonly string[], floors: number): string[] {
  const holding = FLOORS.filter((_, bit) => (floors & (1 << bit)) !== 0).map((id) => `reason.floor.${id}`);
  const all = [...new Set([...holding, ...reasons])];
  return all
    .map((reason, at) => [reason, rank(reason), at] as const)
    .sort((a, b) => a[1] - b[1] || a[2] - b[2])
    .map(([reason]) => reason);
}
