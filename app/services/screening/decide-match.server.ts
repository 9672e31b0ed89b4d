import { event } from "../../../db/audit-events";
import type { Database, Scope } from "../../../db/database";
import { newId } from "../../../db/ids";
import type { MatchDecision, MatchState } from "../../../db/schema/screening";
import { isAloneWith } from "../accounts/alone.server";
import { Problem } from "../../lib/problem";
import { isOutOfDate } from "../../screening/age";
import { againWhenOvertaken } from "../readings/again-when-overtaken.server";
import { dayOf } from "../scoring/assessor.server";
import { floorOf } from "./match-floor.server";
import {
  asChanged,
  checkedDay,
  commitMatch,
  matchRecord,
  moveCandidate,
  type MatchRecord,
} from "./match-record.server";
import { stateAfter } from "./pair-then";
import type { Candidate } from "./stored-candidate";

export interface NewMatchDecision {
  readonly candidateId: string;
  /** Of the pair as the person saw it. */
  readonly version: number;
  readonly decision: MatchDecision;
  readonly reason: string;
  /** Day on which the publisher's own list was looked at; null: it was not said. */
  readonly checkedOn: string | null;
}

const REASON_LENGTH = 2000;

/** A match and its end are confirmed by a second member, and so is anything that would end a finding that stands. */
const asksSecond = (decision: MatchDecision, { findings }: MatchRecord): boolean =>
  decision === "match" || decision === "delisted" || findings.length > 0;

/** What may be decided about a pair as it stands: an entry that is off its list is no match to be made. */
export const decisionsFor = ({ cause }: Pick<Candidate, "cause">): readonly MatchDecision[] =>
  cause === "delisted" ? ["delisted", "cannot-tell"] : ["match", "not-match", "cannot-tell"];

/**
 * Remembers what a person decides about a pair, for as long as its facts stay as they are. What needs a second member waits for
 * one; in a workspace of one it counts at once and is printed as confirmed by the same person.
 * @returns where the pair stands now. @throws Problem `match.not-found` (404), `match.decided` or `match.changed` (409),
 *   `match.reason`, `match.unfit`, `match.checked-missing` or `match.checked-day` (422).
 */
export function decideMatch(db: Database, scope: Scope, made: NewMatchDecision, now: Date): Promise<MatchState> {
  return againWhenOvertaken(db, scope, () => decide(db, scope, made, now));
}

async function decide(db: Database, scope: Scope, made: NewMatchDecision, now: Date): Promise<MatchState> {
  const record = await matchRecord(db, scope, made.candidateId, now);
  const { candidate, supplierId } = record;
  if (candidate.version !== made.version) throw asChanged();
  if (candidate.state !== "open")
    throw new Problem("match.decided", "This pair was decided already. Open it again to decide anew.", {}, 409);
  const reason = made.reason.trim();
  if (reason === "" || reason.length > REASON_LENGTH)
    throw new Problem("match.reason", "Write in a sentence or two why you decide so; auditors read it.", {}, 422);
  if (!decisionsFor(candidate).includes(made.decision))
    throw new Problem("match.unfit", "This cannot be decided about the pair as it stands.", {}, 422);
  const waits = asksSecond(made.decision, record);
  const alone = waits && (await isAloneWith(db, scope, "match:decide"));
  const outOfDate = isOutOfDate(candidate.list, dayOf(now));
  const checkedOn = checkedDay(made.checkedOn, outOfDate && alone && made.decision === "match", now);
  const id = newId(now);
  const counts = !waits || alone;
  const state = counts ? stateAfter(made.decision) : "proposed";
  const floor = counts ? await floorOf(db, scope, record, { id, decision: made.decision }, now) : null;
  const said = {
    listId: candidate.listId,
    entryId: candidate.entryId,
    decision: made.decision,
    reason,
    editionDate: candidate.list.date,
    outOfDate,
    checkedOn,
  };
  const { supplier, entry, list, answer } = candidate;
  const decided = event("match.decided", {
    decisionId: id,
    candidateId: candidate.id,
    supplierId,
    ...said,
    selfConfirmed: alone,
    candidate: { supplier, entry, list, score: answer.score, compared: answer.compared },
  });
  const row = {
    id,
    workspaceNo: scope.workspaceNo,
    candidateId: candidate.id,
    supplierNo: candidate.supplierNo,
    ...said,
    supplierHash: candidate.supplierHash,
    entryHash: candidate.entryHash,
    decidedBy: scope.userId,
    decidedAt: now,
    ...(alone && { confirmedBy: scope.userId, confirmedAt: now }),
  };
  await commitMatch(
    db,
    scope,
    now,
    decided,
    (q) => [
      q.insert(db.t.matchDecisions).values(row),
      moveCandidate(db, q, candidate, { state, decisionId: id }),
      ...(floor?.writes(q) ?? []),
    ],
    floor?.scores ?? false,
  );
  return state;
}
