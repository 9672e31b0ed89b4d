import type { Database, Scope } from "../../../db/database";
import { publishedGeneration } from "../../../db/queries/generations";
import { listSuppliers } from "../../../db/queries/register-page";
import {
  followedUp,
  planEntries,
  planInState,
  replacedPlans,
  type Plan,
  type PlanEntry,
  type SignedPlan,
} from "../../../db/queries/plans";
import type { IsoDate } from "../../../risk-models/types";
import { PLAN_OUTCOMES, PLAN_PARTS, type PlanOutcome } from "../../../db/schema/plans";
import { planOn } from "./plan-then.server";
import { readEntry, readSummary, requirePlan, type PlanSummary, type ReadEntry } from "./plan-record.server";

/** A plan with everyone in it. */
export interface PlanView {
  readonly plan: SignedPlan;
  readonly summary: PlanSummary;
  readonly entries: readonly ReadEntry[];
}

/** How many of the chosen and of the drawn have come how far. Counts only: so few say nothing about a rate. */
export type Learned = readonly { readonly outcome: PlanOutcome; readonly chosen: number; readonly drawn: number }[];

async function viewOf(db: Database, scope: Scope, plan: SignedPlan): Promise<PlanView> {
  const entries = await planEntries(db, scope, plan.id, PLAN_PARTS);
  return { plan, summary: readSummary(plan), entries: entries.map(readEntry) };
}

/** The record of one plan. @throws Problem `plan.not-found` (404). */
export async function planRecord(db: Database, scope: Scope, planId: string): Promise<PlanView> {
  return viewOf(db, scope, await requirePlan(db, scope, planId));
}

export interface PlanPage {
  /** The list that is shown now; null before the first. */
  readonly published: number | null;
  readonly draft: PlanView | null;
  readonly accepted: PlanView | null;
  readonly replaced: readonly Plan[];
}

/** As `planPage`, as known at the end of a past day (UTC). */
export async function planPageThen(
  db: Database,
  scope: Scope,
  day: IsoDate,
): Promise<PlanPage & { readonly isOfOlderList: boolean; readonly untold: number; readonly isErased: boolean }> {
  const found = await planOn(db, scope, day);
  const on = found === "erased" ? null : found;
  return {
    published: on?.plan.generation ?? null,
    draft: null,
    accepted: on && { plan: on.plan, summary: readSummary(on.plan), entries: on.entries.map(readEntry) },
    replaced: on?.replaced ?? [],
    isOfOlderList: on?.isOfOlderList ?? false,
    untold: on?.untold ?? 0,
    isErased: found === "erased",
  };
}

/** All the plan's page shows. */
export async function planPage(db: Database, scope: Scope): Promise<PlanPage> {
  const [published, draft, accepted, replaced] = await Promise.all([
    publishedGeneration(db, scope),
    planInState(db, scope, "draft"),
    planInState(db, scope, "accepted"),
    replacedPlans(db, scope),
  ]);
  return {
    published,
    draft: draft && (await viewOf(db, scope, draft)),
    accepted: accepted && (await viewOf(db, scope, accepted)),
    replaced,
  };
}

/** What the random tenth taught beside those chosen by the score, from the outcomes so far. */
export function learned(entries: readonly Pick<ReadEntry, "part" | "outcome">[]): Learned {
  const count = (part: string, outcome: PlanOutcome) =>
    entries.filter((entry) => entry.part === part && entry.outcome === outcome).length;
  return PLAN_OUTCOMES.map((outcome) => ({
    outcome,
    chosen: count("chosen", outcome),
    drawn: count("drawn", outcome),
  }));
}

/** The plan on the overview: what is there to decide, or how far it has come. */
export interface PlanCardView {
  readonly state: "none" | "draft" | "accepted";
  readonly capacity: number;
  readonly chosen: number;
  readonly drawn: number;
  /** Taken in after it was accepted. */
  readonly added: number;
  readonly acceptedAt: Date | null;
  readonly outcomes: readonly { readonly outcome: PlanOutcome; readonly count: number }[];
  /** Who is next to be asked, in the plan's order. */
  readonly next: readonly Pick<ReadEntry, "supplierId" | "name" | "nextStep">[];
  /** A newer list has been published since, or the list was built again after decisions. */
  readonly isOfOlderList: boolean;
}

const NEXT_SHOWN = 3;

/** Null before the first list is published. */
export async function planCard(db: Database, scope: Scope): Promise<PlanCardView | null> {
  const published = await publishedGeneration(db, scope);
  if (published === null) return null;
  const plan = (await planInState(db, scope, "draft")) ?? (await planInState(db, scope, "accepted"));
  const nothing = {
    capacity: 0,
    chosen: 0,
    drawn: 0,
    added: 0,
    acceptedAt: null,
    outcomes: [],
    next: [],
    isOfOlderList: false,
  };
  if (!plan) return { state: "none", ...nothing };
  return cardOf(plan, await followedUp(db, scope, plan.id), plan.generation !== published);
}

/** The card of a plan from those who are followed up in it, in its order. */
export function cardOf(plan: Plan, entries: readonly PlanEntry[], isOfOlderList: boolean): PlanCardView {
  const sum = (holds: (one: (typeof entries)[number]) => boolean) => entries.filter(holds).length;
  return {
    state: plan.state === "draft" ? "draft" : "accepted",
    capacity: plan.capacity,
    chosen: sum(({ part }) => part === "chosen"),
    drawn: sum(({ part }) => part === "drawn"),
    added: sum(({ addedAt }) => addedAt !== null),
    acceptedAt: plan.acceptedAt,
    outcomes: PLAN_OUTCOMES.map((outcome) => ({
      outcome,
      count: sum((one) => one.outcome === outcome),
    })),
    next: entries
      .filter(({ outcome }) => outcome === "not-started")
      .slice(0, NEXT_SHOWN)
      .map(readEntry)
      .map(({ supplierId, name, nextStep }) => ({ supplierId, name, nextStep })),
    isOfOlderList,
  };
}

const FOUND_SHOWN = 8;

/** Suppliers of the draft's list that a search finds and that could be taken in, by name. */
export async function findForPlan(
  db: Database,
  scope: Scope,
  generation: number,
  words: string,
): Promise<{ readonly id: string; readonly name: string; readonly seat: string | null }[]> {
  if (words.trim() === "") return [];
  const { rows } = await listSuppliers(db, scope, {
    generation,
    sort: "name",
    limit: FOUND_SHOWN,
    filters: { q: words },
  });
  return rows.map(({ id, name, seat }) => ({ id, name, seat }));
}
export type { SignedPlan };
