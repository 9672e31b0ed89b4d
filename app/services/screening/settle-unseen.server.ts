import { and, eq } from "drizzle-orm";
import type { Database, SystemScope } from "../../../db/database";
import { againWhileStale } from "../../../db/errors";
import { findingsInForce } from "../../../db/queries/floor-findings";
import { linesOf } from "../../../db/queries/register";
import { candidatesInOrder, decisionsOfCandidates, type Screening } from "../../../db/queries/screening";
import { entryKey, type ComparedEntries } from "./compared-entries.server";
import { confirmedMatch, decidedOn, matchInForce } from "./match-in-force";
import { whenUnseen } from "./pair-standing";

const AT_A_TIME = 500;

/**
 * After a whole screening: pairs that it did not see. Those nobody decided leave the queue, and a match whose entry was taken off
 * its list asks a person, also while another decision about it waits to be confirmed.
 */
export async function settleUnseen(
  db: Database,
  scope: SystemScope,
  screening: Screening,
  compared: ComparedEntries,
): Promise<void> {
  for (let after: string | null = ""; after !== null;) {
    const from: string = after;
    after = await againWhileStale(() => settleSome(db, scope, screening, compared, from));
  }
}

/** Some of them, those behind `after`. @returns where the next begin; null at the end. */
async function settleSome(
  db: Database,
  scope: SystemScope,
  screening: Screening,
  compared: ComparedEntries,
  after: string,
): Promise<string | null> {
  const { matchCandidates: c } = db.t;
  const standing = new Set((await findingsInForce(db, scope)).map(({ matchDecisionId }) => matchDecisionId));
  const found = await candidatesInOrder(db, scope, after, AT_A_TIME);
  const unseen = found.filter(({ screeningId, state }) => screeningId !== screening.id && state !== "gone");
  const ids = unseen.filter(({ decisionId }) => decisionId !== null).map(({ id }) => id);
  const decisions = await decisionsOfCandidates(db, scope, ids);
  const here = await suppliersInList(
    db,
    scope,
    screening.generation,
    unseen.map(({ supplierNo }) => supplierNo),
  );
  const moved = unseen.flatMap((one) => {
    const isDelisted = !compared.standing.has(entryKey(one.listId, one.entryId));
    const why = isDelisted ? "delisted" : here.has(one.supplierNo) ? "unlike" : "supplier-gone";
    const match = matchInForce(one, decisions) ?? confirmedMatch(one, decisions, standing);
    const { state, cause } = whenUnseen({ ...one, decidedOn: decidedOn(one, decisions) }, why, match !== null);
    return state === one.state && cause === one.cause ? [] : [{ one, state, cause }];
  });
  await db.commitPlain((q) =>
    moved.map(({ one, state, cause }) => ({
      write: q
        .update(c)
        .set({ state, cause, version: one.version + 1 })
        .where(and(eq(c.id, one.id), eq(c.version, one.version))),
      rows: 1,
    })),
  );
  return found.length < AT_A_TIME ? null : found.at(-1)!.id;
}

/** Which of the suppliers the list has. */
async function suppliersInList(
  db: Database,
  scope: SystemScope,
  generation: number,
  nos: readonly number[],
): Promise<ReadonlySet<number>> {
  const lines = await linesOf(db, scope, generation, [...new Set(nos)]);
  return new Set(lines.map(({ supplierNo }) => supplierNo));
}
