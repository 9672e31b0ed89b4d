/** What is settled of a list, computed at once from what its groups add up to and the decisions in force. Exact. */
import { settles, type Decision, type DecisionScope } from "./decision";

/** Whole ten-thousandths by currency; "" where the file does not say. */
export type Amounts = Readonly<Record<string, bigint>>;

export interface Sum {
  readonly rows: number;
  readonly amounts: Amounts;
}

export interface CountedGroup {
  readonly no: number;
  readonly key: string;
  /** Rows of which nobody said what is bought. */
  readonly open: Sum;
  /** Rows whose sector the list states. */
  readonly known: Sum;
  /** Rows set aside by the check. */
  readonly aside: Sum;
}

export interface CountedPayee {
  readonly key: string;
  readonly parts: readonly (Sum & { readonly group: number; readonly known: boolean })[];
}

export interface InForce {
  readonly scope: DecisionScope;
  readonly key: string;
  readonly decision: Decision;
}

/** The parts of a list; together they are all its rows but those left out. */
export interface Settlement {
  /** A decision says what is bought. */
  readonly decided: Sum;
  /** A decision says that nothing is bought. */
  readonly notSellers: Sum;
  readonly aside: Sum;
  readonly known: Sum;
  readonly open: Sum;
  readonly total: Sum;
  /** Open rows of each group that no decision settles, by its number. */
  readonly openOf: ReadonlyMap<number, Sum>;
  /** What each decision settles, by scope and key (`settledKey`). */
  readonly settledBy: ReadonlyMap<string, Sum>;
}

export const settledKey = ({ scope, key }: Pick<InForce, "scope" | "key">) => `${scope} ${key}`;

const NOTHING: Sum = { rows: 0, amounts: {} };

export function plus(a: Sum, b: Sum, sign: 1 | -1 = 1): Sum {
  const amounts: Record<string, bigint> = { ...a.amounts };
  for (const [currency, amount] of Object.entries(b.amounts))
    amounts[currency] = (amounts[currency] ?? 0n) + (sign === 1 ? amount : -amount);
  return { rows: a.rows + sign * b.rows, amounts };
}

/** Decisions about payees go before those about groups: a payee's rows count for its own decision. */
export function settlementOf(
  groups: readonly CountedGroup[],
  payees: readonly CountedPayee[],
  decisions: readonly InForce[],
): Settlement {
  const settling = decisions.filter(({ decision }) => settles(decision));
  const of = (scope: DecisionScope) =>
    new Map(settling.filter((one) => one.scope === scope).map((one) => [one.key, one]));
  const [byGroup, byPayee] = [of("group"), of("payee")];
  const parts = { decided: NOTHING, notSellers: NOTHING, aside: NOTHING, known: NOTHING, open: NOTHING };
  const settledBy = new Map<string, Sum>();
  const openOf = new Map<number, Sum>();
  const rest = new Map(groups.map(({ no, open, known }) => [no, { open, known }]));
  const settle = (one: InForce, sum: Sum) => {
    const name = one.decision.notSeller === undefined ? "decided" : "notSellers";
    parts[name] = plus(parts[name], sum);
    settledBy.set(settledKey(one), plus(settledBy.get(settledKey(one)) ?? NOTHING, sum));
  };
  for (const { key, parts: own } of payees) {
    const one = byPayee.get(key);
    if (!one) continue;
    for (const part of own) {
      const group = rest.get(part.group);
      if (!group) continue;
      const name = part.known ? "known" : "open";
      rest.set(part.group, { ...group, [name]: plus(group[name], part, -1) });
      settle(one, part);
    }
  }
  for (const { no, key, aside } of groups) {
    const { open, known } = rest.get(no)!;
    parts.aside = plus(parts.aside, aside);
    const one = byGroup.get(key);
    if (one) {
      settle(one, plus(open, known));
      continue;
    }
    parts.known = plus(parts.known, known);
    parts.open = plus(parts.open, open);
    if (open.rows > 0) openOf.set(no, open);
  }
  const total = Object.values(parts).reduce((sum, part) => plus(sum, part), NOTHING);
  return { ...parts, total, openOf, settledBy };
}

/** The currency most rows are in, as far as groups tell; a tie goes to the first code. "" when the file does not say. */
export function mainCurrencyOf(groups: readonly CountedGroup[]): string {
  const rows = new Map<string, number>();
  for (const { open, known, aside } of groups)
    for (const part of [open, known, aside])
      for (const currency of Object.keys(part.amounts)) rows.set(currency, (rows.get(currency) ?? 0) + part.rows);
  return [...rows].sort(([a, x], [b, y]) => y - x || (a < b ? -1 : 1))[0]?.[0] ?? "";
}

/** Share of a whole in one currency; null where there is no whole above zero. Credit notes count against what they correct. */
export function shareOf(part: Amounts, whole: Amounts, currency: string): number | null {
  const all = whole[currency] ?? 0n;
  if (all <= 0n) return null;
  return Number(((part[currency] ?? 0n) * 1_000_000n) / all) / 1_000_000;
}

/** Compares two sums for an order: most spend in the currency first, then most rows. */
export const bySpend =
  (currency: string) =>
  (a: Sum, b: Sum): number => {
    const [x, y] = [a.amounts[currency] ?? 0n, b.amounts[currency] ?? 0n];
    return x === y ? b.rows - a.rows : x > y ? -1 : 1;
  };

/** How many of these choices, largest first, bring what is settled from `settled` to `goal` (shares of spend). Null: all of them do not. */
export function choicesTo(goal: number, settled: number, shares: readonly number[]): number | null {
  let reached = settled;
  let choices = 0;
  for (const share of shares.toSorted((a, b) => b - a)) {
    if (reached >= goal) break;
    if (share <= 0) break;
    reached += share;
    choices++;
  }
  return reached >= goal ? choices : null;
}
