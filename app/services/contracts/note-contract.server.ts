import { and, eq } from "drizzle-orm";
import { event } from "../../../db/audit-events";
import type { Database, Scope } from "../../../db/database";
import { againWhileStale } from "../../../db/errors";
import { newId } from "../../../db/ids";
import { CONTRACT_SHAPES, contractFault, type ContractFault, type NewContractEntry } from "../../contracts/entries";
import { Problem } from "../../lib/problem";
import { dayOf } from "../scoring/assessor.server";
import { contractRecord } from "./contract-record.server";

const REFUSALS: Readonly<Record<ContractFault, () => Problem>> = {
  ended: () => new Problem("contract.ended", "This contract was terminated. Nothing more is noted but the result of a review.", {}, 409),
  "review-unknown": () => new Problem("contract.review-unknown", "There is no such review in this contract. Load the page again.", {}, 409),
  "review-done": () => new Problem("contract.review-done", "The result of this review is noted already.", {}, 409),
  "day-to-come": () => new Problem("contract.day-to-come", "What happened cannot have happened on a day to come. Correct the day.", {}, 422),
}; // prettier-ignore

/** A termination without its assessment is refused in words of its own. */
function requireShape(given: NewContractEntry): NewContractEntry {
  const parsed = CONTRACT_SHAPES[given.kind].safeParse(given.contents);
  if (parsed.success) return { kind: given.kind, contents: parsed.data } as NewContractEntry;
  if (given.kind === "termination")
    throw new Problem("contract.termination-assessment", "A contract is not terminated without an assessment of what it does to workers: who they are, wages and repayments due, what was tried, notice, who was informed, and what is done so that they do not bear it. Fill in every part, with the day and the reason.", {}, 422); // prettier-ignore
  throw new Problem("contract.note-unfit", "Something is missing in what you wrote, or cannot stand there.", {}, 422);
}

/**
 * Notes of a contract what was agreed, planned, found or changed, or that it is terminated. Nothing that is there is changed.
 * @returns the entry's id. @throws Problem `contract.not-found` (404), `contract.termination-assessment` or `contract.note-unfit`
 *   (422), or as `contractFault` has it.
 */
export async function noteContract(
  db: Database,
  scope: Scope,
  contractId: string,
  given: NewContractEntry,
  now: Date,
): Promise<string> {
  const entry = requireShape(given);
  return againWhileStale(async () => {
    const { contract, entries, status } = await contractRecord(db, scope, contractId);
    const fault = contractFault(entry, status, dayOf(now));
    if (fault) throw REFUSALS[fault]();
    const id = newId(now);
    const { contracts, contractEntries } = db.t;
    const noted = event("contract.noted", { contractId, entryId: id, kind: entry.kind, contents: entry.contents });
    await db.commit(scope, noted, (q) => [
      {
        write: q
          .update(contracts)
          .set({ version: contract.version + 1 })
          .where(
            and(
              eq(contracts.id, contract.id),
              eq(contracts.workspaceNo, scope.workspaceNo),
              eq(contracts.version, contract.version),
            ),
          ),
        rows: 1,
      },
      q.insert(contractEntries).values({
        id,
        workspaceNo: scope.workspaceNo,
        contractId,
        ...entry,
        enteredBy: scope.userId,
        enteredAt: now,
        position: entries.length + 1,
      }),
    ]);
    return id;
  });
}
