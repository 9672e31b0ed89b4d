import { readDate, type DateOrder } from "../../imports/dates";
import { readAmount } from "../../imports/numbers";
import { cleanCell } from "../../imports/cells";
import type { MappingProposal, NumberFormat, TenThousandths } from "../../imports/types";

export const DECIMALS: readonly NumberFormat["decimal"][] = [".", ","];
export const DATE_ORDERS: readonly DateOrder[] = ["dmy", "mdy", "ymd"];

/** A cell of the file and what each reading makes of it, in the order of the choices; null: it cannot be read so. */
export interface CellReadings<T> {
  readonly cell: string;
  readonly readings: readonly (T | null)[];
}

export interface ReadingSamples {
  /** Null where no column holds amounts. */
  readonly amounts: readonly CellReadings<TenThousandths>[] | null;
  /** `YYYY-MM-DD`. Null where no column holds dates. */
  readonly dates: readonly CellReadings<string>[] | null;
}

const SHOWN = 5;

/** What the choices of number and date format would make of the file's own values; those they differ about come first. */
export function readingSamples(
  sample: readonly (readonly string[])[],
  { mapping, firstDataRecord }: Pick<MappingProposal, "mapping" | "firstDataRecord">,
): ReadingSamples {
  const read = <T>(column: number | undefined, readings: (cell: string) => (T | null)[]): CellReadings<T>[] | null => {
    if (column === undefined) return null;
    const cells = new Set(sample.slice(firstDataRecord).map((record) => cleanCell(record[column] ?? "")));
    cells.delete("");
    const all = [...cells].map((cell) => ({ cell, readings: readings(cell) }));
    const doubtful = all.filter((one) => new Set(one.readings).size > 1);
    const others = all.filter((one) => new Set(one.readings).size === 1);
    return [...doubtful, ...others].slice(0, SHOWN);
  };
  return {
    amounts: read(mapping.amount, (cell) => DECIMALS.map((decimal) => readAmount(cell, decimal))),
    dates: read(mapping.date, (cell) => DATE_ORDERS.map((order) => readDate(cell, order) || null)),
  };
}
