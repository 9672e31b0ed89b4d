import { inQuestionOrder } from "../recruitment/questions";
import type { SupplierAsOf } from "../services/readings/supplier-as-of.server";
import { standingOf } from "../services/readings/try-answers";
import { reasonLines } from "./supplier-page.server";

const REASONS = 5;

/** A supplier as of a day as plain values. */
export function plainAsOf(found: SupplierAsOf) {
  if (!found.known) return found;
  const { day } = found;
  const { name, view, readings, list, modelId, decisionsSince, isKept } = found;
  return {
    day,
    known: true as const,
    name,
    list,
    modelId,
    decisionsSince,
    isKept,
    standing: standingOf(view.assessment),
    reasons: reasonLines(view.assessment)
      .slice(0, REASONS)
      .map(({ key, points }) => ({ key, points })),
    answers: inQuestionOrder(readings).map(({ id, what, value, money, validFrom }) => ({
      id,
      what,
      value,
      money,
      validFrom,
    })),
  };
}

export type AsOfView = ReturnType<typeof plainAsOf>;
