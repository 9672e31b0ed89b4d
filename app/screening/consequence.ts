import type { ListGround } from "./types";

/**
 * What hangs on a match, 0 to 1: the queue is ordered by probability × this. Judgement, with its reasons in
 * docs/decisions/0022: what can reach a score and what forbids a payment stand first, what a workspace wrote itself comes last.
 */
const CONSEQUENCE: Readonly<Record<ListGround, number>> = {
  "forced-labour": 1,
  "forced-labour-or-state-imposed": 1,
  sanctions: 1,
  "human-rights": 0.7,
  debarment: 0.6,
  "own-block": 0.5,
  "own-approved": 0.2,
};

export const consequenceOf = (ground: ListGround): number => CONSEQUENCE[ground];

/** May a confirmed match with an entry of this ground lift the score to its floor? Every other ground is shown beside the score. */
export const reachesScore = (ground: ListGround): boolean =>
  ground === "forced-labour" || ground === "forced-labour-or-state-imposed";
