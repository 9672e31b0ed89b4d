import type { AnyScope, Database } from "../../../db/database";
import { pastGenerations, type ListSize } from "../../../db/queries/generations";
import { findGeneration } from "../../../db/queries/register";
import { LIST_MOVES, lastEventUntil } from "../../../db/queries/trail";
import { dayOf } from "../scoring/assessor.server";

/**
 * How many lines the lists of past days hold together in a workspace: suppliers, and the records of the file that stand behind them.
 * A list of ten thousand suppliers, one a record, that is built again every day is kept for 250 days, a ledger of a million records
 * for four; the oldest goes first.
 */
export const PAST_LINES = 5_000_000;

/** What becomes of a list that is built again, and which older ones of past days leave. */
export interface PastLists {
  readonly state: "past" | "discarded";
  readonly leaving: readonly number[];
}

/** Which of the lists, the newest first, are more than may be kept. Pure. */
export function leavingOf(lists: readonly (ListSize & { readonly no: number })[], most: number): number[] {
  let lines = 0;
  return lists.filter(({ suppliers, records }) => (lines += suppliers + records) > most).map(({ no }) => no);
}

/**
 * Decides whether the list that is shown and is about to be replaced by itself, built again, is kept: a day (of UTC) ended with it.
 */
export async function pastOf(db: Database, scope: AnyScope, shown: number, now: Date): Promise<PastLists> {
  const [since, generation, past] = await Promise.all([
    lastEventUntil(db, scope, LIST_MOVES, now),
    findGeneration(db, scope, shown),
    pastGenerations(db, scope),
  ]);
  // One that an undone list gave back may have been what a day before ended with.
  const isOfToday = since?.name !== "import.undone" && since !== null && dayOf(since.at) === dayOf(now);
  if (isOfToday || !generation) return { state: "discarded", leaving: [] };
  const leaving = leavingOf([generation, ...past], PAST_LINES);
  return leaving.includes(shown) ? { state: "discarded", leaving: [] } : { state: "past", leaving };
}
