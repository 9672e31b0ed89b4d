/**
 * How what was understood of a row (its group, the decisions about it, the texts no table knows) stands in a piece: words,
 * equal for what is equal. Pure.
 */
import type { GroupKind, RowGroup } from "../../../groups/group-key";
import { NONE } from "../../../groups/understanding";
import { memoise } from "../../../resolve/memo";
import { LONGEST_TEXT, type TextKind, type UnresolvedText } from "../../../groups/unresolved-texts";
import type { CheckedRow } from "../../../imports/types";
import type { UnderstoodRow } from "../../scoring/supplier-facts";
import { WORD, type PackedWord, type PieceReader } from "./packed-piece";

/** The reason of a row that a decision sets aside. */
export const DECIDED_NOT_A_SELLER = "decided-not-a-seller";
/** The word of a row's text that no table knows, by what it was to say. */
export const TEXT_WORDS = {
  country: "countryText",
  sector: "sectorText",
  currency: "currencyText",
} as const satisfies Record<TextKind, PackedWord>;

/** Puts into a row what was decided about it: the currency a text means, and that it is no purchase. */
export function settleRow(row: CheckedRow, { currency, notSeller }: UnderstoodRow): void {
  if (currency !== null) {
    row.currency = currency;
    row.issues = row.issues.filter(({ code }) => code !== "currency.unknown");
  }
  if (notSeller === null || row.outcome !== "imported") return;
  row.outcome = "set-aside";
  row.reason = DECIDED_NOT_A_SELLER;
  const found = notSeller === "natural-persons" ? "" : row.name;
  row.issues = [...row.issues, { code: DECIDED_NOT_A_SELLER, field: "name", found }];
}

/** Rows share these objects: each is written once. */
const groupTexts = new WeakMap<RowGroup, string>();
const decidedTexts = new WeakMap<readonly number[], string>();

/** A group as one word. Keys are folded: they have no line break. */
export function groupText(group: RowGroup): string {
  let text = groupTexts.get(group);
  if (text === undefined) groupTexts.set(group, (text = `${group.key}\n${group.label}`));
  return text;
}

/** Places of decisions as one word; "" for none. */
export function decidedText(decided: readonly number[]): string {
  if (decided.length === 0) return "";
  let text = decidedTexts.get(decided);
  if (text === undefined) decidedTexts.set(decided, (text = decided.join(" ")));
  return text;
}

/** A text no table knows with its key, as one word, no longer than it is kept. Either may have any character. */
export const unresolvedWord = ({ key, text }: UnresolvedText): string =>
  `${key.length} ${key}${text.length > LONGEST_TEXT ? text.slice(0, LONGEST_TEXT) : text}`;

function groupOfText(text: string): RowGroup {
  const end = text.indexOf("\n");
  const key = text.slice(0, end);
  const kind = key.indexOf(":");
  return { key, kind: (kind < 0 ? key : key.slice(0, kind)) as GroupKind, label: text.slice(end + 1) };
}

const unresolvedOfText = (kind: TextKind) => (word: string) => {
  const space = word.indexOf(" ");
  const end = space + 1 + Number(word.slice(0, space));
  return { kind, key: word.slice(space + 1, end), text: word.slice(end) };
};

/** What a word of a column says; each word of a piece is read once. */
class WordReader<T extends object> {
  #words: readonly string[] = [];
  #said: (T | undefined)[] = [];
  readonly #read: (text: string) => T;
  readonly #column: PackedWord;

  constructor(column: PackedWord, read: (text: string) => T) {
    this.#column = column;
    this.#read = read;
  }

  of(row: PieceReader): T {
    const { words } = row.piece;
    if (words !== this.#words) {
      this.#words = words;
      this.#said = Array.from({ length: words.length });
    }
    const word = row.wordNumber(WORD[this.#column]);
    return (this.#said[word] ??= this.#read(words[word]!));
  }
}

/** Reads what was understood of the rows of one piece after the other. The same decisions are the same array in all of them. */
export class UnderstoodReader {
  readonly #combinations = new Map<string, readonly number[]>([["", NONE]]);
  readonly #groups = new WordReader("group", memoise(groupOfText));
  readonly #decided = new WordReader("decided", (text) => this.#combination(text));
  readonly #texts = {
    country: new WordReader(TEXT_WORDS.country, unresolvedOfText("country")),
    sector: new WordReader(TEXT_WORDS.sector, unresolvedOfText("sector")),
    currency: new WordReader(TEXT_WORDS.currency, unresolvedOfText("currency")),
  };

  group(row: PieceReader): RowGroup {
    return this.#groups.of(row);
  }

  /** Places in `understanding.decisions`, strongest first. */
  decided(row: PieceReader): readonly number[] {
    return row.wordNumber(WORD.decided) === 0 ? NONE : this.#decided.of(row);
  }

  /** The row's text of that kind that no table knows, or null. */
  unresolved(row: PieceReader, kind: TextKind): UnresolvedText | null {
    return row.wordNumber(WORD[TEXT_WORDS[kind]]) === 0 ? null : this.#texts[kind].of(row);
  }

  #combination(text: string): readonly number[] {
    let found = this.#combinations.get(text);
    if (!found) this.#combinations.set(text, (found = Object.freeze(text.split(" ").map(Number))));
    return found;
  }
}
