import type { Database, Scope } from "../../../db/database";
import { findPlanEntry, lastChosen, planInState, type SignedPlan } from "../../../db/queries/plans";
import { findGeneration, type RegisterLine } from "../../../db/queries/register";
import { whyWaiting, type Why } from "../../plan/order";
import { spendBounds } from "./draft-plan.server";
import { entryMaker, type EntryFacts } from "./plan-entry.server";
import { isFollowedUp, readEntry, type ReadEntry } from "./plan-record.server";

/** Where a supplier stands in one plan. */
export interface PlanPlace {
  readonly planId: string;
  readonly state: "draft" | "accepted";
  /** When it was drawn up, or accepted. */
  readonly since: Date;
  readonly capacity: number;
  /** Followed up; next when a place is free; taken out by a person; behind the last one chosen; sells nothing. */
  readonly place: "in" | "reserve" | "out" | "waiting" | "not-a-seller";
  readonly entry: ReadEntry | null;
  /** Why it waits. */
  readonly why: Why | null;
}

export interface SupplierPlan {
  /** What to do first about this supplier, whether it stands in a plan or not. */
  readonly next: Pick<EntryFacts, "nextStep" | "actionKind" | "standing">;
  readonly inForce: PlanPlace | null;
  readonly draft: PlanPlace | null;
}

/** A supplier's place in the plan in force and in the draft, and what to ask of it first, as the shown list has it. */
export async function supplierPlan(db: Database, scope: Scope, line: RegisterLine): Promise<SupplierPlan | null> {
  const generation = await findGeneration(db, scope, line.generation);
  if (!generation) return null;
  const next = entryMaker(generation.modelId, await spendBounds(db, scope, generation.no))(line);
  const [inForce, draft] = await Promise.all([planInState(db, scope, "accepted"), planInState(db, scope, "draft")]);
  return {
    next,
    inForce: inForce && (await placeIn(db, scope, inForce, line, next)),
    draft: draft && (await placeIn(db, scope, draft, line, next)),
  };
}

async function placeIn(
  db: Database,
  scope: Scope,
  plan: SignedPlan,
  line: RegisterLine,
  { standing }: EntryFacts,
): Promise<PlanPlace> {
  const stored = await findPlanEntry(db, scope, plan.id, line.supplierNo);
  const entry = stored && readEntry(stored);
  const base = {
    planId: plan.id,
    state: plan.state === "draft" ? "draft" : "accepted",
    since: plan.acceptedAt ?? plan.createdAt,
    capacity: plan.capacity,
    entry,
    why: null,
  } as const;
  if (entry) return { ...base, place: isFollowedUp(entry) ? "in" : entry.part === "reserve" ? "reserve" : "out" };
  if (standing.role === "not-a-seller") return { ...base, place: "not-a-seller" };
  const last = await lastChosen(db, scope, plan.id);
  return { ...base, place: "waiting", why: whyWaiting(last && readEntry(last).standing, standing) };
}
