/** A candidate match as pages and decisions take it: what is stored, with its parts typed. */
import type { StoredCandidate } from "../../../db/queries/screening";
import type { MatchAnswer } from "../../matching/types";
import type { ComparedSupplier } from "./compared-facts";
import type { ListEntry } from "../../screening/types";

/** The edition an entry was compared from. */
export interface ComparedList {
  readonly listId: string;
  readonly editionId: string | null;
  readonly title: string;
  readonly publisher: string;
  readonly url: string | null;
  readonly date: string;
  readonly readOn: string;
}

export interface ComparedEntry {
  readonly entry: ListEntry;
  readonly list: ComparedList;
}

export type Candidate = Omit<StoredCandidate, "supplier" | "entry" | "answer"> &
  ComparedEntry & {
    readonly supplier: ComparedSupplier;
    readonly answer: MatchAnswer;
  };

/** Only screenings write these parts. */
export function readCandidate({ supplier, entry, answer, ...row }: StoredCandidate): Candidate {
  return {
    ...row,
    ...(entry as ComparedEntry),
    supplier: supplier as ComparedSupplier,
    answer: answer as MatchAnswer,
  };
}
