import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { event } from "../../../db/audit-events";
import type { AnyScope, Database } from "../../../db/database";
import { newId } from "../../../db/ids";
import { openListFile } from "../../files/open-list-file.server";
import { Problem } from "../../lib/problem";
import { reference } from "../../lib/reference.server";
import { daysBetween } from "../../screening/age";
import { checkEdition } from "../../screening/check-edition";
import { compareEditions, type EditionChanges } from "../../screening/edition-changes";
import { readListFile, type OwnList } from "../../screening/read-list-file";
import type { Edition } from "../../screening/types";
import { safeFileName } from "../imports/receive-file.server";
import { dayOf } from "../scoring/assessor.server";
import { entriesOf, listsInForce, packEntries } from "./lists-in-force.server";
import { screenSoon } from "./screen-soon.server";

export interface NewEdition {
  readonly listId: string;
  /** A list of the workspace's own; null: a list this product knows. */
  readonly own: OwnList | null;
  readonly fileName: string;
  /** Where the file lies; it stays where it is. */
  readonly path: string;
  readonly sha256: string;
  /** The publisher's day, where the file does not say it. */
  readonly date: string | null;
  /** The day the file was taken from its publisher. */
  readonly readOn: string;
  /** Entries the publisher gives, read there by a person: lets an unusual count through. */
  readonly expectedEntries: number | null;
}

export interface LoadedEdition {
  readonly editionId: string;
  readonly edition: Omit<Edition, "entries"> & { readonly entries: number };
  /** Null: it is the first edition of its list. */
  readonly changes: EditionChanges | null;
}

/**
 * Loads a publisher's file as the edition in force of its list, and has the suppliers compared with it. What is odd about it is
 * refused, and the edition in force stays.
 * @throws Problem of the reader or of `checkEdition`, `list.read-on` and `list.date` (422) for a day that is none or to come, and
 *   `list.read-before` (422) for one before that of the edition in force, which would stay in force.
 */
export async function loadEdition(db: Database, scope: AnyScope, given: NewEdition, now: Date): Promise<LoadedEdition> {
  const age = daysBetween(given.readOn, dayOf(now));
  if (age === null || age < 0)
    throw new Problem(
      "list.read-on",
      "Say on which day you took the file from its publisher: a day of the calendar, not one to come.",
      {},
      422,
    );
  const { listId, sha256 } = given;
  const edition = await readEdition(given);
  const ofEdition = daysBetween(edition.date, dayOf(now));
  // West of its publisher it can be the day before.
  if (ofEdition === null || ofEdition < -1)
    throw new Problem(
      "list.date",
      `${edition.title}: ${edition.date} cannot be the day of this edition: it is no day of the calendar, or one to come. Correct the day. The edition in force stays.`,
      { list: edition.title, date: edition.date },
      422,
    );
  const inForce = (await listsInForce(db, scope)).find((list) => list.listId === listId) ?? null;
  if (inForce && given.readOn < inForce.readOn)
    throw new Problem(
      "list.read-before",
      `${inForce.title}: you took this file on ${given.readOn}, and the edition in force was taken on ${inForce.readOn}. Take the file anew from its publisher. The edition in force stays.`,
      { list: inForce.title, readOn: given.readOn, inForce: inForce.readOn },
      422,
    );
  const before = inForce && { date: inForce.date, entries: await entriesOf(db, scope, inForce) };
  checkEdition(edition, before, { expectedEntries: given.expectedEntries });
  const changes = before && compareEditions(before, edition);
  const { entries, leftOut, ...head } = edition;
  const counts = changes && {
    listed: changes.listed.length,
    changed: changes.changed.length,
    delisted: changes.delisted.length,
  };
  const row = {
    ...head,
    id: newId(now),
    workspaceNo: scope.workspaceNo,
    fileName: safeFileName(given.fileName),
    sha256,
    entries: entries.length,
    leftOut,
    changes: counts,
    content: packEntries(entries),
    loadedBy: scope.userId,
    loadedAt: now,
  };
  const screen = await screenSoon(db, scope, now);
  const loaded = event("list.loaded", {
    editionId: row.id,
    listId: head.listId,
    date: head.date,
    readOn: head.readOn,
    sha256,
    entries: entries.length,
    leftOut,
    changes: counts,
    ...(given.expectedEntries !== null && { expectedEntries: given.expectedEntries }),
  });
  await db.commit(scope, loaded, (q) => [q.insert(db.t.listEditions).values(row), ...screen(q)]);
  return { editionId: row.id, edition: { ...head, leftOut, entries: entries.length }, changes };
}

/** The file as an edition, read with the reader of its publisher's format. */
async function readEdition({ listId, own, fileName, path: file, date, readOn }: NewEdition): Promise<Edition> {
  const workDir = await mkdtemp(path.join(tmpdir(), "candour-list-"));
  const { resolver } = reference();
  const country = (text: string) => resolver().country(text)?.iso2 ?? null;
  try {
    return readListFile(listId, await openListFile(file, workDir, fileName), {
      date,
      readOn,
      country,
      ...(own && { own }),
    });
  } finally {
    await rm(workDir, { recursive: true, force: true });
  }
}
