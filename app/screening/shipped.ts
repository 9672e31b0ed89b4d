/** The lists that come with the product, from the reference tables `screening-lists` and `screening-editions`. */
import type { ReferenceRow } from "../lib/reference-schemas";
import { entryOf, idFromName, mergeEntries } from "./entries";
import { inUs, LEGAL, type Legal } from "./list-heads";
import { kindOf } from "./names";
import type { Edition, EntryKind, ListEntry } from "./types";
import { PERSON, SAME_FIRM, UNCLEAR } from "./readers/read-list";

type Row = ReferenceRow<"screening-lists">;

const LEGAL_OF: Readonly<Record<string, Legal>> = {
  "US-UFLPA": LEGAL.uflpa,
  "US-CBP-WRO": LEGAL.cbp,
  "US-BIS-XUAR": inUs("human-rights", "export-control"),
  "BR-LISTA-SUJA": LEGAL.brazil,
  "NO-NBIM": LEGAL.norway,
};

/**
 * One edition a list, in the order of `editions`. Ids are made as the readers of the publishers' files make them, so that a file
 * loaded later can be compared with what was shipped.
 * @throws Error when a row belongs to no list: the tables of this version do not fit together.
 */
export function shippedEditions(
  rows: readonly Row[],
  editions: readonly ReferenceRow<"screening-editions">[],
): Edition[] {
  const known = new Set(editions.map(({ listId }) => listId));
  const stray = rows.find(({ listId }) => !known.has(listId) || !(listId in LEGAL_OF));
  if (stray)
    throw new Error(`screening-lists: ${stray.entryId} belongs to the list ${stray.listId}, which has no edition.`);
  return editions.map((edition) => {
    const { listId, title, publisher, url, licence, publishedOn, readOn, personRows, unclearRows, withSubsidiaries } =
      edition;
    const own = rows
      .filter((row) => row.listId === listId)
      .map((row) => entryIn(row, LEGAL_OF[listId]!, withSubsidiaries));
    const { entries, merged } = mergeEntries(own);
    const counts = { [PERSON]: personRows, [UNCLEAR]: unclearRows, [SAME_FIRM]: merged };
    const leftOut = Object.fromEntries(Object.entries(counts).filter(([, count]) => count > 0));
    return { listId, title, publisher, url, licence, date: publishedOn, readOn, entries, leftOut };
  });
}

function entryIn(row: Row, legal: Legal, withSubsidiaries: readonly string[]): ListEntry {
  const registration = row.listId === "BR-LISTA-SUJA" ? (/-(\d{14})$/.exec(row.entryId)?.[1] ?? null) : null;
  return entryOf(
    {
      id: registration ?? idFromName(row.name),
      kind: kindIn(row),
      name: row.name,
      aliases: row.aliases,
      countries: row.countryIso2 === null ? [] : [row.countryIso2],
      address: row.address,
      ids: registration === null ? {} : { registration },
      sector: row.sector,
      reason: row.reason.replace(/^\[[^\]]*\]\s*/, ""),
      subsidiaries:
        withSubsidiaries.includes(row.entryId) ||
        /subsidiar|subordinate|affiliated entit/i.test(`${row.name} ${row.reason}`),
      // Some rows give a year alone; that is no day.
      listedOn: dayOrNull(row.listedOn),
      delistedOn: dayOrNull(row.delistedOn),
    },
    legal,
  );
}

/** The tag at the beginning of the reason: rows that must not be compared with names of firms. */
function kindIn({ name, reason }: Row): EntryKind {
  const tag = /^\[([a-z]+)/.exec(reason)?.[1];
  if (tag === "vessel") return "vessel";
  if (tag === undefined) return "entity";
  return kindOf(name) === "goods" ? "goods" : "region";
}

const dayOrNull = (text: string | null): string | null =>
  text !== null && /^\d{4}-\d{2}-\d{2}$/.test(text) ? text : null;
