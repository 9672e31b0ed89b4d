/** What one row can count exactly: below 2^53, and a round number of digits, so that a row can be read by eye. */
const PART = 10n ** 15n;

/**
 * A sum of money (whole ten-thousandths) as two counts that each stay exact in a JavaScript number: `amount = high * 10^15 +
 * low`, both with the amount's sign. A list in dong passes 2^53 ten-thousandths at 9 * 10^11 dong, so one count is not enough.
 */
export function amountParts(amount: bigint): { readonly low: number; readonly high: number } {
  return { low: Number(amount % PART), high: Number(amount / PART) };
}

/** The sum `amountParts` took apart, in ten-thousandths. */
export const amountOfParts = (low: number, high: number): bigint => BigInt(high) * PART + BigInt(low);
