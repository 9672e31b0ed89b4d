/** A list held in memory, against which parties are matched one after the other. */
import { BlockingIndex } from "./blocking";
import { compare, explain, type Comparison } from "./match";
import { preparedParty, type PreparedParty } from "./prepared";
import { namesOf } from "./name";
import { countWords, noWords, rarityOf, type Rarity, type WordCounts } from "./rarity";
import type { MatchAnswer, Party } from "./types";

export interface Hit {
  /** Place of the entry in the list. */
  readonly entry: number;
  readonly score: number;
  /** The full answer; made when it is asked for. */
  answer(): MatchAnswer;
}

export class Screen {
  readonly #index: BlockingIndex;
  readonly #prepared: PreparedParty[];
  readonly #rarity: Rarity;

  /** @param list what is searched; @param others words of the workspace's own names, counted beside those of the list. */
  constructor(
    readonly list: readonly Party[],
    others: WordCounts = noWords(),
  ) {
    this.#index = new BlockingIndex(list);
    const counts: WordCounts = { names: others.names, words: new Map(others.words) };
    for (const [first] of this.#index.names) if (first) countWords(counts, first.words);
    this.#rarity = rarityOf(counts);
    this.#prepared = list.map((party, at) => preparedParty(party, this.#index.names[at]!, this.#rarity));
  }

  /** Entries that could be the party, most probable first. @param least the lowest score that is told; @param most candidates compared. */
  find(party: Party, least = 0.5, most = 10): Hit[] {
    const prepared = preparedParty(party, namesOf(party), this.#rarity);
    const names = prepared.names.map(({ name }) => name);
    const hits: { entry: number; comparison: Comparison }[] = [];
    for (const { entry } of this.#index.candidatesOf(names, prepared.ids, most)) {
      const comparison = compare(prepared, this.#prepared[entry]!, least);
      if (comparison.score >= least) hits.push({ entry, comparison });
    }
    hits.sort((a, b) => b.comparison.score - a.comparison.score || a.entry - b.entry);
    return hits.map(({ entry, comparison }) => ({
      entry,
      score: comparison.score,
      answer: () => explain(comparison, party, this.list[entry]!),
    }));
  }
}
