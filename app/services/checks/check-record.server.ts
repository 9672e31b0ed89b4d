/** What every decision about a check begins with: the check, its lot and bidder, and what was noted so far. */
import type { Database, Scope } from "../../../db/database";
import {
  biddersOf,
  entriesOfChecks,
  findCheck,
  findLot,
  questionsOfLot,
  type Lot,
  type LotBidder,
  type LotQuestion,
  type StoredCheckEntry,
  type VendorCheck,
} from "../../../db/queries/checks";
import type { Stage } from "../../../db/schema/checks";
import type { CheckEntry } from "../../checks/entries";
import { checkStatus, stepsAsked, type CheckStatus } from "../../checks/state";
import { isBy } from "../../lib/as-known-on";
import { Problem } from "../../lib/problem";

export interface ReadLot extends Omit<Lot, "national" | "stages"> {
  readonly national: readonly string[];
  readonly stages: readonly Stage[];
}

export interface CheckRecord {
  readonly check: VendorCheck;
  readonly lot: ReadLot;
  readonly bidder: LotBidder;
  readonly questions: readonly LotQuestion[];
  readonly entries: readonly CheckEntry[];
  readonly status: CheckStatus;
  /** Ids of the steps that are asked of it, questions of the lot's own among them. */
  readonly asked: readonly string[];
}

/** Only services write these parts. */
export const readLot = (lot: Lot): ReadLot => ({
  ...lot,
  national: lot.national as readonly string[],
  stages: lot.stages as readonly Stage[],
});

/** Entries were parsed when they were written. */
export const readEntry = ({ kind, contents, enteredBy, enteredAt }: StoredCheckEntry): CheckEntry =>
  ({ kind, contents, by: enteredBy, at: enteredAt }) as CheckEntry;

export const lotNotFound = (): Problem =>
  new Problem("lot.not-found", "There is no such lot. It may belong to another workspace.", {}, 404);

/** @throws Problem `lot.not-found` (404). */
export async function requireLot(db: Database, scope: Scope, lotId: string): Promise<ReadLot> {
  const lot = await findLot(db, scope, lotId);
  if (!lot) throw lotNotFound();
  return readLot(lot);
}

/**
 * @param until entries noted later are left out: the check as it was known then.
 * @throws Problem `check.not-found` (404), also when it was opened later.
 */
export async function checkRecord(
  db: Database,
  scope: Scope,
  checkId: string,
  until: Date | null = null,
): Promise<CheckRecord> {
  const check = await findCheck(db, scope, checkId);
  if (!check || !isBy(check.openedAt, until))
    throw new Problem("check.not-found", "There is no such check. It may belong to another workspace.", {}, 404);
  const [lot, bidders, questions, stored] = await Promise.all([
    requireLot(db, scope, check.lotId),
    biddersOf(db, scope, check.lotId),
    questionsOfLot(db, scope, check.lotId),
    entriesOfChecks(db, scope, [check.id]),
  ]);
  const entries = stored.map(readEntry).filter(({ at }) => until === null || at <= until);
  const status = checkStatus(entries);
  const own = questions.filter(
    ({ stage, askedAt }) =>
      stage === check.stage && (until === null || askedAt <= until) && (check.filedAt === null || askedAt <= check.filedAt), // prettier-ignore
  );
  const procedure = { regime: lot.regime, national: lot.national, stage: check.stage };
  return {
    check,
    lot,
    bidder: bidders.find(({ id }) => id === check.bidderId)!,
    questions: own,
    entries,
    status,
    asked: stepsAsked(procedure, status, own.map(({ id }) => id)), // prettier-ignore
  };
}
