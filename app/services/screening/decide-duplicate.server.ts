import { and, eq, isNull } from "drizzle-orm";
import { event } from "../../../db/audit-events";
import type { Database, Queries, Scope, Step } from "../../../db/database";
import { isStaleWrite } from "../../../db/errors";
import { newId } from "../../../db/ids";
import { decisionsOfPairs, findPair, mergesInForce, standingFor, type StoredPair } from "../../../db/queries/merges";
import { idsOfSuppliers } from "../../../db/queries/suppliers";
import { Problem } from "../../lib/problem";
import { lastDecision } from "./match-in-force";
import { commitAndReapply } from "../understanding/decide.server";

export const PAIR_DECISIONS = ["merged", "different", "cannot-tell"] as const;

export interface NewPairDecision {
  readonly pairId: string;
  readonly version: number;
  readonly decision: (typeof PAIR_DECISIONS)[number];
  /** Merged: which of the two stays. */
  readonly stays: "left" | "right";
  readonly reason: string;
}

const REASON_LENGTH = 2000;

const changed = () =>
  new Problem(
    "duplicate.changed",
    "Somebody decided about these two, or their facts changed, while you looked. Look again.",
    {},
    409,
  );

/** @throws Problem `duplicate.not-found` (404). */
async function pairOf(db: Database, scope: Scope, pairId: string): Promise<StoredPair> {
  const pair = await findPair(db, scope, pairId);
  if (!pair)
    throw new Problem("duplicate.not-found", "There is no such pair. It may belong to another workspace.", {}, 404);
  return pair;
}

const move = (
  db: Database,
  q: Queries,
  { id, version, workspaceNo }: StoredPair,
  change: { readonly state: StoredPair["state"]; readonly decisionId: string | null },
): Step => {
  const { duplicatePairs: p } = db.t;
  return {
    write: q
      .update(p)
      .set({ ...change, version: version + 1 })
      .where(and(eq(p.id, id), eq(p.workspaceNo, workspaceNo), eq(p.version, version))),
    rows: 1,
  };
};

/**
 * Remembers what a person says of two suppliers. Merged, the rows of one count for the other from the next time the list is built,
 * which is at once; nothing of either is lost, and undoing it brings both back.
 * @returns the decision's id. @throws Problem `duplicate.not-found` (404), `duplicate.changed` or `duplicate.circle` (409).
 */
export async function decideDuplicate(db: Database, scope: Scope, made: NewPairDecision, now: Date): Promise<string> {
  const pair = await pairOf(db, scope, made.pairId);
  // What was decided is taken back first, and what left the queue waits for nobody.
  if (pair.version !== made.version || pair.state !== "open") throw changed();
  const [fromNo, intoNo] = made.stays === "left" ? [pair.rightNo, pair.leftNo] : [pair.leftNo, pair.rightNo];
  const became = standingFor(await mergesInForce(db, scope));
  const merges = made.decision === "merged";
  if (merges && (became.has(fromNo) || (became.get(intoNo) ?? intoNo) === fromNo))
    throw new Problem(
      "duplicate.circle",
      "One of the two was merged already. Undo that first, or merge with the supplier it became.",
      {},
      409,
    );
  const id = newId(now);
  const ids = await idsOfSuppliers(db, scope, [fromNo, intoNo]);
  const reason = made.reason.trim().slice(0, REASON_LENGTH);
  const decided = event("duplicate.decided", {
    decisionId: id,
    pairId: pair.id,
    decision: made.decision,
    fromId: ids.get(fromNo) ?? "",
    intoId: ids.get(intoNo) ?? "",
    reason,
  });
  const { leftHash, rightHash, workspaceNo } = pair;
  const row = {
    id,
    workspaceNo,
    pairId: pair.id,
    decision: made.decision,
    fromNo,
    intoNo,
    reason,
    leftHash,
    rightHash,
    decidedBy: scope.userId,
    decidedAt: now,
  };
  const build = (q: Queries) => [
    q.insert(db.t.duplicateDecisions).values(row),
    move(db, q, pair, { state: made.decision, decisionId: id }),
  ];
  try {
    if (merges) await commitAndReapply(db, scope, now, decided, build);
    else await db.commit(scope, decided, build);
  } catch (error) {
    throw isStaleWrite(error) ? changed() : error;
  }
  return id;
}

/**
 * Takes back what was said of two suppliers: they are offered again, and a merge comes apart with everything each had.
 * @throws Problem `duplicate.not-found` (404), `duplicate.changed` (409).
 */
export async function undoDuplicate(
  db: Database,
  scope: Scope,
  asked: { readonly pairId: string; readonly version: number },
  now: Date,
): Promise<void> {
  const pair = await pairOf(db, scope, asked.pairId);
  const last = lastDecision(pair, await decisionsOfPairs(db, scope, [pair.id]));
  if (pair.version !== asked.version || pair.state !== last?.decision) throw changed();
  const { duplicateDecisions: d } = db.t;
  const undone = event("duplicate.undone", { decisionId: last.id, pairId: pair.id });
  const build = (q: Queries) => [
    {
      write: q
        .update(d)
        .set({ undoneBy: scope.userId, undoneAt: now })
        .where(and(eq(d.id, last.id), eq(d.workspaceNo, scope.workspaceNo), isNull(d.undoneAt))),
      rows: 1,
    },
    move(db, q, pair, { state: "open", decisionId: null }),
  ];
  try {
    if (last.decision === "merged") await commitAndReapply(db, scope, now, undone, build);
    else await db.commit(scope, undone, build);
  } catch (error) {
    throw isStaleWrite(error) ? changed() : error;
  }
}
