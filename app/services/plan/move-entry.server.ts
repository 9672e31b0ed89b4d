import { and, eq } from "drizzle-orm";
import { event } from "../../../db/audit-events";
import type { Database, Scope, Step } from "../../../db/database";
import { supplierNoOf } from "../../../db/ids";
import { findPlanEntry, planEntries as entriesOf } from "../../../db/queries/plans";
import { findSupplier } from "../../../db/queries/register";
import { PLAN_PARTS, type PlanPart } from "../../../db/schema/plans";
import { ROLE_CODES, wordOf } from "../../../db/schema/codes";
import { Problem } from "../../lib/problem";
import { spendBounds } from "./draft-plan.server";
import { followingSteps, makingRoom, movingUp } from "./free-places.server";
import { entryMaker } from "./plan-entry.server";
import { asPlanConflict, requireDraft, touchPlan } from "./plan-record.server";

export interface Move {
  /** Public id of the supplier: one of the draft, or any other of its list. */
  readonly supplierId: string;
  readonly to: "in" | "out";
  /** Why; it stands in the record. */
  readonly reason: string;
}

const REASON_LENGTH = 500;

/**
 * Takes a supplier into the draft or out of it, for a reason. Who was drawn by chance and taken out comes back as drawn. The place
 * of one that was chosen goes to the next in reserve, who makes room again for whom a person takes in.
 * @throws Problem when there is no draft, no reason, no such supplier, no free place, or it is there already.
 */
export async function moveEntry(db: Database, scope: Scope, move: Move, now: Date): Promise<void> {
  const draft = await requireDraft(db, scope);
  const reason = move.reason.trim().slice(0, REASON_LENGTH);
  if (reason === "") throw new Problem("plan.reason", "Say why: the reason stands in the record.", {}, 422);
  const notThere = new Problem("plan.supplier", "There is no such supplier in the list of this plan.", {}, 404);
  const supplierNo = supplierNoOf(move.supplierId);
  if (supplierNo === null) throw notThere;
  const entry = await findPlanEntry(db, scope, draft.id, supplierNo);
  const isIn = entry?.part === "chosen" || entry?.part === "drawn";
  if (move.to === "in" ? isIn : !entry || entry.part === "out")
    throw new Problem("plan.moved", "This was done already. Load the page again.", {}, 409);
  const following =
    move.to === "in"
      ? makingRoom(await entriesOf(db, scope, draft.id, ["chosen", "drawn"]), draft.capacity, 1, now)
      : movingUp(await entriesOf(db, scope, draft.id, ["reserve"]), entry ? [entry] : [], now);
  const to: PlanPart = move.to === "out" ? "out" : entry?.movedFrom === "drawn" ? "drawn" : "chosen";
  const { planEntries } = db.t;
  const moved = { part: to, movedFrom: entry?.part ?? null, movedBy: scope.userId, movedAt: now, movedReason: reason };
  let added: Awaited<ReturnType<typeof newEntry>> | null = null;
  if (!entry) {
    added = await newEntry(db, scope, draft.id, draft.generation, draft.modelId, move.supplierId);
    if (!added) throw notThere;
  }
  const contents = {
    planId: draft.id,
    supplierId: move.supplierId,
    from: entry?.part ?? null,
    to,
    reason,
    following: following.map(({ entry: { supplierId, part }, change }) => ({
      supplierId,
      from: part,
      to: change.part,
    })),
  };
  await db
    .commit(scope, event("plan.entry-moved", contents), (q): Step[] => [
      touchPlan(db, q, draft),
      added
        ? q.insert(planEntries).values({ ...added, ...moved })
        : {
            write: q
              .update(planEntries)
              .set(moved)
              .where(
                and(
                  eq(planEntries.planId, draft.id),
                  eq(planEntries.supplierNo, entry?.supplierNo ?? supplierNo),
                  eq(planEntries.workspaceNo, scope.workspaceNo),
                ),
              ),
            rows: 1,
          },
      ...followingSteps(db, q, following),
    ])
    .catch(asPlanConflict);
}

/** A supplier that was waiting, as an entry at the end of the draft; null when it is not on the list or sells nothing. */
async function newEntry(
  db: Database,
  scope: Scope,
  planId: string,
  generation: number,
  modelId: string,
  supplierId: string,
) {
  const line = await findSupplier(db, scope, supplierId, generation);
  if (!line || wordOf(ROLE_CODES, line.role) === "not-a-seller") return null;
  const entryOf = entryMaker(modelId, await spendBounds(db, scope, generation));
  const last = (await entriesOf(db, scope, planId, PLAN_PARTS)).at(-1)?.position ?? 0;
  return { ...entryOf(line), planId, workspaceNo: scope.workspaceNo, position: last + 1 };
}
