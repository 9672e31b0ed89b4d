/** "Someone may be in danger": nobody writes to the supplier until a second member agrees that it may be written to again. */
import { and, eq, isNull } from "drizzle-orm";
import { event } from "../../../db/audit-events";
import type { Database, Queries, Scope, Step } from "../../../db/database";
import { isStaleWrite } from "../../../db/errors";
import { newId } from "../../../db/ids";
import { heldSuppliers, holdsOfSupplier, type StoredHold } from "../../../db/queries/holds";
import { idsOfSuppliers } from "../../../db/queries/suppliers";
import { isAloneWith } from "../accounts/alone.server";
import { Problem } from "../../lib/problem";
import { neededText } from "./finding-texts";
import { supplierNoIn } from "./supplier-in-scope.server";

/** The hold in force on a supplier, the oldest; null: it may be written to. */
export async function holdInForce(db: Database, scope: Scope, supplierNo: number): Promise<StoredHold | null> {
  return (await holdsOfSupplier(db, scope, supplierNo)).find(({ liftedAt }) => liftedAt === null) ?? null;
}

/** Public ids of the suppliers nobody may write to now. */
export async function heldSupplierIds(db: Database, scope: Scope): Promise<string[]> {
  const nos = [...(await heldSuppliers(db, scope))];
  return nos.length === 0 ? [] : [...(await idsOfSuppliers(db, scope, nos)).values()];
}

/**
 * Stops everything that is written to the supplier. It holds no word about anybody. Pressed again while it stands, nothing
 * changes. @throws Problem `finding.supplier` (404).
 */
export async function placeHold(db: Database, scope: Scope, supplierId: string, now: Date): Promise<void> {
  const supplierNo = await supplierNoIn(db, scope, supplierId);
  if (await holdInForce(db, scope, supplierNo)) return;
  const row = { id: newId(now), workspaceNo: scope.workspaceNo, supplierNo, placedBy: scope.userId, placedAt: now };
  await db.commit(scope, event("supplier-hold.placed", { holdId: row.id, supplierId }), (q) => [
    q.insert(db.t.supplierHolds).values(row),
  ]);
}

const changed = () =>
  new Problem("hold.changed", "Somebody changed this while you looked at it. Nothing was saved; look again.", {}, 409);

function moveHold(db: Database, q: Queries, hold: StoredHold, set: Partial<StoredHold>): Step {
  const { supplierHolds: h } = db.t;
  return {
    write: q
      .update(h)
      .set(set)
      .where(
        and(
          eq(h.id, hold.id),
          eq(h.workspaceNo, hold.workspaceNo),
          isNull(h.liftedAt),
          hold.liftAskedBy === null ? isNull(h.liftAskedBy) : eq(h.liftAskedBy, hold.liftAskedBy),
        ),
      ),
    rows: 1,
  };
}

const asChanged = (error: unknown): never => {
  throw isStaleWrite(error) ? changed() : error;
};

async function standing(db: Database, scope: Scope, supplierId: string): Promise<StoredHold> {
  const hold = await holdInForce(db, scope, await supplierNoIn(db, scope, supplierId));
  if (!hold) throw new Problem("hold.none", "Nothing stops messages to this supplier.", {}, 409);
  return hold;
}

/**
 * Asks that the supplier may be written to again, with the reason. It counts when another member agrees; at once in a workspace
 * with nobody else. @throws Problem `finding.supplier` (404), `hold.none` or `hold.changed` (409), `finding.text` or
 *   `finding.person` (422).
 */
export async function askToLift(
  db: Database,
  scope: Scope,
  supplierId: string,
  given: string,
  now: Date,
): Promise<void> {
  const hold = await standing(db, scope, supplierId);
  const reason = neededText(given);
  const alone = await isAloneWith(db, scope, "danger:hold");
  const asked = { liftReason: reason, liftAskedBy: scope.userId, liftAskedAt: now };
  const what = alone
    ? event("supplier-hold.lifted", { holdId: hold.id, supplierId, alone, reason })
    : event("supplier-hold.lift-asked", { holdId: hold.id, supplierId, reason });
  await db
    .commit(scope, what, (q) => [
      moveHold(db, q, hold, { ...asked, ...(alone && { liftedBy: scope.userId, liftedAt: now }) }),
    ])
    .catch(asChanged);
}

/**
 * A second member agrees. @throws Problem `finding.supplier` (404), `hold.none`, `hold.not-asked` or `hold.changed` (409),
 *   `hold.same-person` (403).
 */
export async function agreeToLift(db: Database, scope: Scope, supplierId: string, now: Date): Promise<void> {
  const hold = await standing(db, scope, supplierId);
  if (hold.liftAskedBy === null)
    throw new Problem("hold.not-asked", "Nobody asked that this supplier may be written to again.", {}, 409);
  if (hold.liftAskedBy === scope.userId)
    throw new Problem("hold.same-person", "Whoever asked cannot agree. Ask another member.", {}, 403);
  await db
    .commit(scope, event("supplier-hold.lifted", { holdId: hold.id, supplierId, alone: false }), (q) => [
      moveHold(db, q, hold, { liftedBy: scope.userId, liftedAt: now }),
    ])
    .catch(asChanged);
}
