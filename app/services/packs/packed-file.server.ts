/** How a list's file was read, and its copy as it may leave the house. */
import path from "node:path";
import { emptyCells } from "../../files/empty-cells.server";
import type { InspectedFile } from "../../files/types";
import { personalCells } from "../../imports/personal-columns";
import type { MappingProposal } from "../../imports/types";
import type { ImportSettings } from "../imports/settings";
import { cellsToEmpty } from "../originals/cells-to-empty";
import type { PackedList } from "./pack-parts.server";

/** Plain JSON: which column is what, and how numbers and days were read; no cell of the file. */
export function mappingOf(file: InspectedFile, proposal: MappingProposal, settings: ImportSettings): object {
  const { columns, mapping, headerRecord, firstDataRecord, numberFormat, dateOrder } = proposal;
  return {
    format: file.format,
    encoding: file.table.encoding,
    delimiter: file.table.delimiter,
    skipBytes: file.table.skipBytes,
    numbering: file.table.numbering,
    sheet: file.sheet,
    headerRecord,
    firstDataRecord,
    columns: columns.map(({ index, header, field, excluded }) => ({ index, header, field, excluded })),
    mapping,
    decimal: numberFormat.decimal,
    dateOrder,
    country: settings.country,
    product: settings.product,
    countryFromAddress: settings.countryFromAddress,
  };
}

/**
 * The copy of a file for a pack, written into a folder of ours: columns of persons and bank accounts and persons' numbers are
 * emptied. Of a workbook the sheet that was read. Null when the file cannot be read to its end.
 */
export function cutCopy(file: InspectedFile, proposal: MappingProposal, workDir: string): PackedList["kept"] {
  const personal = personalCells(proposal);
  const copy = path.join(workDir, "kept");
  const emptied = emptyCells(file.table, copy, cellsToEmpty(proposal, personal));
  if (emptied === null) return null;
  return { path: copy, cut: file.format === "xlsx" || emptied.cells > 0, emptied: personal.headers };
}
