/** What a screening makes of a pair that is already known, and of one that it sees no more. Pure. */
import type { MatchCause, MatchState } from "../../../db/schema/screening";

export interface KnownPair {
  readonly state: MatchState;
  readonly cause: MatchCause;
  readonly supplierHash: string;
  readonly entryHash: string;
  /** The last decision about it; null: nobody decided. */
  readonly decidedOn: DecidedOn | null;
}

/** What a decision was made on. */
export interface DecidedOn {
  readonly supplierHash: string;
  readonly entryHash: string;
  /** Where a pair stands by it while its entry is listed, when it is a match: without its second member it waits. Else null. */
  readonly match: "match" | "proposed" | null;
}

export interface SeenPair {
  readonly supplierHash: string;
  readonly entryHash: string;
  /** The entry came with the edition that is compared. */
  readonly isNewlyListed: boolean;
}

export interface Standing {
  readonly state: MatchState;
  readonly cause: MatchCause;
}

const standing = ({ state, cause }: Standing): Standing => ({ state, cause });

const isDecided = (state: MatchState): boolean => state === "match" || state === "not-match" || state === "cannot-tell";

/**
 * Where a pair stands that is alike enough. A decision holds as long as the facts it was made on do; else a person is asked
 * again, and what was decided stays in force until then.
 */
export function whenSeen(known: KnownPair | null, seen: SeenPair): Standing {
  if (known === null) return { state: "open", cause: seen.isNewlyListed ? "newly-listed" : "found" };
  const { decidedOn } = known;
  if (known.state === "gone") return { state: "open", cause: seen.isNewlyListed ? "newly-listed" : "found" };
  if (decidedOn === null) return { state: "open", cause: known.cause };
  const [entryChanged, supplierChanged] = [
    decidedOn.entryHash !== seen.entryHash,
    decidedOn.supplierHash !== seen.supplierHash,
  ];
  if (entryChanged) return { state: "open", cause: "entry-changed" };
  if (supplierChanged) return { state: "open", cause: "supplier-changed" };
  if (known.cause !== "delisted" || isDecided(known.state)) return standing(known);
  // The entry is listed again, as it was: a match stands where it stood, and whoever says that it was taken off is asked anew.
  return known.state === "open" && decidedOn.match !== null
    ? { state: decidedOn.match, cause: "found" }
    : { state: "open", cause: "newly-listed" };
}

/** Why a screening did not see a pair. */
export type Unseen = "supplier-gone" | "delisted" | "unlike";

/**
 * Where a pair stands that was not seen. What nobody decided leaves the queue; a match whose entry was taken off its list asks a
 * person, for only delisting lifts its floor; every other decision is kept for the day the pair is seen again.
 * @param isMatch a match that people decided is in force about the pair, asked again or not.
 */
export function whenUnseen(known: KnownPair, why: Unseen, isMatch: boolean): Standing {
  // What was said of the delisting itself goes on waiting for a second member.
  if (why === "delisted" && isMatch)
    return known.cause === "delisted" && known.state === "proposed"
      ? standing(known)
      : { state: "open", cause: "delisted" };
  if (isDecided(known.state)) return standing(known);
  if (isMatch) return standing(known);
  return { state: "gone", cause: known.cause };
}
