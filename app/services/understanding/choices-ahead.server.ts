import { choicesTo, plus, type Sum } from "../../groups/settlement";
import { settledPayees, type GroupChoice } from "./choices.server";
import { sharesOf, type CountedList, type Shares } from "./counted-list.server";

/** Share of spend that a person is led to: the goal of a first afternoon. */
const GOAL = 0.9;

export interface ChoicesAhead {
  /** Further decisions, one a group and the largest first, to nine tenths. */
  readonly choices: number;
  /** Groups among them that do not say what is bought, and hold several payees. */
  readonly mixed: number;
  /** As `choices`, with the payees of every mixed group decided one by one; null when the kept payees do not lead there. */
  readonly payeeByPayee: number | null;
}

const shareIn = ({ spendShare, rowShare }: Shares) => spendShare ?? rowShare;

/** A group that one decision may not fit: neither its text nor most of its rows say what is bought, and several were paid. */
const isMixed = ({ suppliers, proposal: { sector, notSeller } }: GroupChoice) =>
  suppliers > 1 && sector === null && notSeller === null;

/** How many decisions lead to nine tenths of the spend; null when one for each group does not. `groups`: all that are open. */
export function choicesAhead(list: CountedList, groups: readonly GroupChoice[], settled: Shares): ChoicesAhead | null {
  const done = shareIn(settled);
  const choices = choicesTo(GOAL, done, groups.map(shareIn));
  if (choices === null) return null;
  const mixed = groups
    .toSorted((a, b) => shareIn(b) - shareIn(a))
    .slice(0, choices)
    .filter(isMixed).length;
  if (mixed === 0) return { choices, mixed, payeeByPayee: choices };
  const clear = groups.filter((group) => !isMixed(group)).map(shareIn);
  const payees = payeeShares(list, new Set(groups.filter(isMixed).map(({ key }) => key)));
  return { choices, mixed, payeeByPayee: choicesTo(GOAL, done, [...clear, ...payees]) };
}

/** What deciding each payee of some groups would settle there. */
function payeeShares(list: CountedList, keys: ReadonlySet<string>): number[] {
  const numbers = new Set(list.groups.filter(({ key }) => keys.has(key)).map(({ no }) => no));
  const settled = settledPayees(list);
  return list.payees
    .filter(({ key }) => !settled.has(key))
    .map(({ parts }) => parts.filter(({ group, known }) => !known && numbers.has(group)))
    .filter((parts) => parts.length > 0)
    .map((parts) =>
      shareIn(
        sharesOf(
          parts.reduce<Sum>((sum, part) => plus(sum, part), { rows: 0, amounts: {} }),
          list,
        ),
      ),
    );
}
