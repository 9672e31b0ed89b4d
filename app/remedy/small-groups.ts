/**
 * Numbers of workers as they may be shown: no number of a group under five can be read, or found by subtraction. Pure.
 *
 * Two rules, each of which a property test holds:
 *
 * 1. **Nothing shown is made from a hidden number.** A group under five shows as "<5", and sums are over the shown groups alone,
 *    with the number of groups they leave out. So two ledgers that differ only inside groups under five look the same, and no
 *    adding or subtracting of shown numbers, over suppliers, currencies, filters and files, says more than "1 to 4".
 *    Sums that count hidden groups would need further groups hidden (complementary suppression), and even then give the
 *    number away at the edges: two hidden groups in a sum of 2 are 1 and 1, in a sum of 8 they are 4 and 4.
 * 2. **A part is shown only when its rest may be shown too.** Of 40 workers 38 have left: the 2 are a group found by
 *    subtraction, so that both parts are withheld. What stays is always at least two possibilities.
 *
 * Five is the least size of a group that is reported from worker interviews (a proposal of this product).
 */

export const SMALLEST = 5;

/** A number that may be shown; `"<5"`: one to four. */
export type Shown = number | "<5";

const isSmall = (count: number): boolean => count > 0 && count < SMALLEST;

/** The number of a whole group. */
export const shownCount = (workers: number): Shown => (isSmall(workers) ? "<5" : workers);

/** A part of a group; null: withheld, for it or its rest is a group under five, or the whole is. */
export function shownPart(workers: number, part: number | null): number | null {
  if (part === null || isSmall(workers) || isSmall(part) || isSmall(workers - part)) return null;
  return part;
}

/** Workers of several groups. */
export interface ShownTotal {
  /** Of the groups of five and more. */
  readonly workers: number;
  /** Groups under five, which are not in it. */
  readonly smallGroups: number;
}

export function shownTotal(groups: readonly { readonly workers: number }[]): ShownTotal {
  let [workers, smallGroups] = [0, 0];
  for (const group of groups) {
    if (isSmall(group.workers)) smallGroups++;
    else workers += group.workers;
  }
  return { workers, smallGroups };
}

/** May this reader see the working of what is owed? With an amount a worker beside the sum, the number is a division away. */
export const hidesWorking = (workers: number): boolean => isSmall(workers);
