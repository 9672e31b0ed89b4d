/** What tells of suppliers that may be one as of a past day. */
import { and, asc, count, desc, eq, gt, inArray, lte } from "drizzle-orm";
import type { AnyScope, Database } from "../database";
import { isBehind, type PairPlace, type StoredPair, type StoredPairDecision } from "./merges";

export type PairTimes = Pick<
  StoredPair,
  "id" | "leftNo" | "rightNo" | "score" | "foundAt" | "seenAt" | "changes" | "version"
>;

const timesOf = (p: Database["t"]["duplicatePairs"]) => {
  const { id, leftNo, rightNo, score, foundAt, seenAt, changes, version } = p;
  return { id, leftNo, rightNo, score, foundAt, seenAt, changes, version };
};

/** The pairs found by an instant that something changed since they were found, without what was compared, the most probable first. */
export async function changedPairTimes(db: Database, scope: AnyScope, until: Date): Promise<PairTimes[]> {
  const { duplicatePairs: p } = db.t;
  return db.q
    .select(timesOf(p))
    .from(p)
    .where(and(eq(p.workspaceNo, scope.workspaceNo), gt(p.version, 1), lte(p.foundAt, until)))
    .orderBy(desc(p.score), desc(p.id));
}

/** Pairs found by an instant that nothing changed since: the first version of a pair is open. */
const unchanged = (p: Database["t"]["duplicatePairs"], scope: AnyScope, until: Date) =>
  and(eq(p.workspaceNo, scope.workspaceNo), eq(p.version, 1), lte(p.foundAt, until));

/** How many pairs found by an instant nothing has changed since. */
export async function countUnchangedPairs(db: Database, scope: AnyScope, until: Date): Promise<number> {
  const { duplicatePairs: p } = db.t;
  const [found] = await db.q
    .select({ pairs: count() })
    .from(p)
    .where(unchanged(p, scope, until));
  return found?.pairs ?? 0;
}

/** Pairs found by an instant that nothing changed since, the most probable first, those behind `after`. */
export async function unchangedPairTimes(
  db: Database,
  scope: AnyScope,
  until: Date,
  { after, limit }: { readonly after: PairPlace | null; readonly limit: number },
): Promise<PairTimes[]> {
  const { duplicatePairs: p } = db.t;
  return db.q
    .select(timesOf(p))
    .from(p)
    .where(and(unchanged(p, scope, until), isBehind(p, after)))
    .orderBy(desc(p.score), desc(p.id))
    .limit(limit);
}

export type PairDecisionTimes = Pick<StoredPairDecision, "id" | "pairId" | "decision" | "decidedAt" | "undoneAt">;

/** When people decided about pairs, and took it back, the oldest decision first. */
export async function pairDecisionTimes(db: Database, scope: AnyScope): Promise<PairDecisionTimes[]> {
  const { duplicateDecisions: d } = db.t;
  return db.q
    .select({ id: d.id, pairId: d.pairId, decision: d.decision, decidedAt: d.decidedAt, undoneAt: d.undoneAt })
    .from(d)
    .where(eq(d.workspaceNo, scope.workspaceNo))
    .orderBy(asc(d.decidedAt), asc(d.id));
}

/** These few pairs, in no order. */
export async function pairsById(db: Database, scope: AnyScope, ids: readonly string[]): Promise<StoredPair[]> {
  const { duplicatePairs: p } = db.t;
  if (ids.length === 0) return [];
  return db.q
    .select()
    .from(p)
    .where(and(eq(p.workspaceNo, scope.workspaceNo), inArray(p.id, [...ids])));
}
