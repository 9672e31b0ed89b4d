import { and, eq, gt, notExists, sql } from "drizzle-orm";
import type { AnyScope, Database, Queries, Step } from "./database";

/** A write that is refused when the workspace's chain holds an event after `seq`: what was read before it is not of now. */
export function nothingSince(db: Database, q: Queries, scope: AnyScope, seq: number): Step {
  const { auditEvents, workspaces } = db.t;
  const later = q
    .select({ seq: auditEvents.seq })
    .from(auditEvents)
    .where(and(eq(auditEvents.workspaceNo, scope.workspaceNo), gt(auditEvents.seq, seq)));
  return {
    write: q
      .update(workspaces)
      .set({ publishedGeneration: sql`${workspaces.publishedGeneration}` })
      .where(and(eq(workspaces.no, scope.workspaceNo), notExists(later))),
    rows: 1,
    isSince: true,
  };
}
