/** Register lines by their own columns, where the table keeps some of them packed. */
import { DETAILS, packDetails, unpackDetails } from "../schema/register-details";
import type { BulkTable, Cell, ReadCell } from "./bulk";

/** Columns as asked for, and as the table has them. */
export interface Columns {
  /** Columns of the table. */
  readonly stored: readonly string[];
  /** A row in the columns asked for → in the columns of the table. The row itself where they are the same. */
  readonly pack: (row: readonly Cell[]) => readonly Cell[];
  /** The other way round. */
  readonly unpack: (row: Cell[]) => ReadCell[];
}

const PLACE = new Map<string, number>(DETAILS.map((name, index) => [name, index]));
const same = (columns: readonly string[]): Columns => ({
  stored: columns,
  pack: (row) => row,
  unpack: (row) => row as ReadCell[],
});

/** How columns of a table are written and read. */
export function columnsOf(table: BulkTable, columns: readonly string[]): Columns {
  if (table !== "registerRows" || !columns.some((name) => PLACE.has(name))) return same(columns);
  const own = columns.flatMap((name, index) => (PLACE.has(name) ? [] : [index]));
  const placeIn = new Map(own.map((from, to) => [from, to]));
  const places = columns.map((name) => PLACE.get(name) ?? -1);
  const wanted = places.reduce((bits, place) => (place < 0 ? bits : bits | (1 << place)), 0);
  return {
    stored: [...own.map((index) => columns[index]!), "details"],
    pack(row) {
      const details: ReadCell[] = DETAILS.map(() => null);
      for (const [index, place] of places.entries()) if (place >= 0) details[place] = row[index] as ReadCell;
      return [...own.map((index) => row[index]!), packDetails(details)];
    },
    unpack(row) {
      const details = unpackDetails(row.at(-1) as Uint8Array, wanted);
      return places.map((place, index) => (place < 0 ? (row[placeIn.get(index)!] as ReadCell) : details[place]!));
    },
  };
}
