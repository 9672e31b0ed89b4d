import { Problem } from "../../lib/problem";
import { reference, type ReferenceRow } from "../../lib/reference.server";

export type CommitmentRow = ReferenceRow<"commitments">;

/** A row by its id. @throws Problem `commitment.not-found` (404). */
export function requireRow(id: string): CommitmentRow {
  const row = reference()
    .table("commitments")
    .find((one) => one.id === id);
  if (!row) throw new Problem("commitment.not-found", "The table of commitments has no row of that id.", { id }, 404);
  return row;
}
