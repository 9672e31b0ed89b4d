/** Shades there are, from the lightest. */
const SHADES = 5;

/**
 * Lower bounds of at most `most` classes for the shades of a map, ascending: round numbers (1, 2, 5, 10, 20, 50 …) from just
 * below the smallest value to just below the largest, so that each end has a shade of its own. Values of zero or less have
 * no class.
 */
export function stepsOf(values: readonly number[], most = SHADES): number[] {
  const positive = values.filter((value) => value > 0);
  if (positive.length === 0) return [];
  const [least, largest] = [Math.min(...positive), Math.max(...positive)];
  const bounds: number[] = [];
  for (let power = Math.floor(Math.log10(least)) - 1; power <= Math.ceil(Math.log10(largest)); power++)
    for (const digit of [1, 2, 5]) bounds.push(digit * 10 ** power);
  const first = bounds.findLastIndex((bound) => bound <= least);
  const used = bounds.slice(Math.max(0, first)).filter((bound) => bound <= largest);
  if (used.length <= most) return used;
  return Array.from({ length: most }, (_, step) => used[Math.round((step * (used.length - 1)) / (most - 1))]!);
}

/** The shade of a class: few classes are spread over all shades, a single one is a dark one. */
export const shadeOf = (step: number, classes: number): number =>
  classes === 1 ? SHADES - 2 : Math.round((step * (SHADES - 1)) / (classes - 1));

/** The class of a value, counted from 0; null where it has none. */
export function stepOf(value: number, bounds: readonly number[]): number | null {
  const step = bounds.findLastIndex((bound) => value >= bound);
  return step < 0 ? null : step;
}
