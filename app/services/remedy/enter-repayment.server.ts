import { z } from "zod";
import { event } from "../../../db/audit-events";
import type { Database, Scope } from "../../../db/database";
import { newId } from "../../../db/ids";
import { ACCEPTED_BY, CONFIRMING_PARTIES, PAYMENT_WAYS } from "../../../db/schema/remedy";
import { Problem } from "../../lib/problem";
import { dayOf } from "../scoring/assessor.server";
import { groupRecord } from "./group-record.server";
import { AmountText, checkPast, Day, fit, needed, words } from "./shared.server";

const Amount = AmountText.refine((text) => BigInt(text) > 0n);
/** How money is to reach workers; `wages` is what a form can say and no ledger takes. */
const Way = z.enum([...PAYMENT_WAYS, "wages"]);

const common = { on: Day, amount: Amount, proof: words(1000) };
/** What can be entered in the ledger. Amounts are whole ten-thousandths in the currency of the group. */
export const NewEntry = z.discriminatedUnion("kind", [
  z.strictObject({ kind: z.literal("instalment"), ...common, way: Way }),
  z.strictObject({ kind: z.literal("payment"), ...common, proof: needed(1000), way: Way }),
  z.strictObject({
    kind: z.literal("confirmation"),
    ...common,
    party: z.enum(CONFIRMING_PARTIES),
    acceptedBy: z.enum(ACCEPTED_BY),
    inPrivate: z.boolean(),
  }),
]);
export type NewEntry = z.infer<typeof NewEntry>;

/**
 * Enters an instalment, a payment or a confirmation. Entries are never changed; a wrong one is withdrawn.
 * @returns the entry's id.
 * @throws Problem `repayment.not-found` (404), `remedy.unfit` (422), `repayment.wage-deduction` (422), `remedy.day-ahead` (422) for
 *   a payment or confirmation of a day to come.
 */
export async function enterRepayment(
  db: Database,
  scope: Scope,
  { groupId, entry: given }: { readonly groupId: string; readonly entry: NewEntry },
  now: Date,
): Promise<string> {
  const group = await groupRecord(db, scope, groupId);
  const entry = fit(NewEntry, given);
  if (entry.kind !== "confirmation" && entry.way === "wages")
    throw new Problem(
      "repayment.wage-deduction",
      "Workers cannot repay themselves: money taken from wages, or set off against them, is no repayment. Nothing was saved.",
      {},
      422,
    );
  if (entry.kind !== "instalment") checkPast(entry.on, dayOf(now));
  const id = newId(now);
  const { repaymentEntries } = db.t;
  const kept = {
    kind: entry.kind,
    on: entry.on,
    amount: entry.amount,
    proof: entry.proof,
    way: entry.kind === "confirmation" || entry.way === "wages" ? null : entry.way,
    party: entry.kind === "confirmation" ? entry.party : null,
    acceptedBy: entry.kind === "confirmation" ? entry.acceptedBy : null,
    inPrivate: entry.kind === "confirmation" ? entry.inPrivate : null,
  };
  const told = { groupId, supplierId: group.supplierId, entryId: id, entry: kept };
  await db.commit(scope, event("repayment.entered", told), (q) => [
    q.insert(repaymentEntries).values({
      id,
      workspaceNo: scope.workspaceNo,
      groupId,
      ...kept,
      recordedBy: scope.userId,
      recordedAt: now,
    }),
  ]);
  return id;
}
