import { z } from "zod";
import type { Database, Scope } from "../../db/database";
import { inQuestionOrder } from "../recruitment/questions";
import { dayOf } from "../services/scoring/assessor.server";
import { supplierAsOf, type SupplierAsOf } from "../services/readings/supplier-as-of.server";
import { standingOf } from "../services/readings/try-answers";
import { reasonLines } from "./supplier-page.server";

const REASONS = 5;

/** A supplier as of the day an address names, as plain values; null when it names none, or one to come. */
export async function asOfView(db: Database, scope: Scope, supplierId: string, on: string | null) {
  const day = z.iso.date().safeParse(on).data;
  if (day === undefined || day > dayOf(new Date())) return null;
  return plainAsOf(await supplierAsOf(db, scope, supplierId, day));
}

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
export type AsOfView = NonNullable<Awaited<ReturnType<typeof asOfView>>>;
