import type { AnyScope, Database } from "../../../db/database";
import { findingsInForce, findingsInForceOf } from "../../../db/queries/floor-findings";
import { mergesInForce } from "../../../db/queries/merges";
import { openReadingsInForce, readingsOfSupplier, toldByList } from "../../../db/queries/readings";
import { linesOf } from "../../../db/queries/register";
import type { Engine, IsoDate } from "../../../risk-models/types";
import { asFinding } from "../scoring/stored-finding";
import { ofKind } from "./record-readings.server";
import { recordedOf, type Recorded } from "./recorded";
import { readReading } from "./stored-answers";
import { lineWrites } from "./told-line.server";

/** What people have recorded of the workspace's suppliers by now: answers and findings in force. */
async function recordedNow(db: Database, scope: AnyScope): Promise<Recorded> {
  const [readings, findings] = [await openReadingsInForce(db, scope), await findingsInForce(db, scope)];
  return recordedOf([...readings, ...findings], await mergesInForce(db, scope));
}

/**
 * Brings into a list that is built and not yet shown what was recorded or taken back since `before`, so that showing it does
 * not bring an older state back. Its counts and orders follow with the next build, as they do for an answer on a shown list.
 * @returns what was recorded when it looked.
 */
export async function bringUpToDate(
  db: Database,
  scope: AnyScope,
  list: { readonly generation: number; readonly engine: Engine; readonly day: IsoDate },
  before: Recorded,
): Promise<Recorded> {
  const now = await recordedNow(db, scope);
  const changed = [...new Set([...before.keys(), ...now.keys()])].filter((no) => before.get(no) !== now.get(no));
  const told = await toldByList(db, scope, list.generation, changed);
  for (const line of await linesOf(db, scope, list.generation, changed)) {
    const no = line.supplierNo;
    const isTold = told.has(no);
    const standing = { ...list, line, isTold, listReadings: isTold ? told.get(no)! : line.readings };
    const [readings, findings] = [
      ofKind((await readingsOfSupplier(db, scope, no)).map(readReading), false),
      (await findingsInForceOf(db, scope, no)).map(asFinding),
    ];
    await db.bulk.flush([], { before: lineWrites(db, standing, readings, findings) });
  }
  return now;
}
