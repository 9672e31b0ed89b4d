import { and, eq, isNull } from "drizzle-orm";
import { event } from "../../../db/audit-events";
import type { Database, Scope } from "../../../db/database";
import { isStaleWrite } from "../../../db/errors";
import { editionsOf } from "../../../db/queries/screening";
import { Problem } from "../../lib/problem";
import { screenSoon } from "./screen-soon.server";

/**
 * Takes a loaded edition out of force: the one before it is compared with again. It is kept.
 * @throws Problem `list.not-found` (404), `list.withdrawn` (409).
 */
export async function withdrawEdition(db: Database, scope: Scope, editionId: string, now: Date): Promise<void> {
  const found = (await editionsOf(db, scope)).find(({ id }) => id === editionId);
  if (!found) throw new Problem("list.not-found", "There is no such edition in this workspace.", {}, 404);
  const gone = () => new Problem("list.withdrawn", "This edition was withdrawn already.", {}, 409);
  if (found.withdrawnAt !== null) throw gone();
  const { listEditions: e } = db.t;
  const screen = await screenSoon(db, scope, now);
  try {
    await db.commit(scope, event("list.withdrawn", { editionId, listId: found.listId }), (q) => [
      {
        write: q
          .update(e)
          .set({ withdrawnBy: scope.userId, withdrawnAt: now })
          .where(and(eq(e.id, editionId), eq(e.workspaceNo, scope.workspaceNo), isNull(e.withdrawnAt))),
        rows: 1,
      },
      ...screen(q),
    ]);
  } catch (error) {
    if (isStaleWrite(error)) throw gone();
    throw error;
  }
}
