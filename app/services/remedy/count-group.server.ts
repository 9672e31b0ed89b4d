import { and, eq } from "drizzle-orm";
import { event } from "../../../db/audit-events";
import type { Database, Scope } from "../../../db/database";
import { countedFacts, groupAt, shownFacts, type GroupFacts } from "./group-record.server";
import { orChanged } from "./shared.server";

/** Numbers of workers a reader may not see, and leaves as they are: null keeps what is there. */
type Kept = "workers" | "left" | "receiptsWorkers" | "interviewsWorkers" | "receipts" | "interviews" | "corridor";
/** What a group is said to be now; `keep` names what stays as it is. */
export type Recount = Omit<GroupFacts, "workers" | "left"> & {
  readonly workers: number | null;
  readonly left: number | null;
};

/**
 * Counts anew what a group is owed, from facts that are put anew.
 * @param keep facts that stay as they are, for they were not shown to the reader.
 * @throws Problem `repayment.not-found` (404), `remedy.changed` (409), and as `countedFacts`.
 */
export async function countGroup(
  db: Database,
  scope: Scope,
  { id, version, facts: given, keep }: { id: string; version: number; facts: Recount; keep: readonly Kept[] },
): Promise<void> {
  const group = await groupAt(db, scope, id, version);
  const kept = Object.fromEntries(keep.map((name) => [name, group[name]]));
  const facts = await countedFacts(db, scope, { ...given, ...kept } as GroupFacts);
  const { repaymentGroups: g } = db.t;
  await db
    .commit(
      scope,
      event("repayment.counted", { groupId: id, supplierId: group.supplierId, group: shownFacts(facts) }),
      (q) => [
        {
          write: q
            .update(g)
            .set({ ...facts, version: version + 1 })
            .where(and(eq(g.id, id), eq(g.workspaceNo, scope.workspaceNo), eq(g.version, version))),
          rows: 1,
        },
      ],
    )
    .catch(orChanged);
}
