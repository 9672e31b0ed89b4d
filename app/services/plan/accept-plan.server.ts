import { and, eq, inArray } from "drizzle-orm";
import { event } from "../../../db/audit-events";
import type { Database, Scope } from "../../../db/database";
import { countEntries, planEntries, planInState } from "../../../db/queries/plans";
import { PLAN_PARTS } from "../../../db/schema/plans";
import { Problem } from "../../lib/problem";
import { asPlanConflict, recordSha256, requireDraft, touchPlan } from "./plan-record.server";

const NOTE_LENGTH = 1000;
const ACCEPTED_PARTS = PLAN_PARTS.filter((part) => part !== "added");

/**
 * Makes the draft the plan: the dated prioritisation record. The plan before it is kept as it was. Whoever drew it up may
 * accept it; the record then says that it was the same person.
 * @param dueOn the day by which all of them are to be written to, `YYYY-MM-DD`; null: none is set.
 * @throws Problem when there is no draft, nobody is in it, or someone changed it since it was read.
 */
export async function acceptPlan(
  db: Database,
  scope: Scope,
  note: string,
  now: Date,
  dueOn: string | null = null,
): Promise<{ planId: string }> {
  const draft = await requireDraft(db, scope);
  const entries = await planEntries(db, scope, draft.id, PLAN_PARTS);
  if (!entries.some(({ part }) => part === "chosen" || part === "drawn"))
    throw new Problem("plan.empty", "Nobody is in this plan. Take at least one supplier in.", {}, 409);
  const before = await planInState(db, scope, "accepted");
  const counts = await countEntries(db, scope, draft.id);
  const sha256 = recordSha256(draft, entries);
  const kept = note.trim().slice(0, NOTE_LENGTH) || null;
  const { plans, planEntries: table } = db.t;
  const accepted = event("plan.accepted", {
    planId: draft.id,
    replacedPlan: before?.id ?? null,
    generation: draft.generation,
    modelId: draft.modelId,
    dataDate: draft.dataDate,
    capacity: draft.capacity,
    seed: draft.seed,
    entries: Object.fromEntries(
      ACCEPTED_PARTS.map((part) => [part, counts.reduce((sum, one) => (one.part === part ? sum + one.count : sum), 0)]),
    ),
    recordSha256: sha256,
    note: kept,
    samePerson: draft.createdBy === scope.userId,
    ...(dueOn === null ? {} : { dueOn }),
  });
  await db
    .commit(scope, accepted, (q) => [
      ...(before
        ? [
            {
              write: q
                .update(plans)
                .set({ state: "replaced", place: before.id })
                .where(and(eq(plans.id, before.id), eq(plans.place, "accepted"))),
              rows: 1,
            },
          ]
        : []),
      touchPlan(db, q, draft, {
        state: "accepted",
        place: "accepted",
        acceptedBy: scope.userId,
        acceptedAt: now,
        recordSha256: sha256,
        note: kept,
      }),
      ...(dueOn === null
        ? []
        : [
            q
              .update(table)
              .set({ dueOn })
              .where(
                and(
                  eq(table.planId, draft.id),
                  eq(table.workspaceNo, scope.workspaceNo),
                  inArray(table.part, ["chosen", "drawn"]),
                ),
              ),
          ]),
    ])
    .catch(asPlanConflict);
  return { planId: draft.id };
}
