import { and, eq } from "drizzle-orm";
import { z } from "zod";
import { event } from "../../../db/audit-events";
import type { Database, Scope, Step } from "../../../db/database";
import { supplierNoOf } from "../../../db/ids";
import { auditEvent } from "../../../db/queries/audit";
import { entriesOf, findPlan, type PlanEntry } from "../../../db/queries/plans";
import { PLAN_OUTCOMES, PLAN_PARTS } from "../../../db/schema/plans";
import { Problem } from "../../lib/problem";
import { asPlanConflict, touchPlan } from "./plan-record.server";

const text = z.string().nullable();
const instant = z
  .string()
  .nullable()
  .transform((iso) => (iso === null ? null : new Date(iso)));
const Before = z.object({
  part: z.enum(PLAN_PARTS),
  movedFrom: text,
  movedBy: text,
  movedAt: instant,
  movedReason: text,
  addedBy: text,
  addedAt: instant,
  addedReason: text,
  dueOn: text,
  outcome: z.enum(PLAN_OUTCOMES),
  outcomeOn: text,
  outcomeNote: text,
  outcomeBy: text,
  outcomeAt: instant,
});

const Entry = z.object({
  supplierId: z.string(),
  from: z.string().nullable(),
  to: z.string(),
  before: Before.nullable(),
});

/** The contents of an event `plan.entries-moved`. */
export const MovedContents = z.object({
  planId: z.string(),
  state: z.string(),
  to: z.enum(["in", "out"]),
  reason: z.string(),
  at: z.string(),
  entries: z.array(Entry),
  /** Those of a draft that moved up or back because of it. */
  following: z.array(Entry).default([]),
});

const late = () =>
  new Problem(
    "plan.undo-late",
    "This cannot be undone any more: the plan was accepted, or one of these suppliers was changed since.",
    {},
    409,
  );

/**
 * Puts suppliers that were moved at once back to where each stood, in one commit.
 * @param seq the audit event of the move. @throws Problem `plan.undo-late` (409) when the plan or one of them changed since.
 */
export async function undoMoves(db: Database, scope: Scope, seq: number): Promise<void> {
  const found = await auditEvent(db, scope, seq);
  if (!found || found.name !== "plan.entries-moved" || found.contents === null)
    throw new Problem("plan.not-found", "There is no such plan in this workspace.", {}, 404);
  const { planId, state, at, following, ...moved } = MovedContents.parse(JSON.parse(found.contents));
  const entries = [...moved.entries, ...following];
  const plan = await findPlan(db, scope, planId);
  if (!plan || plan.state !== state) throw late();
  const nos = entries.map(({ supplierId }) => supplierNoOf(supplierId) ?? 0);
  const now = new Map((await entriesOf(db, scope, planId, nos)).map((entry) => [entry.supplierId, entry]));
  const isAsMoved = (entry: PlanEntry) =>
    [entry.movedAt, entry.addedAt, entry.outcomeAt]
      .reduce((last, one) => (one && (!last || one > last) ? one : last), null)
      ?.toISOString() === at;
  if (!entries.every(({ supplierId }) => now.has(supplierId) && isAsMoved(now.get(supplierId)!))) throw late();
  const { planEntries: table } = db.t;
  const supplierIds = entries.map(({ supplierId }) => supplierId);
  await db
    .commit(scope, event("plan.moves-undone", { planId, seq, supplierIds }), (q): Step[] => [
      touchPlan(db, q, plan),
      ...entries.map(({ supplierId, before }) => {
        const one = and(
          eq(table.planId, planId),
          eq(table.supplierNo, now.get(supplierId)!.supplierNo),
          eq(table.workspaceNo, scope.workspaceNo),
        );
        return {
          write: before === null ? q.delete(table).where(one) : q.update(table).set(before).where(one),
          rows: 1,
        };
      }),
    ])
    .catch(asPlanConflict);
}
