/** Texts that no table knows, each once with its rows and amounts. */
import { detached } from "../resolve/memo";
import { Money } from "./money";

export const TEXT_KINDS = ["country", "sector", "currency"] as const;
export type TextKind = (typeof TEXT_KINDS)[number];

/** Texts kept apart for each kind; the list has the first of them. */
const MOST_TEXTS = 20_000;
/** Characters kept of a text. */
export const LONGEST_TEXT = 200;

export interface UnresolvedText {
  readonly kind: TextKind;
  /** As decisions about texts are remembered (`textKey`). */
  readonly key: string;
  /** As first found. */
  readonly text: string;
}

export interface UnresolvedTotal extends UnresolvedText {
  readonly rows: number;
  readonly amounts: Readonly<Record<string, string>>;
}

export class UnresolvedTexts {
  readonly #texts = new Map<string, { text: string; key: string; kind: TextKind; rows: number; money: Money }>();
  readonly #sizes = { country: 0, sector: 0, currency: 0 };

  add({ kind, key, text }: UnresolvedText, amount: number | null, currency: string): void {
    const name = `${kind}:${key}`;
    let found = this.#texts.get(name);
    if (!found) {
      if (this.#sizes[kind] >= MOST_TEXTS) return;
      this.#sizes[kind]++;
      found = { kind, key: detached(key), text: detached(text.slice(0, LONGEST_TEXT)), rows: 0, money: new Money() };
      this.#texts.set(name, found);
    }
    found.rows++;
    if (amount !== null) found.money.add(currency, amount);
  }

  totals(): UnresolvedTotal[] {
    return [...this.#texts.values()].map(({ kind, key, text, rows, money }) => ({
      kind,
      key,
      text,
      rows,
      amounts: money.amounts,
    }));
  }
}
