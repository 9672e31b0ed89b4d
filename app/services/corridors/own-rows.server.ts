import type { Database, Scope } from "../../../db/database";
import * as stored from "../../../db/queries/corridors";
import type { OwnCorridor, OwnFeeRule } from "../../recruitment/corridors";
import { Money } from "../../recruitment/money";

/** What a workspace recorded of the costs of corridors, withdrawn rows among it, the newest figure first. */
export async function ownCorridors(db: Database, scope: Scope): Promise<OwnCorridor[]> {
  const rows = await stored.ownCorridors(db, scope);
  return rows.map(({ workspaceNo: _no, recordedBy: _by, withdrawnBy: _with, told, ...row }) => ({
    ...row,
    money: Money.parse(told),
  }));
}

/** What a workspace recorded of rules on fees, withdrawn rows among it, the newest first. */
export async function ownFeeRules(db: Database, scope: Scope): Promise<OwnFeeRule[]> {
  const rows = await stored.ownFeeRules(db, scope);
  return rows.map(({ workspaceNo: _no, recordedBy: _by, withdrawnBy: _with, ...row }) => row);
}
