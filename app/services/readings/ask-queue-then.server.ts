/** Whom to ask as it stood at the end of a past day: from that day's list, the plan in force then, and the answers known by then. */
import type { Database, Scope } from "../../../db/database";
import { supplierNoOf } from "../../../db/ids";
import { mergesAt, standingFor } from "../../../db/queries/merges";
import { openReadingsAbout } from "../../../db/queries/readings";
import { lastEventUntil } from "../../../db/queries/trail";
import type { IsoDate } from "../../../risk-models/types";
import { endOfDay } from "../../lib/as-known-on";
import type { AskedList } from "../../lib/past-list.server";
import { can } from "../../lib/permissions";
import { inForce, knownAt, openReadings } from "../../recruitment/readings";
import { isFollowedUp } from "../plan/plan-record.server";
import { planOn, type PlanOn } from "../plan/plan-then.server";
import { bySupplierNo } from "./apply-readings.server";
import { queueOf, type ToAsk } from "./ask-queue.server";
import { readReading } from "./stored-answers";

export interface QueueThen {
  readonly queue: readonly ToAsk[];
  /** How many of the plan of that day stood at a place that cannot be told exactly. */
  readonly untold: number;
  /**
   * The part of the queue that a plan gave: `told`, `none`; `draft`: a draft was there and no plan in force, and drafts are not kept by
   * day; `erased`: what the record said of the plan is gone. In the last two the order is that of the list alone.
   */
  readonly plan: "told" | "none" | "draft" | "erased";
}

/** Whether a draft of a plan was there at an instant at which no plan was in force. */
async function withoutPlan(db: Database, scope: Scope, end: Date): Promise<"draft" | "none"> {
  const last = await lastEventUntil(db, scope, ["plan.drafted", "plan.discarded"], end);
  return last?.name === "plan.drafted" ? "draft" : "none";
}

/** The queue at the end of a day (UTC). Null: that day's list is not kept, or there was none. */
export async function askQueueThen(
  db: Database,
  scope: Scope,
  { kept, linesThen }: Pick<AskedList, "kept" | "linesThen">,
  day: IsoDate,
): Promise<QueueThen | null> {
  if (!kept) return null;
  const mayPlan = can(scope.role, "plan:read");
  const found = mayPlan ? await planOn(db, scope, day) : null;
  const on: PlanOn | null = found === "erased" ? null : found;
  const { generation, listDay } = kept;
  const followed = on?.entries.filter(isFollowedUp) ?? [];
  return {
    queue: await queueOf(db, scope, { generation, listDay, followed, linesThen }),
    untold: on?.untold ?? 0,
    plan: found === "erased" ? found : on ? "told" : mayPlan ? await withoutPlan(db, scope, endOfDay(day)) : "none",
  };
}

/** What was recorded of a supplier's answers by the end of a day. */
export interface AnswersThen {
  /** Answers that counted. */
  readonly count: number;
  /** When the last of them was recorded, or released for others. */
  readonly lastAt: Date;
}

/**
 * The answers about these suppliers that were known at the end of a day and may be shown outside, by their public ids; who had
 * none is not in it. For the rows of one page.
 */
export async function answersThen(
  db: Database,
  scope: Scope,
  supplierIds: readonly string[],
  day: IsoDate,
): Promise<ReadonlyMap<string, AnswersThen>> {
  const end = endOfDay(day);
  const ids = new Map(supplierIds.map((id) => [supplierNoOf(id), id]));
  const merges = await mergesAt(db, scope, end);
  const numbers = [...ids.keys(), ...[...standingFor(merges)].flatMap(([from, into]) => (ids.has(into) ? [from] : []))];
  const about = await openReadingsAbout(
    db,
    scope,
    numbers.filter((no) => no !== null),
  );
  const found = new Map<string, AnswersThen>();
  for (const [no, rows] of bySupplierNo(about, merges)) {
    const known = [...inForce(openReadings(knownAt(rows.map(readReading), end))).values()];
    const id = ids.get(no);
    if (id === undefined || known.length === 0) continue;
    const lastAt = new Date(Math.max(...known.map(({ recordedAt }) => recordedAt.getTime())));
    found.set(id, { count: known.length, lastAt });
  }
  return found;
}
