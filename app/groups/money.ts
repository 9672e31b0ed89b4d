import { ExactSum } from "../imports/exact-sum";

/** Sums per currency ("" when the file does not say), exact; most have one currency. Ten-thousandths. */
export class Money {
  #currency: string | null = null;
  readonly #sum = new ExactSum();
  #others: Map<string, ExactSum> | null = null;

  add(currency: string, amount: number): void {
    this.#currency ??= currency;
    if (currency === this.#currency) {
      this.#sum.add(amount);
      return;
    }
    this.#others ??= new Map();
    let other = this.#others.get(currency);
    if (!other) this.#others.set(currency, (other = new ExactSum()));
    other.add(amount);
  }

  /** `{ currency: whole ten-thousandths as text }`: JSON has no whole numbers of that size. */
  get amounts(): Record<string, string> {
    const found: Record<string, string> = {};
    if (this.#currency !== null) found[this.#currency] = String(this.#sum.value);
    for (const [currency, sum] of this.#others ?? []) found[currency] = String(sum.value);
    return found;
  }
}
