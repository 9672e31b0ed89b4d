/** What the isolation test asks of lists, matches and findings: with the scope of one workspace and the ids of another. */
import { and, eq, ne } from "drizzle-orm";
import { createHash } from "node:crypto";
import { writeFileSync } from "node:fs";
import path from "node:path";
import { gunzipSync } from "node:zlib";
import { comparedEntries, entriesBefore } from "../../app/services/screening/compared-entries.server";
import { confirmMatch, proposalOf } from "../../app/services/screening/confirm-match.server";
import { decideMatch } from "../../app/services/screening/decide-match.server";
import { entriesOf, listsInForce } from "../../app/services/screening/lists-in-force.server";
import { listHistory, listsView } from "../../app/services/screening/lists-view.server";
import { loadEdition } from "../../app/services/screening/load-edition.server";
import { floorOf } from "../../app/services/screening/match-floor.server";
import { isAloneWith } from "../../app/services/accounts/alone.server";
import { matchRecord } from "../../app/services/screening/match-record.server";
import {
  matchCountsThen,
  matchesThen,
  matchPageThen,
  matchQueueThen,
} from "../../app/services/screening/matches-then.server";
import { matchStory } from "../../app/services/screening/match-story.server";
import * as pages from "../../app/services/screening/matches-view.server";
import { comparedBefore, comparedFactsHash, markCompared } from "../../app/services/screening/compared-before.server";
import { reopenMatch } from "../../app/services/screening/reopen-match.server";
import { screenList } from "../../app/services/screening/screen-list.server";
import { screenSoon } from "../../app/services/screening/screen-soon.server";
import { settleUnseen } from "../../app/services/screening/settle-unseen.server";
import { workspaceWords } from "../../app/services/screening/workspace-words.server";
import { waitingMatches } from "../../app/services/screening/waiting-matches.server";
import { withdrawEdition } from "../../app/services/screening/withdraw-edition.server";
import { event } from "../../db/audit-events";
import type { Database, Scope, SystemScope } from "../../db/database";
import * as findings from "../../db/queries/floor-findings";
import * as screening from "../../db/queries/screening";
import type { Role } from "../../db/schema/codes";
import { A_DAY, aFolder, aGeneration, aMember, aSupplier, scopeOf, type ASupplier, type AWorkspace } from "../builders";
import { aCandidate, OWN_LIST, someScreening, type Screened } from "../screening-rows";

export interface ScreenedPlace {
  /** Texts that stand in its rows and nowhere else. */
  readonly marks: readonly string[];
  readonly workspace: AWorkspace;
  readonly scope: Scope;
  readonly supplier: ASupplier;
  readonly generation: number;
  /** A supplier that was merged into it. */
  readonly mergedId: string;
  readonly screened: Screened;
}
type Asked = Readonly<Record<string, (scope: Scope, of: ScreenedPlace) => Promise<unknown>>>;

/** One row of everything screening keeps, with the workspace's own word in it. */
export async function aScreenedPlace(
  db: Database,
  workspace: AWorkspace,
  of: { readonly supplier: ASupplier; readonly alikeNo: number; readonly by: string },
  word: string,
): Promise<Pick<ScreenedPlace, "mergedId" | "screened">> {
  const before = await aGeneration(db, workspace, { published: false, fileName: `before ${word}.csv` });
  const merged = await aSupplier(db, workspace, { name: `Mill ${word} twice`, generation: before.no });
  const { generation, no: supplierNo } = of.supplier;
  const suppliers = { generation, supplierNo, alikeNo: of.alikeNo, mergedNo: merged.no };
  const screened = await someScreening(db, scopeOf(workspace), suppliers, word, { by: of.by, now: A_DAY });
  return { mergedId: merged.id, screened };
}

/** Does what is counted change when the other workspace has one more? Numbers say nothing of whose rows they count. */
export async function countsIt(
  of: ScreenedPlace,
  counted: () => Promise<unknown>,
  add: () => Promise<unknown>,
): Promise<unknown> {
  const before = JSON.stringify(await counted());
  await add();
  return JSON.stringify(await counted()) !== before && { generation: of.generation };
}

export const asJob = ({ workspaceNo, workspaceId, workspaceSlug }: Scope): SystemScope => ({
  workspaceNo,
  workspaceId,
  workspaceSlug,
  userId: null,
  role: "system",
});

const now = () => A_DAY;
/** A day behind everything that is recorded. */
const FAR = "2100-01-01";
/** What a page sent of a pair nobody has moved since it was made. */
const seen = (candidateId: string) => ({ candidateId, version: 1 });
const member = (db: Database, of: ScreenedPlace, role: Role) => () => aMember(db, of.workspace, role);
/** The newer of the workspace's two editions. */
const edition = ({ screened }: ScreenedPlace) => ({ listId: OWN_LIST, editionId: screened.editionId });

const another = (db: Database, of: ScreenedPlace) => () => {
  const { screeningId, editionId } = of.screened;
  return aCandidate(db, of.scope, of.supplier.no, "another", { state: "open", screeningId, editionId }, A_DAY);
};

const queryReads = (db: () => Database): Asked => ({
  "db/queries/floor-findings.ts findingsOfSupplier": (scope, of) =>
    findings.findingsOfSupplier(db(), scope, of.supplier.no),
  "db/queries/floor-findings.ts foundSince": async (scope, of) =>
    (await findings.foundSince(db(), scope, new Date(0))).includes(of.supplier.no) && { id: of.supplier.id },
  "db/queries/floor-findings.ts floorFindingsAbout": (scope, of) =>
    findings.floorFindingsAbout(db(), scope, [of.supplier.no]),
  "db/queries/floor-findings.ts findingsInForce": (scope) => findings.findingsInForce(db(), scope),
  "db/queries/screening.ts editionsOf": (scope) => screening.editionsOf(db(), scope),
  "db/queries/screening.ts editionContent": async (scope, of) => {
    const content = await screening.editionContent(db(), scope, of.screened.editionId);
    return content && gunzipSync(content).toString();
  },
  "db/queries/screening.ts screeningsOf": (scope) => screening.screeningsOf(db(), scope),
  "db/queries/screening.ts screeningTimes": (scope) => screening.screeningTimes(db(), scope),
  "db/queries/screening.ts candidateTimes": (scope) => screening.candidateTimes(db(), scope),
  "db/queries/screening.ts candidateTimesNear": (scope) =>
    screening.candidateTimesNear(db(), scope, "open", { place: { rank: 99, id: "" }, side: "after", limit: 99 }),
  "db/queries/screening.ts candidatesById": (scope, of) =>
    screening.candidatesById(db(), scope, [of.screened.match, of.screened.open]),
  "db/queries/screening.ts openScreeningJob": (scope) => screening.openScreeningJob(db(), scope),
  "db/queries/screening.ts candidateQueue": (scope) => screening.candidateQueue(db(), scope, "open", { limit: 99 }),
  "db/queries/screening.ts countCandidates": (scope, of) =>
    countsIt(of, () => screening.countCandidates(db(), scope), another(db(), of)),
  "db/queries/screening.ts findCandidate": (scope, of) => screening.findCandidate(db(), scope, of.screened.open),
  "db/queries/screening.ts countBySupplier": async (scope, of) =>
    (await screening.countBySupplier(db(), scope, [of.supplier.no], "match")).has(of.supplier.no) && {
      id: of.supplier.id,
    },
  "db/queries/screening.ts candidatesOfSuppliers": (scope, of) =>
    screening.candidatesOfSuppliers(db(), scope, [of.supplier.no]),
  "db/queries/screening.ts eachFirm": async (scope, of) => {
    const firms: unknown[] = [];
    for await (const some of screening.eachFirm(db(), scope, of.generation)) firms.push(...some);
    return firms;
  },
  "db/queries/screening.ts candidatesInOrder": (scope) => screening.candidatesInOrder(db(), scope, "", 99),
  "db/queries/screening.ts countMembersOf": (scope, of) =>
    countsIt(of, () => screening.countMembersOf(db(), scope, ["purchaser"]), member(db(), of, "purchaser")),
  "db/queries/screening.ts decisionsOfCandidates": (scope, of) =>
    screening.decisionsOfCandidates(db(), scope, [of.screened.match, of.screened.proposed]),
});

const HASH_OF_NOTHING = createHash("sha256").digest("hex");

export const screeningReads = (db: () => Database): Asked => ({
  ...queryReads(db),
  "app/services/screening/lists-in-force.server.ts listsInForce": (scope) => listsInForce(db(), scope),
  "app/services/screening/lists-in-force.server.ts entriesOf": (scope, of) => entriesOf(db(), scope, edition(of)),
  // A hash tells nobody anything: what it is made of is named when it is made of anything.
  "app/services/screening/compared-before.server.ts comparedFactsHash": async (scope, of) =>
    (await comparedFactsHash(db(), asJob(scope), of.generation)) === HASH_OF_NOTHING ? [] : of.marks,
  "app/services/screening/workspace-words.server.ts workspaceWords": async (scope, of) =>
    (await workspaceWords(db(), asJob(scope), of.generation)).names === 0 ? [] : of.marks,
  "app/services/screening/compared-entries.server.ts entriesBefore": (scope, of) =>
    entriesBefore(db(), scope, edition(of)),
  "app/services/screening/compared-entries.server.ts comparedEntries": async (scope, of) =>
    comparedEntries(db(), scope, await listsInForce(db(), of.scope)),
  "app/services/screening/lists-view.server.ts listsView": (scope) => listsView(db(), scope, A_DAY),
  "app/services/screening/lists-view.server.ts listHistory": (scope) => listHistory(db(), scope),
  "app/services/screening/confirm-match.server.ts proposalOf": (scope, of) =>
    proposalOf(db(), scope, seen(of.screened.proposed), A_DAY),
  "app/services/screening/match-record.server.ts matchRecord": (scope, of) =>
    matchRecord(db(), scope, of.screened.match, A_DAY),
  // Of the people in either workspace the owner alone may decide, until an officer comes.
  "app/services/accounts/alone.server.ts isAloneWith": async (scope, of) => {
    // Others may have joined for another question: the owner stays alone first.
    const { memberships: m } = db().t;
    const others = and(eq(m.workspaceNo, of.scope.workspaceNo), ne(m.role, "owner"));
    if (scope === of.scope)
      await db().transact(function* (q) {
        yield q.delete(m).where(others);
      });
    return countsIt(of, () => isAloneWith(db(), scope, "match:decide"), member(db(), of, "officer"));
  },
  "app/services/screening/match-story.server.ts matchStory": (scope, of) => matchStory(db(), scope, of.supplier.no),
  "app/services/screening/matches-view.server.ts matchQueue": (scope) =>
    pages.matchQueue(db(), scope, { tab: "open", after: null }, A_DAY),
  "app/services/screening/matches-view.server.ts matchPage": (scope, of) =>
    pages.matchPage(db(), scope, of.screened.open, A_DAY),
  "app/services/screening/matches-view.server.ts nextOpen": (scope, of) =>
    pages.nextOpen(db(), scope, { rank: 0.8, id: `${of.screened.open}~` }),
  "app/services/screening/matches-view.server.ts supplierMatches": (scope, of) =>
    pages.supplierMatches(db(), scope, of.supplier.no, A_DAY),
  "app/services/screening/matches-then.server.ts matchQueueThen": (scope) =>
    matchQueueThen(db(), scope, FAR, { tab: "open", after: null }),
  "app/services/screening/matches-then.server.ts matchPageThen": (scope, of) =>
    matchPageThen(db(), scope, of.screened.match, FAR),
  "app/services/screening/matches-then.server.ts matchCountsThen": (scope, of) =>
    countsIt(of, () => matchCountsThen(db(), scope, FAR), another(db(), of)),
  "app/services/screening/matches-then.server.ts matchesThen": (scope, of) =>
    countsIt(
      of,
      async () => {
        const { counts, untold, matchesOf } = await matchesThen(db(), scope, FAR);
        return { counts, untold, matches: [...(await matchesOf([]))] };
      },
      another(db(), of),
    ),
  "app/services/screening/waiting-matches.server.ts waitingMatches": (scope, of) =>
    countsIt(of, () => waitingMatches(db(), scope), another(db(), of)),
});

/** A file with one entry, as a list that nobody has loaded before. */
async function load(db: Database, scope: Scope): Promise<unknown> {
  const folder = aFolder();
  try {
    const file = path.join(folder.path, "list.csv");
    const content = "Name;Country\nInvented Trading GmbH;DE\n";
    writeFileSync(file, content);
    const sha256 = createHash("sha256").update(content).digest("hex");
    const own = { title: "Ours", publisher: "We", approved: false };
    const given = { listId: "own-2", own, fileName: "list.csv", path: file, sha256 };
    const days = { date: null, readOn: "2026-03-01", expectedEntries: null };
    return await loadEdition(db, scope, { ...given, ...days }, A_DAY);
  } finally {
    folder.remove();
  }
}

export const screeningChanges = (db: () => Database): Asked => ({
  "app/services/screening/decide-match.server.ts decideMatch": (scope, of) => {
    const made = { ...seen(of.screened.open), decision: "match", reason: "the same address", checkedOn: null } as const;
    return decideMatch(db(), scope, made, A_DAY);
  },
  "app/services/screening/confirm-match.server.ts confirmMatch": (scope, of) =>
    confirmMatch(db(), scope, { ...seen(of.screened.proposed), checkedOn: null }, A_DAY),
  "app/services/screening/reopen-match.server.ts reopenMatch": (scope, of) =>
    reopenMatch(db(), scope, { ...seen(of.screened.match), reason: "another address" }, A_DAY),
  "app/services/screening/match-floor.server.ts floorOf": async (scope, of) => {
    const record = await matchRecord(db(), of.scope, of.screened.match, A_DAY);
    const floor = await floorOf(db(), scope, record, { id: "decision", decision: "not-match" }, A_DAY);
    const told = { decisionId: "decision", candidateId: "", supplierId: "", checkedOn: null };
    return db().commit(scope, event("match.confirmed", told), (q) => floor.writes(q));
  },
  "app/services/screening/load-edition.server.ts loadEdition": (scope) => load(db(), scope),
  "app/services/screening/withdraw-edition.server.ts withdrawEdition": (scope, of) =>
    withdrawEdition(db(), scope, of.screened.editionId, A_DAY),
  "app/services/screening/screen-soon.server.ts screenSoon": async (scope) =>
    db().commitPlain(await screenSoon(db(), scope, A_DAY)),
  "app/services/screening/screen-list.server.ts screenList": (scope, of) => {
    const hooks = { onProgress: () => undefined, cancelled: () => false };
    return screenList(db(), asJob(scope), { no: of.generation, suppliers: 2 }, hooks, now);
  },
  "app/services/screening/compared-before.server.ts comparedBefore": async (scope, of) => {
    const [last] = await screening.screeningsOf(db(), of.scope);
    await markCompared(db(), asJob(scope), last!.id, "other facts", A_DAY);
    return comparedBefore(db(), asJob(scope), of.generation, "other facts");
  },
  "app/services/screening/compared-before.server.ts markCompared": async (scope, of) => {
    const [last] = await screening.screeningsOf(db(), of.scope);
    return markCompared(db(), asJob(scope), last!.id, "facts", A_DAY);
  },
  "app/services/screening/settle-unseen.server.ts settleUnseen": async (scope, of) => {
    const [last] = await screening.screeningsOf(db(), of.scope);
    const nothing = { entries: [], standing: new Set<string>() };
    return settleUnseen(db(), asJob(scope), { ...last!, id: "a later one" }, nothing);
  },
});

/** Of these and of what `isolation-of-duplicates` asks, those that are given an id: of another workspace's they say that there is nothing. */
export const SAYS_NOT_FOUND = [
  "app/services/screening/match-record.server.ts matchRecord",
  "app/services/screening/matches-view.server.ts matchPage",
  "app/services/screening/matches-then.server.ts matchPageThen",
  "app/services/screening/confirm-match.server.ts proposalOf",
  "app/services/screening/confirm-match.server.ts confirmMatch",
  "app/services/screening/decide-match.server.ts decideMatch",
  "app/services/screening/reopen-match.server.ts reopenMatch",
  "app/services/screening/decide-duplicate.server.ts decideDuplicate",
  "app/services/screening/decide-duplicate.server.ts undoDuplicate",
  "app/services/screening/withdraw-edition.server.ts withdrawEdition",
];
