/** Filed checks with the names a list of them needs. Every query takes the scope first. */
import { and, asc, desc, eq } from "drizzle-orm";
import type { AnyScope, Database } from "../database";
import type { Tables } from "../schema/tables";

/** A filed check that no other replaces, by its lot and bidder, without its record. */
export interface FiledCheck {
  readonly id: string;
  readonly reference: string;
  readonly bidder: string;
  readonly stage: Tables["vendorChecks"]["$inferSelect"]["stage"];
}

/** Those of the newest lots first, and within a lot the oldest. */
export async function filedChecks(db: Database, scope: AnyScope, limit: number): Promise<FiledCheck[]> {
  const { vendorChecks: v, lotBidders: b, lots: l } = db.t;
  return db.q
    .select({ id: v.id, reference: l.reference, bidder: b.name, stage: v.stage })
    .from(v)
    .innerJoin(b, and(eq(b.id, v.bidderId), eq(b.workspaceNo, v.workspaceNo)))
    .innerJoin(l, and(eq(l.id, v.lotId), eq(l.workspaceNo, v.workspaceNo)))
    .where(and(eq(v.workspaceNo, scope.workspaceNo), eq(v.state, "filed")))
    .orderBy(desc(l.openedAt), desc(l.id), asc(v.openedAt), asc(v.id))
    .limit(limit);
}
