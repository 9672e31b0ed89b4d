/** Suppliers against a list, some at a time: what a thread is asked and answers. Plain data both ways. */
import { Screen } from "../matching/screen";
import type { MatchAnswer, Party } from "../matching/types";

/** From this probability on a pair is put before a person: see docs/matching.md for what is found and what is missed there. */
export const LEAST_SCORE = 0.5;

export interface BatchHit {
  /** Place of the supplier in the batch. */
  readonly at: number;
  /** Place of the entry in the list. */
  readonly entry: number;
  readonly answer: MatchAnswer;
}

/** Everything in the batch that is alike enough, in the order of the suppliers. */
export const screenBatch = (screen: Screen, parties: readonly Party[], least = LEAST_SCORE): BatchHit[] =>
  parties.flatMap((party, at) =>
    screen.find(party, least).map(({ entry, answer }): BatchHit => ({ at, entry, answer: answer() })),
  );
