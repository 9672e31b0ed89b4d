/** Matches as they were known at the end of a past day. What cannot be told exactly is left out and counted, never guessed. */
import type { Database, Scope } from "../../../db/database";
import {
  candidatesById,
  candidateTimes,
  candidateTimesNear,
  decisionsOfCandidates,
  screeningsOf,
  screeningTimes,
  type CandidateTimes,
  type QueuePlace,
  type SignedMatchDecision,
} from "../../../db/queries/screening";
import { idsOfSuppliers } from "../../../db/queries/suppliers";
import { eventsUntil } from "../../../db/queries/trail";
import { MATCH_STATES, type MatchDecision, type MatchState } from "../../../db/schema/screening";
import { endOfDay } from "../../lib/as-known-on";
import { isOutOfDate } from "../../screening/age";
import { parseContents } from "../trail/trail-view.server";
import type { ScreenedView } from "./lists-view.server";
import { matchNotFound } from "./match-record.server";
import { pairThen, watchOf, type PairMove, type PairThen, type Unwatched } from "./pair-then";
import type { QueueTab } from "./queue-tabs";
import type { ScreenedList } from "./screen-list.server";
import { readCandidate, type Candidate } from "./stored-candidate";

const EVER = new Date(8.64e15);
const KINDS = {
  "match.decided": "decided",
  "match.confirmed": "confirmed",
  "match.refused": "refused",
  "match.reopened": "reopened",
} as const;

interface Past {
  /** What people did, by the id of the pair. */
  readonly moves: ReadonlyMap<string, readonly PairMove[]>;
  readonly unwatched: readonly Unwatched[];
}

/** What the chain tells of matches. Where contents were erased, any pair may have been moved at that instant. */
async function movesOf(db: Database, scope: Scope): Promise<Past> {
  const moves = new Map<string, PairMove[]>();
  const unwatched: Unwatched[] = [];
  const decided = new Map<string, MatchDecision>();
  for (const { name, at, contents } of await eventsUntil(db, scope, Object.keys(KINDS), EVER)) {
    const said = parseContents(contents) as Readonly<Record<string, unknown>> | null;
    const [candidateId, decisionId] = [String(said?.["candidateId"]), String(said?.["decisionId"])];
    const kind = KINDS[name as keyof typeof KINDS];
    if (said && kind === "decided") decided.set(decisionId, said["decision"] as MatchDecision);
    const decision = decided.get(decisionId);
    if (said === null || decision === undefined) {
      unwatched.push({ from: at, to: at });
      continue;
    }
    const move = { kind, at, decisionId, decision, alone: said["selfConfirmed"] === true };
    const before = moves.get(candidateId);
    if (before) before.push(move);
    else moves.set(candidateId, [move]);
  }
  return { moves, unwatched };
}

/** Every pair of the workspace as of a day. */
interface PairsThen {
  /** The highest rank first. */
  readonly known: readonly (CandidateTimes & { readonly stood: PairThen })[];
  /** Pairs that were there and of which nothing says exactly where they stood. */
  readonly untold: readonly string[];
}

/** Where any pair of the workspace stood; null: it was not found yet. */
type Telling = (pair: CandidateTimes) => PairThen | "untold" | null;

/** Reads what tells of pairs at the end of a day, once for however many are asked about. */
async function tellingOf(db: Database, scope: Scope, day: string): Promise<Telling> {
  const [screenings, { moves, unwatched }] = await Promise.all([screeningTimes(db, scope), movesOf(db, scope)]);
  // One that never ended was given up when the next began.
  const ran = screenings.map(({ startedAt, finishedAt }, at) => ({
    from: startedAt,
    to: finishedAt ?? screenings[at + 1]?.startedAt ?? EVER,
  }));
  const ended = new Map(screenings.map(({ id, finishedAt }) => [id, finishedAt]));
  const watch = watchOf([...ran, ...unwatched]);
  const end = endOfDay(day);
  return (pair) =>
    pairThen({ ...pair, seenUntil: ended.get(pair.screeningId) ?? null }, moves.get(pair.id) ?? [], watch, end);
}

async function pairsThen(db: Database, scope: Scope, day: string): Promise<PairsThen> {
  const [pairs, tell] = await Promise.all([candidateTimes(db, scope), tellingOf(db, scope, day)]);
  const [known, untold]: [(CandidateTimes & { stood: PairThen })[], string[]] = [[], []];
  for (const pair of pairs) {
    const stood = tell(pair);
    if (stood === "untold") untold.push(pair.id);
    else if (stood) known.push({ ...pair, stood });
  }
  return { known, untold };
}

/** Decisions as they stood at an instant: one confirmed or taken back later was neither. Pure. */
const decisionsThen = (decisions: readonly SignedMatchDecision[], end: Date): SignedMatchDecision[] =>
  decisions
    .filter(({ decidedAt }) => decidedAt <= end)
    .map((one) => ({
      ...one,
      ...(one.confirmedAt !== null &&
        one.confirmedAt > end && { confirmedAt: null, confirmedBy: null, confirmer: null }),
      ...(one.undoneAt !== null && one.undoneAt > end && { undoneAt: null, undoneBy: null, undoneByName: null }),
    }));

/** A pair as of a day: what it was compared by is as in `PairThen`. */
export interface MatchRowThen {
  readonly candidate: Candidate;
  readonly stood: PairThen;
  readonly supplierId: string;
  readonly outOfDate: boolean;
  /** The oldest first. */
  readonly decisions: readonly SignedMatchDecision[];
}

async function rowsThen(
  db: Database,
  scope: Scope,
  pairs: readonly PairsThen["known"][number][],
  day: string,
): Promise<MatchRowThen[]> {
  const ids = pairs.map(({ id }) => id);
  const [stored, decisions, suppliers] = await Promise.all([
    candidatesById(db, scope, ids),
    decisionsOfCandidates(db, scope, ids),
    idsOfSuppliers(db, scope, [...new Set(pairs.map(({ supplierNo }) => supplierNo))]),
  ]);
  const made = decisionsThen(decisions, endOfDay(day));
  return pairs.flatMap(({ id, supplierNo, stood }) => {
    const row = stored.find((one) => one.id === id);
    if (!row) return [];
    const candidate = readCandidate(row);
    return {
      candidate,
      stood,
      supplierId: suppliers.get(supplierNo) ?? "",
      outOfDate: stood.facts === "as-then" && isOutOfDate(candidate.list, day),
      decisions: made.filter(({ candidateId }) => candidateId === id),
    };
  });
}

export interface MatchCountsThen {
  readonly counts: Readonly<Partial<Record<MatchState, number>>>;
  readonly untold: number;
}

const countsOf = ({ known, untold }: PairsThen): MatchCountsThen => {
  const counts: Partial<Record<MatchState, number>> = {};
  for (const { stood } of known) counts[stood.state] = (counts[stood.state] ?? 0) + 1;
  return { counts, untold: untold.length };
};

/** How many pairs stood where at the end of a day. */
export async function matchCountsThen(db: Database, scope: Scope, day: string): Promise<MatchCountsThen> {
  return countsOf(await pairsThen(db, scope, day));
}

/** The comparison that had ended last by then. */
async function screenedThen(db: Database, scope: Scope, day: string) {
  const [last] = await screeningsOf(db, scope, 1, endOfDay(day));
  if (!last || last.finishedAt === null) return null;
  const { finishedAt, suppliers, lists } = last;
  const aged = (lists as readonly ScreenedList[]).map((list): ScreenedView => ({
    ...list,
    outOfDate: isOutOfDate(list, day),
  }));
  return { finishedAt, suppliers, lists: aged };
}

/** The same, and by the supplier's number how many of its pairs were matches; the pairs are read once. */
export async function matchesThen(
  db: Database,
  scope: Scope,
  day: string,
): Promise<
  MatchCountsThen & { readonly matchesOf: (supplierNos: readonly number[]) => Promise<ReadonlyMap<number, number>> }
> {
  const pairs = await pairsThen(db, scope, day);
  const found = new Map<number, number>();
  for (const { supplierNo, stood } of pairs.known)
    if (stood.state === "match") found.set(supplierNo, (found.get(supplierNo) ?? 0) + 1);
  return { ...countsOf(pairs), matchesOf: async () => found };
}

const PAGE = 50;

export interface MatchQueueThen extends MatchCountsThen {
  readonly rows: readonly MatchRowThen[];
  readonly next: QueuePlace | null;
  readonly screened: Awaited<ReturnType<typeof screenedThen>>;
}

/** A page of the queue as known at the end of a day, in the order that it has today. */
export async function matchQueueThen(
  db: Database,
  scope: Scope,
  day: string,
  { tab, after }: { readonly tab: QueueTab; readonly after: QueuePlace | null },
): Promise<MatchQueueThen> {
  const [pairs, screened] = await Promise.all([pairsThen(db, scope, day), screenedThen(db, scope, day)]);
  const behind = pairs.known.filter(
    ({ stood, rank, id }) =>
      stood.state === tab && (after === null || rank < after.rank || (rank === after.rank && id < after.id)),
  );
  const shown = behind.slice(0, PAGE);
  const last = shown.at(-1);
  return {
    ...countsOf(pairs),
    rows: await rowsThen(db, scope, shown, day),
    next: behind.length > PAGE && last ? { rank: last.rank, id: last.id } : null,
    screened,
  };
}

export interface MatchPageThen extends MatchRowThen {
  /** The pairs before and after it in its stretch of the queue of that day. */
  readonly previous: string | null;
  readonly next: string | null;
  /** Further pairs of the supplier that were open. */
  readonly others: number;
}

/**
 * One pair as known at the end of a day; "untold" when nothing says exactly where it stood.
 * @throws Problem `match.not-found` (404), also when it was found later.
 */
export async function matchPageThen(
  db: Database,
  scope: Scope,
  candidateId: string,
  day: string,
): Promise<MatchPageThen | "untold"> {
  const [[pair], tell] = await Promise.all([candidateTimes(db, scope, { id: candidateId }), tellingOf(db, scope, day)]);
  const stood = pair ? tell(pair) : null;
  if (stood === "untold") return "untold";
  if (!pair || !stood) throw matchNotFound();
  const standsIn = (state: MatchState) => (one: CandidateTimes) => {
    const told = tell(one);
    return told !== "untold" && told?.state === state;
  };
  const stretch = [stood.state, standsIn(stood.state), pair] as const;
  const [[row], ofSupplier, previous, next] = await Promise.all([
    rowsThen(db, scope, [{ ...pair, stood }], day),
    candidateTimes(db, scope, { supplierNo: pair.supplierNo }),
    nearest(db, scope, "before", ...stretch),
    nearest(db, scope, "after", ...stretch),
  ]);
  if (!row) throw matchNotFound();
  const others = ofSupplier.filter(({ id }) => id !== candidateId).filter(standsIn("open")).length;
  return { ...row, previous, next, others };
}

const STEP = 50;

/** The pair nearest to a place that stood in a state, whatever its state today; those that stand in it still are looked at first. */
async function nearest(
  db: Database,
  scope: Scope,
  side: "after" | "before",
  state: MatchState,
  stoodInIt: (pair: CandidateTimes) => boolean,
  place: QueuePlace,
): Promise<string | null> {
  let best: QueuePlace | null = null;
  const isNearer = ({ rank, id }: QueuePlace): boolean => {
    if (best === null) return true;
    const isAbove = rank > best.rank || (rank === best.rank && id > best.id);
    return side === "after" ? isAbove : !isAbove;
  };
  for (const now of [state, ...MATCH_STATES.filter((one) => one !== state)])
    for (let from: QueuePlace | undefined = place; from;) {
      const rows: CandidateTimes[] = await candidateTimesNear(db, scope, now, { place: from, side, limit: STEP });
      const near = rows.filter(isNearer);
      const found = near.find(stoodInIt);
      best = found ?? best;
      from = found || near.length < STEP ? undefined : rows.at(-1);
    }
  return (best as QueuePlace | null)?.id ?? null;
}
