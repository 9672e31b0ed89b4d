import { event } from "../../../db/audit-events";
import type { Database, Scope } from "../../../db/database";
import { newId } from "../../../db/ids";
import { NewFeeRule } from "../../recruitment/corridors";
import { fitRow } from "./fit-row";
import { ownFeeRules } from "./own-rows.server";

/**
 * Records a rule on fees by a source the workspace names. It is shown beside the published ones and lowers no value.
 * @returns the row's id. @throws Problem as `fitRow`.
 */
export async function addOwnFeeRule(db: Database, scope: Scope, given: NewFeeRule, now: Date): Promise<string> {
  const row = fitRow(NewFeeRule, given, await ownFeeRules(db, scope), now);
  const { ownFeeRules: table } = db.t;
  const id = newId(now);
  const kept = { id, ...row, recordedBy: scope.userId };
  await db.commit(scope, event("own-row.added", { table: "own_fee_rules", row: kept }), (q) => [
    q.insert(table).values({ ...kept, workspaceNo: scope.workspaceNo, recordedAt: now }),
  ]);
  return id;
}
