import type { Database, Scope } from "../../../db/database";
import {
  biddersOf,
  checksOfLot,
  entriesOfChecks,
  lotsOf,
  questionsOfLot,
  type LotQuestion,
} from "../../../db/queries/checks";
import type { CheckState, Stage } from "../../../db/schema/checks";
import { checkStatus, completionOf, stepsAsked } from "../../checks/state";
import { listsHash, listsInForce } from "../screening/lists-in-force.server";
import { readEntry, readLot, requireLot, type ReadLot } from "./check-record.server";

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

/** A lot with how far the checks of its bidders are. @throws Problem `lot.not-found` (404). */
export async function lotView(db: Database, scope: Scope, lotId: string): Promise<LotView> {
  const lot = await requireLot(db, scope, lotId);
  const [bidders, questions, checks, lists] = await Promise.all([
    biddersOf(db, scope, lotId),
    questionsOfLot(db, scope, lotId),
    checksOfLot(db, scope, lotId),
    listsInForce(db, scope),
  ]);
  const inForce = checks.filter(({ state }) => state !== "corrected");
  const stored = await entriesOfChecks(
    db,
    scope,
    inForce.map(({ id }) => id),
  );
  const hash = listsHash(lists);
  const progress = inForce.map(({ id, bidderId, stage, state, fileNo, filedAt }) => {
    const status = checkStatus(stored.filter(({ checkId }) => checkId === id).map(readEntry));
    const own = questions.filter((one) => one.stage === stage && (filedAt === null || one.askedAt <= filedAt));
    const asked = stepsAsked({ ...lot, stage }, status, own.map((one) => one.id)); // prettier-ignore
    const { answered } = completionOf(asked, status, hash);
    return { bidderId, id, stage, state, answered, asked: asked.length, fileNo, filedAt };
  });
  return {
    lot,
    questions,
    bidders: bidders.map(({ id, name }) => ({
      id,
      name,
      checks: progress.flatMap(({ bidderId, ...check }) => (bidderId === id ? [check] : [])),
    })),
  };
}

const LOTS = 200;

/** The lots of a workspace, the newest first. */
export async function lotList(db: Database, scope: Scope): Promise<ReadLot[]> {
  return (await lotsOf(db, scope, LOTS)).map(readLot);
}
