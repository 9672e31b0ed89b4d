/** Amounts of the ledger: whole ten-thousandths of a currency unit, exact. Kept as text, counted as BigInt. Pure. */

export const UNIT = 10_000n;
/** Units an amount has at most: more than any repayment, and short of what a form could break a page with. */
const MOST = 10n ** 15n * UNIT;

/**
 * An amount as a person types it: digits, one decimal sign, at most four decimals; spaces and apostrophes between thousands.
 * Null when it is no such thing, is negative or above 10^15 units. A comma or point is the decimal sign when it is the only one
 * and no group of exactly three digits follows it, or when it is the last of two kinds.
 */
export function readAmount(text: string): bigint | null {
  const plain = text.replaceAll(/[\s\u00A0\u202F'’]/gu, "");
  const found =
    /^(?<whole>[1-9]\d{0,2}(?:(?<sign>[.,])\d{3})(?:\k<sign>\d{3})*|\d+)(?:(?<point>[.,])(?<rest>\d{1,4}))?$/u.exec(
      plain,
    );
  const { whole, sign, point, rest = "" } = found?.groups ?? {};
  if (whole === undefined || (sign !== undefined && sign === point)) return null;
  const value = BigInt(whole.replaceAll(/[.,]/gu, "")) * UNIT + BigInt(rest.padEnd(4, "0"));
  return value > MOST ? null : value;
}

/** `a / b` rounded up, for `a` from 0 and `b` from 1: what is owed is never rounded against workers. */
export const dividedUp = (a: bigint, b: bigint): bigint => (a + b - 1n) / b;

export const least = (a: bigint, b: bigint): bigint => (a < b ? a : b);
export const most = (a: bigint, b: bigint): bigint => (a > b ? a : b);
export const sum = (amounts: Iterable<bigint>): bigint => {
  let total = 0n;
  for (const amount of amounts) total += amount;
  return total;
};
