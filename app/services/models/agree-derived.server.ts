import { and, eq, isNull } from "drizzle-orm";
import { event } from "../../../db/audit-events";
import type { Database, Scope } from "../../../db/database";
import { Problem } from "../../lib/problem";
import { asConflict } from "../imports/publish-import.server";
import { dayOf } from "../scoring/assessor.server";
import { openDerived } from "./derived-models.server";

const DAY_MS = 86_400_000;

/**
 * A second person agrees to proposed weights: from the next day on the list may be scored with them.
 * @throws Problem `model.unknown-weights` (404), `model.second-person` (403) for whoever proposed them, `model.agreed` (409).
 */
export async function agreeDerived(db: Database, scope: Scope, id: string, now: Date): Promise<void> {
  const seen = await openDerived(db, scope, id);
  if (seen.approvedAt !== null) throw new Problem("model.agreed", "Somebody agreed to these weights already.", {}, 409);
  if (seen.proposedBy === scope.userId)
    throw new Problem(
      "model.second-person",
      "You proposed these weights: a second person has to agree to them.",
      {},
      403,
    );
  const validFrom = dayOf(new Date(now.getTime() + DAY_MS));
  const { derivedModels: d } = db.t;
  const agreed = event("model.agreed", { derivedId: id, modelId: seen.modelId, validFrom });
  await db
    .commit(scope, agreed, (q) => [
      {
        write: q
          .update(d)
          .set({ approvedBy: scope.userId, approvedAt: now, validFrom })
          .where(and(eq(d.id, id), eq(d.workspaceNo, scope.workspaceNo), isNull(d.approvedAt), isNull(d.withdrawnAt))),
        rows: 1,
      },
    ])
    .catch(asConflict);
}
