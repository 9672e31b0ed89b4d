import { and, eq, isNull } from "drizzle-orm";
import { event } from "../../../db/audit-events";
import type { Database, Scope } from "../../../db/database";
import { Problem } from "../../lib/problem";
import { findImport } from "../imports/import-record.server";
import { asConflict } from "../imports/publish-import.server";
import { shownList } from "../imports/shown-list.server";
import { openDerived } from "./derived-models.server";

/**
 * Withdraws proposed or agreed weights. They stay on record; no list is scored with them again.
 * @throws Problem `model.unknown-weights` (404), `model.in-use` (409) while the shown list is scored with them.
 */
export async function withdrawDerived(db: Database, scope: Scope, id: string, now: Date): Promise<void> {
  const seen = await openDerived(db, scope, id);
  const shown = await shownList(db, scope);
  const wanted = shown && (await findImport(db, scope, shown.source.id)).settings.model;
  if (shown && (wanted === seen.modelId || shown.generation.modelId === seen.modelId))
    throw new Problem(
      "model.in-use",
      "The list is scored with these weights. Go back to the released model first.",
      {},
      409,
    );
  const { derivedModels: d } = db.t;
  await db
    .commit(scope, event("model.withdrawn", { derivedId: id, modelId: seen.modelId }), (q) => [
      {
        write: q
          .update(d)
          .set({ withdrawnBy: scope.userId, withdrawnAt: now })
          .where(and(eq(d.id, id), eq(d.workspaceNo, scope.workspaceNo), isNull(d.withdrawnAt))),
        rows: 1,
      },
    ])
    .catch(asConflict);
}
