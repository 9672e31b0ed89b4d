/** Measures made of findings, decisions, repayments and checks. Pure; what is unknown is never counted as done. */
import type { AccessClass } from "../../db/schema/findings";
import { groupBy } from "../lib/group-by";
import { sums, within, type Period } from "./count";
import { NOT_MEASURED, type Further, type Measured, type RecordLink } from "./measures";

/** An alert with the days on which something was known or done; days are `YYYY-MM-DD`, null: not yet, or not told. */
export interface Alert {
  readonly findingId: string;
  /** Who may read of the finding. */
  readonly accessClass: AccessClass;
  readonly supplierNo: number;
  readonly supplier: string;
  /** The day of the source. */
  readonly knownOn: string;
  /** The day it was recorded here. */
  readonly recordedOn: string;
  /** A person said whether it stands. */
  readonly assessedOn: string | null;
  readonly isRejected: boolean;
  /** A decision about the supplier after it, and which. */
  readonly decidedOn: string | null;
  readonly decision: string | null;
  /** An action that hangs on it was begun. */
  readonly protectedOn: string | null;
}

const further = (what: Further["what"], number: number): Further[] => (number === 0 ? [] : [{ what, number }]);

/** Does the purchase go on? Null: nobody decided. */
export const goesOn = ({ decision }: Pick<Alert, "decision">): boolean | null =>
  decision === null ? null : decision === "buy" || decision === "conditions";

/** Was it assessed, decided and followed by protection? */
export const isWhole = ({ assessedOn, decidedOn, protectedOn }: Alert): boolean =>
  assessedOn !== null && decidedOn !== null && protectedOn !== null;

/** Alerts recorded in the period and not rejected that were assessed, decided and followed by protection. */
export function alerts(all: readonly Alert[], period: Period): Measured {
  const told = all.filter(({ recordedOn }) => within(period, recordedOn));
  if (told.length === 0) return NOT_MEASURED;
  const standing = told.filter(({ isRejected }) => !isRejected);
  const whole = standing.filter(isWhole);
  return {
    numerator: whole.length,
    denominator: standing.length,
    amounts: [],
    further: [
      ...further("rejected", told.length - standing.length),
      ...further("goes-on", standing.filter((one) => goesOn(one) === true).length),
    ],
    records: standing.map(({ findingId, supplier }): RecordLink => ({ kind: "finding", id: findingId, name: supplier })), // prettier-ignore
  };
}

/** A group of workers with a ledger, and how the buyer is involved by the action it hangs on. */
export interface Owed {
  readonly groupId: string;
  readonly name: string;
  /** Null: no action, or it is not known. */
  readonly ownPart: boolean | null;
  readonly borneBy: string;
  readonly currency: string;
  readonly owed: bigint;
  readonly paid: bigint;
}

/** Repayments for harm that the buyer caused or contributed to, and of which it bears a part: the whole ledger. */
export function ownRepayment(all: readonly Owed[]): Measured {
  const unclear = all.filter(({ ownPart }) => ownPart === null).length;
  const told = all.filter(({ ownPart }) => ownPart !== null);
  if (told.length === 0) return { ...NOT_MEASURED, further: further("unclear", unclear) };
  const own = told.filter(({ ownPart }) => ownPart === true);
  const bears = own.filter(({ borneBy }) => borneBy === "buyer" || borneBy === "shared");
  const alone = all.filter(({ borneBy }) => borneBy === "buyer");
  return {
    numerator: bears.length,
    denominator: own.length,
    amounts: [
      ...sums("owed", alone.map(({ owed, currency }) => ({ amount: owed, currency }))),
      ...sums("paid", alone.map(({ paid, currency }) => ({ amount: paid, currency }))),
    ], // prettier-ignore
    further: further("unclear", unclear),
    records: own.map(({ groupId, name }): RecordLink => ({ kind: "repayment", id: groupId, name })),
  };
}

/** A supplier that was left, or a contract that was ended. */
export interface Exit {
  readonly on: string;
  readonly supplier: string;
  /** Null: a contractor that is no supplier here. */
  readonly supplierNo: number | null;
  /** Null: the supplier was left, and the decision says so. */
  readonly contractId: string | null;
  /** What it does to workers was written down. */
  readonly assessed: boolean;
}

/**
 * Exits of the period with an assessment of what they did to workers. The decision to leave a supplier and the ends of its contracts
 * are one exit of the day of the decision, assessed by what is written in any of them: a contract that ends in the period after a
 * decision before it is none of the period. Without such a decision each contract is one of its own.
 */
export function exits(all: readonly Exit[], period: Period): Measured {
  const leftBefore = new Set(
    all.flatMap(({ on, contractId, supplierNo }) => (contractId === null && on < period.from ? [supplierNo] : [])),
  );
  const told = all.filter(({ on, supplierNo }) => within(period, on) && (supplierNo === null || !leftBefore.has(supplierNo))); // prettier-ignore
  if (told.length === 0) return NOT_MEASURED;
  const left = new Set(told.flatMap(({ contractId, supplierNo }) => (contractId === null ? [supplierNo] : [])));
  const one = groupBy(told, (exit) => (exit.supplierNo !== null && left.has(exit.supplierNo) ? exit.supplierNo : exit));
  return {
    numerator: [...one.values()].filter((parts) => parts.some(({ assessed }) => assessed)).length,
    denominator: one.size,
    amounts: [],
    further: [],
    records: told.flatMap(({ contractId, supplier }): RecordLink[] => (contractId === null ? [] : [{ kind: "contract", id: contractId, name: supplier }])), // prettier-ignore
  };
}

/** A bidder of a lot that was awarded or is about to be. */
export interface BidderAtAward {
  readonly checkId: string;
  readonly name: string;
  /** The day its check at the award was opened; without one the first at the award of its lot, else the day the contract began. */
  readonly openedOn: string;
  /** What it does against trafficking was looked at, and the check filed before a contract began. */
  readonly examined: boolean;
}

/** Bidders whose preventive measures were looked at before the award. */
export function bidders(all: readonly BidderAtAward[], period: Period): Measured {
  const told = all.filter(({ openedOn }) => within(period, openedOn));
  if (told.length === 0) return NOT_MEASURED;
  return {
    numerator: told.filter(({ examined }) => examined).length,
    denominator: told.length,
    amounts: [],
    further: [],
    records: told.map(({ checkId, name }): RecordLink => ({ kind: "check", id: checkId, name })),
  };
}
