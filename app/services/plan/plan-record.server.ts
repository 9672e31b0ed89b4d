import { createHash } from "node:crypto";
import { z } from "zod";
import { canonicalJson } from "../../../db/canonical-json";
import type { Database, Queries, Scope, Step } from "../../../db/database";
import { isStaleWrite, isUniqueViolation } from "../../../db/errors";
import { findPlan, planInState, type Plan, type PlanEntry, type SignedPlan } from "../../../db/queries/plans";
import { and, eq } from "drizzle-orm";
import type { PlanOutcome } from "../../../db/schema/plans";
import { LEVELS, LIKELIHOODS, ROLES, SEVERITIES } from "../../../risk-models/types";
import { Problem } from "../../lib/problem";
import { ACTION_KINDS } from "../../plan/action-kind";
import { GAPS } from "../../plan/gaps";
import { STEPS } from "../../plan/next-steps";
import { WHYS } from "../../plan/order";

/** What was counted when a plan was drawn up. */
export const PlanSummary = z.object({
  /** Suppliers that sell, of whom `scored` have a score; `notSellers` were never considered. */
  sellers: z.number(),
  scored: z.number(),
  notSellers: z.number(),
  places: z.object({ chosen: z.number(), drawn: z.number() }),
  /** The last `places` fell among `count` suppliers that cannot be told apart; `read` of them were read for the columns. */
  tie: z
    .object({
      count: z.number(),
      places: z.number(),
      read: z.number(),
      columns: z.array(z.object({ gap: z.enum(GAPS), blank: z.number() })),
    })
    .nullable(),
  waiting: z.array(
    z.object({
      why: z.enum(WHYS),
      severity: z.enum(SEVERITIES),
      likelihood: z.enum(LIKELIHOODS),
      count: z.number(),
    }),
  ),
  /** Without a score, drawn ones left out: with a country, with a name only, and those who told of something severe. */
  unscored: z.object({ placed: z.number(), listed: z.number(), severe: z.number() }),
  /** Suppliers with an amount in the list's main currency. */
  spendKnown: z.number(),
});
export type PlanSummary = z.infer<typeof PlanSummary>;

const Standing = z.object({
  severity: z.enum(SEVERITIES),
  likelihood: z.enum(LIKELIHOODS),
  score: z.number().nullable(),
  rangeLow: z.number().nullable(),
  rangeHigh: z.number().nullable(),
  level: z.enum(LEVELS),
  role: z.enum(ROLES),
  seat: z.string().nullable(),
});
const EntryStep = z.object({ step: z.enum(STEPS), version: z.number(), gaps: z.array(z.enum(GAPS)) });

/** Is the supplier followed up in this plan: chosen, drawn, or taken in after the plan was accepted? */
export const isFollowedUp = ({ part, addedAt }: Pick<PlanEntry, "part" | "addedAt">): boolean =>
  part === "chosen" || part === "drawn" || addedAt !== null;

/** Outcomes after which nothing is due any more. */
export const ENDED: ReadonlySet<PlanOutcome> = new Set(["remedied", "stopped"]);

/** An entry with its stored JSON parsed. */
export const readEntry = (entry: PlanEntry) => ({
  ...entry,
  standing: Standing.parse(entry.standing),
  reasons: z.array(z.string()).parse(entry.reasons),
  nextStep: EntryStep.parse(entry.nextStep),
  actionKind: z.enum(ACTION_KINDS).parse(entry.actionKind),
});
export type ReadEntry = ReturnType<typeof readEntry>;

export const readSummary = (plan: Pick<Plan, "summary">): PlanSummary => PlanSummary.parse(plan.summary);

/** @throws Problem `plan.not-found` (404) for a plan of another workspace as for one that never was. */
export async function requirePlan(db: Database, scope: Scope, id: string): Promise<SignedPlan> {
  const plan = await findPlan(db, scope, id);
  if (!plan) throw new Problem("plan.not-found", "There is no such plan in this workspace.", {}, 404);
  return plan;
}

/** @throws Problem `plan.no-draft` when the workspace has no draft. */
export async function requireDraft(db: Database, scope: Scope): Promise<SignedPlan> {
  const draft = await planInState(db, scope, "draft");
  if (!draft) throw new Problem("plan.no-draft", "There is no draft of a plan. Load the page again.", {}, 409);
  return draft;
}

/** The write that counts a plan's version up; refused when someone changed the plan since it was read. */
export function touchPlan(db: Database, q: Queries, seen: Plan, change: Partial<Plan> = {}): Step {
  const { plans } = db.t;
  return {
    write: q
      .update(plans)
      .set({ ...change, version: seen.version + 1 })
      .where(and(eq(plans.id, seen.id), eq(plans.workspaceNo, seen.workspaceNo), eq(plans.version, seen.version))),
    rows: 1,
  };
}

/** Turns a lost race into a sentence. */
export function asPlanConflict(error: unknown): never {
  if (!isStaleWrite(error) && !isUniqueViolation(error)) throw error;
  throw new Problem(
    "plan.conflict",
    "Someone else changed this plan a moment ago. Load the page again to see it as it is now.",
    {},
    409,
  );
}

/**
 * SHA-256, hex, over what is accepted: the list, the model, the number, the seed, and each supplier with its part, reasons,
 * step and moves. What becomes of the suppliers later is not in it, nor who came in later.
 */
export function recordSha256(plan: Plan, entries: readonly PlanEntry[]): string {
  const { id, generation, fileSha256, modelId, dataDate, capacity, seed, summary } = plan;
  const accepted = entries.filter(({ part }) => part !== "added");
  const rows = accepted.map((entry) => ({
    supplierId: entry.supplierId,
    name: entry.name,
    part: entry.part,
    position: entry.position,
    standing: entry.standing,
    reasons: entry.reasons,
    nextStep: entry.nextStep,
    actionKind: entry.actionKind,
    movedFrom: entry.movedFrom,
    movedBy: entry.movedBy,
    movedReason: entry.movedReason,
  }));
  const record = { id, generation, fileSha256, modelId, dataDate, capacity, seed, summary, entries: rows };
  return createHash("sha256").update(canonicalJson(record)).digest("hex");
}
