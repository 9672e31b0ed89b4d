import { standingFor, type Merge } from "../../../db/queries/merges";

/** What is recorded of each supplier and may be shown outside, as text that tells two states apart. */
export type Recorded = ReadonlyMap<number, string>;

/** Answers and findings in force by who the supplier stands for. */
export function recordedOf(
  rows: readonly { readonly supplierNo: number; readonly id: string }[],
  merges: readonly Merge[],
): Recorded {
  const became = standingFor(merges);
  const found = new Map<number, string>();
  for (const { supplierNo, id } of rows) {
    const no = became.get(supplierNo) ?? supplierNo;
    found.set(no, `${found.get(no) ?? ""} ${id}`);
  }
  return found;
}
