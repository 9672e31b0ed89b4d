/** ISIC Rev. 4 divisions by section (UNSD, International Standard Industrial Classification, Revision 4). */
const SECTIONS: readonly (readonly [section: string, first: number, last: number])[] = [
  ["A", 1, 3],
  ["B", 5, 9],
  ["C", 10, 33],
  ["D", 35, 35],
  ["E", 36, 39],
  ["F", 41, 43],
  ["G", 45, 47],
  ["H", 49, 53],
  ["I", 55, 56],
  ["J", 58, 63],
  ["K", 64, 66],
  ["L", 68, 68],
  ["M", 69, 75],
  ["N", 77, 82],
  ["O", 84, 84],
  ["P", 85, 85],
  ["Q", 86, 88],
  ["R", 90, 93],
  ["S", 94, 96],
  ["T", 97, 98],
  ["U", 99, 99],
];
/** Numbers inside the ranges above that ISIC does not use. */
const UNUSED = new Set([34, 40, 44, 48, 54, 57, 67, 76, 83, 89]);

/** Section letter of a code of any depth; null when the code is no ISIC code. */
export function sectionOf(isic: string): string | null {
  if (/^[A-U]$/.test(isic)) return isic;
  if (!/^\d{2,4}$/.test(isic)) return null;
  const division = Number(isic.slice(0, 2));
  if (UNUSED.has(division)) return null;
  return SECTIONS.find(([, first, last]) => division >= first && division <= last)?.[0] ?? null;
}

/** Two-digit division of a code, or null for a section letter or no code. */
export function divisionOf(isic: string): string | null {
  return /^\d{2,4}$/.test(isic) && sectionOf(isic) !== null ? isic.slice(0, 2) : null;
}

/** All divisions in use, `"01"` to `"99"`. */
export const DIVISIONS: readonly string[] = SECTIONS.flatMap(([, first, last]) =>
  Array.from({ length: last - first + 1 }, (_, index) => first + index),
)
  .filter((division) => !UNUSED.has(division))
  .map((division) => String(division).padStart(2, "0"));
