/** Lines of a list as they stood at the end of a past day: what was recorded in them later is taken out again. */
import type { Database, Scope } from "../../../db/database";
import { floorFindingsAbout, foundSince, standingAt } from "../../../db/queries/floor-findings";
import { mergesAt, mergesInForce, standingFor } from "../../../db/queries/merges";
import { openReadingsAbout, toldByList, toldSince } from "../../../db/queries/readings";
import { linesOf } from "../../../db/queries/register";
import type { LinesThen } from "../../../db/orders";
import type { RegisterRow } from "../../../db/register-row";
import type { IsoDate } from "../../../risk-models/types";
import { endOfDay } from "../../lib/as-known-on";
import { knownAt } from "../../recruitment/readings";
import { engineOfList } from "../scoring/kept-data.server";
import { asFinding } from "../scoring/stored-finding";
import type { KeptList } from "../trail/list-then.server";
import { bySupplierNo } from "./apply-readings.server";
import { rescoredRow } from "./rescored-line";
import { readReading } from "./stored-answers";

/**
 * Which lines of a list were written again after the day, by answers and by findings, and how each stood then: made from what the
 * list itself had told, what was known at the end of the day, and the model and the data of the list. All other lines lie as
 * they lay. Reads once which suppliers were spoken of since, and then, for the lines asked for, a few hundred at a time.
 */
export async function linesThen(db: Database, scope: Scope, list: KeptList, day: IsoDate): Promise<LinesThen> {
  const end = endOfDay(day);
  const { generation, listDay } = list;
  const [told, found, merges, now] = await Promise.all([
    toldSince(db, scope, end),
    foundSince(db, scope, end),
    mergesAt(db, scope, end),
    mergesInForce(db, scope),
  ]);
  const [becameThen, became] = [standingFor(merges), standingFor(now)];
  const since = new Set([...told, ...found].flatMap((no) => [no, becameThen.get(no) ?? no, became.get(no) ?? no]));
  const mergedInto = new Map<number, number[]>();
  for (const [from, into] of becameThen) mergedInto.set(into, [...(mergedInto.get(into) ?? []), from]);

  return async (supplierNos) => {
    const changed = supplierNos.filter((no) => since.has(no));
    if (changed.length === 0) return new Map<number, RegisterRow>();
    const numbers = changed.flatMap((no) => [no, ...(mergedInto.get(no) ?? [])]);
    const [lines, byList, readings, findings, engine] = await Promise.all([
      linesOf(db, scope, generation.no, changed),
      toldByList(db, scope, generation.no, changed),
      openReadingsAbout(db, scope, numbers),
      floorFindingsAbout(db, scope, numbers),
      engineOfList(db, listDay, generation),
    ]);
    const answers = bySupplierNo(readings, merges);
    const standing = bySupplierNo(standingAt(findings, end), merges);
    return new Map(
      lines.map(({ id: _id, ...row }) => {
        const no = row.supplierNo;
        // Who is not among them was never written again: the line is as the list told it.
        const own = byList.has(no) ? byList.get(no)! : row.readings;
        const known = knownAt((answers.get(no) ?? []).map(readReading), end);
        const findingsThen = (standing.get(no) ?? []).map(asFinding);
        return [no, byList.has(no) ? rescoredRow(row, own, known, findingsThen, engine, listDay) : row] as const;
      }),
    );
  };
}
