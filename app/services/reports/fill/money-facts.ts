/** What workers are owed by the ledger, for each currency. Pure. */
import { money, text, type Cell, type Value } from "../../../reports/model";
import type { Filled } from "../../../reports/template";
import type { AmountsShown, CountedGroup } from "../../remedy/ledgers.server";
import { shownTotals } from "../../remedy/ledgers.server";

/** Currency, owed, paid, confirmed. */
const moneyRow = ({ currency, owed, paid, confirmed }: AmountsShown): Cell[] => [
  text(currency),
  money(owed, currency),
  money(paid, currency),
  money(confirmed, currency),
];

/**
 * The sums of groups as a table of that id; untold where there is no group, which is not the same as nothing owed.
 * @param untold values that stand beside it: how many groups cannot be told.
 */
export function moneyFilled(
  table: string,
  groups: readonly CountedGroup[],
  to: string,
  untold: readonly Value[] = [],
): Filled {
  const totals = shownTotals(groups, to);
  if (totals.length === 0) return { values: untold.length === 0 ? null : untold };
  return { values: untold, tables: { [table]: { rows: totals.map(moneyRow) } } };
}
