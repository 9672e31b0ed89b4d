/** What a page says after something was done, once: where it can be taken back, with the way to do so. */
export const TOLD = [
  "list-published",
  "list-undone",
  "list-discarded",
  "decision-undone",
  "decisions-undone",
  "plan-in",
  "plan-out",
  "plan-accepted",
  "plan-discarded",
  "outcome-noted",
  "model-changing",
  "view-saved",
  "view-shared",
  "view-replaced",
  "view-deleted",
  "view-undone",
  "row-added",
  "row-withdrawn",
  "row-restored",
  "match-decided",
  "finding-recorded",
  "finding-changed",
  "action-recorded",
  "action-changed",
  "repayment-recorded",
  "repayment-changed",
  "supplier-decided",
  "supplier-answered",
] as const;
export type ToldWhat = (typeof TOLD)[number];

export interface Told {
  readonly what: ToldWhat;
  /** The public id of what it was done to, or the number of the event; "" where nothing is asked of it. */
  readonly of: string;
  /** Tells this time from the next. */
  readonly at: string;
}

const UNDOABLE = [
  "list-published",
  "plan-in",
  "plan-out",
  "view-saved",
  "view-shared",
  "view-replaced",
  "view-deleted",
  "row-added",
  "row-withdrawn",
] as const satisfies readonly ToldWhat[];
export type Undoable = (typeof UNDOABLE)[number];
export const isUndoable = (what: ToldWhat): what is Undoable => (UNDOABLE as readonly ToldWhat[]).includes(what);
