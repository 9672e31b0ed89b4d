import { code, count, share, type Value } from "../../../reports/model";
import type { Filled } from "../../../reports/template";
import type { SharedFacts, ToldPairs } from "./shared-facts.server";

/** Suppliers of the list of whom an answer that a report may tell is recorded, whoever gave it. */
export const askedShare = async (shared: SharedFacts): Promise<Filled> => {
  const [list, answers] = await Promise.all([shared.list(), shared.answers()]);
  return { values: list && answers && [share(answers.lines.length, list.numbers.suppliers)] };
};

/** How many pairs are in no count, because nothing tells where they stood at the end of the period; nothing where none is. Pure. */
export const pairsLeftOut = ({ untold }: ToldPairs): Value[] =>
  untold === 0 ? [] : [code("left-out", `matches/${untold}`)];

/** Pairs with entries of lists that people decided, by what they decided; those that wait are told, too. */
export const listMatches = async ({ list, pairs }: SharedFacts): Promise<Filled> => {
  if ((await list()) === null) return { values: null };
  const found = await pairs();
  const { counts } = found;
  const told = (["match", "not-match", "cannot-tell", "open", "proposed"] as const).flatMap((state) =>
    counts[state] ? [code("match-state", state), count(counts[state])] : [],
  );
  const untold = pairsLeftOut(found);
  return { values: told.length + untold.length === 0 ? [count(0)] : [...told, ...untold] };
};
