import type { CellsToEmpty } from "../../files/empty-cells.server";
import { looksPersonal, type PersonalCells } from "../../imports/personal-columns";
import type { MappingProposal } from "../../imports/types";

/** The cells of a list that stay in no copy. */
export const cellsToEmpty = (
  { firstDataRecord, columns: all }: Pick<MappingProposal, "firstDataRecord" | "columns">,
  { columns, registration }: PersonalCells,
): CellsToEmpty => ({
  firstDataRecord,
  width: all.length,
  columns,
  some: registration && { column: registration.column, test: registration.isPersonal },
  anywhere: columns.length > 0 ? looksPersonal : () => false,
});
