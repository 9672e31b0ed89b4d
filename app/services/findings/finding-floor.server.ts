import { and, eq, isNull } from "drizzle-orm";
import type { Database, Queries, Scope, Step } from "../../../db/database";
import { newId } from "../../../db/ids";
import { findingsInForceOf } from "../../../db/queries/floor-findings";
import { readingsOfSupplier } from "../../../db/queries/readings";
import type { StoredOpenFinding } from "../../../db/queries/findings";
import { ofKind } from "../readings/record-readings.server";
import { readReading } from "../readings/stored-answers";
import { shownLineWrites } from "../readings/told-line.server";
import { lineIfShown } from "../readings/undo-readings.server";
import { asFinding } from "../scoring/stored-finding";
import { becameOf } from "../screening/merged-suppliers.server";

/** `stands`: an authority or a court has substantiated it. `lifted`: its authority closed the case. `undone`: it should not stand. */
export type FloorMove = "stands" | "lifted" | "undone";

export interface FloorChange {
  readonly writes: (q: Queries) => readonly Step[];
  /** What the finding's own row holds from then on; absent: nothing changes. */
  readonly floorFindingId?: string | null;
  readonly scores: boolean;
}

const NOTHING: FloorChange = { writes: () => [], scores: false };
const NOT_ENDED = { liftedBy: null, liftedAt: null, undoneBy: null, undoneAt: null };

/** Only what an authority or a court says holds a floor: an allegation, a review or anyone else's finding changes no score. */
export const holdsFloor = ({ source }: Pick<StoredOpenFinding, "source">): boolean =>
  source === "authority" || source === "court";

/** What a settlement that counts does to the supplier's floor, and the supplier's line scored again with it. */
export async function floorOfFinding(
  db: Database,
  scope: Scope,
  finding: StoredOpenFinding,
  supplierId: string,
  move: FloorMove,
  now: Date,
): Promise<FloorChange> {
  const { floorFindings: f } = db.t;
  const own = finding.floorFindingId;
  if (move === "stands" ? !holdsFloor(finding) || own !== null : own === null) return NOTHING;
  const fresh = {
    id: newId(now),
    workspaceNo: scope.workspaceNo,
    supplierNo: finding.supplierNo,
    ground: "authority-finding" as const,
    source: finding.saidBy,
    year: Number(finding.foundOn.slice(0, 4)),
    matchDecisionId: null,
    recordedBy: scope.userId,
    recordedAt: now,
  };
  const shownId = (await becameOf(db, scope, supplierId)) ?? supplierId;
  const told = await lineIfShown(db, scope, shownId);
  const supplierNo = told?.line.supplierNo ?? finding.supplierNo;
  const others = (await findingsInForceOf(db, scope, supplierNo)).filter(({ id }) => id !== own);
  const standing = [...others, ...(move === "stands" ? [{ ...fresh, ...NOT_ENDED }] : [])].map(asFinding);
  const readings = (await readingsOfSupplier(db, scope, supplierNo)).map(readReading);
  const line = told ? shownLineWrites(db, scope, told, ofKind(readings, false), standing) : () => [];
  const end = move === "lifted" ? { liftedBy: scope.userId, liftedAt: now } : { undoneBy: scope.userId, undoneAt: now };
  return {
    scores: true,
    floorFindingId: move === "stands" ? fresh.id : null,
    writes: (q) => [
      move === "stands"
        ? q.insert(f).values(fresh)
        : {
            write: q
              .update(f)
              .set(end)
              .where(
                and(eq(f.id, own ?? ""), eq(f.workspaceNo, scope.workspaceNo), isNull(f.liftedAt), isNull(f.undoneAt)),
              ),
            rows: 1,
          },
      ...line(q),
    ],
  };
}
