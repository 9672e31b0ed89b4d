import { and, eq } from "drizzle-orm";
import type { Database, Queries, Step } from "../../../db/database";
import type { PlanEntry } from "../../../db/queries/plans";
import { Problem } from "../../lib/problem";

/** An entry of a draft that moves because another did. */
export interface Following {
  readonly entry: PlanEntry;
  readonly change: Pick<PlanEntry, "part" | "movedFrom" | "movedBy" | "movedAt" | "movedReason">;
}

/** In a freed place by the plan's own order, and by nobody's reason. */
const movedUp = ({ part, movedFrom, movedReason }: PlanEntry) =>
  part === "chosen" && movedFrom === "reserve" && movedReason === null;

/**
 * Who moves up when suppliers are taken out of a draft: for each that was chosen the next in reserve. A place that was drawn by
 * chance stays free, since the reserve is no chance.
 * @param reserve the draft's, in its order. @param leaving their entries, before they are taken out.
 */
export function movingUp(reserve: readonly PlanEntry[], leaving: readonly PlanEntry[], now: Date): Following[] {
  const places = leaving.filter(({ part }) => part === "chosen").length;
  const gone = new Set(leaving.map(({ supplierNo }) => supplierNo));
  return reserve
    .filter(({ supplierNo }) => !gone.has(supplierNo))
    .slice(0, places)
    .map((entry) => ({
      entry,
      change: { part: "chosen", movedFrom: "reserve", movedBy: null, movedAt: now, movedReason: null },
    }));
}

/**
 * Who makes room when so many suppliers are taken into a draft: whoever moved up goes back to the reserve, the last first.
 * @param taken the chosen and the drawn, in their order. @throws Problem `plan.full`, `plan.few-places` (409) when there is no room.
 */
export function makingRoom(taken: readonly PlanEntry[], capacity: number, coming: number, now: Date): Following[] {
  const yielding = taken.filter(movedUp);
  const free = Math.max(0, capacity - taken.length);
  checkRoom(coming, free + yielding.length, capacity);
  const needed = Math.max(0, coming - free);
  return yielding.slice(yielding.length - needed).map((entry) => ({
    entry,
    change: { part: "reserve", movedFrom: null, movedBy: null, movedAt: now, movedReason: null },
  }));
}

/** @throws Problem `plan.full` or `plan.few-places` (409) when more come than there is room for. */
export function checkRoom(coming: number, free: number, places: number): void {
  if (coming <= free) return;
  if (free === 0)
    throw new Problem(
      "plan.full",
      `All ${places} places are taken. Take a supplier out first, or draw up a plan with more places.`,
      { places },
      409,
    );
  throw new Problem(
    "plan.few-places",
    `The plan has ${free} free places, and ${coming} suppliers were to be taken in. Select fewer, or take others out first.`,
    { free, coming },
    409,
  );
}

/** The writes that move them. */
export const followingSteps = (db: Database, q: Queries, following: readonly Following[]): Step[] =>
  following.map(({ entry, change }) => {
    const { planEntries: table } = db.t;
    return {
      write: q
        .update(table)
        .set(change)
        .where(
          and(
            eq(table.planId, entry.planId),
            eq(table.supplierNo, entry.supplierNo),
            eq(table.workspaceNo, entry.workspaceNo),
            eq(table.part, entry.part),
          ),
        ),
      rows: 1,
    };
  });
