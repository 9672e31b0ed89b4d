/**
 * What a reader of bytes saw of records while it cut their cells, so that the check need not look at every character again.
 * One flat set of arrays for many records; `RecordScan` takes one record of it.
 */
import { mayBeEmptyWord } from "./cells";

/** Stands between two cells of a record in `bytes`; a record with a cell that holds it is not described. */
export const SEPARATOR = 1;

export interface SeenRecords {
  /** The described records one behind the other: cells as UTF-8, `SEPARATOR` between two, zeros up to a multiple of four. */
  readonly bytes: Uint8Array;
  /** The same memory. */
  readonly words: Uint32Array;
  /** Where each described cell starts in `bytes`; behind the last of a record follows where a further one would start. */
  readonly starts: Uint32Array;
  /** Beside `starts`: 1 for each cell of which is known that `isTidy` is true or that it is empty. */
  readonly tidy: Uint8Array;
  /** For each record the place of its first cell in `starts`, or -1 where the record is not described. */
  readonly first: Int32Array;
}

/**
 * Tells whether the cell `bytes[start, end)`, not empty and of visible ASCII with single inner spaces, needs no repair: no stray
 * mark at either end, no word for nothing.
 */
export function endsTidy(bytes: Uint8Array, start: number, end: number): boolean {
  const first = bytes[start]!;
  if (first <= 35 && (first === 32 || first === 34 || first === 35)) return false;
  const last = bytes[end - 1]!;
  if (last === 44 || last === 59 || last === 34) return false;
  return !mayBeEmptyWord(first, end - start > 1 ? bytes[start + 1]! : 0, end - start);
}
