/**
 * Which decisions a supplier's rows stand under, and with how much spend: of two groups the one with most of the spend decides,
 * whatever the order of the rows. A supplier whose rows all stand under the same decisions takes 16 bytes.
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
  /** Combinations of decisions that occur; they are shared objects, so identity is equality. */
  readonly #combinations: (readonly number[])[] = [];
  readonly #numbers = new Map<readonly number[], number>();
  /** Each supplier's first combination, plus 1; 0 when none of its rows is decided. */
  #first = new Int32Array(1024);
  #spend = new Float64Array(1024);
  #rows = new Uint32Array(1024);
  readonly #further = new Map<number, Share[]>();

  constructor(readonly lookup: UnderstandingLookup) {}

  /** Takes one row of supplier `index`. */
  add(index: number, decided: readonly number[], amount: number | null): void {
    if (decided.length === 0) return;
    if (index >= this.#first.length) this.#grow(index);
    const combination = this.#numberOf(decided);
    const first = this.#first[index]! - 1;
    if (first < 0) this.#first[index] = combination + 1;
    if (first < 0 || first === combination) {
      this.#spend[index]! += amount ?? 0;
      this.#rows[index]!++;
      return;
    }
    let further = this.#further.get(index);
    if (!further) this.#further.set(index, (further = []));
    const same = further.find((share) => share.decided === decided);
    if (same) {
      same.spend += amount ?? 0;
      same.rows++;
    } else further.push({ decided, spend: amount ?? 0, rows: 1 });
  }

  /** The decisions about a supplier, strongest first: about the payee, about a text, then groups by spend, rows, and key. */
  of(index: number): readonly number[] {
    const first = (this.#first[index] ?? 0) - 1;
    if (first < 0) return NONE;
    const ofFirst = this.#combinations[first]!;
    const further = this.#further.get(index);
    if (!further) return ofFirst;
    const votes = new Map<number, { spend: number; rows: number }>();
    const shares = [{ decided: ofFirst, spend: this.#spend[index]!, rows: this.#rows[index]! }, ...further];
    for (const { decided, spend, rows } of shares)
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
    for (let index = 0; index < this.#first.length; index++) if (this.#first[index]! > 0) yield index;
  }

  #numberOf(decided: readonly number[]): number {
    let number = this.#numbers.get(decided);
    if (number === undefined) {
      number = this.#combinations.push(decided) - 1;
      this.#numbers.set(decided, number);
    }
    return number;
  }

  #grow(index: number): void {
    const capacity = Math.ceil(Math.max(index + 1, this.#first.length * 1.5));
    const [first, spend, rows] = [new Int32Array(capacity), new Float64Array(capacity), new Uint32Array(capacity)];
    first.set(this.#first);
    spend.set(this.#spend);
    rows.set(this.#rows);
    [this.#first, this.#spend, this.#rows] = [first, spend, rows];
  }
}
