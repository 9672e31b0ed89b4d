/** Plans of follow-up and the suppliers in them. What a person decides about them is a `commit` of a service. */
import { and, asc, desc, eq, inArray, isNotNull, isNull, max, notInArray, or, sql } from "drizzle-orm";
import type { AnyScope, Database } from "../database";
import type { PlanOutcome, PlanPart, PlanState } from "../schema/plans";
import { namesOfUsers } from "../names-of-users";
import type { Tables } from "../schema/tables";
import { numbersOf } from "./merges";

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
  const names = await namesOfUsers(db, [plan.createdBy, plan.acceptedBy]);
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

/**
 * One supplier's place in a plan, or else that of a supplier that was merged into it, the first in the plan's order; null when
 * none is in it.
 */
export async function findPlanEntry(
  db: Database,
  scope: AnyScope,
  planId: string,
  supplierNo: number,
): Promise<PlanEntry | null> {
  const { planEntries: entries } = db.t;
  const numbers = await numbersOf(db, scope, supplierNo);
  const found = await db.q
    .select()
    .from(entries)
    .where(
      and(eq(entries.planId, planId), inArray(entries.supplierNo, numbers), eq(entries.workspaceNo, scope.workspaceNo)),
    )
    .orderBy(asc(entries.position));
  return found.find((entry) => entry.supplierNo === supplierNo) ?? found[0] ?? null;
}

/** Who is followed up in a plan, in its order: chosen, drawn, and taken in after it was accepted. */
export async function followedUp(db: Database, scope: AnyScope, planId: string): Promise<PlanEntry[]> {
  const { planEntries: entries } = db.t;
  return db.q
    .select()
    .from(entries)
    .where(
      and(
        eq(entries.planId, planId),
        eq(entries.workspaceNo, scope.workspaceNo),
        or(inArray(entries.part, ["chosen", "drawn"]), isNotNull(entries.addedAt)),
      ),
    )
    .orderBy(asc(entries.position));
}

/** The last supplier the plan itself chose: who stands behind it waits. Null when it chose nobody. */
export async function lastChosen(db: Database, scope: AnyScope, planId: string): Promise<PlanEntry | null> {
  const { planEntries: entries } = db.t;
  const [found] = await db.q
    .select()
    .from(entries)
    .where(
      and(
        eq(entries.planId, planId),
        eq(entries.workspaceNo, scope.workspaceNo),
        or(and(eq(entries.part, "chosen"), isNull(entries.movedReason)), eq(entries.movedFrom, "chosen")),
        isNull(entries.addedAt),
      ),
    )
    .orderBy(desc(entries.position))
    .limit(1);
  return found ?? null;
}

/** Entries of these suppliers in a plan, in no order. */
export async function entriesOf(
  db: Database,
  scope: AnyScope,
  planId: string,
  supplierNos: readonly number[],
): Promise<PlanEntry[]> {
  const { planEntries: entries } = db.t;
  return db.q
    .select()
    .from(entries)
    .where(
      and(
        eq(entries.planId, planId),
        eq(entries.workspaceNo, scope.workspaceNo),
        inArray(entries.supplierNo, [...supplierNos]),
      ),
    );
}

/** The highest position of a plan; 0 when it is empty. */
export async function lastPosition(db: Database, scope: AnyScope, planId: string): Promise<number> {
  const { planEntries: entries } = db.t;
  const [found] = await db.q
    .select({ position: max(entries.position) })
    .from(entries)
    .where(and(eq(entries.planId, planId), eq(entries.workspaceNo, scope.workspaceNo)));
  return found?.position ?? 0;
}

const ENDED = ["remedied", "stopped"] as const satisfies readonly PlanOutcome[];

/** Entries of a plan whose next step has a day, the soonest first. */
export async function dueEntries(db: Database, scope: AnyScope, planId: string, limit: number): Promise<PlanEntry[]> {
  const { planEntries: entries } = db.t;
  return db.q
    .select()
    .from(entries)
    .where(
      and(
        eq(entries.planId, planId),
        eq(entries.workspaceNo, scope.workspaceNo),
        isNotNull(entries.dueOn),
        notInArray(entries.outcome, [...ENDED]),
      ),
    )
    .orderBy(asc(entries.dueOn), asc(entries.position))
    .limit(limit);
}

/** How many next steps of a plan have a day, and for how many of them that day is over. */
export async function countDue(
  db: Database,
  scope: AnyScope,
  planId: string,
  today: string,
): Promise<{ readonly total: number; readonly overdue: number }> {
  const { planEntries: entries } = db.t;
  const [found] = await db.q
    .select({
      total: sql<number>`count(*)`.mapWith(Number),
      overdue: sql<number>`coalesce(sum(case when ${entries.dueOn} < ${today} then 1 else 0 end), 0)`.mapWith(Number),
    })
    .from(entries)
    .where(
      and(
        eq(entries.planId, planId),
        eq(entries.workspaceNo, scope.workspaceNo),
        isNotNull(entries.dueOn),
        notInArray(entries.outcome, [...ENDED]),
      ),
    );
  return found ?? { total: 0, overdue: 0 };
}

/** An entry with the plan it stands in. */
export interface PlacedEntry {
  readonly plan: Plan;
  readonly entry: PlanEntry;
  /** Who accepted the plan, by name. */
  readonly acceptedByName: string | null;
}

/** Every plan a supplier stands in, the newest first. */
export async function plansOfSupplier(
  db: Database,
  scope: AnyScope,
  supplierNo: number,
  limit = 20,
): Promise<PlacedEntry[]> {
  const { plans, planEntries: entries, users } = db.t;
  return db.q
    .select({ plan: plans, entry: entries, acceptedByName: users.name })
    .from(entries)
    .innerJoin(plans, and(eq(plans.id, entries.planId), eq(plans.workspaceNo, entries.workspaceNo)))
    .leftJoin(users, eq(users.id, plans.acceptedBy))
    .where(and(eq(entries.workspaceNo, scope.workspaceNo), eq(entries.supplierNo, supplierNo)))
    .orderBy(desc(plans.createdAt), desc(plans.id))
    .limit(limit);
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
