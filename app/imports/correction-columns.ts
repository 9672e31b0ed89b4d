/** The columns a workbook of rows to correct has beside those of the list, and how they are found again. */
import type { ColumnProposal } from "./types";

/** `Candour … (id)`: holds the line of the list; the id says which list. The words between are in the reader's language. */
const LINE_HEADER = /^candour\b.*\(([0-9a-hjkmnp-tv-z]{22})\)$/i;
const OWN_HEADER = /^candour\b/i;

const plain = (header: string) => header.replace(/\s+/g, " ").trim();

/** The header of a list's column in the workbook; a column without one is named by its number. */
export const correctionHeader = (column: Pick<ColumnProposal, "header" | "index">): string =>
  column.header || `(${column.index + 1})`;

export interface CorrectionHeader {
  /** Import the rows are of. */
  readonly importId: string;
  /** Index of the header record. */
  readonly record: number;
  readonly lineColumn: number;
  readonly cells: readonly string[];
}

/** The header of a workbook of corrections among the first records of a file; null when it is another file. */
export function findCorrectionHeader(sample: readonly (readonly string[])[]): CorrectionHeader | null {
  for (const [record, cells] of sample.slice(0, 20).entries()) {
    for (const [lineColumn, cell] of cells.entries()) {
      const importId = LINE_HEADER.exec(plain(cell))?.[1]?.toLowerCase();
      if (importId !== undefined) return { importId, record, lineColumn, cells };
    }
  }
  return null;
}

/**
 * For each column of the list its place in the corrected file, or null where the file no longer has it. Columns with the
 * same header are matched in their order.
 */
export function columnsInCorrection(
  columns: readonly Pick<ColumnProposal, "header" | "index">[],
  { cells }: CorrectionHeader,
): (number | null)[] {
  const places = new Map<string, number[]>();
  for (const [place, cell] of cells.entries()) {
    const header = plain(cell);
    if (OWN_HEADER.test(header)) continue;
    places.set(header, [...(places.get(header) ?? []), place]);
  }
  return columns.map((column) => places.get(plain(correctionHeader(column)))?.shift() ?? null);
}
