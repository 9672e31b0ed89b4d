/** The order of a few suppliers as a past day had it: lines that were written again since take the place they had. Pure. */
import type { TraitFilter } from "./facets";
import { ORDERS } from "./pages";
import type { RegisterRow } from "./register-row";
import type { RegisterSort } from "./schema/codes";
import { DIMENSIONS, traitNumber, traitOf, traitsOf, type TraitColumns } from "./traits";

/** What a line is put in order by; `hasValue` is 1 where the order's first column is known. */
export interface InOrder {
  readonly key: number;
  readonly hasValue: number;
  readonly priority: number;
  readonly score: number | null;
  readonly nameKey: string;
  readonly spendMain: number | null;
}

/** Does the filter leave the line? */
export function isLeftBy(filter: TraitFilter, row: TraitColumns): boolean {
  const traits = traitsOf(row);
  return DIMENSIONS.every((dimension) => {
    const values = filter[dimension] ?? [];
    return values.length === 0 || values.some((value) => traitNumber(dimension, value) === traitOf(traits, dimension));
  });
}

/** Texts by their code points, as both engines put them in order. */
const compared = (a: string | number, b: string | number): number =>
  typeof a === "string" || typeof b === "string"
    ? Buffer.compare(Buffer.from(String(a)), Buffer.from(String(b)))
    : a - b;

function byOrder(sort: RegisterSort): (a: InOrder, b: InOrder) => number {
  const terms = ORDERS[sort] as readonly { readonly column: keyof InOrder; readonly descending: boolean }[];
  return (a, b) => {
    for (const { column, descending } of terms) {
      const [left, right] = [a[column], b[column]];
      if (left === right) continue;
      // What is not known stands last in both directions.
      if (left === null || right === null) return left === null ? 1 : -1;
      const difference = compared(left, right);
      if (difference !== 0) return descending ? -difference : difference;
    }
    return 0;
  };
}

/**
 * Lines in their natural order, with those of `then` in the place of what is stored of them.
 * @param isShown do the filters and words leave a line of `then`?
 */
export function withLinesThen(
  rows: readonly InOrder[],
  then: ReadonlyMap<number, RegisterRow>,
  sort: RegisterSort,
  isShown: (row: RegisterRow) => boolean,
): InOrder[] {
  const changed = new Set([...then.values()].map(({ key }) => key));
  const first = ORDERS[sort][0]!.column as keyof InOrder;
  const lines = [...then.values()]
    .filter(isShown)
    .map(({ key, priority, score, nameKey, spendMain }) => ({ key, priority, score, nameKey, spendMain }))
    .map((line) => ({ ...line, hasValue: line[first as keyof typeof line] === null ? 0 : 1 }));
  return [...rows.filter(({ key }) => !changed.has(key)), ...lines].sort(byOrder(sort));
}
