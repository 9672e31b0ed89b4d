/**
 * What was told in confidence changes nothing for anybody else: not a page, a file, an order, a score, nor the queries that are
 * asked (and so the time an answer takes). Compared byte by byte before and after, for every role without the right.
 */
import { createHash } from "node:crypto";
import { writeFileSync } from "node:fs";
import path from "node:path";
import fc from "fast-check";
import { text } from "node:stream/consumers";
import { afterAll, beforeAll, expect, test } from "vitest";
import { exportDisclosure } from "../../app/services/disclosure/export-disclosure.server";
import { followUpView } from "../../app/lib/follow-up-page.server";
import { FOLLOW_UP_TABS, followUpAsked } from "../../app/lib/follow-up-query";
import { lotRows } from "../../app/lib/tenders-page.server";
import { downloadEvidence } from "../../app/services/evidence/download-evidence.server";
import { addDocument } from "../../app/services/evidence/protected-document.server";
import { takeBackEvidence } from "../../app/services/evidence/take-back-evidence.server";
import { recruitmentView } from "../../app/services/readings/recruitment-view.server";
import { supplierAsOf } from "../../app/services/readings/supplier-as-of.server";
import { dueDays } from "../../app/services/remedy/follow-up-view.server";
import { knownOn } from "../../app/services/trail/known-on.server";
import { newId } from "../../db/ids";
import { listEvidence } from "../../db/queries/evidence";
import { findingsCard, findingsTab } from "../../app/lib/finding-page.server";
import { findingFor } from "../../app/services/findings/findings-view.server";
import { heldSupplierIds } from "../../app/services/findings/hold-supplier.server";
import { recordFinding, type NewFinding } from "../../app/services/findings/record-finding.server";
import { confirmSettlement, proposeSettlement } from "../../app/services/findings/settle-finding.server";
import { changeFinding, takeBackFinding } from "../../app/services/findings/step-finding.server";
import { overviewOf } from "../../app/services/overview/overview.server";
import { draftPlan } from "../../app/services/plan/draft-plan.server";
import { planPage } from "../../app/services/plan/plan-view.server";
import { supplierPlan } from "../../app/services/plan/supplier-plan.server";
import { askQueue } from "../../app/services/readings/ask-queue.server";
import { exportRegister } from "../../app/services/register/export-register.server";
import { supplierStory } from "../../app/services/suppliers/supplier-history.server";
import { supplierView } from "../../app/services/suppliers/supplier-view.server";
import type { Database, Scope } from "../../db/database";
import { openDatabase } from "../../db/open";
import { buildPages } from "../../db/pages";
import { openReapply } from "../../db/queries/understanding";
import { PROTECTED_SOURCES } from "../../db/schema/readings";
import { A_DAY, aFolder, aMember, aWorkspace, scopeOf } from "../builders";
import { importSteps, linesByName } from "./import-steps";

const LIST = `Supplier name,Country,Category
Alder Cleaning Ltd,NO,Cleaning of buildings
Birch Mill Ltd,BD,Clothing
Cedar Farm Ltd,BR,Coffee
`;
/** The day of everything here. */
const ON = A_DAY.toISOString().slice(0, 10);
const PAIR = ["ICLS-I9", "ICLS-C5"];
const folder = aFolder();
let statements: string[] = [];
let db: Database;
let owner: Scope;
let reviewer: Scope;
let outside: readonly Scope[];
let supplier: { id: string; no: number };
let generation: number;

beforeAll(async () => {
  db = await openDatabase({ file: ":memory:", role: "web", now: () => A_DAY, onSql: (one) => statements.push(one) });
  const workspace = await aWorkspace(db);
  owner = scopeOf(workspace);
  reviewer = scopeOf(workspace, "legal-reviewer", (await aMember(db, workspace, "legal-reviewer")).id);
  outside = await Promise.all(
    (["officer", "auditor", "purchaser"] as const).map(async (role) =>
      scopeOf(workspace, role, (await aMember(db, workspace, role)).id),
    ),
  );
  const published = await importSteps(db, folder.path, () => A_DAY).publish(owner, LIST);
  generation = published.generation!;
  await buildPages(db, generation);
  const line = (await linesByName(db, owner, generation)).get("Birch Mill Ltd")!;
  supplier = { id: line.id, no: line.supplierNo };
  await recordFinding(db, outside[0]!, aFinding({ source: "press", summary: "What a paper wrote." }), A_DAY);
  await draftPlan(db, owner, 2, A_DAY);
});
afterAll(async () => {
  await db.close();
  folder.remove();
});

const aFinding = (more: Partial<NewFinding> = {}): NewFinding => ({
  supplierId: supplier.id,
  source: "workers",
  saidBy: "Whoever told",
  foundOn: "2026-02-01",
  site: "Mill 2",
  product: null,
  indicators: ["ILO-07", "ILO-09"],
  severity: "critical",
  summary: "Secret of the night shift.",
  accessClass: "public",
  namesNobody: true,
  ...more,
});

/** A document of a finding, with a word of its own in it. */
async function aDocument(findingId: string, content: string): Promise<string> {
  const file = path.join(folder.path, newId(A_DAY));
  writeFileSync(file, content);
  const document = {
    supplierId: supplier.id,
    use: { usedFor: "finding" as const, usedForId: findingId },
    fileName: "count.txt",
    path: file,
    bytes: content.length,
    sha256: createHash("sha256").update(content).digest("hex"),
    shows: "Secret count of the night shift",
    issuer: "Whoever counted",
    issuedOn: null,
    expiresOn: null,
    strength: "primary" as const,
    tier: null,
    site: null,
    product: null,
    accessClass: "public" as const,
    showsPersons: false,
  };
  return (await addDocument(db, owner, document, folder.path, A_DAY)).id;
}

/** Everything a reader without the right can be shown of the workspace and the supplier, and the shapes of the queries asked. */
async function seenBy(scope: Scope): Promise<{ readonly answers: string; readonly asked: readonly string[] }> {
  statements = [];
  const { line, ...view } = await supplierView(db, scope, supplier.id);
  const answers = JSON.stringify({
    view: { line, score: view.assessment, asks: view.narrowing },
    overview: await overviewOf(db, scope, generation),
    plan: await planPage(db, scope),
    place: await supplierPlan(db, scope, line),
    queue: await askQueue(db, scope),
    story: await supplierStory(db, scope, line, true),
    card: await findingsCard(db, scope, supplier.no),
    tab: await findingsTab(db, scope),
    held: await heldSupplierIds(db, scope),
    isRebuilt: await openReapply(db, scope),
    answers: await recruitmentView(db, scope, supplier.id).then(({ told: _told, model: _model, ...shown }) => shown),
    asOf: await supplierAsOf(db, scope, supplier.id, ON),
    known: await knownOn(db, scope, ON).then(({ events: _events, headSeq: _head, ...stood }) => stood),
    followUp: await Promise.all(
      FOLLOW_UP_TABS.map((tab) => followUpView(db, scope, followUpAsked(new URLSearchParams({ tab })), ON)),
    ),
    due: await dueDays(db, scope, ON),
    documents: await listEvidence(db, scope, 99),
    lots: await lotRows(db, scope),
  });
  return { answers, asked: statements.map((one) => one.replace(/'[^']*'|\b\d+(?:\.\d+)?\b/g, "?")) };
}

/** The files anybody may take. */
const files = async (scope: Scope) => [
  await text((await exportRegister(db, scope, "csv")).stream),
  await text((await exportDisclosure(db, scope, { supplierId: null, upTo: "confidential" }, String)).stream),
];

const seen = async (id: string) => ({
  findingId: id,
  version: (await findingFor(db, owner, id)).finding.version,
});

/** What can be done with a protected finding, each by its own number. */
const DOINGS: readonly ((id: string) => Promise<void>)[] = [
  async (id) => {
    const change = { kind: "review", to: "under-review", reason: "Asked the union.", on: "2026-03-01" } as const;
    await changeFinding(db, owner, await seen(id), change, A_DAY);
  },
  async (id) => {
    const to = { to: "substantiated", reason: "Three say the same.", on: "2026-03-01", signs: PAIR } as const;
    await proposeSettlement(db, reviewer, { ...(await seen(id)), ...to }, A_DAY);
    await confirmSettlement(db, owner, await seen(id), A_DAY);
  },
  async (id) => {
    const remedied = { to: "closed", reason: "Seen by the union.", on: "2026-03-01" } as const;
    await proposeSettlement(db, reviewer, { ...(await seen(id)), ...remedied }, A_DAY);
    await confirmSettlement(db, owner, await seen(id), A_DAY);
  },
  async (id) => void (await aDocument(id, `Secret count of ${id}`)),
  async (id) => takeBackEvidence(db, owner, await aDocument(id, `Other count of ${id}`), "Of another mill.", A_DAY),
  async (id) => takeBackFinding(db, reviewer, { ...(await seen(id)), reason: "Told of another mill." }, A_DAY),
];

test("nothing that others see, take away or wait for changes, whatever is done with what was told in confidence", async () => {
  const before = await Promise.all([]).then(async () => {
    const all: Awaited<ReturnType<typeof seenBy>>[] = [];
    for (const scope of outside) all.push(await seenBy(scope));
    return all;
  });
  const filesBefore = await files(outside[0]!);
  expect(before[0]!.asked.length).toBeGreaterThan(20);
  await fc.assert(
    fc.asyncProperty(
      fc.constantFrom(...PROTECTED_SOURCES),
      fc.array(fc.nat(DOINGS.length - 1), { maxLength: 4 }),
      async (source, doings) => {
        const id = await recordFinding(db, reviewer, aFinding({ source }), A_DAY);
        for (const doing of doings) await DOINGS[doing]!(id).catch(() => undefined);
        for (const [at, scope] of outside.entries()) {
          const after = await seenBy(scope);
          expect(after.answers).toBe(before[at]!.answers);
          expect(after.asked).toEqual(before[at]!.asked);
          await expect(findingFor(db, scope, id)).rejects.toMatchObject({ status: 404 });
        }
      },
    ),
    {
      numRuns: 12,
      examples: [
        ["union", [0, 1, 2, 3]],
        ["workers", [3, 4, 5]],
      ],
    },
  );
  // What was compared against has happened: a remedy that was verified, documents kept and taken back.
  const { protectedFindingSteps: steps, protectedEvidence: documents } = db.t;
  expect((await db.q.select().from(steps)).filter(({ kind }) => kind === "closed").length).toBeGreaterThan(0);
  expect((await db.q.select().from(documents)).filter(({ undoneAt }) => undoneAt).length).toBeGreaterThan(0);
  expect(await files(outside[0]!)).toEqual(filesBefore);
  expect(await files(owner)).toEqual(await files(outside[0]!));
  expect(filesBefore.join("")).not.toContain("Secret");
});

test("who may read it sees it on the same pages", async () => {
  await recordFinding(db, reviewer, aFinding(), A_DAY);
  const card = await findingsCard(db, owner, supplier.no);
  expect(card.some(({ isProtected }) => isProtected)).toBe(true);
});

test("asking for a protected id costs another reader the same queries as asking for one that is not there", async () => {
  const id = await recordFinding(db, owner, aFinding(), A_DAY);
  const shapes = async (asked: string) => {
    statements = [];
    await findingFor(db, outside[0]!, asked).catch(() => undefined);
    return statements.map((one) => one.replace(/'[^']*'|\b\d+\b/g, "?"));
  };
  expect(await shapes(id)).toEqual(await shapes("0".repeat(22)));
});

test("asking for a protected document costs another reader the same queries as asking for one that is not there", async () => {
  const id = await aDocument(await recordFinding(db, owner, aFinding(), A_DAY), "Secret list of shifts");
  const shapes = async (asked: string) => {
    statements = [];
    await downloadEvidence(db, outside[0]!, asked, folder.path).catch(() => undefined);
    return statements.map((one) => one.replace(/'[^']*'|\b\d+\b/g, "?"));
  };
  expect(await shapes(id)).toEqual(await shapes("0".repeat(22)));
});
