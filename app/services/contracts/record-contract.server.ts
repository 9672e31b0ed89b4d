import { z } from "zod";
import { event } from "../../../db/audit-events";
import type { Database, Scope } from "../../../db/database";
import { newId } from "../../../db/ids";
import { lastDecision } from "../../checks/state";
import { Problem } from "../../lib/problem";
import { checkRecord } from "../checks/check-record.server";

const text = (most: number) => z.string().trim().min(1).max(most);
export const NewContract = z
  .strictObject({
    reference: text(100),
    title: text(200),
    contractor: text(300),
    startsOn: z.iso.date(),
    endsOn: z.union([z.literal("").transform(() => null), z.iso.date()]).nullable(), // prettier-ignore
    /** The filed check it comes of; null: none. */
    checkId: z.string().max(60).transform((given) => given || null).nullable(), // prettier-ignore
  })
  .refine(({ startsOn, endsOn }) => endsOn === null || endsOn >= startsOn, { path: ["endsOn"] });
export type NewContract = z.input<typeof NewContract>;

/**
 * Records a contract. One that comes of a check needs the check filed and the bidder admitted.
 * @returns its id. @throws Problem `contract.unfit` (422), `check.not-found` (404), `contract.not-admitted` (409).
 */
export async function recordContract(db: Database, scope: Scope, given: NewContract, now: Date): Promise<string> {
  const parsed = NewContract.safeParse(given);
  if (!parsed.success)
    throw new Problem("contract.unfit", "A contract needs its reference, title, contractor and first day; its last day is not before the first.", {}, 422); // prettier-ignore
  const { checkId, ...contract } = parsed.data;
  const supplierNo = checkId === null ? null : await admittedSupplier(db, scope, checkId);
  const id = newId(now);
  await db.commit(scope, event("contract.recorded", { contractId: id, contract: { ...contract, checkId } }), (q) => [
    q.insert(db.t.contracts).values({
      id,
      workspaceNo: scope.workspaceNo,
      ...contract,
      checkId,
      supplierNo,
      recordedBy: scope.userId,
      recordedAt: now,
    }),
  ]);
  return id;
}

async function admittedSupplier(db: Database, scope: Scope, checkId: string): Promise<number | null> {
  const { check, bidder, status } = await checkRecord(db, scope, checkId);
  const kind = lastDecision(status)?.decision.kind;
  if (check.state !== "filed" || (kind !== "admit" && kind !== "conditions"))
    throw new Problem("contract.not-admitted", "The check of this bidder is not filed, or it did not admit the bidder.", {}, 409); // prettier-ignore
  return bidder.supplierNo;
}
