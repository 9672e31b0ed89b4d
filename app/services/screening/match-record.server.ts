/** What deciding, confirming and opening again share: the pair as it stands, who may confirm, and the writes of a change. */
import { and, eq } from "drizzle-orm";
import type { AuditEvent } from "../../../db/audit-events";
import type { Build, Database, Queries, Scope, Step } from "../../../db/database";
import { isRowStale } from "../../../db/errors";
import { idsOfSuppliers } from "../../../db/queries/suppliers";
import { findingsOfSupplier, standingAt, type StoredFinding } from "../../../db/queries/floor-findings";
import { decisionsOfCandidates, findCandidate, type SignedMatchDecision } from "../../../db/queries/screening";
import type { MatchState } from "../../../db/schema/screening";
import { Problem } from "../../lib/problem";
import { daysBetween, MOST_DAYS } from "../../screening/age";
import { dayOf } from "../scoring/assessor.server";
import { commitAndReapply } from "../understanding/decide.server";
import { lastDecision } from "./match-in-force";
import { readCandidate, type Candidate } from "./stored-candidate";

/** A pair with everything that was decided about it. */
export interface MatchRecord {
  readonly candidate: Candidate;
  readonly supplierId: string;
  /** The oldest first. */
  readonly decisions: readonly SignedMatchDecision[];
  /** The last one that was not taken back. */
  readonly last: SignedMatchDecision | null;
  /** Findings that came from it and stand. */
  readonly findings: readonly StoredFinding[];
}

export const matchNotFound = (): Problem =>
  new Problem("match.not-found", "There is no such pair. It may belong to another workspace.", {}, 404);

/** @throws Problem `match.not-found` (404). */
export async function matchRecord(db: Database, scope: Scope, candidateId: string, now: Date): Promise<MatchRecord> {
  const found = await findCandidate(db, scope, candidateId);
  if (!found) throw matchNotFound();
  const candidate = readCandidate(found);
  const [decisions, findings, ids] = await Promise.all([
    decisionsOfCandidates(db, scope, [candidate.id]),
    findingsOfSupplier(db, scope, candidate.supplierNo),
    idsOfSuppliers(db, scope, [candidate.supplierNo]),
  ]);
  const own = new Set<string | null>(decisions.map(({ id }) => id));
  return {
    candidate,
    supplierId: ids.get(candidate.supplierNo) ?? "",
    decisions,
    last: lastDecision(candidate, decisions),
    findings: standingAt(findings, now).filter(({ matchDecisionId }) => own.has(matchDecisionId)),
  };
}

export const asChanged = (): Problem =>
  new Problem(
    "match.changed",
    "Somebody decided about this pair, or its facts changed, while you looked at it. Look at it again.",
    {},
    409,
  );

/**
 * The day on which the publisher's own list was looked at, said by whoever confirms a match with an edition that is out of date.
 * @throws Problem `match.checked-missing` or `match.checked-day` (422).
 */
export function checkedDay(given: string | null, isNeeded: boolean, now: Date): string | null {
  const day = given?.trim() ?? "";
  if (day === "") {
    if (!isNeeded) return null;
    throw new Problem(
      "match.checked-missing",
      "This edition is out of date. Look at the publisher's own list and say on which day you did.",
      {},
      422,
    );
  }
  const age = daysBetween(day, dayOf(now));
  if (age === null || age < 0 || age > MOST_DAYS)
    throw new Problem(
      "match.checked-day",
      "The day on which you looked at the publisher's list has to be one of the last {{days}} days. Correct the day.",
      { days: MOST_DAYS },
      422,
    );
  return day;
}

/** The write that moves a pair; refused when somebody moved it meanwhile. */
export function moveCandidate(
  db: Database,
  q: Queries,
  { id, version, workspaceNo }: Candidate,
  change: { readonly state: MatchState; readonly decisionId: string | null },
): Step {
  const { matchCandidates: c } = db.t;
  return {
    write: q
      .update(c)
      .set({ ...change, version: version + 1 })
      .where(and(eq(c.id, id), eq(c.workspaceNo, workspaceNo), eq(c.version, version))),
    rows: 1,
  };
}

/**
 * One commit of what was decided; with `scores` the list is built again, for the floor of a supplier changes.
 * @throws Problem `match.changed` (409) when somebody was faster, StaleWriteError when the shown list is to be
 *   read again (`againWhenOvertaken`).
 */
export async function commitMatch(
  db: Database,
  scope: Scope,
  now: Date,
  decided: AuditEvent,
  build: Build,
  scores: boolean,
): Promise<void> {
  try {
    if (scores) await commitAndReapply(db, scope, now, decided, build);
    else await db.commit(scope, decided, build);
  } catch (error) {
    if (isRowStale(error)) throw asChanged();
    throw error;
  }
}
