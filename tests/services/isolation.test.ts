/**
 * One workspace never sees another. Every query and service that takes a scope stands in the table below; a test fails when
 * one is missing, so a new one cannot be forgotten.
 */
import { mkdirSync, writeFileSync } from "node:fs";
import path from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { text } from "node:stream/consumers";
import { chooseSettings } from "../../app/services/imports/choose-settings.server";
import { defaultSettings } from "../../app/services/imports/settings";
import { overviewOf, waitingLists } from "../../app/services/overview/overview.server";
import { exportRegister } from "../../app/services/register/export-register.server";
import { exportShown } from "../../app/services/register/export-shown.server";
import { shownSupplier } from "../../app/services/suppliers/shown-supplier.server";
import { supplierView } from "../../app/services/suppliers/supplier-view.server";
import { eq } from "drizzle-orm";
import type { Database, Scope } from "../../db/database";
import { bulkKey } from "../../db/keys";
import { buildPages, buildSearch } from "../../db/pages";
import * as accounts from "../../db/queries/accounts";
import * as audit from "../../db/queries/audit";
import * as generations from "../../db/queries/generations";
import * as imports from "../../db/queries/imports";
import * as jobs from "../../db/queries/jobs";
import * as overview from "../../db/queries/overview";
import { A_DAY, aGeneration, aMember, aSupplier, aWorkspace, scopeOf } from "../builders";
import * as understanding from "./isolation-understanding";
import { aDataFolder } from "./data-folder";
import { everythingOf, problemOr } from "./everything-of";
import { functionsTakingScope } from "./functions-taking-scope";
import { aKeptPlace, inspectionOf, keptChanges, keptReads, type KeptPlace } from "./isolation-of-kept";
import { builtPdfProgram } from "../pdf-program";
import { reportReads } from "./isolation-of-reports";
import {
  FILED_SAYS_NOT_FOUND,
  filedChanges,
  filedReads,
  someReports,
  type FiledPlace,
} from "./isolation-of-filed-reports";
import { storyChanges, storyReads } from "./isolation-of-stories";
import { planChanges, planReads, threePlans } from "./isolation-plan";
import { aProposal } from "./isolation-of-models";
import { aPack, packChanges, packReads } from "./isolation-of-packs";
import { readingChanges, readingReads, someAnswers, type Answers } from "./isolation-of-readings";
import { RECORD_KINDS } from "../../app/lib/trail-groups";
import { aNote, commentOn, TRAIL_SAYS_NOT_FOUND, trailChanges, trailReads } from "./isolation-of-trail";
import { accountChanges, accountReads, anInvitation } from "./isolation-of-accounts";
import * as ofCategories from "./isolation-of-categories";
import { aJudgement } from "./isolation-of-commitments";
import * as ofFindings from "./isolation-of-findings";
import { duplicateChanges, duplicateReads } from "./isolation-of-duplicates";
import { importChanges, importReads } from "./isolation-of-imports";
import { registerReads } from "./isolation-of-register";
import { pastReads } from "./isolation-of-past";
import { remedyChanges, remedyReads, someRemedy, type Remedied } from "./isolation-of-remedy";
import {
  aScreenedPlace,
  SAYS_NOT_FOUND,
  screeningChanges,
  screeningReads,
  type ScreenedPlace,
} from "./isolation-of-screening";
import { toolReads } from "./isolation-of-tools";
import { receiveChanges } from "./isolation-of-uploads";
import { aCheckedPlace, checkChanges, checkReads, type CheckedPlace } from "./isolation-of-checks";
import { aSharedView, viewChanges, viewReads } from "./isolation-of-views";

interface Place extends FiledPlace, KeptPlace, ScreenedPlace, ofCategories.CategoryPlace, ofFindings.FoundPlace {
  readonly importId: string;
  readonly uploadId: string;
  readonly jobId: string;
  readonly memberId: string;
  readonly understood: understanding.Understood;
  readonly planId: string;
  readonly viewId: string;
  readonly checked: CheckedPlace;
  readonly invitationId: string;
  readonly noteId: string;
  readonly packId: string;
  readonly answers: Answers;
  readonly remedied: Remedied;
  /** A further import that waits to be confirmed, with a rename to decide. */
  readonly waiting: { readonly importId: string; readonly generation: number; readonly newNo: number };
  /** Texts and numbers that stand in this workspace's rows and nowhere else. */
  readonly marks: readonly string[];
}

let db: Database;
let ours: Place;
let theirs: Place;
let victim: Place;

/** Every place has the file of its published import in it. */
const files = aDataFolder();

const ROWS = { read: 2, imported: 2, repaired: 0, setAside: 0, leftOut: 0 };
const RENAME = ["generation", "newSupplierNo", "oldSupplierNo", "reason"] as const;
const SCORED = { dataDate: "2026-01-01", dataHash: "0" };
const SUMMARY = { suppliers: 1, rows: ROWS, totals: [], model: { id: "2026.1", ...SCORED } };

async function aPlace(word: string, amount: string): Promise<Place> {
  const workspace = await aWorkspace(db, { name: `Buyer ${word}` });
  const member = await aMember(db, workspace, "auditor");
  const { no: generation, importId, uploadId } = await aGeneration(db, workspace, { fileName: `${word}.csv` });
  const supplier = await aSupplier(db, workspace, {
    name: `Mill ${word}`,
    seat: "TR",
    score: 55,
    band: "raised",
    severity: "unknown",
    likelihood: "possible",
    spendMain: Number(amount),
    generation,
  });
  await aProposal(db, scopeOf(workspace));
  const stored = path.join(files.path, "uploads", workspace.id, uploadId);
  mkdirSync(path.dirname(stored), { recursive: true });
  writeFileSync(stored, `Supplier name\nMill ${word}\n`);
  const older = await aSupplier(db, workspace, { name: `Mill ${word} before`, seat: "TR", generation });
  const issues = db.bulk.writer("rowIssues", ["key", "recordNo", "line", "outcome", "code", "field", "found"]);
  issues.add([bulkKey(generation, 0), 7, 8, 0, "trimmed", null, `cell ${word}`]);
  issues.add([bulkKey(generation, 1), 9, 10, 1, "natural-person", "name", ""]);
  const totals = db.bulk.writer("controlTotals", [
    "generation", "currency", "fileTotal", "counted", "creditNotes", "setAside", "rejected",
  ]); // prettier-ignore
  totals.add([generation, "EUR", amount, amount, "0", "0", "0"]);
  const counts = db.bulk.writer("summaryCounts", ["generation", "kind", "key", "count"]);
  counts.add([generation, "seat", `seat ${word}`, 2]);
  const sources = db.bulk.writer("sourceRows", [
    "key", "line", "byteOffset", "byteLength", "outcome", "supplierKey", "amount", "currency", "date",
  ]); // prettier-ignore
  const [at, length] = ["Supplier name\n".length, `Mill ${word}\n`.length];
  const ofSupplier = bulkKey(generation, supplier.no);
  sources.add([bulkKey(generation, 9), 10, at, length, 0, ofSupplier, Number(amount), "EUR", `day ${word}`]);
  const renames = db.bulk.writer("renameProposals", [...RENAME, "decision"]);
  renames.add([generation, supplier.no, older.no, `reason ${word}`, "declined"]);
  const differences = db.bulk.writer("listDifferences", ["generation", "kind", "position", "supplierNo", "name"]);
  differences.add([generation, "new", 0, supplier.no, `Mill ${word}`]);
  await db.bulk.flush([issues, totals, counts, sources, renames, differences]);
  await buildPages(db, generation);
  const { generations: generationTable } = db.t;
  const known = db.bulk.writer("summaryCounts", ["generation", "kind", "key", "count"]);
  for (const [kind, key] of [
    ["level", "listed"],
    ["level", "indicative"],
    ["band", "raised"],
  ])
    known.add([generation, kind!, key!, 1]);
  await db.bulk.flush([known]);
  await db.commitPlain((q) => [
    q.update(generationTable).set({ suppliers: 2 }).where(eq(generationTable.no, generation)),
  ]);
  await buildSearch(db, generation);
  const scope = scopeOf(workspace);
  const { oldPlanId, planId, draftId } = await threePlans(db, scope);
  const keptPlace = await aKeptPlace(db, workspace, word, importId);
  const job = jobs.queuedJob(workspace.no, "import.inspect", { importId }, A_DAY);
  const waiting = await aGeneration(db, workspace, { published: false, fileName: `next ${word}.csv` });
  const fresh = await aSupplier(db, workspace, { name: `Mill ${word} anew`, generation: waiting.no });
  const renamed = db.bulk.writer("renameProposals", [...RENAME]);
  renamed.add([waiting.no, fresh.no, supplier.no, `reason ${word}`]);
  await db.bulk.flush([renamed]);
  const { imports: table } = db.t;
  await db.commitPlain((q) => [
    q
      .insert(db.t.jobs)
      .values([job, jobs.queuedJob(workspace.no, "import.build", { importId: waiting.importId }, A_DAY)]),
    q
      .update(table)
      .set({ inspection: inspectionOf(stored), summary: { ...SUMMARY, comparedWith: waiting.no } })
      .where(eq(table.id, importId)),
    q
      .update(table)
      .set({ inspection: inspectionOf(stored), summary: { ...SUMMARY, comparedWith: generation } })
      .where(eq(table.id, waiting.importId)),
  ]);
  const own = { workspaceNo: workspace.no, userId: member.id, generation, supplierNo: supplier.no };
  const understood = await understanding.anUnderstanding(db, own, word);
  const answers = await someAnswers(db, scope, supplier.id, word);
  const viewId = await aSharedView(db, scopeOf(workspace), word);
  const categoryId = await ofCategories.aCategory(db, scopeOf(workspace), word, member.id);
  const invitationId = await anInvitation(db, scopeOf(workspace), word);
  const noteId = await aNote(db, scopeOf(workspace), supplier.id, word);
  const alike = { supplier, alikeNo: older.no, by: member.id };
  const screenedPlace = await aScreenedPlace(db, workspace, alike, word);
  const checked = await aCheckedPlace(db, scope, supplier, word);
  const remedied = await someRemedy(db, scope, supplier.id, word);
  const found = await ofFindings.someFindings(db, scope, supplier.id, word);
  const reports = await someReports(db, scope, word);
  const packId = await aPack(db, scope, word, files.path);
  // prettier-ignore
  const place = {
    judgementId: await aJudgement(db, scope, word),
    reports, checked, found, answers, remedied, viewId, categoryId, invitationId, noteId, packId,
    workspace, understood, scope, planId, supplier, generation, importId, uploadId,
    ...keptPlace,
    ...screenedPlace,
    jobId: job.id,
    memberId: member.id,
    waiting: { importId: waiting.importId, generation: waiting.no, newNo: fresh.no },
  };
  return {
    ...place,
    marks: [
      word,
      amount,
      supplier.id,
      older.id,
      importId,
      uploadId,
      job.id,
      understood.jobId,
      workspace.id,
      workspace.slug,
      member.id,
      planId,
      oldPlanId,
      draftId,
      ...Object.values({ planId, oldPlanId, draftId }),
      viewId,
      categoryId,
      checked.lot.lotId,
      ...checked.lot.checkIds,
      checked.contractId,
      invitationId,
      noteId,
      packId,
      screenedPlace.mergedId,
      ...Object.values({ ...screenedPlace.screened, ...remedied }),
      waiting.importId,
      `"generation":${generation}`,
    ],
  };
}

let pdfProgram: Awaited<ReturnType<typeof builtPdfProgram>>;

beforeAll(async () => {
  db = await files.open();
  pdfProgram = await builtPdfProgram();
  ours = await aPlace("OWN-WORD", "41414141");
  theirs = await aPlace("THEIR-WORD", "92929292");
  victim = await aPlace("VICTIM-WORD", "53535353");
  db = await files.keep(db);
});
afterAll(async () => {
  await db.close();
  pdfProgram.remove();
  ofFindings.removeDocuments();
  files.remove();
});

/** What is asked, with the scope of one and the ids of the other. */
const READS: Readonly<Record<string, (scope: Scope, of: Place) => Promise<unknown>>> = {
  ...understanding.understandingReads(() => db),
  ...viewReads(() => db),
  ...ofCategories.categoryReads(() => db),
  ...checkReads(() => db),
  ...accountReads(() => db),
  ...trailReads(() => db),
  ...packReads(() => db, files.path),
  ...toolReads(() => db, files.path),
  "db/queries/accounts.ts findWorkspace": (scope) => accounts.findWorkspace(db, scope),
  "db/queries/accounts.ts membersOf": (scope) => accounts.membersOf(db, scope),
  "db/queries/audit.ts auditTrail": (scope) => audit.auditTrail(db, scope, { limit: 100 }),
  "db/queries/audit.ts lastSeq": async (scope) => {
    const [last] = await audit.auditTrail(db, scope, { limit: 1 });
    return (await audit.lastSeq(db, scope)) === last!.seq && { slug: scope.workspaceSlug, id: scope.workspaceId };
  },
  "db/queries/generations.ts publishedGeneration": async (scope) => ({
    generation: await generations.publishedGeneration(db, scope),
  }),
  "db/queries/imports.ts findUpload": (scope, of) => imports.findUpload(db, scope, of.uploadId),
  "db/queries/imports.ts findImport": (scope, of) => imports.findImport(db, scope, of.importId),
  "db/queries/imports.ts listImports": (scope) => imports.listImports(db, scope, { limit: 100 }),
  "db/queries/imports.ts importOfGeneration": (scope, of) => imports.importOfGeneration(db, scope, of.generation),
  "db/queries/imports.ts lastPublishedImport": (scope) => imports.lastPublishedImport(db, scope),
  ...keptReads(() => db),
  "db/queries/jobs.ts findJob": (scope, of) => jobs.findJob(db, scope, of.jobId),
  "db/queries/jobs.ts listJobs": (scope) => jobs.listJobs(db, scope),
  ...planReads(() => db),
  ...storyReads(() => db),
  ...readingReads(() => db),
  ...ofFindings.findingReads(() => db),
  "db/queries/overview.ts importHeads": (scope) => overview.importHeads(db, scope, { limit: 100 }),
  "db/queries/overview.ts listOfGeneration": (scope, of) => overview.listOfGeneration(db, scope, of.generation),
  ...pastReads(() => db),
  ...registerReads(() => db),
  ...remedyReads(() => db),
  ...screeningReads(() => db),
  ...duplicateReads(() => db),
  ...importReads(() => db),
  "app/services/register/export-register.server.ts exportRegister": async (scope) =>
    text((await exportRegister(db, scope, "csv")).stream),
  ...reportReads(() => ({ db, program: pdfProgram.path })),
  ...filedReads(() => db),
  "app/services/overview/overview.server.ts overviewOf": async (scope, of) => {
    const found = await overviewOf(db, scope, of.generation);
    return found && { ...found, generation: found.generation.no };
  },
  "app/services/overview/overview.server.ts waitingLists": (scope) => waitingLists(db, scope),
  "app/services/register/export-shown.server.ts exportShown": async (scope) =>
    text((await exportShown(db, scope, "csv", { order: { sort: "name" }, headers: [], query: "", view: null })).stream),
  "app/services/suppliers/supplier-view.server.ts supplierView": (scope, of) => supplierView(db, scope, of.supplier.id),
  "app/services/suppliers/shown-supplier.server.ts shownSupplier": (scope, of) =>
    shownSupplier(db, scope, of.supplier.id),
};

/** What changes something: with the scope of another it changes nothing of theirs. */
const CHANGES: Readonly<Record<string, (scope: Scope, of: Place) => Promise<unknown>>> = {
  ...understanding.understandingChanges(() => db),
  ...viewChanges(() => db),
  ...ofCategories.categoryChanges(() => db),
  ...checkChanges(() => db),
  ...accountChanges(() => db),
  ...trailChanges(() => db),
  ...packChanges(() => db, files.path),
  "db/queries/generations.ts markGenerationReady": (scope, of) =>
    generations.markGenerationReady(db, scope, of.generation, { suppliers: 99, records: 99 }),
  "db/queries/imports.ts createGeneration": (scope, of) =>
    imports.createGeneration(db, scope, { importId: of.importId, modelId: "2026.1", ...SCORED }, A_DAY),
  "db/queries/jobs.ts requestCancel": (scope, of) => jobs.requestCancel(db, scope, of.jobId, A_DAY),
  "app/services/imports/choose-settings.server.ts chooseSettings": (scope, of) =>
    chooseSettings(db, scope, of.waiting.importId, defaultSettings(), A_DAY),
  ...keptChanges(() => db, files.path),
  ...importChanges(() => db),
  ...planChanges(() => db),
  ...storyChanges(() => db),
  ...readingChanges(() => db),
  ...remedyChanges(() => db),
  ...ofFindings.findingChanges(() => db),
  ...screeningChanges(() => db),
  ...duplicateChanges(() => db),
  ...filedChanges(() => db),
  "db/queries/accounts.ts addMember": (scope) => accounts.addMember(db, scope, ours.workspace.userId, "officer", A_DAY),
  ...receiveChanges(() => db),
};

/** Build writes and take no id of anyone: they act on what the caller has already found within its scope. */
const BUILDERS_OF_WRITES = new Set([
  "app/services/imports/publish-import.server.ts movePointer",
  "app/services/readings/told-line.server.ts shownLineWrites",
  "app/services/readings/again-when-overtaken.server.ts againWhenOvertaken",
  ...understanding.UNDERSTANDING_BUILDERS,
  "app/services/imports/remember-reading.server.ts rememberReading",
  "app/services/screening/match-record.server.ts commitMatch",
  "app/services/remedy/decide-supplier.server.ts replacing",
  ...ofFindings.FINDING_BUILDERS,
]);

const asText = (value: unknown): string => JSON.stringify(value) ?? "";

describe.each(Object.keys(READS))("%s", (name) => {
  const ask = READS[name]!;

  test("finds what is its own workspace's", async () => {
    const found = asText(await ask(theirs.scope, theirs));
    expect(theirs.marks.some((mark) => found.includes(mark))).toBe(true);
  });

  test("finds nothing with another workspace's scope", async () => {
    const found = asText(await problemOr(ask(ours.scope, theirs)));
    expect(theirs.marks.filter((mark) => found.includes(mark))).toEqual([]);
  });
});

describe.each(Object.keys(CHANGES))("%s", (name) => {
  test("changes nothing of another workspace, and something of its own", async () => {
    db = await files.putBack(db);
    const before = await everythingOf(db, victim.workspace.no);
    await problemOr(CHANGES[name]!(ours.scope, victim));
    expect(await everythingOf(db, victim.workspace.no)).toBe(before);
    await CHANGES[name]!(victim.scope, victim);
    expect(await everythingOf(db, victim.workspace.no)).not.toBe(before);
  });
});

test.each([
  ...SAYS_NOT_FOUND,
  ...TRAIL_SAYS_NOT_FOUND,
  ...ofCategories.CATEGORY_SAYS_NOT_FOUND,
  ...ofFindings.FINDING_SAYS_NOT_FOUND,
  ...FILED_SAYS_NOT_FOUND,
])("%s says of another workspace's ids that there is nothing", async (name) => {
  await expect((READS[name] ?? CHANGES[name])!(ours.scope, theirs)).rejects.toMatchObject({ status: 404 });
});

test.each(RECORD_KINDS)("a %s can be commented on, and not another workspace's", async (kind) => {
  expect(await commentOn(db, theirs.scope, kind, theirs)).toContain(`Read the ${kind}`);
  await expect(commentOn(db, ours.scope, kind, theirs)).rejects.toMatchObject({ code: "note.record-not-found" });
});

test("every query and service that takes a scope is held to this", () => {
  const taking = functionsTakingScope();
  expect(taking.length).toBeGreaterThan(25);
  const held = new Set([...Object.keys(READS), ...Object.keys(CHANGES), ...BUILDERS_OF_WRITES]);
  expect(taking.filter((name) => !held.has(name))).toEqual([]);
  expect([...held].filter((name) => !taking.includes(name))).toEqual([]);
});
