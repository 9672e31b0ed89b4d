import { detailsOf, type Details } from "./schema/register-details";
import type { Tables } from "./schema/tables";

type StoredRow = Tables["registerRows"]["$inferSelect"];

/** A register line with every column by its name. */
export type RegisterRow = Omit<StoredRow, "details"> & Details;

/** A row of the table with its details unpacked. */
export function registerRow({ details, ...row }: StoredRow): RegisterRow {
  return { ...row, ...detailsOf(details) };
}
