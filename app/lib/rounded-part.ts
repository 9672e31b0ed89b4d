/**
 * How many of `of` equal parts `part` is of `whole`, rounded to the nearest whole one, a half upwards: of 100 it is the per cents. Exact
 * however large the sums are. Pure. @param whole more than zero.
 */
export function roundedPart(part: bigint | string, whole: bigint | string, of: number): number {
  const [some, all] = [BigInt(part), BigInt(whole)];
  const twice = 2n * some * BigInt(of) + all;
  const down = twice / (2n * all);
  // A division of bigints goes towards zero; a negative part of a sum goes down instead.
  return Number(twice < 0n && twice % (2n * all) !== 0n ? down - 1n : down);
}
