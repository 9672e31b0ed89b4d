import { and, eq, isNull } from "drizzle-orm";
import { event } from "../../../db/audit-events";
import type { Database, Scope } from "../../../db/database";
import { isRowStale, isUniqueViolation } from "../../../db/errors";
import { newId } from "../../../db/ids";
import { readingsOfSupplier } from "../../../db/queries/readings";
import { SMALLEST_GROUP } from "../../../risk-models/answers";
import type { IsoDate } from "../../../risk-models/types";
import { Problem } from "../../lib/problem";
import { dayOf } from "../scoring/assessor.server";
import { commitAndReapply } from "../understanding/decide.server";
import { againWhenOvertaken } from "./again-when-overtaken.server";
import { ofKind } from "./record-readings.server";
import { readReading } from "./stored-answers";
import { shownLineWrites } from "./told-line.server";
import { batchOf, lineIfShown, type SavedAtOnce } from "./undo-readings.server";

/** A written assessment of what showing the answers could do to workers. */
export interface RiskToWorkers {
  /** Workers of the group the answers are about. */
  readonly groupSize: number;
  /** Who assessed it, by name. */
  readonly assessedBy: string;
  readonly assessedOn: IsoDate;
  readonly assessment: string;
}

/** An assessment is a text that someone wrote, not a word. */
const SHORTEST = 40;
const LONGEST = 5000;

/**
 * The assessment as it is kept. @throws Problem `release.assessment` (422) without a written assessment by a named person on a
 * day that is over, `release.group` (422) for a group in which a worker could be recognised.
 */
export function assessedRelease(risk: RiskToWorkers, today: IsoDate): RiskToWorkers {
  const assessedBy = risk.assessedBy.trim().slice(0, 200);
  const assessment = risk.assessment.trim().slice(0, LONGEST);
  if (assessedBy === "" || assessment.length < SHORTEST || risk.assessedOn > today)
    throw new Problem(
      "release.assessment",
      "Write what showing these answers could do to workers, who assessed it, and when.",
      {},
      422,
    );
  if (!Number.isInteger(risk.groupSize) || risk.groupSize < SMALLEST_GROUP)
    throw new Problem(
      "release.group",
      `Answers about fewer than ${SMALLEST_GROUP} workers could show who spoke. They stay protected.`,
      { smallest: SMALLEST_GROUP },
      422,
    );
  return { groupSize: risk.groupSize, assessedBy, assessedOn: risk.assessedOn, assessment };
}

/**
 * Releases protected answers for everyone who may read the supplier, as the decision of the member who asks. They then count
 * in the register. It cannot be made unseen, so there is no way back but taking the answers back.
 * @throws Problem `readings.not-found` (404), `release.done` (409), `release.assessment` (422) without a written assessment by
 *   a named person on a day that is over, `release.group` (422) for a group in which a worker could be recognised.
 */
export function releaseReadings(
  db: Database,
  scope: Scope,
  saved: SavedAtOnce,
  risk: RiskToWorkers,
  now: Date,
): Promise<void> {
  return againWhenOvertaken(db, scope, () => release(db, scope, saved, risk, now));
}

async function release(db: Database, scope: Scope, saved: SavedAtOnce, risk: RiskToWorkers, now: Date): Promise<void> {
  const found = await batchOf(db, scope, saved);
  const done = () => new Problem("release.done", "These answers were released or taken back already.", {}, 409);
  const held = found.filter((one) => one.protectedSource !== null && one.releasedAt === null && one.undoneAt === null);
  if (held.length === 0) throw done();
  const assessed = assessedRelease(risk, dayOf(now));
  const { supplierId, batch } = saved;
  const { supplierNo } = held[0]!;
  const release = {
    id: newId(now),
    workspaceNo: scope.workspaceNo,
    supplierNo,
    batch,
    ...assessed,
    releasedBy: scope.userId,
    releasedAt: now,
  };
  const told = await lineIfShown(db, scope, supplierId);
  const after = (await readingsOfSupplier(db, scope, told?.line.supplierNo ?? supplierNo)).map((row) =>
    readReading(row.batch === batch && row.undoneAt === null ? { ...row, releasedAt: now } : row),
  );
  const line = told ? shownLineWrites(db, scope, told, ofKind(after, false)) : () => [];
  const { readings, protectedReleases } = db.t;
  const contents = {
    releaseId: release.id,
    supplierId,
    release: { groupSize: release.groupSize, assessedOn: release.assessedOn },
    // Neither the day each was true from nor the id that they were recorded under: auditors read the chain, and may not read
    // when somebody was heard.
    readings: held.map(({ what, value, proof }) => ({ what, value, proof })),
  };
  await commitAndReapply(db, scope, now, event("protected.released", contents), (q) => [
    q.insert(protectedReleases).values(release),
    {
      write: q
        .update(readings)
        .set({ releasedAt: now })
        .where(
          and(
            eq(readings.workspaceNo, scope.workspaceNo),
            eq(readings.batch, batch),
            isNull(readings.releasedAt),
            isNull(readings.undoneAt),
          ),
        ),
      rows: held.length,
    },
    ...line(q),
  ]).catch((error: unknown) => {
    throw isRowStale(error) || isUniqueViolation(error) ? done() : error;
  });
}
