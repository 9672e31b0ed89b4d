import { and, eq, isNull } from "drizzle-orm";
import { event } from "../../../db/audit-events";
import type { Database, Queries, Scope } from "../../../db/database";
import { isRowStale } from "../../../db/errors";
import { supplierNoOf } from "../../../db/ids";
import { numbersOf } from "../../../db/queries/merges";
import {
  readingsOfBatch,
  readingsOfSupplier,
  releasesOfSupplier,
  type SignedReading,
} from "../../../db/queries/readings";
import { can } from "../../lib/permissions";
import { isProblem, Problem } from "../../lib/problem";
import { commitAndReapply } from "../understanding/decide.server";
import { againWhenOvertaken } from "./again-when-overtaken.server";
import { ofKind } from "./record-readings.server";
import { readReading } from "./stored-answers";
import { shownLineWrites, toldLine, type ShownLine } from "./told-line.server";

/** Answers of one supplier that were saved at once. */
export interface SavedAtOnce {
  readonly supplierId: string;
  readonly batch: string;
}

/**
 * The readings of a batch that this reader may know of, of the supplier or of one that was merged into it.
 * @throws Problem `readings.not-found` (404), also for protected ones and a reader without the right to them.
 */
export async function batchOf(
  db: Database,
  scope: Scope,
  { supplierId, batch }: SavedAtOnce,
): Promise<SignedReading[]> {
  const found = await readingsOfBatch(db, scope, batch);
  const no = supplierNoOf(supplierId);
  const numbers = no === null ? [] : await numbersOf(db, scope, no);
  const isSeen = ({ supplierNo, protectedSource, releasedAt }: SignedReading) =>
    numbers.includes(supplierNo) &&
    (protectedSource === null || releasedAt !== null || can(scope.role, "protected:read"));
  if (found.length === 0 || !found.every(isSeen))
    throw new Problem("readings.not-found", "There are no such answers of this supplier.", {}, 404);
  return found;
}

/** The supplier's line; null when the list that is shown does not have it any more. */
export const lineIfShown = (db: Database, scope: Scope, supplierId: string): Promise<ShownLine | null> =>
  toldLine(db, scope, supplierId).catch((error: unknown) => {
    if (isProblem(error) && error.status === 404) return null;
    throw error;
  });

/**
 * Takes back what was saved at once: the rows are marked, and the supplier is scored without them.
 * @throws Problem `readings.not-found` (404), `readings.undone` (409) when they were taken back already, or as
 *   `againWhenOvertaken`.
 */
export function undoReadings(db: Database, scope: Scope, saved: SavedAtOnce, now: Date): Promise<void> {
  return againWhenOvertaken(db, scope, () => takeBack(db, scope, saved, now));
}

async function takeBack(db: Database, scope: Scope, saved: SavedAtOnce, now: Date): Promise<void> {
  const found = await batchOf(db, scope, saved);
  const open = found.filter(({ undoneAt }) => undoneAt === null);
  const undone = () => new Problem("readings.undone", "These answers were taken back already.", {}, 409);
  if (open.length === 0) throw undone();
  const { readings } = db.t;
  const { batch, supplierId } = saved;
  const mark = (q: Queries) => ({
    write: q
      .update(readings)
      .set({ undoneAt: now, undoneBy: scope.userId })
      .where(and(eq(readings.workspaceNo, scope.workspaceNo), eq(readings.batch, batch), isNull(readings.undoneAt))),
    rows: open.length,
  });
  const stale = (error: unknown) => {
    throw isRowStale(error) ? undone() : error;
  };
  // All of a batch was told in confidence, or nothing; and it is released as a whole.
  const { protectedSource, releasedAt, supplierNo } = open[0]!;
  if (protectedSource !== null && releasedAt === null) {
    await db.commit(scope, event("protected.undone", { batch }), (q) => [mark(q)]).catch(stale);
    return;
  }
  const told = await lineIfShown(db, scope, supplierId);
  const all = told ? await readingsOfSupplier(db, scope, told.line.supplierNo) : [];
  const rest = all.filter((one) => one.batch !== batch);
  const line = told ? shownLineWrites(db, scope, told, ofKind(rest.map(readReading), false)) : () => [];
  const releases = protectedSource === null ? [] : await releasesOfSupplier(db, scope, supplierNo);
  const release = releases.find((one) => one.batch === batch);
  const decided = release
    ? event("protected.undone", { releaseId: release.id, supplierId })
    : event("readings.undone", { batch, supplierId, readingIds: open.map(({ id }) => id) });
  await commitAndReapply(db, scope, now, decided, (q) => [mark(q), ...line(q)]).catch(stale);
}
