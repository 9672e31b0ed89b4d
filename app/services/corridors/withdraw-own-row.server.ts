import { and, eq, isNull } from "drizzle-orm";
import { event } from "../../../db/audit-events";
import type { Database, Scope } from "../../../db/database";
import { isStaleWrite } from "../../../db/errors";
import { Problem } from "../../lib/problem";
import { findOwnRow } from "./find-own-row.server";

/**
 * Withdraws a row: it is kept, marked, and offered no more. What was recorded for suppliers from it stays.
 * @throws Problem `own-row.not-found` (404), `own-row.withdrawn` (409) when it was withdrawn already.
 */
export async function withdrawOwnRow(db: Database, scope: Scope, id: string, now: Date): Promise<void> {
  const late = () => new Problem("own-row.withdrawn", "This row was withdrawn already.", {}, 409);
  const { table: name, row } = await findOwnRow(db, scope, id);
  if (row.withdrawnAt !== null) throw late();
  const table = name === "own_corridors" ? db.t.ownCorridors : db.t.ownFeeRules;
  await db
    .commit(scope, event("own-row.withdrawn", { table: name, rowId: id }), (q) => [
      {
        write: q
          .update(table)
          .set({ withdrawnAt: now, withdrawnBy: scope.userId })
          .where(and(eq(table.workspaceNo, scope.workspaceNo), eq(table.id, id), isNull(table.withdrawnAt))),
        rows: 1,
      },
    ])
    .catch((error: unknown) => {
      throw isStaleWrite(error) ? late() : error;
    });
}
