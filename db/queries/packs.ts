/** Evidence packs that were made. */
import { and, asc, count, desc, eq, gt, lte, ne } from "drizzle-orm";
import type { AuditEventName } from "../audit-events";
import type { AnyScope, Database } from "../database";
import { namesOfUsers } from "../names-of-users";
import type { Job } from "./jobs";
import { lastJob } from "./trail-jobs";
import type { Tables } from "../schema/tables";

export type StoredPack = Tables["evidencePacks"]["$inferSelect"];
/** With the name of who asked for it; null when there is no such account any more. */
export type SignedPack = StoredPack & { readonly who: string | null };

/** The packs of the workspace, the newest first. @param until those made until then; null: all. */
export async function listPacks(
  db: Database,
  scope: AnyScope,
  limit: number,
  until: Date | null = null,
): Promise<SignedPack[]> {
  const { evidencePacks: p } = db.t;
  const rows = await db.q
    .select()
    .from(p)
    .where(and(eq(p.workspaceNo, scope.workspaceNo), until === null ? undefined : lte(p.madeAt, until)))
    .orderBy(desc(p.madeAt), desc(p.id))
    .limit(limit);
  const names = await namesOfUsers(
    db,
    rows.map(({ askedBy }) => askedBy),
  );
  return rows.map((row) => ({ ...row, who: names.get(row.askedBy) ?? null }));
}

/** How many packs of the workspace were made until an instant. */
export async function packsUntil(db: Database, scope: AnyScope, until: Date): Promise<number> {
  const { evidencePacks: p } = db.t;
  const [found] = await db.q
    .select({ made: count() })
    .from(p)
    .where(and(eq(p.workspaceNo, scope.workspaceNo), lte(p.madeAt, until)));
  return found?.made ?? 0;
}

/** One pack; null when the workspace has none of that id. */
export async function findPack(db: Database, scope: AnyScope, id: string): Promise<StoredPack | null> {
  const { evidencePacks: p } = db.t;
  const [found] = await db.q
    .select()
    .from(p)
    .where(and(eq(p.workspaceNo, scope.workspaceNo), eq(p.id, id)));
  return found ?? null;
}

/** Ids of the reports of the workspace whose contents are frozen, in the order in which they were started. */
export async function frozenReports(db: Database, scope: AnyScope): Promise<{ readonly id: string }[]> {
  const { reports: r } = db.t;
  return db.q
    .select({ id: r.id })
    .from(r)
    .where(and(eq(r.workspaceNo, scope.workspaceNo), ne(r.state, "draft")))
    .orderBy(asc(r.startedAt), asc(r.id));
}

/**
 * What events of a name say up to a number, in their order, as canonical JSON; null: it was erased.
 * @param until the number of the last event that counts.
 */
export async function contentsOfEvents(
  db: Database,
  scope: AnyScope,
  name: AuditEventName,
  until: number,
): Promise<{ readonly contents: string | null }[]> {
  const { auditEvents: e, auditContents: c } = db.t;
  return db.q
    .select({ contents: c.contents })
    .from(e)
    .leftJoin(c, and(eq(c.workspaceNo, e.workspaceNo), eq(c.seq, e.seq)))
    .where(and(eq(e.workspaceNo, scope.workspaceNo), eq(e.name, name), lte(e.seq, until)))
    .orderBy(asc(e.seq));
}

/** Names of the events of the workspace behind a number, in their order. */
export async function eventNamesAfter(db: Database, scope: AnyScope, seq: number): Promise<string[]> {
  const { auditEvents: e } = db.t;
  const rows = await db.q
    .select({ name: e.name })
    .from(e)
    .where(and(eq(e.workspaceNo, scope.workspaceNo), gt(e.seq, seq)))
    .orderBy(e.seq);
  return rows.map(({ name }) => name);
}

/** The job that made the last pack of the workspace, or makes one; null when there never was one. */
export const lastPackJob = (db: Database, scope: AnyScope): Promise<Job | null> => lastJob(db, scope, "pack.make");
