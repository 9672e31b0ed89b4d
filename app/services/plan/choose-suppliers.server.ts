import type { PlanOrder, Turn } from "../../../db/queries/plan-order";
import type { Likelihood, SeverityLevel } from "../../../risk-models/types";
import { compareStanding, likelihoodStep, severityStep, whyWaiting, type Why } from "../../plan/order";
import { endOfRun, proposePlan, type Bounds, type Tie } from "../../plan/propose-plan";

/** Suppliers that wait for the same reason. */
export interface WaitingGroup {
  readonly why: Why;
  /** Of the first of them; serious and unknown are one step. */
  readonly severity: SeverityLevel;
  readonly likelihood: Likelihood;
  readonly count: number;
}

export interface Choice {
  readonly chosen: readonly Turn[];
  readonly drawn: readonly Turn[];
  readonly reserve: readonly Turn[];
  readonly tie: Tie | null;
  readonly sellers: number;
  readonly scored: number;
  /** Who has a score and waits. */
  readonly waiting: readonly WaitingGroup[];
  /** Of those without a score, how many have told of something severe or critical. */
  readonly unscoredSevere: number;
}

/** First position from `from` to `end` where `holds` is no longer true; it is true in one run from `from`, or not at all. */
async function firstWithout(
  order: PlanOrder,
  from: number,
  end: number,
  holds: (turn: Turn) => boolean,
): Promise<number> {
  const answer = async (position: number) => {
    const [turn] = await order.at([position]);
    return turn !== undefined && holds(turn);
  };
  if (from >= end || !(await answer(from))) return from;
  const run = endOfRun(from, end);
  let step = run.next();
  while (!step.done) step = run.next(await answer(step.value));
  return step.value;
}

/** The positions of all who stand exactly like the supplier at `position`. */
async function boundsAt(order: PlanOrder, position: number, scored: number): Promise<Bounds> {
  const [here] = await order.at([position]);
  if (!here) throw new RangeError(`There is no supplier at position ${position}`);
  const isAlike = (turn: Turn) => compareStanding(here, turn) === 0;
  const backwards: PlanOrder = { ...order, at: (steps) => order.at(steps.map((back) => position - back)) };
  const before = await firstWithout(backwards, 0, position + 1, isAlike);
  return { from: position - before + 1, to: await firstWithout(order, position, scored, isAlike) };
}

/**
 * Chooses from a stored order. It reads the suppliers of the plan and, for the bounds of groups, some hundred others, however
 * long the list is.
 */
export async function chooseSuppliers(order: PlanOrder, capacity: number, seed: string): Promise<Choice> {
  const sellers = await firstWithout(order, 0, order.total, ({ sells }) => sells);
  const scored = await firstWithout(order, 0, sellers, ({ score }) => score !== null);
  const steps = proposePlan({ capacity, seed, scored, sellers });
  let step = steps.next();
  while (!step.done) step = steps.next(await boundsAt(order, step.value, scored));
  const { tie, ...positions } = step.value;
  const [chosen, drawn, reserve] = await Promise.all([
    order.at(positions.chosen),
    order.at(positions.drawn),
    order.at(positions.reserve),
  ]);
  const last = chosen.toSorted((a, b) => a.position - b.position).at(-1) ?? null;
  const named = [...chosen, ...drawn, ...reserve].map(({ position }) => position);
  const severe = ({ severity }: Turn) => severityStep(severity) >= severityStep("severe");
  return {
    chosen,
    drawn,
    reserve,
    tie,
    sellers,
    scored,
    waiting: await waitingGroups(order, scored, last, tie, named),
    unscoredSevere: (await firstWithout(order, scored, sellers, severe)) - scored,
  };
}

/** Everyone with a score who is not named, counted by severity and likelihood; the draw's losers apart. */
async function waitingGroups(
  order: PlanOrder,
  scored: number,
  last: Turn | null,
  tie: Tie | null,
  named: readonly number[],
): Promise<WaitingGroup[]> {
  const groups: WaitingGroup[] = [];
  const add = (first: Turn, from: number, to: number): void => {
    const count = to - from - named.filter((position) => position >= from && position < to).length;
    if (count <= 0) return;
    groups.push({ why: whyWaiting(last, first), severity: first.severity, likelihood: first.likelihood, count });
  };
  for (let from = 0; from < scored;) {
    const [first] = await order.at([from]);
    if (!first) break;
    const isOfGroup = ({ severity, likelihood }: Turn) =>
      severityStep(severity) === severityStep(first.severity) &&
      likelihoodStep(likelihood) === likelihoodStep(first.likelihood);
    const to = await firstWithout(order, from, scored, isOfGroup);
    const holdsLast = last !== null && isOfGroup(last);
    if (holdsLast && tie) {
      add(last, tie.from, tie.to);
      const [after] = tie.to < to ? await order.at([tie.to]) : [];
      if (after) add(after, tie.to, to);
    } else if (holdsLast) {
      const cut = last.position + 1;
      const [after] = cut < to ? await order.at([cut]) : [];
      if (after) add(after, cut, to);
    } else if (last === null || from > last.position) add(first, from, to);
    from = to;
  }
  return groups;
}
