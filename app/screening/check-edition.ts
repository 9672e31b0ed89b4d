/** Guards: an edition that is not what it should be stops before it can replace the one in force. */
import { Problem } from "../lib/problem";
import type { ReadList } from "./readers/read-list";
import type { Edition } from "./types";

/** Fewer than this share of the entries in force, or more than this many times, is unusual. */
const LEAST_SHARE = 0.8;
const MOST_TIMES = 2;

/** @throws Problem `list.duplicate-ids`, `list.count` when the file contradicts itself. */
export function checkRead(title: string, { entries, count }: ReadList): void {
  const seen = new Set<string>();
  const twice = new Set<string>();
  for (const { id } of entries) {
    if (seen.has(id)) twice.add(id);
    seen.add(id);
  }
  if (twice.size > 0) {
    const ids = [...twice].slice(0, 3).join(", ");
    throw new Problem(
      "list.duplicate-ids",
      `${title}: ${twice.size} entry numbers stand in the file more than once (${ids}). Take the publisher's file again. The edition in force stays.`,
      { list: title, count: twice.size, ids },
      422,
    );
  }
  if (count && count.stated !== count.read)
    throw new Problem(
      "list.count",
      `${title}: the file says that it has ${count.stated} rows, and ${count.read} were read. It may have been cut off: take it again. The edition in force stays.`,
      { list: title, stated: count.stated, read: count.read },
      422,
    );
}

export interface CheckOptions {
  /** The number of entries a person read at the publisher. When that many were found, an unusual count passes. */
  readonly expectedEntries?: number | null;
}

/**
 * @param inForce the edition that would be replaced; null for the first
 * @throws Problem `list.older` for an older day, `list.expected` when a person expected another number,
 *   `list.unusual-count` for far fewer or more entries than are in force
 */
export function checkEdition(
  edition: Pick<Edition, "title" | "date" | "entries">,
  inForce: Pick<Edition, "date" | "entries"> | null,
  { expectedEntries = null }: CheckOptions = {},
): void {
  const { title: list, date } = edition;
  const found = edition.entries.length;
  if (inForce && date < inForce.date)
    throw new Problem(
      "list.older",
      `${list}: this edition is of ${date}, and the one in force is of ${inForce.date}. Take the newer file from the publisher. The edition in force stays.`,
      { list, date, inForce: inForce.date },
      422,
    );
  if (expectedEntries !== null && found !== expectedEntries)
    throw new Problem(
      "list.expected",
      `${list}: ${found} entries were found, and you expected ${expectedEntries}. Check the number at the publisher, or the file. The edition in force stays.`,
      { list, found, expected: expectedEntries },
      422,
    );
  if (!inForce || expectedEntries !== null) return;
  const had = inForce.entries.length;
  if (found < had * LEAST_SHARE || found > had * MOST_TIMES)
    throw new Problem(
      "list.unusual-count",
      `${list}: ${found} entries were found, and the edition in force has ${had}. Expected were ${Math.ceil(had * LEAST_SHARE)} to ${had * MOST_TIMES}. If the publisher says ${found} too, give that number and load the file again. The edition in force stays.`,
      { list, found, had, least: Math.ceil(had * LEAST_SHARE), most: had * MOST_TIMES },
      422,
    );
}
