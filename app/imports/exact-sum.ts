/**
 * Sums of money that stay exact. Amounts are whole ten-thousandths of a currency unit held in a number; a running sum stays a
 * number while it is a safe integer and goes on as a BigInt beyond (a list in dong passes 2⁵³ ten-thousandths at 9·10¹¹ dong).
 */
export class ExactSum {
  private small = 0;
  private big = 0n;

  /** `amount` is a whole number of ten-thousandths. */
  add(amount: number): void {
    const sum = this.small + amount;
    if (Number.isSafeInteger(sum) && Number.isSafeInteger(amount)) this.small = sum;
    else {
      this.big += BigInt(this.small) + BigInt(amount);
      this.small = 0;
    }
  }

  get value(): bigint {
    return this.big + BigInt(this.small);
  }
}

/** Ten-thousandths as an exact decimal: at least two decimals, at most four. `-1234500n` is "-123.45". */
export function toDecimal(tenThousandths: bigint | number): string {
  const value = BigInt(tenThousandths);
  const digits = (value < 0n ? -value : value).toString().padStart(5, "0");
  const whole = digits.slice(0, -4);
  let decimals = digits.slice(-4);
  if (decimals.endsWith("00")) decimals = decimals.slice(0, 2);
  else if (decimals.endsWith("0")) decimals = decimals.slice(0, 3);
  return `${value < 0n ? "-" : ""}${whole}.${decimals}`;
}
