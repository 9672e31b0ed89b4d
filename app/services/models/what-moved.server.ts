/** Who moves when another risk model scores the same list, and by what. Nothing here writes. */
import type { AnyScope, Database } from "../../../db/database";
import { eachLine } from "../../../db/queries/models";
import { compare } from "../../../risk-models";
import type { Band, CompactResult, Engine, IsoDate, Level, Score } from "../../../risk-models/types";
import { factsOfLine } from "../scoring/register-line";

/** A result as it is printed: a band, "between two", or none below the level at which a band is given. */
export type Printed = Band | `${Band}-${Band}` | "none";
export const printedOf = ({ band, between, score }: Pick<CompactResult, "band" | "between" | "score">): Printed =>
  score === null ? "none" : between ? `${between[0]}-${between[1]}` : (band ?? "none");

export interface Standing {
  readonly score: Score | null;
  readonly printed: Printed;
}

/** One supplier under both models. */
export interface Move {
  readonly supplierId: string;
  readonly name: string;
  readonly country: string | null;
  readonly isic: string | null;
  readonly level: Level;
  readonly from: Standing;
  readonly to: Standing;
  /** after - before; null unless both are scored. */
  readonly points: Score | null;
  /** The indicator, control or floor whose points changed most, with that change; null when nothing did. */
  readonly mover: { readonly indicator: string; readonly points: Score } | null;
}

/** A change of less than this is not one: scores are kept to a tenth of a point. */
const SMALLEST = 0.05;

/** Every supplier of a list under two models, in the order of the list; `named` asks for the mover, which costs a full assessment. */
export async function* eachMove(
  db: Database,
  scope: AnyScope,
  generation: number,
  [before, after]: readonly [Engine, Engine],
  { asOf, named }: { readonly asOf: IsoDate; readonly named: (move: Move) => boolean },
): AsyncGenerator<Move[]> {
  for await (const lines of eachLine(db, scope, generation)) {
    yield lines.map((line) => {
      const facts = factsOfLine(line, asOf);
      const [old, now] = [before.score(facts), after.score(facts)];
      const move: Move = {
        supplierId: line.id,
        name: line.name,
        country: line.seat,
        isic: line.isic,
        level: now.level,
        from: { score: old.score, printed: printedOf(old) },
        to: { score: now.score, printed: printedOf(now) },
        points: old.score === null || now.score === null ? null : now.score - old.score,
        mover: null,
      };
      if (!named(move)) return move;
      const [most] = compare(before.assess(facts), after.assess(facts)).moved;
      return most && Math.abs(most.points) >= SMALLEST
        ? { ...move, mover: { indicator: most.indicator, points: most.points } }
        : move;
    });
    // The turn of whoever else waits for this process.
    await new Promise<void>((resolve) => setImmediate(resolve));
  }
}

/** What is kept of a comparison. */
export interface MovesSummary {
  readonly suppliers: number;
  readonly scored: number;
  /** Scores that differ by a tenth of a point or more. */
  readonly changed: { readonly up: number; readonly down: number };
  /** How many went from one printed result to another, most first; those that stay are left out. */
  readonly printed: readonly { readonly from: Printed; readonly to: Printed; readonly suppliers: number }[];
  /** What moved those whose printed result changes, most first. */
  readonly movers: readonly { readonly indicator: string; readonly suppliers: number }[];
  /** Of those whose printed result changes, the ones whose score moves most. */
  readonly moves: readonly Move[];
}

/** As many as a page shows; all stand in the file. */
export const MOVES_KEPT = 200;

const mostFirst = (counts: ReadonlyMap<string, number>): [string, number][] =>
  [...counts].sort(([a, m], [b, n]) => n - m || (a < b ? -1 : 1));

/** Counts a comparison in one pass; memory does not grow with the list. */
export class MovesTally {
  #suppliers = 0;
  #scored = 0;
  #up = 0;
  #down = 0;
  readonly #printed = new Map<string, number>();
  readonly #movers = new Map<string, number>();
  #moves: Move[] = [];

  add(move: Move): void {
    this.#suppliers += 1;
    if (move.to.score !== null) this.#scored += 1;
    if (move.points !== null && move.points >= SMALLEST) this.#up += 1;
    if (move.points !== null && move.points <= -SMALLEST) this.#down += 1;
    const { from, to } = move;
    if (from.printed === to.printed) return;
    const pair = `${from.printed} ${to.printed}`;
    this.#printed.set(pair, (this.#printed.get(pair) ?? 0) + 1);
    if (move.mover) this.#movers.set(move.mover.indicator, (this.#movers.get(move.mover.indicator) ?? 0) + 1);
    this.#moves.push(move);
    if (this.#moves.length >= 2 * MOVES_KEPT) this.#moves = this.#largest();
  }

  summary(): MovesSummary {
    return {
      suppliers: this.#suppliers,
      scored: this.#scored,
      changed: { up: this.#up, down: this.#down },
      printed: mostFirst(this.#printed).map(([pair, suppliers]) => {
        const [from, to] = pair.split(" ") as [Printed, Printed];
        return { from, to, suppliers };
      }),
      movers: mostFirst(this.#movers).map(([indicator, suppliers]) => ({ indicator, suppliers })),
      moves: this.#largest(),
    };
  }

  #largest(): Move[] {
    return this.#moves
      .toSorted((a, b) => Math.abs(b.points ?? 0) - Math.abs(a.points ?? 0) || (a.supplierId < b.supplierId ? -1 : 1))
      .slice(0, MOVES_KEPT);
  }
}
