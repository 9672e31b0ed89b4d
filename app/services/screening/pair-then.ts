/**
 * Where a pair of a supplier and an entry stood at an instant. People's decisions are events of the chain, each with its time; what
 * a comparison did to a pair has none, but it did it while it ran, and the pair's version counts every change. Pure.
 */
import type { MatchCause, MatchDecision, MatchState } from "../../../db/schema/screening";

/** A pair as it stands now, as far as its past is told by it. */
export interface TimedPair {
  readonly state: MatchState;
  readonly cause: MatchCause;
  /** 1 when it was found, and one more for every change of its state or of what both are. */
  readonly version: number;
  readonly foundAt: Date;
  /** When the comparison ended that saw it last; null: it has not. */
  readonly seenUntil: Date | null;
}

/** What a person did about a pair. */
export interface PairMove {
  readonly kind: "decided" | "confirmed" | "refused" | "reopened";
  readonly at: Date;
  readonly decisionId: string;
  readonly decision: MatchDecision;
  /** Decided, and it counted at once for the workspace had nobody else to confirm it. */
  readonly alone: boolean;
}

/** A time in which pairs may have been changed without a trace of when: a comparison ran, or what an event said was erased. */
export interface Unwatched {
  readonly from: Date;
  readonly to: Date;
}

/** What is asked of those times. Instants in milliseconds, as `Date.getTime` gives them. */
export interface Watch {
  /** One ended after `from` and began by `to` (null: whenever). */
  readonly wentOn: (from: number, to: number | null) => boolean;
  /** One began after `from`, by `to`. */
  readonly began: (from: number, to: number) => boolean;
}

/** Answers each question in the logarithm of their number: in order of their beginnings, with the last end up to each. Pure. */
export function watchOf(unwatched: readonly Unwatched[]): Watch {
  const sorted = unwatched
    .map(({ from, to }) => ({ from: from.getTime(), to: to.getTime() }))
    .sort((a, b) => a.from - b.from);
  const ends: number[] = [];
  for (const { to } of sorted) ends.push(Math.max(to, ends.at(-1) ?? -Infinity));
  /** How many began by then. */
  const begunBy = (instant: number): number => {
    let [low, high] = [0, sorted.length];
    while (low < high) {
      const middle = (low + high) >> 1;
      if (sorted[middle]!.from <= instant) low = middle + 1;
      else high = middle;
    }
    return low;
  };
  return {
    wentOn: (from, to) => (ends[(to === null ? sorted.length : begunBy(to)) - 1] ?? -Infinity) > from,
    began: (from, to) => begunBy(to) > begunBy(from),
  };
}

export interface PairThen {
  readonly state: MatchState;
  /** Null: not kept for that day. */
  readonly cause: MatchCause | null;
  /**
   * What the row holds of the two and their likeness: `as-then`; `same-firms`: both were as they are, their likeness and the edition
   * may have been others; `later`: of a later comparison, for one of them changed.
   */
  readonly facts: "as-then" | "same-firms" | "later";
}

/** Where a pair stands once a decision counts. An entry that is off its list asks nobody any more. */
export const stateAfter = (decision: MatchDecision): MatchState => (decision === "delisted" ? "gone" : decision);

const before = ({ kind, decision }: PairMove): MatchState =>
  kind === "decided" ? "open" : kind === "reopened" ? stateAfter(decision) : "proposed";

const makesMatch = ({ kind, decision, alone }: PairMove): boolean =>
  decision === "match" && (kind === "confirmed" || (kind === "decided" && alone));

/** After the move at `at`; null where nothing tells whether a decision waited for a second member. */
function after(moves: readonly PairMove[], at: number): MatchState | null {
  const { kind, decision, decisionId, alone } = moves[at]!;
  const next = moves[at + 1];
  if (kind === "confirmed" || (kind === "decided" && alone)) return stateAfter(decision);
  if (kind !== "decided") return "open";
  if (next?.decisionId === decisionId) return next.kind === "reopened" ? stateAfter(decision) : "proposed";
  if (decision === "match" || decision === "delisted") return "proposed";
  // Any other decision waits for a second member only where it would end a match that was confirmed.
  return moves.slice(0, at).some(makesMatch) ? null : decision;
}

/**
 * @param moves all that people did about the pair, in their order. @param watch the unwatched times of the workspace.
 * @returns null: it was not found yet; "untold": nothing says exactly where it stood.
 */
export function pairThen(
  pair: TimedPair,
  moves: readonly PairMove[],
  watch: Watch,
  end: Date,
): PairThen | "untold" | null {
  if (pair.foundAt > end) return null;
  const unseen = pair.version - 1 - moves.length;
  if (unseen < 0) return "untold";
  /** Nothing but people can have changed it after the first instant, up to the second. */
  const isQuiet = (from: Date, to: Date | null) => unseen === 0 || !watch.wentOn(from.getTime(), to && to.getTime());
  const done = moves.filter(({ at }) => at <= end);
  const next = moves[done.length];
  // The comparison that found it did nothing more to it.
  const sinceFound = () => unseen === 0 || !watch.began(pair.foundAt.getTime(), end.getTime());
  const last = done.at(-1);
  const isKnown = last ? isQuiet(last.at, end) : sinceFound();
  const forward = !isKnown ? null : last ? after(moves, done.length - 1) : "open";
  const backward = isQuiet(end, next?.at ?? null) ? (next ? before(next) : pair.state) : null;
  const state = backward ?? forward;
  if (state === null) return "untold";
  const isAsThen = pair.seenUntil !== null && pair.seenUntil <= end;
  return {
    state,
    cause: unseen === 0 || isQuiet(end, null) ? pair.cause : null,
    facts: isAsThen ? "as-then" : unseen === 0 ? "same-firms" : "later",
  };
}
