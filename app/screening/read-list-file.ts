/** From a publisher's file to an edition. */
import { checkRead } from "./check-edition";
import { isKnownList, LIST_HEADS, type KnownList, type Legal } from "./list-heads";
import { readBrazil } from "./readers/brazil";
import { readCbp } from "./readers/cbp";
import { readCsl } from "./readers/csl";
import { readEuFsf } from "./readers/eu-fsf";
import { noRows, readMapped } from "./readers/mapped";
import type { ReadList } from "./readers/read-list";
import { readUflpa } from "./readers/uflpa";
import { readWorldBank } from "./readers/world-bank";
import type { ListFile, ReadOptions } from "./tables";
import type { Edition, ListHead } from "./types";

const READERS: Readonly<Record<KnownList, (file: ListFile, options: ReadOptions) => ReadList>> = {
  "US-UFLPA": readUflpa,
  "US-CBP-WRO": readCbp,
  "US-CSL": readCsl,
  "EU-FSF": readEuFsf,
  "WB-DEBARRED": readWorldBank,
  "BR-LISTA-SUJA": readBrazil,
};

export interface OwnList {
  readonly title: string;
  readonly publisher: string;
  /** An approved list instead of a block list. */
  readonly approved: boolean;
}

export interface ReadListOptions extends ReadOptions {
  /** What a list of one's own is; without it, an unknown id is a block list named by its id. */
  readonly own?: OwnList;
}

/**
 * Reads the file of a list with the reader of its publisher's format; an id that is none of ours is a list of one's own.
 * The day of the edition is the one given, else the one in the file, else the day it was taken.
 *
 * @throws Problem `list.…` when the file is not what the publisher's files look like, holds no entry, or contradicts itself
 */
export function readListFile(listId: string, file: ListFile, options: ReadListOptions): Edition {
  const own = options.own ?? { title: listId, publisher: listId, approved: false };
  const head: ListHead = isKnownList(listId)
    ? LIST_HEADS[listId]
    : { listId, title: own.title, publisher: own.publisher, url: null, licence: "of the organisation's own" };
  const read = isKnownList(listId)
    ? READERS[listId](file, options)
    : readMapped(head.title, ownLegal(own.approved), file, options);
  if (read.entries.length === 0) throw noRows(head.title, file.fileName);
  checkRead(head.title, read);
  const { entries, leftOut } = read;
  return { ...head, date: options.date ?? read.date ?? options.readOn, readOn: options.readOn, entries, leftOut };
}

const ownLegal = (approved: boolean): Legal => ({
  ground: approved ? "own-approved" : "own-block",
  effects: [{ jurisdiction: "OWN", effect: "own-policy" }],
});
