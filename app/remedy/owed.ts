/**
 * What a group of workers is owed. Pure, exact.
 *
 * The highest of three: what receipts show, what workers tell, and the median of the corridor. Workers who have left are counted
 * like all others. A legal cap is no input: by the ILO definition of recruitment fees and related costs (2019) no worker bears
 * any of them, capped or not (https://www.ilo.org/publications/general-principles-and-operational-guidelines-fair-recruitment-and-definition).
 */
import type { IsoDate } from "../../risk-models/types";
import { dividedUp } from "./amount";
import { daysFrom } from "./days";

export const BASES = ["receipts", "interviews", "corridor"] as const;
export type BasisKind = (typeof BASES)[number];

/** What one source shows: so much in all, of so many workers (1 for a figure a worker). Ten-thousandths. */
export interface Basis {
  readonly kind: BasisKind;
  readonly amount: bigint;
  readonly workers: number;
}

/** Simple interest: percent a year in ten-thousandths of a percent, from a day to a day. */
export interface Interest {
  readonly percent: bigint;
  readonly from: IsoDate;
  readonly to: IsoDate;
}

export interface Owed {
  /** Each basis for the whole group, in the order of BASES. */
  readonly bases: readonly { readonly kind: BasisKind; readonly amount: bigint }[];
  /** The highest; null when nothing is known. Of two alike the first in the order of BASES. */
  readonly basis: BasisKind | null;
  readonly principal: bigint;
  readonly interest: bigint;
  readonly total: bigint;
}

/** A basis for all workers: amount × group ÷ workers it is about, rounded up. Those it is not about count as the average. */
export const forAll = ({ amount, workers }: Omit<Basis, "kind">, group: number): bigint =>
  dividedUp(amount * BigInt(group), BigInt(Math.max(1, workers)));

const DAYS_OF_A_YEAR = 365n;
/** Ten-thousandths of a percent in the whole. */
const WHOLE = 1_000_000n;

/**
 * Simple interest: principal × percent ÷ 100 × days ÷ 365, rounded up; every day counts alike, also in a leap year
 * (the day count "actual/365 fixed"). 0 when the days are none or the wrong way round. The rate is the user's, with a source:
 * the product holds none.
 */
export function simpleInterest(principal: bigint, { percent, from, to }: Interest): bigint {
  const days = BigInt(Math.max(0, daysFrom(from, to)));
  return dividedUp(principal * percent * days, WHOLE * DAYS_OF_A_YEAR);
}

/** @param workers of the group, those who have left among them. */
export function owedTo(workers: number, bases: readonly Basis[], interest: Interest | null): Owed {
  const each = BASES.flatMap((kind) => {
    const found = bases.find((basis) => basis.kind === kind);
    return found ? [{ kind, amount: forAll(found, workers) }] : [];
  });
  let highest: (typeof each)[number] | null = null;
  for (const one of each) if (highest === null || one.amount > highest.amount) highest = one;
  const principal = highest?.amount ?? 0n;
  const added = interest === null ? 0n : simpleInterest(principal, interest);
  return { bases: each, basis: highest?.kind ?? null, principal, interest: added, total: principal + added };
}

/** The median of figures a worker; the higher of the two middle ones where they are an even number, in favour of workers. */
export function medianOf(figures: readonly bigint[]): bigint | null {
  const sorted = [...figures].sort((a, b) => (a < b ? -1 : a > b ? 1 : 0));
  return sorted[Math.floor(sorted.length / 2)] ?? null;
}
