/** A list scored with another risk model: who would move, the change, and the way back. */
import { text } from "node:stream/consumers";
import Papa from "papaparse";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { eq } from "drizzle-orm";
import type { Database, Scope } from "../../db/database";
import { auditTrail } from "../../db/queries/audit";
import { publishedGeneration } from "../../db/queries/generations";
import { derivedModelsOf, findComparison } from "../../db/queries/models";
import { findGeneration } from "../../db/queries/register";
import { openReapply } from "../../db/queries/understanding";
import { compareModels } from "../../app/jobs/compare-models.server";
import type { JobContext } from "../../app/jobs/job-context";
import { reapplyImport } from "../../app/jobs/reapply-import.server";
import { readConfig } from "../../app/lib/config.server";
import { changeModel } from "../../app/services/models/change-model.server";
import { agreeDerived } from "../../app/services/models/agree-derived.server";
import { askWhatMoves } from "../../app/services/models/compare-models.server";
import { exportMoves } from "../../app/services/models/export-moves.server";
import { idOfWeights, proposeDerived } from "../../app/services/models/propose-derived.server";
import { withdrawDerived } from "../../app/services/models/withdraw-derived.server";
import { modelsView } from "../../app/services/models/models-view.server";
import type { MovesSummary } from "../../app/services/models/what-moved.server";
import { supplierView } from "../../app/services/suppliers/supplier-view.server";
import { aDatabase, A_DAY, aFolder, aMember, aWorkspace, scopeOf } from "../builders";
import { importSteps, linesByName } from "./import-steps";

let folder: ReturnType<typeof aFolder>;
let db: Database;
let scope: Scope;
const LATER = new Date("2026-12-01T09:00:00Z");
const PAIR = { from: "2026.1", to: "2026.2" } as const;
const LIST = `Supplier;Country;ISIC code;Months of fees
Alder Clean;DE;8121;
Birch Software;RU;6201;
Cedar Steel;TR;2410;2
Dogwood Staff;DK;7820;
Elm;;;
`;

beforeEach(async () => {
  folder = aFolder();
  db = await aDatabase();
  scope = scopeOf(await aWorkspace(db));
  await importSteps(db, folder.path, () => A_DAY).publish(scope, LIST);
});
afterEach(async () => {
  await db.close();
  folder.remove();
});

const shown = async () => (await publishedGeneration(db, scope))!;
const lines = async () => linesByName(db, scope, await shown());
const modelShown = async () => (await findGeneration(db, scope, await shown()))!.modelId;

function contextOf(id: string, payload: JobContext["job"]["payload"], cancelled = false): JobContext {
  const config = readConfig({ CANDOUR_DATA: folder.path });
  const job = { id, workspaceNo: scope.workspaceNo, payload };
  return { db, config, job, progress: async () => undefined, cancelled: async () => cancelled };
}

async function apply(): Promise<void> {
  const job = (await openReapply(db, scope))!;
  const { jobs } = db.t;
  await db.commitPlain((q) => [q.update(jobs).set({ state: "running" }).where(eq(jobs.id, job.id))]);
  await reapplyImport(contextOf(job.id, {}));
  await db.commitPlain((q) => [q.update(jobs).set({ state: "done" }).where(eq(jobs.id, job.id))]);
}

test("a list keeps the model of its day until a person changes it; the way back gives the very same lines", async () => {
  expect(await modelShown()).toBe("2026.1");
  const before = await lines();
  await changeModel(db, scope, "2026.2", LATER);
  expect((await modelsView(db, scope, LATER)).shown).toMatchObject({ modelId: "2026.1", changingTo: "2026.2" });
  await apply();
  expect(await modelShown()).toBe("2026.2");
  const birch = (await lines()).get("Birch Software")!;
  expect(birch.score).not.toBe(before.get("Birch Software")!.score);
  const page = await supplierView(db, scope, birch.id);
  expect([page.assessment.model, Math.round(10 * page.assessment.residual!) / 10]).toEqual(["2026.2", birch.score]);
  await expect(changeModel(db, scope, "2026.2", LATER)).rejects.toMatchObject({ code: "model.same" });

  await changeModel(db, scope, "2026.1", LATER);
  await apply();
  expect(await modelShown()).toBe("2026.1");
  const own = (line: NonNullable<ReturnType<typeof before.get>>) => ({ ...line, key: 0, generation: 0 });
  const after = await lines();
  for (const [name, line] of before) expect(own(after.get(name)!)).toEqual(own(line));
  const events = (await auditTrail(db, scope, { limit: 50 })).filter(({ name }) => name === "model.changed");
  expect(events).toHaveLength(2);
});

test("a model of tomorrow, one nobody released, and a workspace without a list are told so, and nothing changes", async () => {
  await expect(changeModel(db, scope, "2026.2", A_DAY)).rejects.toMatchObject({ code: "model.unknown" });
  await expect(changeModel(db, scope, "2031.7", LATER)).rejects.toMatchObject({ code: "model.unknown" });
  const empty = scopeOf(await aWorkspace(db, { name: "Empty" }));
  await expect(changeModel(db, empty, "2026.2", LATER)).rejects.toMatchObject({ code: "model.no-list" });
  await expect(askWhatMoves(db, empty, PAIR, LATER)).rejects.toMatchObject({ code: "model.no-list" });
  expect(await openReapply(db, scope)).toBeNull();
});

test("who moves is counted without changing anything, adds up, and is what the change then gives", async () => {
  const id = await askWhatMoves(db, scope, PAIR, LATER);
  await compareModels(contextOf("job", { comparisonId: id }, true));
  expect((await findComparison(db, scope, id))?.summary, "a cancelled count leaves nothing half").toBeNull();
  await compareModels(contextOf("job", { comparisonId: id }));
  const summary = (await findComparison(db, scope, id))!.summary as MovesSummary;
  expect(await modelShown()).toBe("2026.1");
  expect([summary.suppliers, summary.scored]).toEqual([5, 4]);
  expect(summary.changed.up + summary.changed.down).toBe(4);
  const moved = summary.printed.reduce((all, one) => all + one.suppliers, 0);
  expect(summary.moves).toHaveLength(moved);
  for (const move of summary.moves) expect(move.mover).not.toBeNull();

  const file = await exportMoves(db, scope, "csv", PAIR);
  const rows = Papa.parse<Record<string, string>>((await text(file.stream)).replace(/^\uFEFF/, ""), {
    header: true,
    skipEmptyLines: true,
  }).data;
  expect(rows).toHaveLength(5);
  await changeModel(db, scope, "2026.2", LATER);
  await apply();
  const after = await lines();
  for (const row of rows)
    expect([row["name"], row["score_after"]]).toEqual([row["name"], String(after.get(row["name"]!)!.score ?? "")]);
  // The same two models asked again: one answer, of the list as it is now.
  await askWhatMoves(db, scope, PAIR, LATER);
  expect((await modelsView(db, scope, LATER)).comparisons).toHaveLength(1);
});

describe("weights of a workspace's own", () => {
  const OWN = "2026.2~40-25-35";
  const percents = { country: 40, sector: 25, recruitment: 35 };
  const given = { base: "2026.2", percents, reason: "we buy where labour inspection is weakest" };
  const NEXT_DAY = new Date("2026-12-02T00:10:00Z");
  let second: Scope;

  beforeEach(async () => {
    const workspace = await aWorkspace(db, { name: "Two people" });
    scope = scopeOf(workspace, "officer");
    second = scopeOf(workspace, "legal-reviewer", (await aMember(db, workspace, "legal-reviewer")).id);
    await importSteps(db, folder.path, () => A_DAY).publish(scope, LIST);
  });

  test("hold from the day after a second person agreed, for a list that says the released result beside each", async () => {
    const id = await proposeDerived(db, scope, given, LATER);
    await expect(proposeDerived(db, scope, given, LATER)).rejects.toMatchObject({ code: "model.weights-known" });
    await expect(agreeDerived(db, scope, id, LATER)).rejects.toMatchObject({ code: "model.second-person" });
    await expect(changeModel(db, scope, OWN, LATER)).rejects.toMatchObject({ code: "model.unknown" });
    await agreeDerived(db, second, id, LATER);
    await expect(agreeDerived(db, second, id, LATER)).rejects.toMatchObject({ code: "model.agreed" });
    await expect(changeModel(db, scope, OWN, LATER)).rejects.toMatchObject({ code: "model.unknown" });
    const [seen] = (await modelsView(db, scope, LATER)).derived;
    expect(seen).toMatchObject({ id: OWN, isUsable: false, proposal: { isMine: true, validFrom: "2026-12-02" } });

    await changeModel(db, scope, "2026.2", LATER);
    await apply();
    const released = await lines();
    for (const line of released.values()) expect(line.releasedScore).toBeNull();
    await changeModel(db, scope, OWN, NEXT_DAY);
    await apply();
    expect(await modelShown()).toBe(OWN);
    const own = await lines();
    for (const [name, line] of own) expect(line.releasedScore, name).toBe(released.get(name)!.score);
    expect(own.get("Alder Clean")!.score).not.toBe(released.get("Alder Clean")!.score);
    const page = await supplierView(db, scope, own.get("Alder Clean")!.id);
    expect(page.assessment.model).toBe(OWN);
    expect(page.assessment.released).toMatchObject({ model: "2026.2" });
    expect(page.assessment.released!.score).toBeCloseTo(released.get("Alder Clean")!.score!, 0);

    await expect(withdrawDerived(db, scope, id, NEXT_DAY)).rejects.toMatchObject({ code: "model.in-use" });
    await changeModel(db, scope, "2026.2", NEXT_DAY);
    await apply();
    await withdrawDerived(db, scope, id, NEXT_DAY);
    await expect(changeModel(db, scope, OWN, NEXT_DAY)).rejects.toMatchObject({ code: "model.unknown" });
    expect(await derivedModelsOf(db, scope)).toHaveLength(1);
    const events = (await auditTrail(db, scope, { limit: 50 })).map(({ name }) => name);
    for (const name of ["model.derived", "model.agreed", "model.withdrawn"]) expect(events).toContain(name);
  });

  test("who would move is counted before anybody proposes them", async () => {
    const to = idOfWeights(given, LATER);
    expect(to).toBe(OWN);
    const comparisonId = await askWhatMoves(db, scope, { from: "2026.1", to }, LATER);
    await compareModels(contextOf("job", { comparisonId }));
    const { derived, comparisons } = await modelsView(db, scope, LATER);
    expect(derived).toMatchObject([{ id: OWN, percents, proposal: null, isUsable: false }]);
    expect(comparisons[0]!.summary!.suppliers).toBe(5);
  });

  test("are refused outside a quarter, without a sum of 100, without a reason, and the sentence says which", async () => {
    const weigh = (country: number, sector: number, recruitment: number, reason = "why") =>
      proposeDerived(db, scope, { base: "2026.2", percents: { country, sector, recruitment }, reason }, LATER);
    await expect(weigh(46, 25, 29)).rejects.toMatchObject({
      code: "model.weights-limit-country",
      values: { least: 27, most: 45 },
    });
    await expect(weigh(40, 25, 36)).rejects.toMatchObject({ code: "model.weights-sum", values: { total: 101 } });
    await expect(weigh(36, 28, 36)).rejects.toMatchObject({ code: "model.weights-same" });
    await expect(weigh(40, 25, 35, "  ")).rejects.toMatchObject({ code: "model.weights-reason" });
    expect(await derivedModelsOf(db, scope)).toEqual([]);
  });
});
