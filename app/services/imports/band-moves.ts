import { BAND_CODES, wordOf } from "../../../db/schema/codes";
import type { Band } from "../../../risk-models/types";

/** How the suppliers' bands moved between two lists. */
export interface StoredBandMoves {
  /** Suppliers in both lists whose band is another one, by "from>to"; "" stands for no band. */
  readonly counts: Readonly<Record<string, number>>;
  /** Those that came up to a higher band, or into the high one from none: the highest scores first, at most MAX_NAMED. */
  readonly risen: readonly { readonly supplierNo: number; readonly from: Band | null; readonly to: Band }[];
  /** How many suppliers that were not in the list before are in the high band, and the first of them by score. */
  readonly newHigh: { readonly count: number; readonly first: readonly number[] };
}

/** Suppliers named one by one; the table shows the others. */
export const MAX_NAMED = 10;

const HIGH = BAND_CODES.indexOf("high");

/** Keeps the entries with the highest scores; of equals the one that came first. */
class Highest<T> {
  readonly #entries: { readonly score: number; readonly entry: T }[] = [];

  offer(score: number, entry: T): void {
    const last = this.#entries.at(-1);
    if (this.#entries.length === MAX_NAMED && last && last.score >= score) return;
    const place = this.#entries.findIndex((other) => other.score < score);
    this.#entries.splice(place < 0 ? this.#entries.length : place, 0, { score, entry });
    if (this.#entries.length > MAX_NAMED) this.#entries.pop();
  }

  get list(): T[] {
    return this.#entries.map(({ entry }) => entry);
  }
}

/** Follows the bands while two lists are walked side by side. Bands are places in BAND_CODES, null for none. */
export class BandMoves {
  readonly #counts = new Map<string, number>();
  readonly #risen = new Highest<StoredBandMoves["risen"][number]>();
  readonly #newHigh = new Highest<number>();
  #newHighCount = 0;

  /** A supplier of both lists. */
  held(supplierNo: number, before: number | null, after: number | null, score: number | null): void {
    if (before === after) return;
    const [from, to] = [wordOf(BAND_CODES, before), wordOf(BAND_CODES, after)];
    const key = `${from ?? ""}>${to ?? ""}`;
    this.#counts.set(key, (this.#counts.get(key) ?? 0) + 1);
    const rose = after !== null && (before === null ? after === HIGH : after > before);
    if (rose && to) this.#risen.offer(score ?? 0, { supplierNo, from, to });
  }

  /** A supplier that was not in the list before. */
  fresh(supplierNo: number, band: number | null, score: number | null): void {
    if (band !== HIGH) return;
    this.#newHighCount++;
    this.#newHigh.offer(score ?? 0, supplierNo);
  }

  get stored(): StoredBandMoves {
    return {
      counts: Object.fromEntries([...this.#counts].sort(([a], [b]) => (a < b ? -1 : 1))),
      risen: this.#risen.list,
      newHigh: { count: this.#newHighCount, first: this.#newHigh.list },
    };
  }
}
