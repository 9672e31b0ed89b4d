/** Candidate matches as people work through them. */
import type { Database, Scope } from "../../../db/database";
import { findingsOfSupplier, standingAt } from "../../../db/queries/floor-findings";
import {
  candidateQueue,
  candidatesOfSuppliers,
  countCandidates,
  decisionsOfCandidates,
  type QueuePlace,
  type SignedMatchDecision,
  type StoredCandidate,
} from "../../../db/queries/screening";
import { numbersOf } from "../../../db/queries/merges";
import { idsOfSuppliers } from "../../../db/queries/suppliers";
import type { MatchState } from "../../../db/schema/screening";
import { isAloneWith } from "../accounts/alone.server";
import { can } from "../../lib/permissions";
import { nameKey } from "../../imports/name-key";
import { isOutOfDate } from "../../screening/age";
import { reachesScore } from "../../screening/consequence";
import { dayOf } from "../scoring/assessor.server";
import { decisionsFor } from "./decide-match.server";
import { confirmedMatch, lastDecision } from "./match-in-force";
import { matchRecord } from "./match-record.server";
import type { QueueTab } from "./queue-tabs";
import { readCandidate, type Candidate } from "./stored-candidate";

export interface MatchRow {
  readonly candidate: Candidate;
  readonly supplierId: string;
  readonly outOfDate: boolean;
  /** The last decision in force about it. */
  readonly last: SignedMatchDecision | null;
}

export interface MatchQueue {
  readonly counts: Readonly<Partial<Record<MatchState, number>>>;
  readonly rows: readonly MatchRow[];
  /** Where the next page begins; null at the end. */
  readonly next: QueuePlace | null;
}

const PAGE = 50;

/** Decisions about those that people decided. */
const decisionsAbout = (db: Database, scope: Scope, stored: readonly StoredCandidate[]) =>
  decisionsOfCandidates(
    db,
    scope,
    stored.filter(({ decisionId }) => decisionId !== null).map(({ id }) => id),
  );

async function rowsOf(
  db: Database,
  scope: Scope,
  stored: readonly StoredCandidate[],
  decisions: readonly SignedMatchDecision[],
  now: Date,
): Promise<MatchRow[]> {
  const ids = await idsOfSuppliers(db, scope, [...new Set(stored.map(({ supplierNo }) => supplierNo))]);
  return stored.map((one) => {
    const candidate = readCandidate(one);
    return {
      candidate,
      supplierId: ids.get(one.supplierNo) ?? "",
      outOfDate: isOutOfDate(candidate.list, dayOf(now)),
      last: lastDecision(one, decisions),
    };
  });
}

/** A page of the queue: probability × consequence, the highest first. */
export async function matchQueue(
  db: Database,
  scope: Scope,
  { tab, after }: { readonly tab: QueueTab; readonly after: QueuePlace | null },
  now: Date,
): Promise<MatchQueue> {
  const [counts, found] = await Promise.all([
    countCandidates(db, scope),
    candidateQueue(db, scope, tab, { after, limit: PAGE + 1 }),
  ]);
  const shown = found.slice(0, PAGE);
  const last = shown.at(-1);
  return {
    counts,
    rows: await rowsOf(db, scope, shown, await decisionsAbout(db, scope, shown), now),
    next: found.length > PAGE && last ? { rank: last.rank, id: last.id } : null,
  };
}

/** A pair as a form names it. */
export interface AlikePair {
  readonly id: string;
  readonly version: number;
  readonly list: string;
}

export interface MatchPage extends MatchRow {
  /** The oldest first. */
  readonly decisions: readonly SignedMatchDecision[];
  /** What may be decided now. */
  readonly choices: readonly SignedMatchDecision["decision"][];
  /** A confirmed match would lift the score to its floor. */
  readonly reachesScore: boolean;
  /** A finding from this pair stands. */
  readonly stands: boolean;
  /** Nobody else could confirm. */
  readonly alone: boolean;
  /** This reader decided what waits to be confirmed. */
  readonly isOwnProposal: boolean;
  /** The pairs before and after it in its stretch of the queue. */
  readonly previous: string | null;
  readonly next: string | null;
  /** Further open pairs of the supplier. */
  readonly others: number;
  /** Those of them on other lists whose entry is called the same: a person may decide about all of them at once. */
  readonly alike: readonly AlikePair[];
}

/** One pair with everything a person decides by. @throws Problem `match.not-found` (404). */
export async function matchPage(db: Database, scope: Scope, candidateId: string, now: Date): Promise<MatchPage> {
  const { candidate, supplierId, decisions, last, findings } = await matchRecord(db, scope, candidateId, now);
  const place = { rank: candidate.rank, id: candidate.id };
  const [alone, after, before, siblings] = await Promise.all([
    isAloneWith(db, scope, "match:decide"),
    candidateQueue(db, scope, candidate.state, { after: place, limit: 1 }),
    candidateQueue(db, scope, candidate.state, { before: place, limit: 1 }),
    candidatesOfSuppliers(db, scope, [candidate.supplierNo]),
  ]);
  const others = siblings.filter(({ id, state }) => id !== candidate.id && state === "open").map(readCandidate);
  return {
    candidate,
    supplierId,
    outOfDate: isOutOfDate(candidate.list, dayOf(now)),
    decisions,
    last,
    choices: candidate.state === "open" ? decisionsFor(candidate) : [],
    reachesScore: reachesScore(candidate.entry.ground),
    stands: findings.length > 0,
    alone,
    isOwnProposal: candidate.state === "proposed" && last?.decidedBy === scope.userId,
    previous: before[0]?.id ?? null,
    next: after[0]?.id ?? null,
    others: others.length,
    alike: others.flatMap(({ id, version, entry, list, cause }) =>
      nameKey(entry.name) === nameKey(candidate.entry.name) &&
      (cause === "delisted") === (candidate.cause === "delisted")
        ? [{ id, version, list: list.title }]
        : [],
    ),
  };
}

/** The pair that is decided next; null when none is left. */
export async function nextOpen(db: Database, scope: Scope, after: QueuePlace): Promise<string | null> {
  const behind = await candidateQueue(db, scope, "open", { after, limit: 1 });
  const found = behind[0] ?? (await candidateQueue(db, scope, "open", { limit: 1 }))[0];
  return found?.id ?? null;
}

export interface SupplierMatches {
  readonly rows: readonly MatchRow[];
  /** Pairs whose finding stands. */
  readonly standing: readonly string[];
}

/**
 * What is known of one supplier on lists. Pairs nobody has decided, and those decided against, are for members who may see them;
 * everyone else sees confirmed matches alone, and each as one for as long as it counts.
 */
export async function supplierMatches(
  db: Database,
  scope: Scope,
  supplierNo: number,
  now: Date,
): Promise<SupplierMatches> {
  const [found, findings] = await Promise.all([
    candidatesOfSuppliers(db, scope, await numbersOf(db, scope, supplierNo)),
    findingsOfSupplier(db, scope, supplierNo),
  ]);
  const stored = found.filter(({ state }) => state !== "gone");
  const decisions = await decisionsAbout(db, scope, stored);
  const rows = await rowsOf(db, scope, stored, decisions, now);
  const ofFindings = new Set(standingAt(findings, now).map(({ matchDecisionId }) => matchDecisionId));
  const standing = new Set(decisions.filter(({ id }) => ofFindings.has(id)).map(({ candidateId }) => candidateId));
  return {
    rows: can(scope.role, "match:read") ? rows : rows.flatMap((row) => asConfirmed(row, decisions, ofFindings)),
    standing: [...standing],
  };
}

/** A row as those see it who may see confirmed matches alone. */
function asConfirmed(
  row: MatchRow,
  decisions: readonly SignedMatchDecision[],
  standing: ReadonlySet<string | null>,
): MatchRow[] {
  const match = confirmedMatch(row.candidate, decisions, standing);
  return match ? [{ ...row, candidate: { ...row.candidate, state: "match", cause: "found" }, last: match }] : [];
}
