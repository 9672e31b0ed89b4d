import type { GoodsTables } from "./tables";

const NONE: readonly string[] = [];

/**
 * Goods that a code names by itself: the entry of the longest listed beginning of the code. An entry without goods says that
 * the heading holds many goods, so that a code of it names none.
 */
export function goodsByCode(table: Readonly<Record<string, readonly string[]>>, digits: string): readonly string[] {
  for (let length = digits.length; length >= 2; length -= 1) {
    const key = digits.slice(0, length);
    if (Object.hasOwn(table, key)) return table[key] ?? NONE;
  }
  return NONE;
}

/** Divisions whose firms sell or bring what others make: any good may go with them. */
const TRADE = new Set(["45", "46", "47", "G", "49", "50", "51", "52", "53", "H"]);

/**
 * Whether a good read in the words goes with the codes of the same row. A good of another division than the code says is more
 * likely a word taken wrongly ("leather" in "cars, leather seats") than a second business.
 */
export function fits(
  tables: GoodsTables,
  good: string,
  isic: string | null,
  hs: string | null,
  cpv: string | null,
): boolean {
  const codes = tables.goods[good];
  if (!codes) return false;
  if (hs !== null && codes.hs2.length > 0) return codes.hs2.includes(hs.slice(0, 2));
  if (isic !== null) {
    if (TRADE.has(isic.slice(0, 2))) return true;
    if (isic.length < 2) return true;
    if (codes.isic.some((code) => code.slice(0, 2) === isic.slice(0, 2))) return true;
  }
  if (cpv !== null && codes.cpvDivisions.includes(cpv.slice(0, 2))) return true;
  return isic === null && cpv === null;
}
