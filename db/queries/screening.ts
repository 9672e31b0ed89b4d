/** Lists of named entities as a workspace loaded them, the screenings of its suppliers, and what was decided. Scope first. */
import { and, asc, between, count, desc, eq, gt, inArray, lt, lte, or } from "drizzle-orm";
import type { AnyScope, Database } from "../database";
import { bulkKey, bulkRange } from "../keys";
import { namesOfUsers } from "../names-of-users";
import type { Role } from "../schema/codes";
import { detailReader } from "../schema/register-details";
import type { MatchState } from "../schema/screening";
import type { Tables } from "../schema/tables";
import type { RegisterLine } from "./register";

type EditionRow = Tables["listEditions"]["$inferSelect"];
/** An edition without its entries. */
export type StoredEdition = Omit<EditionRow, "content">;
export type Screening = Tables["screenings"]["$inferSelect"];
export type StoredCandidate = Tables["matchCandidates"]["$inferSelect"];
export type StoredMatchDecision = Tables["matchDecisions"]["$inferSelect"];
/** With the names of who decided, confirmed and took back; null when there is no such account any more, or nobody did. */
export type SignedMatchDecision = StoredMatchDecision & {
  readonly who: string | null;
  readonly confirmer: string | null;
  readonly undoneByName: string | null;
};

/** What of a register line firms are compared by. */
export type FirmLine = Pick<
  RegisterLine,
  "supplierNo" | "name" | "seat" | "isic" | "registrationId" | "city" | "address" | "parent"
>;

const factsOf = detailReader(["registrationId", "city", "address", "parent"]);

/**
 * Every supplier of a generation in the order of numbers, those behind `after`, `atATime` together, by what firms are compared by
 * alone: unpacking whole lines of 100,000 suppliers takes longer than finding out which of them are listed. Nothing of another
 * workspace.
 */
export async function* eachFirm(
  db: Database,
  scope: AnyScope,
  generation: number,
  atATime = 500,
  after = 0,
): AsyncGenerator<FirmLine[]> {
  const { registerRows: r } = db.t;
  const [first, last] = bulkRange(generation);
  for (let from = after === 0 ? first : bulkKey(generation, after + 1); ;) {
    const found = await db.q
      .select({ key: r.key, supplierNo: r.supplierNo, name: r.name, seat: r.seat, isic: r.isic, details: r.details })
      .from(r)
      .where(and(between(r.key, from, last), eq(r.workspaceNo, scope.workspaceNo)))
      .orderBy(asc(r.key))
      .limit(atATime);
    if (found.length > 0)
      yield found.map(({ supplierNo, name, seat, isic, details }) => {
        const { registrationId, city, address, parent } = factsOf(details);
        return { supplierNo, name, seat, isic, registrationId, city, address, parent };
      });
    if (found.length < atATime) return;
    from = found.at(-1)!.key + 1;
  }
}

/** Every edition the workspace loaded, withdrawn ones too, newest first. */
export async function editionsOf(db: Database, scope: AnyScope): Promise<StoredEdition[]> {
  const { content: _content, ...columns } = editionColumns(db);
  return db.q
    .select(columns)
    .from(db.t.listEditions)
    .where(eq(db.t.listEditions.workspaceNo, scope.workspaceNo))
    .orderBy(desc(db.t.listEditions.loadedAt), desc(db.t.listEditions.id));
}

function editionColumns(db: Database) {
  const e = db.t.listEditions;
  return {
    id: e.id, workspaceNo: e.workspaceNo, listId: e.listId, title: e.title, publisher: e.publisher, url: e.url, licence: e.licence, date: e.date, readOn: e.readOn,
    fileName: e.fileName, sha256: e.sha256, entries: e.entries, leftOut: e.leftOut, changes: e.changes, content: e.content, loadedBy: e.loadedBy, loadedAt: e.loadedAt, withdrawnBy: e.withdrawnBy, withdrawnAt: e.withdrawnAt,
  }; // prettier-ignore
}

/** The compressed entries of an edition; null when it is another workspace's or not there. */
export async function editionContent(db: Database, scope: AnyScope, id: string): Promise<Uint8Array | null> {
  const { listEditions: e } = db.t;
  const [found] = await db.q
    .select({ content: e.content })
    .from(e)
    .where(and(eq(e.id, id), eq(e.workspaceNo, scope.workspaceNo)));
  return found?.content ?? null;
}

/** The screenings of a workspace, newest first. @param until those that had not ended by then are left out; null: none is. */
export async function screeningsOf(
  db: Database,
  scope: AnyScope,
  limit = 20,
  until: Date | null = null,
): Promise<Screening[]> {
  const { screenings: s } = db.t;
  return db.q
    .select()
    .from(s)
    .where(and(eq(s.workspaceNo, scope.workspaceNo), until === null ? undefined : lte(s.finishedAt, until)))
    .orderBy(desc(s.startedAt), desc(s.id))
    .limit(limit);
}

/** When each screening of the workspace ran, the oldest first. */
export async function screeningTimes(
  db: Database,
  scope: AnyScope,
): Promise<Pick<Screening, "id" | "startedAt" | "finishedAt">[]> {
  const { screenings: s } = db.t;
  return db.q
    .select({ id: s.id, startedAt: s.startedAt, finishedAt: s.finishedAt })
    .from(s)
    .where(eq(s.workspaceNo, scope.workspaceNo))
    .orderBy(asc(s.startedAt), asc(s.id));
}

/** Candidates of the workspace without what was compared, the highest rank first: all, or those that `part` leaves. */
export async function candidateTimes(
  db: Database,
  scope: AnyScope,
  part: { readonly id?: string; readonly supplierNo?: number } = {},
): Promise<CandidateTimes[]> {
  const { matchCandidates: c } = db.t;
  const { id, supplierNo } = part;
  return db.q
    .select(timesOf(db))
    .from(c)
    .where(
      and(
        eq(c.workspaceNo, scope.workspaceNo),
        id === undefined ? undefined : eq(c.id, id),
        supplierNo === undefined ? undefined : eq(c.supplierNo, supplierNo),
      ),
    )
    .orderBy(desc(c.rank), desc(c.id));
}

/** As `candidateTimes`, of those that stand in a state today; see `candidateQueue` for the place and the order. */
export async function candidateTimesNear(
  db: Database,
  scope: AnyScope,
  state: MatchState,
  { place, side, limit }: { readonly place: QueuePlace; readonly side: "after" | "before"; readonly limit: number },
): Promise<CandidateTimes[]> {
  const { matchCandidates: c } = db.t;
  return db.q
    .select(timesOf(db))
    .from(c)
    .where(and(eq(c.workspaceNo, scope.workspaceNo), eq(c.state, state), fromPlace(db, place, side)))
    .orderBy(...(side === "before" ? [asc(c.rank), asc(c.id)] : [desc(c.rank), desc(c.id)]))
    .limit(limit);
}

function timesOf(db: Database) {
  const { id, supplierNo, rank, state, cause, foundAt, screeningId, version } = db.t.matchCandidates;
  return { id, supplierNo, rank, state, cause, foundAt, screeningId, version };
}

function fromPlace(db: Database, { rank, id }: QueuePlace, side: "after" | "before") {
  const { matchCandidates: c } = db.t;
  return side === "after"
    ? or(lt(c.rank, rank), and(eq(c.rank, rank), lt(c.id, id)))
    : or(gt(c.rank, rank), and(eq(c.rank, rank), gt(c.id, id)));
}

export type CandidateTimes = Pick<
  StoredCandidate,
  "id" | "supplierNo" | "rank" | "state" | "cause" | "foundAt" | "screeningId" | "version"
>;

/** Candidates by their ids, in no order. */
export async function candidatesById(
  db: Database,
  scope: AnyScope,
  ids: readonly string[],
): Promise<StoredCandidate[]> {
  const { matchCandidates: c } = db.t;
  if (ids.length === 0) return [];
  return db.q
    .select()
    .from(c)
    .where(and(eq(c.workspaceNo, scope.workspaceNo), inArray(c.id, [...ids])));
}

/** The screening job of the workspace that waits or runs. */
export async function openScreeningJob(
  db: Database,
  scope: AnyScope,
): Promise<{ readonly id: string; readonly state: string; readonly progress: unknown } | null> {
  const { jobs } = db.t;
  const [job] = await db.q
    .select({ id: jobs.id, state: jobs.state, progress: jobs.progress })
    .from(jobs)
    .where(
      and(
        eq(jobs.workspaceNo, scope.workspaceNo),
        eq(jobs.kind, "lists.screen"),
        inArray(jobs.state, ["queued", "running"]),
      ),
    )
    .orderBy(desc(jobs.createdAt))
    .limit(1);
  return job ?? null;
}

export interface QueuePlace {
  readonly rank: number;
  readonly id: string;
}

/** Candidates in a state, the highest rank first, those behind `after`; with `before` those ahead of it, the nearest first. */
export async function candidateQueue(
  db: Database,
  scope: AnyScope,
  state: MatchState,
  {
    after = null,
    before = null,
    limit,
  }: {
    readonly after?: QueuePlace | null;
    readonly before?: QueuePlace | null;
    readonly limit: number;
  },
): Promise<StoredCandidate[]> {
  const { matchCandidates: c } = db.t;
  const place = after ? fromPlace(db, after, "after") : before ? fromPlace(db, before, "before") : undefined;
  return db.q
    .select()
    .from(c)
    .where(and(eq(c.workspaceNo, scope.workspaceNo), eq(c.state, state), place))
    .orderBy(...(before ? [asc(c.rank), asc(c.id)] : [desc(c.rank), desc(c.id)]))
    .limit(limit);
}

/** How many candidates stand in each state. */
export async function countCandidates(
  db: Database,
  scope: AnyScope,
): Promise<Readonly<Partial<Record<MatchState, number>>>> {
  const { matchCandidates: c } = db.t;
  const rows = await db.q
    .select({ state: c.state, count: count() })
    .from(c)
    .where(eq(c.workspaceNo, scope.workspaceNo))
    .groupBy(c.state);
  return Object.fromEntries(rows.map((row) => [row.state, row.count]));
}

/** A candidate; null when it is another workspace's or not there. */
export async function findCandidate(db: Database, scope: AnyScope, id: string): Promise<StoredCandidate | null> {
  const { matchCandidates: c } = db.t;
  const [found] = await db.q
    .select()
    .from(c)
    .where(and(eq(c.id, id), eq(c.workspaceNo, scope.workspaceNo)));
  return found ?? null;
}

/** Candidates of these suppliers, most probable first. */
export async function candidatesOfSuppliers(
  db: Database,
  scope: AnyScope,
  supplierNos: readonly number[],
): Promise<StoredCandidate[]> {
  const { matchCandidates: c } = db.t;
  const found: StoredCandidate[] = [];
  for (let at = 0; at < supplierNos.length; at += 500)
    found.push(
      ...(await db.q
        .select()
        .from(c)
        .where(and(eq(c.workspaceNo, scope.workspaceNo), inArray(c.supplierNo, supplierNos.slice(at, at + 500))))
        .orderBy(desc(c.score), asc(c.id))),
    );
  return found;
}

/** By the supplier's number how many of its candidates are in a state; a supplier without one is not there. */
export async function countBySupplier(
  db: Database,
  scope: AnyScope,
  supplierNos: readonly number[],
  state: MatchState,
): Promise<Map<number, number>> {
  const { matchCandidates: c } = db.t;
  const found = new Map<number, number>();
  for (let at = 0; at < supplierNos.length; at += 500) {
    const some = inArray(c.supplierNo, supplierNos.slice(at, at + 500));
    const rows = await db.q
      .select({ supplierNo: c.supplierNo, all: count() })
      .from(c)
      .where(and(eq(c.workspaceNo, scope.workspaceNo), some, eq(c.state, state)))
      .groupBy(c.supplierNo);
    for (const { supplierNo, all } of rows) found.set(supplierNo, all);
  }
  return found;
}

/** All candidates of the workspace in the order of their ids, those behind `after`. */
export async function candidatesInOrder(
  db: Database,
  scope: AnyScope,
  after: string,
  limit: number,
): Promise<StoredCandidate[]> {
  const { matchCandidates: c } = db.t;
  return db.q
    .select()
    .from(c)
    .where(and(eq(c.workspaceNo, scope.workspaceNo), gt(c.id, after)))
    .orderBy(asc(c.id))
    .limit(limit);
}

/** How many members of the workspace have one of these roles. */
export async function countMembersOf(db: Database, scope: AnyScope, roles: readonly Role[]): Promise<number> {
  const { memberships: m } = db.t;
  const [row] = await db.q
    .select({ count: count() })
    .from(m)
    .where(and(eq(m.workspaceNo, scope.workspaceNo), inArray(m.role, [...roles])));
  return row?.count ?? 0;
}

/** Decisions about these candidates, in force or not, the oldest first. */
export async function decisionsOfCandidates(
  db: Database,
  scope: AnyScope,
  candidateIds: readonly string[],
): Promise<SignedMatchDecision[]> {
  const { matchDecisions: d } = db.t;
  const rows: StoredMatchDecision[] = [];
  for (let at = 0; at < candidateIds.length; at += 500)
    rows.push(
      ...(await db.q
        .select()
        .from(d)
        .where(and(eq(d.workspaceNo, scope.workspaceNo), inArray(d.candidateId, candidateIds.slice(at, at + 500))))
        .orderBy(asc(d.decidedAt), asc(d.id))),
    );
  const names = await namesOfUsers(
    db,
    rows.flatMap(({ decidedBy, confirmedBy, undoneBy }) => [decidedBy, confirmedBy, undoneBy]),
  );
  const nameOf = (id: string | null) => (id === null ? null : (names.get(id) ?? null));
  return rows.map((row) => ({
    ...row,
    who: nameOf(row.decidedBy),
    confirmer: nameOf(row.confirmedBy),
    undoneByName: nameOf(row.undoneBy),
  }));
}
