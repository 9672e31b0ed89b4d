/** A decision about a supplier as plain values for pages. */
import { z } from "zod";
import type { SignedSupplierDecision } from "../../db/queries/remedy";

const RepaymentsDue = z.array(z.object({ currency: z.string(), owed: z.string(), open: z.string() }));

export const decisionView = (one: SignedSupplierDecision) => ({
  id: one.id,
  supplierId: one.supplierId,
  supplierName: one.supplierName,
  decision: one.decision,
  state: one.state,
  reason: one.reason,
  conditions: one.conditions,
  harm: one.harm,
  tried: one.tried,
  wagesDue: one.wagesDue,
  notice: one.notice,
  ban: [one.banLaw, one.banArticle].filter(Boolean).join(", "),
  repaymentsDue: RepaymentsDue.parse(one.repaymentsDue),
  owner: one.ownerName,
  decidedOn: one.decidedOn,
  nextReviewOn: one.nextReviewOn,
  proposedBy: one.proposedByName,
  proposedAt: one.proposedAt,
  confirmedBy: one.confirmedByName,
  confirmedAt: one.confirmedAt,
  selfConfirmed: one.selfConfirmed,
  refusedReason: one.refusedReason,
});
export type DecisionView = ReturnType<typeof decisionView>;
