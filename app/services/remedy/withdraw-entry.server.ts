import { and, eq, isNull } from "drizzle-orm";
import { event } from "../../../db/audit-events";
import type { Database, Scope } from "../../../db/database";
import { repaymentEntries } from "../../../db/queries/remedy";
import { Problem } from "../../lib/problem";
import { groupRecord } from "./group-record.server";
import { fit, orChanged, words } from "./shared.server";

/**
 * Withdraws an entry that was wrong: it stays in the ledger, marked, and counts for nothing.
 * @throws Problem `repayment.not-found` (404), `repayment.entry` (409) when it is not there or withdrawn already,
 *   `repayment.reason` (422), `remedy.changed` (409) when somebody was faster.
 */
export async function withdrawEntry(
  db: Database,
  scope: Scope,
  { groupId, entryId, reason: given }: { readonly groupId: string; readonly entryId: string; readonly reason: string },
  now: Date,
): Promise<void> {
  const group = await groupRecord(db, scope, groupId);
  const found = (await repaymentEntries(db, scope, [groupId])).find(({ id }) => id === entryId);
  if (!found || found.withdrawnAt !== null)
    throw new Problem("repayment.entry", "There is no such entry that stands. Load the page again.", {}, 409);
  const reason = fit(words(500), given);
  if (reason === "") throw new Problem("repayment.reason", "Say why the entry was wrong.", {}, 422);
  const { repaymentEntries: e } = db.t;
  await db
    .commit(scope, event("repayment.withdrawn", { groupId, supplierId: group.supplierId, entryId, reason }), (q) => [
      {
        write: q
          .update(e)
          .set({ withdrawnAt: now, withdrawnBy: scope.userId, withdrawnReason: reason })
          .where(and(eq(e.id, entryId), eq(e.workspaceNo, scope.workspaceNo), isNull(e.withdrawnAt))),
        rows: 1,
      },
    ])
    .catch(orChanged);
}
