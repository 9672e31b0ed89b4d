import type { Database, Scope } from "../../../db/database";
import { namesOfUsers } from "../../../db/names-of-users";
import type { CheckState, Stage } from "../../../db/schema/checks";
import { checksOfLot } from "../../../db/queries/checks";
import { labourCostFloor, type FloorAnswer } from "../../checks/floor";
import { completionOf, lastDecision, type CheckStatus, type Completion, type DecidedCandidate, type Fact } from "../../checks/state"; // prettier-ignore
import { isBy } from "../../lib/as-known-on";
import { can } from "../../lib/permissions";
import { listsHash, listsInForce } from "../screening/lists-in-force.server";
import { checkRecord, type CheckRecord } from "./check-record.server";
import { standingAt } from "./check-then";

/** What was made of the pairs of the circle, for a reader who may not see them. */
export interface PairCounts {
  readonly open: number;
  readonly match: number;
  readonly notMatch: number;
  readonly cannotTell: number;
}

export interface CheckView extends Omit<CheckRecord, "check" | "entries" | "status"> {
  readonly check: Omit<CheckRecord["check"], "record" | "counted">;
  readonly status: CheckStatus;
  readonly completion: Completion;
  readonly floor: FloorAnswer | null;
  /** Names of everybody who noted something, by their ids. */
  readonly names: Readonly<Record<string, string>>;
  /** Whether this reader sees pairs that nobody decided, and those decided against. */
  readonly seesPairs: boolean;
  readonly isReviewPending: boolean;
  /** Null for a reader who sees only whether a review is pending. */
  readonly pairs: PairCounts | null;
  /** This reader proposed the exclusion that waits. */
  readonly isOwnProposal: boolean;
  /** The other checks of this bidder in the lot, and those it corrects or that correct it. */
  readonly others: readonly { readonly id: string; readonly stage: Stage; readonly state: CheckState; readonly fileNo: number | null; readonly revision: number }[]; // prettier-ignore
}

export function pairCounts(candidates: readonly DecidedCandidate[]): PairCounts {
  const of = (decision: string | null) => candidates.filter(({ decided }) => (decided?.decision ?? null) === decision).length; // prettier-ignore
  return { open: of(null), match: of("match"), notMatch: of("not-match"), cannotTell: of("cannot-tell") };
}

/** Pairs for a reader who evaluates bidders: those that a person found to be one firm, and nothing of the others. */
export const confirmedPairs = (candidates: readonly DecidedCandidate[]): readonly DecidedCandidate[] =>
  candidates.filter(({ decided }) => decided?.decision === "match");

/** Facts for a reader who evaluates bidders: no allegation that is under review. */
export const settledFacts = (facts: readonly Fact[]): readonly Fact[] =>
  facts.filter(({ fact }) => fact.status !== "under-review");

/** The status as a reader may see it who evaluates bidders: nothing by which an open or refused pair could be told. */
function forEvaluators(status: CheckStatus): CheckStatus {
  return {
    ...status,
    candidates: confirmedPairs(status.candidates),
    facts: settledFacts(status.facts),
    firms: status.firms.map((one) => ({ ...one, screened: one.screened && { ...one.screened, candidates: [] } })),
  };
}

/**
 * A check as this reader may see it, or as it was known at an instant.
 * @throws Problem `check.not-found` (404).
 */
export async function checkView(
  db: Database,
  scope: Scope,
  checkId: string,
  until: Date | null = null,
): Promise<CheckView> {
  const { entries, status, ...record } = await checkRecord(db, scope, checkId, until);
  const [lists, siblings, names] = await Promise.all([
    listsInForce(db, scope),
    checksOfLot(db, scope, record.check.lotId),
    namesOfUsers(db, [record.check.openedBy, record.check.filedBy, ...entries.map(({ by }) => by)]),
  ]);
  const { record: _frozen, counted: _counted, ...check } = standingAt(record.check, siblings, until);
  const seesPairs = can(scope.role, "match:read");
  const last = lastDecision(status);
  // What is still to be done is said of the whole check; a filed one was complete when it was filed.
  const completion = completionOf(record.asked, status, listsHash(lists));
  const seesReview = can(scope.role, "finding:read");
  const evaluated = forEvaluators(status);
  return {
    ...record,
    check,
    status: {
      ...status,
      candidates: seesPairs ? status.candidates : evaluated.candidates,
      firms: evaluated.firms,
      facts: seesReview ? status.facts : evaluated.facts,
    },
    completion,
    floor: status.floor && labourCostFloor(status.floor.input),
    names: Object.fromEntries([...names].flatMap(([id, name]) => (id === null ? [] : [[id, name]]))),
    seesPairs,
    isReviewPending: status.candidates.some(({ decided }) => decided === null),
    pairs: seesPairs ? pairCounts(status.candidates) : null,
    isOwnProposal: last?.decision.kind === "exclude" && last.second === null && last.by === scope.userId,
    others: siblings
      .filter(({ bidderId, id, openedAt }) => bidderId === record.bidder.id && id !== checkId && isBy(openedAt, until))
      .map((one) => standingAt(one, siblings, until))
      .map(({ id, stage, state, fileNo, revision }) => ({ id, stage, state, fileNo, revision })),
  };
}
