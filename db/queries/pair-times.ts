/** What tells of suppliers that may be one as of a past day. */
import { and, asc, desc, eq, inArray } from "drizzle-orm";
import type { AnyScope, Database } from "../database";
import type { StoredPair, StoredPairDecision } from "./merges";

export type PairTimes = Pick<
  StoredPair,
  "id" | "leftNo" | "rightNo" | "score" | "foundAt" | "seenAt" | "changes" | "version"
>;

/** Every pair of the workspace without what was compared, the most probable first. */
export async function pairTimes(db: Database, scope: AnyScope): Promise<PairTimes[]> {
  const { duplicatePairs: p } = db.t;
  const { id, leftNo, rightNo, score, foundAt, seenAt, changes, version } = p;
  return db.q
    .select({ id, leftNo, rightNo, score, foundAt, seenAt, changes, version })
    .from(p)
    .where(eq(p.workspaceNo, scope.workspaceNo))
    .orderBy(desc(p.score), desc(p.id));
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
