import { event } from "../../../db/audit-events";
import type { Database, Scope } from "../../../db/database";
import { newId } from "../../../db/ids";
import { NewCorridor } from "../../recruitment/corridors";
import { inUsd } from "../../recruitment/money";
import { fitRow } from "./fit-row";
import { ownCorridors } from "./own-rows.server";

/**
 * Records what recruitment costs on a corridor, or what a worker paid there, by a source the workspace names. No result changes
 * by it: a supplier is measured against it once a person takes it over for that supplier.
 * @returns the row's id. @throws Problem as `fitRow`.
 */
export async function addOwnCorridor(db: Database, scope: Scope, given: NewCorridor, now: Date): Promise<string> {
  const { money, ...row } = fitRow(NewCorridor, given, await ownCorridors(db, scope), now);
  const { ownCorridors: table } = db.t;
  const id = newId(now);
  const kept = { id, ...row, usd: inUsd(money.amount, money), told: money, recordedBy: scope.userId };
  await db.commit(scope, event("own-row.added", { table: "own_corridors", row: kept }), (q) => [
    q.insert(table).values({ ...kept, workspaceNo: scope.workspaceNo, recordedAt: now }),
  ]);
  return id;
}
