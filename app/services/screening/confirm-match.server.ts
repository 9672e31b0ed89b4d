import { and, eq, isNull } from "drizzle-orm";
import { event } from "../../../db/audit-events";
import type { Database, Scope } from "../../../db/database";
import type { MatchState } from "../../../db/schema/screening";
import type { SignedMatchDecision } from "../../../db/queries/screening";
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

export interface SeenProposal {
  readonly candidateId: string;
  readonly version: number;
}

/** The decision that waits for a second member. @throws Problem `match.not-found`, `match.changed`, `match.not-waiting`. */
export async function proposalOf(
  db: Database,
  scope: Scope,
  { candidateId, version }: SeenProposal,
  now: Date,
): Promise<MatchRecord & { readonly proposal: SignedMatchDecision }> {
  const record = await matchRecord(db, scope, candidateId, now);
  if (record.candidate.version !== version) throw asChanged();
  if (record.candidate.state !== "proposed" || !record.last)
    throw new Problem("match.not-waiting", "Nothing about this pair waits for a second member.", {}, 409);
  return { ...record, proposal: record.last };
}

/**
 * A second member agrees with what was decided about a pair: from now on it counts.
 * @param checkedOn day on which this member looked at the publisher's own list; asked for where the edition is out of date.
 * @returns where the pair stands now. @throws Problem as `proposalOf`, `match.same-person` (403), `match.checked-missing` or
 *   `match.checked-day` (422).
 */
export function confirmMatch(
  db: Database,
  scope: Scope,
  seen: SeenProposal & { readonly checkedOn: string | null },
  now: Date,
): Promise<MatchState> {
  return againWhenOvertaken(db, scope, () => confirm(db, scope, seen, now));
}

async function confirm(
  db: Database,
  scope: Scope,
  seen: SeenProposal & { readonly checkedOn: string | null },
  now: Date,
): Promise<MatchState> {
  const record = await proposalOf(db, scope, seen, now);
  const { candidate, proposal, supplierId } = record;
  if (proposal.decidedBy === scope.userId)
    throw new Problem("match.same-person", "Whoever decided cannot confirm. Ask another member.", {}, 403);
  const outOfDate = isOutOfDate(candidate.list, dayOf(now));
  const checkedOn = checkedDay(seen.checkedOn, outOfDate && proposal.decision === "match", now) ?? proposal.checkedOn;
  const floor = await floorOf(db, scope, record, proposal, now);
  const state = stateAfter(proposal.decision);
  const { matchDecisions: d } = db.t;
  const contents = { decisionId: proposal.id, candidateId: candidate.id, supplierId, checkedOn };
  await commitMatch(
    db,
    scope,
    now,
    event("match.confirmed", contents),
    (q) => [
      {
        write: q
          .update(d)
          .set({ confirmedBy: scope.userId, confirmedAt: now, checkedOn, outOfDate })
          .where(and(eq(d.id, proposal.id), eq(d.workspaceNo, scope.workspaceNo), isNull(d.confirmedAt))),
        rows: 1,
      },
      moveCandidate(db, q, candidate, { state, decisionId: proposal.id }),
      ...floor.writes(q),
    ],
    floor.scores,
  );
  return state;
}
