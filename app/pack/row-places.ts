/** Which rows of a list are not those that were hashed: the place of a change, from the hashes alone. */
import { sameBytes } from "./hashing";
import { hashAt, hashCount } from "./merkle";

export interface RowDifference {
  readonly kind: "changed" | "removed" | "added" | "swapped";
  /** From 1: of what was removed the place it had, of everything else the place it has. Of a swap the first of the two. */
  readonly row: number;
}

/** How far a row that was put in or taken away is looked for; further away rows count as changed. */
const REACH = 64;

/**
 * Compares the hashes of the rows as they are with those they were sealed with. Empty when both are the same.
 * @param most so many differences are looked for.
 */
export function rowDifferences(actual: Uint8Array, sealed: Uint8Array, most: number): RowDifference[] {
  const [rows, before] = [hashCount(actual), hashCount(sealed)];
  const same = (at: number, was: number): boolean =>
    at < rows && was < before && sameBytes(hashAt(actual, at), hashAt(sealed, was));
  const bothEnd = (at: number, was: number): boolean => at === rows && was === before;
  const found: RowDifference[] = [];
  let [at, was] = [0, 0];
  while ((at < rows || was < before) && found.length < most) {
    if (same(at, was)) {
      at += 1;
      was += 1;
    } else if (same(at, was + 1) && same(at + 1, was)) {
      found.push({ kind: "swapped", row: at + 1 });
      at += 2;
      was += 2;
    } else if (at < rows && was < before && (same(at + 1, was + 1) || bothEnd(at + 1, was + 1))) {
      found.push({ kind: "changed", row: at + 1 });
      at += 1;
      was += 1;
    } else {
      const [added, removed] = gap(at, was, same, rows, before);
      for (let n = 0; n < added; n++) found.push({ kind: "added", row: at + n + 1 });
      for (let n = 0; n < removed; n++) found.push({ kind: "removed", row: was + n + 1 });
      if (added + removed === 0) found.push({ kind: "changed", row: at + 1 });
      at += Math.max(added, added + removed === 0 ? 1 : 0);
      was += Math.max(removed, added + removed === 0 ? 1 : 0);
    }
  }
  return found.slice(0, most);
}

/** How many rows were put in, or taken away, before both are alike again; none of either when that is not near. */
function gap(
  at: number,
  was: number,
  same: (at: number, was: number) => boolean,
  rows: number,
  before: number,
): [added: number, removed: number] {
  if (was === before) return [rows - at, 0];
  if (at === rows) return [0, before - was];
  for (let far = 1; far <= REACH; far++) {
    if (same(at + far, was)) return [far, 0];
    if (same(at, was + far)) return [0, far];
  }
  return [0, 0];
}
