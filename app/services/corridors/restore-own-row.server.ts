import { and, eq, isNotNull } from "drizzle-orm";
import { event } from "../../../db/audit-events";
import type { Database, Scope } from "../../../db/database";
import { isStaleWrite } from "../../../db/errors";
import { Problem } from "../../lib/problem";
import { findOwnRow } from "./find-own-row.server";

/**
 * Takes a withdrawal back: the row is in force again. That it was withdrawn meanwhile stands in the chain.
 * @throws Problem `own-row.not-found` (404), `own-row.in-force` (409) when it is not withdrawn.
 */
export async function restoreOwnRow(db: Database, scope: Scope, id: string): Promise<void> {
  const late = () => new Problem("own-row.in-force", "This row is in force already.", {}, 409);
  const { table: name, row } = await findOwnRow(db, scope, id);
  if (row.withdrawnAt === null) throw late();
  const table = name === "own_corridors" ? db.t.ownCorridors : db.t.ownFeeRules;
  await db
    .commit(scope, event("own-row.restored", { table: name, rowId: id }), (q) => [
      {
        write: q
          .update(table)
          .set({ withdrawnAt: null, withdrawnBy: null })
          .where(and(eq(table.workspaceNo, scope.workspaceNo), eq(table.id, id), isNotNull(table.withdrawnAt))),
        rows: 1,
      },
    ])
    .catch((error: unknown) => {
      throw isStaleWrite(error) ? late() : error;
    });
}
