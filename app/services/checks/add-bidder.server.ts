import { z } from "zod";
import { and, eq } from "drizzle-orm";
import { event } from "../../../db/audit-events";
import type { Database, Scope } from "../../../db/database";
import { againWhileStale } from "../../../db/errors";
import { newId } from "../../../db/ids";
import { publishedGeneration } from "../../../db/queries/generations";
import { findSupplier } from "../../../db/queries/register";
import { Problem } from "../../lib/problem";
import { requireLot, type ReadLot } from "./check-record.server";
import { checkWrites, newCheck } from "./open-checks";

const text = (most: number) => z.string().trim().max(most);
export const NewBidder = z.strictObject({
  name: text(300).min(1),
  country: z.string().regex(/^[A-Z]{2}$/u).nullable(), // prettier-ignore
  identifier: text(300).transform((given) => given || null).nullable(), // prettier-ignore
  /** Public id of a supplier of the workspace that it is. */
  supplierId: text(20).transform((given) => given || null).nullable(), // prettier-ignore
});
export type NewBidder = z.input<typeof NewBidder>;

/**
 * Adds a bidder to a lot. Every stage whose checks are open is opened for this bidder too.
 * @returns the checks that came of it. @throws Problem `lot.not-found` (404), `lot.bidder-unfit`, `lot.bidder-supplier` (422).
 */
export async function addBidder(
  db: Database,
  scope: Scope,
  lotId: string,
  given: NewBidder,
  now: Date,
): Promise<{ readonly bidderId: string; readonly checkIds: readonly string[] }> {
  const parsed = NewBidder.safeParse(given);
  if (!parsed.success)
    throw new Problem("lot.bidder-unfit", "A bidder needs a name, and a country of the list or none.", {}, 422);
  const { supplierId } = parsed.data;
  const supplierNo = supplierId === null ? null : await supplierNoOf(db, scope, supplierId);
  return againWhileStale(async () => insertBidder(db, scope, await requireLot(db, scope, lotId), { ...parsed.data, supplierNo }, now)); // prettier-ignore
}

async function insertBidder(
  db: Database,
  scope: Scope,
  lot: ReadLot,
  { supplierId, supplierNo, ...firm }: z.output<typeof NewBidder> & { readonly supplierNo: number | null },
  now: Date,
) {
  const lotId = lot.id;
  const bidder = { id: newId(now), lotId, ...firm };
  const checks = lot.stages.map((stage) => newCheck(stage, bidder, supplierId, now));
  const checkIds = checks.map(({ id }) => id);
  const added = event("lot.bidder-added", { lotId, bidderId: bidder.id, bidder: { ...firm, supplierId }, checks: checkIds }); // prettier-ignore
  await db.commit(scope, added, (q) => [
    q.insert(db.t.lotBidders).values({
      ...bidder,
      workspaceNo: scope.workspaceNo,
      supplierNo,
      addedBy: scope.userId,
      addedAt: now,
    }),
    // A stage that was opened meanwhile would have left this bidder out.
    {
      write: q
        .update(db.t.lots)
        .set({ version: lot.version + 1 })
        .where(sameLot(db, scope, lot)),
      rows: 1,
    },
    ...checkWrites(db, q, scope, checks, now),
  ]);
  return { bidderId: bidder.id, checkIds };
}

/** The lot as it was read. */
export const sameLot = (db: Database, { workspaceNo }: Pick<Scope, "workspaceNo">, { id, version }: ReadLot) =>
  and(eq(db.t.lots.id, id), eq(db.t.lots.workspaceNo, workspaceNo), eq(db.t.lots.version, version));

async function supplierNoOf(db: Database, scope: Scope, supplierId: string): Promise<number> {
  const generation = await publishedGeneration(db, scope);
  const found = generation === null ? null : await findSupplier(db, scope, supplierId, generation);
  if (!found)
    throw new Problem("lot.bidder-supplier", "There is no such supplier in the list that is shown. Leave the field blank, or choose one of the list.", {}, 422); // prettier-ignore
  return found.supplierNo;
}
