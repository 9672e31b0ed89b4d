import BetterSqlite from "better-sqlite3";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { aGeneration, aWorkspace, NOW } from "../../tests/contract/databases";
import type { AGeneration } from "../../tests/contract/databases";
import { plansOfCategories } from "../../tests/contract/isolation-of-categories";
import { plansOfDemand } from "../../tests/contract/isolation-of-demand";
import { plansOfReports } from "../../tests/contract/isolation-of-reports";
import { plansOfCommitments } from "../../tests/contract/isolation-of-commitments";
import { plansOfPacks } from "../../tests/contract/isolation-of-packs";
import { plansOfFindings } from "../../tests/contract/plans-of-findings";
import { verifyChain } from "../chain";
import * as trail from "./trail";
import * as trailJobs from "./trail-jobs";
import type { Database, Scope } from "../database";
import { openDatabase } from "../open";
import { BAND_CODES, LEVEL_CODES, REGISTER_SORTS } from "../schema/codes";
import * as accounts from "./accounts";
import * as audit from "./audit";
import * as checks from "./checks";
import * as contracts from "./contracts";
import * as credentials from "./credentials";
import * as disclosure from "./disclosure-counts";
import * as findings from "./floor-findings";
import * as generations from "./generations";
import * as groups from "./groups";
import * as history from "./history";
import * as holds from "./holds";
import * as imports from "./imports";
import * as invitations from "./invitations";
import * as jobs from "./jobs";
import { planOrder, spendAt, suppliersBetween } from "./plan-order";
import * as planQueries from "./plans";
import * as understanding from "./understanding";
import * as persons from "./persons";
import * as overview from "./overview";
import * as kept from "./kept";
import * as members from "./members";
import * as merges from "./merges";
import * as pairTimes from "./pair-times";
import * as readings from "./readings";
import * as register from "./register";
import * as remedy from "./remedy";
import { eachSupplier, listSuppliers } from "./register-page";
import * as screening from "./screening";
import { idsOfSuppliers } from "./suppliers";
import { tendersUntil } from "./tenders";
import * as views from "./views";

const folder = mkdtempSync(join(tmpdir(), "candour-plans-"));
const file = join(folder, "plans.db");
let seen: string[] = [];
let db: Database;
let scope: Scope;
let generation: AGeneration;
let plans: BetterSqlite.Database;

beforeAll(async () => {
  db = await openDatabase({ file, role: "job", onSql: (statement) => seen.push(statement) });
  scope = await aWorkspace(db);
  const list = Array.from({ length: 60 }, (_, i) => ({
    name: `Mill ${i} 华为`,
    seat: ["BD", "DE", null][i % 3] ?? null,
    level: i % 4,
    band: i % 4 < 2 ? null : i % 3,
    score: i % 4 < 2 ? null : i,
    priority: i % 5,
  }));
  generation = await aGeneration(db, scope, list);
  plans = new BetterSqlite(file, { readonly: true });
});
afterAll(async () => {
  plans.close();
  await db.close();
  rmSync(folder, { recursive: true, force: true });
});

/** Reads of whole tables among what was asked while `work` ran. Lists given as one JSON value are no table. */
async function fullScans(work: () => Promise<unknown>): Promise<string[]> {
  seen = [];
  await work();
  const selects = seen.filter(
    (statement) => /^select\b/i.test(statement) && !/'main'\.|_docsize|_data|_idx/.test(statement),
  );
  expect(selects.length).toBeGreaterThan(0);
  return selects.flatMap((statement) =>
    (plans.prepare(`EXPLAIN QUERY PLAN ${statement}`).all() as { detail: string }[])
      .filter(({ detail }) => detail.startsWith("SCAN") && !detail.includes("VIRTUAL TABLE"))
      .map(({ detail }) => `${detail} in ${statement}`),
  );
}

test("this check sees a whole table being read", async () => {
  const { registerRows } = db.t;
  expect(await fullScans(async () => db.q.select({ name: registerRows.name }).from(registerRows))).toHaveLength(1);
});

const filters = [
  {},
  ...LEVEL_CODES.map((level) => ({ level })),
  ...BAND_CODES.map((band) => ({ band })),
  { band: "none" as const },
  { country: "BD" },
  { country: "" },
  { country: "BD", band: "high" as const, level: "assessed" as const },
  { country: "DE", level: "indicative" as const },
  { country: ["DE", ""], level: ["indicative" as const, "assessed" as const], division: ["14", ""] },
  { role: ["maker" as const, "unknown" as const], division: "14", band: ["high" as const, "none" as const] },
  { q: "mill" },
  { q: "mill 华为" },
  { q: "华" },
  { q: "m", country: "BD" },
];

test.each(REGISTER_SORTS.flatMap((sort) => [[sort, "asc"] as const, [sort, "desc"] as const]))(
  "no page by %s %s, with any filter, forwards or backwards, reads a whole table",
  async (sort, direction) => {
    for (const filter of filters)
      for (const at of [{}, { after: "3" }, { before: "9" }])
        expect(
          await fullScans(async () => {
            for (const few of [0, 1000])
              await listSuppliers(db, scope, {
                generation: generation.no,
                sort,
                direction,
                filters: filter,
                limit: 5,
                few,
                ...at,
              });
          }),
        ).toEqual([]);
  },
);

test("a page by a rare value, and one before the orders are written, read no whole table", async () => {
  const rare = await aGeneration(db, scope, [{ seat: "LI" }, { seat: "DE" }]);
  const early = await aGeneration(db, scope, [{ seat: "LI" }], { readable: false });
  for (const no of [rare.no, early.no])
    for (const filter of [{ country: "LI" }, { country: "LI", q: "supp" }])
      expect(
        await fullScans(() => listSuppliers(db, scope, { generation: no, sort: "name", filters: filter, limit: 5 })),
      ).toEqual([]);
});

/** Where a page of a queue begins. */
const PLACE = { rank: 0.5, score: 0.5, id: "an id" };

test.each<[string, () => Promise<unknown>]>([
  ["findSupplier", () => register.findSupplier(db, scope, generation.ids[0]!, generation.no)],
  [
    "eachSupplier",
    async () => {
      const order = { sort: "score", filters: { band: ["high", "low"], q: "mill" } } as const;
      for await (const lines of eachSupplier(db, scope, generation.no, order)) expect(lines).not.toEqual([]);
    },
  ],
  [
    "only some suppliers",
    () =>
      listSuppliers(db, scope, {
        generation: generation.no,
        sort: "name",
        limit: 9,
        filters: { only: generation.ids.slice(0, 3) },
      }),
  ],
  ["generationsWith", () => register.generationsWith(db, scope, generation.ids[0]!)],
  ["supplierHistory", () => register.supplierHistory(db, scope, generation.ids[0]!)],
  [
    "supplierSourceRows",
    () => register.supplierSourceRows(db, scope, generation.no, generation.nos[0]!, { skip: 600, limit: 50 }),
  ],
  ["sourceRowsAt", () => register.sourceRowsAt(db, scope, generation.no, [1, 5])],
  ["importIssues", () => register.importIssues(db, scope, generation.no, { limit: 50, after: 4_294_967_299 })],
  [
    "importIssues of an outcome",
    () => register.importIssues(db, scope, generation.no, { limit: 50, outcome: "left-out" }),
  ],
  ["controlTotals", () => register.controlTotals(db, scope, generation.no)],
  ["summaryCounts", () => register.summaryCounts(db, scope, generation.no)],
  ["renameProposals", () => register.renameProposals(db, scope, generation.no)],
  ["listDifferences", () => kept.listDifferences(db, scope, generation.no, "new")],
  ["findOriginal", () => kept.findOriginal(db, scope, "upload")],
  ["endedOriginals", () => kept.endedOriginals(db, NOW, 10)],
  ["rememberedMapping", () => kept.rememberedMapping(db, scope, "hash")],
  ["previousPointer", () => register.previousPointer(db, scope)],
  ["findImport", () => imports.findImport(db, scope, generation.importId)],
  ["listImports", () => imports.listImports(db, scope, { limit: 20, before: NOW })],
  ["importOfGeneration", () => imports.importOfGeneration(db, scope, generation.no)],
  ["importHeads", () => overview.importHeads(db, scope, { limit: 10 })],
  ["importHeads that wait", () => overview.importHeads(db, scope, { limit: 5, states: ["mapping", "preview"] })],
  ["listOfGeneration", () => overview.listOfGeneration(db, scope, generation.no)],
  ["lastPublishedImport", () => imports.lastPublishedImport(db, scope)],
  ["isSomebodyWaiting", () => jobs.isSomebodyWaiting(db, ["import.build"])],
  ["claimJob", () => jobs.claimJob(db, "w", ["import.build"], NOW)],
  ["listJobs", () => jobs.listJobs(db, scope)],
  ["findScope", () => accounts.findScope(db, scope.userId, scope.workspaceSlug)],
  ["findUserByEmail", () => accounts.findUserByEmail(db, "someone@example.org")],
  ["findSession", () => accounts.findSession(db, "hash", NOW)],
  ["findWorkspaceScope", () => accounts.findWorkspaceScope(db, scope.userId, scope.workspaceSlug)],
  ["placesOf", () => persons.placesOf(db, scope.userId)],
  ["decisionsBy", () => persons.decisionsBy(db, scope, 9)],
  ["invitationsTo", () => persons.invitationsTo(db, "someone@example.org")],
  ["sessionsOf", () => credentials.sessionsOf(db, scope.userId, NOW)],
  ["passwordResetBy", () => credentials.passwordResetBy(db, "a hash", NOW)],
  ["secondFactorOf", () => credentials.secondFactorOf(db, scope.userId)],
  ["recoveryCodesLeft", () => credentials.recoveryCodesLeft(db, scope.userId)],
  ["openInvitations", () => invitations.openInvitations(db, scope)],
  ["findInvitation", () => invitations.findInvitation(db, scope, "an id")],
  ["invitationByToken", () => invitations.invitationByToken(db, "a hash", NOW)],
  ["findMember", () => members.findMember(db, scope, scope.userId)],
  ["listViews", () => views.listViews(db, scope)],
  ["findView", () => views.findView(db, scope, "view")],
  ["workspacesOf", () => accounts.workspacesOf(db, scope.userId)],
  ["auditTrail", () => audit.auditTrail(db, scope, { limit: 20, before: 9 })],
  ["trailEvents", () => trail.trailEvents(db, scope, { words: "a", record: "b", names: ["plan.%"] }, { limit: 20 })],
  ["trailPeople", () => trail.trailPeople(db, scope)],
  ["lastEventUntil", () => trail.lastEventUntil(db, scope, trail.LIST_MOVES, NOW)],
  ["pastGenerations", () => generations.pastGenerations(db, scope)],
  ["openReadingsAt", () => readings.openReadingsAt(db, scope, NOW)],
  ["toldSince", () => readings.toldSince(db, scope, NOW)],
  ["readingsAbout", () => readings.readingsAbout(db, scope, generation.nos)],
  ["openReadingsAbout", () => readings.openReadingsAbout(db, scope, generation.nos)],
  ["eventsUntil", () => trail.eventsUntil(db, scope, ["plan.accepted"], NOW)],
  ["eventsUntil about a record", () => trail.eventsUntil(db, scope, ["plan.accepted"], NOW, ["an id"])],
  ["countEventsUntil", () => trail.countEventsUntil(db, scope, ["plan.accepted"], NOW)],
  ["countRecordsUntil", () => disclosure.countRecordsUntil(db, scope, NOW)],
  ["lastSeqUntil", () => trail.lastSeqUntil(db, scope, NOW)],
  ["notesOfRecord", () => trail.notesOfRecord(db, scope, { kind: "supplier", id: "an id" })],
  ["findNote", () => trail.findNote(db, scope, "an id")],
  ["lastTrailCheck", () => trail.lastTrailCheck(db, scope)],
  ["runningJobs", () => trailJobs.runningJobs(db, scope, "trail.verify")],
  ["lastJob", () => trailJobs.lastJob(db, scope, "trail.verify")],
  ["headsJobs", () => trailJobs.headsJobs(db, 5)],
  ["verifyChain", () => verifyChain(db, scope.workspaceNo)],
  ["planOrder", async () => (await planOrder(db, scope, generation.no))!.at([3, 40, 17])],
  ["suppliersBetween", () => suppliersBetween(db, scope, generation.no, 3, 40)],
  [
    "among some suppliers",
    () =>
      listSuppliers(db, scope, {
        generation: generation.no,
        sort: "score",
        limit: 9,
        filters: { among: generation.nos.slice(0, 30), level: "indicative" },
      }),
  ],
  ["spendAt", () => spendAt(db, scope, generation.no, [1, 2])],
  ["planInState", () => planQueries.planInState(db, scope, "draft")],
  ["replacedPlans", () => planQueries.replacedPlans(db, scope)],
  ["planEntries", () => planQueries.planEntries(db, scope, "a plan", ["chosen"])],
  ["countEntries", () => planQueries.countEntries(db, scope, "a plan")],
  ["followedUp", () => planQueries.followedUp(db, scope, "a plan")],
  ["lastChosen", () => planQueries.lastChosen(db, scope, "a plan")],
  ["entriesOf", () => planQueries.entriesOf(db, scope, "a plan", generation.nos)],
  ["lastPosition", () => planQueries.lastPosition(db, scope, "a plan")],
  ["dueEntries", () => planQueries.dueEntries(db, scope, "a plan", 9)],
  ["countDue", () => planQueries.countDue(db, scope, "a plan", "2026-03-01")],
  ["plansOfSupplier", () => planQueries.plansOfSupplier(db, scope, generation.nos[0]!)],
  ["correctiveActions", () => remedy.correctiveActions(db, scope)],
  ["correctiveActions of suppliers", () => remedy.correctiveActions(db, scope, generation.nos)],
  ["findAction", () => remedy.findAction(db, scope, "an action")],
  ["actionSteps", () => remedy.actionSteps(db, scope, ["an action"])],
  ["actionSteps of all", () => remedy.actionSteps(db, scope)],
  ["repaymentGroups", () => remedy.repaymentGroups(db, scope, generation.nos)],
  ["findRepaymentGroup", () => remedy.findRepaymentGroup(db, scope, "a group")],
  ["repaymentEntries", () => remedy.repaymentEntries(db, scope, ["a group"])],
  ["repaymentEntries of all", () => remedy.repaymentEntries(db, scope)],
  ["supplierDecisions", () => remedy.supplierDecisions(db, scope, generation.nos)],
  ["findSupplierDecision", () => remedy.findSupplierDecision(db, scope, "a decision")],
  ["publishedLists", () => history.publishedLists(db, scope, [generation.no])],
  ["renamesOfSupplier", () => history.renamesOfSupplier(db, scope, generation.nos[0]!, [generation.no])],
  ["lastSeq", () => audit.lastSeq(db, scope)],
  ["auditEvent", () => audit.auditEvent(db, scope, 3)],
  ["eventsAbout", () => audit.eventsAbout(db, scope, ["plan.entry-moved", "plan.entry-updated"], "an id", 9)],
  ["eventsAfter", () => audit.eventsAfter(db, scope, "plan.moves-undone", 3, 9)],
  ["decisionsAbout", () => understanding.decisionsAbout(db, scope, "payee", ["mill", "works"])],
  ["decisionsOfBatch", () => understanding.decisionsOfBatch(db, scope, "batch")],
  ["decisionHistory", () => understanding.decisionHistory(db, scope, "payee", "mill")],
  ...plansOfCategories(() => ({ db, scope })),
  ...plansOfDemand(() => ({ db, scope })),
  ...plansOfReports(() => ({ db, scope, generation: generation.no })),
  ...plansOfPacks(() => ({ db, scope })),
  ...plansOfFindings(() => ({ db, scope, no: generation.nos[0]! })),
  ...plansOfCommitments(() => ({ db, scope })),
  ["editionsOf", () => screening.editionsOf(db, scope)],
  ["editionContent", () => screening.editionContent(db, scope, "an edition")],
  ["screeningTimes", () => screening.screeningTimes(db, scope)],
  ["candidateTimes", () => screening.candidateTimes(db, scope)],
  ["candidateTimes of one", () => screening.candidateTimes(db, scope, { id: "a candidate" })],
  ["candidateTimes of a supplier", () => screening.candidateTimes(db, scope, { supplierNo: generation.nos[0]! })],
  [
    "candidateTimesNear",
    () => screening.candidateTimesNear(db, scope, "open", { place: PLACE, side: "after", limit: 9 }),
  ],
  ["candidatesById", () => screening.candidatesById(db, scope, ["one", "other"])],
  ["screeningsOf until an instant", () => screening.screeningsOf(db, scope, 1, new Date())],
  ["screeningsOf", () => screening.screeningsOf(db, scope)],
  ["openScreeningJob", () => screening.openScreeningJob(db, scope)],
  ["candidateQueue", () => screening.candidateQueue(db, scope, "open", { limit: 9 })],
  ["candidateQueue behind a place", () => screening.candidateQueue(db, scope, "open", { after: PLACE, limit: 9 })],
  ["candidateQueue ahead of a place", () => screening.candidateQueue(db, scope, "open", { before: PLACE, limit: 9 })],
  ["countCandidates", () => screening.countCandidates(db, scope)],
  ["findCandidate", () => screening.findCandidate(db, scope, "a candidate")],
  ["countBySupplier", () => screening.countBySupplier(db, scope, generation.nos, "match")],
  ["candidatesOfSuppliers", () => screening.candidatesOfSuppliers(db, scope, generation.nos)],
  ["candidatesInOrder", () => screening.candidatesInOrder(db, scope, "a candidate", 9)],
  ["countMembersOf", () => screening.countMembersOf(db, scope, ["owner", "officer"])],
  ["decisionsOfCandidates", () => screening.decisionsOfCandidates(db, scope, ["one", "other"])],
  ["findingsOfSupplier", () => findings.findingsOfSupplier(db, scope, generation.nos[0]!)],
  ["findingsInForce", () => findings.findingsInForce(db, scope)],
  ["foundSince", () => findings.foundSince(db, scope, NOW)],
  ["floorFindingsAbout", () => findings.floorFindingsAbout(db, scope, generation.nos)],
  ["mergesAt", () => merges.mergesAt(db, scope, NOW)],
  ["everMerged", () => merges.everMerged(db, scope)],
  ["mergesInForce", () => merges.mergesInForce(db, scope)],
  ["familyOf", () => merges.familyOf(db, scope, generation.nos[0]!)],
  ["numbersOf", () => merges.numbersOf(db, scope, generation.nos[0]!)],
  ["decisionsInto", () => merges.decisionsInto(db, scope, generation.nos)],
  ["pairQueue", () => merges.pairQueue(db, scope, "open", { after: null, limit: 9 })],
  ["pairQueue behind a place", () => merges.pairQueue(db, scope, "open", { after: PLACE, limit: 9 })],
  ["countPairs", () => merges.countPairs(db, scope)],
  ["findPair", () => merges.findPair(db, scope, "a pair")],
  ["pairsInOrder", () => merges.pairsInOrder(db, scope, "a pair", 9)],
  ["pairsOfSuppliers", () => merges.pairsOfSuppliers(db, scope, generation.nos)],
  ["decisionsOfPairs", () => merges.decisionsOfPairs(db, scope, ["one", "other"])],
  ["changedPairTimes", () => pairTimes.changedPairTimes(db, scope, NOW)],
  ["countUnchangedPairs", () => pairTimes.countUnchangedPairs(db, scope, NOW)],
  ["unchangedPairTimes", () => pairTimes.unchangedPairTimes(db, scope, NOW, { after: null, limit: 9 })],
  ["unchangedPairTimes behind a place", () => pairTimes.unchangedPairTimes(db, scope, NOW, { after: PLACE, limit: 9 })],
  ["pairDecisionTimes", () => pairTimes.pairDecisionTimes(db, scope)],
  ["pairsById", () => pairTimes.pairsById(db, scope, ["one", "other"])],
  ["countGroups", () => groups.countGroups(db, scope, generation.no)],
  ["signedReadingsAbout", () => readings.signedReadingsAbout(db, scope, generation.nos)],
  ["holdsAbout", () => holds.holdsAbout(db, scope, generation.nos)],
  ["contactsAt", () => holds.contactsAt(db, scope, "TR", NOW)],
  ["groupOfSupplier", () => groups.groupOfSupplier(db, scope, generation.no, generation.nos[0]!)],
  ["groupsOfSuppliers", () => groups.groupsOfSuppliers(db, scope, generation.no, generation.nos)],
  ["membersOfGroup", () => groups.membersOfGroup(db, scope, generation.no, "a group", 9)],
  ["largestGroups", () => groups.largestGroups(db, scope, generation.no, 9)],
  ["contractsOf", () => contracts.contractsOf(db, scope, 9)],
  ["contractsOf until an instant", () => contracts.contractsOf(db, scope, 9, new Date())],
  ["contractsOfSupplier", () => contracts.contractsOfSupplier(db, scope, generation.nos[0]!)],
  ["findContract", () => contracts.findContract(db, scope, "a contract")],
  ["entriesOfContract", () => contracts.entriesOfContract(db, scope, "a contract")],
  ["lotsOf", () => checks.lotsOf(db, scope, 9)],
  ["lotsOf until an instant", () => checks.lotsOf(db, scope, 9, new Date())],
  ["tendersUntil", () => tendersUntil(db, scope, new Date())],
  ["stagesOpened", () => checks.stagesOpened(db, scope, ["a lot", "another"])],
  ["findLot", () => checks.findLot(db, scope, "a lot")],
  ["biddersOf", () => checks.biddersOf(db, scope, "a lot")],
  ["bidsOfSupplier", () => checks.bidsOfSupplier(db, scope, generation.nos[0]!)],
  ["questionsOfLot", () => checks.questionsOfLot(db, scope, "a lot")],
  ["checksOfLot", () => checks.checksOfLot(db, scope, "a lot")],
  ["findCheck", () => checks.findCheck(db, scope, "a check")],
  ["entriesOfChecks", () => checks.entriesOfChecks(db, scope, ["a check", "another"])],
  ["highestFileNo", () => checks.highestFileNo(db, scope)],
  ["idsOfSuppliers", () => idsOfSuppliers(db, scope, generation.nos)],
  ["summary.count", () => db.summary.count(generation.no)],
])("%s reads no whole table", async (_, work) => {
  expect(await fullScans(work)).toEqual([]);
});
