/** What a workspace keeps of screening, for tests that are not about how it came there: one row of everything, marked with a word. */
import { event } from "../db/audit-events";
import type { Database, Scope } from "../db/database";
import { newId } from "../db/ids";
import { queuedJob } from "../db/queries/jobs";
import { packEntries } from "../app/services/screening/lists-in-force.server";
import type { ComparedSupplier } from "../app/services/screening/compared-facts";
import type { ComparedEntry } from "../app/services/screening/stored-candidate";
import type { ListEntry } from "../app/screening/types";
import type { MatchState } from "../db/schema/screening";

/** Whose rows they are: three suppliers with rising numbers, of which the last was merged into the first. */
export interface ScreenedSuppliers {
  readonly generation: number;
  readonly supplierNo: number;
  readonly alikeNo: number;
  readonly mergedNo: number;
}

/** Ids of the rows. */
export interface Screened {
  readonly editionId: string;
  readonly olderEditionId: string;
  readonly screeningId: string;
  readonly jobId: string;
  /** Candidates of the first supplier, by where they stand: `match` has a finding that stands. */
  readonly open: string;
  readonly proposed: string;
  readonly match: string;
  readonly proposalId: string;
  readonly matchDecisionId: string;
  readonly findingId: string;
  /** Of the first and the second supplier, and of the first and the one that was merged into it. */
  readonly openPair: string;
  readonly mergedPair: string;
  readonly mergeId: string;
  readonly groupKey: string;
}

export const OWN_LIST = "own-1";
/** Of the newer edition, and the day it was taken on. */
const EDITION_DAY = "2026-02-25";

export const aListEntry = (word: string, id: string): ListEntry => ({
  id,
  kind: "entity",
  name: `Entry ${word} ${id}`,
  aliases: [],
  countries: ["TR"],
  city: null,
  address: null,
  ids: {},
  sector: null,
  reason: null,
  ground: "forced-labour",
  effects: [{ jurisdiction: "OWN", effect: "own-policy" }],
  subsidiaries: false,
  listedOn: "2025-05-01",
  delistedOn: null,
});

const party = (word: string, which: string): ComparedSupplier => ({
  name: `Mill ${word} ${which}`,
  aliases: [],
  country: "TR",
  city: null,
  address: null,
  ids: {},
  parent: null,
  sector: null,
});

/** A candidate of the supplier and an entry of the workspace's own list. @returns its id. */
export async function aCandidate(
  db: Database,
  { workspaceNo }: Pick<Scope, "workspaceNo">,
  supplierNo: number,
  word: string,
  told: {
    readonly state: MatchState;
    readonly screeningId: string;
    readonly editionId: string;
    readonly decisionId?: string;
  },
  now: Date,
): Promise<string> {
  const { editionId, ...standing } = told;
  const id = newId(now);
  const entryId = `entry-${id}`;
  const list = {
    listId: OWN_LIST,
    editionId,
    title: `List ${word}`,
    publisher: word,
    url: null,
    date: EDITION_DAY,
    readOn: EDITION_DAY,
  };
  await db.commitPlain((q) => [
    q.insert(db.t.matchCandidates).values({
      id,
      workspaceNo,
      supplierNo,
      listId: OWN_LIST,
      entryId,
      score: 0.8,
      rank: 0.8,
      supplier: party(word, "one"),
      entry: { entry: aListEntry(word, entryId), list } satisfies ComparedEntry,
      answer: { score: 0.8, features: {}, compared: [word, word], because: [] },
      supplierHash: "supplier",
      entryHash: "entry",
      cause: "found",
      foundAt: now,
      ...standing,
    }),
  ]);
  return id;
}

/** Two suppliers that may be one. @returns its id. */
export async function aPair(
  db: Database,
  { workspaceNo }: Pick<Scope, "workspaceNo">,
  [leftNo, rightNo]: readonly [number, number],
  word: string,
  standing: { readonly state: "open" | "merged"; readonly decisionId?: string; readonly version?: number },
  now: Date,
): Promise<string> {
  const id = newId(now);
  await db.commitPlain((q) => [
    q.insert(db.t.duplicatePairs).values({
      id,
      workspaceNo,
      leftNo,
      rightNo,
      score: 0.9,
      left: party(word, "one"),
      right: party(word, "other"),
      answer: { score: 0.9, features: {}, compared: [word, word], because: [] },
      leftHash: "left",
      rightHash: "right",
      foundAt: now,
      seenAt: now,
      screeningId: "a run",
      ...standing,
    }),
  ]);
  return id;
}

/** @param by who decided: somebody else than the scope's own user may confirm it. */
export async function someScreening(
  db: Database,
  scope: Scope,
  of: ScreenedSuppliers,
  word: string,
  { by, now }: { readonly by: string; readonly now: Date },
): Promise<Screened> {
  const [editionId, olderEditionId] = await twoEditions(db, scope, word, now);
  const screeningId = newId(now);
  const { workspaceNo } = scope;
  const { generation, supplierNo } = of;
  const job = queuedJob(workspaceNo, "lists.screen", {}, now);
  const groupKey = `group ${word}`;
  await db.commitPlain((q) => [
    q.insert(db.t.jobs).values(job),
    q.insert(db.t.screenings).values({
      id: screeningId,
      workspaceNo,
      generation,
      listsHash: "hash",
      lists: [{ listId: OWN_LIST, editionId, title: `List ${word}`, date: EDITION_DAY, readOn: EDITION_DAY }],
      startedAt: now,
      finishedAt: now,
    }),
    q.insert(db.t.supplierGroups).values({ generation, groupKey, supplierNo, groupName: `Owner ${word}` }),
  ]);
  return {
    editionId,
    olderEditionId,
    screeningId,
    jobId: job.id,
    groupKey,
    ...(await threeCandidates(db, scope, of, word, { screeningId, editionId, by, now })),
    ...(await twoPairs(db, scope, of, word, { by, now })),
  };
}

async function twoEditions(db: Database, scope: Scope, word: string, now: Date): Promise<[string, string]> {
  const ids = [newId(now), newId(now)] as [string, string];
  const days = [EDITION_DAY, "2026-02-01"];
  const rows = ids.map((id, at) => ({
    id,
    workspaceNo: scope.workspaceNo,
    listId: OWN_LIST,
    title: `List ${word}`,
    publisher: word,
    url: null,
    licence: "own",
    date: days[at]!,
    readOn: days[at]!,
    fileName: `${word}.csv`,
    sha256: "0",
    entries: 1,
    leftOut: {},
    changes: null,
    content: packEntries([aListEntry(word, `entry-${at}`)]),
    loadedBy: scope.userId,
    // The newer one was loaded a minute after the older.
    loadedAt: new Date(now.getTime() - at * 60_000),
  }));
  const loaded = { listId: OWN_LIST, date: days[0]!, readOn: days[0]!, sha256: "0", entries: 1, leftOut: {} };
  await db.commit(scope, event("list.loaded", { editionId: ids[0], ...loaded, changes: null }), (q) => [
    q.insert(db.t.listEditions).values(rows),
  ]);
  return ids;
}

async function threeCandidates(
  db: Database,
  scope: Scope,
  { supplierNo }: ScreenedSuppliers,
  word: string,
  told: { readonly screeningId: string; readonly editionId: string; readonly by: string; readonly now: Date },
): Promise<Pick<Screened, "open" | "proposed" | "match" | "proposalId" | "matchDecisionId" | "findingId">> {
  const { screeningId, editionId, by, now } = told;
  const [proposalId, matchDecisionId, findingId] = [newId(now), newId(now), newId(now)];
  const candidate = (state: MatchState, decisionId?: string) =>
    aCandidate(db, scope, supplierNo, word, { state, screeningId, editionId, ...(decisionId && { decisionId }) }, now);
  const open = await candidate("open");
  const proposed = await candidate("proposed", proposalId);
  const match = await candidate("match", matchDecisionId);
  const decision = (id: string, candidateId: string) => ({
    id,
    workspaceNo: scope.workspaceNo,
    candidateId,
    supplierNo,
    listId: OWN_LIST,
    entryId: `entry-${candidateId}`,
    decision: "match" as const,
    reason: `reason ${word}`,
    supplierHash: "supplier",
    entryHash: "entry",
    editionDate: EDITION_DAY,
    outOfDate: false,
    checkedOn: null,
    decidedBy: by,
    decidedAt: now,
  });
  const confirmed = { decisionId: matchDecisionId, candidateId: match, supplierId: "", checkedOn: null };
  await db.commit(scope, event("match.confirmed", confirmed), (q) => [
    q.insert(db.t.matchDecisions).values(decision(proposalId, proposed)),
    q
      .insert(db.t.matchDecisions)
      .values({ ...decision(matchDecisionId, match), confirmedBy: scope.userId, confirmedAt: now }),
    q.insert(db.t.floorFindings).values({
      id: findingId,
      workspaceNo: scope.workspaceNo,
      supplierNo,
      ground: "confirmed-match",
      source: `List ${word}`,
      year: 2025,
      matchDecisionId,
      recordedBy: scope.userId,
      recordedAt: now,
    }),
  ]);
  return { open, proposed, match, proposalId, matchDecisionId, findingId };
}

async function twoPairs(
  db: Database,
  scope: Scope,
  { supplierNo, alikeNo, mergedNo }: ScreenedSuppliers,
  word: string,
  { by, now }: { readonly by: string; readonly now: Date },
): Promise<Pick<Screened, "openPair" | "mergedPair" | "mergeId">> {
  const mergeId = newId(now);
  const openPair = await aPair(db, scope, [supplierNo, alikeNo], word, { state: "open" }, now);
  const merged = { state: "merged", decisionId: mergeId, version: 2 } as const;
  const mergedPair = await aPair(db, scope, [supplierNo, mergedNo], word, merged, now);
  const reason = `reason ${word}`;
  const decided = { decisionId: mergeId, pairId: mergedPair, decision: "merged", fromId: "", intoId: "", reason };
  await db.commit(scope, event("duplicate.decided", decided), (q) => [
    q.insert(db.t.duplicateDecisions).values({
      id: mergeId,
      workspaceNo: scope.workspaceNo,
      pairId: mergedPair,
      decision: "merged",
      fromNo: mergedNo,
      intoNo: supplierNo,
      reason,
      leftHash: "left",
      rightHash: "right",
      decidedBy: by,
      decidedAt: now,
    }),
  ]);
  return { openPair, mergedPair, mergeId };
}
