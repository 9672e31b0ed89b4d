/** What the general ledger says beside what the file holds. */
export interface LedgerLine {
  /** ISO 4217; "" where the file names none. */
  readonly currency: string;
  /** Exact ten-thousandths as decimal text, as all sums here. */
  readonly file: string;
  /** Null: nobody has said. */
  readonly stated: string | null;
  /** Stated less file; null without a stated total. */
  readonly difference: string | null;
}

/** One line for each currency of the file, in its order. A stated total of a currency the file does not have is no line. */
export function ledgerLines(
  totals: readonly { readonly currency: string; readonly file: string }[],
  stated: Readonly<Record<string, string>>,
): LedgerLine[] {
  return totals.map(({ currency, file }) => {
    const said = stated[currency] ?? null;
    return { currency, file, stated: said, difference: said === null ? null : String(BigInt(said) - BigInt(file)) };
  });
}
