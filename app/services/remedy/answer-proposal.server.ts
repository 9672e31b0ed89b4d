import { and, eq } from "drizzle-orm";
import { event } from "../../../db/audit-events";
import type { Database, Scope } from "../../../db/database";
import { familyOf } from "../../../db/queries/merges";
import { findSupplierDecision, supplierDecisions } from "../../../db/queries/remedy";
import { isAloneWith } from "../accounts/alone.server";
import { Problem } from "../../lib/problem";
import { replacing } from "./decide-supplier.server";
import { fit, orChanged, words } from "./shared.server";

export interface Answer {
  readonly decisionId: string;
  readonly answer: "confirm" | "refuse";
  /** Why it is refused. */
  readonly reason: string;
}

/**
 * A second person confirms a proposal to hold or leave, or refuses it with a reason. Who proposed it may take it back so, and
 * confirms it only where there is nobody else.
 * @throws Problem `decision.not-found` (404), `decision.not-proposed` (409), `decision.second-person` (403),
 *   `decision.reason` (422), `remedy.changed` (409).
 */
export async function answerProposal(
  db: Database,
  scope: Scope,
  { decisionId, answer, reason: given }: Answer,
  now: Date,
): Promise<void> {
  const found = await findSupplierDecision(db, scope, decisionId);
  if (!found) throw new Problem("decision.not-found", "There is no such decision in this workspace.", {}, 404);
  if (found.state !== "proposed")
    throw new Problem("decision.not-proposed", "This decision does not wait for anybody any more.", {}, 409);
  const reason = fit(words(1000), given);
  const { supplierDecisions: d } = db.t;
  const at = and(eq(d.id, decisionId), eq(d.workspaceNo, scope.workspaceNo), eq(d.version, found.version));
  const { supplierId, decision } = found;
  const next = { version: found.version + 1 };
  if (answer === "refuse") {
    if (reason === "") throw new Problem("decision.reason", "Say why the proposal is refused.", {}, 422);
    await db
      .commit(scope, event("supplier.decision-refused", { decisionId, supplierId, decision, reason }), (q) => [
        {
          write: q
            .update(d)
            .set({ ...next, state: "refused", refusedReason: reason, confirmedBy: scope.userId, confirmedAt: now })
            .where(at),
          rows: 1,
        },
      ]) // prettier-ignore
      .catch(orChanged);
    return;
  }
  const selfConfirmed = found.proposedBy === scope.userId;
  if (selfConfirmed && !(await isAloneWith(db, scope, "action:verify")))
    throw new Problem("decision.second-person", "You proposed this. Another member has to confirm it.", {}, 403);
  const others = await supplierDecisions(db, scope, await familyOf(db, scope, found.supplierNo));
  await db
    .commit(scope, event("supplier.decision-confirmed", { decisionId, supplierId, decision, selfConfirmed }), (q) => [
      ...others.filter(({ state }) => state === "in-force").map((one) => replacing(db, q, scope, one)),
      {
        write: q
          .update(d)
          .set({ ...next, state: "in-force", confirmedBy: scope.userId, confirmedAt: now, selfConfirmed })
          .where(at),
        rows: 1,
      },
    ]) // prettier-ignore
    .catch(orChanged);
}
