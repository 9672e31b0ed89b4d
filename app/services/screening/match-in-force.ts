import type { StoredCandidate, StoredMatchDecision } from "../../../db/queries/screening";
import type { DecidedOn } from "./pair-standing";

type Decided = Pick<StoredCandidate, "decisionId">;

/** The last decision about a pair, of a supplier and an entry or of two suppliers, that was not taken back; null when nobody decided. */
export const lastDecision = <D extends { readonly id: string; readonly undoneAt: Date | null }>(
  { decisionId }: Decided,
  decisions: readonly D[],
): D | null => decisions.find(({ id, undoneAt }) => id === decisionId && undoneAt === null) ?? null;

/** What it was made on. */
export function decidedOn(candidate: Decided, decisions: readonly StoredMatchDecision[]): DecidedOn | null {
  const last = lastDecision(candidate, decisions);
  if (!last) return null;
  const { supplierHash, entryHash, decision, confirmedAt } = last;
  return { supplierHash, entryHash, match: decision !== "match" ? null : confirmedAt ? "match" : "proposed" };
}

/**
 * The match about a candidate that people decided and nobody has taken back or lifted, confirmed by a second member or waiting
 * for that: what a later "cannot tell" or "not this one" ends, and a listing that ended does not end by itself.
 */
export function matchInForce<D extends StoredMatchDecision>(candidate: Decided, decisions: readonly D[]): D | null {
  const last = lastDecision(candidate, decisions);
  return last?.decision === "match" ? last : null;
}

/** Whether it counts without a second member, or has one. */
const counts = ({ decision, confirmedAt }: StoredMatchDecision): boolean =>
  confirmedAt !== null || decision === "not-match" || decision === "cannot-tell";

/**
 * The match about a candidate that counts, whether or not people are asked about the pair again: the one whose finding stands,
 * else the last decision that counts, when it is a match.
 * @param standing ids of decisions whose findings stand.
 */
export function confirmedMatch<D extends StoredMatchDecision>(
  candidate: Pick<StoredCandidate, "id">,
  decisions: readonly D[],
  standing: ReadonlySet<string | null>,
): D | null {
  const own = decisions.filter((one) => one.candidateId === candidate.id && one.undoneAt === null);
  const found = own.findLast(({ id }) => standing.has(id));
  if (found) return found;
  const last = own.findLast(counts);
  return last?.decision === "match" ? last : null;
}
