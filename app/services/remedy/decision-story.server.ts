import type { Database, Scope } from "../../../db/database";
import { numbersOf } from "../../../db/queries/merges";
import { supplierDecisions } from "../../../db/queries/remedy";
import type { SupplierDecision } from "../../../db/schema/remedy";
import { can } from "../../lib/permissions";

/** A decision about a supplier as its history tells it. */
export interface SupplierDecisionEvent {
  readonly at: Date;
  readonly who: string | null;
  readonly kind: "supplier-decided" | "supplier-proposed" | "supplier-confirmed" | "supplier-refused";
  readonly decision: SupplierDecision;
  readonly reason: string;
}

/** Decisions to buy, hold or leave, with their second person; none for who may not know of them. */
export async function decisionStory(db: Database, scope: Scope, supplierNo: number): Promise<SupplierDecisionEvent[]> {
  if (!can(scope.role, "action:read")) return [];
  const found = await supplierDecisions(db, scope, await numbersOf(db, scope, supplierNo));
  return found.flatMap((one): SupplierDecisionEvent[] => {
    const { decision, reason, proposedAt, proposedByName, confirmedAt, confirmedByName, refusedReason } = one;
    const first = { at: proposedAt, who: proposedByName, decision, reason };
    // Who decided alone did so in one step.
    const waited = one.state === "proposed" || (confirmedAt !== null && confirmedAt.getTime() !== proposedAt.getTime());
    if (!waited) return [{ ...first, kind: "supplier-decided" }];
    const second = { at: confirmedAt ?? proposedAt, who: confirmedByName, decision };
    return [
      { ...first, kind: "supplier-proposed" },
      ...(confirmedAt === null
        ? []
        : refusedReason === null
          ? [{ ...second, kind: "supplier-confirmed" as const, reason: "" }]
          : [{ ...second, kind: "supplier-refused" as const, reason: refusedReason }]),
    ];
  });
}
