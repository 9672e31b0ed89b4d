/** `kill -9` while an evidence pack is made: real processes from the build. CANDOUR_KILL_ROUNDS (2) and CANDOUR_KILL_SEED (1) draw more moments, or others. */
import { createHash } from "node:crypto";
import { existsSync, mkdirSync, readdirSync, readFileSync, statSync } from "node:fs";
import path from "node:path";
import { and, eq } from "drizzle-orm";
import { afterAll, beforeAll, expect, test } from "vitest";
import type { Database, Scope } from "../../db/database";
import { findScope } from "../../db/queries/accounts";
import { findPack } from "../../db/queries/packs";
import { verifyPack } from "../../app/pack/verify";
import { askPack } from "../../app/services/packs/ask-pack.server";
import { NODE_TOOLS, withFile } from "../../app/services/packs/pack-tools.server";
import { packsView } from "../../app/services/packs/packs-view.server";
import { Draw, seedOf } from "../bench/list-draw";
import { makeSupplierList } from "../bench/make-list";
import { aDatabase, aFolder } from "../builders";
import { importList, Installation, newWorkspace, signUp, sleep, type Victim } from "./kill-harness";

const ROUNDS = Number(process.env.CANDOUR_KILL_ROUNDS ?? 2);
const SEED = process.env.CANDOUR_KILL_SEED ?? "1";
const ROWS = 4000;
/** Longest a pack may take, kills and restarts included, in ms. */
const PATIENCE = 90_000;

const folder = aFolder("candour-kill-pack-");
const dataDir = path.join(folder.path, "data");
let installation: Installation;
let db: Database;
let scope: Scope;
let packs: string;

beforeAll(async () => {
  mkdirSync(dataDir);
  const file = path.join(folder.path, "suppliers.csv");
  makeSupplierList(file, { rows: ROWS, seed: 11, dirty: 0.1 });
  installation = new Installation(dataDir);
  await installation.visitor();
  db = await aDatabase({ file: path.join(dataDir, "candour.db") });
  await signUp(installation);
  const slug = await newWorkspace(installation, "Packs");
  await importList(installation, db, slug, file);
  const [owner] = await db.q.select({ id: db.t.users.id }).from(db.t.users);
  scope = (await findScope(db, owner!.id, slug))!;
  packs = path.join(dataDir, "packs", String(scope.workspaceNo));
});
afterAll(async () => {
  await db.close();
  await installation.stop();
  folder.remove();
});

const jobsOfPacks = () => db.q.select().from(db.t.jobs).where(eq(db.t.jobs.kind, "pack.make"));

/** Waits for something, as long as a pack may take. */
async function until(what: string, isSo: () => boolean | Promise<boolean>): Promise<void> {
  for (const end = Date.now() + PATIENCE; !(await isSo()); await sleep(10))
    if (Date.now() > end) throw new Error(`Not within ${PATIENCE} ms: ${what}\n${installation.output().slice(-2000)}`);
}
const isDone = async () => (await jobsOfPacks()).every(({ state }) => state === "done");
/** When the half file was last written to, in ms; 0: there is none. */
const half = (packId: string): number => {
  const part = path.join(packs, `${packId}.zip.part`);
  return existsSync(part) && statSync(part).size > 100_000 ? statSync(part).mtimeMs : 0;
};

/** What stands in the end, whatever happened: one pack, told once, whole, and nothing beside it. */
async function expectOnePack(packId: string, made: number): Promise<void> {
  const pack = (await findPack(db, scope, packId))!;
  expect(readdirSync(packs)).toHaveLength(made);
  const file = path.join(dataDir, pack.storedPath);
  const bytes = readFileSync(file);
  expect([bytes.length, createHash("sha256").update(bytes).digest("hex")]).toEqual([pack.bytes, pack.sha256]);
  const check = await withFile(file, (source) => verifyPack(source, NODE_TOOLS, { fingerprint: pack.fingerprint }));
  expect(check).toMatchObject({ isIntact: true, signer: "as-expected", faults: [] });
  const { auditEvents: e } = db.t;
  const told = await db.q.select({ seq: e.seq }).from(e).where(and(eq(e.workspaceNo, scope.workspaceNo), eq(e.name, "pack.made"))); // prettier-ignore
  expect(told).toHaveLength(made);
}

test("a pack whose makers are killed again and again goes on, says how far it is, and is one whole file in the end", async () => {
  const packId = await askPack(db, scope, "confidential", new Date());
  const victims: readonly Victim[] = ["job process", "both", "web process"];
  for (const [at, victim] of victims.entries()) {
    // In the middle: a part of the file lies there, written by whoever tries now, and none of it counts.
    const isBegun = async () => (await jobsOfPacks())[0]?.attempts === at + 1;
    await until("a new try", isBegun);
    const begun = (await jobsOfPacks())[0]!.startedAt!.getTime();
    await until("a half file", () => half(packId) > begun);
    expect(await findPack(db, scope, packId)).toBeNull();
    expect(await installation.kill(victim, async () => expect(half(packId)).toBeGreaterThan(0))).toBe(victim);
    expect((await packsView(db, scope, dataDir)).running).not.toBeNull();
  }
  await until("progress", async () => ((await packsView(db, scope, dataDir)).running?.done ?? 1) > 0);
  await until("the pack", isDone);
  await expectOnePack(packId, 1);
  expect((await jobsOfPacks())[0]).toMatchObject({ state: "done", attempts: victims.length + 1 });
}, 180_000);

test("a pack is one whole file at whatever moment its maker was killed", async () => {
  const [last] = await jobsOfPacks();
  const takes = last!.finishedAt!.getTime() - last!.startedAt!.getTime();
  const draw = new Draw().start(seedOf(SEED), 1);
  for (let round = 1; round <= ROUNDS; round++) {
    const packId = await askPack(db, scope, "internal", new Date());
    await sleep(draw.next() * takes);
    await installation.kill("job process", async () => undefined);
    await until("the pack", isDone);
    await expectOnePack(packId, 1 + round);
  }
}, 240_000);
