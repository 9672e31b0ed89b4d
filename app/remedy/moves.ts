/** What stands first in the follow-up: what is overdue, and whose move it is. Pure. */
import type { IsoDate } from "../../risk-models/types";
import { addMonths, overdueDays } from "./days";
import type { LedgerState } from "./ledger";

/** Who has to do something: the buyer, the supplier, or nobody. */
export type Move = "ours" | "theirs" | "nobody";

export interface ActionTimes {
  readonly state: "planned" | "under-way" | "done" | "verified" | "not-achieved";
  readonly dueOn: IsoDate | null;
  readonly doneOn: IsoDate | null;
  /** Looks for reprisals that were noted. */
  readonly looked: readonly ("reprisal-3" | "reprisal-12")[];
}

/** A supplier works at it until it says it is done; then somebody here looks, or decides what follows from a failure. */
export function moveOfAction({ state }: ActionTimes, dueLook: boolean): Move {
  if (state === "planned" || state === "under-way") return "theirs";
  if (state === "verified") return dueLook ? "ours" : "nobody";
  return "ours";
}

/** Months after the work was done in which to look whether workers suffered for it: a proposal of this product. */
export const LOOKS = [
  ["reprisal-3", 3],
  ["reprisal-12", 12],
] as const;

/** Looks for reprisals that are still to be taken, with their days; none before the work is done. */
export const looksAhead = ({
  doneOn,
  looked,
}: Pick<ActionTimes, "doneOn" | "looked">): { readonly kind: "reprisal-3" | "reprisal-12"; readonly on: IsoDate }[] =>
  doneOn === null
    ? []
    : LOOKS.filter(([kind]) => !looked.includes(kind)).map(([kind, months]) => ({
        kind,
        on: addMonths(doneOn, months),
      }));

/** Days an action is overdue: only while the supplier has not said that it is done. */
export const daysOverdue = ({ state, dueOn }: ActionTimes, today: IsoDate): number =>
  state === "planned" || state === "under-way" ? overdueDays(dueOn, today) : 0;

/** Who moves next in a repayment: what is not counted or not confirmed is ours to settle. */
export const moveOfLedger = (state: LedgerState): Move =>
  state === "confirmed" ? "nobody" : state === "overdue" || state === "due" ? "theirs" : "ours";
