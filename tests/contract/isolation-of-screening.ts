/** What the isolation test of the queries asks of screening: lists, candidates, decisions, findings, merges and groups. */
import type { Database, Scope } from "../../db/database";
import { addMember, createUser } from "../../db/queries/accounts";
import * as findings from "../../db/queries/floor-findings";
import * as groups from "../../db/queries/groups";
import * as merges from "../../db/queries/merges";
import * as times from "../../db/queries/pair-times";
import * as screening from "../../db/queries/screening";
import { idsOfSuppliers } from "../../db/queries/suppliers";
import { someScreening, type Screened } from "../screening-rows";
import { NOW, type AGeneration } from "./databases";

export const SCREENING_MODULES = { "floor-findings": findings, groups, merges, "pair-times": times, screening };
/** Pure: they are given what was read. */
export const WITHOUT_SCOPE_OF_SCREENING = ["standingAt", "standingFor", "numbersBy", "isBehind"];

/** One row of everything, about a supplier, one like it, and one that was merged into it. */
export async function aScreening(db: Database, scope: Scope, { no, nos }: AGeneration): Promise<Screened> {
  const auditor = { email: "auditor@example.org", name: "Au", passwordHash: "-", locale: "en" };
  await addMember(db, scope, (await createUser(db, auditor, NOW)).id, "auditor", NOW);
  const of = { generation: no, supplierNo: nos[0]!, alikeNo: nos[1]!, mergedNo: nos[2]! };
  return someScreening(db, scope, of, "OURS", { by: scope.userId, now: NOW });
}

/** Null instead of an object of counts that holds none. */
const orNull = (counts: object) => (Object.keys(counts).length > 0 ? counts : null);

interface Asked {
  readonly db: Database;
  readonly made: AGeneration;
  readonly screened: Screened;
}

export function questionsOnScreening(asked: () => Asked) {
  const nos = () => asked().made.nos;
  return {
    findingsOfSupplier: (scope) => findings.findingsOfSupplier(asked().db, scope, nos()[0]!),
    findingsInForceOf: (scope) => findings.findingsInForceOf(asked().db, scope, nos()[0]!),
    findingsInForce: (scope) => findings.findingsInForce(asked().db, scope),
    foundSince: (scope) => findings.foundSince(asked().db, scope, new Date(0)),
    floorFindingsAbout: (scope) => findings.floorFindingsAbout(asked().db, scope, nos()),
    mergesAt: (scope) => merges.mergesAt(asked().db, scope, NOW),
    groupOfSupplier: (scope) => groups.groupOfSupplier(asked().db, scope, asked().made.no, nos()[0]!),
    groupsOfSuppliers: async (scope) => [
      ...(await groups.groupsOfSuppliers(asked().db, scope, asked().made.no, nos())),
    ],
    membersOfGroup: (scope) => groups.membersOfGroup(asked().db, scope, asked().made.no, asked().screened.groupKey, 9),
    largestGroups: (scope) => groups.largestGroups(asked().db, scope, asked().made.no, 9),
    countGroups: async (scope) => (await groups.countGroups(asked().db, scope, asked().made.no)) || null,
    changedPairTimes: (scope) => times.changedPairTimes(asked().db, scope, NOW),
    countUnchangedPairs: async (scope) => (await times.countUnchangedPairs(asked().db, scope, NOW)) || null,
    unchangedPairTimes: (scope) => times.unchangedPairTimes(asked().db, scope, NOW, { after: null, limit: 9 }),
    pairDecisionTimes: (scope) => times.pairDecisionTimes(asked().db, scope),
    pairsById: (scope) => times.pairsById(asked().db, scope, [asked().screened.openPair]),
    everMerged: async (scope) => [...(await merges.everMerged(asked().db, scope))],
    mergesInForce: (scope) => merges.mergesInForce(asked().db, scope),
    // The number that was asked about is always among them.
    familyOf: async (scope) => (await merges.familyOf(asked().db, scope, nos()[0]!)).filter((no) => no !== nos()[0]),
    numbersOf: async (scope) => (await merges.numbersOf(asked().db, scope, nos()[0]!)).filter((no) => no !== nos()[0]),
    decisionsInto: (scope) => merges.decisionsInto(asked().db, scope, nos()),
    pairQueue: (scope) => merges.pairQueue(asked().db, scope, "open", { after: null, limit: 9 }),
    countPairs: async (scope) => orNull(await merges.countPairs(asked().db, scope)),
    findPair: (scope) => merges.findPair(asked().db, scope, asked().screened.openPair),
    pairsInOrder: (scope) => merges.pairsInOrder(asked().db, scope, "", 9),
    pairsOfSuppliers: (scope) => merges.pairsOfSuppliers(asked().db, scope, nos()),
    decisionsOfPairs: (scope) => merges.decisionsOfPairs(asked().db, scope, [asked().screened.mergedPair]),
    eachFirm: async (scope) => {
      const firms: unknown[] = [];
      for await (const some of screening.eachFirm(asked().db, scope, asked().made.no)) firms.push(...some);
      return firms;
    },
    editionsOf: (scope) => screening.editionsOf(asked().db, scope),
    editionContent: (scope) => screening.editionContent(asked().db, scope, asked().screened.editionId),
    screeningTimes: (scope) => screening.screeningTimes(asked().db, scope),
    candidateTimes: (scope) => screening.candidateTimes(asked().db, scope),
    candidateTimesNear: (scope) =>
      screening.candidateTimesNear(asked().db, scope, "open", { place: { rank: 99, id: "" }, side: "after", limit: 9 }),
    candidatesById: (scope) =>
      screening.candidatesById(asked().db, scope, [asked().screened.open, asked().screened.match]),
    screeningsOf: (scope) => screening.screeningsOf(asked().db, scope),
    openScreeningJob: (scope) => screening.openScreeningJob(asked().db, scope),
    candidateQueue: (scope) => screening.candidateQueue(asked().db, scope, "open", { limit: 9 }),
    countCandidates: async (scope) => orNull(await screening.countCandidates(asked().db, scope)),
    findCandidate: (scope) => screening.findCandidate(asked().db, scope, asked().screened.open),
    candidatesOfSuppliers: (scope) => screening.candidatesOfSuppliers(asked().db, scope, nos()),
    countBySupplier: async (scope) => [...(await screening.countBySupplier(asked().db, scope, nos(), "match"))],
    candidatesInOrder: (scope) => screening.candidatesInOrder(asked().db, scope, "", 9),
    // Each of the two workspaces has an owner; only this one has an auditor as well.
    countMembersOf: async (scope) => (await screening.countMembersOf(asked().db, scope, ["auditor"])) || null,
    decisionsOfCandidates: (scope) => screening.decisionsOfCandidates(asked().db, scope, [asked().screened.match]),
    idsOfSuppliers: async (scope) => [...(await idsOfSuppliers(asked().db, scope, nos()))],
  } satisfies Record<string, (scope: Scope) => Promise<unknown>>;
}
