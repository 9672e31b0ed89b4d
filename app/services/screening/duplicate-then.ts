/**
 * Where two suppliers that may be one stood at an instant. People's decisions have their times; what a comparison did to the pair
 * has none, but it did it while it ran, and the pair's version counts every change. Pure.
 */
import type { PairState } from "../../../db/queries/merges";
import type { PairDecisionTimes, PairTimes } from "../../../db/queries/pair-times";
import type { PairThen, Watch } from "./pair-then";

type Decided = Pick<PairDecisionTimes, "id" | "decision" | "decidedAt" | "undoneAt">;

export interface DuplicateThen {
  readonly state: PairState;
  /** The decision in force then; null: nobody had decided. */
  readonly decisionId: string | null;
  /** As in `PairThen`. */
  readonly facts: PairThen["facts"];
}

interface Move {
  readonly kind: "decided" | "undone";
  readonly at: Date;
  readonly of: Decided;
}

const movesOf = (decisions: readonly Decided[]): Move[] =>
  decisions
    .flatMap((of): Move[] => [
      { kind: "decided", at: of.decidedAt, of },
      ...(of.undoneAt === null ? [] : [{ kind: "undone" as const, at: of.undoneAt, of }]),
    ])
    .sort((a, b) => a.at.getTime() - b.at.getTime());

const after = ({ kind, of }: Move): PairState => (kind === "decided" ? of.decision : "open");

/** Before a move: only what waits is decided about, and only what stands is taken back. */
const before = ({ kind, of }: Move): PairState => (kind === "undone" ? of.decision : "open");

/**
 * @param seenUntil when the comparison ended that saw the pair last; null: it is not known.
 * @param decisions all about the pair, the oldest first. @param watch the times in which suppliers were compared.
 * @returns null: it was not found yet; "untold": nothing says exactly where it stood.
 */
export function duplicateThen(
  pair: Pick<PairTimes, "state" | "version" | "foundAt"> & { readonly seenUntil: Date | null },
  decisions: readonly Decided[],
  watch: Watch,
  end: Date,
): DuplicateThen | "untold" | null {
  if (pair.foundAt > end) return null;
  const moves = movesOf(decisions);
  const unseen = pair.version - 1 - moves.length;
  if (unseen < 0) return "untold";
  const isQuiet = (from: Date, to: Date | null) => !watch.wentOn(from.getTime(), to && to.getTime());
  const done = moves.filter(({ at }) => at <= end);
  const last = done.at(-1);
  const next = moves[done.length];
  const stood = (): PairState | null => {
    if (last?.kind === "decided") {
      // A comparison opens a pair again whose facts changed, all but a merged one, and none closes it again.
      const stands = next ? next.kind === "undone" : pair.state === last.of.decision;
      if (stands || last.of.decision === "merged") return last.of.decision;
    }
    const forward = last ? unseen === 0 || isQuiet(last.at, end) : unseen === 0 || !watch.began(pair.foundAt.getTime(), end.getTime()); // prettier-ignore
    if (forward) return last ? after(last) : "open";
    if (!isQuiet(end, next?.at ?? null)) return null;
    return next ? before(next) : pair.state;
  };
  const state = stood();
  if (state === null) return "untold";
  const isAsThen = isQuiet(end, null) || (pair.seenUntil !== null && pair.seenUntil <= end);
  return {
    state,
    decisionId: last?.kind === "decided" ? last.of.id : null,
    facts: isAsThen ? "as-then" : unseen === 0 ? "same-firms" : "later",
  };
}
