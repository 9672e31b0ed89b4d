import { Problem } from "../lib/problem";

const filled = (record: readonly string[]) => record.filter((cell) => cell.trim() !== "");

/** A number, date, share or code: something a header does not say. */
const looksLikeData = (cell: string) => {
  const digits = cell.replace(/\D/g, "").length;
  return digits > 0 && digits * 2 >= cell.replace(/\s/g, "").length;
};

/**
 * Refuses a table that ends with its header: one record of texts, with nothing but titles of one cell above it.
 *
 * @param records all records of the table that are not blank; at least one
 * @throws Problem `file.form-without-data`
 */
export function refuseFormWithoutData(records: readonly (readonly string[])[]): void {
  const last = records.at(-1);
  if (!last) return;
  const cells = filled(last);
  const onlyTitlesAbove = records.slice(0, -1).every((record) => filled(record).length <= 1);
  const isHeader = records.length === 1 ? !cells.some(looksLikeData) : cells.length > 2 && !cells.some(looksLikeData);
  if (!onlyTitlesAbove || !isHeader) return;
  throw new Problem(
    "file.form-without-data",
    "This is a form without data: it has a header, and no rows below it. Fill in the suppliers, one a row, and upload it again.",
    {},
    422,
  );
}
