/** A list of suppliers or a ledger of payments: the two go different ways. */
import type { ListKind } from "./types";

export interface KindStats {
  /** Rows with a name. */
  readonly rows: number;
  /** Different suppliers among them, by `nameKey`. */
  readonly distinctNames: number;
  readonly hasAmount: boolean;
  readonly hasDate: boolean;
  /** A column of payment, invoice, order or contract numbers. */
  readonly hasTransaction: boolean;
  /** Rows whose name and address both stood in an earlier row; leave out when the list has no address. */
  readonly repeatedWithAddress?: number;
}

/**
 * `ledger` when the file has amounts with a date or a transaction number, or when amounts stand in rows that repeat the
 * supplier (at least one row in ten, and not as sites with other addresses); else `list`.
 */
export function decideKind(stats: KindStats): ListKind {
  if (!stats.hasAmount) {
    // Orders and contracts without their value: the supplier repeats and each row is an act.
    return stats.hasTransaction && stats.hasDate && stats.rows - stats.distinctNames >= stats.rows * 0.1
      ? "ledger"
      : "list";
  }
  if (stats.hasDate || stats.hasTransaction) return "ledger";
  const repeats = stats.repeatedWithAddress ?? stats.rows - stats.distinctNames;
  return stats.rows > 0 && repeats >= stats.rows * 0.1 ? "ledger" : "list";
}
