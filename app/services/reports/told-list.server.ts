/** Which list a report tells of: that of the end of its period, as it stood then, where it is kept. */
import type { Database, Scope } from "../../../db/database";
import type { LinesThen } from "../../../db/orders";
import { publishedGeneration } from "../../../db/queries/generations";
import { mergesAt, mergesInForce, standingFor } from "../../../db/queries/merges";
import { linesOf, type RegisterLine } from "../../../db/queries/register";
import { endOfDay } from "../../lib/as-known-on";
import type { ListFrom } from "../../reports/model";
import type { ReportSettings } from "../../reports/settings";
import { linesThen } from "../readings/lines-then.server";
import { dayOf } from "../scoring/assessor.server";
import { isKept, listOn } from "../trail/list-then.server";

export interface ToldList {
  readonly from: ListFrom;
  /** Null: no list is shown. */
  readonly generation: number | null;
  /** Of the list of a past day: its lines that were written again since. */
  readonly linesThen: LinesThen | undefined;
  /** By the number of a supplier that was merged: the one it had become when the list stood as it is told. */
  readonly became: ReadonlyMap<number, number>;
}

/** The list that is shown, as it stands. */
async function shownNow(db: Database, scope: Scope, from: Exclude<ListFrom, "then">): Promise<ToldList> {
  const [generation, merges] = await Promise.all([publishedGeneration(db, scope), mergesInForce(db, scope)]);
  return { from, generation, linesThen: undefined, became: standingFor(merges) };
}

/** The list of a period: the one that is shown while it runs, and where that of its end is not kept or there was none. */
export async function toldList(
  db: Database,
  scope: Scope,
  { to }: Pick<ReportSettings, "to">,
  now: Date,
): Promise<ToldList> {
  if (to >= dayOf(now)) return shownNow(db, scope, "now");
  const on = await listOn(db, scope, to);
  if (on.is !== "kept") return shownNow(db, scope, on.is);
  const [then, merges] = await Promise.all([linesThen(db, scope, on.list, to), mergesAt(db, scope, endOfDay(to))]);
  return { from: "then", generation: on.list.generation.no, linesThen: then, became: standingFor(merges) };
}

/** Whether the list is still there: one of a past day may be swept while it is read. */
export const isStillKept = async (db: Database, scope: Scope, { from, generation }: ToldList): Promise<boolean> =>
  from !== "then" || generation === null || isKept(db, scope, generation);

/** Lines of the list by supplier number, in the order asked for; numbers that it does not have are left out. */
export async function toldLines(
  db: Database,
  scope: Scope,
  { generation, linesThen: lines }: Pick<ToldList, "generation" | "linesThen">,
  supplierNos: readonly number[],
): Promise<RegisterLine[]> {
  if (generation === null || supplierNos.length === 0) return [];
  const stored = await linesOf(db, scope, generation, supplierNos);
  const then = await lines?.(supplierNos);
  return then ? stored.map((line) => ({ ...line, ...then.get(line.supplierNo) })) : stored;
}

/**
 * By the number a record has: the line of the supplier in the list, which for one that was merged is that of the supplier it had
 * become. One that the list does not have is left out. @param list left out: the list that is shown.
 */
export async function linesByNumber(
  db: Database,
  scope: Scope,
  supplierNos: readonly number[],
  list?: ToldList,
): Promise<ReadonlyMap<number, RegisterLine>> {
  if (supplierNos.length === 0) return new Map();
  const of = list ?? (await shownNow(db, scope, "now"));
  const asked = [...new Set(supplierNos)].map((no) => [no, of.became.get(no) ?? no] as const);
  const lines = await toldLines(db, scope, of, [...new Set(asked.map(([, no]) => no))]);
  const byNo = new Map(lines.map((line) => [line.supplierNo, line]));
  return new Map(
    asked.flatMap(([no, now]) => {
      const line = byNo.get(now);
      return line ? [[no, line] as const] : [];
    }),
  );
}

/** What the list calls these suppliers, by the number a record has. */
export const supplierNames = async (...asked: Parameters<typeof linesByNumber>): Promise<ReadonlyMap<number, string>> =>
  new Map([...(await linesByNumber(...asked))].map(([no, { name }]) => [no, name]));
