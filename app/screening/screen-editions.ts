/** Parties against the entries of several editions at once. */
import { Screen, type Hit } from "../matching/screen";
import type { MatchAnswer, Party } from "../matching/types";
import { asFirm } from "./number-kind";
import { isCompared, partyOfEntry } from "./party";
import type { Edition, ListEntry } from "./types";

export interface ListedHit {
  readonly edition: Edition;
  readonly entry: ListEntry;
  /** Probability that both are one firm. A candidate: a person decides. */
  readonly score: number;
  answer(): MatchAnswer;
}

export class EditionScreen {
  readonly #places: { readonly edition: Edition; readonly entry: ListEntry }[];
  readonly #screen: Screen;

  constructor(editions: readonly Edition[]) {
    this.#places = editions.flatMap((edition) =>
      edition.entries.filter(isCompared).map((entry) => ({ edition, entry })),
    );
    this.#screen = new Screen(this.#places.map(({ entry }) => partyOfEntry(entry)));
  }

  /** Most probable first. @param least the lowest score that is told; @param most candidates compared. */
  find(party: Party, least = 0.5, most = 10): ListedHit[] {
    return this.#screen.find(asFirm(party), least, most).map((hit: Hit) => ({
      ...this.#places[hit.entry]!,
      score: hit.score,
      answer: () => hit.answer(),
    }));
  }
}
