/** What waited at the end of a day and what had been done with uploads by then, as counts: what this reader may see. */
import type { Database, Scope } from "../../../db/database";
import { askedList } from "../../lib/past-list.server";
import { can } from "../../lib/permissions";
import { ANSWERED, type Answered } from "../../recruitment/questions";
import { importsUntil } from "../imports/import-then.server";
import { askQueue } from "../readings/ask-queue.server";
import { askQueueThen } from "../readings/ask-queue-then.server";
import { dayOf } from "../scoring/assessor.server";
import { countedList } from "../understanding/counted-list.server";
import { endOfDay } from "../../lib/as-known-on";

/** Null: not for this reader, or the list of that day is not kept. */
export interface QueuesThen {
  /** Groups of rows nobody had settled. */
  readonly openGroups: number | null;
  /** Suppliers to ask, by how far they had answered. */
  readonly toAsk: Readonly<Record<Answered, number>> | null;
  readonly uploads: Awaited<ReturnType<typeof importsUntil>> | null;
}

/** @param day `YYYY-MM-DD` of UTC; today's are those of now. */
export async function queuesThen(
  db: Database,
  scope: Scope & { readonly publishedGeneration: number | null },
  day: string,
): Promise<QueuesThen> {
  const asked = await askedList(db, scope, new URLSearchParams({ on: day }));
  const { generation } = asked;
  const reads = can(scope.role, "supplier:read") && generation !== null;
  const isToday = day === dayOf(new Date());
  const [list, queue, uploads] = await Promise.all([
    reads ? countedList(db, scope, generation, isToday ? undefined : endOfDay(day)) : null,
    reads ? (isToday ? askQueue(db, scope) : askQueueThen(db, scope, asked, day).then((then) => then?.queue)) : null,
    can(scope.role, "import:read") ? importsUntil(db, scope, day) : null,
  ]);
  const count = (how: Answered) => (queue ?? []).filter(({ answered }) => answered === how).length;
  return {
    openGroups:
      list && list.groups.filter(({ no, row }) => list.settlement.openOf.has(no) && row.kind !== "other").length,
    toAsk: queue ? (Object.fromEntries(ANSWERED.map((how) => [how, count(how)])) as Record<Answered, number>) : null,
    uploads,
  };
}
