/** Suppliers that people found to be one, and pairs that may be. A merge stands until it is undone. */
import { and, asc, count, desc, eq, gt, inArray, isNull, lt, lte, or } from "drizzle-orm";
import type { AnyScope, Database } from "../database";
import { namesOfUsers } from "../names-of-users";
import type { Tables } from "../schema/tables";

export type StoredPair = Tables["duplicatePairs"]["$inferSelect"];
export type PairState = StoredPair["state"];
export type StoredPairDecision = Tables["duplicateDecisions"]["$inferSelect"];
export type SignedPairDecision = StoredPairDecision & {
  readonly who: string | null;
  readonly undoneByName: string | null;
};

export interface Merge {
  readonly id: string;
  readonly fromNo: number;
  readonly intoNo: number;
}

/** The merges of a workspace that stand, the oldest first. */
export async function mergesInForce(db: Database, scope: Pick<AnyScope, "workspaceNo">): Promise<Merge[]> {
  const { duplicateDecisions: d } = db.t;
  return db.q
    .select({ id: d.id, fromNo: d.fromNo, intoNo: d.intoNo })
    .from(d)
    .where(and(eq(d.workspaceNo, scope.workspaceNo), eq(d.decision, "merged"), isNull(d.undoneAt)))
    .orderBy(asc(d.decidedAt), asc(d.id));
}

/** The merges of a workspace that stood at an instant, the oldest first. */
export async function mergesAt(db: Database, scope: Pick<AnyScope, "workspaceNo">, instant: Date): Promise<Merge[]> {
  const { duplicateDecisions: d } = db.t;
  return db.q
    .select({ id: d.id, fromNo: d.fromNo, intoNo: d.intoNo })
    .from(d)
    .where(
      and(
        eq(d.workspaceNo, scope.workspaceNo),
        eq(d.decision, "merged"),
        lte(d.decidedAt, instant),
        or(isNull(d.undoneAt), gt(d.undoneAt, instant)),
      ),
    )
    .orderBy(asc(d.decidedAt), asc(d.id));
}

/** Numbers of the suppliers that were ever merged with another, whether the merge stands or was undone. */
export async function everMerged(db: Database, scope: Pick<AnyScope, "workspaceNo">): Promise<ReadonlySet<number>> {
  const { duplicateDecisions: d } = db.t;
  const rows = await db.q
    .select({ fromNo: d.fromNo, intoNo: d.intoNo })
    .from(d)
    .where(and(eq(d.workspaceNo, scope.workspaceNo), eq(d.decision, "merged")));
  return new Set(rows.flatMap(({ fromNo, intoNo }) => [fromNo, intoNo]));
}

/** The supplier that each merged one has become, over any number of steps. Pure. */
export function standingFor(merges: readonly Merge[]): ReadonlyMap<number, number> {
  const into = new Map(merges.map(({ fromNo, intoNo }) => [fromNo, intoNo]));
  return new Map(
    [...into.keys()].map((from) => {
      let at = from;
      for (let steps = 0; steps <= into.size && into.has(at); steps++) at = into.get(at)!;
      return [from, at];
    }),
  );
}

/** The numbers a supplier stands for by these merges: its own, and those that became it. Pure. */
export const numbersBy = (merges: readonly Merge[], supplierNo: number): number[] => [
  supplierNo,
  ...[...standingFor(merges)].flatMap(([from, became]) => (became === supplierNo ? [from] : [])),
];

/** The numbers a supplier stands for: its own, and those that were merged into it. */
export async function numbersOf(db: Database, scope: AnyScope, supplierNo: number): Promise<number[]> {
  const { duplicateDecisions: d } = db.t;
  const found = new Set([supplierNo]);
  for (let asked: number[] = [supplierNo]; asked.length > 0;) {
    const rows = await db.q
      .select({ fromNo: d.fromNo })
      .from(d)
      .where(
        and(
          eq(d.workspaceNo, scope.workspaceNo),
          inArray(d.intoNo, asked),
          eq(d.decision, "merged"),
          isNull(d.undoneAt),
        ),
      );
    asked = rows.map(({ fromNo }) => fromNo).filter((no) => !found.has(no));
    for (const no of asked) found.add(no);
  }
  return [...found];
}

/** All numbers of the one supplier that this is by now: of the one it was merged into, where it was, and of all merged into that. */
export async function familyOf(db: Database, scope: AnyScope, supplierNo: number): Promise<number[]> {
  const became = standingFor(await mergesInForce(db, scope)).get(supplierNo);
  return numbersOf(db, scope, became ?? supplierNo);
}

/** The merges into these suppliers that stand, the oldest first, with the pair each was made on. */
export async function decisionsInto(
  db: Database,
  scope: AnyScope,
  intoNos: readonly number[],
): Promise<(Pick<StoredPair, "leftNo" | "left" | "right"> & { readonly fromNo: number })[]> {
  const { duplicateDecisions: d, duplicatePairs: p } = db.t;
  return db.q
    .select({ fromNo: d.fromNo, leftNo: p.leftNo, left: p.left, right: p.right })
    .from(d)
    .innerJoin(p, and(eq(p.id, d.pairId), eq(p.workspaceNo, d.workspaceNo)))
    .where(
      and(
        eq(d.workspaceNo, scope.workspaceNo),
        inArray(d.intoNo, [...intoNos]),
        eq(d.decision, "merged"),
        isNull(d.undoneAt),
      ),
    )
    .orderBy(asc(d.decidedAt), asc(d.id));
}

export interface PairPlace {
  readonly score: number;
  readonly id: string;
}

/** Stands behind a place, the most probable pair being the first; null: anywhere. */
export const isBehind = ({ score, id }: Database["t"]["duplicatePairs"], after: PairPlace | null) =>
  after === null ? undefined : or(lt(score, after.score), and(eq(score, after.score), lt(id, after.id)));

/** Pairs in a state, the most probable first, those behind `after`. */
export async function pairQueue(
  db: Database,
  scope: AnyScope,
  state: PairState,
  { after, limit }: { readonly after: PairPlace | null; readonly limit: number },
): Promise<StoredPair[]> {
  const { duplicatePairs: p } = db.t;
  return db.q
    .select()
    .from(p)
    .where(and(eq(p.workspaceNo, scope.workspaceNo), eq(p.state, state), isBehind(p, after)))
    .orderBy(desc(p.score), desc(p.id))
    .limit(limit);
}

/** How many pairs stand in each state. */
export async function countPairs(db: Database, scope: AnyScope): Promise<Readonly<Partial<Record<PairState, number>>>> {
  const { duplicatePairs: p } = db.t;
  const rows = await db.q
    .select({ state: p.state, count: count() })
    .from(p)
    .where(eq(p.workspaceNo, scope.workspaceNo))
    .groupBy(p.state);
  return Object.fromEntries(rows.map((row) => [row.state, row.count]));
}

/** A pair; null when it is another workspace's or not there. */
export async function findPair(db: Database, scope: AnyScope, id: string): Promise<StoredPair | null> {
  const { duplicatePairs: p } = db.t;
  const [found] = await db.q
    .select()
    .from(p)
    .where(and(eq(p.id, id), eq(p.workspaceNo, scope.workspaceNo)));
  return found ?? null;
}

/** All pairs of the workspace in the order of their ids, those behind `after`. */
export async function pairsInOrder(db: Database, scope: AnyScope, after: string, limit: number): Promise<StoredPair[]> {
  const { duplicatePairs: p } = db.t;
  return db.q
    .select()
    .from(p)
    .where(and(eq(p.workspaceNo, scope.workspaceNo), gt(p.id, after)))
    .orderBy(asc(p.id))
    .limit(limit);
}

/** The pairs in which one of these suppliers has the lower number. */
export async function pairsOfSuppliers(
  db: Database,
  scope: AnyScope,
  leftNos: readonly number[],
): Promise<StoredPair[]> {
  const { duplicatePairs: p } = db.t;
  const found: StoredPair[] = [];
  for (let at = 0; at < leftNos.length; at += 500)
    found.push(
      ...(await db.q
        .select()
        .from(p)
        .where(and(eq(p.workspaceNo, scope.workspaceNo), inArray(p.leftNo, leftNos.slice(at, at + 500))))),
    );
  return found;
}

/** Decisions about these pairs, in force or not, the oldest first. */
export async function decisionsOfPairs(
  db: Database,
  scope: AnyScope,
  pairIds: readonly string[],
): Promise<SignedPairDecision[]> {
  const { duplicateDecisions: d } = db.t;
  const rows: StoredPairDecision[] = [];
  for (let at = 0; at < pairIds.length; at += 500)
    rows.push(
      ...(await db.q
        .select()
        .from(d)
        .where(and(eq(d.workspaceNo, scope.workspaceNo), inArray(d.pairId, pairIds.slice(at, at + 500))))
        .orderBy(asc(d.decidedAt), asc(d.id))),
    );
  const names = await namesOfUsers(
    db,
    rows.flatMap(({ decidedBy, undoneBy }) => [decidedBy, undoneBy]),
  );
  return rows.map((row) => ({
    ...row,
    who: names.get(row.decidedBy) ?? null,
    undoneByName: names.get(row.undoneBy) ?? null,
  }));
}
