/** Keys that depend on a word of a closed list, for lists, screenings and what is decided about matches. */
import type { MatchCause, MatchDecision, MatchState } from "../../db/schema/screening";
import type { PairTab, QueueTab } from "../services/screening/queue-tabs";
import type { Key, Keys } from "./keys";

export const queueTabKey = {
  open: "matches.tab.open",
  proposed: "matches.tab.proposed",
  match: "matches.tab.match",
  "not-match": "matches.tab.notMatch",
  "cannot-tell": "matches.tab.cannotTell",
} as const satisfies Keys<QueueTab>;

export const queueNoneKey = {
  open: "matches.none.open",
  proposed: "matches.none.proposed",
  match: "matches.none.match",
  "not-match": "matches.none.notMatch",
  "cannot-tell": "matches.none.cannotTell",
} as const satisfies Keys<QueueTab>;

export const pairTabKey = {
  open: "duplicates.tab.open",
  merged: "duplicates.tab.merged",
  different: "duplicates.tab.different",
  "cannot-tell": "duplicates.tab.cannotTell",
} as const satisfies Keys<PairTab>;

export const pairNoneKey = {
  open: "duplicates.none.open",
  merged: "duplicates.none.merged",
  different: "duplicates.none.different",
  "cannot-tell": "duplicates.none.cannotTell",
} as const satisfies Keys<PairTab>;

export const matchStateKey = {
  open: "matches.state.open",
  proposed: "matches.state.proposed",
  match: "matches.state.match",
  "not-match": "matches.state.notMatch",
  "cannot-tell": "matches.state.cannotTell",
  gone: "matches.state.gone",
} as const satisfies Keys<MatchState>;

/** Why a person is asked, in a word or two. */
export const causeKey = {
  found: "matches.cause.found",
  "newly-listed": "matches.cause.newlyListed",
  "entry-changed": "matches.cause.entryChanged",
  "supplier-changed": "matches.cause.supplierChanged",
  delisted: "matches.cause.delisted",
} as const satisfies Keys<MatchCause>;

/** The same as a sentence. */
export const causeTextKey = {
  "newly-listed": "matches.causeText.newlyListed",
  "entry-changed": "matches.causeText.entryChanged",
  "supplier-changed": "matches.causeText.supplierChanged",
  delisted: "matches.causeText.delisted",
} as const satisfies Keys<Exclude<MatchCause, "found">>;

export const decisionKey = {
  match: "matches.decision.match",
  "not-match": "matches.decision.notMatch",
  "cannot-tell": "matches.decision.cannotTell",
  delisted: "matches.decision.delisted",
} as const satisfies Keys<MatchDecision>;

/** What is new in an edition. */
export const changesKey = {
  listed: "lists.changes.listed",
  changed: "lists.changes.changed",
  delisted: "lists.changes.delisted",
} as const satisfies Keys<"listed" | "changed" | "delisted">;

/** What a decision does. */
export function decisionHintKey(decision: MatchDecision, reachesScore: boolean): Key {
  switch (decision) {
    case "match":
      return reachesScore ? "matches.hint.matchScore" : "matches.hint.matchBeside";
    case "not-match":
      return "matches.hint.notMatch";
    case "cannot-tell":
      return "matches.hint.cannotTell";
    case "delisted":
      return "matches.hint.delisted";
  }
}
