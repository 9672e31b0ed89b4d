import { and, eq } from "drizzle-orm";
import { z } from "zod";
import { event } from "../../../db/audit-events";
import type { Database, Queries, Scope, Step } from "../../../db/database";
import { newId } from "../../../db/ids";
import { numbersOf } from "../../../db/queries/merges";
import { supplierDecisions } from "../../../db/queries/remedy";
import { SUPPLIER_DECISIONS } from "../../../db/schema/remedy";
import { isAloneWith } from "../accounts/alone.server";
import { Problem } from "../../lib/problem";
import { asksSecond } from "../../remedy/in-force";
import { dayOf } from "../scoring/assessor.server";
import { dueTo } from "./ledgers.server";
import { checkOwner, checkPast, Day, fit, needed, supplierOf, words } from "./shared.server";

/** What a person decides about a supplier. */
export const SupplierDecisionFacts = z.strictObject({
  decision: z.enum(SUPPLIER_DECISIONS),
  reason: needed(2000),
  conditions: words(2000),
  harm: words(2000),
  tried: words(2000),
  wagesDue: words(1000),
  notice: words(300),
  banLaw: words(300),
  banArticle: words(100),
  ownerId: needed(40),
  decidedOn: Day,
  nextReviewOn: Day,
});
export type SupplierDecisionFacts = z.infer<typeof SupplierDecisionFacts>;

/**
 * Is everything there that this decision needs? Pure.
 * @throws Problem `decision.conditions`, `decision.ban`, `decision.harm`, `decision.tried`, `decision.wages`, `decision.notice`,
 *   `decision.review` (422).
 */
export function checkDecision(facts: SupplierDecisionFacts): void {
  if (facts.nextReviewOn <= facts.decidedOn)
    throw new Problem("decision.review", "The next review has to be after the day of the decision.", {}, 422);
  if (facts.decision === "conditions" && facts.conditions === "")
    throw new Problem("decision.conditions", "Say on which conditions you buy.", {}, 422);
  if ((facts.banLaw === "") !== (facts.banArticle === ""))
    throw new Problem("decision.ban", "Name both the law and its article, or neither.", {}, 422);
  if (!asksSecond(facts)) return;
  if (facts.harm === "") throw new Problem("decision.harm", "Say what leaving would do to the workers.", {}, 422);
  if (facts.tried === "") throw new Problem("decision.tried", "Say what was tried before.", {}, 422);
  if (facts.wagesDue === "")
    throw new Problem(
      "decision.wages",
      "Say what workers are owed in wages and repayments, or that nothing is known.",
      {},
      422,
    );
  if (facts.notice === "") throw new Problem("decision.notice", "Say how long the notice is.", {}, 422);
}

/**
 * Records a decision about a supplier. Buying counts at once, and so does what a named law bans; `hold` and `exit` wait for a second
 * person, or count at once where there is nobody else, which is kept and printed. It replaces what was in force or proposed for the supplier.
 * @returns its id. @throws Problem as `supplierOf`, `checkOwner` and `checkDecision`, `remedy.day-ahead` (422).
 */
export async function decideSupplier(
  db: Database,
  scope: Scope,
  { supplierId, facts: given }: { readonly supplierId: string; readonly facts: SupplierDecisionFacts },
  now: Date,
): Promise<string> {
  const supplier = await supplierOf(db, scope, supplierId);
  const facts = fit(SupplierDecisionFacts, given);
  checkDecision(facts);
  checkPast(facts.decidedOn, dayOf(now));
  await checkOwner(db, scope, facts.ownerId);
  const nos = await numbersOf(db, scope, supplier.supplierNo);
  const [repaymentsDue, before, alone] = await Promise.all([
    dueTo(db, scope, nos, dayOf(now)),
    supplierDecisions(db, scope, nos),
    isAloneWith(db, scope, "action:verify"),
  ]);
  const id = newId(now);
  const waits = asksSecond(facts);
  const selfConfirmed = waits && alone;
  const state = waits && !alone ? ("proposed" as const) : ("in-force" as const);
  const record = { ...facts, repaymentsDue };
  const told = { decisionId: id, supplierId: supplier.supplierId, decision: facts.decision, state, record };
  const { supplierDecisions: d } = db.t;
  // A proposal leaves what is in force as it is until it is confirmed.
  const replaced = before.filter(
    (one) => one.state === "proposed" || (state === "in-force" && one.state === "in-force"),
  );
  await db.commit(scope, event("supplier.decided", told), (q) => [
    ...replaced.map((one) => replacing(db, q, scope, one)),
    q.insert(d).values({
      id,
      workspaceNo: scope.workspaceNo,
      ...supplier,
      ...record,
      state,
      proposedBy: scope.userId,
      proposedAt: now,
      confirmedBy: selfConfirmed ? scope.userId : null,
      confirmedAt: selfConfirmed ? now : null,
      selfConfirmed,
    }),
  ]);
  return id;
}

/** The write that ends a decision because of a newer one. */
export function replacing(
  db: Database,
  q: Queries,
  scope: Pick<Scope, "workspaceNo">,
  { id, version }: { readonly id: string; readonly version: number },
): Step {
  const { supplierDecisions: d } = db.t;
  return {
    write: q
      .update(d)
      .set({ state: "replaced", version: version + 1 })
      .where(and(eq(d.id, id), eq(d.workspaceNo, scope.workspaceNo), eq(d.version, version))),
    rows: 1,
  };
}
