/** Where two suppliers that may be one stood at an instant: what people decided and what comparisons made of the pair by then. Pure. */
import type { PairState } from "../../../db/queries/merges";
import type { PairDecisionTimes, PairTimes } from "../../../db/queries/pair-times";
import type { PairThen } from "./pair-then";

/** What a comparison made of a pair that was known. */
export interface PairChange {
  /** ISO instant. */
  readonly at: string;
  readonly state: PairState;
  /** What is said of one of the two was another than before. */
  readonly facts: boolean;
}

export interface DuplicateThen {
  readonly state: PairState;
  /** The decision in force then; null: nobody had decided. */
  readonly decisionId: string | null;
  /** As in `PairThen`. */
  readonly facts: PairThen["facts"];
}

interface Move {
  readonly at: Date;
  readonly state: PairState;
  /** Undefined: it stays as it is. */
  readonly decisionId?: string | null;
}

const movesOf = (decisions: readonly Omit<PairDecisionTimes, "pairId">[]): Move[] =>
  decisions.flatMap(({ id, decision, decidedAt, undoneAt }): Move[] => [
    { at: decidedAt, state: decision, decisionId: id },
    ...(undoneAt === null ? [] : [{ at: undoneAt, state: "open" as const, decisionId: null }]),
  ]);

/**
 * @param decisions all about the pair, the oldest first.
 * @returns null: it was not found yet; "untold": something changed it of which nothing is kept.
 */
export function duplicateThen(
  pair: Pick<PairTimes, "version" | "foundAt" | "seenAt" | "changes">,
  decisions: readonly Omit<PairDecisionTimes, "pairId">[],
  end: Date,
): DuplicateThen | "untold" | null {
  if (pair.foundAt > end) return null;
  const changes = (pair.changes ?? []) as readonly PairChange[];
  const compared = changes.map(({ at, state }): Move => ({ at: new Date(at), state }));
  const moves = [...movesOf(decisions), ...compared].sort((a, b) => a.at.getTime() - b.at.getTime());
  // Every version has its move.
  if (pair.version - 1 !== moves.length) return "untold";
  const done = moves.filter(({ at }) => at <= end);
  const changedSince = changes.some(({ at, facts }) => facts && new Date(at) > end);
  return {
    state: done.at(-1)?.state ?? "open",
    decisionId: done.findLast(({ decisionId }) => decisionId !== undefined)?.decisionId ?? null,
    facts: pair.seenAt <= end ? "as-then" : changedSince ? "later" : "same-firms",
  };
}
