import type { Database, Scope } from "../../../db/database";
import {
  biddersOf,
  checksOfLot,
  entriesOfChecks,
  lotsOf,
  questionsOfLot,
  stagesOpened,
  type LotQuestion,
} from "../../../db/queries/checks";
import type { CheckState, Stage } from "../../../db/schema/checks";
import { checkStatus, completionOf, stepsAsked } from "../../checks/state";
import { isBy } from "../../lib/as-known-on";
import { standingAt } from "./check-then";
import { listsHash, listsInForce } from "../screening/lists-in-force.server";
import { lotNotFound, readEntry, readLot, requireLot, type ReadLot } from "./check-record.server";

/** How far a check is. Nothing of what it found, for bidders stand beside each other here. */
export interface CheckProgress {
  readonly id: string;
  readonly stage: Stage;
  readonly state: CheckState;
  readonly answered: number;
  readonly asked: number;
  readonly fileNo: number | null;
  readonly filedAt: Date | null;
}

export interface BidderProgress {
  readonly id: string;
  readonly name: string;
  /** The check in force of each open stage. */
  readonly checks: readonly CheckProgress[];
}

export interface LotView {
  readonly lot: ReadLot;
  readonly questions: readonly LotQuestion[];
  /** In the order in which they were added; there is no other. */
  readonly bidders: readonly BidderProgress[];
}

/**
 * A lot with how far the checks of its bidders are, or were at an instant.
 * @param until what came later is left out. @throws Problem `lot.not-found` (404), also when it was opened later.
 */
export async function lotView(db: Database, scope: Scope, lotId: string, until: Date | null = null): Promise<LotView> {
  const lot = await requireLot(db, scope, lotId);
  if (!isBy(lot.openedAt, until)) throw lotNotFound();
  const [bidders, asked, checks, lists] = await Promise.all([
    biddersOf(db, scope, lotId),
    questionsOfLot(db, scope, lotId),
    checksOfLot(db, scope, lotId),
    listsInForce(db, scope),
  ]);
  const questions = asked.filter(({ askedAt }) => isBy(askedAt, until));
  const inForce = checks
    .filter(({ openedAt }) => isBy(openedAt, until))
    .map((check) => standingAt(check, checks, until))
    .filter(({ state }) => state !== "corrected");
  const entries = await entriesOfChecks(
    db,
    scope,
    inForce.map(({ id }) => id),
  );
  const stored = entries.filter(({ enteredAt }) => isBy(enteredAt, until));
  const hash = listsHash(lists);
  const progress = inForce.map(({ id, bidderId, stage, state, fileNo, filedAt }) => {
    const status = checkStatus(stored.filter(({ checkId }) => checkId === id).map(readEntry));
    const own = questions.filter((one) => one.stage === stage && (filedAt === null || one.askedAt <= filedAt));
    const asked = stepsAsked({ ...lot, stage }, status, own.map((one) => one.id)); // prettier-ignore
    const { answered } = completionOf(asked, status, hash);
    return { bidderId, id, stage, state, answered, asked: asked.length, fileNo, filedAt };
  });
  return {
    // A stage is opened with the checks of every bidder: one without any by then was opened later.
    lot: { ...lot, stages: lot.stages.filter((one) => until === null || inForce.some(({ stage }) => stage === one)) },
    questions,
    bidders: bidders
      .filter(({ addedAt }) => isBy(addedAt, until))
      .map(({ id, name }) => ({
        id,
        name,
        checks: progress.flatMap(({ bidderId, ...check }) => (bidderId === id ? [check] : [])),
      })),
  };
}

/** The newest lots at an instant, each with the stages that were open by then. */
export async function lotsThen(db: Database, scope: Scope, limit: number, until: Date): Promise<ReadLot[]> {
  const lots = (await lotsOf(db, scope, limit, until)).map(readLot);
  const opened = await stagesOpened(db, scope, lots.map(({ id }) => id)); // prettier-ignore
  return lots.map((lot) => ({
    ...lot,
    stages: lot.stages.filter((stage) =>
      opened.some((one) => one.lotId === lot.id && one.stage === stage && one.openedAt <= until),
    ),
  }));
}
