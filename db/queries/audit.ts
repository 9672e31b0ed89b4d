import { and, desc, eq, lt } from "drizzle-orm";
import type { AnyScope, Database } from "../database";

export interface AuditLine {
  readonly seq: number;
  readonly at: Date;
  readonly actorUserId: string | null;
  readonly name: string;
  readonly hash: string;
  /** Null when the contents were erased. */
  readonly contents: string | null;
}

/** Events of the workspace, newest first. Pass the last line's `seq` as `before` for the next page. */
export async function auditTrail(
  db: Database,
  scope: AnyScope,
  { before, limit }: { readonly before?: number | undefined; readonly limit: number },
): Promise<AuditLine[]> {
  const { auditEvents, auditContents } = db.t;
  return db.q
    .select({
      seq: auditEvents.seq,
      at: auditEvents.at,
      actorUserId: auditEvents.actorUserId,
      name: auditEvents.name,
      hash: auditEvents.hash,
      contents: auditContents.contents,
    })
    .from(auditEvents)
    .leftJoin(
      auditContents,
      and(eq(auditContents.workspaceNo, auditEvents.workspaceNo), eq(auditContents.seq, auditEvents.seq)),
    )
    .where(
      and(
        eq(auditEvents.workspaceNo, scope.workspaceNo),
        before === undefined ? undefined : lt(auditEvents.seq, before),
      ),
    )
    .orderBy(desc(auditEvents.seq))
    .limit(limit);
}
