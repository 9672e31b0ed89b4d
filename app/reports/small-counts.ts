/**
 * Which counts a public report tells: none from which one to four records can be read, or found by adding and subtracting. Pure.
 *
 * A report counts sets of records, one figure a set or some sets that only make sense together. The told sets cut each other into
 * parts: what is in the one and not in the other, in both, and so on. A figure is told if afterwards every part is empty, has five
 * records or more, or holds open records alone, which everybody may know of. Every count that follows from told ones is of such
 * parts, so that no hidden number follows from a total. Figures are asked in the order in which they are given: the first ones,
 * the totals, are told before what they consist of.
 */
import { SMALLEST } from "../remedy/small-groups";

/** What a report counts, by the ids of the records. */
export interface Figure<Id extends string = string> {
  readonly id: Id;
  /** Told together or not at all. */
  readonly sets: readonly ReadonlySet<string>[];
}

/** @param isOpen may everybody know of the record? @returns ids of the figures that may be told. */
export function tellable<Id extends string>(
  figures: readonly Figure<Id>[],
  isOpen: (record: string) => boolean = () => false,
): ReadonlySet<Id> {
  const told = new Set<Id>();
  /** By record: in which told sets it is. */
  let parts = new Map<string, string>();
  let sets = 0;
  for (const { id, sets: asked } of figures) {
    const next = new Map(parts);
    asked.forEach((set, at) => {
      for (const record of set) next.set(record, `${next.get(record) ?? ""} ${sets + at}`);
    });
    if (!areLarge(next, isOpen)) continue;
    [parts, sets] = [next, sets + asked.length];
    told.add(id);
  }
  return told;
}

/** Has every part five records or more, or open ones alone? */
function areLarge(partOf: ReadonlyMap<string, string>, isOpen: (record: string) => boolean): boolean {
  const closed = new Set<string>();
  const sizes = new Map<string, number>();
  for (const [record, part] of partOf) {
    sizes.set(part, (sizes.get(part) ?? 0) + 1);
    if (!isOpen(record)) closed.add(part);
  }
  return [...closed].every((part) => sizes.get(part)! >= SMALLEST);
}

/**
 * Stands for a set of which only the number is known: parts of that many records, of which no other set holds any. More than five
 * are as good as five. @param of makes the parts of one set its own.
 */
export const asMany = (of: string, count: number): ReadonlySet<string> =>
  new Set(Array.from({ length: Math.min(count, SMALLEST) }, (_, at) => `${of} ${at}`));

/** All records of some sets. */
export const together = (...sets: readonly ReadonlySet<string>[]): ReadonlySet<string> =>
  new Set(sets.flatMap((set) => [...set]));
