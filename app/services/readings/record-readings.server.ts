import { createHash } from "node:crypto";
import { canonicalJson } from "../../../db/canonical-json";
import { event } from "../../../db/audit-events";
import type { Database, Scope } from "../../../db/database";
import { newId } from "../../../db/ids";
import { readingsOfSupplier } from "../../../db/queries/readings";
import type { ProtectedSource } from "../../../db/schema/readings";
import { Problem } from "../../lib/problem";
import { inForce, openReadings, type Answer } from "../../recruitment/readings";
import { dayOf } from "../scoring/assessor.server";
import { commitAndReapply } from "../understanding/decide.server";
import { againWhenOvertaken } from "./again-when-overtaken.server";
import { parseValue, readReading, type StoredAnswer, type ToldMoney } from "./stored-answers";
import { shownLineWrites, toldLine } from "./told-line.server";

/** An answer to be recorded; `money` as it was told, for amounts. */
export type NewAnswer = Answer & {
  readonly money: ToldMoney | null;
  /** Its day was given for itself: the same answer of another day is new. */
  readonly isDated?: boolean;
};

export interface NewReadings {
  readonly supplierId: string;
  readonly answers: readonly NewAnswer[];
  /** Who said it, in which document. */
  readonly source: string;
  /** From whom it came where that person must not be exposed; null: open. */
  readonly protectedSource: ProtectedSource | null;
  /** The workspace's own row of a corridor that they were taken from. */
  readonly ownCorridor?: string;
}

const SOURCE_LENGTH = 500;

/** What is new among these answers, beside the readings in force of the same kind, open or protected. */
export function newAnswers(answers: readonly NewAnswer[], before: readonly StoredAnswer[]): NewAnswer[] {
  const known = inForce(before);
  const same = (a: unknown, b: unknown) => canonicalJson({ is: a }) === canonicalJson({ is: b });
  return answers.filter(({ what, value, proof, money, validFrom, isDated }) => {
    const now = known.get(what);
    if (value === null) return now !== undefined && now.value !== null;
    if (isDated && now && validFrom !== now.validFrom) return true;
    return !now || !same(value, now.value) || proof !== now.proof || !same(money, now.money);
  });
}

/** The readings in force that an open or a protected answer stands beside. */
export const ofKind = (readings: readonly StoredAnswer[], isProtected: boolean): StoredAnswer[] => {
  const inForceNow = readings.filter(({ undoneAt }) => undoneAt === null);
  return isProtected
    ? inForceNow.filter((one) => one.isProtected && one.releasedAt === null)
    : openReadings(inForceNow);
};

/**
 * Records what a supplier answered, in one commit: a row an answer, never over an older one; the supplier's line in the
 * published list is scored again at once. A protected answer changes nothing that others can see.
 * @returns the id under which it can be taken back. @throws Problem `supplier.not-found` (404), `readings.nothing` (422) when
 *   nothing differs from what is known, `readings.future` (422) for a day to come, `readings.source` (422) without a source.
 */
export function recordReadings(db: Database, scope: Scope, given: NewReadings, now: Date): Promise<string> {
  return againWhenOvertaken(db, scope, () => record(db, scope, given, now));
}

async function record(db: Database, scope: Scope, given: NewReadings, now: Date): Promise<string> {
  const told = await toldLine(db, scope, given.supplierId);
  const source = given.source.trim();
  if (source === "" || source.length > SOURCE_LENGTH)
    throw new Problem("readings.source", "Say who answered, or in which document it stands.", {}, 422);
  const { supplierNo } = told.line;
  const before = (await readingsOfSupplier(db, scope, supplierNo)).map(readReading);
  const isProtected = given.protectedSource !== null;
  const answers = newAnswers(given.answers, ofKind(before, isProtected));
  if (answers.length === 0)
    throw new Problem("readings.nothing", "Nothing here differs from what is recorded already.", {}, 422);
  if (answers.some(({ validFrom }) => validFrom > dayOf(now)))
    throw new Problem("readings.future", "An answer cannot be true from a day to come. Correct the day.", {}, 422);
  const batch = newId(now);
  const rows = answers.map(({ what, value, proof, money, validFrom }) => ({
    id: newId(now),
    workspaceNo: scope.workspaceNo,
    supplierNo,
    batch,
    what,
    value: parseValue(what, value),
    proof,
    told: money,
    validFrom,
    source,
    protectedSource: given.protectedSource,
    recordedBy: scope.userId,
    recordedAt: now,
  }));
  const { readings } = db.t;
  const kept = rows.map(({ recordedAt: _now, workspaceNo: _ours, ...row }) => row);
  if (isProtected) {
    const sha256 = createHash("sha256").update(canonicalJson(kept)).digest("hex");
    await db.commit(scope, event("protected.recorded", { batch, sha256 }), (q) => [q.insert(readings).values(rows)]);
    return batch;
  }
  const { supplierId, ownCorridor } = given;
  const recorded = { batch, supplierId, readings: kept, ...(ownCorridor !== undefined && { ownCorridor }) };
  const fresh = rows.map((row) => readReading({ ...row, releasedAt: null, undoneAt: null, undoneBy: null }));
  const line = shownLineWrites(db, scope, told, [...ofKind(before, false), ...fresh]);
  await commitAndReapply(db, scope, now, event("readings.recorded", recorded), (q) => [
    q.insert(readings).values(rows),
    ...line(q),
  ]);
  return batch;
}
