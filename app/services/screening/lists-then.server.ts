/** The lists of named firms as known at the end of a past day: which editions were loaded and in force, and what was compared. */
import type { Database, Scope } from "../../../db/database";
import { editionsOf, screeningsOf } from "../../../db/queries/screening";
import { lastEventUntil, LIST_MOVES } from "../../../db/queries/trail";
import type { IsoDate } from "../../../risk-models/types";
import { asKnownOn, endOfDay } from "../../lib/as-known-on";
import { shippedEditions } from "../../lib/shipped-lists.server";
import { isOutOfDate } from "../../screening/age";
import { ofShipped, readLast, type ListInForce } from "./lists-in-force.server";
import { listHistory, type ListView, type LoadedEditionView, type ScreenedView } from "./lists-view.server";
import type { ScreenedList } from "./screen-list.server";

/** How many comparisons are looked through for the editions that came with the program. */
const COMPARISONS = 20;

export interface ListsThen {
  /**
   * Of each list the edition read last at its publisher: of those the workspace had loaded and not withdrawn, and of those that came
   * with the program as far as a comparison had used them. In the order of the lists' ids.
   */
  readonly lists: readonly ListView[];
  /** The last comparison that had ended; null: none had. */
  readonly screened: {
    readonly finishedAt: Date;
    readonly suppliers: number;
    readonly lists: readonly ScreenedView[];
    /**
     * It compared the list that was shown at the end of the day: it began when that was shown. Null: it began before, and which list
     * it compared is not kept, for one that is built again with the same names takes the place of the one before it.
     */
    readonly isOfShownList: true | null;
  } | null;
  /** Every edition loaded by then, the newest first; a withdrawal that came later is not known yet. */
  readonly history: readonly LoadedEditionView[];
}

/** An edition that came with the program, as a comparison names it; its licence and page where this version still brings it. */
function shippedThen({ listId, title, publisher, date, readOn, entries }: ScreenedList): ListInForce {
  const still = shippedEditions().find(
    (one) => one.listId === listId && one.date === date && one.readOn === readOn && one.entries.length === entries,
  );
  const head = { listId, editionId: null, title, publisher, date, readOn, entries, loadedAt: null };
  return still ? ofShipped(still) : { ...head, url: null, licence: "", leftOut: {} };
}

/** @param day `YYYY-MM-DD` of UTC. */
export async function listsThen(db: Database, scope: Scope, day: IsoDate): Promise<ListsThen> {
  const end = endOfDay(day);
  const [editions, history, comparisons, moved] = await Promise.all([
    editionsOf(db, scope),
    listHistory(db, scope),
    screeningsOf(db, scope, COMPARISONS, end),
    lastEventUntil(db, scope, LIST_MOVES, end),
  ]);
  const aged = <L extends { readonly readOn: string }>(list: L) => ({ ...list, outOfDate: isOutOfDate(list, day) });
  const [last] = comparisons;
  const shipped = new Map<string, ListInForce>();
  for (const { lists } of comparisons.toReversed())
    for (const list of lists as readonly ScreenedList[])
      if (list.editionId === null) shipped.set(list.listId, shippedThen(list));
  const inForce = asKnownOn(editions, day, ({ loadedAt, withdrawnAt }) => ({
    recordedAt: loadedAt,
    takenBackAt: withdrawnAt,
  }));
  return {
    lists: readLast([...shipped.values()], inForce).map(aged),
    screened: last?.finishedAt
      ? {
          finishedAt: last.finishedAt,
          suppliers: last.suppliers,
          lists: (last.lists as readonly ScreenedList[]).map(aged),
          isOfShownList: moved && last.startedAt >= moved.at ? true : null,
        }
      : null,
    history: history
      .filter(({ loadedAt }) => loadedAt <= end)
      .map((one) => (one.withdrawnAt !== null && one.withdrawnAt > end ? { ...one, withdrawnAt: null, withdrawer: null } : one)), // prettier-ignore
  };
}
