/** The chain as people read it, and what they remarked beside it. */
import { and, asc, count, desc, eq, gte, inArray, like, lt, lte, not, notLike, or, sql } from "drizzle-orm";
import type { SQL } from "drizzle-orm";
import type { AnyScope, Database } from "../database";
import { namesOfUsers } from "../names-of-users";
import type { Tables } from "../schema/tables";

/** Which events are asked for; all of them hold. */
export interface TrailFilter {
  /** Stands in the contents, whatever its capitals. */
  readonly words?: string | undefined;
  /** Id of the person who did it. */
  readonly person?: string | undefined;
  /** An id that stands in the contents: a supplier, an import, a finding. */
  readonly record?: string | undefined;
  /** Patterns of names as `like` takes them; one of them fits, and none of `notNames`. */
  readonly names?: readonly string[] | undefined;
  readonly notNames?: readonly string[] | undefined;
  /** Instants, the second not included. */
  readonly from?: Date | undefined;
  readonly to?: Date | undefined;
}

export interface TrailEvent {
  readonly seq: number;
  readonly at: Date;
  readonly actorUserId: string | null;
  readonly name: string;
  readonly digest: string;
  readonly seals: string;
  readonly previousHash: string;
  readonly hash: string;
  /** Null: erased. */
  readonly contents: string | null;
}

/** Events that name nobody, not even who wrote them: it would tell who was spoken with. */
export const NAMELESS = "protected%";
/** What a member decided to release, under their name. */
const NAMED = "%.released";

/** `like` takes these as they are. */
const literally = (text: string): string => text.replaceAll(/[\\%_]/gu, (one) => `\\${one}`);
const stands = (column: SQL, text: string): SQL => sql`${column} LIKE ${`%${literally(text)}%`} ESCAPE '\\'`;

/** Events of the workspace that the filter leaves, the newest first (or, with `after`, in their order). */
export async function trailEvents(
  db: Database,
  scope: AnyScope,
  filter: TrailFilter,
  { before, after, limit }: { readonly before?: number | undefined; readonly after?: number; readonly limit: number },
): Promise<TrailEvent[]> {
  const { auditEvents: e, auditContents: c } = db.t;
  const { words, person, record, names, notNames, from, to } = filter;
  return db.q
    .select({
      seq: e.seq,
      at: e.at,
      actorUserId: e.actorUserId,
      name: e.name,
      digest: e.digest,
      seals: e.seals,
      previousHash: e.previousHash,
      hash: e.hash,
      contents: c.contents,
    })
    .from(e)
    .leftJoin(c, and(eq(c.workspaceNo, e.workspaceNo), eq(c.seq, e.seq)))
    .where(
      and(
        eq(e.workspaceNo, scope.workspaceNo),
        before === undefined ? undefined : lt(e.seq, before),
        after === undefined ? undefined : sql`${e.seq} > ${after}`,
        words === undefined ? undefined : stands(sql`lower(${c.contents})`, words.toLowerCase()),
        record === undefined ? undefined : stands(sql`${c.contents}`, `"${record}"`),
        person === undefined
          ? undefined
          : and(eq(e.actorUserId, person), or(notLike(e.name, NAMELESS), like(e.name, NAMED))),
        names === undefined ? undefined : or(...names.map((pattern) => like(e.name, pattern))),
        notNames === undefined ? undefined : not(or(...notNames.map((pattern) => like(e.name, pattern)))!),
        from === undefined ? undefined : gte(e.at, from),
        to === undefined ? undefined : lt(e.at, to),
      ),
    )
    .orderBy(after === undefined ? desc(e.seq) : asc(e.seq))
    .limit(limit);
}

/** Does this event keep to itself who wrote it? */
export const isNameless = (name: string): boolean => name.startsWith("protected") && !name.endsWith(".released");

/** People who wrote any event of the workspace, by name. */
export async function trailPeople(db: Database, scope: AnyScope): Promise<{ id: string; name: string }[]> {
  const { auditEvents: e, memberships: m } = db.t;
  const acted = await db.q
    .selectDistinct({ id: e.actorUserId })
    .from(e)
    .where(and(eq(e.workspaceNo, scope.workspaceNo), or(notLike(e.name, NAMELESS), like(e.name, NAMED))));
  const members = await db.q.select({ id: m.userId }).from(m).where(eq(m.workspaceNo, scope.workspaceNo));
  const ids = [...new Set([...acted, ...members].flatMap(({ id }) => (id === null ? [] : [id])))];
  const names = await namesOfUsers(db, ids);
  return ids
    .map((id) => ({ id, name: names.get(id) ?? id }))
    .sort((a, b) => (a.name < b.name ? -1 : a.name > b.name ? 1 : 0));
}

/** Events of these names up to an instant, in their order. @param about ids of which one stands in the contents; none: whatever they say. */
export async function eventsUntil(
  db: Database,
  scope: AnyScope,
  names: readonly string[],
  until: Date,
  about: readonly string[] = [],
): Promise<Pick<TrailEvent, "seq" | "at" | "actorUserId" | "name" | "contents">[]> {
  const { auditEvents: e, auditContents: c } = db.t;
  return db.q
    .select({ seq: e.seq, at: e.at, actorUserId: e.actorUserId, name: e.name, contents: c.contents })
    .from(e)
    .leftJoin(c, and(eq(c.workspaceNo, e.workspaceNo), eq(c.seq, e.seq)))
    .where(
      and(
        eq(e.workspaceNo, scope.workspaceNo),
        inArray(e.name, [...names]),
        lte(e.at, until),
        or(...about.map((id) => stands(sql`${c.contents}`, `"${id}"`))),
      ),
    )
    .orderBy(asc(e.seq));
}

/** How many events of these names there were up to an instant, by name; a name without any is left out. */
export async function countEventsUntil(
  db: Database,
  scope: AnyScope,
  names: readonly string[],
  until: Date,
): Promise<ReadonlyMap<string, number>> {
  const { auditEvents: e } = db.t;
  const rows = await db.q
    .select({ name: e.name, events: count() })
    .from(e)
    .where(and(eq(e.workspaceNo, scope.workspaceNo), inArray(e.name, [...names]), lte(e.at, until)))
    .groupBy(e.name);
  return new Map(rows.map(({ name, events }) => [name, events]));
}

/** What changes which list is shown: each says what is shown from then on. */
export const LIST_MOVES = ["import.published", "import.undone", "understanding.applied"] as const;

/** The last event of one of these names up to an instant; null when there is none. Reads each name's index from its end. */
export async function lastEventUntil(
  db: Database,
  scope: AnyScope,
  names: readonly string[],
  until: Date,
): Promise<Pick<TrailEvent, "seq" | "at" | "name" | "contents"> | null> {
  const { auditEvents: e, auditContents: c } = db.t;
  const found = await Promise.all(
    names.map((name) =>
      db.q
        .select({ seq: e.seq, at: e.at, name: e.name, contents: c.contents })
        .from(e)
        .leftJoin(c, and(eq(c.workspaceNo, e.workspaceNo), eq(c.seq, e.seq)))
        .where(and(eq(e.workspaceNo, scope.workspaceNo), eq(e.name, name), lte(e.at, until)))
        .orderBy(desc(e.seq))
        .limit(1),
    ),
  );
  return found.flat().sort((a, b) => b.seq - a.seq)[0] ?? null;
}

/** Number of the last event up to an instant, 0 before the first. */
export async function lastSeqUntil(db: Database, scope: AnyScope, until: Date): Promise<number> {
  const { auditEvents: e } = db.t;
  const [last] = await db.q
    .select({ seq: e.seq })
    .from(e)
    .where(and(eq(e.workspaceNo, scope.workspaceNo), lte(e.at, until)))
    .orderBy(desc(e.seq))
    .limit(1);
  return last?.seq ?? 0;
}

export type RecordNote = Tables["recordNotes"]["$inferSelect"] & { readonly who: string | null };

/** Remarks and sign-offs of a record, those taken back among them, the oldest first. */
export async function notesOfRecord(
  db: Database,
  scope: AnyScope,
  record: { readonly kind: string; readonly id: string },
): Promise<RecordNote[]> {
  const { recordNotes: n } = db.t;
  const rows = await db.q
    .select()
    .from(n)
    .where(and(eq(n.workspaceNo, scope.workspaceNo), eq(n.recordKind, record.kind), eq(n.recordId, record.id)))
    .orderBy(asc(n.at), asc(n.id));
  const names = await namesOfUsers(
    db,
    rows.map(({ byUserId }) => byUserId),
  );
  return rows.map((row) => ({ ...row, who: names.get(row.byUserId) ?? null }));
}

/** One remark or sign-off; null when the workspace has none of that id. */
export async function findNote(
  db: Database,
  scope: AnyScope,
  id: string,
): Promise<Tables["recordNotes"]["$inferSelect"] | null> {
  const { recordNotes: n } = db.t;
  const [found] = await db.q
    .select()
    .from(n)
    .where(and(eq(n.workspaceNo, scope.workspaceNo), eq(n.id, id)));
  return found ?? null;
}

/** The last time the workspace's trail was looked through; null when it never was. */
export async function lastTrailCheck(
  db: Database,
  scope: AnyScope,
): Promise<Tables["trailChecks"]["$inferSelect"] | null> {
  const { trailChecks: c } = db.t;
  const [found] = await db.q
    .select()
    .from(c)
    .where(eq(c.workspaceNo, scope.workspaceNo))
    .orderBy(desc(c.finishedAt))
    .limit(1);
  return found ?? null;
}
