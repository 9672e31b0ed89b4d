import { readdirSync } from "node:fs";
import { eq } from "drizzle-orm";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { Database, Scope } from "../../db/database";
import { buildPages } from "../../db/pages";
import * as accounts from "../../db/queries/accounts";
import * as audit from "../../db/queries/audit";
import * as generationsQueries from "../../db/queries/generations";
import * as imports from "../../db/queries/imports";
import * as jobs from "../../db/queries/jobs";
import * as planOrderQueries from "../../db/queries/plan-order";
import * as plans from "../../db/queries/plans";
import * as overview from "../../db/queries/overview";
import * as kept from "../../db/queries/kept";
import * as models from "../../db/queries/models";
import * as register from "../../db/queries/register";
import * as registerPage from "../../db/queries/register-page";
import * as suppliers from "../../db/queries/suppliers";
import * as understanding from "../../db/queries/understanding";
import * as topSuppliers from "../../db/queries/top-suppliers";
import * as views from "../../db/queries/views";
import * as history from "../../db/queries/history";
import * as riskDataQueries from "../../db/queries/risk-data";
import * as readings from "../../db/queries/readings";
import * as corridors from "../../db/queries/corridors";
import * as preferences from "../../db/queries/preferences";
import * as remedy from "../../db/queries/remedy";
import { aGeneration, anImport, aWorkspace, ENGINES, NOW, openFor } from "./databases";
import type { AGeneration } from "./databases";
import type { Screened } from "../screening-rows";
import { A_GROUP } from "./a-group";
import { aLotOfOurs, CHECK_MODULES, questionsOnChecks } from "./isolation-of-checks";
import { someOwnRows, questionsOnCorridors } from "./isolation-of-corridors";
import { aReportOfOurs, questionsOnReports, REPORT_MODULES } from "./isolation-of-reports";
import { aComparison, questionsOnModels } from "./isolation-of-models";
import { questionsOnReadings, someAnswers } from "./isolation-of-readings";
import { questionsOnRemedy, someRemedy } from "./isolation-of-remedy";
import * as ofFindings from "./isolation-of-findings";
import { aFiledCategory, CATEGORY_MODULES, questionsOnCategories } from "./isolation-of-categories";
import * as ofScreening from "./isolation-of-screening";
import * as ofAccounts from "./isolation-of-accounts";
import * as ofTrail from "./isolation-of-trail";
import { furtherQuestions, MORE_OF_THE_DRAFT, MORE_OF_THE_DECISION } from "./isolation-of-stories";

const MODULES = {
  accounts,
  audit,
  imports,
  jobs,
  "plan-order": planOrderQueries,
  plans,
  overview,
  kept,
  register,
  "register-page": registerPage,
  generations: generationsQueries,
  suppliers,
  understanding,
  "top-suppliers": topSuppliers,
  views,
  history,
  preferences,
  readings,
  remedy,
  models,
  corridors,
  "risk-data": riskDataQueries,
  ...ofScreening.SCREENING_MODULES,
  ...CATEGORY_MODULES,
  ...CHECK_MODULES,
  ...REPORT_MODULES,
  ...ofAccounts.ACCOUNT_MODULES,
  ...ofFindings.FINDING_MODULES,
  ...ofTrail.TRAIL_MODULES,
};

/** Asked by the program about itself, or about a person: these take no workspace's id. */
const WITHOUT_SCOPE = new Set([
  "findRiskData",
  "listRiskData",
  "emailKey",
  "createUser",
  "findUserByEmail",
  "findUser",
  "setUserLocale",
  "setShortcuts",
  "createSession",
  "findSession",
  "touchSession",
  "deleteSession",
  "deleteEndedSessions",
  "createWorkspace",
  "findScope",
  "findWorkspaceScope",
  "traitFilter",
  "openingView",
  "workspacesOf",
  "queuedJob",
  "claimJob",
  "isSomebodyWaiting",
  "heartbeat",
  "endJob",
  "requeueOrphans",
  "endedOriginals",
  ...ofScreening.WITHOUT_SCOPE_OF_SCREENING,
  ...ofAccounts.WITHOUT_SCOPE_OF_ACCOUNTS,
  ...ofFindings.WITHOUT_SCOPE_OF_FINDINGS,
  ...ofTrail.WITHOUT_SCOPE_OF_TRAIL,
]);
/** Writes that give the scope's own workspace something; they read nothing of another's. */
const OWN_WRITES = new Set([
  "addMember",
  "createReappliedGeneration",
  "setGuideHidden",
  ...ofAccounts.OWN_WRITES_OF_ACCOUNTS,
]);

describe.each(ENGINES)("on %s", (engine) => {
  let db: Database;
  let ours: Scope;
  let theirs: Scope;
  let made: AGeneration;
  let uploadId: string;
  let jobId: string;
  let screened: Screened;
  let people: ofAccounts.People;

  beforeAll(async () => {
    db = await openFor(engine);
    [ours, theirs] = [await aWorkspace(db), await aWorkspace(db)];
    made = await aGeneration(db, ours, [
      { name: "Mill", seat: "BD", level: 1, band: 2 },
      { name: "Works", seat: "DE" },
      { name: "Twice", seat: "DE" },
    ]);
    ({ uploadId } = await anImport(db, ours));
    const job = jobs.queuedJob(ours.workspaceNo, "import.build", {}, NOW);
    jobId = job.id;
    const supplierKey = made.no * 2 ** 32 + made.nos[0]!;
    const sources = db.bulk.writer("sourceRows", ["key", "line", "byteOffset", "byteLength", "outcome", "supplierKey"]);
    sources.add([made.no * 2 ** 32 + 5, 6, 60, 9, 0, supplierKey]);
    const issues = db.bulk.writer("rowIssues", ["key", "recordNo", "line", "outcome", "code", "found"]);
    issues.add([made.no * 2 ** 32, 7, 8, 1, "natural-person", "A. Person"]);
    const totals = db.bulk.writer("controlTotals", [
      "generation",
      "currency",
      "fileTotal",
      "counted",
      "creditNotes",
      "setAside",
      "rejected",
    ]);
    totals.add([made.no, "EUR", "10", "10", "0", "0", "0"]);
    const renames = db.bulk.writer("renameProposals", ["generation", "newSupplierNo", "oldSupplierNo", "reason", "decision"]); // prettier-ignore
    renames.add([made.no, made.nos[0]!, made.nos[1]!, "same-name", "declined"]);
    const groups = db.bulk.writer("generationGroups", Object.keys(A_GROUP) as (keyof typeof A_GROUP)[]);
    groups.add(Object.values({ ...A_GROUP, generation: made.no }));
    const payees = db.bulk.writer("generationPayees", ["generation", "no", "key", "name", "supplierNo", "parts"]);
    payees.add([made.no, 0, "mill", "Mill", made.nos[0]!, "[]"]);
    const texts = db.bulk.writer("generationUnresolved", [
      "generation",
      "no",
      "kind",
      "key",
      "text",
      "rows",
      "amounts",
    ]);
    texts.add([made.no, 0, "country", "atlantis", "Atlantis", 1, "{}"]);
    const decided = db.bulk.writer("decidedSuppliers", ["key", "decisions"]);
    decided.add([supplierKey, "decision-1"]);
    const differences = db.bulk.writer("listDifferences", ["generation", "kind", "position", "supplierNo", "name"]);
    differences.add([made.no, "new", 0, made.nos[0]!, "Mill"]);
    const { workspaces, imports: importTable, generations, originals, importMappings, understandingDecisions } = db.t;
    const sealed = { importId: made.importId, uploadId, sha256: "0", encrypted: false, emptied: [], deleteAfter: null };
    await db.commit(ours, { name: "original.sealed", contents: sealed }, (q) => [
      q
        .insert(originals)
        .values({ uploadId, workspaceNo: ours.workspaceNo, state: "same", emptied: [], sealedAt: NOW }),
      q.insert(importMappings).values({
        workspaceNo: ours.workspaceNo,
        headerHash: "hash",
        headers: [],
        settings: {},
        importId: made.importId,
        updatedAt: NOW,
      }),
    ]);
    const reapply = jobs.queuedJob(ours.workspaceNo, "import.reapply", {}, NOW);
    await db.bulk.flush([sources, issues, totals, renames, groups, payees, texts, decided, differences], {
      after: (q) => [
        q.insert(db.t.jobs).values([job, reapply]),
        q.insert(understandingDecisions).values({
          id: "decision-1",
          workspaceNo: ours.workspaceNo,
          scope: "group",
          key: "account:cleaning",
          label: "Cleaning",
          decision: { notSeller: "taxes" },
          ...MORE_OF_THE_DECISION,
          decidedBy: ours.userId,
          decidedAt: NOW,
        }),
      ],
    });
    await someAnswers(db, ours, made);
    await ofFindings.someFindings(db, ours, made);
    await someOwnRows(db, ours);
    await aFiledCategory(db, ours);
    await someRemedy(db, ours, made);
    people = await ofAccounts.someMembers(db, ours);
    await ofTrail.aTrail(db, ours);
    await aComparison(db, ours, made);
    await aLotOfOurs(db, ours, made);
    await aReportOfOurs(db, ours);
    screened = await ofScreening.aScreening(db, ours, made);
    await buildPages(db, made.no);
    const aPlan = {
      workspaceNo: ours.workspaceNo,
      generation: made.no,
      fileName: "list.csv",
      fileSha256: "0".repeat(64),
      modelId: "2026.1",
      dataDate: "2026-01-01",
      capacity: 1,
      seed: "s",
      summary: {},
      createdBy: ours.userId,
      createdAt: NOW,
    };
    await db.transact(function* (q) {
      yield q.insert(db.t.plans).values({ ...aPlan, id: "draft", place: "draft", state: "draft" });
      yield q.insert(db.t.plans).values({ ...aPlan, id: "old", place: "old", state: "replaced", acceptedAt: NOW });
      yield q.insert(db.t.planEntries).values({
        planId: "draft",
        supplierNo: made.nos[0]!,
        workspaceNo: ours.workspaceNo,
        supplierId: made.ids[0]!,
        name: "Mill",
        part: "chosen",
        position: 1,
        standing: {},
        reasons: [],
        nextStep: {},
        actionKind: "open",
        ...MORE_OF_THE_DRAFT,
      });
      yield q.update(workspaces).set({ publishedGeneration: made.no }).where(eq(workspaces.no, ours.workspaceNo));
      yield q.update(importTable).set({ state: "published" }).where(eq(importTable.id, made.importId));
      yield q.update(generations).set({ state: "published" }).where(eq(generations.no, made.no));
    });
    const view = {
      id: "view-of-ours",
      workspaceNo: ours.workspaceNo,
      byUserId: ours.userId,
      name: "High",
      shared: true,
      query: "band=high",
      createdAt: NOW,
      updatedAt: NOW,
    };
    await db.transact(function* (q) {
      yield q.insert(db.t.savedViews).values(view);
    });
  });
  afterAll(() => db.close());

  const asked: Record<string, (scope: Scope) => Promise<unknown>> = {
    publishedGeneration: (scope) => generationsQueries.publishedGeneration(db, scope),
    knownSuppliers: async (scope) => {
      const known: number[] = [];
      for await (const some of suppliers.knownSuppliers(db, scope.workspaceNo)) known.push(...some.map(({ no }) => no));
      return known;
    },
    findWorkspace: async (scope) => (await accounts.findWorkspace(db, scope))?.no === ours.workspaceNo || null,
    membersOf: async (scope) => (await accounts.membersOf(db, scope)).filter(({ userId }) => userId === ours.userId),
    auditTrail: async (scope) =>
      (await audit.auditTrail(db, scope, { limit: 50 })).filter(({ actorUserId }) => actorUserId === ours.userId),
    lastSeq: async (scope) => (await audit.lastSeq(db, scope)) === (await audit.lastSeq(db, ours)) || null,
    findUpload: (scope) => imports.findUpload(db, scope, uploadId),
    findImport: (scope) => imports.findImport(db, scope, made.importId),
    listImports: (scope) => imports.listImports(db, scope, { limit: 50 }),
    importOfGeneration: (scope) => imports.importOfGeneration(db, scope, made.no),
    importHeads: (scope) => overview.importHeads(db, scope, { limit: 50 }),
    listOfGeneration: (scope) => overview.listOfGeneration(db, scope, made.no),
    lastPublishedImport: (scope) => imports.lastPublishedImport(db, scope),
    findOriginal: (scope) => kept.findOriginal(db, scope, uploadId),
    rememberedMapping: (scope) => kept.rememberedMapping(db, scope, "hash"),
    listDifferences: (scope) => kept.listDifferences(db, scope, made.no, "new"),
    findJob: (scope) => jobs.findJob(db, scope, jobId),
    listJobs: (scope) => jobs.listJobs(db, scope),
    findGeneration: (scope) => register.findGeneration(db, scope, made.no),
    previousPointer: async (scope) => (await register.previousPointer(db, scope))?.publishedGeneration ?? null,
    linesOf: (scope) => register.linesOf(db, scope, made.no, made.nos),
    findSupplier: (scope) => register.findSupplier(db, scope, made.ids[0]!, made.no),
    generationsWith: (scope) => register.generationsWith(db, scope, made.ids[0]!),
    supplierHistory: (scope) => register.supplierHistory(db, scope, made.ids[0]!),
    supplierSourceRows: async (scope) =>
      (await register.supplierSourceRows(db, scope, made.no, made.nos[0]!, { limit: 9 })).rows,
    importIssues: (scope) => register.importIssues(db, scope, made.no, { limit: 9 }),
    controlTotals: (scope) => register.controlTotals(db, scope, made.no),
    summaryCounts: (scope) => register.summaryCounts(db, scope, made.no),
    topSuppliers: (scope) => topSuppliers.topSuppliers(db, scope, made.no, 9),
    renameProposals: (scope) => register.renameProposals(db, scope, made.no),
    listSuppliers: async (scope) =>
      (await registerPage.listSuppliers(db, scope, { generation: made.no, sort: "name", limit: 9 })).rows,
    decisionsInForce: (scope) => understanding.decisionsInForce(db, scope),
    findDecision: (scope) => understanding.findDecision(db, scope, "decision-1"),
    decisionsOfSupplier: (scope) => understanding.decisionsOfSupplier(db, scope, made.no, made.nos[0]!),
    groupsOfGeneration: (scope) => understanding.groupsOfGeneration(db, scope, made.no),
    payeesOfGeneration: (scope) => understanding.payeesOfGeneration(db, scope, made.no),
    unresolvedOfGeneration: (scope) => understanding.unresolvedOfGeneration(db, scope, made.no, "country", 9),
    subjectLabel: (scope) => understanding.subjectLabel(db, scope, made.no, "group", "account:cleaning"),
    openReapply: (scope) => understanding.openReapply(db, scope),
    planOrder: (scope) => planOrderQueries.planOrder(db, scope, made.no),
    spendAt: (scope) => planOrderQueries.spendAt(db, scope, made.no, [0]),
    suppliersBetween: (scope) => planOrderQueries.suppliersBetween(db, scope, made.no, 0, 1),
    planInState: (scope) => plans.planInState(db, scope, "draft"),
    findPlan: (scope) => plans.findPlan(db, scope, "draft"),
    replacedPlans: (scope) => plans.replacedPlans(db, scope),
    planEntries: (scope) => plans.planEntries(db, scope, "draft", ["chosen"]),
    findPlanEntry: (scope) => plans.findPlanEntry(db, scope, "draft", made.nos[0]!),
    countEntries: (scope) => plans.countEntries(db, scope, "draft"),
    ...furtherQuestions(() => ({ db, made })),
    ...questionsOnReadings(() => ({ db, made })),
    ...ofFindings.questionsOnFindings(() => ({ db, made })),
    ...questionsOnCorridors(() => db),
    ...questionsOnCategories(() => db),
    ...questionsOnRemedy(() => db),
    ...ofAccounts.questionsOnAccounts(() => ({ db, people })),
    ...ofTrail.questionsOnTrail(() => ({ db, ours })),
    ...questionsOnModels(() => ({ db, made })),
    ...questionsOnChecks(() => ({ db, made })),
    ...questionsOnReports(() => ({ db, made })),
    ...ofScreening.questionsOnScreening(() => ({ db, made, screened })),
    registerFacets: (scope) => registerPage.registerFacets(db, scope, made.no),
    eachSupplier: async (scope) => {
      const lines: unknown[] = [];
      for await (const some of registerPage.eachSupplier(db, scope, made.no, { sort: "name" })) lines.push(...some);
      return lines;
    },
    listViews: (scope) => views.listViews(db, scope),
    findView: (scope) => views.findView(db, scope, "view-of-ours"),
    requestCancel: async (scope) => (await jobs.requestCancel(db, scope, jobId, NOW)) || null,
    markGenerationReady: (scope) =>
      generationsQueries.markGenerationReady(db, scope, made.no, { suppliers: made.nos.length, records: 9 }).then(
        () => true,
        () => null,
      ),
    createGeneration: async (scope) => {
      // A generation made for another workspace's import does not become that import's.
      const no = await imports.createGeneration(
        db,
        scope,
        { importId: made.importId, modelId: "m", dataDate: "2026-01-01", dataHash: "0" },
        NOW,
      );
      return (await imports.findImport(db, ours, made.importId))?.generation === no || null;
    },
  };
  const isNothing = (answer: unknown): boolean => answer === null || (Array.isArray(answer) && answer.length === 0);

  test.each(Object.keys(asked))(
    "%s finds nothing of another workspace, and what it should of its own",
    async (name) => {
      expect(await asked[name]!(theirs)).toSatisfy(isNothing);
      expect(await asked[name]!(ours)).not.toSatisfy(isNothing);
    },
  );

  test("a word found in another workspace's list finds nothing here", async () => {
    const ask = { generation: made.no, sort: "name", limit: 9, filters: { q: "Mill" } } as const;
    expect(await registerPage.listSuppliers(db, theirs, ask)).toMatchObject({ rows: [], count: { value: 0 } });
    expect((await registerPage.listSuppliers(db, ours, ask)).rows).toHaveLength(1);
  });

  test("a public id of another installation, or with another ending, is no supplier's", async () => {
    const id = made.ids[0]!;
    const other = id.slice(0, 7) + (id.endsWith("0") ? "11111" : "00000");
    expect(await register.findSupplier(db, ours, other, made.no)).toBeNull();
    expect(await register.findSupplier(db, ours, "not an id", made.no)).toBeNull();
  });

  test("every query function is in this test, or named as one that takes no scope", () => {
    const files = readdirSync(new URL("../../db/queries", import.meta.url)).filter(
      (file) => !file.endsWith(".test.ts"),
    );
    expect(files.map((file) => file.replace(/\.ts$/, "")).sort()).toEqual(Object.keys(MODULES).sort());
    const functions = Object.values(MODULES).flatMap((module) =>
      Object.entries(module).flatMap(([name, value]) => (typeof value === "function" ? [name] : [])),
    );
    expect(functions.filter((name) => !WITHOUT_SCOPE.has(name) && !OWN_WRITES.has(name)).sort()).toEqual(
      Object.keys(asked).sort(),
    );
  });
});
