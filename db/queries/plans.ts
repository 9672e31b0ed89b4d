/** Plans of follow-up and the suppliers in them. What a person decides about them is a `commit` of a service. */
import { and, asc, desc, eq, inArray, sql } from "drizzle-orm";
import type { AnyScope, Database } from "../database";
import type { PlanOutcome, PlanPart, PlanState } from "../schema/plans";
import type { Tables } from "../schema/tables";

export type Plan = Tables["plans"]["$inferSelect"];
export type PlanEntry = Tables["planEntries"]["$inferSelect"];

/** Who drew a plan up and who accepted it, by name. */
export type SignedPlan = Plan & { readonly createdByName: string; readonly acceptedByName: string | null };

/** The draft or the accepted plan of the workspace; null when there is none. */
export async function planInState(
  db: Database,
  scope: AnyScope,
  state: Exclude<PlanState, "replaced">,
): Promise<SignedPlan | null> {
  const { plans } = db.t;
  const [found] = await db.q
    .select()
    .from(plans)
    .where(and(eq(plans.workspaceNo, scope.workspaceNo), eq(plans.place, state)));
  return found ? signed(db, found) : null;
}

/** A plan by its id, of any state; null when it is not this workspace's. */
export async function findPlan(db: Database, scope: AnyScope, id: string): Promise<SignedPlan | null> {
  const { plans } = db.t;
  const [found] = await db.q
    .select()
    .from(plans)
    .where(and(eq(plans.workspaceNo, scope.workspaceNo), eq(plans.id, id)));
  return found ? signed(db, found) : null;
}

async function signed(db: Database, plan: Plan): Promise<SignedPlan> {
  const { users } = db.t;
  const ids = [plan.createdBy, ...(plan.acceptedBy === null ? [] : [plan.acceptedBy])];
  const rows = await db.q.select({ id: users.id, name: users.name }).from(users).where(inArray(users.id, ids));
  const names = new Map(rows.map(({ id, name }) => [id, name]));
  return {
    ...plan,
    createdByName: names.get(plan.createdBy) ?? plan.createdBy,
    acceptedByName: plan.acceptedBy && (names.get(plan.acceptedBy) ?? plan.acceptedBy),
  };
}

/** Plans that were accepted and have been replaced since, the newest first. */
export async function replacedPlans(db: Database, scope: AnyScope, limit = 20): Promise<Plan[]> {
  const { plans } = db.t;
  return db.q
    .select()
    .from(plans)
    .where(and(eq(plans.workspaceNo, scope.workspaceNo), eq(plans.state, "replaced")))
    .orderBy(desc(plans.acceptedAt))
    .limit(limit);
}

/** The suppliers of a plan in its order, of the parts named. */
export async function planEntries(
  db: Database,
  scope: AnyScope,
  planId: string,
  parts: readonly PlanPart[],
): Promise<PlanEntry[]> {
  const { planEntries: entries } = db.t;
  return db.q
    .select()
    .from(entries)
    .where(
      and(eq(entries.planId, planId), eq(entries.workspaceNo, scope.workspaceNo), inArray(entries.part, [...parts])),
    )
    .orderBy(asc(entries.position));
}

/** One supplier's place in a plan; null when it is not in it. */
export async function findPlanEntry(
  db: Database,
  scope: AnyScope,
  planId: string,
  supplierNo: number,
): Promise<PlanEntry | null> {
  const { planEntries: entries } = db.t;
  const [found] = await db.q
    .select()
    .from(entries)
    .where(
      and(eq(entries.planId, planId), eq(entries.supplierNo, supplierNo), eq(entries.workspaceNo, scope.workspaceNo)),
    );
  return found ?? null;
}

/** How many suppliers of a plan stand in each part, and what became of them. */
export async function countEntries(
  db: Database,
  scope: AnyScope,
  planId: string,
): Promise<{ readonly part: PlanPart; readonly outcome: PlanOutcome; readonly count: number }[]> {
  const { planEntries: entries } = db.t;
  return db.q
    .select({ part: entries.part, outcome: entries.outcome, count: sql<number>`count(*)`.mapWith(Number) })
    .from(entries)
    .where(and(eq(entries.planId, planId), eq(entries.workspaceNo, scope.workspaceNo)))
    .groupBy(entries.part, entries.outcome);
}
