import { DETAILS, detailsOf, packDetails, type Details } from "./schema/register-details";
import type { Tables } from "./schema/tables";

type StoredRow = Tables["registerRows"]["$inferSelect"];

/** A register line with every column by its name. */
export type RegisterRow = Omit<StoredRow, "details"> & Details;

/** A row of the table with its details unpacked. */
export function registerRow({ details, ...row }: StoredRow): RegisterRow {
  return { ...row, ...detailsOf(details) };
}

/** The inverse of `registerRow`: a row as the table stores it. */
export function storedRow(row: RegisterRow): StoredRow {
  const stored: Record<string, unknown> = { ...row };
  for (const name of DETAILS) delete stored[name];
  return { ...(stored as Omit<StoredRow, "details">), details: packDetails(DETAILS.map((name) => row[name])) };
}
