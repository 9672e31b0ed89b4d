/** What is new between two editions of one list. */
import { nameKey } from "../imports/name-key";
import type { Edition, ListEntry } from "./types";

export interface ChangedEntry {
  readonly before: ListEntry;
  readonly after: ListEntry;
  /** Keys of the entry that differ, in the order of the entry. */
  readonly fields: readonly (keyof ListEntry)[];
}

export interface EditionChanges {
  readonly listed: readonly ListEntry[];
  readonly changed: readonly ChangedEntry[];
  readonly delisted: readonly ListEntry[];
}

type Entries = Pick<Edition, "entries">;

/** The entry with its own order of keys, so that two with the same content are one text. */
const FIELDS = [
  "id",
  "kind",
  "name",
  "aliases",
  "countries",
  "city",
  "address",
  "ids",
  "sector",
  "reason",
  "ground",
  "effects",
  "subsidiaries",
  "listedOn",
  "delistedOn",
] as const satisfies readonly (keyof ListEntry)[];

/**
 * Entries are the same by id; where ids are made from names and a spelling changed, by the name without case, accents and
 * punctuation, if one entry on each side has it. An entry that carries a day of delisting is off the list.
 */
export function compareEditions(before: Entries, after: Entries): EditionChanges {
  const stood = before.entries.filter(stands);
  const stand = after.entries.filter(stands);
  const pairs = pairsOf(stood, stand);
  const paired = new Set(pairs.values());
  return {
    listed: stand.filter((entry) => !paired.has(entry)),
    changed: [...pairs].flatMap(([was, is]) => {
      const fields = FIELDS.filter((field) => textOf(was[field]) !== textOf(is[field]));
      return fields.length > 0 ? [{ before: was, after: is, fields }] : [];
    }),
    delisted: stood.filter((entry) => !pairs.has(entry)),
  };
}

const stands = ({ delistedOn }: ListEntry): boolean => delistedOn === null;

function pairsOf(stood: readonly ListEntry[], stand: readonly ListEntry[]): Map<ListEntry, ListEntry> {
  const byId = new Map(stand.map((entry) => [entry.id, entry]));
  const pairs = new Map<ListEntry, ListEntry>();
  for (const entry of stood) {
    const same = byId.get(entry.id);
    if (same) pairs.set(entry, same);
  }
  const taken = new Set(pairs.values());
  const byName = onlyByName(stand.filter((entry) => !taken.has(entry)));
  for (const [key, entry] of onlyByName(stood.filter((entry) => !pairs.has(entry)))) {
    const same = byName.get(key);
    if (entry && same) pairs.set(entry, same);
  }
  return pairs;
}

/** Entries by their name and kind; null where two have it. */
function onlyByName(entries: readonly ListEntry[]): Map<string, ListEntry | null> {
  const byName = new Map<string, ListEntry | null>();
  for (const entry of entries) {
    const key = `${entry.kind} ${nameKey(entry.name)}`;
    byName.set(key, byName.has(key) ? null : entry);
  }
  return byName;
}

/** The same text for the same content: order of keys and of lists of words does not matter. */
const textOf = (value: unknown): string => {
  if (Array.isArray(value)) return JSON.stringify(value.map(textOf).sort());
  if (typeof value === "object" && value !== null)
    return JSON.stringify(
      Object.entries(value)
        .map(([key, one]) => [key, textOf(one)])
        .sort(([a], [b]) => (a! < b! ? -1 : 1)),
    );
  return JSON.stringify(value ?? null);
};
