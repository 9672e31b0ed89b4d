/**
 * Control totals per currency: file = counted + set aside + rejected, to the last ten-thousandth. The total of the file is
 * summed on its own, so `balanced` is a check and not a definition. A total row that the file itself carries is no payment: it
 * stands beside, to be compared.
 */
import type { CheckedRow } from "./types";
import { ExactSum } from "./exact-sum";

export interface AmountLine {
  readonly rows: number;
  /** Ten-thousandths, zero or positive amounts. */
  readonly purchases: bigint;
  /** Ten-thousandths, negative amounts (credit notes, corrections). */
  readonly credits: bigint;
  /** purchases + credits. */
  readonly net: bigint;
}

export interface CurrencyTotals {
  /** ISO 4217, "" when the file does not say. */
  readonly currency: string;
  readonly file: AmountLine;
  readonly counted: AmountLine;
  readonly setAside: AmountLine;
  readonly rejected: AmountLine;
  /** The sums the file's own total rows state, in order; not part of `file`. */
  readonly stated: readonly bigint[];
  readonly balanced: boolean;
}

class Line {
  rows = 0;
  readonly purchases = new ExactSum();
  readonly credits = new ExactSum();
  add(amount: number): void {
    this.rows++;
    if (amount < 0) this.credits.add(amount);
    else this.purchases.add(amount);
  }
  get total(): AmountLine {
    const purchases = this.purchases.value;
    const credits = this.credits.value;
    return { rows: this.rows, purchases, credits, net: purchases + credits };
  }
}

class Lines {
  readonly file = new Line();
  readonly imported = new Line();
  readonly "set-aside" = new Line();
  readonly "left-out" = new Line();
  readonly stated: bigint[] = [];
}

export class ControlTotals {
  private readonly lines = new Map<string, Lines>();
  private lastCurrency: string | null = null;
  private last: Lines | null = null;

  /** Takes one checked row; rows without an amount are ignored. */
  add(row: Pick<CheckedRow, "amount" | "currency" | "outcome" | "reason">): void {
    const { amount, currency } = row;
    if (amount === null) return;
    let lines = this.last;
    if (lines === null || currency !== this.lastCurrency) {
      lines = this.lines.get(currency) ?? null;
      if (lines === null) this.lines.set(currency, (lines = new Lines()));
      this.last = lines;
      this.lastCurrency = currency;
    }
    if (row.reason === "total-row") {
      lines.stated.push(BigInt(amount));
      return;
    }
    lines.file.add(amount);
    lines[row.outcome].add(amount);
  }

  /** By currency code; the unknown currency first. */
  totals(): CurrencyTotals[] {
    return [...this.lines.keys()].sort().map((currency) => {
      const lines = this.lines.get(currency)!;
      const file = lines.file.total;
      const counted = lines.imported.total;
      const setAside = lines["set-aside"].total;
      const rejected = lines["left-out"].total;
      const balanced =
        file.net === counted.net + setAside.net + rejected.net &&
        file.rows === counted.rows + setAside.rows + rejected.rows;
      return { currency, file, counted, setAside, rejected, stated: lines.stated, balanced };
    });
  }
}
