/** How much a word says about who a firm is: rare words most. */
import { commonShare } from "./vocabulary";

/** What the table of common words counts for, in names: lists shorter than this hardly move it. */
const TABLE_NAMES = 2000;
/** Share of names that carry a word nobody has counted. */
const RAREST = 0.00002;
const LEAST = 0.06;

export interface Rarity {
  /** 1 for a word of one name in 50,000, 0.06 at least for a word that a third of all names carry. */
  weightOf(word: string): number;
}

const weightAt = (share: number): number => Math.max(LEAST, Math.min(1, Math.log(share) / Math.log(RAREST)));

/** Words of a set of parties: how many of their names carry each. */
export interface WordCounts {
  names: number;
  readonly words: Map<string, number>;
}

export const noWords = (): WordCounts => ({ names: 0, words: new Map() });

/** Adds a name's words to the counts. */
export function countWords(counts: WordCounts, words: readonly string[]): void {
  counts.names++;
  for (const word of new Set(words)) counts.words.set(word, (counts.words.get(word) ?? 0) + 1);
}

/**
 * Weights of words from the built-in table and what was counted in the names at hand.
 */
export function rarityOf(counts: WordCounts = noWords()): Rarity {
  const known = new Map<string, number>();
  return {
    weightOf(word) {
      const found = known.get(word);
      if (found !== undefined) return found;
      const counted = counts.words.get(word) ?? 0;
      const share =
        ((commonShare(word) ?? RAREST) * TABLE_NAMES + Math.max(0, counted - 1)) / (TABLE_NAMES + counts.names);
      const weight = weightAt(Math.max(share, RAREST)) * (word.length < 2 ? 0.3 : word.length < 3 ? 0.7 : 1);
      // Words that nobody counted are mostly asked for once: keeping them takes more than working them out.
      if (counted > 0) known.set(word, weight);
      return weight;
    },
  };
}
