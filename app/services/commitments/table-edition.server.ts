import { reference } from "../../lib/reference.server";

/** An edition of the table of commitments: its day, `YYYY-MM-DD`, and the SHA-256 of its text, hex. */
export interface TableEdition {
  readonly day: string;
  readonly sha256: string;
}

/** The edition that this installation brings: recorded with whatever is decided by the table. */
export function tableEdition(): TableEdition {
  const dataset = reference().datasets.find(({ name }) => name === "commitments")!;
  return { day: dataset.retrievedOn ?? dataset.carriedOverOn, sha256: dataset.sha256 };
}
