/**
 * Which decisions a supplier's rows stand under, and with how much spend: of two groups the one with most of the spend decides,
 * whatever the order of the rows. Only suppliers with decided rows take memory.
 */
import { NONE, type UnderstandingLookup } from "./understanding";

interface Share {
  readonly decided: readonly number[];
  /** Ten-thousandths, as a number: for order only. */
  spend: number;
  rows: number;
}

const STRENGTH = { payee: 0, "text-sector": 1, group: 2, "text-country": 3, "text-currency": 3 } as const;

export class DecidedVotes {
  readonly #of = new Map<number, Share | Share[]>();

  constructor(readonly lookup: UnderstandingLookup) {}

  /** Takes one row of supplier `index`. */
  add(index: number, decided: readonly number[], amount: number | null): void {
    if (decided.length === 0) return;
    const known = this.#of.get(index);
    const spend = amount ?? 0;
    if (known === undefined) {
      this.#of.set(index, { decided, spend, rows: 1 });
      return;
    }
    // Combinations are shared objects: identity is equality.
    const shares = Array.isArray(known) ? known : [known];
    const same = shares.find((share) => share.decided === decided);
    if (same) {
      same.spend += spend;
      same.rows++;
    } else this.#of.set(index, [...shares, { decided, spend, rows: 1 }]);
  }

  /** The decisions about a supplier, strongest first: about the payee, about a text, then groups by spend, rows, and key. */
  of(index: number): readonly number[] {
    const known = this.#of.get(index);
    if (known === undefined) return NONE;
    if (!Array.isArray(known)) return known.decided;
    const votes = new Map<number, { spend: number; rows: number }>();
    for (const { decided, spend, rows } of known)
      for (const at of decided) {
        const vote = votes.get(at);
        votes.set(at, { spend: (vote?.spend ?? 0) + spend, rows: (vote?.rows ?? 0) + rows });
      }
    const item = (at: number) => this.lookup.all[at]!.item;
    return [...votes]
      .sort(
        ([a, va], [b, vb]) =>
          STRENGTH[item(a).scope] - STRENGTH[item(b).scope] ||
          vb.spend - va.spend ||
          vb.rows - va.rows ||
          (item(a).key < item(b).key ? -1 : 1),
      )
      .map(([at]) => at);
  }

  /** Suppliers with decided rows. */
  *suppliers(): Generator<number> {
    yield* this.#of.keys();
  }
}
