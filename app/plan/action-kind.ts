/**
 * How to act, never whom to choose: the amount spent and the place of the work say how much a buyer's word weighs. The bounds
 * are judgement; buyers of the category know better.
 */
import type { SupplierRole } from "../../risk-models/types";

export const ACTION_KINDS = ["alone", "with-buyers", "sector-body", "open"] as const;
export type ActionKind = (typeof ACTION_KINDS)[number];

/** Amounts that part a list: the least of its largest fifth, and the middle one. Null: no amounts are known. */
export interface SpendBounds {
  readonly largestFifth: number;
  readonly middle: number;
}

/** Position, in the order of amounts, of the two bounds among `known` suppliers with an amount; null when there are none. */
export const boundPositions = (known: number): { readonly largestFifth: number; readonly middle: number } | null =>
  known === 0 ? null : { largestFifth: Math.ceil(known / 5) - 1, middle: Math.ceil(known / 2) - 1 };

/**
 * Alone: the work is done on our premises, where our own rules hold, or the amount is among the largest fifth. With other
 * buyers: in the larger half. Through a sector body: in the smaller half. Open: the amount is not known.
 */
export function actionKindOf(role: SupplierRole, spend: number | null, bounds: SpendBounds | null): ActionKind {
  if (role === "service-on-our-premises") return "alone";
  if (spend === null || bounds === null) return "open";
  if (spend >= bounds.largestFifth) return "alone";
  return spend >= bounds.middle ? "with-buyers" : "sector-body";
}
