import { code, count, share } from "../../../reports/model";
import type { Filled } from "../../../reports/template";
import type { SharedFacts } from "./shared-facts.server";

/** Suppliers of the list of whom an answer that a report may tell is recorded, whoever gave it. */
export const askedShare = async (shared: SharedFacts): Promise<Filled> => {
  const [list, answers] = await Promise.all([shared.list(), shared.answers()]);
  return { values: list && answers && [share(answers.lines.length, list.numbers.suppliers)] };
};

/** Pairs with entries of lists that people decided, by what they decided; those that wait are told, too. */
export const listMatches = async ({ pairs }: SharedFacts): Promise<Filled> => {
  const counts = await pairs();
  const told = (["match", "not-match", "cannot-tell", "open", "proposed"] as const).flatMap((state) =>
    counts[state] ? [code("match-state", state), count(counts[state])] : [],
  );
  return { values: told.length === 0 ? [count(0)] : told };
};
