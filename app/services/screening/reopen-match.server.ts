import { and, eq, isNull } from "drizzle-orm";
import { event } from "../../../db/audit-events";
import type { Database, Scope } from "../../../db/database";
import { Problem } from "../../lib/problem";
import { asChanged, commitMatch, matchRecord, moveCandidate } from "./match-record.server";

export interface Reopening {
  readonly candidateId: string;
  readonly version: number;
  /** Why; a second member who does not agree says it here. */
  readonly reason: string;
}

const REASON_LENGTH = 2000;

/**
 * Asks about a pair again. A proposal is taken back with it, by whoever made it or by the member who does not agree; a decision
 * that counts stays in force, with its finding, until another one counts.
 * @throws Problem `match.not-found` (404), `match.changed` or `match.not-decided` (409), `match.reason` (422).
 */
export async function reopenMatch(db: Database, scope: Scope, asked: Reopening, now: Date): Promise<void> {
  const { candidate, supplierId, last, decisions } = await matchRecord(db, scope, asked.candidateId, now);
  if (candidate.version !== asked.version) throw asChanged();
  if (candidate.state === "open" || candidate.state === "gone" || !last)
    throw new Problem("match.not-decided", "Nothing is decided about this pair yet.", {}, 409);
  const reason = asked.reason.trim();
  if (reason === "" || reason.length > REASON_LENGTH)
    throw new Problem("match.reason", "Write in a sentence or two why you decide so; auditors read it.", {}, 422);
  const { matchDecisions: d } = db.t;
  // What counted before the proposal counts still.
  const before = decisions.findLast(({ id, undoneAt }) => id !== last.id && undoneAt === null)?.id ?? null;
  const isProposal = candidate.state === "proposed";
  const contents = { decisionId: last.id, candidateId: candidate.id, supplierId, reason };
  await commitMatch(
    db,
    scope,
    now,
    event(isProposal ? "match.refused" : "match.reopened", contents),
    (q) => [
      ...(isProposal
        ? [
            {
              write: q
                .update(d)
                .set({ undoneBy: scope.userId, undoneAt: now })
                .where(and(eq(d.id, last.id), eq(d.workspaceNo, scope.workspaceNo), isNull(d.undoneAt))),
              rows: 1,
            },
          ]
        : []),
      moveCandidate(db, q, candidate, { state: "open", decisionId: isProposal ? before : last.id }),
    ],
    false,
  );
}
