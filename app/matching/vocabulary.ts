/** Common words of firms' names: one spelling for each, and how often names carry it. */
import { PLACE_WORDS } from "./glossary/places";
import { COMMON_WORDS } from "./glossary/words";
import { latinReadings } from "./script";

/** Share of names that carry a place's name. */
const PLACE_SHARE = 0.01;

const spellings = new Map<string, string>();
const shares = new Map<string, number>();
const places = new Set<string>();

for (const line of COMMON_WORDS.trim().split("\n")) {
  const [share, word, ...others] = line.trim().split(" ");
  if (!shares.has(word!)) shares.set(word!, Number(share) / 1000);
  for (const other of others) if (!spellings.has(other)) spellings.set(other, word!);
}
for (const line of PLACE_WORDS.trim().split("\n")) {
  const [place, ...others] = line.split(" ");
  if (!shares.has(place!)) shares.set(place!, PLACE_SHARE);
  places.add(place!);
  for (const other of others) if (!spellings.has(other)) spellings.set(other, place!);
}
for (const [reading, word] of latinReadings()) {
  const one = spellings.get(word) ?? word;
  if (reading !== one && !spellings.has(reading) && !shares.has(reading)) spellings.set(reading, one);
}

/** The one spelling of a common word, a plural or a translation brought to it; any other word as it is. */
export function oneSpelling(word: string): string {
  if (shares.has(word)) return word;
  const known = spellings.get(word);
  if (known !== undefined) return known;
  if (word.length > 4 && word.endsWith("s")) {
    const singular = word.slice(0, -1);
    if (shares.has(singular)) return singular;
    if (word.endsWith("ies") && shares.has(`${word.slice(0, -3)}y`)) return `${word.slice(0, -3)}y`;
  }
  return word;
}

export const isPlace = (word: string): boolean => places.has(word);

/** Words that more names than this carry ("Group", "International") name no trade. */
const OF_ANY_TRADE = 0.02;

export const isTrade = (word: string): boolean => (shares.get(word) ?? 1) < OF_ANY_TRADE && !places.has(word);

/** Share of names that carry the word, 0 to 1; null for a word that is not common. */
export const commonShare = (word: string): number | null => shares.get(word) ?? null;
