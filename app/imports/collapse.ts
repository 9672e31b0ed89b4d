/**
 * From rows to suppliers, lean in memory: a 64-bit identity gives a small integer (0, 1, 2 … in order of first appearance), and
 * rows, amounts per currency and dates are summed in typed arrays. A million suppliers with amounts and dates take about 55 MB.
 * Amounts are exact: what passes 2⁵³ ten-thousandths goes on as a BigInt.
 */

/** What one currency adds up to for one supplier; ten-thousandths. */
export interface SupplierAmount {
  readonly currency: string;
  readonly purchases: bigint;
  /** Zero or negative: credit notes and corrections. */
  readonly credits: bigint;
}

type Overflow = { purchases: bigint; credits: bigint };

export class SupplierAccumulator {
  /** Suppliers so far. */
  size = 0;
  private his: Uint32Array;
  private los: Uint32Array;
  private rows: Uint32Array;
  /** Index + 1 of the supplier in each slot; 0 is free. */
  private slots: Int32Array;
  private mask: number;
  // Made when the first amount, credit note or date arrives: many lists have none.
  private currencyIds: Uint16Array | null = null;
  private purchases: Float64Array | null = null;
  private credits: Float64Array | null = null;
  private firstDates: Uint32Array | null = null;
  private lastDates: Uint32Array | null = null;
  /** Sums past 2⁵³ and second currencies, by `index * 65536 + currency id`. */
  private readonly overflow = new Map<number, Overflow>();
  private readonly currencies: string[] = [""];

  constructor(expected = 1024) {
    const capacity = Math.max(1024, expected);
    this.his = new Uint32Array(capacity);
    this.los = new Uint32Array(capacity);
    this.rows = new Uint32Array(capacity);
    let slots = 2048;
    while (slots * 0.7 < capacity) slots *= 2;
    this.slots = new Int32Array(slots);
    this.mask = slots - 1;
  }

  /** Makes room for that many suppliers. */
  reserve(expected: number): void {
    if (expected > this.his.length) this.resizeSuppliers(expected);
    let slots = this.slots.length;
    while (slots * 0.7 < expected) slots *= 2;
    if (slots > this.slots.length) this.resizeSlots(slots);
  }

  /** The supplier's number, a new one when the identity is new (then it equals the old `size`). */
  indexOf(hi: number, lo: number): number {
    hi >>>= 0;
    lo >>>= 0;
    let slot = lo & this.mask;
    for (;;) {
      const taken = this.slots[slot]!;
      if (taken === 0) break;
      if (this.los[taken - 1] === lo && this.his[taken - 1] === hi) return taken - 1;
      slot = (slot + 1) & this.mask;
    }
    const index = this.size++;
    if (index >= this.his.length) this.resizeSuppliers(Math.ceil(this.his.length * 1.5));
    this.his[index] = hi;
    this.los[index] = lo;
    this.slots[slot] = index + 1;
    if (this.size > this.slots.length * 0.7) this.resizeSlots(this.slots.length * 2);
    return index;
  }

  /** The number of a known identity, or -1. */
  find(hi: number, lo: number): number {
    hi >>>= 0;
    lo >>>= 0;
    for (let slot = lo & this.mask; ; slot = (slot + 1) & this.mask) {
      const taken = this.slots[slot]!;
      if (taken === 0) return -1;
      if (this.los[taken - 1] === lo && this.his[taken - 1] === hi) return taken - 1;
    }
  }

  hiOf(index: number): number {
    return this.his[index]!;
  }
  loOf(index: number): number {
    return this.los[index]!;
  }

  /**
   * Adds one row to a supplier.
   * @param amount ten-thousandths or null; @param currency ISO 4217 or ""; @param date `YYYY-MM-DD` or "".
   */
  addRow(index: number, amount: number | null, currency: string, date: string): void {
    this.rows[index]!++;
    if (amount !== null) this.addAmount(index, amount, currency);
    if (date !== "") this.addDate(index, date);
  }

  rowsOf(index: number): number {
    return this.rows[index]!;
  }

  /** The currency of the supplier's first amount; null when it has none. */
  currencyOf(index: number): string | null {
    const id = this.currencyIds?.[index] ?? 0;
    return id === 0 ? null : this.currencies[id]!.slice(1);
  }

  /** Amounts in each currency that occurred, in order of first appearance. */
  amountsOf(index: number): SupplierAmount[] {
    const found: SupplierAmount[] = [];
    const own = this.currencyIds?.[index] ?? 0;
    if (own !== 0) found.push(this.amountIn(index, own));
    if (this.overflow.size > 0) {
      for (let id = 1; id < this.currencies.length; id++)
        if (id !== own && this.overflow.has(index * 65536 + id)) found.push(this.amountIn(index, id));
    }
    return found;
  }

  /** First and last date of the supplier's rows, "" when none had a date. */
  firstDateOf(index: number): string {
    return dateText(this.firstDates?.[index] ?? 0);
  }
  lastDateOf(index: number): string {
    return dateText(this.lastDates?.[index] ?? 0);
  }

  private amountIn(index: number, id: number): SupplierAmount {
    const more = this.overflow.get(index * 65536 + id);
    const own = this.currencyIds![index] === id;
    return {
      currency: this.currencies[id]!.slice(1),
      purchases: (own ? BigInt(this.purchases![index]!) : 0n) + (more?.purchases ?? 0n),
      credits: (own ? BigInt(this.credits?.[index] ?? 0) : 0n) + (more?.credits ?? 0n),
    };
  }

  private addAmount(index: number, amount: number, currency: string): void {
    // Ids start at 1: 0 says that the supplier has no amount yet. Codes are kept with a mark in front so that "" has an id.
    let id = this.lastCurrency === currency ? this.lastCurrencyId : this.currencies.indexOf(`=${currency}`);
    if (id < 0) id = this.currencies.push(`=${currency}`) - 1;
    this.lastCurrency = currency;
    this.lastCurrencyId = id;
    if (this.currencyIds === null) {
      this.currencyIds = new Uint16Array(this.his.length);
      this.purchases = new Float64Array(this.his.length);
    }
    if (this.currencyIds[index] === 0) this.currencyIds[index] = id;
    if (amount < 0 && this.credits === null) this.credits = new Float64Array(this.his.length);
    const sums = amount < 0 ? this.credits! : this.purchases!;
    const sum = sums[index]! + amount;
    if (this.currencyIds[index] === id && Number.isSafeInteger(sum) && Number.isSafeInteger(amount)) {
      sums[index] = sum;
      return;
    }
    const key = index * 65536 + id;
    let more = this.overflow.get(key);
    if (more === undefined) this.overflow.set(key, (more = { purchases: 0n, credits: 0n }));
    if (amount < 0) more.credits += BigInt(amount);
    else more.purchases += BigInt(amount);
  }
  private lastCurrency: string | null = null;
  private lastCurrencyId = -1;

  private addDate(index: number, date: string): void {
    const number = dateNumber(date);
    if (number === 0) return;
    if (this.firstDates === null || this.lastDates === null) {
      this.firstDates = new Uint32Array(this.his.length);
      this.lastDates = new Uint32Array(this.his.length);
    }
    const first = this.firstDates[index]!;
    if (first === 0 || number < first) this.firstDates[index] = number;
    if (number > this.lastDates[index]!) this.lastDates[index] = number;
  }

  private resizeSuppliers(capacity: number): void {
    this.his = grown(this.his, new Uint32Array(capacity));
    this.los = grown(this.los, new Uint32Array(capacity));
    this.rows = grown(this.rows, new Uint32Array(capacity));
    if (this.currencyIds) this.currencyIds = grown(this.currencyIds, new Uint16Array(capacity));
    if (this.purchases) this.purchases = grown(this.purchases, new Float64Array(capacity));
    if (this.credits) this.credits = grown(this.credits, new Float64Array(capacity));
    if (this.firstDates) this.firstDates = grown(this.firstDates, new Uint32Array(capacity));
    if (this.lastDates) this.lastDates = grown(this.lastDates, new Uint32Array(capacity));
  }

  private resizeSlots(length: number): void {
    const slots = new Int32Array(length);
    this.mask = slots.length - 1;
    for (let index = 0; index < this.size; index++) {
      let slot = this.los[index]! & this.mask;
      while (slots[slot] !== 0) slot = (slot + 1) & this.mask;
      slots[slot] = index + 1;
    }
    this.slots = slots;
  }
}

function grown<T extends Uint32Array | Uint16Array | Float64Array>(from: T, to: T): T {
  to.set(from);
  return to;
}

/** `2017-01-04` as 20170104; 0 when it is not of that form. */
function dateNumber(date: string): number {
  if (date.length !== 10) return 0;
  let number = 0;
  for (let i = 0; i < 10; i++) {
    if (i === 4 || i === 7) continue;
    const digit = date.charCodeAt(i) - 48;
    if (digit < 0 || digit > 9) return 0;
    number = number * 10 + digit;
  }
  return number;
}

function dateText(number: number): string {
  if (number === 0) return "";
  const text = String(number).padStart(8, "0");
  return `${text.slice(0, 4)}-${text.slice(4, 6)}-${text.slice(6)}`;
}
