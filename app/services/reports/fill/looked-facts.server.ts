import type { Database, Scope } from "../../../../db/database";
import { countCandidates } from "../../../../db/queries/screening";
import { code, count, share } from "../../../reports/model";
import type { Filled } from "../../../reports/template";
import type { OverviewView } from "../../overview/overview.server";
import { answersOfList } from "./outside-answers.server";

/** Suppliers of the list of whom somebody answered something that a report may tell. */
export const askedShare = async (
  db: Database,
  scope: Scope,
  { numbers, generation }: OverviewView,
): Promise<Filled> => {
  const { lines } = await answersOfList(db, scope, generation.no);
  return { values: [share(lines.length, numbers.suppliers)] };
};

/** Pairs with entries of lists that people decided, by what they decided; those that wait are told, too. */
export const listMatches = async (db: Database, scope: Scope): Promise<Filled> => {
  const counts = await countCandidates(db, scope);
  const told = (["match", "not-match", "cannot-tell", "open", "proposed"] as const).flatMap((state) =>
    counts[state] ? [code("match-state", state), count(counts[state])] : [],
  );
  return { values: told.length === 0 ? [count(0)] : told };
};
