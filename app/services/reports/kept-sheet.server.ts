import type { SheetToWrite, XlsxCell } from "../../files/xlsx-writer.server";
import { csvBack } from "../../files/csv-back.server";
import { EXPORT_COLUMNS } from "../register/register-export.server";

/** Columns of the register that hold numbers: what is text in them is text of a file and stays it. */
const NUMBERS = new Set([
  "sector_confidence",
  "workers",
  "rows",
  "score",
  "plausible_low",
  "plausible_high",
  "coverage_context",
  "coverage_supplier",
  "inherent",
  "country_score",
  "sector_score",
  "recruitment_score",
  "released_score",
  "priority",
  "line",
]);

/** The kept register as a sheet with typed columns, read while it is written. */
export function registerSheet(name: string, bytes: () => AsyncIterable<Buffer>): SheetToWrite {
  const columns = EXPORT_COLUMNS.map(({ header, width }) => ({ header, width }));
  const isNumber = columns.map(({ header }) => NUMBERS.has(header));
  async function* rows(): AsyncGenerator<XlsxCell[]> {
    let isHeader = true;
    for await (const record of csvBack(bytes())) {
      if (!isHeader)
        yield record.map((cell, at) => (cell === "" ? null : isNumber[at] && Number.isFinite(Number(cell)) ? Number(cell) : cell)); // prettier-ignore
      isHeader = false;
    }
  }
  return { name, columns, rows: rows() };
}
