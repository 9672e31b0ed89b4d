/** A list built again after decisions, beside what else holds on to it: its kept copy, corrected rows, plans. */
import { readFileSync, writeFileSync } from "node:fs";
import path from "node:path";
import { buffer } from "node:stream/consumers";
import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import { eq } from "drizzle-orm";
import type { Database, Scope } from "../../db/database";
import { buildPages, buildSearch } from "../../db/pages";
import { publishedGeneration } from "../../db/queries/generations";
import { findGeneration } from "../../db/queries/register";
import { openReapply } from "../../db/queries/understanding";
import { sweepGenerations } from "../../db/sweep";
import type { Decision } from "../../app/groups/decision";
import { writeXlsx } from "../../app/files/xlsx-writer.server";
import { reapplyImport } from "../../app/jobs/reapply-import.server";
import { readConfig } from "../../app/lib/config.server";
import { exportCorrections } from "../../app/services/imports/export-corrections.server";
import { findImport, type ImportRecord } from "../../app/services/imports/import-record.server";
import { confirmImport } from "../../app/services/imports/publish-import.server";
import { sealOriginal } from "../../app/services/originals/seal-original.server";
import { acceptPlan } from "../../app/services/plan/accept-plan.server";
import { draftPlan } from "../../app/services/plan/draft-plan.server";
import { moveEntry } from "../../app/services/plan/move-entry.server";
import { recordSha256 } from "../../app/services/plan/plan-record.server";
import { findForPlan, planCard, planPage, planRecord } from "../../app/services/plan/plan-view.server";
import { recordOutcome } from "../../app/services/plan/record-outcome.server";
import { bringBack } from "../../app/services/understanding/bring-back.server";
import { setAsidePayees } from "../../app/services/understanding/set-aside.server";
import { recordReadings } from "../../app/services/readings/record-readings.server";
import { undoReadings } from "../../app/services/readings/undo-readings.server";
import { undoDecision } from "../../app/services/understanding/undo-decision.server";
import { decideUnderstanding } from "../../app/services/understanding/decide.server";
import { planEntries } from "../../db/queries/plans";
import { PLAN_PARTS } from "../../db/schema/plans";
import { aDatabase, A_DAY, aFolder, aWorkspace, scopeOf } from "../builders";
import { readSheet } from "../e2e/xlsx";
import { importSteps, linesByName, type Steps } from "./import-steps";

let folder: ReturnType<typeof aFolder>;
let db: Database;
let scope: Scope;
let steps: Steps;
beforeEach(async () => {
  // The job's own clock: what is built and replaced within a day is swept.
  vi.useFakeTimers({ toFake: ["Date"], now: A_DAY });
  folder = aFolder();
  db = await aDatabase();
  scope = scopeOf(await aWorkspace(db));
  steps = importSteps(db, folder.path, () => A_DAY);
});
afterEach(async () => {
  vi.useRealTimers();
  await db.close();
  folder.remove();
});

const config = () => readConfig({ CANDOUR_DATA: folder.path });
const seal = (record: ImportRecord) => sealOriginal(db, scope, record.id, config(), A_DAY);
const lines = async () => linesByName(db, scope, (await publishedGeneration(db, scope))!);

/** Decides, builds the list again as the job process would, and sweeps what it replaced. */
const decideAndApply = (key: string, decision: Decision): Promise<void> =>
  andApply(() => decideUnderstanding(db, scope, { scope: "group", key, decision }, A_DAY));

async function andApply(
  decide: () => Promise<unknown>,
  duringBuild: () => Promise<unknown> = async () => undefined,
  whileReading: () => Promise<unknown> = async () => undefined,
): Promise<void> {
  const before = (await publishedGeneration(db, scope))!;
  await decide();
  const job = (await openReapply(db, scope))!;
  const { jobs } = db.t;
  await db.commitPlain((q) => [q.update(jobs).set({ state: "running" }).where(eq(jobs.id, job.id))]);
  const progress = async ({ phase }: { readonly phase: string }) => {
    await (phase === "indexing" ? duringBuild() : whileReading());
  };
  const context = { db, config: config(), progress, cancelled: async () => false };
  await reapplyImport({ ...context, job: { id: job.id, workspaceNo: scope.workspaceNo, payload: {} } });
  await sweepGenerations(db);
  expect(await publishedGeneration(db, scope)).not.toBe(before);
  expect(await findGeneration(db, scope, before)).toBeNull();
}

describe("a payee that the check set aside", () => {
  test("is brought back by a decision, stays so in the next list, and is set aside again when it is undone", async () => {
    const list = `Payee;Country;Amount (EUR);Account name
Mr John Alder;NO;100;Cleaning
Mr John Alder;NO;50;Cleaning
Oslo kommune;NO;70;Fees
VARIOUS;NO;9;Fees
Cedar Ltd;NO;7;Plant
`;
    await steps.publish(scope, list);
    expect([...(await lines()).keys()]).toEqual(["Cedar Ltd"]);
    const { payees, next } = await setAsidePayees(db, scope, null);
    expect(payees.map(({ name, reason, rows }) => [name, reason, rows])).toEqual([
      ["Mr John Alder", "natural-person", 2],
      ["Oslo kommune", "public-body", 1],
    ]);
    expect(next).toBeNull();
    let id = "";
    await andApply(async () => {
      id = await bringBack(db, scope, { key: payees[0]!.key, after: null }, A_DAY);
    });
    const found = await lines();
    expect([...found.keys()].sort()).toEqual(["Cedar Ltd", "Mr John Alder"]);
    expect(found.get("Mr John Alder")?.amounts).toBe('{"EUR":["1500000","0"]}');
    await expect(bringBack(db, scope, { key: "nobody", after: null }, A_DAY)).rejects.toMatchObject({
      code: "understanding.not-found",
    });
    await steps.publish(scope, list.replace("Cedar", "Birch"));
    expect([...(await lines()).keys()].sort()).toEqual(["Birch Ltd", "Mr John Alder"]);
    await andApply(() => undoDecision(db, scope, id, A_DAY));
    expect([...(await lines()).keys()]).toEqual(["Birch Ltd"]);
  });
});

const CLEANING = { sector: { isic: "8121", goods: [], words: "cleaning" } };

describe("the file it is built from", () => {
  test("is the kept copy with the corrected rows in it", async () => {
    const first = await steps.publish(
      scope,
      `Payee;Country;Amount (EUR);Account name;E-mail
Alder Ltd;NO;100;Cleaning;ann@alder.example
;NO;50;Cleaning;bo@birch.example
Cedar Ltd;NO;7;Plant;
`,
    );
    await seal(first);
    const words = { sheet: "Rows", line: "line", why: "why", advice: "advice", surplus: "further" };
    const workbook = path.join(folder.path, "rows.xlsx");
    const { stream } = await exportCorrections(db, scope, first.id, { ...words, explain: String, advise: String });
    writeFileSync(workbook, await buffer(stream));
    const [headers, row] = await readSheet(workbook);
    row![headers!.indexOf("Payee")] = "Birch Ltd";
    const columns = headers!.map((header) => ({ header }));
    await writeXlsx(workbook, [{ name: "Rows", columns, rows: [columns.map((_, at) => row![at] ?? "")] }]);
    const opened = await steps.inspect(scope, await steps.upload(scope, readFileSync(workbook), "corrected.xlsx"));
    const corrected = await steps.build(scope, opened.id, opened.settings);
    await confirmImport(db, scope, corrected.id, A_DAY);
    await seal(corrected);

    await decideAndApply("account:cleaning", CLEANING);
    const found = await lines();
    expect([...found.keys()].sort()).toEqual(["Alder Ltd", "Birch Ltd", "Cedar Ltd"]);
    expect(found.get("Birch Ltd")).toMatchObject({ isic: "8121", amounts: '{"EUR":["500000","0"]}' });
    const { summary, inspection } = await findImport(db, scope, corrected.id);
    expect(summary?.rows).toEqual(corrected.summary?.rows);
    expect(summary?.totals).toEqual(corrected.summary?.totals);
    expect(inspection?.correction).toMatchObject({ importId: first.id, replaced: 1 });
  });

  test("counts as entered twice what was entered twice in the file as it was sent", async () => {
    const record = await steps.publish(
      scope,
      `Supplier name,Country,Category,Contact person
Alder Ltd,NO,Cleaning,Ann
Alder Ltd,NO,Cleaning,Bob
Alder Ltd,NO,Cleaning,Bob
`,
    );
    expect(record.summary?.rows).toMatchObject({ imported: 2, leftOut: 1 });
    await seal(record);
    expect(readFileSync(record.inspection!.file.table.path, "utf8")).not.toContain("Ann");
    await decideAndApply("category:cleaning", CLEANING);
    expect((await findImport(db, scope, record.id)).summary?.rows).toEqual(record.summary?.rows);
    expect((await lines()).get("Alder Ltd")).toMatchObject({ rowCount: 2, isic: "8121" });
  });

  test("says what changed since the list before as it said it before", async () => {
    await steps.publish(scope, "Supplier name,Country,Category\nAlder Ltd,NO,Cleaning\nBirch Ltd,NO,Plant\n");
    const record = await steps.publish(
      scope,
      "Supplier name,Country,Category\nAlder Ltd,NO,Cleaning\nCedar Ltd,NO,Plant\n",
    );
    const named = async () => {
      const { listDifferences } = db.t;
      const { generation } = await findImport(db, scope, record.id);
      const rows = await db.q.select().from(listDifferences).where(eq(listDifferences.generation, generation!));
      return rows.map(({ kind, name }) => `${kind} ${name}`).sort();
    };
    const before = await named();
    expect(before).toEqual(["gone Birch Ltd", "new Cedar Ltd"]);
    await decideAndApply("category:cleaning", CLEANING);
    expect(await named()).toEqual(before);
  });
});

describe("plans of the list that was replaced", () => {
  const LIST = `Supplier name,Country,Category,Product
${Array.from({ length: 12 }, (_, i) => `Mill ${i} Ltd,${["TR", "IN", "CN"][i % 3]},${i % 2 ? "Cleaning" : "Sewing"},shirts`).join("\n")}
`;
  beforeEach(async () => {
    const { generation } = await steps.publish(scope, LIST);
    await buildPages(db, generation!);
    await buildSearch(db, generation!);
    await draftPlan(db, scope, 4, A_DAY);
  });

  test("an accepted plan keeps its suppliers, its record and its outcomes", async () => {
    const { planId } = await acceptPlan(db, scope, "for the year", A_DAY);
    const before = await planRecord(db, scope, planId);
    await decideAndApply("sector:14", CLEANING);
    const after = await planRecord(db, scope, planId);
    expect(after.entries).toEqual(before.entries);
    const stored = await planEntries(db, scope, planId, PLAN_PARTS);
    expect(recordSha256(after.plan, stored)).toBe(after.plan.recordSha256);
    expect(await planCard(db, scope)).toMatchObject({ state: "accepted", isOfOlderList: true });
    const { supplierId } = after.entries.find(({ part }) => part === "chosen")!;
    await recordOutcome(db, scope, { supplierId, outcome: "asked", on: "2026-01-01", note: "" }, A_DAY);
    expect((await planPage(db, scope)).accepted!.entries.find((one) => one.supplierId === supplierId)).toMatchObject({
      outcome: "asked",
    });
  });

  test("a draft can be looked at, changed among its own suppliers, accepted, or drawn up anew", async () => {
    await decideAndApply("sector:14", CLEANING);
    const { draft } = await planPage(db, scope);
    expect(draft!.entries.length).toBeGreaterThan(4);
    expect(await findForPlan(db, scope, draft!.plan.generation, "mill")).toEqual([]);
    const out = draft!.entries.find(({ part }) => part === "chosen")!;
    const reserve = draft!.entries.find(({ part }) => part === "reserve")!;
    await moveEntry(db, scope, { supplierId: out.supplierId, to: "out", reason: "closed" }, A_DAY);
    const moved = (await planPage(db, scope)).draft!.entries;
    expect(moved.find(({ supplierId }) => supplierId === reserve.supplierId)?.part).toBe("chosen");
    await acceptPlan(db, scope, "", A_DAY);
    await draftPlan(db, scope, 4, A_DAY);
    const page = await planPage(db, scope);
    expect(page.draft!.plan.generation).toBe(page.published);
    expect(page.accepted!.entries.find(({ supplierId }) => supplierId === out.supplierId)).toMatchObject({
      part: "out",
    });
  });
});

describe("an answer that is recorded or taken back while the list is built again", () => {
  const LIST = "Payee;Country;Amount (EUR);Account name\nCedar Ltd;NO;7;Plant\nBirch Ltd;NO;9;Plant\n";
  const answer = {
    what: "workersRecruited",
    value: 40,
    proof: "statement",
    validFrom: "2026-01-02",
    money: null,
  } as const;
  const record = (supplierId: string) =>
    recordReadings(
      db,
      scope,
      { supplierId, answers: [answer], source: "letter", protectedSource: null },
      new Date(A_DAY.getTime() + 1000),
    );

  test("stands so in the list that is shown then", async () => {
    await steps.publish(scope, LIST);
    const before = await lines();
    let batch = "";
    const during = async () => {
      const shown = await lines();
      await undoReadings(db, scope, { supplierId: shown.get("Cedar Ltd")!.id, batch }, new Date());
      await record(shown.get("Birch Ltd")!.id);
    };
    await andApply(async () => (batch = await record(before.get("Cedar Ltd")!.id)), during);
    const after = await lines();
    expect(after.get("Cedar Ltd")!.readings).toBe(before.get("Cedar Ltd")!.readings);
    expect(after.get("Cedar Ltd")!.score).toBe(before.get("Cedar Ltd")!.score);
    expect(after.get("Birch Ltd")!.readings).not.toBe(before.get("Birch Ltd")!.readings);
  });

  test("counts for nothing when it came and went while the list was built", async () => {
    await steps.publish(scope, LIST);
    const before = await lines();
    const cedar = before.get("Cedar Ltd")!;
    let batch: string | null = null;
    // The job may say more than once how far it is.
    const whileReading = async () => (batch ??= await record(cedar.id));
    const during = () => undoReadings(db, scope, { supplierId: cedar.id, batch: batch! }, new Date());
    await andApply(() => record(before.get("Birch Ltd")!.id), during, whileReading);
    const after = (await lines()).get("Cedar Ltd")!;
    expect(after.score).toBe(cedar.score);
    expect(after.readings).toBe(cedar.readings);
  });

  test("is written into the list that is shown by then, when that took its place in between", async () => {
    await steps.publish(scope, LIST);
    const cedar = (await lines()).get("Cedar Ltd")!;
    const batch = await record(cedar.id);
    expect((await lines()).get("Cedar Ltd")!.readings).not.toBe(cedar.readings);
    let overtaken = false;
    const commit: Database["commit"] = async (...given) => {
      if (!overtaken) {
        overtaken = true;
        await andApply(async () => undefined);
      }
      return db.commit(...given);
    };
    const slow = Object.create(db, { commit: { value: commit } }) as Database;
    await undoReadings(slow, scope, { supplierId: cedar.id, batch }, new Date());
    expect(overtaken).toBe(true);
    expect((await lines()).get("Cedar Ltd")!.readings).toBe(cedar.readings);
  });

  test("stands beside another of the same supplier that was recorded in the same moment", async () => {
    await steps.publish(scope, LIST);
    const cedar = (await lines()).get("Cedar Ltd")!;
    const other = { ...answer, what: "workers", value: 90 } as const;
    let overtaken = false;
    const commit: Database["commit"] = async (...given) => {
      if (!overtaken) {
        overtaken = true;
        await record(cedar.id);
      }
      return db.commit(...given);
    };
    const slow = Object.create(db, { commit: { value: commit } }) as Database;
    const given = { supplierId: cedar.id, answers: [other], source: "call", protectedSource: null };
    await recordReadings(slow, scope, given, new Date());
    const line = (await lines()).get("Cedar Ltd")!;
    expect(line.workers).toBe(90);
    expect(line.readings).toContain("40");
  });
});
