/** From facts to the measures: numerator, denominator, amounts. Pure; what is unknown is never counted as done. */
import type { EntryOf } from "./entries";
import { NOT_MEASURED, type Amount, type Further, type Measured, type RecordLink } from "./measures";

/** First and last day. */
export interface Period {
  readonly from: string;
  readonly to: string;
}
export const within = ({ from, to }: Period, day: string): boolean => day >= from && day <= to;

/** A contract that ran in the period, with what is known of it. */
export interface ContractOf {
  readonly id: string;
  readonly name: string;
  /** Null: nobody told anything. */
  readonly facts: EntryOf<"contract">["contents"] | null;
  /** The floor as worked out of the contract itself, else in its check; null: it was not. `gap` below zero: the price does not pay for the hours. */
  readonly floor: { readonly gap: bigint; readonly currency: string } | null;
  /** Its terms say that the employer pays for recruitment. */
  readonly clause: boolean;
}

const further = (what: Further["what"], number: number): Further[] => (number === 0 ? [] : [{ what, number }]);
const contractLink = ({ id, name }: ContractOf): RecordLink => ({ kind: "contract", id, name });

/** Sums for each currency, those without an amount left out. */
export function sums(
  what: Amount["what"],
  all: readonly { readonly amount: bigint; readonly currency: string }[],
): Amount[] {
  const by = new Map<string, bigint>();
  for (const { amount, currency } of all) by.set(currency, (by.get(currency) ?? 0n) + amount);
  return [...by].sort(([a], [b]) => (a < b ? -1 : 1)).map(([currency, amount]) => ({ what, amount, currency }));
}

/** Labour-heavy contracts; null where of no contract it is told whether it is one. */
function heavyOf(contracts: readonly ContractOf[]) {
  const marked = contracts.filter(({ facts }) => facts !== null && facts.labourHeavy !== null);
  const heavy = marked.filter(({ facts }) => facts?.labourHeavy === "yes");
  return { heavy, unmarked: further("unmarked", contracts.length - marked.length), told: marked.length > 0 };
}

/** Labour-heavy contracts whose price was held against the cost of the hours, and by how much some fall short. */
export function labourFloor(contracts: readonly ContractOf[]): Measured {
  const { heavy, unmarked, told } = heavyOf(contracts);
  if (!told) return { ...NOT_MEASURED, further: unmarked };
  const floors = heavy.flatMap(({ floor }) => (floor === null ? [] : [floor]));
  const below = floors.filter(({ gap }) => gap < 0n);
  return {
    numerator: floors.length,
    denominator: heavy.length,
    amounts: sums(
      "gap",
      below.map(({ gap, currency }) => ({ amount: -gap, currency })),
    ),
    further: [...further("below", below.length), ...unmarked],
    records: heavy.map(contractLink),
  };
}

/** Labour-heavy contracts in whose price the cost of recruitment stands. A clause alone is no price; where nobody was recruited there is none to stand there. */
export function employerPays(contracts: readonly ContractOf[]): Measured {
  const { heavy, unmarked, told } = heavyOf(contracts);
  if (!told) return { ...NOT_MEASURED, further: unmarked };
  const asked = heavy.filter(({ facts }) => facts?.recruitment !== "none-recruited");
  const priced = asked.filter(({ facts }) => facts?.recruitment === "priced");
  const costs = priced.flatMap(({ facts }) =>
    facts?.recruitmentCost && facts.currency
      ? [{ amount: BigInt(facts.recruitmentCost), currency: facts.currency }]
      : [],
  );
  return {
    numerator: priced.length,
    denominator: asked.length,
    amounts: sums("recruitment", costs),
    further: [...further("clause", asked.filter(({ clause }) => clause).length), ...unmarked],
    records: asked.map(contractLink),
  };
}

/** Contracts of which it is known how deep work is passed on and through which agencies, and that are not deeper than allowed. */
export function depth(contracts: readonly ContractOf[]): Measured {
  const told = contracts.filter(({ facts }) => facts !== null && (facts.depthKnown !== null || facts.agencies !== null)); // prettier-ignore
  if (told.length === 0) return { ...NOT_MEASURED, further: further("unmarked", contracts.length) };
  const deeper = told.filter(({ facts }) => isBeyond(facts!));
  const within = told.filter(
    ({ facts }) => facts!.depthKnown !== null && facts!.agencies !== null && facts!.depthAllowed !== null && facts!.agenciesAllowed !== null && !isBeyond(facts!), // prettier-ignore
  );
  return {
    numerator: within.length,
    denominator: contracts.length,
    amounts: [],
    further: [...further("deeper", deeper.length), ...further("unmarked", contracts.length - told.length)],
    records: contracts.map(contractLink),
  };
}
const isBeyond = ({ depthKnown, depthAllowed, agencies, agenciesAllowed }: NonNullable<ContractOf["facts"]>): boolean =>
  (depthKnown !== null && depthAllowed !== null && depthKnown > depthAllowed) ||
  (agencies === "named" && agenciesAllowed === "no");

const total = (numbers: readonly number[]): number => numbers.reduce((sum, one) => sum + one, 0);
const entryLink = ({ id, contents }: EntryOf<"orders"> | EntryOf<"payments">): RecordLink => ({ kind: "entry", id, name: contents.source }); // prettier-ignore

/** Invoices paid by their day, of ledgers whose last day lies in the period. */
export function payments(entries: readonly EntryOf<"payments">[], period: Period): Measured {
  const told = entries.filter(({ contents }) => within(period, contents.to));
  if (told.length === 0) return NOT_MEASURED;
  const sum = (of: (one: EntryOf<"payments">["contents"]) => number) => total(told.map(({ contents }) => of(contents)));
  const [only] = told;
  return {
    numerator: sum(({ onTime }) => onTime),
    denominator: sum(({ due }) => due),
    amounts: [],
    further: [
      ...further(
        "unpaid",
        sum(({ unpaid }) => unpaid),
      ),
      ...further(
        "unread",
        sum(({ unread }) => unread),
      ),
      // A middle of middles would be no middle.
      ...(told.length === 1 ? further("late-days", only!.contents.medianLate ?? 0) : []),
    ],
    records: told.map(entryLink),
  };
}

/** Orders that left the supplier the days it needs; orders nobody counted stay out, and are told. */
export const leadTime = (entries: readonly EntryOf<"orders">[], period: Period): Measured =>
  ofOrders(entries, period, ({ kept }) => kept);
/** Orders that were not changed after the last day agreed for it. */
export const lateChanges = (entries: readonly EntryOf<"orders">[], period: Period): Measured =>
  ofOrders(entries, period, ({ changed, orders }) => (changed === null ? null : orders - changed));

function ofOrders(
  entries: readonly EntryOf<"orders">[],
  period: Period,
  wellOf: (one: EntryOf<"orders">["contents"]) => number | null,
): Measured {
  const all = entries.filter(({ contents }) => within(period, contents.to));
  const told = all.filter(({ contents }) => wellOf(contents) !== null);
  const untold = further("uncounted", total(all.filter((one) => !told.includes(one)).map(({ contents }) => contents.orders))); // prettier-ignore
  if (told.length === 0) return { ...NOT_MEASURED, further: untold };
  return {
    numerator: total(told.map(({ contents }) => wellOf(contents)!)),
    denominator: total(told.map(({ contents }) => contents.orders)),
    amounts: [],
    further: untold,
    records: told.map(entryLink),
  };
}

/**
 * Buyers trained at the least: names are not kept, so that those who took part twice cannot be told apart, and the largest
 * training of the period is what is sure; out of the number of buyers told last.
 */
export function training(entries: readonly EntryOf<"training">[], period: Period): Measured {
  const told = entries.filter(({ contents }) => within(period, contents.on));
  const buyers = told.filter(({ contents }) => contents.whom === "buyers");
  const counted = buyers.filter(({ contents }) => contents.outOf !== null).toSorted((a, b) => (a.contents.on < b.contents.on ? -1 : 1)); // prettier-ignore
  const beside = [
    ...further("attended", total(buyers.map(({ contents }) => contents.people))),
    ...further("hours", total(buyers.map(({ contents: { hours, people } }) => (hours ?? 0) * people))),
    ...further("suppliers-attended", total(told.filter(({ contents }) => contents.whom === "suppliers").map(({ contents }) => contents.people))), // prettier-ignore
  ];
  const records = told.map(({ id, contents }): RecordLink => ({ kind: "entry", id, name: contents.what }));
  const last = counted.at(-1);
  if (!last) return { ...NOT_MEASURED, further: beside, records };
  const denominator = last.contents.outOf!;
  const most = Math.max(...counted.map(({ contents }) => contents.people));
  return { numerator: Math.min(most, denominator), denominator, amounts: [], further: beside, records };
}
