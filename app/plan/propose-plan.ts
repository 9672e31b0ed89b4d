/**
 * Who is followed up: positions in the order of `compareStanding`, never suppliers, so that a million of them cost no more
 * than the plan itself. No clock, no chance but the seed's.
 */
import { drawNumbers } from "./random";

/** Most suppliers a plan can hold. */
export const MAX_CAPACITY = 1000;
const RESERVE = { least: 3, most: 50 } as const;

export interface PlanInput {
  /** How many suppliers can be followed up, 1 to MAX_CAPACITY. */
  readonly capacity: number;
  readonly seed: string;
  /** Suppliers that have a score: positions 0 to `scored - 1`. */
  readonly scored: number;
  /** All who sell; those without a score stand behind the others. */
  readonly sellers: number;
}

/** The positions of all who cannot be told apart from the one asked for: `from` to `to - 1`. */
export interface Bounds {
  readonly from: number;
  readonly to: number;
}

/** The last place fell among suppliers that cannot be told apart: a draw gave `places` of them. */
export interface Tie extends Bounds {
  readonly places: number;
}

export interface Selection {
  /** In order; within a tie in the order they were drawn. */
  readonly chosen: readonly number[];
  /** By chance, from all who were not chosen. */
  readonly drawn: readonly number[];
  /** Who comes next when a place is free. */
  readonly reserve: readonly number[];
  readonly tie: Tie | null;
}

/** How the places are shared: a tenth, at least one from five places on, is drawn by chance and lies within the capacity. */
export function sharePlaces(capacity: number): { readonly chosen: number; readonly drawn: number } {
  const drawn = capacity < 5 ? 0 : Math.max(1, Math.floor(capacity / 10));
  return { chosen: capacity - drawn, drawn };
}

/** How many stand ready beside a plan: a fifth of it, 3 to 50. */
export const reserveSize = (capacity: number): number =>
  Math.min(RESERVE.most, Math.max(RESERVE.least, Math.ceil(capacity / 5)));

/**
 * Chooses by order, then draws the random tenth from everyone who was not chosen, then names the reserve. It yields a
 * position when it must know who cannot be told apart from the supplier there, and is sent the bounds of that group.
 */
export function* proposePlan({ capacity, seed, scored, sellers }: PlanInput): Generator<number, Selection, Bounds> {
  const places = sharePlaces(capacity);
  const cut = Math.min(places.chosen, scored);
  const wanted = reserveSize(capacity);
  const inDrawnOrder = ({ from, to }: Bounds, take: number) =>
    drawNumbers(`${seed}/tie/${from}`, to - from, take).map((number) => from + number);

  let chosen = count(0, cut);
  let next: number[] = [];
  let tie: Tie | null = null;
  let at = cut;
  if (cut > 0 && cut < scored) {
    const group = yield cut - 1;
    if (group.to > cut) {
      const taken = cut - group.from;
      const shuffled = inDrawnOrder(group, taken + wanted + places.drawn);
      chosen = [...count(0, group.from), ...shuffled.slice(0, taken)];
      next = shuffled.slice(taken);
      tie = { ...group, places: taken };
      at = group.to;
    }
  }

  const drawn = drawWithout(chosen, `${seed}/tenth`, sellers, places.drawn);
  const isDrawn = new Set(drawn);
  let reserve = next.filter((position) => !isDrawn.has(position));
  while (reserve.length < wanted && at < scored) {
    const group = yield at;
    const shuffled = inDrawnOrder(group, wanted - reserve.length + places.drawn);
    reserve = [...reserve, ...shuffled.filter((position) => !isDrawn.has(position))];
    at = group.to;
  }
  return { chosen, drawn, reserve: reserve.slice(0, wanted), tie };
}

const count = (from: number, to: number): number[] =>
  Array.from({ length: Math.max(0, to - from) }, (_, i) => from + i);

/** `take` of the positions 0 to `total - 1` that are not in `without`, each as likely as the others; in order. */
function drawWithout(without: readonly number[], seed: string, total: number, take: number): number[] {
  const left = without.toSorted((a, b) => a - b);
  return drawNumbers(seed, total - left.length, take)
    .map((number) => {
      let position = number;
      for (const gone of left) {
        if (gone > position) break;
        position += 1;
      }
      return position;
    })
    .sort((a, b) => a - b);
}

/**
 * First position after `from` where `isSame` no longer holds, at most `end`: few questions when the group is small, some forty
 * when a million are alike. `isSame` must hold for a run that begins at `from`. Yields positions, is sent the answers.
 */
export function* endOfRun(from: number, end: number): Generator<number, number, boolean> {
  let [known, step] = [from, 1];
  while (known + step < end && (yield known + step)) {
    known += step;
    step *= 2;
  }
  let other = Math.min(known + step, end);
  while (other - known > 1) {
    const middle = Math.floor((known + other) / 2);
    if (yield middle) known = middle;
    else other = middle;
  }
  return other;
}
