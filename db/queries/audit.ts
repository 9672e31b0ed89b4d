import { and, asc, desc, eq, gt, inArray, like, lt } from "drizzle-orm";
import type { AuditEventName } from "../audit-events";
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

/** The number of the workspace's last event; 0 before the first. */
export async function lastSeq(db: Database, scope: AnyScope): Promise<number> {
  const { auditEvents } = db.t;
  const [last] = await db.q
    .select({ seq: auditEvents.seq })
    .from(auditEvents)
    .where(eq(auditEvents.workspaceNo, scope.workspaceNo))
    .orderBy(desc(auditEvents.seq))
    .limit(1);
  return last?.seq ?? 0;
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

/** One event by its number; null when the workspace has none of that number. */
export async function auditEvent(db: Database, scope: AnyScope, seq: number): Promise<AuditLine | null> {
  const [found] = await auditTrail(db, scope, { before: seq + 1, limit: 1 });
  return found?.seq === seq ? found : null;
}

/** An event with the name of the person; null when it was the program, or there is no such account any more. */
export type SignedEvent = AuditLine & { readonly who: string | null };

/** Events of these names in whose contents `text` stands, newest first: what was decided about one thing. */
export async function eventsAbout(
  db: Database,
  scope: AnyScope,
  names: readonly AuditEventName[],
  text: string,
  limit: number,
): Promise<SignedEvent[]> {
  const { auditEvents: e, auditContents: c, users } = db.t;
  return db.q
    .select({
      seq: e.seq,
      at: e.at,
      actorUserId: e.actorUserId,
      name: e.name,
      hash: e.hash,
      contents: c.contents,
      who: users.name,
    })
    .from(e)
    .innerJoin(c, and(eq(c.workspaceNo, e.workspaceNo), eq(c.seq, e.seq)))
    .leftJoin(users, eq(users.id, e.actorUserId))
    .where(and(eq(e.workspaceNo, scope.workspaceNo), inArray(e.name, [...names]), like(c.contents, `%"${text}"%`)))
    .orderBy(desc(e.seq))
    .limit(limit);
}

/** Events of one name after the one of this number, in their order. */
export async function eventsAfter(
  db: Database,
  scope: AnyScope,
  name: AuditEventName,
  seq: number,
  limit: number,
): Promise<Pick<AuditLine, "seq" | "contents">[]> {
  const { auditEvents: e, auditContents: c } = db.t;
  return db.q
    .select({ seq: e.seq, contents: c.contents })
    .from(e)
    .leftJoin(c, and(eq(c.workspaceNo, e.workspaceNo), eq(c.seq, e.seq)))
    .where(and(eq(e.workspaceNo, scope.workspaceNo), eq(e.name, name), gt(e.seq, seq)))
    .orderBy(asc(e.seq))
    .limit(limit);
}
