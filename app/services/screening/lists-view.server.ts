/** With what a workspace's suppliers are compared, and how far that has come. */
import type { Database, Scope } from "../../../db/database";
import { namesOfUsers } from "../../../db/names-of-users";
import { publishedGeneration } from "../../../db/queries/generations";
import { editionsOf, openScreeningJob, screeningsOf } from "../../../db/queries/screening";
import { isOutOfDate } from "../../screening/age";
import { dayOf } from "../scoring/assessor.server";
import { listsHash, listsInForce, type ListInForce } from "./lists-in-force.server";
import type { ScreenedList } from "./screen-list.server";

export type ListView = ListInForce & { readonly outOfDate: boolean };

/** What a finished screening compared with, as its result is shown: with the age of each edition today. */
export type ScreenedView = ScreenedList & { readonly outOfDate: boolean };

export interface ListsView {
  readonly lists: readonly ListView[];
  /** The last screening that is finished; null: none is. */
  readonly screened: {
    readonly finishedAt: Date;
    readonly suppliers: number;
    readonly lists: readonly ScreenedView[];
    /** It compared the suppliers of the list that is shown; else it says nothing of those who are new there or changed. */
    readonly isOfShownList: boolean;
    /** Editions came or went since, or another list is shown. */
    readonly isOutdated: boolean;
  } | null;
  /** A screening waits or runs. */
  readonly isRunning: boolean;
  readonly hasList: boolean;
}

export async function listsView(db: Database, scope: Scope, now: Date): Promise<ListsView> {
  const [lists, screenings, open, generation] = await Promise.all([
    listsInForce(db, scope),
    screeningsOf(db, scope),
    openScreeningJob(db, scope),
    publishedGeneration(db, scope),
  ]);
  const today = dayOf(now);
  const aged = <L extends { readonly readOn: string }>(list: L) => ({ ...list, outOfDate: isOutOfDate(list, today) });
  const last = screenings.find(({ finishedAt }) => finishedAt !== null);
  const compared = (last?.lists ?? []) as readonly ScreenedList[];
  return {
    lists: lists.map(aged),
    screened:
      last && last.finishedAt !== null && generation !== null
        ? {
            finishedAt: last.finishedAt,
            suppliers: last.suppliers,
            lists: compared.map(aged),
            isOfShownList: last.generation === generation,
            isOutdated: last.listsHash !== listsHash(lists) || last.generation !== generation,
          }
        : null,
    isRunning: open !== null,
    hasList: generation !== null,
  };
}

/** An edition that was loaded, with who did and who withdrew it. */
export interface LoadedEditionView {
  readonly id: string;
  readonly title: string;
  readonly fileName: string;
  readonly date: string;
  readonly readOn: string;
  readonly entries: number;
  readonly changes: { readonly listed: number; readonly changed: number; readonly delisted: number } | null;
  readonly loadedAt: Date;
  readonly who: string | null;
  readonly withdrawnAt: Date | null;
  readonly withdrawer: string | null;
}

/** Every edition the workspace loaded, the newest first. */
export async function listHistory(db: Database, scope: Scope): Promise<LoadedEditionView[]> {
  const editions = await editionsOf(db, scope);
  const names = await namesOfUsers(
    db,
    editions.flatMap(({ loadedBy, withdrawnBy }) => [loadedBy, withdrawnBy]),
  );
  const nameOf = (id: string | null) => names.get(id) ?? null;
  return editions.map(({ id, title, fileName, date, readOn, entries, changes, loadedAt, withdrawnAt, ...by }) => ({
    id,
    title,
    fileName,
    date,
    readOn,
    entries,
    changes: changes as LoadedEditionView["changes"],
    loadedAt,
    who: nameOf(by.loadedBy),
    withdrawnAt,
    withdrawer: nameOf(by.withdrawnBy),
  }));
}
