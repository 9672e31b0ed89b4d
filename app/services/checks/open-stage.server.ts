import { event } from "../../../db/audit-events";
import type { Database, Scope } from "../../../db/database";
import { againWhileStale } from "../../../db/errors";
import { biddersOf } from "../../../db/queries/checks";
import { idsOfSuppliers } from "../../../db/queries/suppliers";
import type { Stage } from "../../../db/schema/checks";
import { Problem } from "../../lib/problem";
import { sameLot } from "./add-bidder.server";
import { requireLot } from "./check-record.server";
import { checkWrites, newCheck } from "./open-checks";

/**
 * Opens the checks of a stage: for every bidder of the lot at once, never for one. Bidders added later get theirs then.
 * @returns the checks. @throws Problem `lot.not-found` (404), `lot.no-bidder` (422), `lot.stage-open` (409).
 */
export function openStage(
  db: Database,
  scope: Scope,
  lotId: string,
  stage: Stage,
  now: Date,
): Promise<readonly string[]> {
  return againWhileStale(async () => {
    const lot = await requireLot(db, scope, lotId);
    if (lot.stages.includes(stage))
      throw new Problem("lot.stage-open", "The checks of this stage are open already, for every bidder.", {}, 409);
    const bidders = await biddersOf(db, scope, lotId);
    if (bidders.length === 0)
      throw new Problem("lot.no-bidder", "This lot has no bidder yet. Add the bidders first.", {}, 422);
    const ids = await idsOfSuppliers(db, scope, bidders.flatMap(({ supplierNo }) => supplierNo ?? [])); // prettier-ignore
    const checks = bidders.map((bidder) => newCheck(stage, bidder, ids.get(bidder.supplierNo ?? -1) ?? null, now));
    const checkIds = checks.map(({ id }) => id);
    await db.commit(scope, event("lot.stage-opened", { lotId, stage, checks: checkIds }), (q) => [
      {
        write: q
          .update(db.t.lots)
          .set({ stages: [...lot.stages, stage], version: lot.version + 1 })
          .where(sameLot(db, scope, lot)),
        rows: 1,
      },
      ...checkWrites(db, q, scope, checks, now),
    ]);
    return checkIds;
  });
}
