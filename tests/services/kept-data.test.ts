/** A list keeps the reference data it was scored with: an update of the program, another decision and a look back never mix them. */
import { createHash } from "node:crypto";
import { eq } from "drizzle-orm";
import { afterEach, beforeEach, expect, test } from "vitest";
import { openDatabase } from "../../db/open";
import type { Database, Scope } from "../../db/database";
import { publishedGeneration } from "../../db/queries/generations";
import { findGeneration } from "../../db/queries/register";
import { listRiskData } from "../../db/queries/risk-data";
import { openReapply } from "../../db/queries/understanding";
import type { JobContext } from "../../app/jobs/job-context";
import { reapplyImport } from "../../app/jobs/reapply-import.server";
import { recordReference } from "../../app/jobs/record-reference.server";
import { readConfig } from "../../app/lib/config.server";
import { reference } from "../../app/lib/reference.server";
import { changeData } from "../../app/services/models/change-data.server";
import { changeModel } from "../../app/services/models/change-model.server";
import { modelsView } from "../../app/services/models/models-view.server";
import { supplierAsOf } from "../../app/services/readings/supplier-as-of.server";
import { supplierView } from "../../app/services/suppliers/supplier-view.server";
import type { RiskReference } from "../../risk-models/reference-types";
import { A_DAY, aFolder, aWorkspace, scopeOf } from "../builders";
import { importSteps, linesByName } from "./import-steps";

const CHANGED = new Date("2026-12-01T09:00:00Z");
const LATER = new Date("2026-12-05T09:00:00Z");
const LIST = `Supplier;Country;ISIC code
Alder Clean;DE;8121
Birch Software;RU;6201
Cedar Steel;TR;2410
`;

let folder: ReturnType<typeof aFolder>;
let db: Database;
let scope: Scope;
/** What the events are dated by. */
let clock: Date;

beforeEach(async () => {
  folder = aFolder();
  clock = A_DAY;
  db = await openDatabase({ file: ":memory:", role: "web", now: () => clock });
  scope = scopeOf(await aWorkspace(db));
  await recordReference(db, A_DAY);
  await importSteps(db, folder.path, () => A_DAY).publish(scope, LIST);
});
afterEach(async () => {
  await db.close();
  folder.remove();
});

/** Data in which Russia's governance was never measured, kept as those of an earlier version. */
async function otherData(): Promise<string> {
  const risk = JSON.parse(reference().riskText()) as { countries: Record<string, RiskReference["countries"][string]> };
  const { RU: _RU, ...countries } = risk.countries;
  const content = JSON.stringify({ ...risk, countries });
  const hash = createHash("sha256").update(content).digest("hex");
  const { riskData } = db.t;
  await db.commitPlain((q) => [
    q.insert(riskData).values({ hash, content, dataDate: "2026-01-01", recordedAt: A_DAY }),
  ]);
  return hash;
}

const shown = async () => (await publishedGeneration(db, scope))!;
const scores = async () =>
  [...(await linesByName(db, scope, await shown()))].map(([name, { score, level }]) => [name, level, score]);
const idOf = async (name: string) => (await linesByName(db, scope, await shown())).get(name)!.id;

async function apply(): Promise<void> {
  const job = (await openReapply(db, scope))!;
  const { jobs } = db.t;
  const config = readConfig({ CANDOUR_DATA: folder.path });
  const context = {
    db,
    config,
    job: { id: job.id, workspaceNo: scope.workspaceNo, payload: {} },
    progress: async () => undefined,
    cancelled: async () => false,
  } as unknown as JobContext;
  await db.commitPlain((q) => [q.update(jobs).set({ state: "running" }).where(eq(jobs.id, job.id))]);
  await reapplyImport(context);
  await db.commitPlain((q) => [q.update(jobs).set({ state: "done" }).where(eq(jobs.id, job.id))]);
}

test("what the engine reads is kept once, under the hash of exactly that text", async () => {
  await recordReference(db, LATER);
  const [kept, ...more] = await listRiskData(db);
  expect(more).toEqual([]);
  expect(kept!.hash).toBe(createHash("sha256").update(reference().riskText()).digest("hex"));
  const { dataHash, dataDate } = (await findGeneration(db, scope, await shown()))!;
  expect([dataHash, dataDate]).toEqual([kept!.hash, kept!.dataDate]);
});

test("a list is scored with other data when a person says so, keeps them through every later change, and goes back exactly", async () => {
  const first = await scores();
  const installed = (await findGeneration(db, scope, await shown()))!.dataHash;
  const other = await otherData();
  const offered = (await modelsView(db, scope, CHANGED)).data;
  expect(offered.map(({ hash, isInstalled }) => [hash, isInstalled])).toEqual([[other, false]]);

  await changeData(db, scope, other, CHANGED);
  await apply();
  const changed = await scores();
  expect(changed).not.toEqual(first);
  expect(changed.filter(([name]) => name !== "Birch Software")).toEqual(
    first.filter(([name]) => name !== "Birch Software"),
  );
  const birch = await idOf("Birch Software");
  const page = await supplierView(db, scope, birch);
  expect(page.assessment.residual).toBeCloseTo(page.line.score ?? Number.NaN, 1);

  // Another model on the same data: the program's own tables do not come in.
  await changeModel(db, scope, "2026.2", CHANGED);
  await apply();
  expect(await findGeneration(db, scope, await shown())).toMatchObject({ modelId: "2026.2", dataHash: other });
  await changeModel(db, scope, "2026.1", LATER);
  await apply();
  expect(await scores()).toEqual(changed);

  await changeData(db, scope, installed, LATER);
  await apply();
  expect(await scores()).toEqual(first);
  expect((await modelsView(db, scope, LATER)).data.map(({ hash }) => hash)).toEqual([other]);
});

test("a supplier as of a day is assessed with the data and the model its list had that day", async () => {
  const birch = await idOf("Birch Software");
  const day = A_DAY.toISOString().slice(0, 10);
  const scoreOn = async (on: string) => {
    const then = await supplierAsOf(db, scope, birch, on);
    if (!then.known) throw new Error(then.why);
    return [then.modelId, then.view.assessment.residual];
  };
  const first = await scoreOn(day);
  clock = CHANGED;
  await changeData(db, scope, await otherData(), CHANGED);
  await apply();
  clock = LATER;
  await changeModel(db, scope, "2026.2", LATER);
  await apply();
  expect(await scoreOn(day)).toEqual(first);
  const between = await scoreOn("2026-12-02");
  expect(between[0]).toBe("2026.1");
  expect(between[1]).not.toBe(first[1]);
  expect((await scoreOn("2026-12-06"))[0]).toBe("2026.2");
});

test("data that are not kept, and those the list has, are refused", async () => {
  const { dataHash } = (await findGeneration(db, scope, await shown()))!;
  await expect(changeData(db, scope, "0".repeat(64), LATER)).rejects.toMatchObject({ code: "data.unknown" });
  await expect(changeData(db, scope, dataHash, LATER)).rejects.toMatchObject({ code: "data.same" });
  expect(await openReapply(db, scope)).toBeNull();
});
