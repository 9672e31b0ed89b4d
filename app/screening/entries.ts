/** Building entries: one shape, ids made from names, and several rows about one firm brought together. */
import type { IsoDate } from "../../risk-models/types";
import { nameKey } from "../imports/name-key";
import type { Legal } from "./list-heads";
import type { ListEntry } from "./types";

/** What a reader found of one listing; what is left out is unknown. */
export type FoundEntry = Pick<ListEntry, "id" | "name"> &
  Partial<Omit<ListEntry, "id" | "name" | "ground" | "effects">>;

const MADE = "name:";

/** Where the publisher gives no number. Name and country say which firm it is; accents, case and punctuation do not. */
export const idFromName = (name: string, country: string | null = null): string =>
  `${MADE}${nameKey(name)}${country === null ? "" : `|${country}`}`;

export const isMadeId = (id: string): boolean => id.startsWith(MADE);

export function entryOf(found: FoundEntry, { ground, effects }: Legal): ListEntry {
  return {
    id: found.id,
    kind: found.kind ?? "entity",
    name: found.name,
    aliases: distinct((found.aliases ?? []).filter((alias) => alias !== found.name)),
    countries: distinct(found.countries ?? []),
    city: found.city || null,
    address: found.address || null,
    ids: found.ids ?? {},
    sector: found.sector || null,
    reason: found.reason || null,
    ground,
    effects,
    subsidiaries: found.subsidiaries ?? false,
    listedOn: found.listedOn || null,
    delistedOn: found.delistedOn || null,
  };
}

/**
 * Entries in their order, those with the same id as one. `merged` counts the rows that went into an earlier one.
 * @param may ids under which a publisher can have several rows; any other that comes again stays, for the check to find
 */
export function mergeEntries(
  entries: readonly ListEntry[],
  may: (id: string) => boolean = () => true,
): { readonly entries: ListEntry[]; readonly merged: number } {
  const places = new Map<string, number>();
  const one: ListEntry[] = [];
  for (const entry of entries) {
    const at = may(entry.id) ? places.get(entry.id) : undefined;
    if (at === undefined) {
      places.set(entry.id, one.length);
      one.push(entry);
    } else one[at] = bothOf(one[at]!, entry);
  }
  return { entries: one, merged: entries.length - one.length };
}

/** What both rows say of one firm: the first where only one value has room, the earliest day of listing. */
function bothOf(first: ListEntry, second: ListEntry): ListEntry {
  const otherName = second.name === first.name ? [] : [second.name];
  return {
    ...first,
    aliases: distinct([...first.aliases, ...otherName, ...second.aliases]).filter((alias) => alias !== first.name),
    countries: distinct([...first.countries, ...second.countries]),
    city: first.city ?? second.city,
    address: joined(first.address, second.address, "; "),
    ids: { ...second.ids, ...first.ids },
    sector: joined(first.sector, second.sector, " / "),
    reason: joined(first.reason, second.reason, "; "),
    subsidiaries: first.subsidiaries || second.subsidiaries,
    listedOn: earliest(first.listedOn, second.listedOn),
    delistedOn:
      first.delistedOn === null || second.delistedOn === null ? null : latest(first.delistedOn, second.delistedOn),
  };
}

const joined = (first: string | null, second: string | null, by: string): string | null =>
  first === null || second === null || first === second ? (first ?? second) : `${first}${by}${second}`;

const earliest = (a: IsoDate | null, b: IsoDate | null): IsoDate | null =>
  a === null || (b !== null && b < a) ? b : a;
const latest = (a: IsoDate, b: IsoDate): IsoDate => (a > b ? a : b);

/** Without blanks and repetitions, in the order of their first appearance. */
export const distinct = (texts: readonly string[]): string[] => [...new Set(texts.filter((text) => text !== ""))];

/** Counts of left-out rows by why; a count of zero is not told. */
export class LeftOut {
  readonly #counts = new Map<string, number>();

  add(why: string, count = 1): void {
    if (count > 0) this.#counts.set(why, (this.#counts.get(why) ?? 0) + count);
  }

  counts(): Record<string, number> {
    return Object.fromEntries(this.#counts);
  }
}
