import { and, eq } from "drizzle-orm";
import type { Database, Queries, Scope, Step } from "../../../db/database";
import { newId } from "../../../db/ids";
import { findingsInForceOf } from "../../../db/queries/floor-findings";
import { readingsOfSupplier } from "../../../db/queries/readings";
import type { MatchDecision } from "../../../db/schema/screening";
import { reachesScore } from "../../screening/consequence";
import { ofKind } from "../readings/record-readings.server";
import { readReading } from "../readings/stored-answers";
import { shownLineWrites } from "../readings/told-line.server";
import { lineIfShown } from "../readings/undo-readings.server";
import { asFinding } from "../scoring/stored-finding";
import type { MatchRecord } from "./match-record.server";

export interface FloorChange {
  /** Writes of the finding and of the supplier's line. */
  readonly writes: (q: Queries) => readonly Step[];
  /** The supplier's score may change. */
  readonly scores: boolean;
}

const NOTHING: FloorChange = { writes: () => [], scores: false };

/**
 * What a decision that counts does to the supplier's floor: a match on a ground of forced labour or a State-imposed programme is a
 * finding; that the listing ended, or stands on another ground now, lifts it; a decision against the pair takes it back. Every
 * other ground leaves the score alone.
 */
export async function floorOf(
  db: Database,
  scope: Scope,
  { candidate, supplierId, findings: own }: MatchRecord,
  decision: { readonly id: string; readonly decision: MatchDecision },
  now: Date,
): Promise<FloorChange> {
  const { floorFindings: f } = db.t;
  const { entry, list, supplierNo } = candidate;
  const isMatch = decision.decision === "match";
  const holds = isMatch && reachesScore(entry.ground);
  const records = holds && own.length === 0;
  const ends = !holds && own.length > 0;
  if (!records && !ends) return NOTHING;
  const fresh = {
    id: newId(now),
    workspaceNo: scope.workspaceNo,
    supplierNo,
    ground: "confirmed-match" as const,
    source: `${list.title}: ${entry.name}`,
    year: entry.listedOn === null ? null : Number(entry.listedOn.slice(0, 4)),
    matchDecisionId: decision.id,
    recordedBy: scope.userId,
    recordedAt: now,
  };
  const ended = new Set(own.map(({ id }) => id));
  const told = await lineIfShown(db, scope, supplierId);
  const others = (await findingsInForceOf(db, scope, supplierNo)).filter(({ id }) => !ended.has(id));
  const standing = [...others.map(asFinding), ...(records ? [asFinding({ ...fresh, ...NOT_ENDED })] : [])];
  const readings = (await readingsOfSupplier(db, scope, supplierNo)).map(readReading);
  const line = told ? shownLineWrites(db, scope, told, ofKind(readings, false), standing) : () => [];
  const end =
    isMatch || decision.decision === "delisted"
      ? { liftedBy: scope.userId, liftedAt: now }
      : { undoneBy: scope.userId, undoneAt: now };
  return {
    scores: true,
    writes: (q) => [
      ...(records ? [q.insert(f).values(fresh)] : []),
      ...own.map(({ id }) => ({
        write: q
          .update(f)
          .set(end)
          .where(and(eq(f.id, id), eq(f.workspaceNo, scope.workspaceNo))),
        rows: 1,
      })),
      ...line(q),
    ],
  };
}

const NOT_ENDED = { liftedBy: null, liftedAt: null, undoneBy: null, undoneAt: null };
