import type { IsoDate } from "../../../risk-models/types";
import { Problem } from "../../lib/problem";
import { reference, type ReferenceRow } from "../../lib/reference.server";

export type CommitmentRow = ReferenceRow<"commitments">;

/** The table of commitments as this installation has it: its day and the hash of its text. */
export function catalogueEdition(): { readonly day: IsoDate; readonly sha256: string } {
  const dataset = reference().datasets.find(({ name }) => name === "commitments")!;
  return { day: dataset.retrievedOn ?? dataset.carriedOverOn, sha256: dataset.sha256 };
}

/** A row by its id. @throws Problem `commitment.not-found` (404). */
export function requireRow(id: string): CommitmentRow {
  const row = reference()
    .table("commitments")
    .find((one) => one.id === id);
  if (!row) throw new Problem("commitment.not-found", "The table of commitments has no row of that id.", { id }, 404);
  return row;
}
