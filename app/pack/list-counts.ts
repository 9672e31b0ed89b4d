/**
 * Suppliers of a pack by level and by band, against counts that were taken of the same list earlier: when it was sealed, or when a
 * report was frozen. Answers and findings recorded since rewrite the line of their supplier; whoever has none stands where it stood.
 */
import type { SupplierRow } from "./rows";

/** A list is counted by these; a supplier without a band counts under "". */
export const COUNTED_BY = ["level", "band"] as const;
export type CountedBy = (typeof COUNTED_BY)[number];

interface Counted {
  all: number;
  /** Of those whose line was rewritten after the list was read from its file. */
  told: number;
}

/** A count that cannot have been taken of the list: how many the pack has there, and how many may have come or gone. */
export interface OtherCount {
  readonly by: CountedBy;
  readonly key: string;
  readonly pack: number;
  readonly said: number;
  readonly moved: number;
}

export class ListCounts {
  readonly #by: Readonly<Record<CountedBy, Map<string, Counted>>> = { level: new Map(), band: new Map() };
  /** Suppliers whose line was rewritten. */
  #told = 0;

  add({ told, result }: Pick<SupplierRow, "told" | "result">): void {
    const isTold = told !== undefined;
    if (isTold) this.#told += 1;
    for (const by of COUNTED_BY) {
      const key = result[by] ?? "";
      const counted = this.#by[by].get(key) ?? { all: 0, told: 0 };
      counted.all += 1;
      if (isTold) counted.told += 1;
      this.#by[by].set(key, counted);
    }
  }

  /** Counts that no order of the rewritten lines explains. @param said key to count; what it leaves out is none. */
  others(by: CountedBy, said: ReadonlyMap<string, number>): OtherCount[] {
    const keys = [...new Set([...this.#by[by].keys(), ...said.keys()])].sort();
    return keys.flatMap((key) => {
      const { all, told } = this.#by[by].get(key) ?? { all: 0, told: 0 };
      const count = said.get(key) ?? 0;
      const isPossible = count >= all - told && count <= all - told + this.#told;
      return isPossible ? [] : [{ by, key, pack: all, said: count, moved: this.#told }];
    });
  }
}
