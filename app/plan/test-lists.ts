/** What tests of plans share: lists in memory, chosen from by the same steps as stored ones. */
import fc from "fast-check";
import { LIKELIHOODS, SEVERITIES } from "../../risk-models/types";
import { compareStanding, type Standing } from "./order";
import { endOfRun, proposePlan, type Bounds, type Selection } from "./propose-plan";

export interface Candidate extends Standing {
  readonly id: number;
  /** Known to the buyer; must not matter. */
  readonly spend: number;
}

/** Few different values, so that suppliers are often alike. */
export const anyCandidates = (most: number): fc.Arbitrary<readonly Candidate[]> =>
  fc
    .array(
      fc
        .record({
          severity: fc.constantFrom(...SEVERITIES),
          likelihood: fc.constantFrom(...LIKELIHOODS.filter((one) => one !== "unknown")),
          score: fc.option(fc.constantFrom(20, 45.5, 70), { freq: 4 }),
          rangeLow: fc.constantFrom(10, 20),
          rangeHigh: fc.constantFrom(75, 90),
          spend: fc.nat(1000),
        })
        .map((one) =>
          one.score === null
            ? { ...one, likelihood: "unknown" as const, level: "placed" as const }
            : { ...one, level: "indicative" as const },
        ),
      { maxLength: most },
    )
    .map((list) => list.map((one, id) => ({ ...one, id })));

export const inOrder = (list: readonly Candidate[]): Candidate[] =>
  list.toSorted((a, b) => compareStanding(a, b) || a.id - b.id);

/** Bounds of the suppliers alike around a position, found as on a stored list: by questions. */
function boundsAt(sorted: readonly Standing[], position: number): Bounds {
  const isSame = (other: number) => compareStanding(sorted[position]!, sorted[other]!) === 0;
  let from = position;
  while (from > 0 && isSame(from - 1)) from -= 1;
  const run = endOfRun(position, sorted.length);
  let step = run.next();
  while (!step.done) step = run.next(isSame(step.value));
  return { from, to: step.value };
}

/** A plan over a list in memory. */
export function planOf(sorted: readonly Standing[], capacity: number, seed: string): Selection {
  const scored = sorted.filter(({ score }) => score !== null).length;
  const steps = proposePlan({ capacity, seed, scored, sellers: sorted.length });
  let step = steps.next();
  while (!step.done) step = steps.next(boundsAt(sorted, step.value));
  return step.value;
}
